"""By how many points two runs differ, over the epochs."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.measuring import round_up
from nnreg_gui.plots.axes import EpochAxis, NumberAxis
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.plot import Plot

_SETTLED = 10  # epochs: before, both runs are far from where they end, and so may their difference be
_LEAST_RANGE = 1.0  # points: a smaller difference must not look large


class DifferencePlot(Plot):
    """Draws a difference of shares in points around the line of no difference."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NumberAxis("left"), EpochAxis(), parent)
        self._difference = np.empty(0)
        self._colour = QColor()
        self._zero, self._curve = pg.InfiniteLine(angle=0, movable=False), Curve(Line.SOLID)
        for item in (self._zero, self._curve):
            self.view.addItem(item, ignoreBounds=True)
        self.view.sigRangeChanged.connect(self._draw)  # curves are drawn in pixels
        self.view.sigResized.connect(self._draw)

    def show_difference(self, difference: np.ndarray, colour: QColor) -> None:
        """Draw a difference of shares, 1 being 100 points, one value per epoch from epoch 0."""
        if np.array_equal(difference, self._difference) and colour == self._colour:
            return
        self._difference, self._colour = difference, colour
        self._curve.forget()
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        is_drawn = False
        if len(self._difference):
            settled = self._difference[min(_SETTLED, len(self._difference) - 1) :]
            top = max(_LEAST_RANGE, round_up(100 * float(np.abs(settled).max())))
            is_drawn = self.set_range((0.0, 1.02 * max(len(self._difference) - 1, 1)), (-top, top))
        if not is_drawn:
            self._draw()

    @Slot()
    def _draw(self) -> None:
        style = self.style_of_plot
        if not all(self.view.viewPixelSize()):
            return  # left out by the page: it draws once it has a size
        self._zero.setPen(pg.mkPen(style.text, width=1))
        epochs = np.arange(len(self._difference), dtype=float)
        self._curve.draw(epochs, 100 * self._difference, self._colour, style.curve_width * 0.8)
