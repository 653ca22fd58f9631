"""Accuracies over the number of hidden neurons."""

from math import log10

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.spread import Spread
from nnreg_gui.pages.parameters.hidden_curves import HiddenCurves
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.search_curves import SearchPoint, SearchSeries


def test_a_line_stands_where_there_is_one_parameter_per_image(qtbot: QtBot) -> None:
    plot = HiddenCurves()
    qtbot.addWidget(plot)
    plot.resize(500, 350)
    assert not plot._line.isVisible()
    plot.set_values(1, 300, with_off=False, lowest=0.2)
    plot.set_training_images(50_000, 62.9)
    points = [SearchPoint(h, Spread(0.5, 0), Spread(0.6, 0), h) for h in (1.0, 100.0, 300.0)]
    plot.show_series([SearchSeries("", tuple(points))], (100.0, 0.5, "50 %"))
    plot.name_lines([(Line.SOLID, "no penalty")])
    with qtbot.waitExposed(plot):
        plot.show()

    assert plot._line.isVisible()
    assert plot._line.value() == pytest.approx(log10(62.9))
    assert plot._title.text() == "Accuracy, n = 50,000"
    assert [name for _, name in plot.legend._entries] == ["1 parameter per image", "no penalty"]
    left, right = plot.view.viewRange()[0]
    assert left < 0 < log10(300) < right
