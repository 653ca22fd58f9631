"""A set of weights as bars, beside what they were at the start."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.engine.measuring import SMALL_WEIGHT, round_up
from nnreg_gui.plots.style import PlotStyle, signed_colours
from nnreg_gui.widgets.texts import significant_text

_BAR = 0.66  # of a weight's room


class ShrinkingBars(QWidget):
    """One bar up or down for each weight, filled; the outline is the start; a ring marks weights below 0.01."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._short_title = ""
        self._start = self._weights = np.zeros(0, np.float32)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_title(self, title: str, short: str) -> None:
        """Say which penalty this is, and after how long; `short` where there is no room for all of it."""
        self._title, self._short_title = title, short
        self.setAccessibleName(title)
        self.update()

    def show_weights(self, start: np.ndarray, weights: np.ndarray) -> None:
        """Show these weights, (weights,), and what they were at the start."""
        self._start, self._weights = start, weights
        self.setAccessibleDescription(", ".join(significant_text(float(weight), 2) for weight in weights))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for some lines of text."""
        em = self.fontMetrics().height()
        return QSize(16 * em, 12 * em)

    def minimumSizeHint(self) -> QSize:
        """Be content with narrow and low bars."""
        em = self.fontMetrics().height()
        return QSize(6 * em, 4 * em)

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def bar(self, weight: int) -> QRectF:
        """Return where the filled bar of a weight is."""
        return self._bar(weight, float(self._weights[weight]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title, the zero line and the bars."""
        painter, style = QPainter(self), PlotStyle.of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(style.text)
        area = QRectF(0.3 * self._em(), 0, self.width() - 0.3 * self._em(), 1.3 * self._em())
        fits = painter.fontMetrics().horizontalAdvance(self._title) <= area.width()
        title = self._title if fits else self._short_title
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        if not len(self._weights):
            return
        self._paint_scale(painter, style)
        colours = signed_colours(self.palette())
        for weight, (before, now) in enumerate(zip(self._start, self._weights, strict=True)):
            painter.setPen(QPen(style.faint, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._bar(weight, float(before)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(*(int(one) for one in colours[-1 if now > 0 else 0])))
            painter.drawRect(self._bar(weight, float(now)))
            if abs(now) < SMALL_WEIGHT:
                self._paint_ring(painter, weight, style)

    def _paint_scale(self, painter: QPainter, style: PlotStyle) -> None:
        """Draw the zero line, and ±1 or another round number as lines with their numbers."""
        painter.setFont(style.axis_font)
        metrics = painter.fontMetrics()
        mark = 1.0 if self._limit() <= 4 else round_up(self._limit() / 2)
        for value in (-mark, 0.0, mark):
            y = self._y(value)
            painter.setPen(QPen(style.faint, 1 if value else 2))
            painter.drawLine(QPointF(self._left(), y), QPointF(self.width(), y))
            painter.setPen(style.text)
            area = QRectF(0, y - metrics.height() / 2, self._left() - 0.3 * self._em(), metrics.height())
            text = significant_text(value)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_ring(self, painter: QPainter, weight: int, style: PlotStyle) -> None:
        radius = min(0.3 * self._across(), 0.35 * self._em())
        painter.setPen(QPen(style.text, max(1.5, style.curve_width / 2)))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawEllipse(QPointF(self._left() + (weight + 0.5) * self._across(), self._y(0.0)), radius, radius)

    def _bar(self, weight: int, value: float) -> QRectF:
        width = _BAR * self._across()
        left = self._left() + weight * self._across() + (self._across() - width) / 2
        top, bottom = sorted((self._y(value), self._y(0.0)))
        return QRectF(left, top, width, bottom - top)

    def _y(self, value: float) -> float:
        top, bottom = 1.4 * self._em(), self.height() - 0.4 * self._em()
        return top + (bottom - top) * (1 - value / self._limit()) / 2

    def _limit(self) -> float:
        return max(float(np.abs(self._start).max()), 1e-6) * 1.02

    def _left(self) -> float:
        return 2.2 * self._em()

    def _across(self) -> float:
        return (self.width() - self._left()) / len(self._weights)

    def _em(self) -> int:
        return self.fontMetrics().height()
