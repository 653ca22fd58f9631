"""Accuracy over the share of neurons switched off."""

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.dropout.neurons_off_curves import NeuronsOffCurves, OffCurve
from nnreg_gui.plots.curve import Curve
from nnreg_gui.plots.style import fainter, run_colour

SHARES = (0.0, 0.25, 0.5)


def test_a_run_that_does_not_stand_out_is_thin_and_faint_with_all_that_belongs_to_it(qtbot: QtBot) -> None:
    curves = NeuronsOffCurves(SHARES)
    qtbot.addWidget(curves)
    curves.set_empty_text("")
    curves.resize(600, 320)
    with qtbot.waitExposed(curves):
        curves.show()
    run = OffCurve(1, np.tile(np.linspace(0.9, 0.3, len(SHARES)), (2, 1)).T, with_dropout=True)
    curves.show_curves([run, replace(run, number=2, strong=False)])
    items = curves.view.childGroup.childItems()
    pens = (item.opts["pen"] for item in items if isinstance(item, Curve))
    strong, faint = sorted(pens, key=lambda pen: -pen.widthF())
    colour = fainter(run_colour(2, curves.palette()), curves.style_of_plot.background)

    assert strong.color() == run_colour(1, curves.palette())
    assert faint.color() == colour
    assert faint.widthF() < 0.7 * strong.widthF()
    brushes = [item.opts["brush"].color() for item in items if isinstance(item, pg.ScatterPlotItem)]
    assert brushes == [colour, strong.color()], "in the order in which they are painted"
