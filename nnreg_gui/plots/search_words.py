"""The words in a picture of searched experiments: which one is best, and what the series are called."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from nnreg_gui.plots.style import PlotStyle

_AROUND = 4.0  # pixels that Qt leaves on each side of a text
# Where the best point lies on the axes, and the words there.
Best = tuple[float, float, str]
# A name, its colour, and where its line ends on the axes.
Name = tuple[str, QColor, float, float]


class SearchWords:
    """A ring and a line with words at the best point, and names at the ends of lines."""

    def __init__(self, view: pg.ViewBox) -> None:
        self._view = view
        self._items: list[pg.GraphicsObject] = []
        self._drawn = ""

    def draw(self, best: Best | None, names: Sequence[Name], style: PlotStyle) -> None:
        """Draw these words in the present range; drawing the same again costs nothing."""
        sizes = self._view.viewRange(), self._view.width(), self._view.height()
        named = [(name, colour.rgba(), x, y) for name, colour, x, y in names]
        key = str((best, named, sizes, style.text.rgba(), style.axis_font.toString()))
        if key == self._drawn:
            return
        self._drawn = key
        for item in self._items:
            self._view.removeItem(item)
        self._items = []
        if best is not None:
            self._draw_best(*best, style)
        self._draw_names(names, style)

    def _add(self, item: pg.GraphicsObject) -> None:
        self._view.addItem(item, ignoreBounds=True)
        self._items.append(item)

    def _draw_best(self, x: float, y: float, words: str, style: PlotStyle) -> None:
        """Mark the best point with a ring, and with a line that bears its name."""
        left, right = self._view.viewRange()[0]
        self._add(pg.InfiniteLine(x, 90, movable=False, pen=pg.mkPen(style.text, width=1, style=Qt.PenStyle.DashLine)))
        ring = pg.ScatterPlotItem([x], [y], symbol="o", size=7 * style.curve_width)
        ring.setPen(pg.mkPen(style.text, width=0.8 * style.curve_width))
        ring.setBrush(pg.mkBrush(style.background))
        ring.setZValue(-1)  # points lie on it
        self._add(ring)
        font = QFont(style.axis_font)
        font.setBold(True)
        pixel = (right - left) / max(self._view.width(), 1.0)
        width = (QFontMetricsF(font).horizontalAdvance(words) + 8) * pixel
        if words and width < right - left:  # otherwise they do not fit
            beside = x - width if x > (left + right) / 2 else x
            label = self._label(words, style.text, font, (0.0, 1.0), style)
            label.setPos(min(max(beside, left), right - width), self._view.viewRange()[1][0])

    def _draw_names(self, names: Sequence[Name], style: PlotStyle) -> None:
        """Write each name at the right end of its line, none over another, with an ellipsis if it is too long."""
        (left, right), (low, high) = self._view.viewRange()
        metrics, pixel = QFontMetricsF(style.axis_font), (right - left) / max(self._view.width(), 1.0)
        em = metrics.height()
        beside = 0.45 * em * pixel
        step = 1.05 * em * (high - low) / max(self._view.height(), 1.0)
        heights = spread_out([y for _, _, _, y in names], step, high - step / 2)
        for (name, colour, x, _), height in zip(names, heights, strict=True):
            room = (right - x - beside) / pixel - _AROUND
            if metrics.horizontalAdvance(name) > room:
                name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room - _AROUND)
            self._label(name, colour, style.axis_font, (0.0, 0.5), style).setPos(x + beside, height)

    def _label(
        self, words: str, colour: QColor, font: QFont, anchor: tuple[float, float], style: PlotStyle
    ) -> pg.TextItem:
        label = pg.TextItem(words, color=colour, anchor=anchor)
        label.setFont(font)
        veil = QColor(style.background)
        veil.setAlphaF(0.75)
        label.fill = pg.mkBrush(veil)  # curves run through it
        self._add(label)
        return label


def names_width(names: Iterable[str], style: PlotStyle) -> float:
    """Return how many pixels the longest of these names needs."""
    return max(map(QFontMetricsF(style.axis_font).horizontalAdvance, names), default=0.0)


def spread_out(heights: Sequence[float], step: float, highest: float) -> list[float]:
    """Return the heights in the same order, moved so that they are at least `step` apart and none is too high."""
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    moved = list(heights)
    for below, above in pairwise(order):
        moved[above] = max(moved[above], moved[below] + step)
    for place in reversed(order):
        moved[place] = min(moved[place], highest)
        highest = moved[place] - step
    return moved
