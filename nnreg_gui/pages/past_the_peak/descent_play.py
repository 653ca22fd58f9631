"""Lets gradient descent go on by itself: from its first step to its last, faster and faster."""

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.pages.frame_clock import FrameClock

_SECONDS_PER_DECADE = 2.0  # from 100 steps to 1,000 takes as long as from 1 to 10


class DescentPlay(QObject):
    """Says how many steps have been taken.

    Signals:
        moved: carries the number of steps.
        changed: it has begun or ended.
    """

    moved = Signal(int)
    changed = Signal()

    def __init__(self, most: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._most, self._steps = most, 1.0
        self._clock = FrameClock(self)
        self._clock.passed.connect(self.advance)

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self._clock.isActive()

    def begin(self, steps: int) -> None:
        """Go on from here; after the last step, from the first."""
        self._steps = float(steps if steps < self._most else 1)
        self._clock.begin()
        self.changed.emit()

    def stop(self) -> None:
        """Stay where it is."""
        if self.running:
            self._clock.stop()
            self.changed.emit()

    @Slot(float)
    def advance(self, seconds: float) -> None:
        """Let this much time pass."""
        self._steps = min(float(self._most), self._steps * 10 ** (seconds / _SECONDS_PER_DECADE))
        self.moved.emit(round(self._steps))
        if self._steps >= self._most:
            self.stop()
