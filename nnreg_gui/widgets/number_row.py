"""The number row of the keyboard, whose keys are digits to shortcuts, whatever the layout puts on them."""

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

# The system's codes for the keys that bear 1 … 9, 0, − and = in the USA; X11 and Wayland share theirs.
_CODES = {"darwin": (18, 19, 20, 21, 23, 22, 26, 28, 25, 29, 27, 24), "win32": range(2, 14)}
_ROW = dict(zip(_CODES.get(sys.platform, range(10, 22)), "1234567890-=", strict=True))
_TEXT_SIZE = frozenset("+-=")
_NONE, _CTRL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class NumberRow(QObject):
    """Passes keys of the number row on to a window's shortcuts as the digits that their places mean.

    To Qt a shortcut is a character: if the row types others (Czech, Slovak, French), Ctrl+1 would be dead, or do what
    Ctrl++ does. The focused widget may have a prior claim to the character, as a text field does.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._wanted: QKeyEvent | None = None  # to send instead of the coming press
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a key that no widget in the window wants; when its press arrives, send another instead."""
        if isinstance(watched, QWindow):
            return self._replace(watched, event)
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        self._wanted = _by_place(event)
        if self._wanted is None:
            return False
        self._window.windowHandle().installEventFilter(self)
        event.accept()
        return True

    def _replace(self, window: QWindow, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            self._wanted = None  # the press never came
        if event.type() != QEvent.Type.KeyPress or self._wanted is None:
            return False
        window.removeEventFilter(self)
        wanted, self._wanted = self._wanted, None
        QApplication.sendEvent(window, wanted)
        return True


def digit_of(event: QKeyEvent) -> str:
    """Return the digit that a key without Ctrl or Alt means, by its place or its character; "" if none."""
    meant = _by_place(event) or event
    without = meant.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _NONE
    return chr(meant.key()) if without and Qt.Key.Key_0 <= meant.key() <= Qt.Key.Key_9 else ""


def _by_place(event: QKeyEvent) -> QKeyEvent | None:
    """Return the press that a key means by its place, or None if its character says what it means."""
    place = _ROW.get(event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode())
    modifiers = event.modifiers()
    if place is None or modifiers not in (_NONE, _CTRL, _ALT):
        return None
    written = chr(event.key()) if event.key() <= sys.maxunicode else ""
    # Digits need no change; no layout has letters here, but some display servers use other codes.
    if written.isascii() and written.isalnum():
        return None
    if place in _TEXT_SIZE and (modifiers != _CTRL or written in _TEXT_SIZE):
        return None
    text = place if modifiers == _NONE else ""
    return QKeyEvent(QEvent.Type.KeyPress, ord(place), modifiers, text)
