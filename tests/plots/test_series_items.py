"""A single series in a picture."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.search_curves import SearchCurves
from nnreg_gui.plots.series_items import SeriesItems
from nnreg_gui.plots.style import fainter

PLACES, ACCURACIES = np.array([0.0, 1.0]), np.array([[0.8, 0.9], [0.01, 0.02], [1.0, 0.99]])
ON_LINE = np.array([True, True])


@pytest.fixture
def plot(qtbot: QtBot) -> SearchCurves:
    plot = SearchCurves()
    qtbot.addWidget(plot)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def _kinds(plot: SearchCurves) -> list[type]:
    return [type(item) for item in plot.view.childGroup.childItems()]


def test_it_is_drawn_and_taken_away(plot: SearchCurves) -> None:
    before = len(_kinds(plot))
    items = SeriesItems(plot.view, Line.DASHED, "s")
    items.draw(PLACES, ACCURACIES, ON_LINE, QColor("blue"), plot.style_of_plot)
    kinds = _kinds(plot)[before:]

    assert kinds.count(Curve) == kinds.count(pg.ScatterPlotItem) == 2
    items.remove()
    assert len(_kinds(plot)) == before


def test_the_same_again_is_not_drawn_again(plot: SearchCurves, qtbot: QtBot) -> None:
    items, changes = SeriesItems(plot.view, Line.SOLID, "o"), []
    items._dots.sigPlotChanged.connect(lambda: changes.append(1))
    for _ in range(2):
        items.draw(PLACES, ACCURACIES, ON_LINE, QColor("blue"), plot.style_of_plot)
    once = len(changes)
    items.draw(PLACES, ACCURACIES + 0.001, ON_LINE, QColor("blue"), plot.style_of_plot)

    assert once
    assert len(changes) == 2 * once


def test_faint_is_half_way_to_the_ground() -> None:
    assert fainter(QColor("#000000"), QColor("#ffffff")).lightness() == 140
