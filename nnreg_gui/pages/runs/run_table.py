"""The rows of the list of runs: how they are filled, sorted and fitted."""

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeWidget, QTreeWidgetItem, QWidget

from nnreg_gui.pages.runs.listed_runs import Entry, ListedRuns
from nnreg_gui.pages.runs.run_columns import COLUMNS, DIFFERENCE, NAME, REMOVE, column_help, column_titles
from nnreg_gui.pages.runs.run_header import RunHeader
from nnreg_gui.pages.runs.run_name_editor import EDITED_NAME, RunNameEditor
from nnreg_gui.pages.runs.run_rows import BASELINE_MARK, auto_names, row_figures, row_name, row_tool_tip, run_swatch
from nnreg_gui.widgets.number_row import digit_of

translate = QCoreApplication.translate
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RunTable(QTreeWidget):
    """Shows `ListedRuns`, one row each; the current row is the selected run."""

    def __init__(self, runs: ListedRuns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._items: dict[Entry, QTreeWidgetItem] = {}
        self._names: dict[Entry, str] = {}  # what each is called by what differs
        self._filled: dict[Entry, tuple[object, ...]] = {}  # what decides what each row says, as filled in
        self._solo = False  # whether only the selected run and the baseline are drawn
        self._typed, self._typed_at = "", 0  # digits of a run's number, and when the last of them came
        self._editor, self._header = RunNameEditor(self), RunHeader(self)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # F2 is taken
        self.setItemDelegateForColumn(NAME, self._editor)
        self._editor.closeEditor.connect(self._sort)  # what was put off while a name was being typed
        self._editor.closeEditor.connect(self._give_keyboard_back)
        self._header.sort_changed.connect(self._sort)
        self.retranslate()

    @Slot()
    def refresh(self) -> None:
        """Fill in names and figures of those rows that now say something else."""
        entries, baseline = self._runs.entries, self._runs.baseline
        self._names = dict(zip(entries, auto_names(entries), strict=True))
        look = (self.palette().cacheKey(), self.fontMetrics().height())
        compared = (baseline, baseline.state if baseline is not None else ())
        with QSignalBlocker(self):
            for entry in entries:
                says = (self._names[entry], entry.state, compared, look)
                if self._filled.get(entry) != says:
                    self._filled[entry] = says
                    self._fill_whole(entry)
        self.fit()

    @Slot()
    def refresh_live(self) -> None:
        """Fill in the figures of the runs in progress: cheap enough for 30 times a second."""
        baseline = self._runs.baseline
        with QSignalBlocker(self):
            for entry in self._runs.entries:
                if entry.live or (baseline is not None and baseline.live):
                    self._fill(entry)

    def fit(self) -> None:
        """Leave out what there is no room for."""
        entries = self._runs.entries
        repeats = any(len(entry.repeats) > 1 for entry in entries)
        self._header.share(repeats=repeats, difference=self._runs.baseline is not None)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._say_columns()
        self._filled.clear()
        self.refresh()

    def _say_columns(self) -> None:
        titles, help_texts = column_titles(solo=self._solo), column_help()
        self.setHeaderLabels([titles[column] for column in range(REMOVE + 1)])
        for column, help_text in help_texts.items():
            self.headerItem().setToolTip(column, help_text)
            self.headerItem().setTextAlignment(column, _RIGHT if column in COLUMNS else Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(column_titles()[NAME])
        self.setToolTip(help_texts[NAME])

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, palette and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self.fit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit a name; two quick clicks on a check mark, or on a cross, are two clicks."""
        place = event.position().toPoint()
        index, item = self.indexAt(place), self.itemAt(place)
        if item is not None and index.column() == NAME and place.x() > self._text_left(index):
            self.editItem(item, NAME)
        else:
            super().mouseDoubleClickEvent(event)

    @Slot()
    def _give_keyboard_back(self) -> None:
        """Give digits back to the page once a name has been typed, as after a number."""
        self.clearFocus()

    def event(self, event: QEvent) -> bool:
        """Keep the digit keys, identified by position, from triggering anything else while this has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and digit_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select the run with a number; digits that follow quickly belong to the same number."""
        digit = digit_of(event)
        if not digit:
            super().keyPressEvent(event)
            return
        follows = event.timestamp() - self._typed_at < QApplication.keyboardInputInterval()
        self._typed, self._typed_at = (self._typed if follows else "") + digit, event.timestamp()
        items = {entry.number: item for entry, item in self._items.items()}
        item = items.get(int(self._typed), items.get(int(digit)))
        if item is not None:
            self._make_current(item)

    def _text_left(self, index: QModelIndex) -> int:
        """Return where a run's name begins, right of check mark and swatch."""
        return self.visualRect(index).left() + 2 * self.fontMetrics().height()

    def _fill_whole(self, entry: Entry) -> None:
        item, palette = self._items[entry], self.palette()
        item.setIcon(NAME, run_swatch(entry.number, palette, self.fontMetrics().height()))
        item.setText(REMOVE, "" if entry.live else "✕")
        item.setToolTip(REMOVE, translate("RunList", "Remove this run (Ctrl+Z brings it back)"))
        self._fill(entry)

    def _fill(self, entry: Entry) -> None:
        """Fill in what may change at every epoch: changes in mid-run and figures."""
        item, baseline, name = self._items[entry], self._runs.baseline, self._names[entry]
        item.setText(NAME, row_name(entry, name, is_baseline=entry is baseline))
        item.setData(NAME, EDITED_NAME, entry.name or name)
        item.setToolTip(NAME, row_tool_tip(entry))
        figures = row_figures(entry, baseline)
        for column, kind in COLUMNS.items():
            item.setText(column, kind.write(figures))
        if entry is baseline:
            item.setText(DIFFERENCE, BASELINE_MARK)

    # ------------------------------------------------------------------------------------------------------- placing

    @property
    def _is_edited(self) -> bool:
        """Whether a name is being typed."""
        return self.state() is QAbstractItemView.State.EditingState

    def _entry(self, item: QTreeWidgetItem | None) -> Entry | None:
        return next((entry for entry, its_item in self._items.items() if its_item is item), None)

    def _selected(self) -> Entry | None:
        return self._entry(self.currentItem())

    def _make_current(self, item: QTreeWidgetItem) -> None:
        """Select a row alone, whichever keys are held: with Ctrl, Qt would add it to the others."""
        command = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.setCurrentItem(item, NAME, command)

    def _chosen(self) -> list[Entry]:
        """Return the highlighted runs, or else the selected one."""
        chosen = [entry for entry, item in self._items.items() if item.isSelected()]
        selected = self._selected()
        return chosen or ([selected] if selected is not None else [])

    def _place(self, entry: Entry, row: int) -> None:
        item = self._items[entry] = QTreeWidgetItem()
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
        item.setCheckState(NAME, Qt.CheckState.Checked if entry.shown else Qt.CheckState.Unchecked)
        for column in COLUMNS:
            item.setTextAlignment(column, _RIGHT)
        self.insertTopLevelItem(row, item)

    def _end_typing(self) -> None:
        if self._is_edited:
            self._editor.finish()

    def _forget(self, entry: Entry) -> None:
        self._end_typing()
        self._filled.pop(entry, None)
        with QSignalBlocker(self):
            self.takeTopLevelItem(self.indexOfTopLevelItem(self._items.pop(entry)))

    @Slot()
    def _sort(self) -> None:
        """Put the rows in the chosen order: when something has happened, not while a run is in progress.

        Nor while a name is being typed: rows that are taken out and put back lose their editor.
        """
        if self._is_edited:
            return
        entries, items = self._runs.entries, self._items
        wanted = [items[entry] for entry in self._header.in_order(entries, self._runs.baseline, self._names)]
        if wanted == [self.topLevelItem(row) for row in range(self.topLevelItemCount())]:
            return
        current, chosen = self.currentItem(), self.selectedItems()
        with QSignalBlocker(self):
            while self.topLevelItemCount():
                self.takeTopLevelItem(0)
            self.addTopLevelItems(wanted)
            if current is not None:
                self._make_current(current)
            for item in chosen:
                item.setSelected(True)
