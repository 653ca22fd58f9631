"""A set of weights as bars, compared with where they started."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.engine.measuring import SMALL_WEIGHT, round_up
from nnreg_gui.plots.style import PlotStyle, signed_colours
from nnreg_gui.widgets.texts import significant_text

_BAR = 0.66  # of a weight's room


class ShrinkingBars(QWidget):
    """One filled bar up or down for each weight; the outline is the start; a ring marks weights below 0.01."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._short_title = ""
        self._start = self._weights = np.zeros(0, np.float32)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_title(self, title: str, short: str) -> None:
        """Say which penalty this is, and after how long; `short` if there is no room for all of it."""
        self._title, self._short_title = title, short
        self.setAccessibleName(title)
        self.update()

    def show_weights(self, start: np.ndarray, weights: np.ndarray) -> None:
        """Show these weights, (weights,), and their initial values."""
        self._start, self._weights = start, weights
        self.setAccessibleDescription(", ".join(significant_text(float(weight), 2) for weight in weights))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for some lines of text."""
        em = self.fontMetrics().height()
        return QSize(16 * em, 12 * em)

    def minimumSizeHint(self) -> QSize:
        """Make do with narrow and low bars."""
        em = self.fontMetrics().height()
        return QSize(6 * em, 4 * em)

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def bar(self, weight: int) -> QRectF:
        """Return the area of a weight's filled bar."""
        return self._places().bar(weight, float(self._weights[weight]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title, the zero line and the bars."""
        painter, style, em = QPainter(self), PlotStyle.of(self), self.fontMetrics().height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(style.text)
        area = QRectF(0.3 * em, 0, self.width() - 0.3 * em, 1.3 * em)
        fits = painter.fontMetrics().horizontalAdvance(self._title) <= area.width()
        title = self._title if fits else self._short_title
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        if not len(self._weights):
            return
        places = self._places()
        self._paint_scale(painter, places, style)
        painter.setPen(QPen(style.faint, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([places.bar(weight, float(before)) for weight, before in enumerate(self._start)])
        painter.setPen(Qt.PenStyle.NoPen)
        colours = signed_colours(self.palette())
        for end, chosen in ((-1, self._weights > 0), (0, self._weights <= 0)):
            painter.setBrush(QColor(*(int(one) for one in colours[end])))
            painter.drawRects([places.bar(int(one), float(self._weights[one])) for one in np.flatnonzero(chosen)])
        self._paint_rings(painter, places, style)

    def _paint_scale(self, painter: QPainter, places: "_Places", style: PlotStyle) -> None:
        """Draw the zero line, and ±1 or another round number as lines with their numbers."""
        painter.setFont(style.axis_font)
        metrics = painter.fontMetrics()
        mark = 1.0 if places.limit <= 4 else round_up(places.limit / 2)
        for value in (-mark, 0.0, mark):
            y = places.y(value)
            painter.setPen(QPen(style.faint, 1 if value else 2))
            painter.drawLine(QPointF(places.left, y), QPointF(self.width(), y))
            painter.setPen(style.text)
            width = places.left - 0.3 * self.fontMetrics().height()
            area = QRectF(0, y - metrics.height() / 2, width, metrics.height())
            text = significant_text(value)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_rings(self, painter: QPainter, places: "_Places", style: PlotStyle) -> None:
        radius = min(0.3 * places.across, 0.35 * self.fontMetrics().height())
        painter.setPen(QPen(style.text, max(1.5, style.curve_width / 2)))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        for weight in np.flatnonzero(np.abs(self._weights) < SMALL_WEIGHT):
            centre = QPointF(places.left + (weight + 0.5) * places.across, places.y(0.0))
            painter.drawEllipse(centre, radius, radius)

    def _places(self) -> "_Places":
        em = self.fontMetrics().height()
        return _Places(
            left=2.2 * em,
            top=1.4 * em,
            bottom=self.height() - 0.4 * em,
            across=(self.width() - 2.2 * em) / len(self._weights),
            limit=max(float(np.abs(self._start).max()), 1e-6) * 1.02,
        )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where weights are, in pixels of the widget: from `top` (+limit) to `bottom` (−limit), `across` for each."""

    left: float
    top: float
    bottom: float
    across: float
    limit: float

    def y(self, value: float) -> float:
        return self.top + (self.bottom - self.top) * (1 - value / self.limit) / 2

    def bar(self, weight: int, value: float) -> QRectF:
        left = self.left + (weight + (1 - _BAR) / 2) * self.across
        top, bottom = sorted((self.y(value), self.y(0.0)))
        return QRectF(left, top, _BAR * self.across, bottom - top)
