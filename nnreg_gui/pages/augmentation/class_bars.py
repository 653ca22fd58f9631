"""How many digits of each class are recognized, original and changed."""

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.plots.class_names import cut_name, font_of_names
from nnreg_gui.plots.style import PlotStyle, run_colour
from nnreg_gui.widgets.texts import number_text, percent_text

_BAR = 0.62  # of a class's room


class ClassBars(QWidget):
    """One bar for each class: filled up to the accuracy on changed digits, outlined up to that on originals.

    The number above a bar is the accuracy on changed digits in percent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._original = self._changed = np.zeros(0)
        self._run, self._classes = 1, MNIST.classes
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(self.tr("Accuracy of each class"))
        self.setToolTip(
            self.tr(
                "The share of each class that is recognized: filled and in numbers if augmented, outlined if original."
            )
        )
        self.update()

    def show_accuracies(
        self, original: np.ndarray, changed: np.ndarray, run: int, classes: tuple[str, ...] = MNIST.classes
    ) -> None:
        """Show accuracies, 0…1, (classes,) each, in the colour of the run with this number."""
        self._original, self._changed, self._run, self._classes = original, changed, run, classes
        spoken = (f"{name}: {percent_text(float(share))}" for name, share in zip(classes, changed, strict=True))
        self.setAccessibleDescription(", ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for bars of a few lines."""
        em = self.fontMetrics().height()
        return QSize(16 * em, 8 * em)

    def minimumSizeHint(self) -> QSize:
        """Make do with little room: bars and type become smaller."""
        em = self.fontMetrics().height()
        return QSize(10 * em, 4 * em)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, palette and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key, the bars, their numbers and the digits below them."""
        if not len(self._changed):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = run_colour(self._run, self.palette())
        key = self.fontMetrics().height() * 1.3
        self._paint_key(painter, colour, key)
        room = self.width() / len(self._changed)
        font = self._number_font(room)
        line = QFontMetricsF(font).height()
        area = QRectF(0, key + line, room, self.height() - key - 2 * line - 2)
        for digit, (original, changed) in enumerate(zip(self._original, self._changed, strict=True)):
            column = area.translated(digit * room, 0)
            top = self._paint_bar(painter, column, float(original), float(changed), colour)
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.setFont(font)
            middle = int(Qt.AlignmentFlag.AlignCenter)
            painter.drawText(QRectF(column.left(), top - line, room, line), middle, _percent(float(changed)))
            painter.setFont(font_of_names(font, self._classes, room - 4))
            name = cut_name(painter.font(), self._classes[digit], room - 4)
            painter.drawText(QRectF(column.left(), column.bottom() + 2, room, line), middle, name)

    def _paint_bar(self, painter: QPainter, column: QRectF, original: float, changed: float, colour: QColor) -> float:
        """Draw a bar; return the position of its top."""
        width = _BAR * column.width()
        left, bottom = column.center().x() - width / 2, column.bottom()
        filled, outlined = (QRectF(left, bottom - s * column.height(), width, s * column.height())
                            for s in (changed, original))  # fmt: skip
        painter.fillRect(filled, colour)
        painter.setPen(self._outline())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(outlined)
        return min(filled.top(), outlined.top())

    def _paint_key(self, painter: QPainter, colour: QColor, height: float) -> None:
        """Say what filled and outlined mean."""
        names = {self.tr("augmented, in %"): True, self.tr("originals"): False}
        font = QFont(self.font())
        wanted = sum(2.2 * self.fontMetrics().height() + QFontMetricsF(font).horizontalAdvance(name) for name in names)
        font.setPointSizeF(font.pointSizeF() * min(1.0, self.width() / (wanted + 4)))
        painter.setFont(font)
        em, x = QFontMetricsF(font).height(), 1.0
        for text, filled in names.items():
            sample = QRectF(x, 0.25 * em, 0.9 * em, 0.6 * em)
            if filled:
                painter.fillRect(sample, colour)
            else:
                painter.setPen(self._outline())
                painter.drawRect(sample)
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            width = QFontMetricsF(font).horizontalAdvance(text) + 2
            painter.drawText(QRectF(x + 1.2 * em, 0, width, 1.1 * em), int(Qt.AlignmentFlag.AlignVCenter), text)
            x += 2.2 * em + width

    def _outline(self) -> QPen:
        pen = QPen(self.palette().color(QPalette.ColorRole.Text), max(1.2, self.fontMetrics().height() / 12))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen

    def _number_font(self, room: float) -> QFont:
        """Return the axes' type, or a smaller one in which numbers do not touch."""
        font = QFont(PlotStyle.of(self).axis_font)
        widest = QFontMetricsF(font).horizontalAdvance("100 ")
        font.setPointSizeF(
            font.pointSizeF() * min(1.0, room / widest, self.height() / (6 * QFontMetricsF(font).height()))
        )
        return font


def _percent(share: float) -> str:
    """Return a share in whole percent; 100 only if nothing is missing."""
    return number_text(100 if share == 1 else min(100 * share, 99), 0)
