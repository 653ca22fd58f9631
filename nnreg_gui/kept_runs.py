"""The runs of the list, kept on the disk from shortly after the start."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnreg_gui.pages.runs.run_list import RunList

if TYPE_CHECKING:
    from nnreg_gui.autosave import Autosave  # not at the window's start, which it would delay

_MILLISECONDS_TO_RISE = 250  # until the window has been painted


class KeptRuns(QObject):
    """Begins the autosave once the window is up, and puts the runs of a program that did not end well into the list.

    Signals:
        recovered: there were such runs.
        failed: carries the `Problem` why runs cannot be kept.
    """

    recovered = Signal()
    failed = Signal(object)

    def __init__(self, run_list: RunList, folder: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._run_list, self._folder = run_list, folder
        self._autosave: Autosave | None = None  # until the window is up
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
        """Keep what is new soon: a run has grown, or the list has changed. Cheap enough for 30 times a second."""
        if self._autosave is not None:
            self._autosave.advanced()

    def close(self) -> None:
        """End well: nothing needs to be recovered."""
        self._rising.stop()
        if self._autosave is not None:
            self._autosave.close()

    @Slot()
    def _begin(self) -> None:
        from nnreg_gui.autosave import Autosave

        self._autosave = Autosave(self._run_list.session, self._folder, self)
        self._autosave.failed.connect(self.failed)
        left = self._autosave.recover()
        if left is not None:
            self._run_list.add_session(left)
            self.recovered.emit()
        self._autosave.run_ended()  # there may have been a short one already
