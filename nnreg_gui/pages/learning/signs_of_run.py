"""What the curves of the selected run say about overfitting, judged at most once per epoch."""

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.overfitting import DEFAULT_THRESHOLDS, OverfittingSigns, Thresholds, signs_of
from nnreg_gui.engine.repeats import common_epochs
from nnreg_gui.plots.drawn_run import DrawnRun

_LONG = 2_000  # epochs: a longer run is judged again when it has grown by a hundredth
_GROWTH = 100


class SignsOfRun:
    """Judges a run.

    Attributes:
        thresholds: the criteria.
        whole: what all its curves say; None without a run.
        looked_at: what they say up to the epoch that the user looks back at; otherwise the same as `whole`.
    """

    def __init__(self) -> None:
        self.thresholds: Thresholds = DEFAULT_THRESHOLDS
        self.whole: OverfittingSigns | None = None
        self.looked_at: OverfittingSigns | None = None
        self._histories: tuple[RunHistory, ...] = ()
        self._by: Thresholds | None = None
        self._judged = 0  # epochs
        self._back: int | None = None

    def judge(self, run: DrawnRun | None) -> bool:
        """Judge this run, or none; return whether there is anything new."""
        histories = run.histories if run is not None else ()
        count = common_epochs(histories) if histories else 0
        back = run.epoch if run is not None else None
        known = histories == self._histories and self.thresholds == self._by
        if known and (count == self._judged or (run is not None and run.live and self._may_wait(count))):
            if back == self._back:
                return False
        else:
            self.whole = signs_of(histories, self.thresholds, count) if count else None
            self._histories, self._by, self._judged = histories, self.thresholds, count
        self._back = back
        if back is None or back >= count - 1:
            self.looked_at = self.whole
        else:
            self.looked_at = signs_of(histories, self.thresholds, back + 1)
        return True

    def _may_wait(self, count: int) -> bool:
        """Return whether a long run may grow before it is judged again: judging takes longer the longer it is."""
        return self._judged > _LONG and (count - self._judged) * _GROWTH < self._judged
