"""Keeps the runs of the list on the disk, from shortly after the start."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from nnreg_gui.pages.runs.run_list import RunList

if TYPE_CHECKING:
    from nnreg_gui.engine.sessions.session import Session
    from nnreg_gui.files.autosave import Autosave  # not at the start, which it would delay

_MILLISECONDS_TO_RISE = 250  # until the window has been painted
_MILLISECONDS_TO_END = 2_000  # until a killed program has ended; look for it this many times:
_LOOKS = 5


class KeptRuns(QObject):
    """Begins the autosave once the window is up; adds the runs of a program that ended badly to the list.

    Signals:
        recovered: there were such runs.
        offered: carries how many runs `show_offered()` would add: of programs that ended well, and of those that may
            still be running elsewhere.
        failed: carries the `Problem` why runs cannot be kept or brought back.
    """

    recovered = Signal()
    offered = Signal(int, int)
    failed = Signal(object)

    def __init__(self, run_list: RunList, folder: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._run_list, self._folder = run_list, folder
        self._autosave: Autosave | None = None  # until the window is up
        self._looks = 0
        self._rising = QTimer(self, singleShot=True, interval=_MILLISECONDS_TO_RISE)
        self._rising.timeout.connect(self._begin)

    def begin_soon(self) -> None:
        """Begin once the window has been painted."""
        self._rising.start()

    def run_ended(self) -> None:
        """Keep everything at once: a run has ended."""
        if self._autosave is not None:
            self._autosave.run_ended()

    def advanced(self) -> None:
        """Keep what is new: a run has grown, or the list has changed. Cheap enough for 30 calls a second."""
        if self._autosave is not None:
            self._autosave.advanced()

    @Slot()
    def show_offered(self) -> None:
        """Add the offered runs to the list."""
        if self._autosave is not None:
            self._add(self._autosave.accept())

    @Slot()
    def decline(self) -> None:
        """Offer nothing more this time."""
        if self._autosave is not None:
            self._autosave.decline()

    def close(self) -> None:
        """End properly: the next start offers the runs in the list."""
        if self._autosave is None and self._rising.isActive() and self._run_list.session().runs:
            self._begin()  # the window was hardly up
        self._rising.stop()
        if self._autosave is not None:
            self._autosave.close()
            self._autosave = None

    @Slot()
    def _begin(self) -> None:
        from nnreg_gui.files.autosave import Autosave

        if self._autosave is None:
            self._autosave = Autosave(self._run_list.session, self._folder, self)
            # Later than `recovered`, so that the user reads what went wrong rather than what did not.
            self._autosave.failed.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        left = self._autosave.recover()
        if left is not None:
            self._add(left)
            self.recovered.emit()
        self.offered.emit(*self._autosave.offer())
        if not self._looks:
            self._autosave.run_ended()  # a short run may have ended already
        self._looks += 1
        if self._autosave.sees_others and self._looks < _LOOKS:
            self._rising.start(_MILLISECONDS_TO_END)

    def _add(self, session: "Session | None") -> None:
        """Add runs; one that the user is already looking at stays selected."""
        if session is not None:
            watched = self._run_list.selected()
            self._run_list.add_session(session)
            if watched is not None:
                self._run_list.select(watched)
