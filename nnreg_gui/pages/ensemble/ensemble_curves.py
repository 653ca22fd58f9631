"""Accuracy of ensembles over the number of networks, beside that of each single network."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from PySide6.QtCore import QPointF, Slot
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.ensemble.ensemble_items import EnsembleItems
from nnreg_gui.plots.axes import LimitedAxis, PercentAxis
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.search_words import Name, SearchWords, names_width
from nnreg_gui.plots.style import run_colour, series_colour
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.texts import percent_text, whole_text

_STEP = 0.02  # the range of accuracies ends at multiples of this, which keeps it from jumping
_APART = 0.75  # lines of text between the points of two ensembles
_MOST_NUMBERS = 8  # of runs: more would be too far from their points
_NUMBERS = 2.2  # lines of text from the numbers of runs to their points


@dataclass(frozen=True, slots=True)
class EnsembleSeries:
    """What is known about one ensemble; accuracies are 0…1.

    Attributes:
        name: written at the end of its lines.
        single: of each network.
        average, vote: of ensembles of 1, 2, … networks.
        colour: that of a kind, such as "l2", or of the run with this number.
        marker: a pyqtgraph symbol, for the single networks.
        numbers: of the runs that the networks belong to, which colour the points; none if they belong to no runs.
    """

    name: str
    single: tuple[float, ...]
    average: tuple[float, ...]
    vote: tuple[float, ...]
    colour: int | str = 1
    marker: str = "o"
    numbers: tuple[int, ...] = ()


class EnsembleCurves(Plot):
    """Draws ensembles: solid the average of outputs, dashed the vote, at the left each single network as a point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._counts = LimitedAxis("bottom")
        self._counts.least_spacing = self._counts.first = 1.0
        super().__init__(PercentAxis("left"), self._counts, parent)
        self._series: tuple[EnsembleSeries, ...] = ()
        self._most = 6
        self._items: list[EnsembleItems] = []
        self._words = SearchWords(self.view)
        self._values = ValuesLabel(self._canvas)
        self.view.sigRangeChanged.connect(self._draw)  # dashes are cut in pixels
        self.view.sigResized.connect(self.redraw)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_accuracy_title()
        self.set_bottom_label("" if self.compact else self.tr("Networks that answer together"))
        self.legend.set_entries([(Line.SOLID, self.tr("average")), (Line.DASHED, self.tr("majority vote"))])
        self._canvas.setToolTip(
            self.tr(
                "Means over groups of so many networks. Average: the digit with the highest output on average. "
                "Majority vote: the digit that most networks name; between equally many votes, the higher average "
                "decides."
            )
        )

    def show_series(self, series: Sequence[EnsembleSeries], most: int) -> None:
        """Draw these ensembles, with room for this many networks."""
        if (tuple(series), most) != (self._series, self._most):
            self._series, self._most = tuple(series), most
            self.redraw()

    @property
    def series(self) -> tuple[EnsembleSeries, ...]:
        """What is drawn."""
        return self._series

    @Slot()
    def redraw(self) -> None:
        self._values.hide()
        self._counts.last = self._most
        self._counts.picture = None  # its numbers are cached
        metrics, width = QFontMetricsF(self.style_of_plot.axis_font), max(self.view.width(), 1.0)
        names = names_width((name for name, *_ in self._names()), self.style_of_plot)
        words = min(0.45 * width, names + 1.5 * metrics.height())  # for the names at the right end
        numbered = any(one.numbers for one in self._series)
        points = (_APART * max(len(self._series), 1) + (_NUMBERS if numbered else 0.0) + 0.5) * self._em()
        # One more network is this many pixels to the right.
        step = max(width - words - points, 0.2 * width) / max(self._most - 1, 1)
        left = 1 - points / step
        if not self.set_range((left, left + width / step), self._accuracies()):
            self._draw()

    def _em(self) -> int:
        return self.fontMetrics().height()

    def _accuracies(self) -> tuple[float, float]:
        """Return the range that contains everything, with a margin."""
        known = [value for one in self._series for value in (*one.single, *one.average, *one.vote)] or [0.8, 0.9]
        low, high = floor((min(known) - 0.004) / _STEP) * _STEP, ceil((max(known) + 0.004) / _STEP) * _STEP
        return max(low, 0.0), min(high, 1.01)

    @Slot()
    def _draw(self) -> None:
        """Draw what is not drawn yet in the present range and style."""
        markers = [one.marker for one in self._series]
        if markers != [items.marker for items in self._items]:
            for items in self._items:
                items.remove()
            self._items = [EnsembleItems(self.view, marker) for marker in markers]
        (left, right), _ = self.view.viewRange()
        em = self._em() * (right - left) / max(self.view.width(), 1.0)
        for place, (series, items) in enumerate(zip(self._series, self._items, strict=True)):
            colours = [run_colour(number, self.palette()) for number in series.numbers]
            items.draw(
                1 - (place + 1) * _APART * em,
                np.array(series.single),
                np.array([series.average, series.vote]),
                self._colour(series),
                colours or [self._colour(series)] * len(series.single),
                self.style_of_plot,
            )
        self._words.draw(None, [*self._names(), *self._numbers(1 - (_APART + _NUMBERS) * em)], self.style_of_plot)

    def _names(self) -> list[Name]:
        """Return the texts at the ends of the average lines; a single ensemble needs no name."""
        return [
            (one.name, self._colour(one), float(len(one.average)), one.average[-1])
            for one in self._series
            if one.average and len(self._series) > 1
        ]

    def _numbers(self, place: float) -> list[Name]:
        """Return the numbers of runs, which stand beside their points, if there is room for all of them."""
        highest: dict[int, float] = {}  # of repeats, which share one number
        for one in self._series:
            for number, accuracy in zip(one.numbers, one.single, strict=False):
                highest[number] = max(accuracy, highest.get(number, 0.0))
        if len(highest) > _MOST_NUMBERS or 2 * self._em() * len(highest) > self.view.height():
            return []
        return [
            (whole_text(number), run_colour(number, self.palette()), place, accuracy)
            for number, accuracy in highest.items()
        ]

    def _colour(self, series: EnsembleSeries) -> QColor:
        return series_colour(series.colour, self.palette())

    # --------------------------------------------------------------------------------------------------- the pointer

    def point_at(self, place: QPointF | None) -> None:
        """Show what was found nearest to a place."""
        if place is None:
            self._values.hide()
        else:
            self.show_size(round(place.x()))

    def show_size(self, networks: int) -> None:
        """Show how accurate ensembles of this many networks are."""
        known = [one for one in self._series if 1 <= networks <= len(one.average)]
        if not known:
            self._values.hide()
            return
        rows = [(self.style_of_plot.text, ["", self.tr("average"), self.tr("majority vote")])]
        for one in known:
            figures = one.average[networks - 1], one.vote[networks - 1]
            rows.append((self._colour(one), [one.name, *(percent_text(figure, 2) for figure in figures)]))
        left, right = self.view.viewRange()[0]
        heading = self.tr("Networks: {0}").format(whole_text(networks))
        self._values.show_rows(heading, rows, networks > (left + right) / 2)
