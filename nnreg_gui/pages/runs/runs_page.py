"""What differs between the runs? Their settings and figures side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableView,
    QWidget,
)

from nnreg_gui.pages.page import Page
from nnreg_gui.pages.runs.runs_model import RunsModel
from nnreg_gui.pages.runs.runs_sentences import conclude
from nnreg_gui.pages.runs.settings_table import ROWS
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.button import Button, CheckBox
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column, row

_ONLY_KEY, _COPY_KEY = "V", "U"
_NARROWEST, _NARROWEST_OF_REPEATS, _WIDEST = 9, 11, 24  # widths of a run's column in lines of text


class RunsPage(Page):
    """Places the table with its conclusion, a choice of rows, and a button that copies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: Sequence[DrawnRun] = ()
        self._copied = False
        self._concluded_from: object = None  # the state of the runs then
        self.model, self.table = RunsModel(self), QTableView()
        self.only_differing, self.copy_button = CheckBox(_ONLY_KEY), Button(_COPY_KEY)
        self._about, self._empty = ElidedLabel(), QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.only_differing.setChecked(True)
        self._prepare_table()
        head = row((self._about, 1), self.only_differing, self.copy_button)
        column(self.conclusion, head, (self.table, 1), (self._empty, 1), parent=self, margins=PAGE_MARGINS)
        self.only_differing.toggled.connect(self._show_rows)
        self.only_differing.toggled.connect(self._show_texts)
        self.copy_button.clicked.connect(self.copy)
        self.model.dataChanged.connect(self._show_rows)
        self.model.modelReset.connect(self._show_rows)
        self.retranslate()

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Show these runs, as far as they have recorded anything."""
        before, self._runs = self._repeated(), [run for run in runs if len(run.history)]
        self.model.show_runs(self._runs)
        if self._repeated() != before:
            self.fit()
        self._show_texts()
        self._conclude()

    @Slot()
    def copy(self) -> None:
        """Put the visible rows on the clipboard."""
        QGuiApplication.clipboard().setText(self.model.as_text(self._rows_seen()))
        self._copied = True
        self._show_texts()

    def retranslate(self) -> None:
        self.only_differing.set_texts(
            self.tr("Only what differs"), self.tr("Leave out the rows in which all runs are equal")
        )
        self.copy_button.set_texts(
            self.tr("Copy"), self.tr("Copy the table for a spreadsheet: columns are parted by tabs")
        )
        self.table.setAccessibleName(self.tr("Settings and figures of the runs"))
        self.model.retranslate()
        self._show_texts()
        self._concluded_from = None
        self._conclude()

    def fit(self) -> None:
        """Divide the width among the runs; if there is too little, the table scrolls."""
        em, runs = self.fontMetrics().height(), max(1, len(self._runs))
        room = self.width() - PAGE_MARGINS[0] - PAGE_MARGINS[2]  # also of a table that is only about to appear
        width = (room - self.table.verticalHeader().sizeHint().width() - 2 * em) // runs
        narrowest = _NARROWEST_OF_REPEATS if any(self._repeated()) else _NARROWEST
        self.table.horizontalHeader().setDefaultSectionSize(min(max(width, narrowest * em), _WIDEST * em))
        self.table.verticalHeader().setDefaultSectionSize(3 * em // 2)

    def _repeated(self) -> list[bool]:
        """Return for each run whether it has repeats, whose figures take more room."""
        return [len(run.repeats) > 1 for run in self._runs]

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and font, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyle()
            self.fit()

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the keyboard focus from another widget
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        across, down = table.horizontalHeader(), table.verticalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for header in (across, down):
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._restyle()

    def _restyle(self) -> None:
        self.model.set_style(self.palette(), self.fontMetrics().height())
        for header in (self.table.horizontalHeader(), self.table.verticalHeader()):
            palette = header.palette()  # draws the space beside its last section
            palette.setColor(QPalette.ColorRole.Window, QGuiApplication.palette().window().color())
            header.setPalette(palette)

    def _rows_seen(self) -> list[int]:
        only = self.only_differing.isChecked()
        return [row for row in range(ROWS) if not (only and self.model.is_equal(row))]

    @Slot()
    def _show_rows(self) -> None:
        self._copied = False  # or another table
        seen = set(self._rows_seen())
        for place in range(ROWS):
            if self.table.isRowHidden(place) == (place in seen):
                self.table.setRowHidden(place, place not in seen)

    @Slot()
    def _show_texts(self) -> None:
        self.table.setVisible(bool(self._runs))
        self._empty.setVisible(not self._runs)
        self.copy_button.setEnabled(bool(self._runs))
        empty = self.tr(
            "Here the settings and the figures of the runs will stand side by side. Press Space to train one, "
            "then change a setting and train another."
        )
        self._empty.setText(self.hidden_text() if self.all_hidden else empty)
        self._about.setText(self._about_table() if self._runs else "")

    def _conclude(self) -> None:
        """Compare two runs again if one of them has gone on, or others are compared."""
        state = [(run.histories, len(run.history), run.live, run.selected, run.baseline) for run in self._runs]
        if state != self._concluded_from:
            self._concluded_from = state
            conclude(self.conclusion, self._runs)

    def _about_table(self) -> str:
        if self._copied:
            return self.tr("The table is on the clipboard.")
        baseline = next((run for run in self._runs if run.baseline), None)
        if baseline is not None:
            return self.tr("★ marks the best value; in brackets: the difference to run {0} (◆).").format(
                baseline.number
            )
        if len(self._runs) > 1:
            return self.tr("★ marks the best value. Press B: the selected run becomes the baseline of the others.")
        return self.tr("With two or more runs, only the rows in which they differ are shown.")
