"""How a picture shows one ensemble: two lines, and the points of its single networks."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.style import PlotStyle


class EnsembleItems:
    """Solid for the average, dashed for the vote, redrawn only where needed.

    Attributes:
        marker: the symbol of the single networks.
    """

    def __init__(self, view: pg.ViewBox, marker: str) -> None:
        self.marker = marker
        self._view = view
        self._average, self._vote = Curve(Line.SOLID), Curve(Line.DASHED)
        self._sizes, self._single = pg.ScatterPlotItem(), pg.ScatterPlotItem()
        self._items = (self._vote, self._average, self._sizes, self._single)
        self._drawn: object = None
        for item in self._items:
            view.addItem(item, ignoreBounds=True)

    def remove(self) -> None:
        """Take everything out of the picture."""
        for item in self._items:
            self._view.removeItem(item)

    def draw(
        self,
        place: float,
        single: np.ndarray,
        together: np.ndarray,
        colour: QColor,
        colours: Sequence[QColor],
        style: PlotStyle,
    ) -> None:
        """Draw these accuracies (0…1); repeating the same ones costs nothing.

        Args:
            place: where on the horizontal axis the points of the single networks stand.
            single: (networks,).
            together: (2, networks): average and vote of 1, 2, … networks.
            colour: of the lines.
            colours: of the points.
            style: how they are drawn.
        """
        pixels, ground, width = self._view.viewPixelSize(), style.background, style.curve_width
        numbers = place, single.tobytes(), together.tobytes()
        key = (numbers, pixels, colour.rgba(), [one.rgba() for one in colours], ground.rgba(), width)
        if key == self._drawn:
            return
        self._drawn = key
        sizes = np.arange(1.0, together.shape[1] + 1)
        for curve, accuracies in ((self._average, together[0]), (self._vote, together[1])):
            curve.forget()
            curve.draw(sizes, accuracies, colour, width)
        pen = pg.mkPen(colour, width=1.5)
        self._sizes.setData(sizes, together[0], symbol=self.marker, size=3.4 * width, pen=pen, brush=pg.mkBrush(colour))
        self._single.setData(
            np.full(len(single), place),
            single,
            symbol=self.marker,
            size=3.2 * width,
            pen=[pg.mkPen(one, width=0.7 * width) for one in colours[: len(single)]],
            brush=pg.mkBrush(ground),
        )
