"""A scale on which a number is guessed by a slider, and on which the right one appears beside it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nnreg_gui.lecturing.wrapped_text import large_font
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.fitting_font import fitting_font, tabular
from nnreg_gui.widgets.number_slider import Slider

_Role = QPalette.ColorRole
_WORDS_SHARE = 0.055  # of the window's height: the largest type
_END_TO_WORDS = 0.8  # of the type's size
_SMALLEST = 6.0  # points


class NumberScale(Slider):
    """A large slider that shows no handle before anybody has chosen, and later two marks with their words.

    Its steps are whole; what the ends are called, and the words at the marks, is set from outside.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = ("", "")
        self._chosen = False
        self._guessed_words = self._right_words = ""
        self._right: float | None = None

    @property
    def words(self) -> tuple[str, str]:
        """What stands at the guess, and at the right number; "" at what is not seen."""
        return self._guessed_words, self._right_words

    def set_ends(self, low: str, high: str) -> None:
        """Write these at the ends."""
        self._ends = low, high
        self.update()

    def show_handle(self) -> None:
        """Show the handle: somebody has chosen."""
        self._chosen = True
        self.update()

    def show_right(self, place: float, guessed_words: str, right_words: str) -> None:
        """Mark the right number, too.

        Args:
            place: where it is between the ends, 0…1; beyond them, it is marked at the nearer one.
            guessed_words, right_words: what stands above the guess, and below the right number.
        """
        self._right = min(max(place, 0.0), 1.0)
        self._guessed_words, self._right_words = guessed_words, right_words
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the view around the scale, which has the same ones wherever the focus is."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the groove with the marks on it, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grooves(painter)
        if self._chosen:
            self._paint_handle(painter)
        taken = QRectF()
        if self._right is not None:
            self._paint_right(painter)
            taken = self._paint_words(painter, self._right_words, self._right_x(), below=True)
            if self._chosen:
                self._paint_words(painter, self._guessed_words, self._handle_x(), below=False)
        self._paint_ends(painter, taken)

    def _paint_grooves(self, painter: QPainter) -> None:
        """Draw the groove, and over it the way to the handle; later the way from there to the right number."""
        radius, palette = self._diameter() / 2, self.palette()
        parts = [(radius, self.width() - radius, _Role.Mid)]
        if self._chosen and self._right is None:
            parts.append((radius, self._handle_x(), _Role.Highlight))
        elif self._chosen:
            low, high = sorted((self._right_x(), self._handle_x()))
            parts.append((low, high, _Role.PlaceholderText))
        painter.setPen(Qt.PenStyle.NoPen)
        thickness = self._thickness()
        for left, right, role in parts:
            painter.setBrush(palette.color(role))
            groove = QRectF(left, (self.height() - thickness) / 2, right - left, thickness)
            painter.drawRoundedRect(groove, thickness / 2, thickness / 2)

    def _paint_handle(self, painter: QPainter) -> None:
        """Draw a ring, which becomes the mark of the guess."""
        role = _Role.Highlight if self._right is None else _Role.Text
        ring = QPen(self.palette().color(role), 0.8 * self._thickness())
        painter.setPen(ring)
        painter.setBrush(self.palette().color(_Role.Base))
        radius = (self._diameter() - ring.widthF()) / 2
        painter.drawEllipse(QPointF(self._handle_x(), self.height() / 2), radius, radius)

    def _paint_right(self, painter: QPainter) -> None:
        """Draw a diamond."""
        radius, middle = self._diameter() / 2, QPointF(self._right_x(), self.height() / 2)
        corners = ((0.0, -radius), (0.8 * radius, 0.0), (0.0, radius), (-0.8 * radius, 0.0))
        painter.setPen(QPen(self.palette().color(_Role.Base), 2))
        painter.setBrush(run_colour(1, self.palette()))
        painter.drawPolygon(QPolygonF([middle + QPointF(across, down) for across, down in corners]))

    def _paint_words(self, painter: QPainter, text: str, x: float, *, below: bool) -> QRectF:
        """Write words above or, bold, below a place, within the scale; return where."""
        font = self._words_font(text)
        font.setBold(below)
        width = QFontMetricsF(font).horizontalAdvance(text)
        place = self._band(min(max(x - width / 2, 0.0), max(self.width() - width, 0.0)), width, below=below)
        painter.setFont(font)
        painter.setPen(self.palette().color(_Role.Text))
        upright = Qt.AlignmentFlag.AlignTop if below else Qt.AlignmentFlag.AlignBottom
        painter.drawText(place, int(upright | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextDontClip), text)
        return place

    def _paint_ends(self, painter: QPainter, taken: QRectF) -> None:
        """Write the ends below the groove, where the words of the right number have left room."""
        font = self._words_font(max(self._ends, key=len))
        font.setPointSizeF(_END_TO_WORDS * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(self.palette().color(_Role.PlaceholderText))
        for text, is_high in zip(self._ends, (False, True), strict=True):
            width = QFontMetricsF(font).horizontalAdvance(text)
            place = self._band(self.width() - width if is_high else 0.0, width, below=True)
            if not place.adjusted(-0.3 * width, 0, 0.3 * width, 0).intersects(taken):
                painter.drawText(place, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip), text)

    # ---------------------------------------------------------------------------------------------- places and type

    def _right_x(self) -> float:
        return self._diameter() / 2 + (self._right or 0.0) * self._span()

    def _band(self, left: float, width: float, *, below: bool) -> QRectF:
        """Return a part of the room for words above or below the handle."""
        height = self._band_height()
        return QRectF(left, self.height() - height if below else 0.0, width, height)

    def _band_height(self) -> float:
        return max((self.height() - self._diameter()) / 2, 1.0)

    def _words_font(self, text: str) -> QFont:
        """Return the largest font in which a text fits above or below the groove, even if it is bold."""
        largest = tabular(self.font(), large_font(self, _WORDS_SHARE).pointSizeF())

        def excess(font: QFont) -> float:
            metrics, bold = QFontMetricsF(font), 1.2
            return max(metrics.height() / self._band_height(), bold * metrics.horizontalAdvance(text) / self.width())

        return fitting_font(largest, _SMALLEST, excess, 1.0)

    def _diameter(self) -> int:
        return int(min(3 * self.fontMetrics().height(), 0.3 * self.height()))

    def _thickness(self) -> float:
        return max(2.0, self._diameter() / 5)
