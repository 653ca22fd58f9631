"""The table of the race: where each rule stops, and what network it restores."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTreeWidgetItem, QWidget

from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.stopping.rule_race import Finish, last_finish, lowest_cost, winner
from nnreg_gui.panels.stopping_text import condition_text, rule_text
from nnreg_gui.widgets.room import Roomy
from nnreg_gui.widgets.row_table import RowTable
from nnreg_gui.widgets.texts import number_text, percent_text, whole_text

_NOTHING = "–"
_RULE, _STOP, _BEST, _COST, _ACCURACY, _SAVED = range(6)


class RaceTable(Roomy, RowTable):
    """Lists the rules, and below them the run itself; a star marks what comes out best, perhaps the run itself.

    Signals:
        rule_selected: the place of the rule that the user has selected, or None.
    """

    rule_selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(6, parent)
        self._shown: tuple[object, ...] = ()
        self._items: list[QTreeWidgetItem] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.currentItemChanged.connect(self._select)

    def selected(self) -> int | None:
        """Return the place of the selected rule."""
        return next((place for place, item in enumerate(self._items[:-1]) if item is self.currentItem()), None)

    def follow_room(self) -> None:
        """Leave out all figures except where a rule stops, and the accuracy."""
        for column in (_BEST, _COST, _SAVED):
            self.setColumnHidden(column, self.compact)

    def select(self, place: int) -> None:
        """Select a rule."""
        self.setCurrentItem(self._items[place])

    def show_race(
        self,
        rules: Sequence[StoppingSpec],
        finishes: Sequence[Finish | None],
        history: RunHistory | None,
        *,
        live: bool,
    ) -> None:
        """Fill in where the rules stop a run; repeating the same costs nothing."""
        epochs = len(history) - 1 if history is not None else -1
        shown = (tuple(rules), tuple(finishes), history, epochs, live)
        if shown == self._shown:
            return
        self._shown = shown
        with QSignalBlocker(self):
            self._have_rows(len(rules) + 1)
            not_yet = self.tr("not yet") if live else _NOTHING
            why = self.tr("Does not stop by epoch {0}").format(whole_text(epochs)) if epochs >= 0 else ""
            for place, (rule, finish) in enumerate(zip(rules, finishes, strict=True)):
                item = self._items[place]
                item.setText(_RULE, f"{place + 1}  {rule_text(rule)}")
                item.setToolTip(_RULE, condition_text(rule))
                planned = history.epochs if history is not None else 0
                self._fill(item, finish, planned, not_yet if epochs >= 0 else _NOTHING)
                item.setToolTip(_STOP, why if finish is None else "")
            last = last_finish(history) if history is not None else None
            self._fill_last(last)
            compared = [*finishes, last] if any(finishes) else []
            self._mark_best(_ACCURACY, winner(compared))
            self._mark_best(_COST, lowest_cost(compared))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        titles = (
            (self.tr("Rule"), ""),
            (self.tr("Stops at"), self.tr("The epoch at whose end the rule would stop the run")),
            (self.tr("Keeps"), self.tr("The best epoch until then, whose network is restored")),
            (self.tr("Cost"), self.tr("Validation cost of that network; a star marks the lowest")),
            (self.tr("Accuracy"), self.tr("Validation accuracy of that network; a star marks the highest")),
            (self.tr("Saved"), self.tr("Epochs that need not be trained, of those that were planned")),
        )
        self.name_columns(titles)
        self.setAccessibleName(self.tr("Stopping rules"))
        self.setToolTip(self.tr("Select a rule to see its epochs in the curves, and to change its number."))
        self._shown = ()

    def _have_rows(self, rows: int) -> None:
        while len(self._items) < rows:
            self._items.append(self.add_row())

    def _fill(self, item: QTreeWidgetItem, finish: Finish | None, planned: int, otherwise: str) -> None:
        if finish is None:
            texts = ["", otherwise, "", "", "", ""]
        else:
            saved = max(0, planned - finish.epoch)
            texts = ["", whole_text(finish.epoch), whole_text(finish.best), number_text(finish.cost, 3),
                     percent_text(finish.accuracy, 2), whole_text(saved)]  # fmt: skip
        for column in range(_STOP, _SAVED + 1):
            item.setText(column, texts[column])

    def _fill_last(self, finish: Finish | None) -> None:
        """Fill in the run itself, with the network of its last epoch, which the rules are compared with."""
        item = self._items[-1]
        item.setText(_RULE, self.tr("no rule: last epoch"))
        item.setToolTip(_RULE, self.tr("The network of the newest epoch, as it is used without early stopping"))
        self._fill(item, finish, finish.epoch if finish is not None else 0, _NOTHING)
        item.setText(_SAVED, "")

    def _mark_best(self, column: int, best: int | None) -> None:
        for place, item in enumerate(self._items):
            self.mark_best(item, column, best=place == best)

    @Slot()
    def _select(self) -> None:
        self.rule_selected.emit(self.selected())
