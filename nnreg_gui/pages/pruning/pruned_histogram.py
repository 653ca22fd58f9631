"""The weights of one layer of a run, and which of them are pruned."""

from math import sqrt

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.measuring import round_up
from nnreg_gui.engine.weight_shares import bin_edges, shares
from nnreg_gui.plots.axes import NumberAxis, RootPercentAxis
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import run_colour
from nnreg_gui.plots.weight_shares_plot import BINS
from nnreg_gui.widgets.texts import significant_text


class PrunedHistogram(Plot):
    """Shares of weights in bins: the rest is filled, what is pruned is hatched, between two lines at the cut.

    The axis uses the square root, so that a spike at 0 does not flatten the rest.
    """

    widest_number = "100 %"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RootPercentAxis("left"), NumberAxis("bottom"), parent)
        self._weights: np.ndarray | None = None
        self._number, self._layer, self._cut = 1, 0, 0.0
        self._edges, self._heights = np.array([-1.0, 1.0]), np.zeros(1)
        self._drawn: tuple[object, ...] = ()
        self._kept = [pg.PlotCurveItem(skipFiniteCheck=True) for _ in range(2)]  # left and right of what is pruned
        self._gone = pg.PlotCurveItem(skipFiniteCheck=True)
        self._lines = [pg.InfiniteLine(angle=90, movable=False) for _ in range(2)]
        self._words = pg.TextItem(anchor=(1, 0))
        for item in (*self._kept, self._gone, *self._lines, self._words):
            self.view.addItem(item, ignoreBounds=True)
        self.view.sigRangeChanged.connect(self._place_words)
        self.view.sigResized.connect(self._place_words)
        self.retranslate()

    def retranslate(self) -> None:
        text = self.tr("Weights of layer {0}") if self.compact else self.tr("Weights of layer {0} (square-root axis)")
        self.set_title(text.format(self._layer + 1))
        self._say()

    @property
    def cut(self) -> float:
        """The largest |w| that is pruned; 0 if nothing is."""
        return self._cut

    def show_weights(self, weights: np.ndarray | None, number: int = 1, layer: int = 0, cut: float = 0.0) -> None:
        """Draw the weights of a layer (from 0) of the run with this number; repeating the same ones costs nothing.

        Args:
            weights: of any shape; None shows none.
            number, layer: whose they are.
            cut: the largest |w| that is pruned.
        """
        if layer != self._layer:
            self._layer = layer
            self.retranslate()
        if weights is not self._weights and weights is not None:
            self._edges = bin_edges(round_up(float(np.abs(weights).max())), BINS)
            self._heights = np.sqrt(shares(weights, self._edges))
        self._weights, self._number, self._cut = weights, number, cut
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        key = (id(self._weights), self._number, self._cut, self.palette().cacheKey(), self.font().key())
        for item in (*self._kept, self._gone, *self._lines, self._words):
            item.setVisible(self._weights is not None)
        for line in self._lines:
            line.setVisible(self._weights is not None and self._cut > 0)
        if self._weights is not None:
            self.set_range((self._edges[0], self._edges[-1]), (-0.01, sqrt(min(1.0, round_up(self._highest**2)))))
        if self._weights is None or key == self._drawn:
            return
        self._drawn = key
        style, colour = self.style_of_plot, run_colour(self._number, self.palette())
        fill = pg.mkColor(colour)
        fill.setAlphaF(0.75)
        for item, (low, high) in zip(self._kept, ((-np.inf, -self._cut), (self._cut, np.inf)), strict=True):
            self._fill(item, low, high, QBrush(fill))
        self._fill(self._gone, -self._cut, self._cut, QBrush(colour, Qt.BrushStyle.BDiagPattern))
        self._gone.setPen(pg.mkPen(colour, width=1))
        for line, place in zip(self._lines, (-self._cut, self._cut), strict=True):
            line.setValue(place)
            line.setPen(pg.mkPen(style.text, width=2))
        self._say()

    @property
    def _highest(self) -> float:
        return float(self._heights.max())

    def _fill(self, item: pg.PlotCurveItem, low: float, high: float, brush: QBrush) -> None:
        """Fill the part of the histogram between two weights; it may begin and end within a bin."""
        edges = np.clip(self._edges, low, high)
        there = np.diff(edges) > 0
        if not there.any():
            item.setVisible(False)
            return
        item.setVisible(True)
        item.setPen(None)
        item.setFillLevel(0)
        item.setBrush(brush)
        # Antialiasing would leave seams in the filled area.
        ends = np.append(edges[:-1][there], edges[1:][there][-1])
        item.setData(ends, self._heights[there], stepMode="center", antialias=False)

    def _say(self) -> None:
        self._words.setFont(self.font())
        text = self.tr("hatched: pruned\n|w| ≤ {0}").format(significant_text(self._cut, 2))
        self._words.setText(text if self._cut and not self.compact else "", self.style_of_plot.text)
        self._place_words()

    @Slot()
    def _place_words(self) -> None:
        """Put the words to the right of the lines, or between them if they are too far apart for that."""
        (left, right), (_, top) = self.view.viewRange()
        width = self._words.boundingRect().width() * (right - left) / max(self.view.width(), 1.0)
        self._words.setPos(right if right - self._cut > min(width, 2 * self._cut) else self._cut, top)
