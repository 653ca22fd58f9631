"""A table of numbers in coloured cells, some of which may be missing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnreg_gui.pages.parameters.heat_cells import Heads, HeatCell
from nnreg_gui.pages.parameters.heat_colours import hatching, heat_colour, ink_on_heat, line_pens
from nnreg_gui.plots.cell_type import CellType, axis_font
from nnreg_gui.widgets.keys import ARROWS

Place = tuple[int, int]  # row, from the top, and column


class HeatMap(QWidget):
    """Draws the cells that exist, hatches the others, and draws a line through the table where told to.

    Arrow keys choose another cell.

    Signals:
        cell_chosen: the user chose a cell, by mouse or keyboard: its row and its column.
        cell_pointed_at: the mouse has moved to a cell (row, column), or has left (None).
    """

    cell_chosen = Signal(int, int)
    cell_pointed_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads, self._cells = Heads(), dict[Place, HeatCell]()
        self._line: tuple[int, ...] = ()
        self._empty_text = ""
        self._chosen: Place | None = None
        self._pointed_at: Place | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the keyboard focus from another widget
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_heads(self, heads: Heads) -> None:
        """Say what the rows and columns are, and thereby how many there are."""
        if heads != self._heads:
            self._heads = heads
            self.update()

    def show_cells(self, cells: Mapping[Place, HeatCell]) -> None:
        """Show these cells; repeating the same ones costs nothing."""
        if cells != self._cells:
            self._cells = dict(cells)
            self._describe()
            self.update()

    def set_line(self, columns: Sequence[int]) -> None:
        """Draw a line through the table: in each row, this many cells lie left of it."""
        if tuple(columns) != self._line:
            self._line = tuple(columns)
            self.update()

    def set_chosen(self, place: Place | None) -> None:
        """Mark a cell."""
        if place != self._chosen:
            self._chosen = place
            self._describe()
            self.update()

    def set_empty_text(self, text: str) -> None:
        """Say what will appear here, while it is empty."""
        if text != self._empty_text:
            self._empty_text = text
            self._describe()
            self.update()

    @property
    def is_full(self) -> bool:
        """Whether no cell is missing."""
        return len(self._cells) == len(self._heads.rows) * len(self._heads.columns)

    def sizeHint(self) -> QSize:
        """Ask for cells that are two lines high."""
        em = self.fontMetrics().height()
        return QSize(34 * em, 17 * em)

    def minimumSizeHint(self) -> QSize:
        """Ask for cells that are less than a line high: text becomes smaller."""
        em = self.fontMetrics().height()
        return QSize(18 * em, round(5.5 * em))

    def cell_area(self, row: int, column: int) -> QRectF:
        """Return where a cell is."""
        table = self._table()
        width, height = table.width() / len(self._heads.columns), table.height() / len(self._heads.rows)
        return QRectF(table.left() + column * width, table.top() + row * height, width, height)

    # ---------------------------------------------------------------------------------------------------------- user

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report which cell the mouse points at."""
        self._point_at(self._place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Report that the mouse points at none."""
        super().leaveEvent(event)
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        place = self._place_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.cell_chosen.emit(*place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a neighbour of the chosen cell."""
        if event.key() not in ARROWS or not self._heads.rows or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        down, across = ARROWS[Qt.Key(event.key())]
        row, column = self._chosen or (0, 0)
        last_row, last_column = len(self._heads.rows) - 1, len(self._heads.columns) - 1
        self.cell_chosen.emit(min(max(row + down, 0), last_row), min(max(column + across, 0), last_column))

    def event(self, event: QEvent) -> bool:
        """Say, where the mouse rests, what is known about a cell."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(QPointF(event.pos()))
            cell = self._cells.get(place) if place is not None else None
            if place is not None and cell is not None:
                QToolTip.showText(event.globalPos(), cell.details, self, self.cell_area(*place).toRect())
                return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def _point_at(self, place: Place | None) -> None:
        if place != self._pointed_at:
            self._pointed_at = place
            self.cell_pointed_at.emit(place)
            self.update()

    def _place_at(self, point: QPointF) -> Place | None:
        table = self._table()
        if not self._heads.rows or not table.contains(point):
            return None
        row = int((point.y() - table.top()) / table.height() * len(self._heads.rows))
        column = int((point.x() - table.left()) / table.width() * len(self._heads.columns))
        return min(row, len(self._heads.rows) - 1), min(column, len(self._heads.columns) - 1)

    def _describe(self) -> None:
        cell = self._cells.get(self._chosen) if self._chosen is not None else None
        self.setAccessibleDescription(cell.details if cell is not None else self._empty_text)

    # ------------------------------------------------------------------------------------------------------- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw heads, cells, the line and the frames."""
        if not self._heads.rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter)
        size = self.cell_area(0, 0).size()
        kind = CellType.fitting(self.font(), QSizeF(size.width() - 4, size.height() - 2), self._texts(), ())
        hatched, ground = hatching(self.palette()), self.palette().color(QPalette.ColorRole.Base)
        for row in range(len(self._heads.rows)):
            for column in range(len(self._heads.columns)):
                area, cell = self.cell_area(row, column).adjusted(0.5, 0.5, -0.5, -0.5), self._cells.get((row, column))
                colour = heat_colour(cell.share) if cell is not None else ground
                painter.fillRect(area, colour)
                if cell is None:
                    painter.fillRect(area, hatched)
                else:
                    painter.setPen(ink_on_heat(colour))
                    painter.setFont(kind.first)
                    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cell.text)
        self._paint_line(painter)
        self._paint_frames(painter)
        self._paint_empty_text(painter)

    def _texts(self) -> list[str]:
        return [cell.text for cell in self._cells.values()] or ["100.0"]

    def _paint_heads(self, painter: QPainter) -> None:
        table, em, middle = self._table(), self.fontMetrics().height(), Qt.AlignmentFlag.AlignCenter
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(self.font())
        captions = (
            (QRectF(0, 0, table.left() - 0.4 * em, em), self._heads.row_caption, Qt.AlignmentFlag.AlignRight),
            (QRectF(table.left(), 0, table.width(), em), self._heads.column_caption, middle),
        )
        for area, caption, aligned in captions:
            painter.drawText(area, aligned | Qt.TextFlag.TextDontClip, caption)
        painter.setFont(axis_font(self.font(), bold=False))
        for column, text in enumerate(self._heads.columns):
            area = self.cell_area(0, column)
            painter.drawText(QRectF(area.left(), em, area.width(), 1.3 * em), middle | Qt.TextFlag.TextDontClip, text)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        for row, text in enumerate(self._heads.rows):
            area = self.cell_area(row, 0)
            painter.drawText(QRectF(0, area.top(), table.left() - 0.4 * em, area.height()), right, text)

    def _paint_line(self, painter: QPainter) -> None:
        """Draw the line in two colours, so that it is visible on every ground."""
        if len(self._line) != len(self._heads.rows):
            return
        path = QPainterPath()
        for row, count in enumerate(self._line):
            area = self.cell_area(row, count)
            for point in (area.topLeft(), area.bottomLeft()):
                path.lineTo(point) if path.elementCount() else path.moveTo(point)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in line_pens(self.fontMetrics().height()):
            painter.setPen(pen)
            painter.drawPath(path)

    def _paint_frames(self, painter: QPainter) -> None:
        """Frame the chosen cell, and the one that the mouse points at."""
        thin = max(1.2, min(self.fontMetrics().height() / 8, self.cell_area(0, 0).height() / 16))
        frames = [(self._pointed_at, thin)] if self._pointed_at is not None else []
        frames += [(self._chosen, 2.4 * thin if self.hasFocus() else 1.7 * thin)] if self._chosen is not None else []
        for place, width in frames:
            inset = width / 2
            for colour, share in ((QPalette.ColorRole.Base, 1.7), (QPalette.ColorRole.Highlight, 1.0)):
                pen = QPen(self.palette().color(colour), share * width)
                pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
                painter.setPen(pen)
                painter.drawRect(self.cell_area(*place).adjusted(inset, inset, -inset, -inset))

    def _paint_empty_text(self, painter: QPainter) -> None:
        if self._empty_text:
            em, table = self.fontMetrics().height(), self._table()
            words = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            room = table.adjusted(1.5 * em, 0, -1.5 * em, 0)
            painter.setFont(self.font())
            area = QRectF(painter.boundingRect(room, words, self._empty_text))
            painter.fillRect(
                area.adjusted(-em / 2, -em / 2, em / 2, em / 2), self.palette().color(QPalette.ColorRole.Base)
            )
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(room, words, self._empty_text)

    def _table(self) -> QRectF:
        """Return where the cells are."""
        em = self.fontMetrics().height()
        metrics = QFontMetricsF(axis_font(self.font(), bold=False))
        heads = [metrics.horizontalAdvance(text) for text in self._heads.rows]
        caption = QFontMetricsF(self.font()).horizontalAdvance(self._heads.row_caption)
        left = max([*heads, caption], default=0.0) + 0.6 * em
        top = 2.4 * em
        return QRectF(left, top, max(1.0, self.width() - left - 2), max(1.0, self.height() - top - 2))
