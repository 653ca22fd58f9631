"""Accuracy over the strength of a disturbance."""

from dataclasses import replace
from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.curve import Curve
from nnreg_gui.plots.disturbance import Disturbance, DisturbanceAxis, value_text
from nnreg_gui.plots.robustness_curves import DisturbedRun, RobustnessCurves
from nnreg_gui.plots.style import fainter, run_colour
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.room import Room, tell_room
from nnreg_gui.widgets.themes import apply_theme

SIGMAS = (0.0, 0.25, 0.5, 0.75, 1.0)


@pytest.fixture
def curves(qtbot: QtBot) -> RobustnessCurves:
    curves = RobustnessCurves()
    qtbot.addWidget(curves)
    curves.set_empty_text("")
    curves.resize(600, 320)
    with qtbot.waitExposed(curves):
        curves.show()
    curves.set_disturbance(Disturbance.NOISE, SIGMAS)
    return curves


def _run(number: int, name: str, last: float, *, regularized: bool = True) -> DisturbedRun:
    return DisturbedRun(number, name, regularized, np.linspace(0.9, last, len(SIGMAS)))


def _items(curves: RobustnessCurves, kind: type[Any]) -> list[Any]:
    return [item for item in curves.view.childGroup.childItems() if isinstance(item, kind) and item.isVisible()]


def test_each_run_has_its_colour_its_line_and_its_name_at_the_end(curves: RobustnessCurves) -> None:
    curves.show_runs([_run(1, "Off", 0.3, regularized=False), _run(4, "L2", 0.6)])
    dashed, solid = _items(curves, Curve)

    assert [item.opts["pen"].color() for item in (dashed, solid)] == [run_colour(n, curves.palette()) for n in (1, 4)]
    assert len(dashed.xData) > len(solid.xData), "cut into dashes"
    assert solid.yData[[0, -1]] == pytest.approx([0.9, 0.6])
    assert {item.toPlainText(): item.pos().y() for item in _items(curves, pg.TextItem)} == pytest.approx(
        {"1 Off": 0.3, "4 L2": 0.6}
    )


def test_a_run_that_does_not_stand_out_is_thin_and_faint_in_its_own_colour(curves: RobustnessCurves) -> None:
    curves.show_runs([_run(1, "Off", 0.3), replace(_run(2, "L2", 0.6), strong=False)])
    strong, faint = sorted((item.opts["pen"] for item in _items(curves, Curve)), key=lambda pen: -pen.widthF())

    assert faint.color() == fainter(run_colour(2, curves.palette()), curves.style_of_plot.background)
    assert faint.widthF() < 0.7 * strong.widthF()


def test_names_keep_clear_of_each_other_and_are_numbers_where_there_is_no_room(curves: RobustnessCurves) -> None:
    curves.show_runs([_run(1, "Off", 0.3), _run(2, "L2", 0.3), _run(3, "L1", 0.31)])
    heights = sorted(item.pos().y() for item in _items(curves, pg.TextItem))
    assert min(np.diff(heights)) > 0.03

    tell_room(curves, Room.COMPACT)
    assert {item.toPlainText() for item in _items(curves, pg.TextItem)} == {"1", "2", "3"}


def test_a_long_name_is_shortened_visibly_rather_than_cut_at_the_edge(curves: RobustnessCurves) -> None:
    curves.show_runs([_run(12, "dropout 0.2, ±15°, 80 % pruned, 10 epochs of fine-tuning", 0.3)])
    (name,) = _items(curves, pg.TextItem)

    assert name.toPlainText().startswith("12 dropout 0.2")
    assert name.toPlainText().endswith("…")
    right = name.mapRectToScene(name.boundingRect()).right()
    assert right <= curves.view.sceneBoundingRect().right() + 1


def test_pointing_reads_the_nearest_measured_values(curves: RobustnessCurves) -> None:
    curves.show_runs([_run(1, "Off", 0.5)])
    curves.show_values(0.45)
    text = curves.findChildren(ValuesLabel)[0].text()

    for part in ("σ = 0.50", "Off", "70.0"):
        assert part in text


def test_a_click_chooses_the_nearest_measured_value(curves: RobustnessCurves, qtbot: QtBot) -> None:
    curves.show_runs([_run(1, "Off", 0.5)])
    canvas = curves.view.getViewWidget()
    place = canvas.mapFromScene(curves.view.mapViewToScene(QPointF(0.7, 0.4)))
    with qtbot.assertNotEmitted(curves.value_chosen):  # but the menu that saves a picture is opened
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, pos=place)
    with qtbot.waitSignal(curves.value_chosen) as chosen:
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [0.75]
    assert curves.value == 0.75


def test_another_disturbance_begins_with_an_empty_picture(curves: RobustnessCurves) -> None:
    curves.show_runs([_run(1, "Off", 0.5)])
    curves.set_disturbance(Disturbance.ROTATION, (-60.0, 0.0, 60.0))

    assert not curves.runs
    assert not _items(curves, Curve)
    left, right = curves.view.viewRange()[0]
    assert left < -60
    assert right > 60


def test_the_axis_has_the_unit_and_ends_where_nothing_is_measured(qapp: QApplication) -> None:
    axis = DisturbanceAxis("bottom")
    ((_, places),) = axis.tickValues(-0.03, 1.6, 600)
    assert max(places) == pytest.approx(1.0)

    axis.disturbance, axis.last = Disturbance.ROTATION, 60.0
    assert axis.tickSpacing(-60, 80, 600)[0][0] in (15.0, 30.0)
    assert axis.tickStrings([-15.0, 0.0], 1, 15) == ["−15°", "0°"]
    axis.disturbance = Disturbance.OFF
    assert axis.tickStrings([0.3], 1, 0.3)[0].replace("\N{NO-BREAK SPACE}", " ") == "30 %"


def test_how_far_in_words(qapp: QApplication) -> None:
    texts = [value_text(one, value) for one, value in zip(Disturbance, (0.3, -15.0, 0.4), strict=True)]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts] == ["σ = 0.30", "−15°", "40 % off"]


def test_another_theme_recolours_the_lines(curves: RobustnessCurves, qapp: QApplication, qtbot: QtBot) -> None:
    curves.show_runs([_run(1, "Off", 0.5)])
    light = run_colour(1, curves.palette())
    apply_theme(qapp, "dark")
    qtbot.waitUntil(lambda: run_colour(1, curves.palette()) != light, timeout=5_000)

    assert [item.opts["pen"].color() for item in _items(curves, Curve)] == [run_colour(1, curves.palette())]
