"""How the weights of one layer are distributed, now and at the start."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.events import EpochRecord, WeightSummary
from nnreg_gui.engine.measuring import round_up
from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import run_colour

_MANY_WEIGHTS = 5_000


class WeightHistogram(Plot):
    """Densities of weights: the selected run filled, the others as outlines, the selected run's start as dots.

    Densities are comparable between histograms with different bins: every area is 1.
    """

    widest_number = "0,00"

    def __init__(self, layer: int, parent: QWidget | None = None) -> None:
        super().__init__(NumberAxis("left"), NumberAxis("bottom"), parent)
        self._layer = layer
        self._runs: Sequence[DrawnRun] = ()
        self._steps: dict[int, pg.PlotCurveItem] = {}
        self._drawn: dict[int, tuple[WeightSummary, tuple[object, ...]]] = {}  # what the steps show, and how
        self._start = pg.PlotCurveItem(skipFiniteCheck=True)
        self._start.setSegmentedLineMode("off")  # its dots are Qt's own
        self._start.setZValue(10)
        self.view.addItem(self._start, ignoreBounds=True)
        self.retranslate()

    def retranslate(self) -> None:
        layer = self._layer + 1
        self.set_title(self.tr("Weights, layer {0}").format(layer), self.tr("Layer {0}").format(layer))
        self.legend.set_entries([(Line.SOLID, self.tr("now")), (Line.DOTTED, self.tr("at the start"))])

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw this layer of these runs; leave out those that do not stand out, or have no such layer."""
        layer = self._layer
        self._runs = [run for run in runs if run.strong and (record := run.record) and layer < len(record.layers)]
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw the newest weights in the present style."""
        records = {run.number: run.record for run in self._runs}
        for number in self._steps.keys() - records.keys():
            self.view.removeItem(self._steps.pop(number))
            del self._drawn[number]
        for run in self._runs:
            self._draw_run(run)
        selected = next((run for run in self._runs if run.selected), None)
        initial = selected.history.initial if selected is not None else None
        self._start.setVisible(initial is not None)  # a session may have forgotten it
        if initial is not None:
            layer = self._summary(initial)
            pen = pg.mkPen(self.style_of_plot.text, width=max(1.5, self.style_of_plot.curve_width / 2))
            pen.setStyle(Qt.PenStyle.DotLine)
            self._start.setPen(pen)
            self._start.setData(*density(layer), stepMode="center")
        shown = [self._summary(record) for record in [*records.values(), initial] if record is not None]
        if shown:
            self._fit(shown)

    def _summary(self, record: EpochRecord | None) -> WeightSummary:
        assert record is not None  # runs without records are not drawn
        return record.layers[self._layer]

    def _draw_run(self, run: DrawnRun) -> None:
        item = self._steps.get(run.number)
        if item is None:
            item = self._steps[run.number] = pg.PlotCurveItem(skipFiniteCheck=True)
            self.view.addItem(item, ignoreBounds=True)
        layer, colour = self._summary(run.record), run_colour(run.number, self.palette())
        look = (run.selected, colour.rgba(), self.style_of_plot.curve_width)
        before, self._drawn[run.number] = self._drawn.get(run.number), (layer, look)
        if before is not None and before[0] is layer and before[1] == look:
            return
        fill = pg.mkColor(colour)
        fill.setAlphaF(0.75)
        item.setPen(None if run.selected else pg.mkPen(colour, width=self.style_of_plot.curve_width * 0.8))
        item.setBrush(fill if run.selected else None)
        item.setFillLevel(0 if run.selected else None)
        item.setZValue(0 if run.selected else 1)
        # Antialiasing would leave seams in the filled area.
        item.setData(*density(layer), stepMode="center", antialias=not run.selected)

    def _fit(self, layers: list[WeightSummary]) -> None:
        """Choose a range that is wide enough for all, and rarely changes."""
        limit = max(layer.limit for layer in layers)
        top = round_up(max(float(density(layer)[1].max()) for layer in layers) * 1.05)
        self.set_range((-limit, limit), (-0.01 * top, top))


def density(layer: WeightSummary) -> tuple[np.ndarray, np.ndarray]:
    """Return the edges of bins, (bins + 1,), and the share of the weights per unit of w in them, (bins,).

    A layer of few weights gets fewer, wider bins: a hundred would show chance rather than shape.
    """
    merged = 1 if layer.counts.sum() >= _MANY_WEIGHTS else 4
    counts, edges = layer.counts.reshape(-1, merged).sum(1), layer.edges[::merged]
    return edges, counts / (counts.sum() * (edges[1] - edges[0]))
