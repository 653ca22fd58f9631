"""The weights of one neuron, or of a whole layer, as a picture in which one can be chosen."""

from math import floor

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.plots.style import PlotStyle, signed_image
from nnreg_gui.widgets.keys import ARROWS
from nnreg_gui.widgets.texts import significant_text

_SEEN = 0.99  # of all weights: a few large ones must not pale the rest
_TITLE = 1.4  # lines of text
_MARGIN = 5  # pixels, for the frame of a weight at the edge


class WeightSheet(QWidget):
    """Draws indigo–white–crimson cells, as other pictures of weights; a click chooses one, arrow keys the next one.

    Signals:
        chosen: carries the row and the column of a weight.
    """

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights = np.zeros((0, 0), np.float32)
        self._there = np.zeros((0, 0), bool)
        self._scale = 1.0
        self._title = self._short = ""
        self._image = QImage()
        self._marked: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_title(self, title: str, short: str) -> None:
        """Say what this is, with {0} for the weight of the strongest colour; more briefly where there is no room."""
        self._title, self._short = title, short
        self.update()

    def show_weights(self, weights: np.ndarray, there: np.ndarray | None = None) -> None:
        """Show these weights.

        Args:
            weights: (rows, columns); none of them for nothing.
            there: bool, as many: which can be chosen; None: all.
        """
        self._weights = weights
        self._there = np.ones(weights.shape, bool) if there is None else there
        self._colour()

    def mark(self, cell: tuple[int, int] | None) -> None:
        """Frame the weight in this row and column."""
        if cell != self._marked:
            self._marked = cell
            self.update()

    @property
    def weights(self) -> np.ndarray:
        """What is shown: (rows, columns)."""
        return self._weights

    @property
    def marked(self) -> tuple[int, int] | None:
        """Row and column of the framed weight."""
        return self._marked

    def cell_area(self, row: int, column: int) -> QRectF:
        """Return where a weight is."""
        area, (rows, columns) = self._area(), self._weights.shape
        width, height = area.width() / columns, area.height() / rows
        return QRectF(area.left() + column * width, area.top() + row * height, width, height)

    def sizeHint(self) -> QSize:
        """Ask for some lines of text."""
        em = self.fontMetrics().height()
        return QSize(16 * em, 16 * em)

    def minimumSizeHint(self) -> QSize:
        """Ask for little: cells become smaller."""
        em = self.fontMetrics().height()
        return QSize(5 * em, 4 * em)

    # ---------------------------------------------------------------------------------------------------------- user

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a weight."""
        area, place = self._area(), event.position()
        if event.button() is Qt.MouseButton.LeftButton and self._weights.size and area.contains(place):
            rows, columns = self._weights.shape
            row = min(int((place.y() - area.top()) / area.height() * rows), rows - 1)
            column = min(int((place.x() - area.left()) / area.width() * columns), columns - 1)
            if self._there[row, column]:
                self.chosen.emit(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the next weight in a direction; without a chosen one, the largest."""
        key = Qt.Key(event.key())
        if key not in ARROWS or not self._there.any():
            super().keyPressEvent(event)
            return
        if self._marked is None:
            sizes = np.where(self._there, np.abs(self._weights), -1.0)
            row, column = map(int, np.unravel_index(int(sizes.argmax()), sizes.shape))
            self.chosen.emit(row, column)
            return
        (row, column), (down, right) = self._marked, ARROWS[key]
        rows, columns = self._weights.shape
        row, column = row + down, column + right
        while 0 <= row < rows and 0 <= column < columns:
            if self._there[row, column]:
                self.chosen.emit(row, column)
                return
            row, column = row + down, column + right

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys lead here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they no longer do."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
        elif event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self.update()

    # ------------------------------------------------------------------------------------------------------- drawing

    def _colour(self) -> None:
        """Find the scale, and colour the weights."""
        if self._weights.size:
            self._scale = max(float(np.quantile(np.abs(self._weights), _SEEN)), 1e-6)
            self._image = signed_image(self._weights, self._scale, self.palette())
        self.update()

    def _area(self) -> QRectF:
        """Return where the picture is: square cells, of whole pixels if there is room for these."""
        if not self._weights.size:
            return QRectF()
        top = _TITLE * self.fontMetrics().height()
        rows, columns = self._weights.shape
        width, height = self.width() - 2 * _MARGIN, self.height() - top - 2 * _MARGIN
        side = max(min(width / columns, height / rows), 0.1)
        side = floor(side) if side >= 2 else side
        left = round((self.width() - side * columns) / 2)
        above = round(top + (self.height() - top - side * rows) / 2)
        return QRectF(left, above, side * columns, side * rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title, the weights, and the frame of the chosen one."""
        painter, style = QPainter(self), PlotStyle.of(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if not self._weights.size:
            return
        self._paint_title(painter)
        area = self._area()
        painter.drawImage(area, self._image)
        painter.setPen(QPen(style.faint, 1))
        painter.drawRect(area.adjusted(-1, -1, 0, 0))
        if self._marked is None:
            return
        # Around the cell, a line in each of two colours: one of them is seen on any colour.
        cell, width = self.cell_area(*self._marked), max(2.0, style.curve_width)
        for out, colour in ((0.5 * width, style.text), (1.5 * width, style.background)):
            pen = QPen(colour, width)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(cell.adjusted(-out, -out, out, out))

    def _paint_title(self, painter: QPainter) -> None:
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        room = QRectF(_MARGIN, 0, self.width() - 2 * _MARGIN, _TITLE * self.fontMetrics().height())
        metrics = painter.fontMetrics()
        text = self._title.format(significant_text(self._scale, 2))
        if metrics.horizontalAdvance(text) > room.width():
            text = self._short.format(significant_text(self._scale, 2))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
