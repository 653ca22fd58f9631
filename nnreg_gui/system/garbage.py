"""Collects garbage only in the window's thread: Qt objects must not be deleted in another one."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_MILLISECONDS = 1_000


class GarbageCollection(QObject):
    """Replaces Python's own collection, which runs in whatever thread happens to allocate.

    The thread that reads from the engine process allocates thousands of times a second; the garbage it would find may
    be a curve or a dialog that belongs to the window's thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self, interval=_MILLISECONDS)
        self._clock.timeout.connect(self._collect)
        self._clock.start()

    @Slot()
    def spare_what_is_here(self) -> None:
        """Never search what is here now, so that frames are in time: it stays as long as the program."""
        gc.freeze()

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if thresholds[generation] and counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
