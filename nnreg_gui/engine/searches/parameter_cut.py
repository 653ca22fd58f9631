"""A cut through the map of `parameter_grid`: trained networks of all sizes on 1,000 images, with true and wrong labels.

Belkin, Hsu, Ma and Mandal (2019) saw the cost of trained networks with one hidden layer peak where there are as many
parameters as training targets, which are 10 n for ten outputs. The peak is one of networks that are trained to the
end: what early stopping would have chosen is summarized as well.

In a notebook::

    histories = dict(results(CUT.search, make_executor))  # nnreg_gui.engine.searches.search; RunHistory by place
    for share in SHARES:
        row = [summarize(CUT.runs(histories, share, hidden)) for hidden in HIDDEN]
        print(share, peak_of([one.validation_cost for one in row]))  # its place among HIDDEN, or None
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.searches.parameter_grid import WHOLE, Cell
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.engine.spread import Spread, clearly_above

IMAGES, OUTPUTS = 1_000, len(MNIST.classes)
TARGETS = OUTPUTS * IMAGES  # where as many parameters are
HIDDEN = 3, 5, 8, 10, 13, 16, 20, 30, 50, 100, 300
NEAREST = min(HIDDEN, key=lambda hidden: abs(Cell(IMAGES, hidden).parameters - TARGETS))
SHARES = 0.0, 0.2  # of wrong labels
SEEDS = 1, 2, 3
LAST, LOWEST = "last", "lowest"  # which epoch of a run: the last one, or that of the lowest validation cost
PLAN = replace(WHOLE, hidden=HIDDEN, sizes=(IMAGES,))


def cut_experiment(share: float, hidden: int, seed: int) -> Experiment:
    """Return what the whole map trains for this cell, apart from the wrong labels and the seed."""
    one = PLAN.experiment(Cell(IMAGES, hidden))
    return replace(one, data=replace(one.data, wrong_labels=share), seed=seed)


@dataclass(frozen=True, slots=True, eq=False)
class ParameterCut:
    """A search and what its places mean, seed by seed and the smallest networks first, so that a picture fills in.

    Attributes:
        search: what to train.
        keys: the share of wrong labels and the hidden neurons of each place.
    """

    search: Search
    keys: tuple[tuple[float, int], ...]

    def runs(self, found: Mapping[int, RunHistory], share: float, hidden: int) -> list[RunHistory]:
        """Return the runs found of networks of one size, one per seed."""
        return [found[place] for place, key in enumerate(self.keys) if key == (share, hidden) and place in found]


def _cut() -> ParameterCut:
    keys = [(seed, hidden, share) for seed in SEEDS for hidden in HIDDEN for share in SHARES]
    experiments = tuple(cut_experiment(share, hidden, seed) for seed, hidden, share in keys)
    return ParameterCut(Search(experiments, in_order=True), tuple((share, hidden) for _, hidden, share in keys))


CUT = _cut()


@dataclass(frozen=True, slots=True)
class CutSummary:
    """What networks of one size are worth, over the seeds.

    Attributes:
        validation_cost, training_cost: the data cost C₀ per image; the training labels are those told.
        validation_accuracy, training_accuracy: 0…1.
    """

    validation_cost: Spread
    training_cost: Spread
    validation_accuracy: Spread
    training_accuracy: Spread


def summarize(runs: Sequence[RunHistory], epoch: str = LAST) -> CutSummary:
    """Return what at least one run with at least one record says.

    Args:
        runs: of networks that differ only in the seed.
        epoch: `LAST` for the last epoch of each; `LOWEST` for that of its lowest validation cost.
    """
    rows = [run.rows[-1 if epoch == LAST else int(run.column("validation_cost").argmin())] for run in runs]
    names = "validation_cost", "training_cost", "validation_accuracy", "training_accuracy"
    return CutSummary(*(Spread.of([float(row[name]) for row in rows]) for name in names))


def peak_of(costs: Sequence[Spread]) -> int | None:
    """Return where a curve of costs peaks, if it rises and falls again by more than seeds explain.

    The place of the highest mean among those clearly above a cost before them and a cost after them; None if there is
    none. A curve that only falls, or falls and rises, has no peak.
    """
    places = [
        place
        for place in range(1, len(costs) - 1)
        if all(clearly_above(costs[place], min(side, key=_mean)) for side in (costs[:place], costs[place + 1 :]))
    ]
    return max(places, key=lambda place: costs[place].mean, default=None)


def around_peak(costs: Sequence[Spread]) -> tuple[int, int] | None:
    """Return the first and the last place around the peak that seeds cannot tell from it; None if there is no peak."""
    top = peak_of(costs)
    if top is None:
        return None
    first = last = top
    while not clearly_above(costs[top], costs[first - 1]):  # ends at a cost that is clearly lower, as a peak has
        first -= 1
    while not clearly_above(costs[top], costs[last + 1]):
        last += 1
    return first, last


def _mean(one: Spread) -> float:
    return one.mean
