"""A number legible from the last row."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.widgets.fitting_font import fitting_font, tabular, text_width
from nnreg_gui.widgets.room import Room, Roomy

VALUE_TO_BODY = 2.6  # at least 28 pt beside a body of 11
COMPACT_VALUE_TO_BODY = 1.75
SMALLEST_VALUE_POINTS = 14.0
_NOTHING = "–"


class Tile(Roomy, QWidget):
    """A caption and a number in large type, which shrinks in a narrow tile instead of being cut.

    Args:
        large_from: with less room, the tile takes less height, with a smaller number and narrower margins.
    """

    def __init__(self, large_from: Room = Room.FULL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.full_from = large_from
        self._caption = ""
        self._value = _NOTHING
        self._colour: QColor | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_caption(self, caption: str) -> None:
        """Say what the number is."""
        self._caption = caption
        self.setAccessibleName(caption)
        self.updateGeometry()
        self.update()

    def set_value(self, value: str) -> None:
        """Show a number, or a dash while there is none; showing the same again costs nothing."""
        value = value or _NOTHING
        if value != self._value:
            self._value = value
            self.setAccessibleDescription(value)
            self.update()

    def set_colour(self, colour: QColor | None) -> None:
        """Mark the tile with a stripe, as belonging to what has this colour in the plots."""
        self._colour = colour
        self.update()

    def follow_room(self) -> None:
        self.updateGeometry()
        self.update()

    def value_font(self) -> QFont:
        """Return the font of the number: the largest in which it fits."""
        room = self._text_place().width()
        return fitting_font(self._full_font(), SMALLEST_VALUE_POINTS, lambda font: text_width(self._value, font), room)

    def sizeHint(self) -> QSize:
        """Ask for a caption and six digits in full size."""
        font = self._full_font()
        width = max(text_width(self._caption, self.font()), text_width("000000", font))
        height = self.fontMetrics().height() + QFontMetrics(font).height()
        return QSize(width + 3 * self._unit(), height + 2 * self._margin())

    def minimumSizeHint(self) -> QSize:
        """Let the number shrink before anything around the tile is cut off."""
        return QSize(4 * self.fontMetrics().height(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the stripe, the caption and the number."""
        painter = QPainter(self)
        palette, place = self.palette(), self._text_place()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.AlternateBase))
        if self._colour is not None:
            painter.fillRect(0, 0, self._unit() // 2, self.height(), self._colour)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        caption = self.fontMetrics().elidedText(self._caption, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignTop, caption)
        font = self.value_font()
        painter.setFont(font)
        value = QFontMetrics(font).elidedText(self._value, Qt.TextElideMode.ElideRight, place.width())
        # One baseline for every font size: tiles stand side by side.
        base_line = place.bottom() - QFontMetrics(self._full_font()).descent()
        painter.drawText(QPoint(place.left(), base_line), value)

    def _full_font(self) -> QFont:
        to_body = COMPACT_VALUE_TO_BODY if self.compact else VALUE_TO_BODY
        return tabular(self.font(), to_body * QFontInfo(self.font()).pointSizeF())

    def _unit(self) -> int:
        return self.fontMetrics().height() // 2

    def _text_place(self) -> QRect:
        """Return the tile without its margins; the left one is wider, for the stripe."""
        unit, margin = self._unit(), self._margin()
        return self.rect().adjusted(2 * unit, margin, -unit, -margin)

    def _margin(self) -> int:
        """Return the margin above and below."""
        return self._unit() // 4 if self.compact else self._unit()
