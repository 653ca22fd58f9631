"""A table of what digits are and what a network calls them."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.pages.rotation.cell_colours import cell_colours, ink_on
from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.plots.cell_type import CellType, axis_font
from nnreg_gui.plots.class_names import cut_name, font_of_names, width_of_names
from nnreg_gui.widgets.keys import ARROWS
from nnreg_gui.widgets.texts import percent_text, whole_text

_MOST_FOR_NAMES = 0.2  # of the width, left of the cells
_WIDEST_CELL = 1.9  # widths in heights: wider ones would tear the rows apart


class ConfusionTable(QWidget):
    """Counts and shares, one row for each true digit, one column for each digit that it is called.

    The colour of a cell is its share of the row: indigo on the diagonal, where digits are recognized, crimson beside
    it. The two cells where one of a pair is called the other, such as a 6 a 9, are framed. Arrow keys move from cell to
    cell, Return chooses one.

    Signals:
        cell_clicked: the user chose a cell: its row (what the digits are), its column (what they are called).
        cell_pointed_at: the mouse or keyboard has moved to a cell (row, column), or the mouse has left (None).
    """

    cell_clicked = Signal(int, int)
    cell_pointed_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair = SIX_AND_NINE
        self._matrix = np.zeros((self._count, self._count), np.int64)
        self._in_percent, self._caption = False, ""
        self._chosen: tuple[int, int] | None = None
        self._reached = self._accented[0]  # by the keyboard
        self._pointed_at: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the keyboard focus from another widget
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(self.tr("What the digits are, and what the network reads them as"))
        self.update()

    @property
    def _count(self) -> int:
        return len(self._pair.classes)

    @property
    def _accented(self) -> tuple[tuple[int, int], tuple[int, int]]:
        return self._pair.labels, (self._pair.second, self._pair.first)

    def set_pair(self, pair: Pair) -> None:
        """Frame the cells of this pair; its classes have the rows and columns."""
        if pair == self._pair:
            return
        if pair.classes != self._pair.classes:
            self._matrix = np.zeros((len(pair.classes), len(pair.classes)), np.int64)
            self._chosen = self._pointed_at = None
        self._pair = pair
        self._reached = self._accented[0]
        self.update()

    def show_matrix(self, matrix: np.ndarray) -> None:
        """Show counts, int64, (classes, classes): rows are what the digits are, columns what they are called."""
        if not np.array_equal(matrix, self._matrix):
            self._matrix = matrix
            self.update()

    def set_in_percent(self, in_percent: bool) -> None:
        """Choose whether shares of the row or counts stand in the cells; high cells have both."""
        self._in_percent = in_percent
        self.update()

    def set_caption(self, caption: str) -> None:
        """Say what the columns are: “upright digits are called”."""
        if caption != self._caption:
            self._caption = caption
            self.update()

    def set_chosen(self, cell: tuple[int, int] | None) -> None:
        """Mark the cell whose digits are shown."""
        self._chosen = cell
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for cells that are two lines high."""
        em = self.fontMetrics().height()
        return QSize(36 * em, 24 * em)

    def minimumSizeHint(self) -> QSize:
        """Ask for cells that are less than a line high: text becomes smaller."""
        em = self.fontMetrics().height()
        return QSize(10 * em, 6 * em)

    def cell_area(self, row: int, column: int) -> QRectF:
        """Return where a cell is."""
        grid = self._grid()
        return QRectF(grid.left + column * grid.width, grid.top + row * grid.height, grid.width, grid.height)

    # -------------------------------------------------------------------------------------------------------- user

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report which cell the mouse points at."""
        self._point_at(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Report that the mouse points at none."""
        super().leaveEvent(event)
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        cell = self._cell_at(event.position())
        if cell is not None and event.button() is Qt.MouseButton.LeftButton:
            self._reached = cell
            self.cell_clicked.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a cell, or choose it."""
        if event.key() in ARROWS:
            down, across = ARROWS[Qt.Key(event.key())]
            row, column = self._reached
            self._reached = min(max(row + down, 0), self._count - 1), min(max(column + across, 0), self._count - 1)
            self.cell_pointed_at.emit(self._reached)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cell_clicked.emit(*self._reached)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, palette and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def _point_at(self, cell: tuple[int, int] | None) -> None:
        if cell != self._pointed_at:
            self._pointed_at = cell
            self.cell_pointed_at.emit(cell)
            self.update()

    def _cell_at(self, place: QPointF) -> tuple[int, int] | None:
        grid = self._grid()
        row, column = int((place.y() - grid.top) // grid.height), int((place.x() - grid.left) // grid.width)
        return (row, column) if 0 <= row < self._count and 0 <= column < self._count else None

    # ----------------------------------------------------------------------------------------------------- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heads and the cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = self._grid()
        self._paint_heads(painter, grid)
        shares = self._matrix / np.maximum(self._matrix.sum(1, keepdims=True), 1)
        counts, percents = self._texts(shares)
        first, second = (percents, counts) if self._in_percent else (counts, percents)
        fonts = CellType.fitting(self.font(), QSizeF(grid.width, grid.height), first.values(), second.values())
        grounds = cell_colours(shares, self.palette())
        for row in range(self._count):
            for column in range(self._count):
                area = self.cell_area(row, column)
                painter.fillRect(area.adjusted(0.5, 0.5, -0.5, -0.5), grounds[row][column])
                if (row, column) in first:
                    painter.setPen(ink_on(grounds[row][column], self.palette()))
                    fonts.paint(painter, area, first[row, column], second[row, column])
        self._paint_frames(painter)

    def _texts(self, shares: np.ndarray) -> tuple[dict[tuple[int, int], str], dict[tuple[int, int], str]]:
        """Return the counts and shares of the cells that are not empty; the framed ones never are."""
        filled = [(int(row), int(column)) for row, column in np.argwhere(self._matrix)]
        filled += [cell for cell in self._accented if cell not in filled]
        counts = {cell: whole_text(int(self._matrix[cell])) for cell in filled}
        return counts, {cell: percent_text(float(shares[cell])) for cell in filled}

    def _paint_heads(self, painter: QPainter, grid: "_Grid") -> None:
        em, middle, across = self.fontMetrics().height(), Qt.AlignmentFlag.AlignCenter, self._count * grid.width
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(self.font())
        # In the middle of the columns, but not beyond the edges.
        caption = self.fontMetrics().elidedText(self._caption, Qt.TextElideMode.ElideRight, self.width())
        width = self.fontMetrics().horizontalAdvance(caption) + 2
        x = max(0.0, min(grid.left + (across - width) / 2, self.width() - width))
        painter.drawText(QRectF(x, 0, width, em), middle, caption)
        painter.save()
        painter.translate(0.2 * em, grid.top + self._count * grid.height)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, self._count * grid.height, em), middle, self.tr("is"))
        painter.restore()
        for label, name in enumerate(self._pair.classes):
            font = axis_font(self.font(), bold=label in self._pair.labels)
            font.setPointSizeF(font.pointSizeF() * min(1.0, grid.height / (0.85 * QFontMetrics(font).height())))
            side = QRectF(1.3 * em, grid.top + label * grid.height, grid.left - 1.5 * em, grid.height)
            top = QRectF(grid.left + label * grid.width, grid.top - 1.4 * em, grid.width, 1.3 * em)
            for area, room in ((side, side.width()), (top, grid.width - 4)):
                fitting = font_of_names(font, self._pair.classes, room)
                painter.setFont(fitting)
                painter.drawText(area, middle | Qt.TextFlag.TextDontClip, cut_name(fitting, name, room))

    def _paint_frames(self, painter: QPainter) -> None:
        """Frame the cells that the page is about, the one whose digits are shown, and the one pointed at."""
        # Thin enough to leave room for the number.
        palette, thin = self.palette(), max(1.0, min(self.fontMetrics().height() / 10, self._grid().height / 14))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        text, accent = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Highlight)
        frames = [(cell, QPen(text, 1.5 * thin)) for cell in self._accented]
        if self.hasFocus():
            frames.append((self._reached, QPen(text, thin, Qt.PenStyle.DotLine)))
        if self._pointed_at is not None:
            frames.append((self._pointed_at, QPen(text, thin)))
        if self._chosen is not None:
            frames.append((self._chosen, QPen(accent, 2.2 * thin)))
        for cell, pen in frames:
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            inset = pen.widthF() / 2
            painter.drawRect(self.cell_area(*cell).adjusted(inset, inset, -inset, -inset))

    def _grid(self) -> "_Grid":
        em = self.fontMetrics().height()
        names = max(1.3 * em, width_of_names(axis_font(self.font(), bold=True), self._pair.classes) + 4)
        left, top = 1.5 * em + min(names, max(1.3 * em, _MOST_FOR_NAMES * self.width())), 2.5 * em
        height = max(1.0, (self.height() - top - 2) / self._count)
        width = max(1.0, min((self.width() - left - 2) / self._count, _WIDEST_CELL * height))
        return _Grid(left, top, width, height)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the cells begin and how large they are, in pixels."""

    left: float
    top: float
    width: float
    height: float
