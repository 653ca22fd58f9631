"""Curves: drawn faithfully, with no more points than pixels need."""

from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.curve import Curve, Line, cut_into_lines, thin_out

BLUE, RED = QColor("#0072B2"), QColor("#D55E00")


def lengths(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the lengths of the separate lines."""
    return np.hypot(x[1::2] - x[::2], y[1::2] - y[::2])


def test_a_long_curve_keeps_at_most_four_points_per_pixel() -> None:
    x = np.arange(100_000.0)
    y = np.random.default_rng(1).normal(size=x.size)

    thin_x, _ = thin_out(x, y, pixel=200.0)

    assert len(thin_x) <= 4 * 500


@given(st.integers(0, 10_000), st.floats(0.5, 300))
def test_thinning_keeps_the_extremes_and_the_ends(seed: int, pixel: float) -> None:
    x = np.arange(3_000.0)
    y = np.random.default_rng(seed).normal(size=x.size)

    thin_x, thin_y = thin_out(x, y, pixel)

    assert thin_y.min() == y.min()
    assert thin_y.max() == y.max()
    assert (thin_x[0], thin_y[0], thin_x[-1], thin_y[-1]) == (x[0], y[0], x[-1], y[-1])
    assert (np.diff(thin_x) >= 0).all()


def test_a_single_peak_survives_thinning() -> None:
    x, y = np.arange(100_000.0), np.zeros(100_000)
    y[54_321] = 1.0

    _, thin_y = thin_out(x, y, pixel=200.0)

    assert thin_y.max() == 1.0


def test_a_short_curve_stays_as_it_is() -> None:
    x, y = np.arange(5.0), np.arange(5.0)

    thin_x, thin_y = thin_out(x, y, pixel=100.0)

    assert thin_x is x
    assert thin_y is y


def test_a_solid_line_is_drawn_whole() -> None:
    x, y = np.array([0.0, 3.0, 3.0]), np.array([0.0, 4.0, 10.0])

    assert lengths(*cut_into_lines(x, y, None, 2.0)).tolist() == [5.0, 6.0]


@pytest.mark.parametrize("line", [Line.DASHED, Line.DOTTED])
def test_dashes_have_their_length_along_the_curve(line: Line) -> None:
    dash, gap = line.value
    x, y = np.array([0.0, 1000.0]), np.array([0.0, 0.0])

    cut_x, cut_y = cut_into_lines(x, y, line.value, width=2.5)

    drawn = lengths(cut_x, cut_y)
    assert drawn[:-1] == pytest.approx(2.5 * dash)
    assert np.diff(cut_x[::2])[:-1] == pytest.approx(2.5 * (dash + gap))


def test_dashes_and_dots_take_turns() -> None:
    x, y = np.array([0.0, 24.0]), np.array([0.0, 0.0])
    cut_x, _ = cut_into_lines(x, y, Line.DASH_DOTTED.value, width=1.0)

    assert cut_x.tolist() == [0, 7, 9, 10, 12, 19, 21, 22]


def test_dashes_go_round_corners() -> None:
    x = np.array([0.0, 5.0, 5.0])
    y = np.array([0.0, 0.0, 100.0])

    cut_x, cut_y = cut_into_lines(x, y, (10.0, 10.0), width=1.0)

    assert lengths(cut_x, cut_y)[:2].tolist() == [5.0, 5.0]  # one dash, on both sides of the corner
    assert (cut_x[3], cut_y[3]) == (5.0, 5.0)


def test_a_curve_far_outside_of_the_picture_costs_no_millions_of_dashes() -> None:
    x, y = np.array([0.0, 1e9]), np.array([0.0, 1e9])

    assert len(cut_into_lines(x, y, Line.DASHED.value, 2.5)[0]) == 2


def test_nothing_and_a_single_point_draw_nothing() -> None:
    for points in (np.empty(0), np.array([1.0])):
        assert len(cut_into_lines(points, points, None, 1.0)[0]) == 0


def test_every_pixel_keeps_its_first_lowest_highest_and_last_point() -> None:
    x, y = np.arange(20_000.0), np.random.default_rng(2).normal(size=20_000)
    thin_x, thin_y = thin_out(x, y, pixel=200.0)

    for column in range(100):
        here = y[column * 200 : (column + 1) * 200]
        assert thin_y[thin_x // 200 == column].tolist() == [here[0], here.min(), here.max(), here[-1]]


def test_all_that_is_drawn_of_a_dashed_curve_lies_on_it() -> None:
    x, y = np.array([0.0, 100, 100, 300]), np.array([0.0, 0, 80, 80])
    cut_x, cut_y = cut_into_lines(x, y, (4.0, 2.5), width=2.0)

    for x0, y0, x1, y1 in zip(cut_x[::2], cut_y[::2], cut_x[1::2], cut_y[1::2], strict=True):
        assert (y0 == y1 and y0 in (0, 80)) or x0 == x1 == 100
    assert lengths(cut_x, cut_y).sum() == pytest.approx(380 * 4 / 6.5, rel=0.03)


# -------------------------------------------------------------------------------------------------------- in a picture


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[pg.ViewBox]:
    widget = pg.GraphicsView()
    qtbot.addWidget(widget)
    view = pg.ViewBox(enableMenu=False)
    view.disableAutoRange()
    view.setDefaultPadding(0)
    widget.setCentralItem(view)
    widget.resize(500, 300)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.waitUntil(lambda: view.width() > 400)
    yield view
    widget.hide()  # until here, the widget that owns the view must stay alive


def _look_at(view: pg.ViewBox, x: tuple[float, float], y: tuple[float, float]) -> None:
    view.setRange(xRange=x, yRange=y, padding=0)
    view.getViewWidget().grab()  # the range takes effect with the next picture


@pytest.mark.parametrize("line", list(Line))
def test_a_hundred_thousand_epochs_are_drawn_with_a_few_points_per_pixel(view: pg.ViewBox, line: Line) -> None:
    curve = Curve(line)
    view.addItem(curve, ignoreBounds=True)
    x, y = np.arange(100_000.0), np.random.default_rng(1).normal(size=100_000)
    _look_at(view, (0, 100_000), (-300, 300))
    curve.draw(x, y, BLUE, 2.5)
    drawn_x, drawn_y = curve.getData()

    ends = 2 if line is Line.SOLID else 4  # a dash is cut where the curve has a corner
    assert 500 < len(drawn_x) <= ends * 4 * (view.width() + 1) + 2 * view.width()
    assert (drawn_x >= 0).all()
    assert (drawn_x <= 100_000).all()
    if line is Line.SOLID:
        assert (drawn_y.min(), drawn_y.max()) == pytest.approx((y.min(), y.max()))


def test_what_has_not_changed_is_not_drawn_again(view: pg.ViewBox) -> None:
    curve = Curve(Line.SOLID)
    view.addItem(curve, ignoreBounds=True)
    _look_at(view, (0, 10), (0, 1))
    x, y = np.arange(5.0), np.linspace(0, 1, 5)
    drawn: list[object] = []
    curve.sigPlotChanged.connect(drawn.append)
    curve.draw(x, y, BLUE, 2.5)
    curve.draw(x, y, BLUE, 2.5)
    assert len(drawn) == 1

    curve.draw(x, y, RED, 2.5)
    assert curve.opts["pen"].color() == RED
    curve.draw(x, y, RED, 5.0)
    assert curve.opts["pen"].widthF() == 5.0
    curve.draw(np.arange(6.0), np.linspace(0, 1, 6), RED, 5.0)
    assert curve.getData()[0].max() == 5
    assert len(drawn) == 4


def test_a_curve_that_is_not_on_the_screen_yet_waits(qapp: object) -> None:
    curve = Curve(Line.DASHED)
    curve.draw(np.arange(5.0), np.arange(5.0), BLUE, 2.5)

    assert len(curve.getData()[0]) == 0
