"""Marks on curves: a symbol at a point with a few words, which avoid each other and what is already there."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnreg_gui.plots.epochs.free_places import curve_pixels, growth, is_free, label_place, pixel_at
from nnreg_gui.plots.style import PlotStyle

RING, DIAMOND, SPAN = "ring", "diamond", "span"
_DIRECTIONS = ((1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1), (1, 0), (-1, 0))
_DISTANCES = (1.0, 2.4, 4.0, 7.0, 11.0)  # of words from their symbol, in radii of the symbol


@dataclass(frozen=True, slots=True)
class CurveMark:
    """A mark.

    Attributes:
        epoch: where it is.
        column: the curve it is on.
        text: a few words.
        symbol: RING, DIAMOND, or SPAN, which reaches to another column's curve.
        other: the column that a SPAN reaches to.
    """

    epoch: int
    column: str
    text: str
    symbol: str = RING
    other: str = ""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark as drawn, in pixels of the picture.

    Attributes:
        symbol: RING, DIAMOND or SPAN.
        point, end: of the symbol; a SPAN goes from one to the other.
        text: its words, "" if there is no room for them.
        box: where the words stand.
    """

    symbol: str
    point: QPointF
    end: QPointF
    text: str
    box: QRectF


class CurveMarks(QGraphicsItem):
    """Paints marks over a picture, in pixels.

    Attributes:
        placed: what is painted, and where.
    """

    def __init__(self, view: pg.ViewBox) -> None:
        super().__init__(view)
        self.placed: list[PlacedMark] = []
        self._view, self._area, self._font = view, QRectF(), QFont()
        self._colour, self._text, self._veil = QColor(), QColor(), QColor()
        self._width = 1.0
        self._drawn_for: tuple[object, ...] = ()
        self.setZValue(50)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def draw(
        self,
        marks: Sequence[tuple[CurveMark, float, float, float]],
        curves: Sequence[tuple[np.ndarray, np.ndarray]],
        labels: Sequence[pg.TextItem],
        colour: QColor,
        font: QFont,
        style: PlotStyle,
    ) -> None:
        """Draw these marks in the visible range. Do nothing if nothing has changed.

        Args:
            marks: each with its place (x, y) and the y of its span's end, in view coordinates.
            curves: what words should avoid, each as x and y, (points,); x rises.
            labels: those already there.
            colour: of the run.
            font: of the words.
            style: of the plot.
        """
        area = QRectF(0, 0, self._view.width(), self._view.height())
        taken = [label_place(self._view, label) for label in labels]
        places = tuple(place.getRect() for place in taken)
        seen = str(self._view.viewRange()), area.size().toTuple()
        looks = colour.rgba(), font.key(), style.zoom, style.text.rgba()
        key = (tuple(marks), growth(self._view, curves), places, seen, looks)
        if key == self._drawn_for or area.isEmpty():
            return
        self._drawn_for = key
        self.prepareGeometryChange()
        self._area, self._font, self._width = area, font, style.curve_width
        self._colour, self._text, self._veil = colour, style.text, QColor(style.background)
        self._veil.setAlphaF(0.75)
        points = [(mark, pixel_at(self._view, x, y), pixel_at(self._view, x, end)) for mark, x, y, end in marks]
        self.placed = place_marks(points, curve_pixels(self._view, curves), taken, area, QFontMetricsF(font))
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the picture's area."""
        return self._area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the lines to the words first, then symbols, then words."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = symbol_radius(QFontMetricsF(self._font))
        for mark in self.placed:
            if mark.text:
                painter.setPen(QPen(self._text, 1.0))
                painter.drawLine(mark.point, _nearest(mark.box, mark.point))
        for mark in self.placed:
            self._paint_symbol(painter, mark, radius)
        painter.setFont(self._font)
        for mark in self.placed:
            if mark.text:
                painter.fillRect(mark.box, self._veil)
                painter.setPen(self._text)
                painter.drawText(mark.box, Qt.AlignmentFlag.AlignCenter, mark.text)

    def _paint_symbol(self, painter: QPainter, mark: PlacedMark, radius: float) -> None:
        painter.setPen(QPen(self._text, max(1.5, 0.7 * self._width)))
        painter.setBrush(self._veil)
        place = QRectF(mark.point.x() - radius, mark.point.y() - radius, 2 * radius, 2 * radius)
        if mark.symbol == SPAN:
            across = QPointF(0.8 * radius, 0)
            painter.drawLine(mark.point, mark.end)
            for end in (mark.point, mark.end):
                painter.drawLine(end - across, end + across)
        elif mark.symbol == DIAMOND:
            painter.setBrush(self._colour)
            middle = place.center()
            painter.drawPolygon(
                [
                    QPointF(middle.x(), place.top()),
                    QPointF(place.right(), middle.y()),
                    QPointF(middle.x(), place.bottom()),
                    QPointF(place.left(), middle.y()),
                ]
            )
        else:
            painter.drawEllipse(place)


