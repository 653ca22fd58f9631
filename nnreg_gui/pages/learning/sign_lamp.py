"""The lamp of a sign: a ring, a triangle or a disc, so that colour is not the only signal."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.engine.overfitting import NOT_YET, TOO_EARLY, WATCH, YES

# Neither is the colour of a run, or of the sign of a weight; the outline makes yellow visible on white.
LAMP_COLOURS = {WATCH: "#FFEF3D", YES: "#E6007A"}


class SignLamp(QWidget):
    """A lamp as high as a line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = NOT_YET
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def state(self) -> int:
        """Return what the lamp shows."""
        return self._state

    def set_state(self, state: int, spoken: str) -> None:
        """Show TOO_EARLY, NOT_YET, WATCH or YES; screen readers hear `spoken`."""
        self.setAccessibleName(spoken)
        if state != self._state:
            self._state = state
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lamp."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        paint_lamp(painter, QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side), self)


def paint_lamp(painter: QPainter, place: QRectF, lamp: SignLamp) -> None:
    """Draw a lamp into a square.

    Three dots for TOO_EARLY, a ring for NOT_YET, a triangle for WATCH, a full disc for YES.
    """
    state, text = lamp.state(), lamp.palette().color(QPalette.ColorRole.WindowText)
    colour = QColor(LAMP_COLOURS.get(state, text.name()))
    line = place.width() / 8
    inner = place.adjusted(line, line, -line, -line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(text, 0.7 * line))
    if state != NOT_YET:
        painter.setBrush(colour)
    if state == WATCH:
        painter.drawPolygon([QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()])
    elif state == TOO_EARLY:
        for x in (inner.left() + line / 2, inner.center().x(), inner.right() - line / 2):
            painter.drawEllipse(QPointF(x, inner.center().y()), line / 2, line / 2)
    else:
        painter.drawEllipse(inner)
