"""Noisy points, what is fitted to them, and where the predictions part; the mouse moves the points."""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from nnreg_gui.engine.polynomials import FROM, TO, Points, Polynomial, hidden_line
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.point_plot import PointPlot
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.texts import number_text, significant_text, whole_text

FAR = 14.0  # the farthest right that predictions are asked for
_SAMPLES = 600  # of a curve, which a polynomial of degree 15 does not outrun
_LINE, _POLYNOMIAL = 2, 1  # whose run colours they use
_LEAST_Y, _MOST_Y = -2.0, 16.0  # the line and its noise are within; points outside widen it


@dataclass(frozen=True, slots=True, eq=False)
class FitPicture:
    """What to draw.

    Attributes:
        points: what the models are fitted to.
        held_out: points that they have not seen, or None if not shown.
        line: the fit of degree 1.
        polynomial: the fit of the chosen degree.
    """

    points: Points
    held_out: Points | None
    line: Polynomial
    polynomial: Polynomial


class FitPlot(PointPlot):
    """Draws the fits over x; the vertical axis stays, and says where a curve that has left it would be."""

    widest_number = "−00"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((FROM, TO), parent)
        self._picture: FitPicture | None = None
        self._x = np.linspace(FROM, FAR, _SAMPLES)
        self._beyond = QGraphicsRectItem()
        self._beyond.setPen(pg.mkPen(None))
        self._hidden, self._line, self._polynomial = Curve(Line.DOTTED), Curve(Line.DASHED), Curve(Line.SOLID)
        self._points, self._held_out = pg.ScatterPlotItem(pxMode=True), pg.ScatterPlotItem(pxMode=True)
        self._ends = pg.TextItem(anchor=(1, 0.5)), pg.TextItem(anchor=(1, 0.5))  # of the line, of the polynomial
        for item in (self._beyond, self._hidden, self._held_out, self._line, self._polynomial, self._points):
            self.view.addItem(item, ignoreBounds=True)
        for text in self._ends:
            self.view.addItem(text, ignoreBounds=True)
        self.view.sigResized.connect(self._draw)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("y over x"), "y(x)")
        self.legend.set_entries(
            [
                (Line.DOTTED, self.tr("hidden line")),
                (Line.DASHED, self.tr("line fitted")),
                (Line.SOLID, self.tr("polynomial fitted")),
            ]
        )
        self.setToolTip(
            self.tr(
                "A click on an empty place adds a point, a click on a point removes it; drag a point to move it. "
                "Hollow points are held out: nothing was fitted to them."
            )
        )

    def show_picture(self, picture: FitPicture) -> None:
        """Draw this."""
        self._picture = picture
        self.redraw()

    def redraw(self) -> None:
        if self._picture is None:
            return
        low = min(_LEAST_Y, *(self._picture.points.y - 1)) if len(self._picture.points) else _LEAST_Y
        high = max(_MOST_Y, *(self._picture.points.y + 1)) if len(self._picture.points) else _MOST_Y
        self.set_range((FROM - 0.3, FAR), (low, high))
        self._draw()

    # --------------------------------------------------------------------------------------------------------- drawing

    @Slot()
    def _draw(self) -> None:
        if self._picture is None or not all(self.view.viewPixelSize()):
            return  # it draws once it has a size
        picture, style = self._picture, self.style_of_plot
        low, high = self.view.viewRange()[1]
        shade = QColor(style.text)
        shade.setAlphaF(0.07)
        self._beyond.setBrush(shade)
        self._beyond.setRect(QRectF(TO, low, FAR - TO, high - low))
        self._draw_curve(self._hidden, hidden_line(self._x), style.text)
        self._draw_curve(self._line, picture.line(self._x), self._colour(_LINE))
        self._draw_curve(self._polynomial, picture.polynomial(self._x), self._colour(_POLYNOMIAL))
        size = 4 * style.curve_width
        pen = pg.mkPen(style.background, width=style.curve_width / 2)
        self._points.setData(picture.points.x, picture.points.y, size=size, pen=pen, brush=style.text)
        held_out = picture.held_out
        self._held_out.setVisible(held_out is not None)
        if held_out is not None:
            faint = pg.mkPen(style.faint, width=style.curve_width / 2)
            self._held_out.setData(held_out.x, held_out.y, size=0.7 * size, pen=faint, brush=None)
        self._name_ends()

    def _draw_curve(self, curve: Curve, y: np.ndarray, colour: QColor) -> None:
        """Draw a curve; keep what is far outside the picture at its edge, out of sight."""
        low, high = self.view.viewRange()[1]
        curve.forget()  # other values over the same x
        curve.draw(self._x, np.clip(y, 2 * low - high, 2 * high - low), colour, self.style_of_plot.curve_width)

    def _name_ends(self) -> None:
        """Write what both models predict at the right end; an arrow says that this is outside the picture."""
        assert self._picture is not None
        low, high = self.view.viewRange()[1]
        height = self.view.viewPixelSize()[1] * self.fontMetrics().height()
        values = [float(model(FAR)) for model in (self._picture.line, self._picture.polynomial)]
        bottom, top = low + 0.8 * height, high - 0.8 * height
        places = [min(max(value, bottom), top) for value in values]
        if abs(places[0] - places[1]) < 1.3 * height:  # one above the other
            lower = min(max(sum(places) / 2 - 0.65 * height, bottom), top - 1.3 * height)
            higher = 0 if values[0] > values[1] else 1
            places[1 - higher], places[higher] = lower, lower + 1.3 * height
        names = self.tr("line {0}"), self.tr("polynomial {0}")
        for text, name, value, place, number in zip(
            self._ends, names, values, places, (_LINE, _POLYNOMIAL), strict=True
        ):
            arrow = "▲ " if value > high else "▼ " if value < low else ""
            text.setFont(self.style_of_plot.axis_font)
            text.setText(arrow + name.format(end_text(value)), self._colour(number))
            text.setPos(FAR, place)

    def _colour(self, number: int) -> QColor:
        return run_colour(number, self.palette())

    def shown_points(self) -> Points | None:
        return self._picture.points if self._picture is not None else None


def end_text(value: float) -> str:
    """Return a prediction with one decimal or, if it is large, as a whole number."""
    if abs(value) < 100:
        return number_text(value, 1)
    return whole_text(round(value)) if abs(value) < 2**31 else significant_text(value, 2)
