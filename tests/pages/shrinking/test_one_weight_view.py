"""Weights that shrink step by step, as a user presses and sees it."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.shrinking import ShrinkingNumbers, ShrinkingWeights, shrunk
from nnreg_gui.pages.shrinking.one_weight_view import MINI_BATCHES, MOST_STEPS, WEIGHTS, OneWeightView
from nnreg_gui.pages.shrinking.sentences import conclude_weights
from nnreg_gui.widgets.conclusion import Conclusion
from tests.pages.finding_lambda.search_material import press, shown, texts

pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


@pytest.fixture
def view(qtbot: QtBot, conclusion: Conclusion) -> OneWeightView:
    view = OneWeightView(conclusion)
    shown(qtbot, view, 960, 440)
    return view


def test_before_the_first_step_it_says_what_one_is(view: OneWeightView) -> None:
    assert f"{WEIGHTS} weights from N(0, 1), without data" in texts(view)
    assert "A step here is 1,000 mini-batches" in texts(view)
    assert "At |w| = λ₁/λ₂ = 1 both take 0.00005 per mini-batch" in texts(view)
    assert "w → (1 − ηλ/n) · w = 0.99995 · w" in texts(view)
    assert not view.back.isEnabled()


def test_formulas_are_read_from_the_last_row_where_they_fit(view: OneWeightView, qtbot: QtBot) -> None:
    formula = view.choices._formulas[0]
    font = view.font()
    font.setPointSizeF(10.5)
    view.setFont(font)
    view.resize(1500, 440)
    qtbot.waitUntil(lambda: QFontMetricsF(formula.font()).capHeight() >= 0.025 * 720)
    view.resize(820, 440)
    qtbot.waitUntil(lambda: formula.font().pointSizeF() < 18)
    assert formula.isVisible()
    assert QFontMetricsF(formula.font()).horizontalAdvance(formula.text()) <= formula.width()


def test_a_step_is_a_thousand_mini_batches_of_the_arithmetic_of_training(view: OneWeightView, qtbot: QtBot) -> None:
    start = view.weights.start
    press(qtbot, view.step)
    QTest.keyClick(view, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: view.steps == 2)

    assert np.array_equal(view.weights.l2, shrunk("l2", start, 5e-5, 2 * MINI_BATCHES))
    assert np.array_equal(view.weights.l1, shrunk("l1", start, 5e-5, 2 * MINI_BATCHES))
    assert "After 2,000 mini-batches: largest |w| from 1.88 to 1.70 (L2) and 1.78 (L1)" in texts(view)
    assert "below 0.01 are 0 of 16 (L2) and 1 of 16 (L1)" in texts(view)
    assert "step to and fro over 0 under L1: 1; never farther than ηλ/n = 0.00005" in texts(view)
    QTest.keyClick(view, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: view.steps == 0)
    assert np.array_equal(view.weights.l1, start)


def test_steps_show_that_l1_makes_weights_vanish(view: OneWeightView, conclusion: Conclusion, qtbot: QtBot) -> None:
    assert (conclusion.text(), conclusion.is_answer) == ("How do L1 and L2 make weights smaller?", False)
    for _ in range(12):
        press(qtbot, view.step)
    vanished = int((np.abs(view.weights.l1) < 0.01).sum())
    assert vanished > 3
    assert (np.abs(view.weights.l2) >= 0.01).all()
    assert conclusion.is_answer
    assert conclusion.text() == f"L1 makes weights vanish ({vanished} of 16), L2 only makes them smaller."
    view.choices.lambda_l1.set_value(0)
    view.choices.lambda_l2.set_value(0)
    assert conclusion.text() == "With λ = 0 neither L1 nor L2 takes anything."


def test_other_numbers_of_vanished_weights_are_said_too(conclusion: Conclusion) -> None:
    start = np.array([1.0, -0.5, 0.2], np.float32)
    one, two, numbers = start * [1, 1, 0], start * [1, 0, 0], ShrinkingNumbers()
    conclude_weights(conclusion, ShrinkingWeights(start, 9, one, two), numbers)
    assert conclusion.text() == "L1 makes more weights vanish: 2 of 3, L2 1."
    conclude_weights(conclusion, ShrinkingWeights(start, 9, two, one), numbers)
    assert conclusion.text() == "With this λ, L2 makes more weights vanish: 2 of 3, L1 1."
    conclude_weights(conclusion, ShrinkingWeights(start, 9, one, one), numbers)
    assert conclusion.text() == "L1 and L2 have made equally many weights vanish: 1 of 3."
    conclude_weights(conclusion, ShrinkingWeights(start, 9, start, two), ShrinkingNumbers(lambda_l2=0))
    assert conclusion.text() == "L1 makes more weights vanish: 2 of 3, L2 0."


def test_many_steps_follow_each_other_until_paused_or_hidden(view: OneWeightView, qtbot: QtBot) -> None:
    view._clock.setInterval(0)
    QTest.keyClick(view, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: view.steps > 2)
    assert view.many.text() == "Pause"
    press(qtbot, view.many)
    assert not view.playing
    assert view.many.text() == "Many steps"
    press(qtbot, view.many)
    view.hide()
    assert not view.playing
    view.show()
    view.weights = replace(view.weights, mini_batches=(MOST_STEPS - 2) * MINI_BATCHES)
    press(qtbot, view.many)
    qtbot.waitUntil(lambda: view.steps == MOST_STEPS)

    assert not view.playing
    assert not view.step.isEnabled()
    press(qtbot, view.back)
    assert view.step.isEnabled()


def test_other_numbers_move_the_crossing_and_begin_anew(view: OneWeightView, qtbot: QtBot) -> None:
    press(qtbot, view.step)
    view.choices.lambda_l1.set_value(0.2)

    assert view.steps == 0
    assert "At |w| = λ₁/λ₂ = 2 both take 0.0001 per mini-batch" in texts(view)
    assert view.curves._numbers == ShrinkingNumbers(lambda_l1=0.2)
    view.choices.training_images.setFocus()
    view.choices.training_images.selectAll()
    QTest.keyClicks(view.choices.training_images, "100")
    QTest.keyClick(view.choices.training_images, Qt.Key.Key_Return)
    assert "both take 0.001 per mini-batch" in texts(view)
    view.choices.lambda_l2.set_value(0)
    assert "With λ = 0 L2 takes nothing" in texts(view)
    view.choices.lambda_l1.set_value(0)
    assert "With λ = 0 neither takes anything." in texts(view)


def test_a_crossing_outside_of_the_picture_is_said_to_be_there(view: OneWeightView) -> None:
    view.choices.lambda_l1.set_value(5)
    assert "At |w| = λ₁/λ₂ = 50 both take" in texts(view)
    assert "That is outside of the picture." in texts(view)

    view.choices.lambda_l1.set_value(1)
    assert "At |w| = λ₁/λ₂ = 10 both take" in texts(view)
    assert all(line.isVisible() for line in view.curves._crossings), "the farthest that is drawn"
    assert "outside" not in texts(view)


def test_dragging_a_slider_shows_the_crossing_before_it_is_let_go(view: OneWeightView) -> None:
    slider = view.choices.lambda_l1.findChild(QSlider)
    assert isinstance(slider, QSlider)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center() * 1.5)
    assert "At |w| = λ₁/λ₂ = 1 both" not in texts(view)
    assert view.choices.value() == ShrinkingNumbers()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center() * 1.5)
    assert view.choices.value().lambda_l1 != 0.1
