"""A button that is one step of a path."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from nnreg_gui.widgets.button import PressedByKey


class StepButton(PressedByKey, QAbstractButton):
    """Shows its number in a disc, replaced by a check mark when the step is done, and what the step is.

    If the text does not fit, a shorter one takes its place, or none; the whole text is in the tool tip.
    """

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(str(number), parent=parent)
        self._number, self._short = number, ""
        self._done = self._current = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def done(self) -> bool:
        """Whether the step bears a check mark."""
        return self._done

    @property
    def current(self) -> bool:
        """Whether this is the present step of the path."""
        return self._current

    def name(self, text: str, short: str, help_text: str) -> None:
        """Say what the step is, in full and in a word or two, and what it does."""
        self._short = short
        self.set_texts(text, f"{text}: {help_text}")
        self.updateGeometry()

    def set_state(self, *, done: bool, current: bool, spoken: str) -> None:
        """Show whether the step is done, and whether it is the present one; screen readers say `spoken`."""
        self.setAccessibleDescription(spoken)
        if (done, current) != (self._done, self._current):
            self._done, self._current = done, current
            self.update()

    def sizeHint(self) -> QSize:
        """Leave room for the disc and the whole text in bold."""
        return QSize(self._width_for(self.text()), int(1.75 * self._em()))

    def minimumSizeHint(self) -> QSize:
        """Leave room for the disc."""
        return QSize(int(2.3 * self._em()), int(1.75 * self._em()))

    def short_width(self) -> int:
        """Return the width for the disc and the short text."""
        return self._width_for(self._short)

    def shown_text(self) -> str:
        """Return the text on the button: the whole one, the short one, or none."""
        return next((text for text in (self.text(), self._short) if self._width_for(text) <= self.width()), "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the disc and the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, role = self.palette(), QPalette.ColorRole
        pressed_or_hovered = self.isDown() or self.underMouse()
        ground = palette.color(role.Midlight if pressed_or_hovered else role.Button)
        edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        emphasized = self._current or self.hasFocus()
        painter.setPen(QPen(palette.color(role.Highlight if emphasized else role.Mid), 2 if emphasized else 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(edge, self._em() / 4, self._em() / 4)
        side = 1.25 * self._em()
        left = 0.5 * self._em() if self.shown_text() else (self.width() - side) / 2
        disc = QRectF(left, (self.height() - side) / 2, side, side)
        self._paint_disc(painter, disc, filled=self._done or self._current)
        painter.setPen(palette.color(role.ButtonText))
        painter.setFont(self._font(bold=self._current))
        place = QRectF(QPointF(disc.right() + 0.4 * self._em(), 0), QPointF(self.width(), self.height()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_text())

    def _paint_disc(self, painter: QPainter, disc: QRectF, *, filled: bool) -> None:
        palette, role = self.palette(), QPalette.ColorRole
        colour = palette.color(role.Highlight)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if filled else QColor(Qt.GlobalColor.transparent))
        painter.drawEllipse(disc)
        ink = palette.color(role.HighlightedText) if filled else palette.color(role.ButtonText)
        if self._done:
            pen = QPen(ink, disc.width() / 9)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            corners = [(0.28, 0.52), (0.44, 0.68), (0.73, 0.34)]
            points = [disc.topLeft() + QPointF(x * disc.width(), y * disc.height()) for x, y in corners]
            painter.drawPolyline(QPolygonF(points))
            return
        painter.setPen(ink)
        painter.setFont(self._font(bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _em(self) -> int:
        return self.fontMetrics().height()

    def _width_for(self, text: str) -> int:
        return int(2.6 * self._em()) + QFontMetrics(self._font(bold=True)).horizontalAdvance(text)

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setBold(bold)
        return font
