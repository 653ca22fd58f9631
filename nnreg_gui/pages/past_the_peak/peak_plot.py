"""Noisy points of a line, and the polynomial of the chosen degree through them."""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.double_descent import MOST_DEGREE, legendre_basis, true_line
from nnreg_gui.engine.polynomials import Points
from nnreg_gui.pages.past_the_peak.peak_choices import LEAST_POINTS, MOST_POINTS
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.point_plot import PointPlot
from nnreg_gui.plots.style import kind_colour, run_colour

_SAMPLES = 1_500  # of a curve, six for a wave of degree 500
_REACH = 4.0  # of y: the line and its noise are within
_CURVE = 1  # whose run colour it has


@dataclass(frozen=True, slots=True, eq=False)
class PeakPicture:
    """What to draw.

    Attributes:
        points: what is fitted.
        coefficients: of the polynomial.
        end: those it tends to in gradient descent; None if it is the fit itself.
        penalized: whether ridge keeps it small.
    """

    points: Points
    coefficients: np.ndarray
    end: np.ndarray | None = None
    penalized: bool = False


class PeakPlot(PointPlot):
    """Draws points and polynomial over x; the vertical axis stays, however far a curve leaves it."""

    widest_number = "−00"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((-1.0, 1.0), parent)
        self._picture: PeakPicture | None = None
        self._x = np.linspace(-1, 1, _SAMPLES)
        self._basis = legendre_basis(self._x, MOST_DEGREE)
        self._hidden, self._curve, self._end = Curve(Line.DOTTED), Curve(Line.SOLID), Curve(Line.DASHED)
        self._points = pg.ScatterPlotItem(pxMode=True)
        for item in (self._hidden, self._end, self._curve, self._points):
            self.view.addItem(item, ignoreBounds=True)
        self.view.sigRangeChanged.connect(self._draw)  # dashes are cut in pixels
        self.view.sigResized.connect(self._draw)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("y over x"), "y(x)")
        self._name_lines()
        self.setToolTip(
            self.tr(
                "Points of the dotted line with noise, and the polynomial of the chosen degree. Beyond as many "
                "coefficients as points, many polynomials pass through all: this is the one with the smallest. A click "
                "on an empty place adds a point, a click on a point removes it ({0} to {1} points); drag a point to "
                "move it."
            ).format(LEAST_POINTS, MOST_POINTS)
        )

    def _name_lines(self) -> None:
        entries = [(Line.DOTTED, self.tr("true line")), (Line.SOLID, self.tr("polynomial"))]
        if self._picture is not None and self._picture.end is not None:
            entries.append((Line.DASHED, self.tr("where it tends to")))
        self.legend.set_entries(entries)

    def show_picture(self, picture: PeakPicture) -> None:
        """Draw this."""
        self._picture = picture
        self._name_lines()
        self.redraw()

    def shown_points(self) -> Points | None:
        return self._picture.points if self._picture is not None else None

    @Slot()
    def redraw(self) -> None:
        if not self.set_range((-1.04, 1.04), (-_REACH, _REACH)):
            self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._picture is None or not all(self.view.viewPixelSize()):
            return  # it draws once it has a size
        picture, style = self._picture, self.style_of_plot
        colour = kind_colour("l2", self.palette()) if picture.penalized else run_colour(_CURVE, self.palette())
        self._draw_curve(self._hidden, true_line(self._x), style.text)
        self._draw_curve(self._curve, self._values(picture.coefficients), colour)
        self._end.setVisible(picture.end is not None)
        if picture.end is not None:
            self._draw_curve(self._end, self._values(picture.end), style.faint)
        pen = pg.mkPen(style.background, width=style.curve_width / 2)
        self._points.setData(
            picture.points.x, picture.points.y, size=4 * style.curve_width, pen=pen, brush=pg.mkBrush(style.text)
        )

    def _restyle(self) -> None:
        super()._restyle()
        em = self.fontMetrics().height()
        self._canvas.cells.setContentsMargins(0, em / 2, em, em / 5)  # commas reach below the numbers' line

    def _values(self, coefficients: np.ndarray) -> np.ndarray:
        return np.asarray(self._basis[:, : len(coefficients)] @ coefficients)

    def _draw_curve(self, curve: Curve, y: np.ndarray, colour: QColor) -> None:
        """Draw a curve; keep what is far outside the picture at its edge, out of sight."""
        low, high = self.view.viewRange()[1]
        curve.forget()  # other values over the same x
        curve.draw(self._x, np.clip(y, 2 * low - high, 2 * high - low), colour, self.style_of_plot.curve_width)
