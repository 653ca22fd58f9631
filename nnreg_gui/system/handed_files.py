"""Listens for files that other starts of the program hand over to this window."""

import os
import socket
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from nnreg_gui.system.handing_over import MOST_BYTES, TAKEN, Handed, is_whole, listen, understood

_MOST_CALLERS = 8


class HandedFiles(QObject):
    """Hears of files to open, until the application quits.

    Signals:
        handed: carries what to open, a `Handed`.
    """

    handed = Signal(object)

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        listening = listen()
        if listening is None:  # every double click opens a window of its own
            return
        self._server, self._address, self._secret = listening
        self._notifier = QSocketNotifier(self._server.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._accept)
        application.applicationStateChanged.connect(self._note_use)
        application.aboutToQuit.connect(self.close)

    @Slot()
    def close(self) -> None:
        """Stop listening."""
        self._notifier.setEnabled(False)
        self._server.close()
        with suppress(OSError):
            self._address.unlink()

    @Slot()
    def _accept(self) -> None:
        with suppress(OSError):
            connection, _ = self._server.accept()
            if len(self.findChildren(_Caller)) < _MOST_CALLERS:
                _Caller(connection, self._secret, self.handed.emit, self)
            else:
                connection.close()

    @Slot(Qt.ApplicationState)
    def _note_use(self, state: Qt.ApplicationState) -> None:
        """Become the window that was used last."""
        if state is Qt.ApplicationState.ApplicationActive:
            with suppress(OSError):
                os.utime(self._address)


class _Caller(QObject):
    """Reads what somebody sends, without waiting for it."""

    def __init__(
        self, connection: socket.socket, secret: str, take: Callable[[Handed], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._connection, self._secret, self._take, self._heard = connection, secret, take, b""
        connection.setblocking(False)
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @Slot()
    def _read(self) -> None:
        try:
            news = self._connection.recv(MOST_BYTES)
        except BlockingIOError:
            return
        except OSError:
            news = b""
        self._heard += news
        if news and not is_whole(self._heard):
            return
        self._notifier.setEnabled(False)
        handed = understood(self._heard, self._secret)
        if handed is not None and self._answers():
            self._take(handed)
        self._connection.close()
        self.deleteLater()

    def _answers(self) -> bool:
        """Return whether the caller hears that the file is taken; otherwise it has opened a window by now."""
        try:
            self._connection.sendall(TAKEN)
        except OSError:
            return False
        return True
