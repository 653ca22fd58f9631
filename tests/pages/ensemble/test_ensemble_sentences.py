"""What is said about ensembles, by numbers that were made up."""

import numpy as np
import pytest

from nnreg_gui.engine.ensembles import AccuracyOverSize, Ensemble
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.ensemble.ensemble_groups import REGULARIZED, WITHOUT, Group
from nnreg_gui.pages.ensemble.ensemble_sentences import findings

pytestmark = pytest.mark.usefixtures("qapp")
IMAGES = 1_000


def _ensemble(together: float, *single: float) -> Ensemble:
    """Make up networks with these accuracies, and what they reach together."""
    labels = np.zeros(IMAGES, np.uint8)
    each = np.array([np.arange(IMAGES) >= round(IMAGES * accuracy) for accuracy in single], np.uint8)
    curve = np.array([float(np.mean(single)), together])
    return Ensemble(labels, each, labels, labels, AccuracyOverSize(curve, curve))


def _group(key: str) -> Group:
    spec = RegularizationSpec(penalty="l2", lambda_=0.1) if key == REGULARIZED else RegularizationSpec()
    experiment = Experiment(regularization=spec, training=TrainingSpec(epochs=200))
    history = RunHistory.restored(experiment, np.zeros(201, RunHistory(experiment).rows.dtype), [])
    return Group(key, (experiment,), (history,), ())


@pytest.mark.parametrize(
    ("together", "said"),
    [
        # The six with L2 have mean 0.87 and standard deviation 0.0022: 2.57 · 0.0022 · √(1 + 1/6) is 0.61 points.
        (0.877, "6 networks without regularization are better together than one with L2 λ 0.1: 0.7 points, more than"),
        (
            0.875,
            "without regularization together and one with L2 λ 0.1 are 0.5 points apart: no more than seeds explain",
        ),
        (0.863, "one network with L2 λ 0.1 is better than 6 without regularization together: 0.7 points, more than"),
    ],
)
def test_who_is_better_is_said_only_beyond_what_seeds_explain(together: float, said: str) -> None:
    without = _ensemble(together, 0.83, 0.84, 0.85, 0.83, 0.84, 0.85)
    regularized = _ensemble(0.885, 0.868, 0.872, 0.868, 0.872, 0.868, 0.872)
    sentence = findings([(_group(WITHOUT), without), (_group(REGULARIZED), regularized)])[-1]

    assert sentence.startswith("After 200 epochs, ")
    assert said in sentence
