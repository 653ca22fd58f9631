"""Text as large as its room allows, in as many lines as it needs."""

from math import sqrt

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.plots.style import base_point_size
from nnreg_gui.widgets.fitting_font import fitting_font

_POINTS_PER_INCH = 72
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class WrappedText(QWidget):
    """Says something in the largest type that fits; what does not fit in the smallest is elided, and hovering shows it.

    Args:
        share: the largest size of the type, as a share of the window's height.
        flags: how the text is aligned.
    """

    def __init__(
        self,
        share: float,
        flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._share, self._flags = "", share, flags
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """Return the text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Say this."""
        if text != self._text:
            self._text = text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def text_font(self) -> QFont:
        """Return the font of the text: the largest in which it fits."""
        return wrapped_font(self._text, large_font(self, self._share), self.size())

    @property
    def cut(self) -> bool:
        """Whether some of the text does not fit even in the smallest type."""
        return is_cut(self._text, self.text_font(), self.size())

    def height_for(self, width: int) -> int:
        """Return how high the text is in the largest type, in a width."""
        return _wrapped_height(self._text, large_font(self, self._share), width)

    def smallest_line(self) -> int:
        """Return the height of a line in the smallest type."""
        font = QFont(self.font())
        font.setPointSizeF(min(font.pointSizeF(), base_point_size()))
        return QFontMetrics(font).height()

    def minimumSizeHint(self) -> QSize:
        """Be content with a line: a long text must not push other things out."""
        return QSize(1, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        draw_wrapped(QPainter(self), self.rect(), self._text, self.text_font(), colour, self._flags)


def large_font(widget: QWidget, share: float) -> QFont:
    """Return a widget's font in a size that is a share of its window's height, but no smaller than the body's."""
    font = QFont(widget.font())
    points = share * widget.window().height() * _POINTS_PER_INCH / widget.logicalDpiY()
    font.setPointSizeF(max(points, font.pointSizeF()))
    return font


def wrapped_font(text: str, largest: QFont, room: QSize) -> QFont:
    """Return the largest font in which a text fits into its room, in lines.

    It may become smaller than the body's if that is zoomed, but no smaller than the body's without a zoom.
    """
    if room.isEmpty():
        return largest
    words = text.split(" ")

    def excess(font: QFont) -> float:
        """Return how much too large the font is: more than 1 if the text does not fit."""
        widest = max(map(QFontMetrics(font).horizontalAdvance, words))
        # A smaller font takes fewer lines, too: the height of all goes by the square of its size.
        return max(sqrt(_wrapped_height(text, font, room.width()) / room.height()), widest / room.width())

    return fitting_font(largest, min(largest.pointSizeF(), base_point_size()), excess, 1.0)


def is_cut(text: str, font: QFont, room: QSize) -> bool:
    """Return whether a text in lines, or one of its words, needs more room."""
    metrics = QFontMetrics(font)
    widest = max(map(metrics.horizontalAdvance, text.split(" ")))
    return _wrapped_height(text, font, room.width()) > room.height() or widest > room.width()


def draw_wrapped(
    painter: QPainter, room: QRect, text: str, font: QFont, colour: QColor, flags: Qt.AlignmentFlag
) -> None:
    """Draw a text in lines; as much of it as fits, with an ellipsis."""
    painter.setFont(font)
    painter.setPen(colour)
    shown, words = text, text.split(" ")
    while len(words) > 1 and _wrapped_height(shown, font, room.width()) > room.height():
        words.pop()
        shown = " ".join(words) + "…"
    painter.drawText(room, int(flags) | _WRAPPED, shown)


def _wrapped_height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 1_000_000), _WRAPPED, text).height()
