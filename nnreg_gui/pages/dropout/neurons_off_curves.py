"""Accuracy of networks over the share of their hidden neurons that are switched off."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.axes import PercentAxis
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.measured import Measured
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.search_words import Name, SearchWords, names_width
from nnreg_gui.plots.style import run_colour
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.texts import number_text, percent_text

_MARGIN = 0.03  # of the axis: shows the markers at its ends whole
_TOP = 1.02
_MOST_FOR_NUMBERS = 0.2  # of the width


@dataclass(frozen=True, slots=True, eq=False)
class OffCurve(Measured):
    """What was found for one run.

    Attributes:
        number: of the run; decides the colour and stands at the curve.
        accuracies: 0 … 1, (shares, draws).
        with_dropout: whether it was trained with dropout; then its line is solid, otherwise dashed.
        strong: whether its line stands out.
    """

    number: int
    accuracies: np.ndarray
    with_dropout: bool
    strong: bool = True


class NeuronsOffCurves(Plot):
    """Draws the mean over the draws as a line with points, and the standard deviation as bars."""

    def __init__(self, shares: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(PercentAxis("left"), PercentAxis("bottom"), parent)
        self._shares = np.array(shares, float)
        self._curves: list[OffCurve] = []
        self._items: list[tuple[Curve, pg.PlotCurveItem, pg.ScatterPlotItem]] = []
        self._kinds: list[Line] = []  # of the curves that there are items for
        self._words = SearchWords(self.view)
        self._values = ValuesLabel(self._canvas)
        self.view.sigRangeChanged.connect(self._draw)  # dashes are cut in pixels
        self.view.sigResized.connect(self.redraw)
        self.retranslate()
        self.redraw()

    def retranslate(self) -> None:
        self.set_accuracy_title()
        self.set_bottom_label("" if self.compact else self.tr("Hidden neurons switched off"))
        self.legend.set_entries([(Line.DASHED, self.tr("without dropout")), (Line.SOLID, self.tr("with dropout"))])

    @property
    def curves(self) -> Sequence[OffCurve]:
        """What is drawn."""
        return self._curves

    def show_curves(self, curves: Sequence[OffCurve]) -> None:
        """Draw these; repeating the same ones costs nothing."""
        if list(curves) != self._curves:
            self._curves = list(curves)
            self.redraw()

    @Slot()
    def redraw(self) -> None:
        self._values.hide()
        last = float(self._shares[-1])
        em = QFontMetricsF(self.style_of_plot.axis_font).height()
        widest = names_width((name for name, *_ in self._names()), self.style_of_plot)
        words = min(_MOST_FOR_NUMBERS, (widest + em) / max(self.view.width(), 1.0))
        if not self.set_range((-_MARGIN * last, last * (1 + _MARGIN) / (1 - words)), (0.0, _TOP)):
            self._draw()

    @Slot()
    def _draw(self) -> None:
        self._have_items()
        style = self.style_of_plot
        for place, (one, items) in enumerate(zip(self._curves, self._items, strict=True)):
            curve, bars, dots = items
            colour, width = self.run_line(one.number, strong=one.strong)
            for item in items:
                item.setZValue(0 if one.strong else -1)
            mean, spread = one.accuracies.mean(1), one.accuracies.std(1)
            curve.forget()
            curve.draw(self._shares, mean, colour, width)
            bars.setPen(pg.mkPen(colour, width=0.6 * width))
            ends = np.stack([mean - spread, mean + spread], 1).ravel()
            bars.setData(np.repeat(self._shares + self._aside(place), 2), ends)
            dots.setData(self._shares, mean, symbol="o" if one.with_dropout else "s", size=3.2 * width,
                         pen=pg.mkPen(colour), brush=pg.mkBrush(colour))  # fmt: skip
        self._words.draw(None, self._names(), style)

    def _have_items(self) -> None:
        """Provide items for each curve, with its kind of line."""
        kinds = [Line.SOLID if one.with_dropout else Line.DASHED for one in self._curves]
        if kinds == self._kinds:
            return
        for item in chain(*self._items):
            self.view.removeItem(item)
        self._kinds = kinds
        self._items = [(Curve(line), pg.PlotCurveItem(connect="pairs"), pg.ScatterPlotItem()) for line in kinds]
        for item in chain(*self._items):
            self.view.addItem(item, ignoreBounds=True)

    def _aside(self, place: int) -> float:
        """Return how far the bars of a curve are shifted, so that those of others stay visible."""
        return float(
            2 * self.style_of_plot.curve_width * self.view.viewPixelSize()[0] * (place - len(self._curves) / 2)
        )

    def _names(self) -> list[Name]:
        last = float(self._shares[-1])
        return [
            (str(one.number), run_colour(one.number, self.palette()), last, float(one.accuracies[-1].mean()))
            for one in self._curves
        ]

    def point_at(self, place: QPointF | None) -> None:
        """Show what was found nearest to a place."""
        if place is None or not self._curves:
            self._values.hide()
        else:
            self.show_values(place.x())

    def show_values(self, share: float) -> None:
        """Show what was found at the share nearest to this one."""
        at = int(np.abs(self._shares - share).argmin())
        rows = [
            (
                run_colour(one.number, self.palette()),
                [str(one.number), percent_text(float(one.accuracies[at].mean())),
                 f"± {number_text(100 * float(one.accuracies[at].std()), 1)}"],
            )
            for one in self._curves
        ]  # fmt: skip
        heading = self.tr("{0} off").format(percent_text(float(self._shares[at]), 0))
        left, right = self.view.viewRange()[0]
        self._values.show_rows(heading, rows, self._shares[at] > (left + right) / 2)
