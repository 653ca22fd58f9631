"""Two runs that differ only in the penalty on biases, as a user sees them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.shrinking.biases_view import BiasesView
from nnreg_gui.pages.shrinking.run_pairs import bias_pair, with_biases
from nnreg_gui.pages.trial import Trial
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import shown, texts
from tests.pages.shrinking.shrinking_material import penalized_runs

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


@pytest.fixture
def view(qtbot: QtBot, conclusion: Conclusion) -> BiasesView:
    view = BiasesView(Trial(Searching(), "shrinking"), conclusion)
    shown(qtbot, view)
    return view


def test_before_anything_it_says_what_will_be_seen(view: BiasesView, small: Small, trained: Trained) -> None:
    view.show_runs(penalized_runs(small, trained)[:2], "")
    assert "Press S to train both." in texts(view)
    assert view.pair is None


def test_the_pair_differs_only_in_the_biases(small: Small, trained: Trained) -> None:
    runs = penalized_runs(small, trained)
    pair = bias_pair(runs)
    assert pair is not None
    assert [run.number for run in pair] == [1, 3]
    other = with_biases(small(epochs=4, penalty="l2", lambda_=0.1), penalized=True)
    history = runs[2].history
    unlike = RunHistory.restored(other, history.rows, history.kept())
    assert bias_pair([runs[0], DrawnRun(unlike, 3)]) is None
    assert bias_pair(runs[:2]) is None
    unused = replace(history.experiment, augmentation=AugmentationSpec(elastic_sigma=7.0))  # for what is off
    alike = RunHistory.restored(unused, history.rows, history.kept())
    assert bias_pair([runs[0], DrawnRun(alike, 3)]) is not None


def test_the_difference_is_said_in_both_directions(view: BiasesView, small: Small, trained: Trained) -> None:
    runs = penalized_runs(small, trained)
    accuracies = {1: [0.1, 0.5, 0.6, 0.7, 0.70], 3: [0.1, 0.5, 0.605, 0.69, 0.70]}
    changed = []
    for run in runs:
        rows = run.history.rows.copy()
        if run.number in accuracies:
            rows["validation_accuracy"] = accuracies[run.number]
        changed.append(
            replace(run, history=RunHistory.restored(run.history.experiment, rows, run.history.kept())),
        )
    view.show_runs(changed, "")

    assert "From epoch 2 to 4" in texts(view)
    assert "by −1.00 to +0.50 points. Epochs in which it is higher: 1; lower: 1." in texts(view)
    assert view.pair is not None
    free, penalized = view.pair
    assert free.record is not None
    assert penalized.record is not None
    gain = penalized.record.validation_accuracy - free.record.validation_accuracy
    assert view.difference.accessibleDescription()[1:] == f"{abs(100 * gain):.2f}"
    mean = np.abs(np.concatenate(free.record.parameters.biases)).mean()
    assert view.sizes[0].accessibleDescription() == f"{mean:.2f}"
    assert "There are 15 biases." in texts(view)
    assert view.over_epochs._curve.getData()[1].max() == pytest.approx(0.5)


def test_only_a_clear_difference_is_called_one(
    view: BiasesView, conclusion: Conclusion, small: Small, trained: Trained
) -> None:
    question = "Should biases be penalized, too?"
    free, _, penalized, _ = penalized_runs(small, trained)
    view.show_runs([free], "")
    assert (conclusion.text(), conclusion.is_answer) == (question, False)
    view.show_runs([free, replace(penalized, live=True)], "")
    assert (conclusion.text(), conclusion.is_answer) == (question, False)

    free = ended_with(free, 0.8, before=0.8)
    for accuracy, before, said in (
        (0.82, 0.82, "has helped here: +2.00 points (one seed each)"),
        (0.78, 0.78, "has hurt here: −2.00 points (one seed each)"),
        (0.805, 0.82, "makes no clear difference: +0.50 points"),
        (0.82, 0.8, "makes no clear difference: +2.00 points"),
    ):
        view.show_runs([free, ended_with(penalized, accuracy, before)], "")
        assert (conclusion.text(), conclusion.is_answer) == (f"Also penalizing biases {said}.", True)
    view.show_runs([replace(free, epoch=1), ended_with(penalized, 0.82, before=0.82)], "")
    assert not conclusion.is_answer, "that is another epoch"


def test_with_few_images_more_than_a_point_makes_a_clear_difference(
    view: BiasesView, conclusion: Conclusion, small: Small, trained: Trained
) -> None:
    few = replace(MNIST, key="sha256:" + 64 * "0", validation_images=400)
    free, _, penalized, _ = penalized_runs(small, trained)
    for accuracy, said in ((0.84, "makes no clear difference: +4.00"), (0.86, "has helped here: +6.00")):
        pair = ended_with(free, 0.8, 0.8, few), ended_with(penalized, accuracy, accuracy, few)
        view.show_runs(pair, "")
        assert conclusion.text().startswith(f"Also penalizing biases {said} points")


def ended_with(run: DrawnRun, accuracy: float, before: float, data_set: DataSet = MNIST) -> DrawnRun:
    """Return the run with this accuracy at the end, and another one in earlier epochs, as if on this data set."""
    rows, (*others, newest) = run.history.rows.copy(), run.history.kept()
    rows["validation_accuracy"] = before
    kept = [*others, replace(newest, validation_accuracy=accuracy)]
    return replace(run, history=RunHistory.restored(run.history.experiment.on(data_set), rows, kept))
