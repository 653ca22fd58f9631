"""The runs of the day: which are drawn, what they are called, how they ended."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.outcome import gap_text
from nnreg_gui.panels.experiment_text import change_text, run_names, whole_experiment_text
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.texts import percent_text, whole_text

_NAME, _EPOCH, _TRAINING, _VALIDATION, _GAP, _TEST, _REMOVE = range(7)


@dataclass(slots=True)
class _Entry:
    """A run in the list."""

    history: RunHistory
    number: int
    item: QTreeWidgetItem
    name: str = ""


class RunList(QTreeWidget):
    """Lists runs; a check mark shows or hides each, the selected one is what tiles and weights speak of.

    Signals:
        changed: other runs are shown or selected.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[_Entry] = []
        self._live: RunHistory | None = None
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setColumnCount(7)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.itemChanged.connect(self._tell_of_change)
        self.currentItemChanged.connect(self._tell_of_change)
        self.itemClicked.connect(self._click)
        self.retranslate()

    def add(self, history: RunHistory) -> None:
        """Add a run that is going on, and select it. An earlier one that never left epoch 0 makes room for it."""
        if self._entries and len(self._entries[-1].history) <= 1:
            self._remove(self._entries[-1])
        number = max((entry.number for entry in self._entries), default=0) + 1
        item = QTreeWidgetItem()
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_NAME, Qt.CheckState.Checked)
        for column in range(_EPOCH, _REMOVE):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._live = history
        self._entries.append(_Entry(history, number, item))
        self.addTopLevelItem(item)
        self.setCurrentItem(item)
        self.scrollToItem(item)
        self.refresh()

    def set_ended(self) -> None:
        """The run that was going on is over."""
        self._live = None
        self.refresh()

    def runs(self) -> list[DrawnRun]:
        """Return the runs whose check mark says that they are drawn."""
        return [
            DrawnRun(entry.history, entry.number, entry.name, entry.history is self._live, self._is_selected(entry))
            for entry in self._entries
            if entry.item.checkState(_NAME) is Qt.CheckState.Checked
        ]

    def selected(self) -> RunHistory | None:
        """Return the history of the selected run."""
        return next((entry.history for entry in self._entries if self._is_selected(entry)), None)

    @property
    def all_hidden(self) -> bool:
        """Whether there are runs, but none has a check mark."""
        return bool(self._entries) and not self.runs()

    @Slot()
    def hide_or_show_selected(self) -> None:
        """Take away or set the check mark of the selected run."""
        item = self.currentItem()
        if item is not None:
            is_shown = item.checkState(_NAME) is Qt.CheckState.Checked
            item.setCheckState(_NAME, Qt.CheckState.Unchecked if is_shown else Qt.CheckState.Checked)

    @Slot()
    def remove_selected(self) -> None:
        """Remove the selected run, unless it is going on."""
        entry = next((entry for entry in self._entries if self._is_selected(entry)), None)
        if entry is not None and entry.history is not self._live:
            self._remove(entry)
            self.refresh()
            self.changed.emit()

    @Slot()
    def refresh(self) -> None:
        """Fill in names and figures."""
        names = run_names([entry.history.experiment for entry in self._entries])
        with QSignalBlocker(self):
            for entry, name in zip(self._entries, names, strict=True):
                entry.name = name
                self._fill(entry)

    @Slot()
    def refresh_live(self) -> None:
        """Fill in the figures of the run that is going on: cheap enough for 30 times a second."""
        with QSignalBlocker(self):
            for entry in self._entries:
                if entry.history is self._live:
                    self._fill_figures(entry)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        titles = (
            self.tr("Runs"),
            self.tr("Epoch"),
            self.tr("Training"),
            self.tr("Validation"),
            self.tr("Gap"),
            self.tr("Test"),
            "",
        )
        self.setHeaderLabels(titles)
        self.setAccessibleName(self.tr("Runs"))
        help_text = self.tr("A check mark shows a run in the plots; the selected one is shaded.")
        self.setToolTip(help_text)
        self.headerItem().setToolTip(_NAME, help_text)
        self.headerItem().setToolTip(
            _TEST, self.tr("Accuracy on the test images: measured once, when a run has ended.")
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, palette and font."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.refresh()
        super().changeEvent(event)

    def _is_selected(self, entry: _Entry) -> bool:
        return entry.item is self.currentItem()

    def _fill(self, entry: _Entry) -> None:
        item = entry.item
        item.setIcon(_NAME, self._swatch(run_colour(entry.number, self.palette())))
        item.setText(_REMOVE, "" if entry.history is self._live else "✕")
        item.setToolTip(_REMOVE, self.tr("Remove this run"))
        self._fill_figures(entry)

    def _fill_figures(self, entry: _Entry) -> None:
        """Fill in what may be new at every epoch: changes in mid-run and figures."""
        item, history, newest = entry.item, entry.history, entry.history.newest
        changes = [change_text(change.before, change.after) for change in history.changes]
        item.setText(_NAME, f"{entry.number}   " + "; ".join([entry.name, *changes]))
        item.setToolTip(_NAME, "; ".join([whole_experiment_text(history.experiment), *changes]))
        if newest is None:
            return
        item.setText(_EPOCH, whole_text(newest.epoch))
        item.setText(_TRAINING, percent_text(newest.training_accuracy))
        item.setText(_VALIDATION, percent_text(newest.validation_accuracy))
        item.setText(_GAP, gap_text(newest.training_accuracy - newest.validation_accuracy))
        item.setText(_TEST, "" if history.test_accuracy is None else percent_text(history.test_accuracy, 2))

    def _swatch(self, colour: QColor) -> QIcon:
        side = self.fontMetrics().height()
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour)
        painter.setPen(QPen(self.palette().base().color(), side / 10))  # it must be seen on the selected row, too
        painter.drawEllipse(QPoint(side // 2, side // 2), side * 2 // 5, side * 2 // 5)
        painter.end()
        return QIcon(pixmap)

    def _remove(self, entry: _Entry) -> None:
        self._entries.remove(entry)
        self.takeTopLevelItem(self.indexOfTopLevelItem(entry.item))

    @Slot()
    def _tell_of_change(self) -> None:
        self.changed.emit()

    @Slot(QTreeWidgetItem, int)
    def _click(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _REMOVE:
            self.setCurrentItem(item)
            self.remove_selected()
