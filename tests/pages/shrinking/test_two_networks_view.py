"""Two real networks, as a user sees them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import Experiment, ScheduleSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.shrinking.two_networks_view import TwoNetworksView
from nnreg_gui.pages.trial import Trial
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.texts import percent_text
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import shown, texts
from tests.pages.shrinking.shrinking_material import penalized_runs

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


pytestmark = pytest.mark.usefixtures("unfolded")
QUESTION = "How do L1 and L2 make weights smaller?"


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


@pytest.fixture
def view(qtbot: QtBot, conclusion: Conclusion) -> TwoNetworksView:
    view = TwoNetworksView(Trial(Searching(), "shrinking"), conclusion)
    shown(qtbot, view)
    return view


def test_before_anything_it_says_what_will_be_seen(view: TwoNetworksView, conclusion: Conclusion) -> None:
    view.show_runs([], "")
    assert (conclusion.text(), conclusion.is_answer) == (QUESTION, False)
    assert "Press S to train both." in texts(view)


def test_the_newest_of_each_penalty_is_shown_with_its_figures(
    view: TwoNetworksView, small: Small, trained: Trained
) -> None:
    runs = penalized_runs(small, trained)
    view.show_runs(runs, "")
    assert view.l2 is not None
    assert view.l1 is not None
    assert (view.l2.number, view.l1.number) == (1, 2)  # run 3 penalizes biases, too
    newest = view.l1.record
    assert newest is not None
    weights = newest.parameters.weights[0]
    share = float((np.abs(weights) < 0.01).mean())

    assert f"and {percent_text(share)}, exactly 0 are" in texts(view)
    assert view.l2.record is not None
    largest = float(np.abs(view.l2.record.parameters.weights[0]).max())
    assert f"of 3,920 weights; largest |w| {largest:.2f} and" in texts(view)
    assert "within one step, ηλ/n = 0.0025, of 0" in texts(view)
    assert "differ in more" not in texts(view)
    history = runs[1].history
    other = RunHistory.restored(replace(history.experiment, seed=2), history.rows, history.kept())
    view.show_runs([*runs, DrawnRun(other, 5)], "")
    assert view.l1.number == 5
    assert "The runs differ in more than the penalty" in texts(view)
    assert "seed 1 against L1 λ 0.5" in texts(view)


def test_a_rate_that_was_another_in_mid_run_is_a_difference_beside_the_penalty(
    view: TwoNetworksView, small: Small, trained: Trained
) -> None:
    runs = penalized_runs(small, trained)
    before = runs[0].history.experiment
    faster = replace(before, training=replace(before.training, learning_rate=1.0))
    runs[0].history.changes = [Changed(0.2, before, faster), Changed(0.6, faster, before)]
    view.show_runs(runs, "")

    assert "The runs differ in more than the penalty" in texts(view)


def test_a_step_is_that_of_the_epoch_that_is_seen(view: TwoNetworksView, small: Small, trained: Trained) -> None:
    l2, l1 = penalized_runs(small, trained)[:2]
    falling = replace(l1.history.experiment.training, schedule=ScheduleSpec(rule="exponential", gamma=0.5))
    experiment = replace(l1.history.experiment, training=falling)
    l1 = replace(l1, history=RunHistory.restored(experiment, l1.history.rows, l1.history.kept()))
    for epoch, step in ((None, "0.000156"), (1, "0.00125")):
        view.show_runs([l2, replace(l1, epoch=epoch)], "")
        assert f"within one step, ηλ/n = {step}, of 0" in texts(view)


def _with_first_layer(run: DrawnRun, weights: np.ndarray) -> DrawnRun:
    """Return the run with a different first layer in its newest network."""
    *others, newest = run.history.kept()
    parameters = replace(newest.parameters, weights=(weights, *newest.parameters.weights[1:]))
    kept = [*others, replace(newest, parameters=parameters)]
    return replace(run, history=RunHistory.restored(run.history.experiment, run.history.rows, kept))


def test_what_the_figures_allow_is_concluded(
    view: TwoNetworksView, conclusion: Conclusion, small: Small, trained: Trained
) -> None:
    l2, l1 = penalized_runs(small, trained)[:2]
    assert l2.record is not None
    large = np.full_like(l2.record.parameters.weights[0], 0.5)
    small_ones = large.copy()
    small_ones.flat[:1500] = 0.001  # of 3,920
    l2_many, l2_few = _with_first_layer(l2, small_ones), _with_first_layer(l2, large)
    l1_many, l1_few = _with_first_layer(l1, small_ones), _with_first_layer(l1, large)

    view.show_runs([l2_few, l1_many], "")
    assert (conclusion.text(), conclusion.is_answer) == (
        "L1 makes weights vanish (38 % nearly 0), L2 only small (0 %).",
        True,
    )
    view.show_runs([l2_many, l1_few], "")
    assert conclusion.text().startswith("Here L2 makes more weights vanish: 38")
    view.show_runs([l2_many, l1_many], "")
    assert conclusion.text().startswith("Equally many weights are nearly 0: with L1 38")
    view.show_runs([l2_many, replace(l1_many, live=True)], "")
    assert (conclusion.text(), conclusion.is_answer) == (QUESTION, False)
    view.show_runs([l2_many, replace(l1_many, epoch=1)], "")
    assert (conclusion.text(), conclusion.is_answer) == (QUESTION, False), "that is another epoch"
    rows = l2.history.rows.copy()
    rows["largest_weight"] = range(1, len(rows) + 1)
    grown = replace(l2_few, history=RunHistory.restored(l2.history.experiment, rows, l2_few.history.kept()))
    view.show_runs([grown, l1_many], "")
    assert conclusion.text().startswith("L1 makes more weights vanish: 38")
    other = replace(l1.history.experiment, seed=2)
    unlike = replace(l1_many, history=RunHistory.restored(other, l1.history.rows, l1_many.history.kept()))
    view.show_runs([l2_few, unlike], "")
    assert (conclusion.text(), conclusion.is_answer) == (QUESTION, False)


def test_what_went_wrong_is_seen_without_details(view: TwoNetworksView, small: Small, trained: Trained) -> None:
    Details.unfold_all(False)
    l2, l1 = penalized_runs(small, trained)[:2]
    view.show_runs([l2], "")
    assert "Run 1 alone: no run with L1 is shown" in texts(view)
    other = replace(l1.history.experiment, seed=2)
    view.show_runs([l2, DrawnRun(RunHistory.restored(other, l1.history.rows, l1.history.kept()), 2)], "")
    assert "The runs differ in more than the penalty" in texts(view)
    assert "Layer 1, L2 against L1" not in texts(view)


def test_one_alone_is_drawn_and_the_other_is_said_to_be_missing(
    view: TwoNetworksView, small: Small, trained: Trained
) -> None:
    view.show_runs(penalized_runs(small, trained)[1:2], "")

    assert "Run 2 alone: no run with L2 is shown" in texts(view)
    assert view.histogram._steps[1].isVisible()
    assert not view.histogram._steps[0].isVisible()


def test_sudden_falls_of_the_share_are_counted(view: TwoNetworksView, small: Small, trained: Trained) -> None:
    l2, l1 = penalized_runs(small, trained)[:2]
    rows = l1.history.rows.copy()
    rows["small_weights"] = [0.1, 0.5, 0.3, 0.5, 0.44]
    rows["validation_accuracy"] = [0.1, 0.8, 0.7, 0.8, 0.81]
    uneven = RunHistory.restored(l1.history.experiment, rows, l1.history.kept())
    view.show_runs([l2, replace(l1, history=uneven)], "")

    assert "L1 fell by more than 5 points: 2; the validation accuracy fell by up to 10.0 points" in texts(view)
