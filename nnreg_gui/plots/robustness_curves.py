"""The accuracy of networks against how far they, or their images, are disturbed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.axes import PercentAxis
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.disturbance import Disturbance, DisturbanceAxis, value_text
from nnreg_gui.plots.measured import Measured
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.search_words import Name, SearchWords, names_width
from nnreg_gui.plots.style import run_colour
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.texts import percent_text

_TOP, _MARGIN = 1.02, 0.03  # of the axes
_MOST_FOR_NAMES = 0.35  # of the width
_BEYOND = 10  # pixels by which numbers may reach beyond the axis


@dataclass(frozen=True, slots=True, eq=False)
class DisturbedRun(Measured):
    """What was found for one run.

    Attributes:
        number: of the run; decides the colour.
        name: its regularization in a word or two; stands with the number at the line's end.
        regularized: whether its line is solid; the others are dashed.
        accuracies: 0…1, (values,).
        strong: whether its line stands out.
    """

    number: int
    name: str
    regularized: bool
    accuracies: np.ndarray
    strong: bool = True


class RobustnessCurves(Plot):
    """Draws one line per run: colour = run, solid = regularized; a cursor marks the value that everything else shows.

    Signals:
        value_chosen: the user has pointed there with the button down; carries one of the measured values.
    """

    value_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._axis = DisturbanceAxis("bottom")
        super().__init__(PercentAxis("left"), self._axis, parent)
        self._places = np.array([0.0, 1.0])
        self._runs: list[DisturbedRun] = []
        self._curves: list[Curve] = []
        self._kinds: list[bool] = []  # of the runs that have curves: regularized or not
        self._dots = pg.ScatterPlotItem()
        self._words = SearchWords(self.view)
        self._values = ValuesLabel(self._canvas)
        self._cursor = pg.InfiniteLine(angle=90, movable=True)
        self._cursor.sigDragged.connect(self._drag)
        for item in (self._dots, self._cursor):
            self.view.addItem(item, ignoreBounds=True)
        self._dots.setZValue(10)
        self.view.setMouseEnabled(False, False)  # everything is always in sight: dragging moves the cursor
        self.view.sigResized.connect(self.redraw)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_accuracy_title()
        names = {
            Disturbance.NOISE: self.tr("Noise added to the pixels, σ"),
            Disturbance.ROTATION: self.tr("Turned counter-clockwise by"),
            Disturbance.OFF: self.tr("Hidden neurons switched off"),
        }
        self.set_bottom_label("" if self.compact else names[self._axis.disturbance])
        self.legend.set_entries([(Line.DASHED, self.tr("not regularized")), (Line.SOLID, self.tr("regularized"))])

    @property
    def runs(self) -> Sequence[DisturbedRun]:
        """What is drawn."""
        return self._runs

    @property
    def value(self) -> float:
        """Where the cursor stands."""
        return float(self._cursor.value())

    def set_disturbance(self, disturbance: Disturbance, values: Sequence[float]) -> None:
        """Start over with another horizontal axis, for these rising values."""
        self._axis.disturbance, self._places = disturbance, np.array(values, float)
        self._axis.last = float(self._places[-1])
        self._axis.picture = None  # its numbers are cached
        self._runs = []
        self._cursor.setBounds((self._places[0], self._places[-1]))
        self.retranslate()
        self.redraw()

    def show_runs(self, runs: Sequence[DisturbedRun]) -> None:
        """Draw these runs; drawing the same again costs nothing."""
        if list(runs) != self._runs:
            self._runs = list(runs)
            self.redraw()

    def set_value(self, value: float) -> None:
        """Put the cursor there."""
        if value != self.value:
            self._cursor.setPos(value)
            self._draw_dots()

    # --------------------------------------------------------------------------------------------------- the picture

    @Slot()
    def redraw(self) -> None:
        """Draw everything in the present range and style."""
        self._values.hide()
        first, last = float(self._places[0]), float(self._places[-1])
        metrics = QFontMetricsF(self.style_of_plot.axis_font)
        widest = names_width((name for name, *_ in self._names()), self.style_of_plot)
        width = max(self.view.width(), 1.0)
        words = min(_MOST_FOR_NAMES, (widest + metrics.height()) / width) if widest else 0.0
        # pyqtgraph omits a number that reaches beyond the axis.
        (number,) = self._axis.tickStrings([first], 1, 1)
        before = min(0.2, max(_MARGIN, (metrics.horizontalAdvance(number) / 2 - _BEYOND) / width))
        span = (last - first) / (1 - words - before - _MARGIN)
        self.set_range((first - before * span, first + (1 - before) * span), (0.0, _TOP))
        self._draw()

    def _draw(self) -> None:
        kinds = [run.regularized for run in self._runs]
        if kinds != self._kinds:
            for curve in self._curves:
                self.view.removeItem(curve)
            self._kinds = kinds
            self._curves = [Curve(Line.SOLID if regularized else Line.DASHED) for regularized in kinds]
            for curve in self._curves:
                self.view.addItem(curve, ignoreBounds=True)
        for run, curve in zip(self._runs, self._curves, strict=True):
            curve.forget()
            colour, width = self.run_line(run.number, strong=run.strong)
            curve.setZValue(0 if run.strong else -1)
            curve.draw(self._places, run.accuracies, colour, width)
        self._cursor.setPen(pg.mkPen(self.style_of_plot.text, width=2))
        self._cursor.setHoverPen(pg.mkPen(self.style_of_plot.text, width=4))
        self._cursor.setVisible(bool(self._runs))
        self._words.draw(None, self._names(), self.style_of_plot)
        self._draw_dots()

    def _names(self) -> list[Name]:
        return [
            (
                str(run.number) if self.compact else f"{run.number} {run.name}",
                run_colour(run.number, self.palette()),
                float(self._places[-1]),
                float(run.accuracies[-1]),
            )
            for run in self._runs
        ]

    def _draw_dots(self) -> None:
        """Draw the points where the cursor cuts the lines."""
        at = self._nearest(self.value)
        colours = [run_colour(run.number, self.palette()) for run in self._runs]
        self._dots.setData(
            [float(self._places[at])] * len(self._runs),
            [float(run.accuracies[at]) for run in self._runs],
            size=3.6 * self.style_of_plot.curve_width,
            pen=[pg.mkPen(self.style_of_plot.background, width=1) for _ in colours],
            brush=[pg.mkBrush(colour) for colour in colours],
        )

    def _nearest(self, value: float) -> int:
        return int(np.abs(self._places - value).argmin())

    # --------------------------------------------------------------------------------------------------- the pointer

    def point_at(self, place: QPointF | None) -> None:
        """Show what was found next to a place."""
        if place is None or not self._runs:
            self._values.hide()
        else:
            self.show_values(place.x())

    def show_values(self, value: float) -> None:
        """Show what was found at the measured value nearest to this one."""
        at = self._nearest(value)
        rows = [
            (run_colour(run.number, self.palette()),
             [str(run.number), run.name, percent_text(float(run.accuracies[at]))])
            for run in self._runs
        ]  # fmt: skip
        place = float(self._places[at])
        left, right = self.view.viewRange()[0]
        self._values.show_rows(self.heading(place), rows, place > (left + right) / 2)

    def heading(self, value: float) -> str:
        """Say which place on the axis the values belong to."""
        return value_text(self._axis.disturbance, value)

    @Slot(object)
    def _drag(self, cursor: pg.InfiniteLine) -> None:
        self._choose(cursor.value())

    def click_at(self, place: QPointF) -> None:
        if self._runs:
            self._choose(place.x())

    def _choose(self, value: float) -> None:
        """Emit the measured value there; the cursor stands only on such values."""
        chosen = float(self._places[self._nearest(value)])
        self.set_value(chosen)
        self.value_chosen.emit(chosen)
