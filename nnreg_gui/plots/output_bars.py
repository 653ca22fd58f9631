"""The outputs of a network for one image."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.questions.question import NINE, SIX
from nnreg_gui.plots.class_names import cut_name, font_of_names
from nnreg_gui.plots.style import PlotStyle, is_dark
from nnreg_gui.widgets.texts import number_text

_SAYS_SOMETHING = 0.05  # smaller outputs are as good as 0: their numbers would only get in each other's way


def digit_colour(digit: int | None, palette: QPalette, pair: tuple[int, int] = (SIX, NINE)) -> QColor:
    """Return the colour of a digit in pictures of one network: the pair has its own, the others are grey.

    None is the colour of a run, and colour-blind people can tell violet from olive.
    """
    on_light, on_dark = {pair[0]: ("#7B2FBE", "#C29BFF"), pair[1]: ("#66750A", "#B5C24A")}.get(
        digit if digit is not None else -1, ("#868686", "#8C8C8C")
    )
    return QColor(on_dark if is_dark(palette) else on_light)


class OutputBars(QWidget):
    """Draws the outputs as bars from 0 to 1 above their digits; a pair is hatched, the largest is framed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outputs: np.ndarray | None = None
        self._empty_text = ""
        self._colour: QColor | None = None
        self._classes, self._pair = MNIST.classes, (SIX, NINE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_empty_text(self, text: str) -> None:
        """Say why there are no outputs, while there are none."""
        self._empty_text = text
        self.update()

    def set_colour(self, colour: QColor | None) -> None:
        """Give all bars the colour of a run, for pictures of several side by side, where 6 is one digit among ten."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def set_classes(self, classes: tuple[str, ...], pair: tuple[int, int] = (SIX, NINE)) -> None:
        """Take the names of the classes, and the labels of the two that stand out."""
        if (classes, pair) != (self._classes, self._pair):
            self._classes, self._pair = classes, pair
            self.show_outputs(None)

    def show_outputs(self, outputs: np.ndarray | None) -> None:
        """Draw these outputs, (classes,), 0…1."""
        self._outputs = outputs
        spoken = [] if outputs is None else zip(self._classes, outputs, strict=True)
        self.setAccessibleDescription(", ".join(f"{name}: {number_text(float(a), 2)}" for name, a in spoken))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for ten bars, some lines high."""
        em = self.fontMetrics().height()
        return QSize(24 * em, 9 * em)

    def minimumSizeHint(self) -> QSize:
        """Be content with low, narrow bars."""
        em = self.fontMetrics().height()
        return QSize(10 * em, 7 * em // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars with their digits below and their values above."""
        painter, palette = QPainter(self), self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        if self._outputs is None:
            area = self.rect().adjusted(16, 0, -16, 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_text)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strongest = int(self._outputs.argmax())
        across = self.width() / len(self._outputs)
        for digit, output in enumerate(self._outputs):
            self._paint_bar(painter, QRectF(digit * across, 0, across, self.height()), digit, float(output), strongest)

    def _paint_bar(self, painter: QPainter, area: QRectF, digit: int, output: float, strongest: int) -> None:
        palette, style = self.palette(), PlotStyle.of(self)
        special = digit in self._pair and self._colour is None
        name_font, value_font = self._fonts(style, bold=special or digit == strongest, width=area.width())
        name_height = QFontMetricsF(name_font).height()
        value_height = QFontMetricsF(value_font).height()
        ground = area.bottom() - name_height - 2
        room = max(1.0, ground - value_height - 4)
        inset = 0.14 * area.width()
        bar = QRectF(QPointF(area.left() + inset, ground - room * output), QPointF(area.right() - inset, ground))
        colour = self._colour or digit_colour(digit, palette, self._pair)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRect(bar)
        if special:  # colour is never the only signal
            hatching = Qt.BrushStyle.BDiagPattern if digit == self._pair[0] else Qt.BrushStyle.FDiagPattern
            painter.setBrush(QBrush(palette.color(QPalette.ColorRole.Base), hatching))
            painter.drawRect(bar)
        if digit == strongest:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.text, max(2.0, style.curve_width)))
            painter.drawRect(bar)
        painter.setPen(QPen(style.faint, 1))
        painter.drawLine(QPointF(area.left(), ground), QPointF(area.right(), ground))
        painter.setPen(colour if special else style.text)
        painter.setFont(name_font)
        below = QRectF(area.left(), ground + 2, area.width(), name_height)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, cut_name(name_font, self._classes[digit], area.width()))
        if output < _SAYS_SOMETHING and digit != strongest:
            return
        painter.setPen(style.text)
        painter.setFont(value_font)
        above = QRectF(area.left(), bar.top() - value_height - 2, area.width(), value_height)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, number_text(output, 2))

    def _fonts(self, style: PlotStyle, *, bold: bool, width: float) -> tuple[QFont, QFont]:
        """Return the fonts of the digits and of the values; a value must fit above its bar."""
        value = QFont(self.font())
        name = font_of_names(style.axis_font, self._classes, width)
        name.setBold(bold)
        needed = QFontMetricsF(value).horizontalAdvance("0.00") + 2
        value.setPointSizeF(value.pointSizeF() * min(1.0, width / needed))
        return name, value
