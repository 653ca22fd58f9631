"""Lets gradient descent go on by itself: from its first step to its last, faster and faster."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_FRAME = 33  # milliseconds
_SECONDS_PER_DECADE = 2.0  # from 100 steps to 1,000 takes as long as from 1 to 10
_LONGEST_FRAME = 0.1  # seconds: a busy window must not make the picture jump


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
        self._most, self._steps, self._last = most, 1.0, 0.0
        self._clock = QTimer(self, interval=_FRAME)
        self._clock.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self._clock.isActive()

    def begin(self, steps: int) -> None:
        """Go on from here; after the last step, from the first."""
        self._steps, self._last = float(steps if steps < self._most else 1), monotonic()
        self._clock.start()
        self.changed.emit()

    def stop(self) -> None:
        """Stay where it is."""
        if self.running:
            self._clock.stop()
            self.changed.emit()

    def advance(self, seconds: float) -> None:
        """Let this much time pass."""
        self._steps = min(float(self._most), self._steps * 10 ** (seconds / _SECONDS_PER_DECADE))
        self.moved.emit(round(self._steps))
        if self._steps >= self._most:
            self.stop()

    @Slot()
    def _tick(self) -> None:
        now = monotonic()
        self.advance(min(now - self._last, _LONGEST_FRAME))
        self._last = now
