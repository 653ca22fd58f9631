"""Accuracies of searched experiments over a value on a logarithmic axis: mean, spread, and the best."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import log10

import numpy as np
from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.spread import Spread
from nnreg_gui.plots.axes import LogAxis, NumberAxis, PercentAxis
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.search_words import Name, SearchWords, names_width
from nnreg_gui.plots.series_items import SeriesItems
from nnreg_gui.plots.style import series_colour
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.texts import number_text, percent_text, significant_text

_TOP = 1.015  # markers at 100 % are whole
_DEPTH, _LEAST = 0.2, 0.06  # the most and the least that a picture of validation reaches below the best accuracy
_REACH = 1.2  # lines of text: a click this near to a point means it


@dataclass(frozen=True, slots=True)
class SearchPoint:
    """What was found for one value.

    Attributes:
        value: of the horizontal axis; 0 is “Off”.
        validation, training: accuracies, 0…1.
        key: what the signal carries when the point is clicked.
        remark: an extra word, shown when the mouse points at it.
    """

    value: float
    validation: Spread
    training: Spread
    key: Hashable
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SearchSeries:
    """Points that a line connects, from left to right.

    Attributes:
        name: written at the line's end.
        points: by rising value; the line leaves “Off” out.
        line: how it is drawn.
        colour: that of a kind, such as "l2", or of the run with this number.
        marker: a symbol of pyqtgraph: "o", "s", "t", "d", "x".
    """

    name: str
    points: tuple[SearchPoint, ...]
    line: Line = Line.SOLID
    colour: int | str = 1
    marker: str = "o"


class SearchCurves(Plot):
    """Draws series: validation with points and spread, the training accuracy of the same epochs fainter.

    Signals:
        point_chosen: a point was clicked; carries its key.
    """

    point_chosen = Signal(object)
    symbol = "λ"  # of the value searched over
    left_axis: type[NumberAxis] = PercentAxis
    by_validation = False  # whether the axis serves validation alone: training, and far worse points, may leave it

    def __init__(self, parent: QWidget | None = None) -> None:
        self._axis = LogAxis()
        super().__init__(self.left_axis("left"), self._axis, parent)
        self._series: tuple[SearchSeries, ...] = ()
        self._ends, self._with_off, self._lowest = (0.01, 10.0), False, 0.8
        self._best: tuple[float, float, str] | None = None  # value, accuracy, words
        self._kinds: list[tuple[Line, str]] = []  # of the series that have items
        self._items: list[SeriesItems] = []
        self._words = SearchWords(self.view)
        self._values = ValuesLabel(self._canvas)
        self.view.sigRangeChanged.connect(self._draw)  # dashes are cut in pixels
        self.view.sigResized.connect(self.redraw)
        self.retranslate()

    def retranslate(self) -> None:
        self._axis.off_text = self.tr("Off")

    def set_values(self, first: float, last: float, *, with_off: bool, lowest: float = 0.8) -> None:
        """Make room for these values on the horizontal axis, and for accuracies from `lowest`."""
        new = (first, last), with_off, lowest
        if new != (self._ends, self._with_off, self._lowest):
            self._ends, self._with_off, self._lowest = new
            self._series, self._best = (), None
            self.show_whole()

    def show_series(self, series: Sequence[SearchSeries], best: tuple[float, float, str] | None = None) -> None:
        """Draw these series.

        Args:
            series: what was found so far.
            best: value and accuracy of the best point, and the words there.
        """
        if (tuple(series), best) != (self._series, self._best):
            self._series, self._best = tuple(series), best
            self.redraw()

    def place(self, value: float) -> float:
        """Return where a value lies on the horizontal axis."""
        return log10(value) if value > 0 else self._off

    @property
    def _off(self) -> float:
        """Where “Off” lies: far enough from the first number that they do not touch."""
        first, last = (log10(end) for end in self._ends)
        words = self._metrics().horizontalAdvance(self._axis.off_text + significant_text(self._ends[0], 3))
        apart = (0.5 * words + self._metrics().height()) / max(self.view.width(), 1.0)
        return first - max(0.12, 1.3 * apart) * (last - first)

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.style_of_plot.axis_font)

    @Slot()
    def redraw(self) -> None:
        """Draw everything in the present range and style."""
        self._values.hide()
        first, last = (log10(end) for end in self._ends)
        self._axis.first, self._axis.last = self._ends
        self._axis.off = self._off if self._with_off else None
        self._axis.picture = None  # its numbers are cached
        left = self._off if self._with_off else first
        span, width = last - left, max(self.view.width(), 1.0)
        metrics = self._metrics()
        names = names_width((one.name for one in self._series), self.style_of_plot)
        words = min(0.4, (names + 1.5 * metrics.height()) / width)  # for the names at the right end
        right = left + span / (1 - words - 0.04)
        bottom, top = self._heights()
        below = 1.4 * metrics.height() / max(self.view.height(), 1.0)  # for the words at the best one
        bottom -= min(0.5, below) * (top - bottom)
        if not self.set_range((left - 0.04 * (right - left), right), (bottom, top)):
            self._draw()

    def _heights(self) -> tuple[float, float]:
        """Return the range of accuracies to show, in steps, so that it does not creep."""
        spreads = [point.validation for one in self._series for point in one.points]
        low = min((one.mean - one.spread for one in spreads), default=1.0)
        if not (self.by_validation and spreads):
            return max(0.0, min(self._lowest, float(np.floor(20 * low)) / 20)), _TOP
        top = float(np.ceil(50 * max(one.mean + one.spread for one in spreads))) / 50
        low = max(low, max(one.mean for one in spreads) - _DEPTH, 0.0)
        return min(float(np.floor(50 * low)) / 50, top - _LEAST), min(top + 0.005, _TOP)

    def _restyle(self) -> None:
        super()._restyle()
        em = self.fontMetrics().height()
        self._canvas.cells.setContentsMargins(0, em / 2, em, em / 5)  # commas reach below the numbers' line

    # --------------------------------------------------------------------------------------------------- the picture

    @Slot()
    def _draw(self) -> None:
        """Draw what the present range and style have not drawn yet."""
        kinds = [(one.line, one.marker) for one in self._series]
        if kinds != self._kinds:
            for items in self._items:
                items.remove()
            self._kinds, self._items = kinds, [SeriesItems(self.view, *kind) for kind in kinds]
        for series, items in zip(self._series, self._items, strict=True):
            places = np.array([self.place(point.value) for point in series.points])
            means = [(point.validation.mean, point.validation.spread, point.training.mean) for point in series.points]
            on_line = np.array([point.value > 0 for point in series.points], bool)
            items.draw(places, np.array(means).T, on_line, self._colour(series), self.style_of_plot)
        best = (self.place(self._best[0]), *self._best[1:]) if self._best is not None else None
        self._words.draw(best, self._names(), self.style_of_plot)

    def _names(self) -> list[Name]:
        """Return the names at the ends of lines; a single series needs none."""
        return [
            (one.name, self._colour(one), self.place(one.points[-1].value), one.points[-1].validation.mean)
            for one in self._series
            if one.name and one.points and len(self._series) > 1
        ]

    def _colour(self, series: SearchSeries) -> QColor:
        return series_colour(series.colour, self.palette())

    # --------------------------------------------------------------------------------------------------- the pointer

    def point_at(self, place: QPointF | None) -> None:
        """Show what was found next to a place."""
        values = sorted({point.value for one in self._series for point in one.points})
        if place is None or not values:
            self._values.hide()
            return
        self.show_value(min(values, key=lambda value: abs(self.place(value) - place.x())))

    def show_value(self, value: float) -> None:
        """Show what was found for this value."""
        rows = [(self.style_of_plot.text, ["", self.tr("validation"), "", self.tr("training"), ""])]
        for one in self._series:
            rows += [
                (self._colour(one), [one.name, *self._texts(point)]) for point in one.points if point.value == value
            ]
        left, right = self.view.viewRange()[0]
        self._values.show_rows(self.heading(value), rows, self.place(value) > (left + right) / 2)

    def heading(self, value: float) -> str:
        """Return what stands above the values that the mouse points at."""
        return f"{self.symbol} = {significant_text(value, 3)}" if value else self._axis.off_text

    def _texts(self, point: SearchPoint) -> list[str]:
        spread = f"± {number_text(100 * point.validation.spread, 1)}"
        return [percent_text(point.validation.mean), spread, percent_text(point.training.mean), point.remark]

    def click_at(self, place: QPointF) -> None:
        position, reach = self.view.mapViewToScene(place), _REACH * self.fontMetrics().height()
        near: list[tuple[float, object]] = []
        for one in self._series:
            for point in one.points:
                there = self.view.mapViewToScene(QPointF(self.place(point.value), point.validation.mean)) - position
                distance = float(np.hypot(there.x(), there.y()))
                if distance <= reach:
                    near.append((distance, point.key))
        if near:
            _, key = min(near, key=_distance_of)
            self.point_chosen.emit(key)


def _distance_of(near: tuple[float, object]) -> float:
    return near[0]
