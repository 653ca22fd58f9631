"""What L2 and L1 take from a weight per mini-batch, over the weight."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.measuring import round_up
from nnreg_gui.engine.shrinking import ShrinkingNumbers, change
from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.plot import Plot
from nnreg_gui.widgets.texts import significant_text

MILLION = 1e6  # changes and pulls are drawn in millionths, whose numbers are short, unlike 0.00005
LARGEST_LIMIT = 10.0  # no crossing farther out is drawn: it would leave no room for typical weights
_LEAST_LIMIT = 2.5  # few weights from N(0, 1) are larger


class ShrinkCurves(Plot):
    """L2 as a solid slope, L1 as a dashed step; the crossings are marked and named."""

    widest_number = "−0 000"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NumberAxis("left"), NumberAxis("bottom"), parent)
        self._numbers = ShrinkingNumbers()
        self._l2 = Curve(Line.SOLID)
        self._l1 = Curve(Line.DASHED), Curve(Line.DASHED)
        self._axes = [pg.InfiniteLine(angle=angle, movable=False) for angle in (0, 90)]
        self._crossings = [pg.InfiniteLine(angle=90, movable=False) for _ in range(2)]
        self._points, self._jump = pg.ScatterPlotItem(pxMode=True), pg.ScatterPlotItem(pxMode=True)
        self._name = pg.TextItem(anchor=(0, 0))
        self._words = pg.TextItem(anchor=(0.5, 0)), pg.TextItem(anchor=(0.5, 0))  # between the crossings; beyond
        items = (*self._axes, *self._crossings, self._l2, *self._l1, self._jump, self._points, self._name, *self._words)
        for item in items:
            self.view.addItem(item, ignoreBounds=True)
        self.view.sigRangeChanged.connect(self._draw)  # dashes are cut in pixels
        self.view.sigResized.connect(self._draw)
        self.retranslate()
        self.redraw()

    def retranslate(self) -> None:
        whole = self.tr("Change per mini-batch, 10⁻⁶")
        self.set_title(self.tr("Change, 10⁻⁶") if self.compact else whole)
        self.set_bottom_label("" if self.compact else self.tr("Weight w"))
        self.legend.set_entries([(Line.SOLID, "L2"), (Line.DASHED, "L1")])

    def show_numbers(self, numbers: ShrinkingNumbers) -> None:
        """Draw the changes with these numbers."""
        if numbers != self._numbers:
            self._numbers = numbers
            self.redraw()

    @property
    def limit(self) -> float:
        """The largest weight drawn: a round number that keeps the crossing in sight, if possible."""
        crossing = self._numbers.crossing or 0.0
        wanted = max(_LEAST_LIMIT, 1.5 * crossing) if crossing <= LARGEST_LIMIT else _LEAST_LIMIT
        return min(round_up(wanted), LARGEST_LIMIT * 1.2)

    @Slot()
    def redraw(self) -> None:
        steps = MILLION * self._numbers.penalty_step("l2") * self.limit, MILLION * self._numbers.penalty_step("l1")
        top = round_up(1.1 * max(*steps, 1e-5))
        if not self.set_range((-self.limit, self.limit), (-top, top)):
            self._draw()

    @Slot()
    def _draw(self) -> None:
        style = self.style_of_plot
        if not all(self.view.viewPixelSize()):
            return  # it draws once it has a size
        for line in self._axes:
            line.setPen(pg.mkPen(style.faint, width=1))
        self._draw_curves()
        self._draw_crossings()

    def _draw_curves(self) -> None:
        style, limit = self.style_of_plot, self.limit
        step = self._numbers.penalty_step("l1")
        for curve in (self._l2, *self._l1):
            curve.forget()  # other numbers, the same ends
        x = np.array([-limit, limit])
        self._l2.draw(x, self._changes("l2", x), style.text, style.curve_width)
        for side, curve in zip((-1, 1), self._l1, strict=True):
            x = np.sort(side * np.array([1e-9, limit]))
            curve.draw(x, self._changes("l1", x), style.text, style.curve_width)
            curve.setVisible(step > 0)
        # At 0 the step jumps: sgn(0) = 0 is a point, and the ends of the step do not belong to it.
        size = 3.2 * style.curve_width
        pen, ends = pg.mkPen(style.text, width=style.curve_width / 2), step * MILLION
        self._jump.setData(
            [0.0, 0.0, 0.0],
            [-ends, 0.0, ends],
            size=size,
            pen=pen,
            brush=[pg.mkBrush(colour) for colour in (style.background, style.text, style.background)],
        )
        self._jump.setVisible(step > 0)

    def _changes(self, penalty: str, weights: np.ndarray) -> np.ndarray:
        return MILLION * change(penalty, weights, self._numbers.penalty_step(penalty))

    def _draw_crossings(self) -> None:
        style, crossing = self.style_of_plot, self._numbers.crossing
        drawn = crossing is not None and crossing < self.limit
        for item in (*self._crossings, self._points, self._name, *self._words):
            item.setVisible(drawn)
        if crossing is None or not drawn:
            return
        for line, place in zip(self._crossings, (-crossing, crossing), strict=True):
            line.setPos(place)
            line.setPen(pg.mkPen(style.faint, width=style.curve_width / 2, style=Qt.PenStyle.DotLine))
        x = np.array([-crossing, crossing])
        accent = self.palette().highlight().color()
        self._points.setData(x, self._changes("l2", x), size=5 * style.curve_width, pen=None, brush=accent)
        top, height = self.view.viewRange()[1][1], self.view.viewPixelSize()[1]
        self._name.setFont(style.axis_font)
        self._name.setText(f"|w| = {significant_text(crossing, 3)}", style.text)
        self._name.setPos(crossing, -0.02 * top)
        beside = self._name.boundingRect().width() * self.view.viewPixelSize()[0]
        self._name.setVisible(beside < self.limit)
        self._name.setAnchor((0 if crossing + beside < self.limit else 1, 1))
        texts = self.tr("L1 takes\nmore"), self.tr("L2 takes\nmore")
        places = (-crossing, crossing), (crossing, self.limit)
        gap = 0.3 * self.fontMetrics().height()
        room = top / height - (self._name.boundingRect().height() if self._name.isVisible() else 0.0)
        for item, text, (left, right) in zip(self._words, texts, places, strict=True):
            item.setFont(self.font())
            item.setText(text, style.text)
            item.setPos((left + right) / 2, top - gap * height)
            words = item.boundingRect()
            fits = words.width() * self.view.viewPixelSize()[0] < right - left and gap + words.height() <= room
            item.setVisible(fits)
