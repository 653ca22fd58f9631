"""The correlations of the hidden neurons of one network as a picture."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.plots.style import PlotStyle, run_colour, signed_colours

STRONGEST = 0.5  # gets the strongest colour: few pairs of neurons are correlated more than that


class CorrelationPicture(QWidget):
    """Draws a square for each pair of neurons, indigo for r < 0, crimson for r > 0, below the number of the run.

    Signals:
        pair_hovered: the mouse is over a pair of neurons (a tuple of two numbers from 0), or has left (None).
    """

    pair_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: np.ndarray | None = None
        self._run, self._heading, self._empty_text = 0, "", ""
        self._image = QImage()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def matrix(self) -> np.ndarray | None:
        """The matrix drawn: (neurons, neurons)."""
        return self._matrix

    @property
    def heading(self) -> str:
        """The text above it."""
        return self._heading

    def set_empty_text(self, text: str) -> None:
        """Say what will appear here, while it is empty."""
        self._empty_text = text
        self.update()

    def show_matrix(self, matrix: np.ndarray | None, run: int = 0, heading: str = "") -> None:
        """Draw the matrix of the run with this number; NaN is hatched."""
        if matrix is self._matrix and (run, heading) == (self._run, self._heading):
            return
        self._matrix, self._run, self._heading = matrix, run, heading
        self.setAccessibleDescription(heading)
        self._colour()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        em = self.fontMetrics().height()
        return QSize(14 * em, 14 * em)

    def minimumSizeHint(self) -> QSize:
        """Make do with a small one."""
        em = self.fontMetrics().height()
        return QSize(6 * em, 6 * em)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report which pair the mouse points at."""
        area = self._area()
        if self._matrix is None or not area.contains(event.position()):
            self.pair_hovered.emit(None)
            return
        place = (event.position() - area.topLeft()) * (len(self._matrix) / area.width())
        last = len(self._matrix) - 1
        self.pair_hovered.emit((min(int(place.y()), last), min(int(place.x()), last)))

    def leaveEvent(self, event: QEvent) -> None:
        """Report that the mouse points at nothing."""
        super().leaveEvent(event)
        self.pair_hovered.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heading and the squares."""
        painter, palette = QPainter(self), self.palette()
        if self._matrix is None:
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            room = self.rect().adjusted(8, 0, -8, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_text)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        em, area = float(self.fontMetrics().height()), self._area()
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(run_colour(self._run, palette))
        above = QRectF(0, area.top() - 1.4 * em, self.width(), 1.3 * em)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, self._heading)
        painter.setBrush(Qt.BrushStyle.BDiagPattern)  # shows where nothing is known
        painter.setPen(QPen(PlotStyle.of(self).faint, 1))
        painter.drawRect(area)
        painter.drawImage(area, self._image)

    def _area(self) -> QRectF:
        em = float(self.fontMetrics().height())
        side = max(8.0, min(self.width() - 4.0, self.height() - 1.6 * em - 4))
        top = (self.height() - side - 1.5 * em) / 2 + 1.5 * em
        return QRectF(QPointF((self.width() - side) / 2, top), QPointF((self.width() + side) / 2, top + side))

    def _colour(self) -> None:
        self.update()
        if self._matrix is None:
            return
        table = signed_colours(self.palette())
        known = np.isfinite(self._matrix)
        shares = np.where(known, self._matrix / STRONGEST, 0).clip(-1, 1)
        places = ((shares + 1) / 2 * (len(table) - 1)).round().astype(np.intp)
        opaque = np.where(known, 255, 0).astype(np.uint8)[..., None]
        pixels = np.ascontiguousarray(np.concatenate([table[places], opaque], 2))
        side = len(pixels)
        self._image = QImage(pixels.data, side, side, 4 * side, QImage.Format.Format_RGBA8888).copy()
