"""The lines, points and bars of one series of accuracies in a picture, redrawn only where needed."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.style import PlotStyle, fainter


class SeriesItems:
    """Validation accuracies with points and spread, and fainter training accuracies."""

    def __init__(self, view: pg.ViewBox, line: Line, marker: str) -> None:
        self._view, self._marker = view, marker
        self._training, self._validation = Curve(line), Curve(line)
        self._bars = pg.PlotCurveItem(connect="pairs")
        self._circles, self._dots = pg.ScatterPlotItem(), pg.ScatterPlotItem()
        self._items = (self._training, self._validation, self._bars, self._circles, self._dots)
        self._drawn: object = None
        for item in self._items:
            view.addItem(item, ignoreBounds=True)

    def remove(self) -> None:
        """Take everything out of the picture."""
        for item in self._items:
            self._view.removeItem(item)

    def draw(
        self,
        places: np.ndarray,
        accuracies: np.ndarray,
        on_line: np.ndarray,
        colour: QColor,
        style: PlotStyle,
    ) -> None:
        """Draw these points; drawing the same again costs nothing.

        Args:
            places: (points,), on the horizontal axis.
            accuracies: (3, points), 0…1: mean validation accuracies, their spread, mean training accuracies.
            on_line: (points,), bool: which points the line connects.
            colour, style: how they are drawn.
        """
        pixels, ground, width = self._view.viewPixelSize(), style.background, style.curve_width
        key = (places.tobytes(), accuracies.tobytes(), pixels, colour.rgba(), ground.rgba(), width)
        if key == self._drawn:
            return
        self._drawn = key
        faint = fainter(colour, ground)
        means, spreads, training = accuracies
        for curve, y, pen, thick in (
            (self._training, training, faint, 0.7 * width),
            (self._validation, means, colour, width),
        ):
            curve.forget()
            curve.draw(places[on_line], y[on_line], pen, thick)
        self._bars.setPen(pg.mkPen(colour, width=1.6 * width))
        self._bars.setData(np.repeat(places, 2), np.stack([means - spreads, means + spreads], 1).ravel())
        size = 3.6 * width
        for dots, y, pen, brush, diameter in (
            (self._circles, training, faint, ground, 0.7 * size),
            (self._dots, means, colour, colour, size),
        ):
            outline = pg.mkPen(pen, width=1.5)
            dots.setData(places, y, symbol=self._marker, size=diameter, pen=outline, brush=pg.mkBrush(brush))
