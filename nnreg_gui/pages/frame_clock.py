"""Beats as long as a picture moves, and says how much time has passed."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_FRAME = 33  # milliseconds
_LONGEST_FRAME = 0.1  # seconds: a busy window must not make the picture jump


class FrameClock(QTimer):
    """Beats 30 times a second from `begin()` to `stop()`.

    Signals:
        passed: carries the seconds since the last beat.
    """

    passed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, interval=_FRAME)
        self._last = 0.0
        self.timeout.connect(self._beat)

    def begin(self) -> None:
        """Count from now."""
        self._last = monotonic()
        self.start()

    @Slot()
    def _beat(self) -> None:
        now = monotonic()
        seconds, self._last = min(now - self._last, _LONGEST_FRAME), now
        self.passed.emit(seconds)
