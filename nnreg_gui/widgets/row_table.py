"""A table of a few rows that asks for room for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

BEST_SIGN = "★\N{NO-BREAK SPACE}"  # before the best figure of a column


class RowTable(QTreeWidget):
    """The first column names the rows and takes the spare room; the others are figures."""

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(columns)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(10)
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)

    def name_columns(self, titles: Sequence[tuple[str, str]]) -> None:
        """Name the columns; each title comes with a hover help."""
        self.setHeaderLabels([title for title, _ in titles])
        for column, (_, help_text) in enumerate(titles):
            self.headerItem().setToolTip(column, help_text)
            if column:
                self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)

    def add_row(self) -> QTreeWidgetItem:
        """Add an empty row."""
        item = QTreeWidgetItem()
        for column in range(1, self.columnCount()):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addTopLevelItem(item)
        self.updateGeometry()
        return item

    @staticmethod
    def mark_best(item: QTreeWidgetItem, column: int, *, best: bool) -> None:
        """Mark a figure, just filled in, with a star and bold type if it is the best of its column; else unmark it."""
        font = item.font(column)
        font.setBold(best)
        item.setFont(column, font)
        if best:
            item.setText(column, BEST_SIGN + item.text(column))

    def sizeHint(self) -> QSize:
        """Ask for all rows."""
        rows = self.topLevelItemCount() * self.sizeHintForRow(0) + self.header().sizeHint().height()
        return QSize(super().sizeHint().width(), rows + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Ask for room for three rows."""
        return QSize(0, 4 * self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
