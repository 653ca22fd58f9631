"""The signs of overfitting on the learning page: strip, details, and marks on the curves."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.overfitting import NOT_YET, YES
from nnreg_gui.pages.learning.learning_page import LearningPage
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.epoch_plot import EpochPlot
from tests.pages.learning.signs_material import grow, history_with, recorded
from tests.pages.rooms import Rooms

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def page(qtbot: QtBot) -> LearningPage:
    page = LearningPage()
    qtbot.addWidget(page)
    page.resize(960, 490)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture(scope="module")
def curves() -> np.ndarray:
    return recorded("images_1000_off")[:, :121]


def _words(plot: EpochPlot) -> list[str]:
    return [mark.text for mark in plot.curve_marks.placed]


def _states(page: LearningPage) -> list[int]:
    return [entry.lamp.state() for entry in page.signs.entries.values()]


def test_the_lamps_light_while_the_run_goes_on(
    page: LearningPage, curves: np.ndarray, small: Small, trained: Trained
) -> None:
    history, pattern = history_with(curves, small, trained, 0), trained(small(epochs=1))
    lit = {}
    for epoch in range(1, 121):
        grow(history, curves, pattern, epoch)
        page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
        for name, entry in page.signs.entries.items():
            if entry.lamp.state() == YES:
                lit.setdefault(name, epoch)

    assert lit == {"costs": 15, "accuracies": 22, "high_accuracy": 35, "gap": 22}


def test_the_lamps_speak_of_the_selected_run_at_the_epoch_that_is_looked_at(
    page: LearningPage, curves: np.ndarray, small: Small, trained: Trained
) -> None:
    by_heart, short = history_with(curves, small, trained, 120), history_with(curves, small, trained, 5)
    page.show_runs([DrawnRun(by_heart, 1, selected=True), DrawnRun(short, 2)])
    assert _states(page) == [YES] * 4
    page.show_runs([DrawnRun(by_heart, 1, selected=True, epoch=8), DrawnRun(short, 2)])
    assert YES not in _states(page)
    page.show_runs([DrawnRun(by_heart, 1), DrawnRun(short, 2, selected=True)])
    assert YES not in _states(page)
    page.show_runs([])
    assert _states(page) == [NOT_YET] * 4


def test_the_curves_are_marked(page: LearningPage, curves: np.ndarray, small: Small, trained: Trained) -> None:
    page.show_runs([DrawnRun(history_with(curves, small, trained, 120), 1, selected=True)])
    assert _words(page.cost) == ["lowest at epoch 18"]
    assert _words(page.accuracy) == ["100 % at epoch 64", "gap over 5 points from epoch 1 on"]

    page.show_runs([DrawnRun(history_with(curves, small, trained, 20), 1, selected=True)])
    assert _words(page.cost) == [], "a mark that runs along with the end of the curve tells nothing"
    page.show_runs([])
    assert _words(page.accuracy) == []


@pytest.mark.parametrize("how", ["click", "key"])
def test_the_details_take_the_place_of_the_weights(
    page: LearningPage, curves: np.ndarray, small: Small, trained: Trained, qtbot: QtBot, how: str
) -> None:
    page.show_runs([DrawnRun(history_with(curves, small, trained, 120), 1, selected=True)])
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert page.signs_view is None, "it would delay the window's start"

    def press() -> None:
        if how == "click":
            QTest.mouseClick(page.signs.button, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(page, Qt.Key.Key_O)

    press()
    qtbot.waitUntil(lambda: page.signs_view is not None and page.signs_view.isVisible())
    assert not any(histogram.isVisible() for histogram in page.histograms)
    assert page.signs_view.rows["costs"].lamp.state() == YES
    press()
    qtbot.waitUntil(lambda: all(histogram.isVisible() for histogram in page.histograms))
    assert not page.signs_view.isVisible()


def test_a_threshold_changes_lamps_and_marks(
    page: LearningPage, curves: np.ndarray, small: Small, trained: Trained
) -> None:
    page.show_runs([DrawnRun(history_with(curves, small, trained, 120), 1, selected=True)])
    QTest.mouseClick(page.signs.button, Qt.MouseButton.LeftButton)
    assert page.signs_view is not None
    box = page.signs_view.thresholds.boxes["gap"]
    box.setFocus(Qt.FocusReason.TabFocusReason)
    box.selectAll()
    QTest.keyClicks(box, "30")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert page.signs.entries["gap"].lamp.state() != YES
    assert "gap" not in " ".join(_words(page.accuracy))

    QTest.mouseClick(page.signs_view.restore, Qt.MouseButton.LeftButton)
    assert page.signs.entries["gap"].lamp.state() == YES
    assert "gap over 5 points" in " ".join(_words(page.accuracy))


def test_before_the_first_run_the_details_say_what_the_signs_are(page: LearningPage) -> None:
    QTest.mouseClick(page.signs.button, Qt.MouseButton.LeftButton)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    assert "The training accuracy is suspiciously high." in said
    assert sum(text.startswith("Here") for text in said) == 2


@pytest.mark.parametrize(("height", "seen"), [(490, True), (260, True), (180, False)])
def test_a_very_low_page_leaves_its_room_to_the_curves(
    page: LearningPage, qtbot: QtBot, height: int, seen: bool, rooms: Rooms
) -> None:
    rooms.give(page, 960, height)
    assert page.signs.isVisible() == seen

    assert page.signs.height() <= 1.6 * page.fontMetrics().height()


def test_first_it_is_asked_then_said_when_the_run_begins_to_overfit(
    page: LearningPage, curves: np.ndarray, small: Small, trained: Trained
) -> None:
    page.show_runs([])
    asked = page.conclusion.text()
    assert asked == "When does the network begin to overfit?"
    assert not page.conclusion.is_answer

    history = history_with(curves, small, trained, 120)
    page.show_runs([DrawnRun(history, 2, selected=True, epoch=0)])
    assert page.conclusion.text() == asked
    page.show_runs([DrawnRun(history, 2, selected=True, epoch=10)])
    assert page.conclusion.text() == "Run 2 has a gap of 16.4 points: does it overfit?"
    assert not page.conclusion.is_answer
    page.show_runs([DrawnRun(history, 2, selected=True)])
    assert page.conclusion.text() == "Run 2 overfits: since epoch 18 by the cost, 84 by the accuracy."
    assert page.conclusion.is_answer


def test_a_run_that_does_not_overfit_is_said_not_to(page: LearningPage, small: Small, trained: Trained) -> None:
    history = history_with(recorded("images_50000_l2_5"), small, trained, 30)
    page.show_runs([DrawnRun(history, 1, selected=True)])

    assert page.conclusion.text() == "Run 1 does not overfit: gap 0.5 points."


def test_a_run_that_learns_nothing_is_said_to_have_too_large_a_rate(
    page: LearningPage, curves: np.ndarray, small: Small, trained: Trained
) -> None:
    uphill = curves.copy()
    uphill[:2, 1:], uphill[2:] = 2 * uphill[:2, :1], 0.1
    page.show_runs([DrawnRun(history_with(uphill, small, trained, 120), 1, selected=True)])

    assert page.conclusion.text() == "Run 1 does not learn: η is too large."


def test_a_gap_alone_is_said_as_it_is(page: LearningPage, small: Small, trained: Trained) -> None:
    history = history_with(recorded("images_1000_l2_01"), small, trained, 400)
    page.show_runs([DrawnRun(history, 1, selected=True)])

    assert page.conclusion.text() == "Run 1: training is 11.5 points above validation."
    page.retranslate()
    assert page.conclusion.text() == "Run 1: training is 11.5 points above validation."
