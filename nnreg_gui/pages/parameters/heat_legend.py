"""What the colours of a heat map mean."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.pages.parameters.heat_colours import hatching, heat_gradient, line_pens
from nnreg_gui.plots.style import legend_font

_BAR_EMS = 6


class HeatLegend(QWidget):
    """A bar of the colours between the numbers at its ends, and samples of the line and of missing cells.

    Everything is as large as a conclusion if there is room for that.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = self._high = ""
        self._line = self._missing = ""
        self._text_font = self.font()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_texts(self, low: str, high: str, *, line: str, missing: str) -> None:
        """Say what the ends of the scale mean, what the line is, and what hatched cells are; "" if there are none."""
        if (low, high, line, missing) != (self._low, self._high, self._line, self._missing):
            self._low, self._high, self._line, self._missing = low, high, line, missing
            self.setAccessibleName("; ".join(text for text in (f"{low} – {high}", line, missing) if text))
            self._fit()

    def text_font(self) -> QFont:
        """Return the font of the words: the largest in which they all fit, but no smaller than the body's."""
        return self._text_font

    def sizeHint(self) -> QSize:
        """Leave room for everything."""
        largest = legend_font(self.font(), lambda _: 0, 0)
        return QSize(round(self._width(largest)) + 2, round(QFontMetricsF(self._text_font).height()) + 4)

    def minimumSizeHint(self) -> QSize:
        """Insist on room for the numbers; the samples may be left out."""
        return QSize(round(self._bar_width(self.font())) + 2, self.fontMetrics().height() + 4)

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make everything as large as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._text_font = legend_font(self.font(), self._width, self.width())
        self.updateGeometry()
        self.update()

    def _width(self, font: QFont) -> float:
        samples = sum(self._sample_width(text, font) for text in (self._line, self._missing) if text)
        return self._bar_width(font) + samples

    def _bar_width(self, font: QFont) -> float:
        metrics = QFontMetricsF(font)
        numbers = metrics.horizontalAdvance(self._low) + metrics.horizontalAdvance(self._high)
        return numbers + (_BAR_EMS + 1) * self.fontMetrics().height()

    def _sample_width(self, text: str, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(text) + 2.5 * self.fontMetrics().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, and whichever samples there is room for."""
        painter, em = QPainter(self), self.fontMetrics().height()
        painter.setFont(self._text_font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        x = self._write(painter, 0.0, self._low) + 0.5 * em
        bar = QRectF(x, (self.height() - 0.7 * em) / 2, _BAR_EMS * em, 0.7 * em)
        painter.fillRect(bar, heat_gradient(bar))
        painter.drawRect(bar)
        x = self._write(painter, bar.right() + 0.5 * em, self._high)
        for text, paint in ((self._line, self._paint_line), (self._missing, self._paint_hatching)):
            if text and x + self._sample_width(text, self._text_font) <= self.width() + 1:
                sample = QRectF(x + em, bar.top(), em, bar.height())
                painter.save()
                paint(painter, sample)
                painter.restore()
                x = self._write(painter, sample.right() + 0.5 * em, text)

    def _paint_line(self, painter: QPainter, area: QRectF) -> None:
        middle = area.center().y()
        for pen in line_pens(self.fontMetrics().height()):
            painter.setPen(pen)
            painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))

    def _paint_hatching(self, painter: QPainter, area: QRectF) -> None:
        painter.fillRect(area, hatching(self.palette()))
        painter.drawRect(area)

    def _write(self, painter: QPainter, x: float, text: str) -> float:
        """Write a text; return where it ends."""
        width = QFontMetricsF(self._text_font).horizontalAdvance(text)
        painter.drawText(QRectF(x, 0, width + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), text)
        return x + width
