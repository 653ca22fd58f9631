"""The cut through the map of parameters: which networks, and whether their cost peaks."""

from itertools import pairwise

import numpy as np
import pytest

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.searches.parameter_cut import (
    CUT,
    HIDDEN,
    IMAGES,
    LOWEST,
    SEEDS,
    SHARES,
    TARGETS,
    around_peak,
    cut_experiment,
    peak_of,
    summarize,
)
from nnreg_gui.engine.searches.parameter_grid import WHOLE, Cell
from nnreg_gui.engine.spread import Spread
from tests.fixture_types import Small


def test_it_is_a_cut_through_the_whole_map() -> None:
    for hidden in set(HIDDEN) & set(WHOLE.hidden):
        assert cut_experiment(0.0, hidden, 1) == WHOLE.experiment(Cell(IMAGES, hidden))
    assert cut_experiment(0.2, 30, 2).data.lies == 200
    assert cut_experiment(0.2, 30, 2).seed == 2


def test_as_many_parameters_as_targets_lie_within() -> None:
    counts = [Cell(IMAGES, hidden).parameters for hidden in HIDDEN]
    assert (counts[0], counts[-1]) == (2_395, 238_510)
    assert any(low < TARGETS == 10_000 < high for low, high in pairwise(counts))


def test_each_network_is_trained_once_with_every_seed() -> None:
    experiments = CUT.search.experiments
    assert len(set(experiments)) == len(experiments) == len(HIDDEN) * len(SHARES) * len(SEEDS)
    assert [one.seed for one in experiments] == sorted(one.seed for one in experiments), "a picture after the first"
    for (share, hidden), one in zip(CUT.keys, experiments, strict=True):
        assert one == cut_experiment(share, hidden, one.seed)


def _run(experiment: Experiment, costs: list[float]) -> RunHistory:
    rows = np.zeros(len(costs), RunHistory(experiment).rows.dtype)
    rows["epoch"] = range(len(costs))
    rows["validation_cost"] = costs
    rows["validation_accuracy"] = np.linspace(0.1, 0.9, len(costs))
    return RunHistory.restored(experiment, rows, [])


def test_runs_are_summarized_at_their_end_or_at_their_lowest_cost(small: Small) -> None:
    runs = [_run(small(), [2.0, 0.5, 3.0]), _run(small(), [2.0, 1.5, 1.0])]
    last, lowest = summarize(runs), summarize(runs, LOWEST)

    assert last.validation_cost == Spread.of([3.0, 1.0])
    assert last.validation_accuracy == Spread.of([0.9, 0.9])
    assert lowest.validation_cost == Spread.of([0.5, 1.0])
    assert lowest.validation_accuracy == Spread.of([0.5, 0.9])


def test_runs_are_found_by_their_size_and_share(small: Small) -> None:
    run = _run(small(), [1.0])
    place = CUT.keys.index((0.2, 30))
    assert CUT.runs({place: run}, 0.2, 30) == [run]
    assert CUT.runs({place: run}, 0.0, 30) == []


@pytest.mark.parametrize(
    ("means", "spread", "peak", "around"),
    [
        ([2.3, 2.2, 3.1, 3.2, 2.5, 2.1], 0.1, 3, (2, 3)),
        ([2.3, 2.2, 3.1, 3.2, 2.5, 2.1], 0.35, 3, (2, 4)),
        ([2.3, 2.2, 2.5, 3.2, 2.5, 2.1], 0.1, 3, (3, 3)),
        ([2.7, 2.0, 1.6, 1.2, 1.0, 1.1], 0.1, None, None),  # it only falls, but for the end
        ([1.0, 2.0, 3.0], 0.1, None, None),  # it only rises
        ([2.3, 2.2, 2.4, 2.3, 2.2, 2.1], 0.2, None, None),  # no more than seeds explain
        ([3.0, 2.0, 2.8, 2.0], 0.1, 2, (2, 2)),  # lower than the beginning, but a peak
        ([], 0.1, None, None),
    ],
)
def test_a_peak_rises_and_falls_by_more_than_seeds_explain(
    means: list[float], spread: float, peak: int | None, around: tuple[int, int] | None
) -> None:
    costs = [Spread(mean, spread, 3) for mean in means]
    assert peak_of(costs) == peak
    assert around_peak(costs) == around


def test_single_runs_have_no_peak_yet() -> None:
    assert peak_of([Spread(mean, 0.0) for mean in (1.0, 3.0, 1.0)]) is None
