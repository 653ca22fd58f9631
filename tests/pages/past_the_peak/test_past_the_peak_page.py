"""The page past the peak: three views, and what lessons may do with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.past_the_peak.past_the_peak_page import DIGITS, POLYNOMIAL, TRAINED, PastThePeakPage
from nnreg_gui.pages.past_the_peak.peak_choices import PeakChoices
from tests.pages.answering import Window, show_in_front


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> PastThePeakPage:
    page = PastThePeakPage(window.services)
    qtbot.addWidget(page)
    page.resize(1280, 620)
    show_in_front(page, qtbot)
    return page


def test_it_opens_with_the_polynomial_and_keys_lead_to_either_view(page: PastThePeakPage) -> None:
    page.show_runs([])
    assert "explodes" in page.conclusion.text()
    QTest.keyClick(page, Qt.Key.Key_2)
    assert page.choice.value() == DIGITS
    assert page.conclusion.text() == "7,950,010 parameters for 1,000 images: does the network explode?"
    assert page.digits.bar.isVisible()
    page.show_whole()
    QTest.keyClick(page, Qt.Key.Key_1)
    assert page.choice.value() == POLYNOMIAL
    assert "explodes" in page.conclusion.text()
    assert not page.digits.bar.isVisible()
    QTest.keyClick(page, Qt.Key.Key_3)
    assert page.choice.value() == TRAINED
    assert page.conclusion.text() == "Do trained networks have a peak, too, at as many parameters as 10 n?"
    assert page.trained.bar.isVisible()
    assert not page.digits.choices.isVisible()


def test_it_plays_the_polynomial_only(page: PastThePeakPage) -> None:
    assert page.play()
    assert page.polynomial.play.running
    page.open_view(DIGITS)
    assert not page.polynomial.play.running
    assert not page.play()


def test_what_a_lesson_sets_is_drawn(page: PastThePeakPage) -> None:
    for name, value in {"degree": 40, "lambda": 0.1, "points": 20}.items():
        page.set_setting(name, value)
    assert page.polynomial.panel.value() == PeakChoices(40, 0.1, None, 20)
    page.set_setting("descent", True)
    page.set_setting("steps", 1_000)
    assert page.polynomial.panel.value() == PeakChoices(40, 0.0, 1_000, 20)
    page.set_setting("descent", False)
    page.set_setting("lambda", 0)
    assert page.polynomial.panel.value() == PeakChoices(40, 0.0, None, 20)
    page.set_setting("wrong_labels", True)
    page.set_setting("stopped_early", True)
    assert page.digits.choices.share == 1
    assert page.trained.choices.isChecked()
    assert not page.digits.bar.isVisible(), "before its view is opened"


def test_a_lesson_may_train_the_networks(page: PastThePeakPage, window: Window) -> None:
    page.open_view(TRAINED)
    assert page.train_missing()
    assert len(window.searches.replies) == 1
    assert page.train_missing(), "in training already"
    assert len(window.searches.replies) == 1


def test_a_lesson_may_measure_the_digits(page: PastThePeakPage, window: Window, qtbot: QtBot) -> None:
    assert not page.train_missing()
    page.open_view(DIGITS)
    assert page.train_missing()
    assert len(window.questions.waiting) == 1
    with qtbot.waitSignal(page.trial_ended):
        QTest.keyClick(page, Qt.Key.Key_S)
    assert window.questions.waiting == []


def test_a_lesson_finds_the_points_that_it_speaks_of_whatever_was_done_to_them(page: PastThePeakPage) -> None:
    first = page.polynomial.figures.points
    for change in (
        lambda: page.polynomial.anew.click(),
        lambda: page.polynomial.plot.point_moved.emit(3, 0.2, 0.9),
        lambda: page.polynomial.plot.point_added.emit(0.25, 0.7),
    ):
        change()
        page.set_setting("points", 15)
        assert (page.polynomial.figures.points.x == first.x).all()
        assert (page.polynomial.figures.points.y == first.y).all()
