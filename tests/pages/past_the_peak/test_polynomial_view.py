"""A polynomial past the peak: choices, keys, gradient descent, and what is said of them."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.double_descent import MOST_DEGREE, line_error
from nnreg_gui.pages.past_the_peak.peak_choices import LEAST_POINTS, MOST_POINTS, MOST_STEPS, PeakChoices
from nnreg_gui.pages.past_the_peak.polynomial_view import PolynomialView
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.number_slider import Slider
from nnreg_gui.widgets.room import Room, tell_room
from tests.moved_mouse import move_pressed
from tests.pages.answering import show_in_front

LEFT = Qt.MouseButton.LeftButton
EXPLODED = "As many coefficients as points, 15: the error explodes to 2,428."


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


@pytest.fixture
def view(qtbot: QtBot, conclusion: Conclusion) -> PolynomialView:
    view = PolynomialView(conclusion)
    qtbot.addWidget(view)
    view.resize(1264, 560)
    show_in_front(view, qtbot)
    return view


def _coefficients(view: PolynomialView) -> np.ndarray:
    assert view.plot._picture is not None
    return view.plot._picture.coefficients


def test_it_begins_at_the_peak_and_the_slider_leads_past_it(view: PolynomialView, conclusion: Conclusion) -> None:
    assert conclusion.text() == EXPLODED

    QTest.keyClick(view.panel.degree.findChild(Slider), Qt.Key.Key_End)
    assert conclusion.text() == (
        "Past the peak: 501 coefficients for 15 points, and the error falls from 2,428 to 0.36."
    )
    assert len(_coefficients(view)) == MOST_DEGREE + 1
    assert line_error(_coefficients(view)) == pytest.approx(0.36, abs=0.005)

    QTest.keyClick(view.panel.degree.findChild(Slider), Qt.Key.Key_Home)
    assert conclusion.text().startswith("Degree 0, 15 points: error 1.1")


def test_the_curve_follows_while_the_handle_is_dragged(view: PolynomialView, conclusion: Conclusion) -> None:
    view.panel.degree.moving.emit(8.0)
    assert conclusion.text().startswith("Degree 8, 15 points: error 1.9")
    assert len(_coefficients(view)) == 9


def test_the_errors_over_the_degree_peak_where_the_line_is(view: PolynomialView) -> None:
    (curve,) = view.errors._curves
    assert view.errors._peak == curve.x[curve.y.argmax()] == 14
    norms = view.sizes._curves[1]
    assert norms.x[norms.y.argmax()] == 14, "small weights: they fall as the error does"
    assert norms.y[-1] < 10 < norms.y.max()

    view.panel.number.setValue(25)
    assert view.errors._peak == 24
    assert len(view.figures.points) == 25


def test_ridge_flattens_the_peak(view: PolynomialView, conclusion: Conclusion, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_G)
    qtbot.waitUntil(view.panel.ridge.slider.isEnabled)  # a key presses a button for a moment
    view.panel.ridge.slider.set_value(0.1)

    plain, ridge = view.errors._curves
    assert ridge.y.max() < 1.2 < 1_000 < plain.y.max()
    assert conclusion.text() == (
        f"With λ = 0.1 the error at 15 coefficients is {ridge.y[14]:.2f}; without λ it is 2,428."
    )
    assert view.plot._picture is not None
    assert view.plot._picture.penalized


def test_gradient_descent_has_a_slider_of_steps_and_no_penalty(
    view: PolynomialView, conclusion: Conclusion, qtbot: QtBot
) -> None:
    view.panel.ridge.set_value(0.1)
    QTest.keyClick(view, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: not view.panel.ridge.slider.isVisible())
    assert view.panel.steps.isVisible()
    assert view.panel.value().lambda_ == 0

    view.panel.steps.set_value(100)
    assert conclusion.text() == "After step 100 the error is 0.21; where it tends to, 2,428: stopping helps."

    view.panel.degree.set_value(MOST_DEGREE)
    view.panel.steps.set_value(MOST_STEPS)
    assert conclusion.text() == (
        "After step 100,000 gradient descent has found the smallest coefficients by itself: error 0.36."
    )
    assert _coefficients(view) == pytest.approx(view.figures.at(MOST_DEGREE).fit(), abs=1e-6)

    view.panel.degree.set_value(1)
    assert conclusion.text().startswith("After step 100,000 gradient descent has arrived: error 0.076")
    view.panel.descent.click()
    assert view.panel.ridge.slider.isVisible()


def test_f_plays_and_pauses_the_descent(view: PolynomialView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: view.play.running)
    assert view.play_button.text() == "Pause"
    qtbot.waitUntil(lambda: (view.panel.value().steps or 0) > 1)
    view.play.advance(2.0)
    steps = view.panel.value().steps
    assert steps is not None
    assert steps > 10
    view.play_button.click()
    assert not view.play.running
    assert view.play_button.text() == "Descend"

    view.play_button.click()
    view.play.advance(60.0)
    assert not view.play.running, "it ends by itself"
    assert view.panel.value().steps == MOST_STEPS
    view.play_or_pause()
    view.play.advance(0.0)
    assert view.panel.value().steps == 1, "and begins anew"
    view.panel.descent.setChecked(False)
    assert not view.play.running


def test_the_degree_may_be_dragged_while_the_descent_goes_on(view: PolynomialView) -> None:
    view.play_or_pause()
    view.panel.degree.moving.emit(8.0)
    view.play.advance(2.0)
    assert view.panel.value().degree == 8, "the handle is still held there"


def test_a_hidden_view_rests(view: PolynomialView) -> None:
    view.play_or_pause()
    view.hide()
    assert not view.play.running


def test_other_points_and_back(view: PolynomialView, conclusion: Conclusion) -> None:
    view.anew.click()
    assert "explodes" in conclusion.text()
    assert conclusion.text() != EXPLODED
    view.panel.set_value(PeakChoices(40, 0.1, 50, 20))
    view.reset.click()

    assert conclusion.text() == EXPLODED
    assert view.panel.value() == PeakChoices()


def _at(view: PolynomialView, x: float, y: float) -> QPoint:
    return view.plot._canvas.viewport().mapTo(view, view.plot.position_of(x, y).toPoint())


def test_a_click_adds_a_point_and_takes_the_peak_along_and_a_click_on_it_removes_it(
    view: PolynomialView, conclusion: Conclusion
) -> None:
    window = view.windowHandle()
    QTest.mouseClick(window, LEFT, pos=_at(view, 0.2, -2.0))
    assert len(view.figures.points) == view.panel.number.value() == 16
    assert (view.figures.points.x[-1], view.figures.points.y[-1]) == pytest.approx((0.2, -2.0), abs=0.05)
    assert view.errors._peak == 15
    assert conclusion.text().startswith("Degree 14, 16 points: error ")
    view.panel.degree.set_value(15)
    assert conclusion.text().startswith("As many coefficients as points, 16: the error explodes to ")

    QTest.mouseClick(window, LEFT, pos=_at(view, 0.2, -2.0))
    assert view.panel.number.value() == 15
    assert view.errors._peak == 14
    view.panel.degree.set_value(14)
    assert conclusion.text() == EXPLODED


def test_a_point_that_is_dragged_takes_the_polynomial_along(view: PolynomialView, conclusion: Conclusion) -> None:
    view.panel.degree.set_value(MOST_DEGREE)
    window, error = view.windowHandle(), line_error(_coefficients(view))
    x, y = float(view.figures.points.x[7]), float(view.figures.points.y[7])
    QTest.mousePress(window, LEFT, pos=_at(view, x, y))
    for part in (0.5, 1.0):
        move_pressed(window, _at(view, x, y + 2 * part))
    QTest.mouseRelease(window, LEFT, pos=_at(view, x, y + 2))

    points = view.figures.points
    assert (len(points), view.panel.number.value()) == (15, 15)
    assert (points.x[7], points.y[7]) == pytest.approx((x, y + 2), abs=0.05)
    assert line_error(_coefficients(view)) > error + 0.05
    assert view.errors._curves[0].here == line_error(_coefficients(view))
    view.reset.click()
    assert conclusion.text() == EXPLODED, "the first points again"


def test_there_are_never_too_few_or_too_many_points(view: PolynomialView) -> None:
    window = view.windowHandle()
    view.panel.number.setValue(MOST_POINTS)
    points = view.figures.points
    QTest.mouseClick(window, LEFT, pos=_at(view, 0.0, -3.5))
    assert view.figures.points is points
    assert len(points) == MOST_POINTS

    view.panel.number.setValue(LEAST_POINTS)
    points = view.figures.points
    QTest.mouseClick(window, LEFT, pos=_at(view, float(points.x[0]), float(points.y[0])))
    assert view.figures.points is points
    assert len(points) == LEAST_POINTS


def test_the_details_name_the_sizes(view: PolynomialView) -> None:
    assert view._sentence.text().startswith("Degree 14: ‖c‖ = ")
    assert "Beyond 15 coefficients" in view._sentence.text()
    view.panel.descent.setChecked(True)
    assert "The error is lowest after step " in view._sentence.text()


def test_only_where_many_polynomials_fit_gradient_descent_tends_to_the_smallest(view: PolynomialView) -> None:
    view.panel.descent.setChecked(True)
    for degree, end in ((13, "tends to. "), (14, "tends to. "), (15, "tends to, the smallest that fit. ")):
        view.panel.degree.set_value(degree)
        assert f" away from those it {end}Gradient methods" in view._sentence.text()


def test_a_small_view_leaves_out_a_picture(view: PolynomialView) -> None:
    tell_room(view, Room.COMPACT)
    assert not view.sizes.isVisible()
    assert view.errors.isVisible()
    view.show_whole()
