"""Shares over the angle."""

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.rotation.rotation_curves import AngleAxis, CalledShares, RotationCurves, apart
from nnreg_gui.plots.curve import Curve
from nnreg_gui.plots.style import fainter, run_colour
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.room import Room, tell_room
from nnreg_gui.widgets.themes import apply_theme

ANGLES = tuple(float(angle) for angle in range(-180, 181, 30))


@pytest.fixture
def curves(qtbot: QtBot) -> RotationCurves:
    curves = RotationCurves(6, ANGLES)
    qtbot.addWidget(curves)
    curves.set_empty_text("")
    curves.resize(500, 320)
    with qtbot.waitExposed(curves):
        curves.show()
    return curves


def _shares(number: int, six: float = 0.7, nine: float = 0.2) -> CalledShares:
    """Make up shares that are the same at every angle but the first."""
    shares = np.repeat([[six], [nine], [1 - six - nine]], len(ANGLES), 1)
    shares[:, 0] = 0, 1, 0
    return CalledShares(number, shares)


def _items(curves: RotationCurves, kind: type) -> list:
    return [item for item in curves.view.childGroup.childItems() if type(item) is kind and item.isVisible()]


def _title(curves: RotationCurves) -> str:
    return next(label.text() for label in curves.findChildren(QLabel) if label.text())


def test_each_run_has_three_lines_of_its_colour(curves: RotationCurves) -> None:
    curves.show_shares([_shares(1), _shares(2, 0.5)], 967)
    colours = [item.opts["pen"].color() for item in _items(curves, Curve)]

    assert len(colours) == 6
    for number in (1, 2):
        assert colours.count(run_colour(number, curves.palette())) == 3
    assert "967 sixes" in _title(curves)


def test_a_run_that_does_not_stand_out_is_thin_and_faint(curves: RotationCurves) -> None:
    curves.show_shares([_shares(1), replace(_shares(2, 0.5), strong=False)], 967)
    pens = [item.opts["pen"] for item in _items(curves, Curve)]
    faint = fainter(run_colour(2, curves.palette()), curves.style_of_plot.background)
    thin = [pen.widthF() for pen in pens if pen.color() == faint]

    assert len(thin) == 3
    assert max(thin) < 0.7 * max(pen.widthF() for pen in pens)


def test_the_curves_are_the_shares(curves: RotationCurves) -> None:
    curves.show_shares([_shares(1, 0.7, 0.2)], 967)
    solid = max(_items(curves, Curve), key=lambda item: item.opts["pen"].widthF() * item.yData.mean())

    assert solid.xData.min() == pytest.approx(-180)
    assert solid.xData.max() == pytest.approx(180)
    assert solid.yData.max() == pytest.approx(0.7)
    assert solid.yData.min() == pytest.approx(0.0)


def test_a_run_that_is_no_longer_shown_takes_its_lines_along(curves: RotationCurves) -> None:
    one, other = _shares(1), _shares(2)
    curves.show_shares([one, other], 967)
    curves.show_shares([other], 967)
    assert len(_items(curves, Curve)) == 3

    curves.show_shares([], 0)
    assert not _items(curves, Curve)
    assert not _items(curves, pg.TextItem)


def test_several_runs_have_their_numbers_at_their_curves(curves: RotationCurves) -> None:
    curves.show_shares([_shares(1)], 967)
    assert not _items(curves, pg.TextItem)

    curves.show_shares([_shares(1, 0.7), _shares(4, 0.3)], 967)
    labels = {item.toPlainText(): item.pos().y() for item in _items(curves, pg.TextItem)}
    assert labels == pytest.approx({"1": 0.7, "4": 0.3})


def test_numbers_stand_where_curves_are_farthest_apart() -> None:
    one, other = np.zeros(24), np.zeros(24)
    other[17], other[0] = 0.5, 1.0

    assert apart(np.stack([one, other])) == [17, 17]


def test_pointing_at_an_angle_tells_the_nearest_measured_one(curves: RotationCurves, qtbot: QtBot) -> None:
    curves.show_shares([_shares(1)], 967)
    hovered: list[float | None] = []
    curves.angle_hovered.connect(hovered.append)
    canvas = curves.view.getViewWidget()
    QTest.mouseMove(canvas.viewport(), canvas.mapFromScene(curves.view.mapViewToScene(QPointF(92, 0.5))))
    qtbot.waitUntil(lambda: bool(hovered), timeout=5_000)
    assert hovered[-1] == pytest.approx(92, abs=2)

    curves.show_angle(hovered[-1])
    text = curves.findChild(ValuesLabel).text()
    for part in ("90°", "70.0", "20.0", "10.0"):
        assert part in text
    assert curves.findChild(ValuesLabel).isVisible()
    curves.show_angle(None)
    assert not curves.findChild(ValuesLabel).isVisible()


def test_other_shares_take_the_cursor_away(curves: RotationCurves) -> None:
    curves.show_shares([_shares(1)], 967)
    curves.show_angle(0.0)
    curves.show_shares([_shares(2)], 967)

    assert not curves.findChild(ValuesLabel).isVisible()


@pytest.mark.parametrize(("pixels", "step"), [(2_000, 15.0), (900, 45.0), (420, 90.0), (100, 180.0)])
def test_the_axis_has_parts_of_a_quarter_turn(qapp: QApplication, pixels: int, step: float) -> None:
    axis = AngleAxis("bottom")

    assert axis.tickSpacing(-194, 194, pixels) == [(step, 0.0)]
    assert axis.tickStrings([-90.0, 0.0, 45.0], 1, 45) == ["−90°", "0°", "45°"]


def test_another_theme_recolours_the_lines(curves: RotationCurves, qapp: QApplication, qtbot: QtBot) -> None:
    curves.show_shares([_shares(1)], 967)
    light = run_colour(1, curves.palette())
    apply_theme(qapp, "dark")
    qtbot.waitUntil(lambda: run_colour(1, curves.palette()) != light, timeout=5_000)

    dark = run_colour(1, curves.palette())
    assert all(item.opts["pen"].color() == dark for item in _items(curves, Curve))


def test_where_there_is_no_room_it_says_less(curves: RotationCurves) -> None:
    curves.show_shares([_shares(1)], 967)
    tell_room(curves, Room.COMPACT)
    assert _title(curves) == "Sixes"

    tell_room(curves, Room.FULL)
    assert "967" in _title(curves)
