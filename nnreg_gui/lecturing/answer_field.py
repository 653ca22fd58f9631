"""An answer to choose, with the hands that were raised for it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from nnreg_gui.lecturing.wrapped_text import draw_wrapped, is_cut, large_font, wrapped_font
from nnreg_gui.plots.style import PlotStyle, fainter
from nnreg_gui.widgets.keys import with_key
from nnreg_gui.widgets.texts import percent_text, whole_text

_Role = QPalette.ColorRole
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_TEXT_SHARE, _REVEALS_SHARE = 0.045, 0.038  # of the window's height: the largest types
_LONG = 5.0  # times as wide as high: hands stand at the right of the words, not below
_IN_A_LINE = 8.0  # times as wide as high: hands stand in a line, not the share below their number
_WORDS_ABOVE = 0.62  # of the height, where the hands stand below
# Lines of text without zoom:
_LOWEST_COUNTING_BELOW = 3.6  # in a lower field, hands stand at the right of the words
_LOWEST_REVEALING = 6.0  # a lower field says in its tool tip only what it reveals
_TICK = ((-0.55, 0.05), (-0.15, 0.45), (0.6, -0.5))  # in radii of the disc
_CROSS = (((-0.4, -0.4), (0.4, 0.4)), ((-0.4, 0.4), (0.4, -0.4)))


@dataclass(frozen=True, slots=True)
class Hands:
    """The hands for one answer.

    Attributes:
        count: how many.
        of: how many were raised for all answers together.
    """

    count: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """Their share, 0…1."""
        return self.count / self.of if self.of else 0.0

    @property
    def percent(self) -> str:
        """Their share in percent."""
        return percent_text(self.share, 0)

    @property
    def text(self) -> str:
        """Their number and share, as in “12 · 40 %”; nothing before any hand was raised."""
        return f"{whole_text(self.count)} · {self.percent}" if self.of else ""


class AnswerField(QAbstractButton):
    """A large field with its number key, the answer, and a bar as long as the share of the hands.

    What is right gets a tick and a thick outline, what is wrong a cross and a faint text; below a wrong answer that
    somebody has chosen stands what choosing it reveals.
    """

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._reveals = number, ""
        self._hands, self._earlier = Hands(), Hands()
        self._points = 0.0
        self._right: bool | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is

    @property
    def hands(self) -> Hands:
        """The hands raised for it."""
        return self._hands

    @property
    def right(self) -> bool | None:
        """Whether it is right; None until that is to be seen."""
        return self._right

    @property
    def revealed(self) -> str:
        """What is told of those who chose it; "" if nothing is."""
        return self._reveals if self._right is False and self._hands.count else ""

    @property
    def cut(self) -> bool:
        """Whether some of the answer, or of what is told of it, does not fit even in the smallest type."""
        return any(is_cut(text, font, place.size()) for text, font, place in self._written())

    def reveals_in(self, height: float) -> bool:
        """Return whether it tells something of those who chose it, if it is so high."""
        return bool(self.revealed) and height >= _LOWEST_REVEALING * self._small_em()

    def set_words(self, text: str, reveals: str) -> None:
        """Say the answer, and what choosing it tells if it is wrong."""
        self.setText(text)
        self.setShortcut("")  # Qt would make a key of what follows an &
        self._reveals = reveals
        self.describe()

    def set_hands(self, hands: Hands) -> None:
        """Show these hands."""
        self._hands = hands
        self.describe()

    def show_outcome(self, *, right: bool, earlier: Hands) -> None:
        """Show whether it is right, and the hands it got when the same was asked before."""
        self._right, self._earlier = right, earlier
        self.describe()

    def describe(self) -> None:
        """Say everything to screen readers and in the tool tip."""
        parts = [self._hands.text]
        if self._earlier.of:
            parts.append(self.tr("at first {0}").format(self._earlier.text))
        if self._right is not None:
            parts.append(self.tr("right") if self._right else self.tr("wrong"))
        parts.append(self.revealed)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(", ".join(filter(None, parts)))
        told = self.tr("Adds a hand for: {0}").format(self.text())
        self.setToolTip(with_key(told, str(self._number)) if self._right is None else f"{self.text()} {self.revealed}")
        self.update()

    # ----------------------------------------------------------------------------------------------- places and type

    def fitting_points(self) -> float:
        """Return the largest size of type in which the answer fits."""
        return wrapped_font(self.text(), large_font(self, _TEXT_SHARE), self._text_place().size()).pointSizeF()

    def set_points(self, points: float) -> None:
        """Write in this size of type: all answers have the same."""
        self._points = points
        self.update()

    def _em(self) -> int:
        return self.fontMetrics().height()

    def _is_long(self) -> bool:
        return self.width() >= _LONG * self.height() or self.height() < _LOWEST_COUNTING_BELOW * self._small_em()

    def _stacks(self) -> bool:
        """Return whether it says of the hands two things below each other: the words need the width."""
        return bool(self._earlier.of) or (self._is_long() and self.width() < _IN_A_LINE * self.height())

    def _small_em(self) -> float:
        """Return the height of a line without zoom."""
        return self._em() / max(PlotStyle.of(self).zoom, 1.0)

    def _pad(self) -> int:
        return int(min(0.5 * self._em(), 0.12 * self.height()))

    def _disc(self) -> QRectF:
        """Return where the number stands, and later the tick or the cross."""
        line = QFontMetrics(large_font(self, _TEXT_SHARE)).height()
        side = min(1.4 * line, 0.62 * self.height(), 0.12 * self.width())
        height = self._words_height()
        return QRectF(2 * self._pad(), self._pad() + (height - side) / 2, side, side)

    def _words_height(self) -> int:
        """Return the height of the part with the answer, above the hands if these do not stand beside it."""
        inner = self.height() - 2 * self._pad()
        return inner if self._is_long() else int(_WORDS_ABOVE * inner)

    def _count_width(self) -> int:
        text, room = self._widest_count(), QSize(self.width(), self._words_height() // (2 if self._stacks() else 1))
        wanted = QFontMetrics(wrapped_font(text, large_font(self, _TEXT_SHARE), room)).horizontalAdvance(text)
        return min(wanted + 1, int(0.3 * self.width()))

    def _widest_count(self) -> str:
        """Return a text as long as the longest one about hands, so that all fields have them in the same size."""
        texts = ["100 %"] if self._stacks() else ["000 · 100 %"]
        if self._earlier.of:
            texts = [self._at_first(Hands(1, 1)), self._now(Hands(1, 1))]
        return max(texts, key=len).replace(" ", "\N{NO-BREAK SPACE}")  # in a line

    def _at_first(self, hands: Hands) -> str:
        return self.tr("at first {0}").format(hands.percent)

    def _now(self, hands: Hands) -> str:
        return self.tr("now {0}").format(hands.percent)

    def _text_place(self) -> QRect:
        """Return where the answer stands, together with what it reveals."""
        left = int(self._disc().right()) + 2 * self._pad()
        right = self.width() - 2 * self._pad()
        if self._is_long():
            right -= self._count_width() + 2 * self._pad()
        return QRect(left, self._pad(), max(right - left, 1), self._words_height())

    def _count_place(self) -> QRect:
        if self._is_long():
            width = self._count_width()
            return QRect(self.width() - 2 * self._pad() - width, self._pad(), width, self._words_height())
        top = self._pad() + self._words_height()
        return QRect(2 * self._pad(), top, self.width() - 4 * self._pad(), self.height() - self._pad() - top)

    # ---------------------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, the outline over them, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_disc(painter)
        self._paint_words(painter)
        self._paint_counts(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        palette, width = self.palette(), PlotStyle.of(self).curve_width
        thick = 2 * width if self._right else 1.0
        inset = width + 0.5
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        shape = QPainterPath()
        shape.addRoundedRect(frame, self._em() / 3, self._em() / 3)
        painter.save()
        painter.setClipPath(shape)
        ground = palette.color(_Role.AlternateBase)
        painter.fillRect(frame, ground)
        for hands, top, height, colour in self._bars(fainter(palette.color(_Role.Highlight), ground), ground):
            bar = QRectF(frame.left(), frame.top() + top * frame.height(), frame.width() * hands.share, 0)
            bar.setHeight(height * frame.height())
            painter.fillRect(bar, colour)
        painter.restore()
        is_pointed_at = self.underMouse() and self._right is None
        edge = _Role.Text if self._right else _Role.Highlight if is_pointed_at else _Role.Mid
        painter.setPen(QPen(palette.color(edge), 2.0 if is_pointed_at else thick))
        painter.drawPath(shape)

    def _bars(self, colour: QColor, ground: QColor) -> list[tuple[Hands, float, float, QColor]]:
        """Return the bars: hands, where it begins and how high it is as shares of the height, and its colour."""
        if self._right is False:
            colour = fainter(colour, ground)
        if not self._earlier.of:
            return [(self._hands, 0.0, 1.0, colour)]
        return [(self._earlier, 0.0, 0.48, fainter(colour, ground)), (self._hands, 0.52, 0.48, colour)]

    def _paint_disc(self, painter: QPainter) -> None:
        palette, disc = self.palette(), self._disc()
        middle, radius = disc.center(), disc.width() / 2
        faint, text = palette.color(_Role.PlaceholderText), palette.color(_Role.Text)
        if self._right is None:
            painter.setPen(QPen(palette.color(_Role.Mid), 1.5))
            painter.setBrush(palette.color(_Role.Base))
            painter.drawEllipse(disc)
            font = QFont(self.font())
            font.setBold(True)
            font.setPixelSize(max(8, int(1.1 * radius)))
            painter.setFont(font)
            painter.setPen(text)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
            return
        pen = QPen(text if self._right else faint, radius * (0.26 if self._right else 0.16))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for line in (_TICK,) if self._right else _CROSS:
            painter.drawPolyline([middle + QPointF(radius * x, radius * y) for x, y in line])

    def _paint_words(self, painter: QPainter) -> None:
        palette = self.palette()
        colour = palette.color(_Role.PlaceholderText if self._right is False else _Role.Text)
        answer, *revealed = self._written()
        text, font, place = answer
        draw_wrapped(painter, place, text, font, colour, _MIDDLE_LEFT)
        for text, font, place in revealed:
            draw_wrapped(painter, place, text, font, palette.color(_Role.Text), _TOP_LEFT)

    def _written(self) -> list[tuple[str, QFont, QRect]]:
        """Return what is written where, in which font: the answer, and what is told of those who chose it."""
        place, font = self._text_place(), QFont(self.font())
        font.setPointSizeF(self._points or self.font().pointSizeF())
        font.setBold(self._right is True)
        if not self.reveals_in(self.height()):
            return [(self.text(), wrapped_font(self.text(), font, place.size()), place)]
        above, below = QRect(place), QRect(place)
        above.setHeight(int(0.45 * place.height()))
        below.setTop(above.bottom() + 1)
        small = wrapped_font(self._reveals, large_font(self, _REVEALS_SHARE), below.size())
        return [(self.text(), wrapped_font(self.text(), font, above.size()), above), (self._reveals, small, below)]

    def _paint_counts(self, painter: QPainter) -> None:
        place = self._count_place()
        if not self._stacks():
            self._paint_count(painter, place, self._hands.text)
            return
        texts = "", ""
        if self._earlier.of:
            texts = self._at_first(self._earlier), self._now(self._hands)
        elif self._hands.of:
            texts = whole_text(self._hands.count), self._hands.percent
        first, now = QRect(place), QRect(place)
        if self._is_long():
            first.setHeight(place.height() // 2)
            now.setTop(first.bottom() + 1)
        else:
            first.setWidth(place.width() // 2)
            now.setLeft(first.right() + 1)
        for one, text in zip((first, now), texts, strict=True):
            self._paint_count(painter, one, text)

    def _paint_count(self, painter: QPainter, place: QRect, text: str) -> None:
        painter.setFont(wrapped_font(self._widest_count(), large_font(self, _TEXT_SHARE), place.size()))
        painter.setPen(self.palette().color(_Role.Text))
        painter.drawText(place, int(_MIDDLE_RIGHT), text)
