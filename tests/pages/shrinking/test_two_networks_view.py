"""Two real networks, as it is seen."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.shrinking.two_networks_view import TwoNetworksView
from nnreg_gui.pages.trial import Trial
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.texts import percent_text
from tests.pages.finding_lambda.search_material import shown, texts
from tests.pages.shrinking.shrinking_material import penalized_runs

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def view(qtbot: QtBot) -> TwoNetworksView:
    view = TwoNetworksView(Trial())
    shown(qtbot, view)
    return view


def test_before_anything_it_says_what_will_be_seen(view: TwoNetworksView) -> None:
    view.show_runs([], "")
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


def test_one_alone_is_drawn_and_the_other_is_missed(view: TwoNetworksView, small: Small, trained: Trained) -> None:
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
