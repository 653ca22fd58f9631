"""The fonts for the cells of a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from nnreg_gui.plots.style import AXIS_TO_BODY


@dataclass(frozen=True, slots=True)
class CellType:
    """The fonts of the cells' first and second line; low cells have no second line."""

    first: QFont
    second: QFont | None

    @classmethod
    def fitting(cls, body: QFont, cell: QSizeF, texts: Iterable[str], others: Iterable[str]) -> "CellType":
        """Return the largest fonts in which the texts fit, and the others too if there is room for a second line."""
        first, second = axis_font(body, bold=False), QFont(body)
        second.setPointSizeF(0.8 * body.pointSizeF())
        both = QFontMetrics(first).height() + QFontMetrics(second).height()
        room = cell.width() - QFontMetrics(body).horizontalAdvance("0") / 2
        if both <= cell.height() and _widest(others, second) <= room:
            return cls(first, second)
        wide = _widest(texts, first) / room
        high = 0.85 * QFontMetrics(first).height() / cell.height()  # digits have nothing below the line
        first.setPointSizeF(first.pointSizeF() / max(1.0, wide, high))
        return cls(first, None)

    def paint(self, painter: QPainter, area: QRectF, text: str, other: str) -> None:
        """Write the lines in the middle of a cell."""
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setFont(self.first)
        if self.second is None:
            painter.drawText(area, middle, text)
            return
        low, high = QFontMetrics(self.second).height(), QFontMetrics(self.first).height()
        top = area.top() + (area.height() - low - high) / 2
        painter.drawText(QRectF(area.left(), top, area.width(), high), middle, text)
        painter.setFont(self.second)
        painter.drawText(QRectF(area.left(), top + high, area.width(), low), middle, other)


def _widest(texts: Iterable[str], font: QFont) -> float:
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(text) for text in texts), default=0)


def axis_font(body: QFont, *, bold: bool) -> QFont:
    """Return the font of axes, which is larger than the body's."""
    font = QFont(body)
    font.setPointSizeF(AXIS_TO_BODY * body.pointSizeF())
    font.setBold(bold)
    return font
