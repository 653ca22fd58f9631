"""The list of runs: which are drawn, what they are called, how they compare."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import Session, run_name
from nnreg_gui.pages.runs.listed_runs import Entry, ListedRuns
from nnreg_gui.pages.runs.run_columns import NAME, REMOVE
from nnreg_gui.pages.runs.run_table import RunTable
from nnreg_gui.plots.drawn_run import DrawnRun, most_important


class RunList(RunTable):
    """Lists runs; a check mark shows or hides each; tiles and weights are about the selected one.

    Signals:
        changed: other runs are shown or selected, a run has a new name, or another is the baseline.
        undo_changed: there is now, or no longer, a removed run to restore.
    """

    changed = Signal()
    undo_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ListedRuns(), parent)
        self._editor.renamed.connect(self._rename)
        self.itemChanged.connect(self._take_check_mark)
        self.currentItemChanged.connect(self._tell_of_change)
        self.itemClicked.connect(self._click)

    # ------------------------------------------------------------------------------------------------ what is there

    def runs(self) -> list[DrawnRun]:
        """Return the runs drawn, according to their check marks, in the order of training.

        If there are more than a few, some stand out: the selected one, the baseline, and the newest.
        """
        selected, baseline = self._selected(), self._runs.baseline
        drawn = [
            DrawnRun(
                entry.history,
                entry.number,
                entry.name or self._names.get(entry, ""),
                entry.live,
                entry is selected,
                entry.repeats,
                None if entry.live else entry.epoch,
                entry is baseline,
                bool(entry.name),
            )
            for entry in self._runs.entries
            if entry.shown and (not self._solo or entry in (selected, baseline))
        ]
        strong = most_important(drawn)
        return [run if run in strong else replace(run, strong=False) for run in drawn]

    def selected(self) -> RunHistory | None:
        """Return the history of the selected run; of repeats, the first one's."""
        entry = self._selected()
        return entry.history if entry is not None else None

    def selected_repeats(self) -> tuple[RunHistory, ...]:
        """Return the repeats of the selected run, including itself; none for a single run."""
        entry = self._selected()
        return entry.repeats if entry is not None and len(entry.repeats) > 1 else ()

    @property
    def all_hidden(self) -> bool:
        """Whether there are runs, but none has a check mark."""
        return bool(self._runs.entries) and not any(entry.shown for entry in self._runs.entries)

    @property
    def can_undo(self) -> bool:
        """Whether there is a removed run to restore."""
        return self._runs.can_undo

    def session(self) -> Session:
        """Return all runs with what the user has done to them."""
        return self._runs.session(self._selected())

    # ----------------------------------------------------------------------------------------------------- runs come

    def add(self, history: RunHistory) -> None:
        """Add a run in progress, and select it; it may be one of several at a time.

        An earlier one that never left epoch 0 makes room for it.
        """
        for entry in self._runs.make_room():
            self._forget(entry)
        self._add_and_select([self._runs.add_live(history)])

    def set_ended(self, history: RunHistory | None = None) -> None:
        """Mark a run in progress as finished; without one, all of them."""
        for entry in self._runs.entries:
            if history is None or entry.history is history:
                entry.live = False
        self._runs.thin(self._selected())
        self.refresh()
        self._sort()

    @Slot(object)
    def add_finished(self, history: RunHistory, name: str = "") -> None:
        """Add a run trained elsewhere, under this name, if any; select it, unless one is in progress."""
        watched = self.currentItem() if any(entry.live for entry in self._runs.entries) else None
        self._add_and_select([self._runs.add_finished(history, name)])
        if watched is not None:
            self._make_current(watched)

    @Slot(object)
    def add_repeats(self, histories: Sequence[RunHistory]) -> None:
        """Add finished runs of one experiment with several seeds, at least one, as one entry, and select it."""
        self._add_and_select([self._runs.add_repeats(histories)])

    def add_to_repeats(self, history: RunHistory, repeat: RunHistory) -> None:
        """Add a finished run to the repeats that `history` belongs to; do nothing if that is gone for good."""
        entry = self._runs.of(history)
        if entry is not None:
            entry.repeats = (*entry.histories, repeat)
            self._runs.thin(self._selected())
            self.refresh()
            self._sort()
            self.changed.emit()

    def add_session(self, session: Session) -> None:
        """Add the runs of a session with their names, check marks and baseline; select the one that was selected."""
        added = self._runs.add_session(session)
        if added:
            last = added.get(session.selected or 0)
            others = [entry for entry in added.values() if entry is not last]
            self._add_and_select([*others, last] if last is not None else others)

    # ---------------------------------------------------------------------------------------- what the user does

    def select(self, history: RunHistory) -> None:
        """Select a run."""
        entry = self._runs.of(history)
        if entry in self._items:
            self._make_current(self._items[entry])

    def show_listed(self, experiment: Experiment) -> bool:
        """Set the check mark of a run of this experiment with the curves of all others; return whether there is one."""
        entry = self._runs.whole_run_of(experiment)
        if entry is not None:
            self._items[entry].setCheckState(NAME, Qt.CheckState.Checked)
        return entry is not None

    def find_run(self, experiment: Experiment) -> RunHistory | None:
        """Return a run of this experiment with the curves of all others, so that it need not be trained again."""
        entry = self._runs.whole_run_of(experiment)
        return entry.history if entry is not None else None

    def find_repeats(self, experiment: Experiment, seeds: int) -> tuple[RunHistory, ...]:
        """Return the runs of an entry with so many seeds of this experiment, from its own on; nothing without one."""
        entry = self._runs.whole_repeats_of(experiment, seeds)
        return entry.repeats if entry is not None else ()

    @property
    def is_empty(self) -> bool:
        """Whether there is no run, not even a hidden one."""
        return not self._runs.entries

    def show_only(self, histories: Sequence[RunHistory]) -> None:
        """Show these runs, or the repeats that they belong to, by their networks in use, and no others."""
        wanted = [self._runs.of(history) for history in histories]
        looked_back = [entry for entry in self._runs.entries if entry in wanted and entry.epoch is not None]
        for entry in looked_back:
            entry.epoch = None
        if not self._mark({entry: entry in wanted for entry in self._runs.entries}) and looked_back:
            self.changed.emit()

    def look_at(self, epoch: int | None) -> None:
        """Look back at an epoch of the selected run, or, given None, at the network in use."""
        entry = self._selected()
        if entry is not None and not entry.live and entry.epoch != epoch:
            entry.epoch = epoch
            self.changed.emit()

    @Slot()
    def hide_or_show_selected(self) -> None:
        """Clear the check marks of the selected runs, or set them if none has one."""
        chosen = self._chosen()
        self._mark(dict.fromkeys(chosen, not any(entry.shown for entry in chosen)))

    @Slot(bool)
    def set_solo(self, solo: bool) -> None:
        """Draw only the selected run and the baseline, or all that have a check mark."""
        self._solo = solo
        self._say_columns()
        self.changed.emit()

    @Slot()
    def hide_others(self) -> None:
        """Clear the check marks of all runs but the selected ones, or set all if no other has one."""
        chosen = self._chosen()
        others = [entry for entry in self._runs.entries if entry not in chosen]
        self._mark(dict.fromkeys(chosen, True) | dict.fromkeys(others, not any(entry.shown for entry in others)))

    @Slot()
    def remove_selected(self) -> None:
        """Remove the selected runs, except those in progress."""
        self._remove(self._chosen())

    @Slot()
    def remove_all(self) -> None:
        """Remove all runs, except those in progress."""
        self._remove(self._runs.entries)

    @Slot()
    def undo_remove(self) -> None:
        """Restore the runs removed last to their places, and select them."""
        back = self._runs.undo_remove()
        if back:
            with QSignalBlocker(self):
                for entry in back:
                    self._place(entry, self._runs.entries.index(entry))
                self._make_current(self._items[back[-1]])
                for entry in back:
                    self._items[entry].setSelected(True)
            self._tell_of_removal()

    @Slot()
    def make_baseline(self) -> None:
        """Compare the others with the selected run; if they already are, with none."""
        entry = self._selected()
        self._runs.baseline = None if entry is self._runs.baseline else entry
        self.refresh()
        self._sort()
        self.changed.emit()

    @Slot()
    def rename_selected(self) -> None:
        """Let the user type a name for the selected run."""
        item = self.currentItem()
        if item is not None:
            self.scrollToItem(item)
            self.editItem(item, NAME)

    def _add_and_select(self, entries: list[Entry]) -> None:
        """Show new entries; select the last of them."""
        with QSignalBlocker(self):
            for entry in self._runs.entries:
                if entry in entries:
                    self._place(entry, self.topLevelItemCount())
            self._make_current(self._items[entries[-1]])
        self._runs.thin(entries[-1])
        self.refresh()
        self._sort()
        self.scrollToItem(self._items[entries[-1]])
        self.changed.emit()

    def _mark(self, shown: Mapping[Entry, bool]) -> bool:
        """Set or clear check marks; say so if that changes any, and return whether it does."""
        changes = any(entry.shown != is_shown for entry, is_shown in shown.items())
        with QSignalBlocker(self):
            for entry, is_shown in shown.items():
                entry.shown = is_shown
                mark = Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked
                self._items[entry].setCheckState(NAME, mark)
        self.viewport().update()
        if changes:
            self.changed.emit()
        return changes

    def _remove(self, entries: Sequence[Entry]) -> None:
        over = [entry for entry in entries if not entry.live]
        if over:
            self._end_typing()  # while all rows are there: it sorts them
            self._runs.remove(over)
            for entry in over:
                self._forget(entry)
            current = self.currentItem()
            if current is not None:
                self._make_current(current)  # which is the selected one now
            self._tell_of_removal()

    def _tell_of_removal(self) -> None:
        self.refresh()
        self._sort()
        self.undo_changed.emit()
        self.changed.emit()

    # ------------------------------------------------------------------------------------------------------ clicking

    @Slot()
    def _tell_of_change(self) -> None:
        self.changed.emit()

    @Slot(QTreeWidgetItem, int)
    def _take_check_mark(self, item: QTreeWidgetItem, column: int) -> None:
        entry = self._entry(item)
        if entry is not None and column == NAME:
            entry.shown = item.checkState(NAME) is Qt.CheckState.Checked
            self.changed.emit()

    @Slot(object, str)
    def _rename(self, index: QModelIndex, name: str) -> None:
        entry = self._entry(self.itemFromIndex(index))
        if entry is not None:
            entry.name = "" if name == self._names[entry] else run_name(name)
            self.refresh()
            self._sort()
            self.changed.emit()

    @Slot(QTreeWidgetItem, int)
    def _click(self, item: QTreeWidgetItem, column: int) -> None:
        if column == REMOVE:
            self._remove([entry for entry, its_item in self._items.items() if its_item is item])
