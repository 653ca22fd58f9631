"""Outputs over the angle, the marks where 6 and 9 cross, and the cursor."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.rotation.angle_curves import AngleCurves, AngleOutputs
from nnreg_gui.plots.curve import Curve

ANGLES = np.arange(-180, 181)


def made_up(six: np.ndarray, nine: np.ndarray, other: float = 0.1) -> AngleOutputs:
    outputs = np.full((361, 10), other / 2)
    outputs[:, 3], outputs[:, 6], outputs[:, 9] = other, six, nine
    return AngleOutputs(ANGLES, outputs)


@pytest.fixture
def curves(qtbot: QtBot) -> AngleCurves:
    curves = AngleCurves()
    qtbot.addWidget(curves)
    curves.resize(500, 250)
    with qtbot.waitExposed(curves):
        curves.show()
    return curves


def marks(curves: AngleCurves) -> list[str]:
    items = curves.view.childGroup.childItems()
    return [item.label.format for item in items if isinstance(item, pg.InfiniteLine) and hasattr(item, "label")]


def test_six_and_nine_cross_between_where_each_is_large() -> None:
    six = np.interp(ANGLES, [-180, 0, 100], [0, 1, 0])
    nine = np.interp(ANGLES, [-180, 40, 140, 180], [0, 0, 1, 1])
    (angle,) = made_up(six, nine).crossings()

    assert angle == pytest.approx(70, abs=0.5)  # 1 − x/100 = (x − 40)/100


def test_small_outputs_may_cross_as_often_as_they_like() -> None:
    wave = 0.1 * np.sin(np.radians(10 * ANGLES))
    assert made_up(0.1 + wave, 0.1 - wave).crossings() == []

    both = made_up(np.where(ANGLES < 0, 0.9, 0.05 + 0.1 * wave), np.where(ANGLES > 90, 0.9, 0.05))
    assert len(both.crossings()) == 1


def test_the_strongest_other_is_neither_six_nor_nine() -> None:
    outputs = made_up(np.full(361, 0.9), np.full(361, 0.8), other=0.3)

    assert np.allclose(outputs.strongest_other, 0.3)


def test_three_curves_are_drawn_and_the_crossing_is_written(curves: AngleCurves) -> None:
    six = np.interp(ANGLES, [-180, 0, 100], [0, 1, 0])
    nine = np.interp(ANGLES, [-180, 40, 140, 180], [0, 0, 1, 1])
    curves.show_outputs(made_up(six, nine))

    drawn = [item for item in curves.view.childGroup.childItems() if isinstance(item, Curve) and item.isVisible()]
    assert sorted(round(float(curve.getData()[1].max()), 2) for curve in drawn) == [0.1, 1.0, 1.0]
    assert marks(curves) == ["70°"]
    curves.show_outputs(made_up(np.ones(361), np.zeros(361)))
    assert marks(curves) == []
    tops = [float(curve.getData()[1].max()) for curve in drawn]
    assert sorted(tops) == pytest.approx([0.0, 0.1, 1.0], abs=0.01), "as many points as before, but others"
    curves.show_outputs(None)
    assert not any(curve.isVisible() for curve in drawn)


def test_a_low_picture_marks_crossings_without_angles_that_would_cover_the_curves(curves: AngleCurves) -> None:
    curves.show_outputs(made_up(np.interp(ANGLES, [-180, 0, 100], [0, 1, 0]), np.interp(ANGLES, [40, 140], [0, 1])))
    assert marks(curves) == ["70°"]

    curves.resize(500, 90)
    assert marks(curves) == []
    assert len(curves._crossings) == 1

    curves.resize(500, 250)
    assert marks(curves) == ["70°"]


def test_a_click_chooses_the_angle_there(curves: AngleCurves, qtbot: QtBot) -> None:
    curves.show_outputs(made_up(np.ones(361), np.zeros(361)))
    canvas = curves.view.getViewWidget()
    place = canvas.mapFromScene(curves.view.mapViewToScene(QPointF(90, 0.5)))
    with qtbot.assertNotEmitted(curves.angle_chosen):  # but the menu that saves a picture is opened
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, pos=place)
    with qtbot.waitSignal(curves.angle_chosen) as chosen:
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args[0] == pytest.approx(90, abs=2)
