"""The table “what differs” as Qt asks for it: one row per setting or figure, one column per run."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPalette

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.runs.run_rows import BASELINE_MARK, run_swatch
from nnreg_gui.pages.runs.settings_table import ROWS, SETTING_ROWS, Cell, RunColumn, row_titles, table_rows
from nnreg_gui.plots.drawn_run import DrawnRun

_NBSP = "\N{NO-BREAK SPACE}"
_FOR_SPREADSHEETS = str.maketrans({_NBSP: " ", "\N{MINUS SIGN}": "-"})  # which accept no other signs in numbers
_BEST = f"★{_NBSP}"
_Index = QModelIndex | QPersistentModelIndex


class RunsModel(QAbstractTableModel):
    """Holds the cells of the shown runs; reports only those that have changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: list[DrawnRun] = []
        self._columns: dict[tuple[RunHistory, ...], RunColumn] = {}
        self._rows: list[list[Cell]] = [[] for _ in range(ROWS)]
        self._titles = row_titles()
        self._heads: tuple[object, ...] = ()
        self._palette, self._em = QPalette(), 16

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Hold these runs; do nothing if nothing has changed."""
        heads = tuple((run.histories, run.number, run.name, run.baseline) for run in runs)
        self._runs = list(runs)
        self._columns = {run.histories: self._columns.get(run.histories) or RunColumn() for run in runs}
        is_new = [self._columns[run.histories].fill(run) for run in runs]
        if heads != self._heads:
            self.beginResetModel()
            self._heads, self._rows = heads, self._cells()
            self.endResetModel()
        elif any(is_new):
            self._update(self._cells())

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.beginResetModel()
        self._titles, self._columns, self._heads = row_titles(), {}, ()
        self._rows = [[] for _ in range(ROWS)]
        runs, self._runs = self._runs, []
        self.endResetModel()
        self.show_runs(runs)

    def set_style(self, palette: QPalette, em: int) -> None:
        """Draw in these colours, with swatches as high as a line of text, in pixels."""
        self.beginResetModel()
        self._palette, self._em = palette, em
        self.endResetModel()

    def is_equal(self, row: int) -> bool:
        """Return whether a row is the same for all of several runs."""
        cells = self._rows[row]
        return len(cells) > 1 and len({cell.text for cell in cells}) == 1

    def as_text(self, rows: Sequence[int]) -> str:
        """Return these rows as text for a spreadsheet, with tabs between the runs."""
        lines = [["", *(f"{run.number} {run.name}" for run in self._runs)]]
        lines += [[self._titles[row], *(cell.text for cell in self._rows[row])] for row in rows]
        return "".join("\t".join(line).translate(_FOR_SPREADSHEETS) + "\n" for line in lines)

    # ---------------------------------------------------------------------------------------------- what Qt asks for

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many settings and figures there are."""
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many runs there are."""
        return 0 if parent.isValid() else len(self._rows[0])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says, and how it looks."""
        cell = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                difference = f"{2 * _NBSP}({cell.difference})" if cell.difference else ""
                return f"{_BEST if cell.best else ''}{cell.text}{difference}"
            case Qt.ItemDataRole.FontRole if cell.best:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.ForegroundRole if self.is_equal(index.row()):
                return self._faint()
            case Qt.ItemDataRole.BackgroundRole if index.row() >= SETTING_ROWS:
                return self._palette.alternateBase().color()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the titles of the rows, or the number, name and colour of the runs."""
        if orientation is Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._titles[section]
            return self._faint() if role == Qt.ItemDataRole.ForegroundRole and self.is_equal(section) else None
        run = self._runs[section]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return f"{run.number}  {BASELINE_MARK + ' ' if run.baseline else ''}{run.name}"
            case Qt.ItemDataRole.DecorationRole:
                return run_swatch(run.number, self._palette, self._em)
        return None

    def _cells(self) -> list[list[Cell]]:
        baseline = next((place for place, run in enumerate(self._runs) if run.baseline), None)
        return table_rows([self._columns[run.histories] for run in self._runs], baseline)

    def _update(self, rows: list[list[Cell]]) -> None:
        """Take new cells, and report the rows in which something has changed."""
        before, self._rows = self._rows, rows
        for row, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(new) - 1))
                if [cell.text for cell in old] != [cell.text for cell in new]:
                    self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)  # it may have become equal

    def _faint(self) -> QColor:
        return self._palette.color(QPalette.ColorRole.PlaceholderText)
