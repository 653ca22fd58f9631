"""Curves over degrees, steps or neurons, on a vertical axis by powers of ten, with a mark at a peak and one here."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.past_the_peak.scales import Scale, ScaledAxis
from nnreg_gui.plots.axes import PowerAxis
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import series_colour
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.texts import number_text, significant_text, whole_text

_MARGIN = 0.02  # of the width


@dataclass(frozen=True, slots=True, eq=False)
class PowerCurve:
    """A curve.

    Attributes:
        name: for the legend; "" for none.
        x: whole numbers, rising, (points,).
        y: what belongs to them, above 0, (points,).
        line: how it is drawn.
        colour: that of a kind, such as "l2", or of the run with this number.
        here: its value where the user is; None for no point there.
        dotted: whether each point is marked.
    """

    name: str
    x: np.ndarray
    y: np.ndarray
    line: Line = Line.SOLID
    colour: int | str = 1
    here: float | None = None
    dotted: bool = False


class PowerCurves(Plot):
    """Draws `PowerCurve`s; what lies outside the vertical range leaves the picture."""

    widest_number = "000,000"

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        self._axis = ScaledAxis(scale)
        super().__init__(PowerAxis("left"), self._axis, parent)
        self._curves: tuple[PowerCurve, ...] = ()
        self._ends, self._range = (1, 10), (0.1, 10.0)
        self._peak: float | None = None
        self._peak_text = pg.TextItem(anchor=(0, 1))
        self._here: float | None = None
        self._symbol = ""
        self._items: list[tuple[Line, Curve]] = []
        self._at_peak, self._at_here = (
            pg.InfiniteLine(angle=90, movable=False),
            pg.InfiniteLine(angle=90, movable=False),
        )
        self._points = pg.ScatterPlotItem(pxMode=True)
        self._values = ValuesLabel(self._canvas)
        for item in (self._at_peak, self._at_here, self._points, self._peak_text):
            self.view.addItem(item, ignoreBounds=True)
        self._points.setZValue(1)
        self.view.sigRangeChanged.connect(self._draw)
        self.view.sigResized.connect(self._draw)

    def set_axes(self, scale: Scale, ends: tuple[int, int], values: tuple[float, float], symbol: str) -> None:
        """Show these numbers, on this scale, and these values; `symbol` stands for a number where values are read."""
        self._axis.set_scale(scale)
        self._ends, self._range, self._symbol = ends, values, symbol

    def show_curves(
        self,
        curves: Sequence[PowerCurve],
        *,
        peak: float | None = None,
        peak_text: str = "",
        here: float | None = None,
    ) -> None:
        """Draw these, a line with a text where the peak is, and another line where the user is."""
        self._curves, self._peak, self._here = tuple(curves), peak, here
        self._peak_text.setText(peak_text)
        self.legend.set_entries([(one.line, one.name) for one in curves if one.name])
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        self._values.hide()
        left, right = self._places(self._ends)
        margin = _MARGIN * (right - left)
        low, high = np.log10(self._range)
        if not self.set_range((left - margin, right + margin), (float(low), float(high))):
            self._draw()

    def _restyle(self) -> None:
        super()._restyle()
        metrics = self.fontMetrics()
        half = metrics.horizontalAdvance(self.widest_number) * 0.65  # of the last number below the axis
        self._canvas.cells.setContentsMargins(0, metrics.height() / 2, half, metrics.height() / 5)
        self._axis.setStyle(hideOverlappingLabels=round(half))  # how far it may stick out

    def _places(self, numbers: Sequence[float] | np.ndarray) -> np.ndarray:
        return np.asarray(self._axis.scale_of_axis.place(np.asarray(numbers, float)), float)

    @Slot()
    def _draw(self) -> None:
        if not all(self.view.viewPixelSize()):
            return
        style, (low, high) = self.style_of_plot, self.view.viewRange()[1]
        self._have_items()
        spots: list[dict[str, object]] = []
        for one, (_, item) in zip(self._curves, self._items, strict=True):
            colour = series_colour(one.colour, self.palette())
            places, heights = self._places(one.x), np.clip(np.log10(one.y), 2 * low - high, 2 * high - low)
            item.forget()
            item.draw(places, heights, colour, style.curve_width)
            if one.dotted:
                spots += [_spot(x, y, colour, 3.2 * style.curve_width) for x, y in zip(places, heights, strict=True)]
            if one.here is not None and self._here is not None:
                height = min(max(float(np.log10(max(one.here, 1e-12))), low), high)
                spots.append(_spot(self._places([self._here])[0], height, colour, 4 * style.curve_width))
        self._points.setData(spots)
        self._peak_text.setVisible(self._peak is not None)
        if self._peak is not None:
            self._peak_text.setFont(style.axis_font)
            self._peak_text.setColor(style.text)
            self._peak_text.setPos(float(self._places([self._peak])[0]), low)
        for line, x, pen in (
            (self._at_peak, self._peak, pg.mkPen(style.faint, width=style.curve_width / 2)),
            (self._at_here, self._here, pg.mkPen(style.faint, width=style.curve_width / 2, style=Qt.PenStyle.DotLine)),
        ):
            line.setVisible(x is not None)
            if x is not None:
                line.setPen(pen)
                line.setPos(float(self._places([x])[0]))

    def _have_items(self) -> None:
        """Provide an item for each curve, with its kind of line."""
        if [line for line, _ in self._items] == [one.line for one in self._curves]:
            return
        for _, item in self._items:
            self.view.removeItem(item)
        self._items = [(one.line, Curve(one.line)) for one in self._curves]
        for _, item in self._items:
            self.view.addItem(item, ignoreBounds=True)

    def point_at(self, place: QPointF | None) -> None:
        """Show the values next to a place."""
        numbers = np.unique(np.concatenate([one.x for one in self._curves])) if self._curves else np.empty(0)
        if place is None or not len(numbers):
            self._values.hide()
            return
        number = numbers[np.abs(self._places(numbers) - place.x()).argmin()]
        rows = [
            (series_colour(one.colour, self.palette()), [one.name, value_text(float(one.y[one.x == number][0]))])
            for one in self._curves
            if (one.x == number).any()
        ]
        left, right = self.view.viewRange()[0]
        heading = f"{self._symbol} = {whole_text(round(number))}"
        self._values.show_rows(heading, rows, self._places([number])[0] > (left + right) / 2)


def _spot(x: float, y: float, colour: QColor, size: float) -> dict[str, object]:
    return {"pos": (x, y), "size": size, "pen": pg.mkPen(colour), "brush": pg.mkBrush(colour)}


def value_text(value: float) -> str:
    """Return a value with two decimals; large ones in whole numbers, small ones with two digits."""
    if value >= 1_000:
        return whole_text(round(value)) if value < 2**31 else significant_text(value, 3)
    return number_text(value, 2) if value >= 0.1 else significant_text(value, 2)