def symbol_radius(metrics: QFontMetricsF) -> float:
    """Return the radius of a symbol beside words in this font."""
    return 0.34 * metrics.height()


def place_marks(
    marks: Sequence[tuple[CurveMark, QPointF, QPointF]],
    curves: np.ndarray,
    taken: Sequence[QRectF],
    area: QRectF,
    metrics: QFontMetricsF,
) -> list[PlacedMark]:
    """Find room for the words of marks, one mark after another; leave out marks outside the area.

    Words go to the nearest place around their symbol that is inside the area and clear of curves and other words;
    failing that, the symbol stands alone.

    Args:
        marks: each with its point and the end of its span, in pixels of the area.
        curves: points of curves, (points, 2), one per column of pixels.
        taken: where labels are.
        area: the picture.
        metrics: of the words' font.
    """
    radius, placed, words = symbol_radius(metrics), [], list[QRectF]()
    seen = [
        (mark, _inside(point, area, radius), _inside(end, area, radius))
        for mark, point, end in marks
        if _is_seen(mark, point, area)
    ]
    symbols = [QRectF(p.x() - radius, p.y() - radius, 2 * radius, 2 * radius) for _, p, _ in seen]
    for own, (mark, point, end) in enumerate(seen):
        size = metrics.size(0, mark.text)
        others = [*taken, *words, *symbols[:own], *symbols[own + 1 :]]
        # Words beside the middle of a span belong to all of it.
        start = (point + end) / 2 if mark.symbol == SPAN else point
        places = (
            _beside(start, size.width() + 4, size.height(), right, down, distance * radius)
            for distance in _DISTANCES
            for right, down in _DIRECTIONS
        )
        box = next((place for place in places if is_free(place, curves, others, area)), QRectF())
        placed.append(PlacedMark(mark.symbol, point, end, mark.text if not box.isNull() else "", box))
        if not box.isNull():
            words.append(box)
    return placed


def _is_seen(mark: CurveMark, point: QPointF, area: QRectF) -> bool:
    """Return whether a mark has a place; a span, which is about its epoch, keeps one at the edge of a low picture."""
    within = area.left() - 1 <= point.x() <= area.right() + 1
    return within and (mark.symbol == SPAN or area.top() - 1 <= point.y() <= area.bottom() + 1)


def _inside(point: QPointF, area: QRectF, radius: float) -> QPointF:
    """Return the nearest place where the whole symbol is visible."""
    return _nearest(area.adjusted(radius, radius, -radius, -radius), point)


def _beside(point: QPointF, width: float, height: float, right: int, down: int, distance: float) -> QRectF:
    """Return a box beside a point: to the right (1) or left (−1), below (1) or above (−1), or centred (0)."""
    x = point.x() + right * distance - (0.5 - 0.5 * right) * width
    y = point.y() + down * distance - (0.5 - 0.5 * down) * height
    return QRectF(x, y, width, height)


def _nearest(box: QRectF, point: QPointF) -> QPointF:
    """Return the point of a box nearest to another point."""
    x = min(max(point.x(), box.left()), box.right())
    y = min(max(point.y(), box.top()), box.bottom())
    return QPointF(x, y)
