"""Sentences about ensembles, with made-up numbers."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.ensembles import AccuracyOverSize, Ensemble
from nnreg_gui.pages.ensemble.ensemble_groups import REGULARIZED, WITHOUT, Group
from nnreg_gui.pages.ensemble.ensemble_sentences import conclude, on_test_images_text
from nnreg_gui.pages.ensemble.rescued_view import caption
from nnreg_gui.widgets.conclusion import Conclusion

pytestmark = pytest.mark.usefixtures("qapp")
IMAGES = 1_000


def _ensemble(together: float, *single: float) -> Ensemble:
    """Make up networks with these accuracies, alone and together."""
    labels = np.zeros(IMAGES, np.uint8)
    each = np.array([np.arange(IMAGES) >= round(IMAGES * accuracy) for accuracy in single], np.uint8)
    curve = np.array([float(np.mean(single)), together])
    return Ensemble(labels, each, labels, labels, AccuracyOverSize(curve, curve), (0.9931, 0.9943))


def _group(key: str) -> Group:
    spec = RegularizationSpec(penalty="l2", lambda_=0.1) if key == REGULARIZED else RegularizationSpec()
    experiment = Experiment(regularization=spec, training=TrainingSpec(epochs=200))
    history = RunHistory.restored(experiment, np.zeros(201, RunHistory(experiment).rows.dtype), [])
    return Group(key, (experiment,), (history,), ())


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


@pytest.mark.parametrize(
    ("together", "said"),
    [
        # The six with L2 have mean 0.87 and standard deviation 0.0022: 2.57 · 0.0022 · √(1 + 1/6) is 0.61 points.
        (0.877, "6 networks without regularization together beat one with L2 λ 0.1 by 0.7 points."),
        (0.875, "6 networks without regularization together are about as good as one with L2 λ 0.1."),
        (0.863, "One network with L2 λ 0.1 beats 6 without regularization together by 0.7 points."),
    ],
)
def test_who_is_better_is_said_only_beyond_what_seeds_explain(
    conclusion: Conclusion, together: float, said: str
) -> None:
    without = _ensemble(together, 0.83, 0.84, 0.85, 0.83, 0.84, 0.85)
    regularized = _ensemble(0.885, 0.868, 0.872, 0.868, 0.872, 0.868, 0.872)
    conclude(conclusion, [(_group(WITHOUT), without), (_group(REGULARIZED), regularized)])

    assert (conclusion.text(), conclusion.is_answer) == (said, True)


@pytest.mark.parametrize(
    ("together", "said"),
    [
        (0.87, "3 networks together recognize 87.0 %, one alone 84.0 %."),
        (0.845, "3 networks together, 84.5 %, are not clearly better than one: 84.0 %."),
        (0.80, "3 networks together recognize less, 80.0 %, than one alone: 84.0 %."),
    ],
)
def test_one_ensemble_is_compared_with_its_networks(conclusion: Conclusion, together: float, said: str) -> None:
    conclude(conclusion, [(_group(WITHOUT), _ensemble(together, 0.84, 0.845, 0.835))])

    assert (conclusion.text().replace("\N{NO-BREAK SPACE}", " "), conclusion.is_answer) == (said, True)


def test_one_network_alone_answers_nothing(conclusion: Conclusion) -> None:
    for known in ([], [(_group(WITHOUT), _ensemble(0.84, 0.84))]):
        conclude(conclusion, known)
        assert (conclusion.text(), conclusion.is_answer) == ("Do several networks know more than one?", False)


def test_test_images_are_told_to_the_hundredth_of_a_percent() -> None:
    several = _ensemble(0.92, 0.9, 0.91)
    assert on_test_images_text(several).replace("\N{NO-BREAK SPACE}", " ") == (
        "Of the test images: 99.31 % alone, 99.43 % together."
    )
    assert on_test_images_text(_ensemble(0.9, 0.9)) == ""


def test_a_caption_names_what_nobody_voted_for_but_all_say_together() -> None:
    each, average = np.array([[0, 1, 2, 3, 0, 1, 2]], np.uint8).T, np.array([9], np.uint8)
    curve = np.array([0.0, 1.0])
    several = Ensemble(average, each, average, average, AccuracyOverSize(curve, curve), (0.0, 1.0))

    assert caption(several, 0) == "2× 0, 0× 9 … → 9"
