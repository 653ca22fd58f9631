"""What a page waits for: training or measuring that takes longer than a moment, and may be cancelled."""

from PySide6.QtCore import QObject, Signal


class LongWork(QObject):
    """What all such work has in common, so that one bar shows any of it.

    Signals:
        changed: something new is known, or it has begun, got on or ended.
        ended: nothing more comes, as `changed` has just said.

    Attributes:
        share: how much of it is done, 0…1; negative while unknown.
        seconds_left: roughly how many seconds the rest takes; negative while unknown.
        problem: why not everything was found, or what happened on the way.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.share, self.seconds_left = 0.0, -1.0
        self.problem: Exception | None = None

    @property
    def running(self) -> bool:
        """Whether results may still come."""
        raise NotImplementedError

    @property
    def waits_for(self) -> str:
        """The page whose search must end before this one begins; "" if none."""
        return ""

    @property
    def done(self) -> int:
        """How many of its parts have a result, or will never have one."""
        raise NotImplementedError

    @property
    def number(self) -> int:
        """How many parts there are."""
        raise NotImplementedError

    @property
    def complete(self) -> bool:
        """Whether there is anything to do, and all of it is done."""
        return 0 < self.number == self.done

    def cancel(self) -> None:
        """End it; what was found is kept."""
        raise NotImplementedError
