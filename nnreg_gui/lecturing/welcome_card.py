"""A large button that offers something to begin with."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nnreg_gui.widgets.button import PressedByKey
from nnreg_gui.widgets.fitting_font import text_width

_TITLE_TO_BODY, _SENTENCE_TO_BODY = 3.4, 2.2  # at scale 1
_RING = 3  # pixels

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class _Places(NamedTuple):
    """The fonts of the parts, and where they lie; how much height they leave, below 0 if they do not fit."""

    title_font: QFont
    sentence_font: QFont
    disc: QRect
    title: QRect
    length: QRect
    sentence: QRect
    spare: int


class WelcomeCard(PressedByKey, QAbstractButton):
    """Shows its key in a disc, a title, how long it takes, and one sentence.

    Args:
        key: presses it: one character.
    """

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent=parent)
        self._sentence, self._length = "", ""
        self._scale, self._top = 1.0, 0
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def say(self, title: str, sentence: str, length: str, help_text: str) -> None:
        """Offer this; `length` is how long it takes, or "", as may be the sentence; the help stands in the tool tip."""
        self._sentence, self._length = sentence, length
        self.set_texts(title, "\n".join(filter(None, (sentence, help_text))))
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(filter(None, (sentence, length))))
        self.update()

    def spare(self, size: QSize, scale: float) -> int:
        """Return how much height text of this scale leaves in a card of this size; below 0 if it does not fit.

        Scale 1 is the largest; 0 is as large as all text of the program.
        """
        return self._places(QRect(0, 0, size.width(), size.height()), scale).spare

    def arrange(self, scale: float, top: int) -> None:
        """Show the text in this scale, and leave so many pixels free above it."""
        if (scale, top) != (self._scale, self._top):
            self._scale, self._top = scale, top
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and what it says."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        palette, role = self.palette(), QPalette.ColorRole
        places = self._places(self.rect().adjusted(0, self._top, 0, 0), self._scale)
        painter.setClipRect(self.rect().adjusted(_RING, _RING, -_RING, -_RING))
        painter.setPen(QPen(palette.color(role.Highlight), 2))
        painter.drawEllipse(places.disc)
        painter.setPen(palette.color(role.ButtonText))
        painter.setFont(places.title_font)
        painter.drawText(places.disc, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.drawText(places.title, _WRAPPED, self.text())
        painter.setFont(places.sentence_font)
        painter.drawText(places.length, Qt.AlignmentFlag.AlignCenter, self._length)
        painter.drawText(places.sentence, _WRAPPED, self._sentence)

    def _paint_ground(self, painter: QPainter) -> None:
        palette, role = self.palette(), QPalette.ColorRole
        pointed_at = self.isDown() or self.underMouse()
        edge = role.Highlight if pointed_at or self.hasFocus() else role.Mid
        painter.setPen(QPen(palette.color(edge), _RING if self.hasFocus() else 1))
        painter.setBrush(palette.color(role.Midlight if pointed_at else role.Button))
        half, radius = _RING / 2, self.fontMetrics().height() / 3
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _places(self, card: QRect, scale: float) -> _Places:
        """Return where everything lies in a card, from its top."""
        title_font, sentence_font = self._font(_TITLE_TO_BODY, scale, bold=True), self._font(_SENTENCE_TO_BODY, scale)
        gap = QFontMetrics(sentence_font).height() // 2
        room = card.adjusted(gap + _RING, gap // 2 + _RING, -gap - _RING, -gap // 2 - _RING)
        line = QFontMetrics(title_font).height()
        disc = QRect(room.left(), room.top(), line, line)
        length = QRect(0, room.top(), text_width(self._length, sentence_font) if self._length else 0, line)
        length.moveRight(room.right())
        title = QRect(disc.right() + gap, room.top(), 0, 0)
        title.setRight(length.left() - (gap if self._length else 0))
        title_needs = _wrapped(self.text(), title_font, title.width())
        title.setHeight(max(line, title_needs.height()))
        sentence_needs = _wrapped(self._sentence, sentence_font, room.width())
        sentence = QRect(room.left(), title.bottom() + gap // 2, room.width(), sentence_needs.height())
        fit = title_needs.width() <= title.width() and sentence_needs.width() <= room.width()
        spare = room.bottom() - sentence.bottom() if fit else -1
        return _Places(title_font, sentence_font, disc, title, length, sentence, spare)

    def _font(self, largest_to_body: float, scale: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(QFontInfo(self.font()).pointSizeF() * (1 + scale * (largest_to_body - 1)))
        font.setBold(bold)
        return font


def _wrapped(text: str, font: QFont, width: int) -> QSize:
    """Return the room that a text needs, wrapped to a width; a word may be wider than that."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 1), int(_WRAPPED), text).size()
