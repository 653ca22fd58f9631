"""Costs or accuracies along a line: training solid, validation dashed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.measuring import round_up
from nnreg_gui.plots.axes import LimitedAxis, NumberAxis, PercentAxis
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.search_words import SearchWords, names_width
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.texts import percent_text

_MARGIN = 0.03  # of the axes
_MOST_FOR_NAMES = 0.35  # of the width


@dataclass(frozen=True, slots=True, eq=False)
class CutCurves:
    """A line's curves.

    Attributes:
        number: of the run in whose colour they are drawn; None for the colour of text.
        name: stands at their end; may be empty.
        places, training, validation: (places,) each.
    """

    number: int | None
    name: str
    places: np.ndarray
    training: np.ndarray
    validation: np.ndarray


class PlaceAxis(LimitedAxis):
    """Names places on a line, or writes distances in percent.

    Attributes:
        names: what stands at which place; empty for distances.
    """

    def __init__(self) -> None:
        super().__init__("bottom")
        self.names: Mapping[float, str] = {}

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return the named places, or round distances."""
        if not self.names:
            return super().tickValues(minimum, maximum, size)
        return [(1.0, [place for place in self.names if minimum <= place <= maximum])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write names, or distances."""
        return [self.names[value] if self.names else percent_text(abs(value), 0) for value in values]


class CutPlot(Plot):
    """Draws curves along one line, or along lines through several runs; dots mark the networks.

    Args:
        shares: whether it draws accuracies; otherwise costs.
    """

    def __init__(self, parent: QWidget | None = None, *, shares: bool = False) -> None:
        self._axis, self._shares = PlaceAxis(), shares
        super().__init__(PercentAxis("left") if shares else NumberAxis("left"), self._axis, parent)
        self._curves: Sequence[CutCurves] = ()
        self._ends: Mapping[float, int] = {}
        self._lines: list[tuple[Curve, Curve]] = []
        self._dots, self._words = pg.ScatterPlotItem(), SearchWords(self.view)
        self._dots.setZValue(10)
        self.view.addItem(self._dots, ignoreBounds=True)
        self.view.sigRangeChanged.connect(self._draw)  # dashes are cut in pixels
        self.view.sigResized.connect(self.redraw)
        self.retranslate()

    def retranslate(self) -> None:
        whole = self.tr("Accuracy") if self._shares else self.tr("Data cost C₀ per image")
        self.set_title(self.tr("Cost C₀") if self.compact and not self._shares else whole)
        between, away = self.tr("Straight line between the networks"), self.tr("Distance, in lengths of each layer")
        self.set_bottom_label("" if self.compact else between if self._axis.names else away)
        self.legend.set_entries([(Line.SOLID, self.tr("training")), (Line.DASHED, self.tr("validation"))])

    @property
    def curves(self) -> Sequence[CutCurves]:
        """What is drawn."""
        return self._curves

    def show_curves(self, curves: Sequence[CutCurves], ends: Mapping[float, int], names: Mapping[float, str]) -> None:
        """Draw these curves.

        Args:
            curves: those of one line, or of one per run.
            ends: the places of runs on one line, with their numbers; none if every run is at 0 on its own.
            names: what stands at places of the axis; none for distances.
        """
        self._curves, self._ends = list(curves), ends
        if names != self._axis.names:
            self._axis.names = names
            self._axis.picture = None  # its words are cached
            self._axis.update()
            self.retranslate()
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw everything in the present range and style."""
        while len(self._lines) > len(self._curves):
            for line in self._lines.pop():
                self.view.removeItem(line)
        while len(self._lines) < len(self._curves):
            self._lines.append((Curve(Line.SOLID), Curve(Line.DASHED)))
            for line in self._lines[-1]:
                self.view.addItem(line, ignoreBounds=True)
        self._dots.setVisible(bool(self._curves))
        if not self._curves:
            self._words.draw(None, [], self.style_of_plot)
            return
        if not self.set_range(self._x_range(), self._y_range()):
            self._draw()

    def _x_range(self) -> tuple[float, float]:
        """Return a range with room for the names at the right."""
        first, last = float(self._curves[0].places[0]), float(self._curves[0].places[-1])
        self._axis.first, self._axis.last = first, last
        widest = names_width((one.name for one in self._curves if one.name), self.style_of_plot)
        em, width = QFontMetricsF(self.style_of_plot.axis_font).height(), max(self.view.width(), 1.0)
        words = min(_MOST_FOR_NAMES, (widest + em) / width) if widest else _MARGIN
        span = (last - first) / (1 - words - _MARGIN)
        return first - _MARGIN * span, first - _MARGIN * span + span

    def _y_range(self) -> tuple[float, float]:
        if self._shares:
            return 0.0, 1.02
        top = max(float(np.nanmax([one.training, one.validation])) for one in self._curves)
        top = round_up(top)
        return -0.02 * top, 1.02 * top

    @Slot()
    def _draw(self) -> None:
        style = self.style_of_plot
        if not self._curves or not all(self.view.viewPixelSize()):
            return  # it draws once it has a size
        names = []
        x, y, brushes = [], [], []
        for one, (solid, dashed) in zip(self._curves, self._lines, strict=True):
            colour = self._colour(one.number)
            for line, values in ((solid, one.training), (dashed, one.validation)):
                line.forget()
                line.draw(one.places, values, colour, style.curve_width)
            if one.name:
                names.append((one.name, colour, float(one.places[-1]), float(one.validation[-1])))
            for place, number in self._marks(one).items():
                at = int(np.abs(one.places - place).argmin())
                x += [place, place]
                y += [float(one.training[at]), float(one.validation[at])]
                brushes += 2 * [pg.mkBrush(self._colour(number))]
        self._dots.setData(x, y, size=4 * style.curve_width, pen=pg.mkPen(style.background, width=1), brush=brushes)
        self._words.draw(None, names, style)

    def _marks(self, one: CutCurves) -> Mapping[float, int | None]:
        """Return where on a line the networks are, and whose they are."""
        return self._ends or {0.0: one.number}

    def _colour(self, number: int | None) -> QColor:
        return self.style_of_plot.text if number is None else run_colour(number, self.palette())
