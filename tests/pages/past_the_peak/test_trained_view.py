"""Trained networks past the peak: they are trained in the background, and what is said follows from what was found."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.searches.parameter_cut import HIDDEN, SEEDS, SHARES
from nnreg_gui.pages.past_the_peak.cut_trial import CutTrial
from nnreg_gui.pages.past_the_peak.past_the_peak_page import TRAINED, PastThePeakPage
from nnreg_gui.pages.past_the_peak.trained_view import TrainedView
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.room import Room, tell_room
from tests.pages.answering import Window, show_in_front

ASKED = "Do trained networks have a peak, too, at as many parameters as 10 n?"
NUMBER = len(HIDDEN) * len(SHARES) * len(SEEDS)
Costs = Callable[[int], float]  # by hidden neurons


def _falls(hidden: int) -> float:
    return 2.5 / hidden**0.3


def _peaks(hidden: int) -> float:
    """Return a cost with a peak at 13 hidden neurons."""
    return 2.0 + max(0.0, 1.0 - abs(np.log(hidden / 13)))


def _peaks_late(hidden: int) -> float:
    return 3.0 if hidden == 50 else 2.0


def _trained(true: Costs, wrong: Costs, early: Costs = _falls) -> Callable[[Experiment], RunHistory]:
    """Return what makes up runs: costs at their end with true and with wrong labels, and their lowest before."""

    def train(experiment: Experiment) -> RunHistory:
        hidden, lies = experiment.network.hidden[0], experiment.data.lies
        end = (wrong if lies else true)(hidden) + 0.02 * experiment.seed
        rows = np.zeros(3, RunHistory(experiment).rows.dtype)
        rows["epoch"] = range(3)
        rows["validation_cost"] = 7.0, min(end, early(hidden) + 0.02 * experiment.seed), end
        rows["training_cost"] = 7.0, 0.5, 0.1
        rows["validation_accuracy"] = 0.1, 0.9 - 0.3 / hidden, 0.8 - 0.3 / hidden
        rows["training_accuracy"] = 0.1, 0.9, 1.0
        return RunHistory.restored(experiment, rows, [])

    return train


@pytest.fixture
def window() -> Window:
    return Window(train=_trained(_falls, _peaks))


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> PastThePeakPage:
    page = PastThePeakPage(window.services)
    qtbot.addWidget(page)
    page.resize(1280, 620)
    page.open_view(TRAINED)
    show_in_front(page, qtbot)
    return page


def _train_all(page: PastThePeakPage, window: Window) -> None:
    QTest.mouseClick(page.trained.bar.button, Qt.MouseButton.LeftButton)
    window.searches.train_all()


def test_before_training_it_asks_and_says_which_key_starts(page: PastThePeakPage) -> None:
    assert page.conclusion.text() == ASKED
    assert not page.conclusion.is_answer
    assert page.trained.costs._empty.text().startswith("Press S")
    assert not page.trained.accuracies.isVisible()


def test_the_curves_fill_in_and_two_seeds_answer(page: PastThePeakPage, window: Window, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(window.searches.replies) == 1)  # a key presses a button for a moment
    view, part = page.trained, NUMBER // len(SEEDS)
    assert len(window.searches.searches[0].experiments) == NUMBER
    assert window.searches.replies[0].page == "past_the_peak"
    window.searches.train(0, 1, 2)
    assert [[point.key for point in one.points] for one in view.costs._series] == [[3, 5], [3]]
    assert view.accuracies.isVisible()
    window.searches.train(*range(3, part))
    assert page.conclusion.text() == ASKED, "one seed says nothing about chance"

    window.searches.train(*range(part, 2 * part))
    assert page.conclusion.text() == (
        "With 20\N{NO-BREAK SPACE}% wrong labels the cost peaks near 10 n parameters, with true ones not clearly."
    )
    assert {point.validation.count for one in view.costs._series for point in one.points} == {2}
    window.searches.train(*range(2 * part, NUMBER))
    with qtbot.waitSignal(page.trial_ended):
        window.searches.end()
    assert not view.bar.button.isEnabled(), "everything is known"
    assert {point.validation.count for one in view.costs._series for point in one.points} == {3}


def test_the_curves_lie_over_parameters_with_a_line_at_as_many_as_targets(
    page: PastThePeakPage, window: Window
) -> None:
    _train_all(page, window)
    for plot in (page.trained.accuracies, page.trained.costs):
        true, wrong = plot._series
        assert [point.value for point in true.points] == [795 * hidden + 10 for hidden in HIDDEN]
        assert plot._line.isVisible()
        assert plot._line.value() == pytest.approx(4), "10,000"
        assert [name for _, name in plot.legend._entries] == ["parameters = 10 n"]
        assert (true.name, wrong.name) == ("true labels", "20\N{NO-BREAK SPACE}% wrong")
    costs, accuracies = page.trained.costs, page.trained.accuracies
    assert [point.validation.mean for point in costs._series[1].points] == pytest.approx(
        [_peaks(hidden) + 0.04 for hidden in HIDDEN]
    )
    assert accuracies._series[0].points[0].training.mean == 1
    assert costs._best == (10_345, pytest.approx(3.04), "peak")
    costs.point_at(QPointF(4.0, 1.0))
    assert "10,345 parameters" in costs._values.text()
    assert "3.04" in costs._values.text()
    assert "h = 13" in costs._values.text()
    page.show_whole()


@pytest.mark.parametrize(
    ("true", "wrong", "said"),
    [
        (
            _peaks,
            _falls,
            "With true labels the cost peaks near 10 n parameters, with 20 % wrong ones not clearly.",
        ),
        (
            _peaks,
            _peaks_late,
            "The cost peaks: with 20 % wrong labels at 39,760 parameters, with true ones near 10 n parameters.",
        ),
        (
            _falls,
            _falls,
            "No clear peak: the cost does not rise and fall again, with true labels or 20 % wrong ones.",
        ),
        (
            _falls,
            lambda hidden: 3.0 if hidden in (20, 30) else 2.0,
            "With 20 % wrong labels the cost peaks at 15,910 to 23,860 parameters, with true ones not clearly.",
        ),
    ],
)
def test_other_outcomes_are_said_as_they_are(
    page: PastThePeakPage, window: Window, true: Costs, wrong: Costs, said: str
) -> None:
    window.searches.run_of = _trained(true, wrong)
    _train_all(page, window)
    assert page.conclusion.text().replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("true", "wrong", "early", "said"),
    [
        (
            _falls,
            _peaks,
            _falls,
            "Stopped early, at its lowest, the cost has no clear peak, even with 20 % wrong labels.",
        ),
        (
            _falls,
            _peaks,
            _peaks,
            "Even stopped early, the cost peaks with 20 % wrong labels near 10 n parameters.",
        ),
        (_peaks, _falls, _peaks, "Even stopped early, the cost peaks with true labels near 10 n parameters."),
        (
            _peaks_late,
            _peaks_late,
            _peaks_late,
            "Even stopped early, the cost peaks: with 20 % wrong labels at 39,760 parameters, with true ones at 39,760 "
            "parameters.",
        ),
    ],
)
def test_stopped_early_is_a_choice_without_training_again(
    page: PastThePeakPage, window: Window, qtbot: QtBot, true: Costs, wrong: Costs, early: Costs, said: str
) -> None:
    window.searches.run_of = _trained(true, wrong, early)
    _train_all(page, window)
    QTest.keyClick(page, Qt.Key.Key_V)
    qtbot.waitUntil(page.trained.choices.isChecked)  # a key presses a button for a moment
    assert page.conclusion.text().replace("\N{NO-BREAK SPACE}", " ") == said
    assert len(window.searches.replies) == 1


def test_the_details_name_the_figures(page: PastThePeakPage, window: Window) -> None:
    _train_all(page, window)
    said = page.trained._sentence.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "on 1,000 digits of MNIST, for 200 epochs; 3 seeds." in said
    assert said.endswith(
        "True labels: h = 3 cost 1.84, accuracy 70.0 %; h = 13 cost 1.20, accuracy 77.7 %; h = 300 cost 0.49, "
        "accuracy 79.9 %. 20 % wrong labels: h = 3 cost 2.04, accuracy 70.0 %; h = 13 cost 3.04, accuracy 77.7 %; "
        "h = 300 cost 2.04, accuracy 79.9 %."
    )


def test_the_details_say_how_broad_the_peak_is(page: PastThePeakPage, window: Window) -> None:
    window.searches.run_of = _trained(_falls, lambda hidden: 3.0 if hidden in (10, 13, 16) else 2.0)
    _train_all(page, window)
    assert page.trained._sentence.text().endswith(
        "Seeds cannot tell the costs at 7,960 to 12,730 parameters from the peak."
    )


def test_it_can_be_cancelled_and_goes_on_where_it_was(page: PastThePeakPage, window: Window) -> None:
    bar = page.trained.bar
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    window.searches.train(0, 1)
    assert bar.button.text() == "Cancel"
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert window.searches.cancelled == window.searches.replies
    window.searches.end()
    assert bar.button.text() == "Train"
    assert "ended before its end: 2 of 66" in page.trained._remarks.text()

    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert len(window.searches.searches[1].experiments) == NUMBER - 2
    window.searches.train_all()
    assert page.conclusion.is_answer
    assert page.trained._remarks.text() == ""


def test_a_failure_is_told(page: PastThePeakPage, window: Window) -> None:
    QTest.mouseClick(page.trained.bar.button, Qt.MouseButton.LeftButton)
    window.searches.end(Problem("There is no memory."))
    assert "There is no memory." in page.trained._remarks.text()


def test_a_narrow_view_leaves_out_the_accuracies(window: Window, qtbot: QtBot) -> None:
    trial = CutTrial(window.searches)
    view = TrainedView(trial, Conclusion())
    qtbot.addWidget(view)
    em = view.fontMetrics().height()
    view.resize(60 * em, 20 * em)
    show_in_front(view, qtbot)
    trial.begin()
    window.searches.train_all()
    assert view.accuracies.isVisible()
    tell_room(view, Room.COMPACT)
    assert not view.accuracies.isVisible()
    assert view.costs.isVisible()


def test_the_sizes_are_dense_around_the_line() -> None:
    ratios = [(795 * more + 10) / (795 * fewer + 10) for fewer, more in pairwise(HIDDEN) if 5 <= fewer <= 20]
    assert max(ratios) < 1.7
