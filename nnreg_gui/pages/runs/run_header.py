"""The header of the list of runs: how wide its columns are, and which one it is sorted by."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTreeWidget

from nnreg_gui.pages.runs.listed_runs import Entry
from nnreg_gui.pages.runs.run_columns import COLUMNS, DIFFERENCE, LEAVE_OUT, NAME, REMOVE
from nnreg_gui.pages.runs.run_rows import row_figures

_NAME_EMS = 19  # room for a name; less important columns make way for it
_UNSORTED = -1


class RunHeader(QObject):
    """Manages the header of a list of runs.

    Signals:
        sort_changed: the user has chosen another order.
    """

    sort_changed = Signal()

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        self._column, self._order = _UNSORTED, Qt.SortOrder.AscendingOrder
        tree.setColumnCount(REMOVE + 1)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(1)
        for column in range(REMOVE + 1):
            mode = QHeaderView.ResizeMode.Stretch if column == NAME else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
        header.sectionClicked.connect(self._choose)

    def share(self, *, repeats: bool, difference: bool) -> None:
        """Give each column its room, the name the rest; leave out the less important ones if that is too little.

        Args:
            repeats: whether there are figures with a spread.
            difference: whether there is a baseline.
        """
        em = self._tree.fontMetrics().height()
        widths = {column: self._width(column, repeats) for column in (*COLUMNS, REMOVE)}
        left_out = set() if difference else {DIFFERENCE}
        for column in LEAVE_OUT:
            taken = sum(width for one, width in widths.items() if one not in left_out)
            if self._tree.viewport().width() - taken >= _NAME_EMS * em:
                break
            left_out.add(column)
        for column, width in widths.items():
            self._tree.setColumnHidden(column, column in left_out)
            self._tree.setColumnWidth(column, width)

    def in_order(self, entries: Sequence[Entry], baseline: Entry | None, names: Mapping[Entry, str]) -> list[Entry]:
        """Return the entries in the chosen order; equal ones, and those without a figure, in the order of training."""
        descending = self._order is Qt.SortOrder.DescendingOrder
        if self._column == NAME:
            return sorted(entries, key=lambda entry: (entry.name or names[entry]).casefold(), reverse=descending)
        if self._column not in COLUMNS:
            return list(entries)
        figures = {entry: row_figures(entry, baseline).get(COLUMNS[self._column].figure) for entry in entries}
        known = {entry: figure.mean for entry, figure in figures.items() if figure is not None}
        if self._column == DIFFERENCE and baseline is not None:
            known[baseline] = 0.0
        ordered = sorted(known, key=lambda entry: -known[entry] if descending else known[entry])
        return [*ordered, *(entry for entry in entries if entry not in known)]

    def _width(self, column: int, repeats: bool) -> int:
        em, metrics = self._tree.fontMetrics().height(), self._tree.fontMetrics()
        if column == REMOVE:
            return 2 * em
        kind = COLUMNS[column]
        text = metrics.horizontalAdvance(kind.widest_of_repeats if repeats else kind.widest)
        title = metrics.horizontalAdvance(self._tree.headerItem().text(column))
        return max(text + em, title + 3 * em // 2)  # the arrow of the sorted column stands beside its title

    @Slot(int)
    def _choose(self, column: int) -> None:
        """Sort by a column, the best first; on a second click the other way round, on a third as before."""
        if column == REMOVE:
            return
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        first = down if column in COLUMNS and COLUMNS[column].highest_first else up
        if column != self._column:
            self._column, self._order = column, first
        elif self._order is first:
            self._order = up if first is down else down
        else:
            self._column = _UNSORTED
        header = self._tree.header()
        header.setSortIndicatorShown(self._column != _UNSORTED)
        header.setSortIndicator(self._column, self._order)
        self.sort_changed.emit()
