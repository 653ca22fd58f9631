"""How far off the fits of all degrees are, on the points and on the held-out ones."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.polynomials import MOST_DEGREE
from nnreg_gui.plots.axes import NumberAxis, PowerAxis
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import run_colour

_LEAST, _MOST = 0.03, 30.0  # drawn; what is below is as good as 0, and what is above leaves the picture


class DegreeErrors(Plot):
    """Training errors solid, held-out errors dashed; a line marks the chosen degree."""

    widest_number = "−000 000"  # begins where the coefficients begin

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PowerAxis("left"), NumberAxis("bottom"), parent)
        self._bottom.least_spacing = 1.0
        self._errors: tuple[np.ndarray, np.ndarray] | None = None
        self._degree = 0
        self._curves = Curve(Line.SOLID), Curve(Line.DASHED)
        self._here, self._points = pg.InfiniteLine(angle=90, movable=False), pg.ScatterPlotItem(pxMode=True)
        for item in (self._here, *self._curves, self._points):
            self.view.addItem(item, ignoreBounds=True)
        self.view.setMouseEnabled(x=False, y=False)
        self.view.sigResized.connect(self._draw)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Error"))
        self.set_bottom_label(self.tr("Degree"))
        self.legend.set_entries([(Line.SOLID, self.tr("training")), (Line.DASHED, self.tr("held out"))])
        self.setToolTip(
            self.tr(
                "The root of the mean squared error, in units of y, on the points that are fitted and on 100 others of "
                "the same line. The axis goes by powers of ten; errors below 0.03 lie at its end."
            )
        )

    def show_errors(self, training: np.ndarray, held_out: np.ndarray, degree: int) -> None:
        """Draw these errors, (degrees,) each, and mark a degree."""
        self._errors, self._degree = (training, held_out), degree
        self.redraw()

    def redraw(self) -> None:
        self.set_range((-0.6, MOST_DEGREE + 0.6), (float(np.log10(_LEAST)), float(np.log10(_MOST))))
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._errors is None or not all(self.view.viewPixelSize()):
            return
        style, colour = self.style_of_plot, run_colour(1, self.palette())
        degrees = np.arange(len(self._errors[0]), dtype=float)
        heights = [np.log10(np.clip(errors, _LEAST, 10 * _MOST)) for errors in self._errors]
        for curve, y in zip(self._curves, heights, strict=True):
            curve.forget()
            curve.draw(degrees, y, colour, style.curve_width)
        self._here.setPos(self._degree)
        self._here.setPen(pg.mkPen(style.faint, width=style.curve_width / 2, style=Qt.PenStyle.DotLine))
        marked = [y[self._degree] for y in heights if self._degree < len(y)]
        brushes = [pg.mkBrush(colour), pg.mkBrush(style.background)][: len(marked)]
        self._points.setData(
            [self._degree] * len(marked),
            marked,
            size=4 * style.curve_width,
            pen=pg.mkPen(colour, width=style.curve_width / 2),
            brush=brushes,
        )
