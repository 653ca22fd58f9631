"""Shows a run that was trained before once more, at a chosen pace."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnreg_gui.engine.history import RunHistory

_STEPS_PER_SECOND = 30  # as often as the window asks a run that is being trained


class Replay(QObject):
    """Lets a history grow as if its run were being trained; it begins at once, with the untrained network.

    Args:
        source: a run that has ended.
        seconds: how long all its epochs take.
        clock: tells the time in seconds.

    Signals:
        advanced: the history is longer than before.
        ended: the history says all that its source says; the last signal.

    Attributes:
        history: the run as far as it is shown.
    """

    advanced = Signal()
    ended = Signal()

    def __init__(
        self,
        source: RunHistory,
        seconds: float,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._source, self._seconds, self._clock = source, seconds, clock
        self.history = RunHistory(source.experiment, source.pruning)
        self.history.grow_like(source, 0)
        self._began = clock()
        self._timer = QTimer(self, interval=1000 // _STEPS_PER_SECOND)
        self._timer.timeout.connect(self._advance)
        self._timer.start()

    @property
    def going_on(self) -> bool:
        """Whether there is more to come."""
        return self._timer.isActive()

    @Slot()
    def stop(self) -> None:
        """Show no more; the history stays as it is, and nothing is signalled."""
        self._timer.stop()

    @Slot()
    def _advance(self) -> None:
        last = len(self._source) - 1
        share = (self._clock() - self._began) / self._seconds if self._seconds > 0 else 1.0
        epochs = min(last, int(share * last))
        if epochs > len(self.history) - 1 or epochs == last:
            self.history.grow_like(self._source, epochs)
            self.advanced.emit()
        if epochs == last and self._timer.isActive():  # a listener may have stopped it
            self._timer.stop()
            self.ended.emit()
