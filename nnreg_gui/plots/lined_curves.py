"""Accuracies of searched experiments with a dotted line where the value has a meaning of its own."""

from math import log10

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.search_curves import SearchCurves


class LinedCurves(SearchCurves):
    """Draws the line once it is told where."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._line = pg.InfiniteLine(angle=90, movable=False)  # before the rest, which needs to know how it looks
        super().__init__(parent)
        self._line.hide()
        self.view.addItem(self._line, ignoreBounds=True)

    def set_line(self, value: float) -> None:
        """Draw the line at this value."""
        self._line.setPos(log10(max(value, 1e-9)))
        self._line.show()

    def _restyle(self) -> None:
        super()._restyle()
        style = self.style_of_plot
        self._line.setPen(pg.mkPen(style.text, width=0.7 * style.curve_width, style=Qt.PenStyle.DotLine))
