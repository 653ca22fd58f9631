"""A pad to draw on with the mouse."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_SIDE = 280  # pixels of the drawing, whatever its size on the screen
_STROKE = 26  # as thick as the strokes of MNIST, relative to a digit that fills the pad


class SketchPad(QWidget):
    """A square of paper; the left button draws.

    Signals:
        drawn: a stroke has ended, or the pad was wiped.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = QImage(_SIDE, _SIDE, QImage.Format.Format_Grayscale8)
        self._ink.fill(0)
        self._last: QPointF | None = None  # the end of the stroke being drawn
        self._empty_text = ""
        self._is_empty = True
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_empty_text(self, text: str) -> None:
        """Say what can be done here, while nothing is drawn."""
        self._empty_text = text
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return self._is_empty

    def image(self) -> QImage:
        """Return the drawing: 280 × 280, 8-bit grey, 0 = paper … 255 = ink."""
        return self._ink.copy()

    @Slot()
    def clear(self) -> None:
        """Wipe everything off."""
        self._ink.fill(0)
        self._is_empty = True
        self._last = None
        self.update()
        self.drawn.emit()

    def sizeHint(self) -> QSize:
        """Ask for a square a few lines high."""
        side = 12 * self.fontMetrics().height()
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Be content with a small one."""
        side = 4 * self.fontMetrics().height()
        return QSize(side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke, which may be a dot."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._last = self._on_paper(event.position())
            self._draw_to(self._last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue the stroke."""
        if self._last is not None:
            self._draw_to(self._on_paper(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if event.button() is Qt.MouseButton.LeftButton and self._last is not None:
            self._last = None
            self.drawn.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show paper and ink in the palette's colours."""
        painter, palette, paper = QPainter(self), self.palette(), self._paper()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(paper, palette.color(QPalette.ColorRole.Base))
        ink = QImage(self._ink.size(), QImage.Format.Format_ARGB32)
        ink.fill(palette.color(QPalette.ColorRole.Text))
        ink.setAlphaChannel(self._ink)
        painter.drawImage(paper, ink)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._is_empty:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            area = paper.adjusted(8, 8, -8, -8)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_text)

    def _paper(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _on_paper(self, place: QPointF) -> QPointF:
        paper = self._paper()
        return (place - paper.topLeft()) * (_SIDE / max(paper.width(), 1))

    def _draw_to(self, place: QPointF) -> None:
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("white"), _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self._last is None or self._last == place:
            painter.drawPoint(place)  # a line of no length would leave nothing
        else:
            painter.drawLine(self._last, place)
        painter.end()
        self._last, self._is_empty = place, False
        self.update()
