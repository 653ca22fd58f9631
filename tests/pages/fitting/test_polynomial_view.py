"""Line or polynomial: the points, the choices and the keys as a user uses them."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.polynomials import Points, fit, noisy_points
from nnreg_gui.pages.fitting.fit_sentences import conclude
from nnreg_gui.pages.fitting.polynomial_view import PolynomialView
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.number_slider import Slider
from tests.moved_mouse import move_pressed

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


@pytest.fixture
def view(qtbot: QtBot, conclusion: Conclusion) -> PolynomialView:
    view = PolynomialView(conclusion)
    qtbot.addWidget(view)
    view.resize(960, 450)
    with qtbot.waitExposed(view):
        view.show()
    return view


def _window(view: PolynomialView) -> QWindow:
    """Return the window to press the mouse in: Qt decides who gets the press, as for a user."""
    return view.windowHandle()


def _at(view: PolynomialView, x: float, y: float) -> QPoint:
    return view.plot._canvas.viewport().mapTo(view, view.plot.position_of(x, y).toPoint())


def _sentence(view: PolynomialView) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel) if "training error" in label.text())


def test_a_click_on_an_empty_place_adds_a_point_and_a_click_on_it_removes_it(view: PolynomialView) -> None:
    QTest.mouseClick(_window(view), LEFT, pos=_at(view, 5.0, 12.0))
    assert len(view.points) == 11
    assert (view.points.x[-1], view.points.y[-1]) == pytest.approx((5.0, 12.0), abs=0.1)

    QTest.mouseClick(_window(view), LEFT, pos=_at(view, 5.0, 12.0))
    assert len(view.points) == 10
    assert "10 points" in _sentence(view)


def test_a_point_that_is_dragged_takes_the_curve_along(view: PolynomialView) -> None:
    x, y = float(view.points.x[4]), float(view.points.y[4])
    QTest.mousePress(_window(view), LEFT, pos=_at(view, x, y))
    for part in (0.5, 1.0):
        move_pressed(_window(view), _at(view, x + 0.3 * part, y + 4 * part))
    QTest.mouseRelease(_window(view), LEFT, pos=_at(view, x + 0.3, y + 4))

    assert len(view.points) == 10
    assert (view.points.x[4], view.points.y[4]) == pytest.approx((x + 0.3, y + 4), abs=0.1)
    assert fit(view.points, 9)(view.points.x[4]) == pytest.approx(view.points.y[4], abs=1e-6)


def test_a_point_cannot_be_dragged_to_where_nothing_is_fitted(view: PolynomialView) -> None:
    x, y = float(view.points.x[9]), float(view.points.y[9])
    QTest.mousePress(_window(view), LEFT, pos=_at(view, x, y))
    move_pressed(_window(view), _at(view, 13.0, y))
    QTest.mouseRelease(_window(view), LEFT, pos=_at(view, 13.0, y))

    assert view.points.x[9] == 10.0


def test_a_higher_degree_fits_the_points_better_and_others_worse(view: PolynomialView, conclusion: Conclusion) -> None:
    assert "degree 9 (10 parameters, 10 points): training error 0.00" in _sentence(view)
    assert conclusion.is_answer
    assert conclusion.text() == "On new points the line is better: error 0.98, of the polynomial 1.78."

    slider = view.panel.degree.findChild(Slider)
    for _ in range(8):
        QTest.keyClick(slider, Qt.Key.Key_Left)

    assert "degree 1 (2 parameters" in _sentence(view)
    assert conclusion.text() == "On new points both are equally good: error 0.98."
    assert len(view.coefficients._polynomial.coefficients) == 2


@pytest.mark.parametrize("noise", [0.0, 0.003])
def test_errors_closer_than_they_are_written_are_equally_good(
    view: PolynomialView, conclusion: Conclusion, noise: float
) -> None:
    points, held_out = (noisy_points(count, noise, 1, held_out=count > 10) for count in (10, 100))
    line, polynomial = fit(points, 1), fit(points, 9)
    assert held_out.error(line) < 0.9 * held_out.error(polynomial)
    conclude(conclusion, held_out, line, polynomial)
    assert conclusion.text() == "On new points both are equally good: error 0.00."


def test_points_on_a_curve_favour_the_polynomial(view: PolynomialView, conclusion: Conclusion) -> None:
    curve = Points(view.held_out.x, (view.held_out.x - 5) ** 2)
    conclude(conclusion, curve, fit(curve, 1), fit(curve, 2))

    assert conclusion.is_answer
    assert conclusion.text().startswith("On new points the polynomial is better: error 0.00, of the line ")


def test_without_the_held_out_points_the_hall_is_asked(
    view: PolynomialView, conclusion: Conclusion, qtbot: QtBot
) -> None:
    QTest.keyClick(view, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: not conclusion.is_answer)
    assert conclusion.text() == "Which one is right: the line, or the polynomial?"


def test_j_penalizes_the_coefficients_and_the_slider_of_lambda_shrinks_them(view: PolynomialView, qtbot: QtBot) -> None:
    def largest() -> float:
        """Return the largest of the penalized coefficients, without the constant."""
        return float(np.abs(view.coefficients._polynomial.coefficients[1:]).max())

    before = largest()
    assert not view.panel.ridge.slider.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_G)
    qtbot.waitUntil(view.panel.ridge.slider.isEnabled)
    some = largest()
    QTest.keyClick(view.panel.ridge.slider.findChild(Slider), Qt.Key.Key_End)

    assert before > 100
    assert some < before / 10
    assert largest() < some
    QTest.keyClick(view, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: largest() == before)


def test_keys_draw_other_points_hide_the_held_out_ones_and_go_back(view: PolynomialView, qtbot: QtBot) -> None:
    first = view.points.y.copy()
    QTest.keyClick(view, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: not np.array_equal(view.points.y, first))
    assert view.plot._held_out.isVisible()
    QTest.keyClick(view, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: not view.plot._held_out.isVisible())
    view.panel.degree.set_value(3)
    QTest.keyClick(view, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: np.array_equal(view.points.y, first))

    assert view.panel.value().degree == 9


def test_number_and_noise_are_typed(view: PolynomialView) -> None:
    for box, number in ((view.panel.number, "25"), (view.panel.noise, "0.5")):
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, number)
        QTest.keyClick(box, Qt.Key.Key_Enter)

    assert len(view.points) == 25
    assert view.points.error(fit(view.points, 1)) < 0.7


def test_the_axes_stay_and_an_arrow_says_where_the_curve_has_gone(view: PolynomialView) -> None:
    view.panel.degree.set_value(1)
    calm = view.plot.view.viewRange()
    view.panel.degree.set_value(9)

    assert view.plot.view.viewRange() == calm
    line, polynomial = (text.toPlainText() for text in view.plot._ends)
    assert line == "line 13.4"
    assert polynomial == "▼ polynomial −12,843"


def test_few_points_or_none_are_drawn_too(view: PolynomialView) -> None:
    for number in (2, 1, 0):
        view.panel.number.setValue(number)
        assert len(view.points) == number
        assert _sentence(view)
