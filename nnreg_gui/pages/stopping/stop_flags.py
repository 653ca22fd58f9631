"""Flags over a curve: where each rule stops, with its name, in the order in which they stop."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from nnreg_gui.plots.style import PlotStyle

_MOST_OF_HEIGHT = 0.75  # names that would fill more of the picture give way to numbers


@dataclass(frozen=True, slots=True)
class RuleStop:
    """Where a rule stops.

    Attributes:
        number: of the rule, from 1; stands on the flag if there is no room for its name.
        text: its name.
        epoch: the one at whose end it stops.
        best: the epoch whose network it restores.
    """

    number: int
    text: str
    epoch: int
    best: int


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag as drawn, in pixels of the picture: a staff from a point on the curve up to a box with words."""

    text: str
    point: QPointF
    box: QRectF
    highlighted: bool


class StopFlags(QGraphicsItem):
    """Paints flags over a picture, in its pixels.

    Attributes:
        placed: what is painted, by epoch.
    """

    def __init__(self, view: pg.ViewBox, *, with_words: bool) -> None:
        super().__init__(view)
        self.placed: list[Flag] = []
        self._view, self._with_words = view, with_words
        self._area, self._font, self._best = QRectF(), QFont(), QPointF()
        self._colour, self._text, self._veil = QColor(), QColor(), QColor()
        self._width = 1.0
        self.setZValue(40)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def draw(
        self,
        stops: Sequence[tuple[RuleStop, float, float]],
        highlighted: int | None,
        best: tuple[float, float] | None,
        colour: QColor,
        font: QFont,
        style: PlotStyle,
    ) -> None:
        """Draw these flags in the visible range.

        Args:
            stops: each with the point on the curve (x, y), in the coordinates of the view.
            highlighted: the number of the rule that stands out, or None.
            best: the point on the curve whose network that rule restores.
            colour: of the run.
            font: of the words.
            style: of the plot.
        """
        self.prepareGeometryChange()
        self._area, self._font = QRectF(0, 0, self._view.width(), self._view.height()), font
        self._colour, self._text, self._veil = colour, style.text, QColor(style.background)
        self._veil.setAlphaF(0.85)
        self._width = style.curve_width
        (left, right), (bottom, top) = self._view.viewRange()
        across, down = self._area.width() / (right - left), self._area.height() / (bottom - top)

        def at(x: float, y: float) -> QPointF:
            return QPointF((x - left) * across, (y - top) * down)

        points = sorted(((stop, at(x, y)) for stop, x, y in stops), key=lambda one: one[1].x())
        self.placed = place_flags(points, highlighted, self._area, self._bold_metrics())
        self._best = at(*best) if best is not None else QPointF()
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the picture's area."""
        return self._area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the staffs first, then the points, then the words; what is highlighted comes last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._area)
        in_order = sorted(self.placed, key=lambda flag: flag.highlighted)
        for flag in in_order:
            self._paint_staff(painter, flag)
        radius = 0.3 * QFontMetricsF(self._font).height()
        for flag in in_order:
            painter.setPen(QPen(self._text, 1.0))
            painter.setBrush(self._text if flag.highlighted else self._colour)
            painter.drawEllipse(flag.point, radius, radius)
        if not self._best.isNull():
            painter.setPen(QPen(self._text, max(1.5, 0.8 * self._width)))
            painter.setBrush(self._veil)
            painter.drawEllipse(self._best, 1.3 * radius, 1.3 * radius)
        for flag in in_order:
            if self._with_words and flag.text:
                self._paint_words(painter, flag)

    def _paint_staff(self, painter: QPainter, flag: Flag) -> None:
        if flag.highlighted:
            painter.setPen(QPen(self._text, max(1.5, 0.6 * self._width)))
            top = flag.box.top() if self._with_words else 0.0
            painter.drawLine(QPointF(flag.point.x(), top), QPointF(flag.point.x(), self._area.bottom()))
            painter.setPen(QPen(self._text, max(1.5, 0.6 * self._width), Qt.PenStyle.DashLine))
            if not self._best.isNull():
                painter.drawLine(QPointF(self._best.x(), 0.0), QPointF(self._best.x(), self._area.bottom()))
        elif self._with_words and flag.text:
            painter.setPen(QPen(self._text, 1.0))
            painter.drawLine(QPointF(flag.point.x(), flag.box.top()), flag.point)

    def _paint_words(self, painter: QPainter, flag: Flag) -> None:
        font = QFont(self._font)
        font.setBold(flag.highlighted)
        painter.setFont(font)
        painter.fillRect(flag.box.adjusted(1, 0, 0, 0), self._text if flag.highlighted else self._veil)
        background = QColor(self._veil)
        background.setAlphaF(1.0)
        painter.setPen(background if flag.highlighted else self._text)
        painter.drawText(flag.box, Qt.AlignmentFlag.AlignCenter, flag.text)

    def _bold_metrics(self) -> QFontMetricsF:
        font = QFont(self._font)
        font.setBold(True)
        return QFontMetricsF(font)


def place_flags(
    points: Sequence[tuple[RuleStop, QPointF]], highlighted: int | None, area: QRectF, metrics: QFontMetricsF
) -> list[Flag]:
    """Let flags fly to the right of their staffs, each below those that reach over it: no staff crosses a word.

    Args:
        points: from left to right, in pixels of the area; where the curve is visible.
        highlighted: the number of the rule that stands out, or None.
        area: where there is room.
        metrics: of the words.
    """
    for names in (True, False):
        rows = _rows(points, metrics, names=names)
        widest = max((_width(stop, metrics, names=names) for stop, _ in points), default=0.0)
        high = (max(rows, default=0) + 1) * metrics.height()
        if widest <= area.width() and high <= _MOST_OF_HEIGHT * area.height():
            break
    else:  # there is room only for the highlighted one
        rows = [0] * len(points)
        points = [(stop if stop.number == highlighted else replace(stop, number=0), point) for stop, point in points]
    return [
        Flag(
            _words(stop, names=names),
            point,
            _box(point.x(), row, _width(stop, metrics, names=names), area, metrics),
            stop.number == highlighted,
        )
        for (stop, point), row in zip(points, rows, strict=True)
    ]


def _box(x: float, row: int, width: float, area: QRectF, metrics: QFontMetricsF) -> QRectF:
    """Return where the words of a flag stand: to the right of its staff, unless they would leave the area."""
    return QRectF(max(0.0, min(x, area.right() - width)), row * metrics.height(), width, metrics.height())


def _rows(points: Sequence[tuple[RuleStop, QPointF]], metrics: QFontMetricsF, *, names: bool) -> list[int]:
    """Return in which row, from the top, each flag flies."""
    rows: list[int] = []
    ends: list[float] = []
    for stop, point in points:
        rows.append(1 + max((row for row, end in zip(rows, ends, strict=True) if end > point.x() - 1), default=-1))
        ends.append(point.x() + _width(stop, metrics, names=names))
    return rows


def _width(stop: RuleStop, metrics: QFontMetricsF, *, names: bool) -> float:
    return metrics.horizontalAdvance(_words(stop, names=names)) + 0.6 * metrics.height()


def _words(stop: RuleStop, *, names: bool) -> str:
    """Return the words on a flag; one without a number has no room for words."""
    return stop.text if names else str(stop.number or "")
