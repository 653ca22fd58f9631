"""Mean and spread over repeats of an experiment."""

import numpy as np
import pytest

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.repeats import common_epochs, mean_and_spread
from tests.fixture_types import Small, Trained


def _history(values: list[float]) -> RunHistory:
    """Return a history with these validation accuracies and no other figures."""
    rows = RunHistory(Experiment()).rows
    rows = np.zeros(len(values), rows.dtype)
    rows["epoch"], rows["validation_accuracy"] = np.arange(len(values)), values
    return RunHistory.restored(Experiment(), rows, ())


def test_mean_and_standard_deviation_are_those_counted_by_hand() -> None:
    mean, spread = mean_and_spread(
        [_history([0.1, 0.8]), _history([0.1, 0.6]), _history([0.1, 0.7])], "validation_accuracy"
    )
    # (0.8, 0.6, 0.7): squares of the distances to 0.7 are 0.01, 0.01, 0; over n − 1 = 2: 0.01
    assert mean == pytest.approx([0.1, 0.7])
    assert spread == pytest.approx([0.0, 0.1], abs=1e-12)


def test_they_go_as_far_as_the_shortest_run() -> None:
    histories = [_history([0.0, 0.2, 0.4]), _history([0.0, 0.4])]
    assert common_epochs(histories) == 2
    mean, spread = mean_and_spread(histories, "validation_accuracy")
    assert mean == pytest.approx([0.0, 0.3])
    assert spread == pytest.approx([0.0, 0.02**0.5])


def test_a_single_run_is_its_own_mean_without_spread() -> None:
    mean, spread = mean_and_spread([_history([0.1, 0.5])], "validation_accuracy")
    assert mean == pytest.approx([0.1, 0.5])
    assert spread.tolist() == [0.0, 0.0]


def test_repeats_with_other_seeds_lie_apart_and_equal_ones_do_not(small: Small, trained: Trained) -> None:
    one, other = (trained(small(epochs=2, seed=seed)) for seed in (1, 2))
    assert mean_and_spread([one, other], "validation_cost")[1].min() > 0
    assert mean_and_spread([one, one], "validation_cost")[1].max() == 0
