"""Random hidden layers on real digits: the curves fill in, are cancelled, and say what they show."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.questions.random_layers import RandomLayer
from nnreg_gui.pages.past_the_peak.layer_trial import IMAGES, LAMBDAS, SEEDS, SHARES, WIDTHS
from nnreg_gui.pages.past_the_peak.past_the_peak_page import DIGITS, PastThePeakPage
from tests.pages.answering import Window, show_in_front, texts

ASKED = "7,950,010 parameters for 1,000 images: does the network explode?"


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> PastThePeakPage:
    page = PastThePeakPage(window.services)
    qtbot.addWidget(page)
    page.resize(1280, 620)
    page.open_view(DIGITS)
    show_in_front(page, qtbot)
    return page


def _layer(validation: Callable[[float], float]) -> RandomLayer:
    """Return made-up figures; `validation` returns the accuracy for a λ, of which wrong labels take a third."""
    accuracies = np.array([[[1.0, validation(lambda_)] for lambda_ in LAMBDAS]] * len(SHARES))
    accuracies[1, :, 1] *= 2 / 3
    return RandomLayer(accuracies, np.array([[[0.1, 0.2]] * len(LAMBDAS)] * len(SHARES)))


def _like_the_real_ones(width: int) -> RandomLayer:
    plain = 0.15 if width == IMAGES else 0.6 + 0.3 * np.log10(width) / 4
    return _layer(lambda lambda_: plain if not lambda_ else 0.8)


def _press(page: PastThePeakPage) -> None:
    QTest.mouseClick(page.digits.bar.button, Qt.MouseButton.LeftButton)


def _answer(window: Window, most: int = len(WIDTHS) * len(SEEDS)) -> None:
    for _ in range(most):
        if not window.questions.waiting:
            return
        window.questions.answer_with(_like_the_real_ones(window.questions.waiting[0].neurons))


def test_before_measuring_it_asks_and_says_which_key_starts(page: PastThePeakPage) -> None:
    assert page.conclusion.text() == ASKED
    assert not page.conclusion.is_answer
    assert page.digits.curves._empty.text().startswith("Press S")
    assert not page.digits.costs.isVisible()


def test_the_curves_fill_in_seed_by_seed(page: PastThePeakPage, window: Window, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(window.questions.waiting) == 1)  # a key presses a button for a moment
    [asked] = window.questions.waiting
    assert (asked.neurons, asked.seed, asked.images, asked.shares) == (10, 1, 1_000, (0.0, 0.1))
    _answer(window, 3)
    view = page.digits
    assert [point.value for point in view.curves._series[0].points] == [10, 30, 100]
    assert view.costs.isVisible()
    assert 0 < view._trial.share < 0.1
    assert page.conclusion.text() == ASKED

    _answer(window, len(WIDTHS) - 3)
    assert page.conclusion.text() == (
        "As many neurons as images: 15.0\N{NO-BREAK SPACE}%. With 7,950,010 parameters 90.0\N{NO-BREAK SPACE}%: "
        "the best width."
    )
    assert view._trial.running, "other seeds follow"
    _answer(window)
    assert view._trial.complete
    assert not view._trial.running
    assert not view.bar.button.isEnabled(), "everything is known"
    assert {point.validation.count for point in view.curves._series[0].points} == {3}
    assert view._sentence.text().endswith(
        "At h = 1,000, L2 with λ = 100 makes 80.0\N{NO-BREAK SPACE}% out of 15.0\N{NO-BREAK SPACE}%."
    )


def test_where_the_far_side_is_no_better_it_does_not_say_so(page: PastThePeakPage, window: Window) -> None:
    _press(page)
    for _ in WIDTHS:
        window.questions.answer_with(_layer(lambda _: 0.5))
    assert page.conclusion.text() == (
        "As many neurons as images: 50.0\N{NO-BREAK SPACE}%; with 7,950,010 parameters 50.0\N{NO-BREAK SPACE}%."
    )
    page.digits.choices.wrong.click()
    assert page.conclusion.text() == (
        "10\N{NO-BREAK SPACE}% wrong labels, as many neurons as images: 33.3\N{NO-BREAK SPACE}%; with 7,950,010 "
        "parameters 33.3\N{NO-BREAK SPACE}%."
    )


def test_it_can_be_cancelled_and_goes_on_where_it_was(page: PastThePeakPage, window: Window, qtbot: QtBot) -> None:
    _press(page)
    window.questions.replies[-1].progressed.emit(0.6)
    _answer(window, 2)
    assert page.digits.bar.button.text() == "Cancel"
    with qtbot.waitSignal(page.trial_ended):
        _press(page)
    assert page.digits.bar.button.text() == "Measure"
    assert window.questions.waiting == []

    _press(page)
    assert [one.neurons for one in window.questions.waiting] == [100]


def test_wrong_labels_and_lambda_are_choices_without_measuring_again(
    page: PastThePeakPage, window: Window, qtbot: QtBot
) -> None:
    view = page.digits
    QTest.keyClick(page, Qt.Key.Key_V)
    qtbot.waitUntil(view.choices.wrong.isChecked)  # a key presses a button for a moment
    assert page.conclusion.text() == ASKED
    _press(page)
    _answer(window)
    assert page.conclusion.text() == (
        "10\N{NO-BREAK SPACE}% wrong labels, as many neurons as images: 10.0\N{NO-BREAK SPACE}%. With 7,950,010 "
        "parameters 60.0\N{NO-BREAK SPACE}%: the best width."
    )
    assert "10\N{NO-BREAK SPACE}% wrong labels" in view.curves._title.text()
    assert view.curves._series[0].points[-1].validation.mean == pytest.approx(0.6)
    assert "L2 with λ = 100 makes 53.3\N{NO-BREAK SPACE}% out of 10.0" in view._sentence.text()
    assert view._sentence.text().endswith(
        "With true labels there is 15.0\N{NO-BREAK SPACE}% at h = 1,000, and 90.0\N{NO-BREAK SPACE}% at h = 10,000."
    )

    view.choices.wrong.click()
    assert page.conclusion.text().startswith("As many neurons as images: 15.0")
    assert "wrong" not in view.curves._title.text()

    assert [one.name for one in view.curves._series] == ["without penalty", "λ = 100"]
    view.choices.lambda_.setCurrentIndex(view.choices.lambda_.findData(10.0))
    assert [one.name for one in view.curves._series] == ["without penalty", "λ = 10"]
    view.choices.ridge.click()
    assert len(view.curves._series) == len(view.costs._curves) == 1
    assert not view.choices.lambda_.isEnabled()
    assert window.questions.waiting == []


def test_a_failure_is_told(page: PastThePeakPage, window: Window, qtbot: QtBot) -> None:
    _press(page)
    with qtbot.waitSignal(page.trial_ended):
        window.questions.fail()
    assert "no memory" in texts(page), "though details are folded away"
    assert page.digits.bar.button.text() == "Measure"
