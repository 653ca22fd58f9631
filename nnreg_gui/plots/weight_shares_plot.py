"""The first-layer weights of two runs in one histogram, where a spike at 0 does not flatten the rest."""

from math import sqrt

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.measuring import round_up
from nnreg_gui.engine.weight_shares import bin_edges, near_zero, shares
from nnreg_gui.plots.axes import NumberAxis, RootPercentAxis
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import legend_font, run_colour
from nnreg_gui.widgets.texts import percent_text

BINS = 81  # an odd number, so that 0 lies in the middle of one


class WeightSharesPlot(Plot):
    """Shares of weights in common bins: the first run filled, the second as an outline."""

    widest_number = "100 %"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RootPercentAxis("left"), NumberAxis("bottom"), parent)
        self._runs: list[DrawnRun] = []
        self._outlined: DrawnRun | None = None
        self._drawn: tuple[object, ...] = ()
        self._steps = pg.PlotCurveItem(skipFiniteCheck=True), pg.PlotCurveItem(skipFiniteCheck=True)
        self._words = pg.TextItem(anchor=(0, 0)), pg.TextItem(anchor=(1, 0))
        for item in (*self._steps, *self._words):
            self.view.addItem(item, ignoreBounds=True)
        self.view.sigRangeChanged.connect(self._place_words)
        self.view.sigResized.connect(self.redraw)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Weights of layer 1 (square-root axis)"))
        self._drawn = ()

    def show_runs(self, filled: DrawnRun | None, outlined: DrawnRun | None) -> None:
        """Draw the weights of these runs; drawing the same again costs nothing."""
        for run, steps, words in zip((filled, outlined), self._steps, self._words, strict=True):
            steps.setVisible(run is not None)
            words.setVisible(run is not None)
        self._runs = [run for run in (filled, outlined) if run is not None]
        self._outlined = outlined
        self.redraw()

    @Slot()
    def show_whole(self) -> None:
        """Show all weights again."""
        self._drawn = ()
        super().show_whole()

    @Slot()
    def redraw(self) -> None:
        """Draw the newest weights in the present style."""
        weights = [_weights_of(run) for run in self._runs]
        looks = self.palette().cacheKey(), self.font().key(), self.view.width()
        key = (*map(id, weights), *(run.number for run in self._runs), *looks)
        if not self._runs or key == self._drawn:
            return
        self._drawn = key
        edges = bin_edges(round_up(max(float(np.abs(one).max()) for one in weights)), BINS)
        highest = 0.0
        for run, one in zip(self._runs, weights, strict=True):
            heights = np.sqrt(shares(one, edges))
            highest = max(highest, float(heights.max()))
            self._draw_run(run, edges, heights, near_zero(one))
        self.set_range((edges[0], edges[-1]), (-0.01, sqrt(min(1.0, round_up(highest**2)))))
        self._place_words()

    def _draw_run(self, run: DrawnRun, edges: np.ndarray, heights: np.ndarray, small: float) -> None:
        outlined = run is self._outlined
        steps, words = self._steps[outlined], self._words[outlined]
        colour = run_colour(run.number, self.palette())
        fill = pg.mkColor(colour)
        fill.setAlphaF(0.75)
        steps.setPen(pg.mkPen(colour, width=self.style_of_plot.curve_width * 0.8) if outlined else None)
        steps.setBrush(None if outlined else fill)
        steps.setFillLevel(None if outlined else 0)
        steps.setZValue(outlined)
        # Antialiasing would leave seams in the filled area.
        steps.setData(edges, heights, stepMode="center", antialias=outlined)
        kind = self.tr("outline") if outlined else self.tr("filled")
        penalty = run.history.current_experiment.regularization.penalty.upper()
        text = self.tr("Run {0}: {1} ({2})\n{3} with |w| < 0.01")
        text = text.format(run.number, penalty, kind, percent_text(small))
        words.setFont(legend_font(self.font(), lambda font: _width(text, font), 0.4 * self.view.width()))
        words.setText(text, colour)

    @Slot()
    def _place_words(self) -> None:
        (left, right), (_, top) = self.view.viewRange()
        self._words[0].setPos(left, top)
        self._words[1].setPos(right, top)


def _width(text: str, font: QFont) -> float:
    """Return the width of a text's longest line."""
    return max(QFontMetricsF(font).horizontalAdvance(line) for line in text.splitlines())


def _weights_of(run: DrawnRun) -> np.ndarray:
    assert run.record is not None  # only trained runs are shown
    return run.record.parameters.weights[0]
