"""Markers on the curves of runs whose colours repeat: from the eighth on, two runs share one."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from nnreg_gui.plots.style import run_marker

_MARKERS = 8  # across the picture
_SIZE = 3.6  # of a marker, in widths of a curve


class RunMarkers:
    """Draws squares, triangles or diamonds on the curves that need them; a run keeps its own."""

    def __init__(self, view: pg.ViewBox) -> None:
        self._view = view
        self._items: dict[int, pg.ScatterPlotItem] = {}

    def draw(self, curves: Sequence[tuple[int, np.ndarray, np.ndarray, QColor]], width: float) -> None:
        """Draw the markers on these curves, and no others.

        Args:
            curves: the number of each run, x and y, (points,), in view coordinates, and the colour.
            width: of a curve, in pixels.
        """
        wanted = {number: (x, y, colour) for number, x, y, colour in curves if run_marker(number)}
        for number in self._items.keys() - wanted.keys():
            self._view.removeItem(self._items.pop(number))
        (left, right), _ = self._view.viewRange()
        for number, (x, y, colour) in wanted.items():
            item = self._items.get(number)
            if item is None:
                item = self._items[number] = pg.ScatterPlotItem(symbol=run_marker(number))
                self._view.addItem(item, ignoreBounds=True)
            places = np.linspace(left, right, _MARKERS, endpoint=False) + (right - left) / (2 * _MARKERS)
            places = places[(places >= x[0]) & (places <= x[-1])] if len(x) else places[:0]
            item.setData(places, np.interp(places, x, y) if len(x) else places, size=_SIZE * width, pen=None,
                         brush=pg.mkBrush(colour))  # fmt: skip
