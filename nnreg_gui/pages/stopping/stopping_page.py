"""When would each stopping rule have stopped? All of them race on the selected run."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.engine.experiment import WHOLE_PARAMETERS
from nnreg_gui.pages.page import Page
from nnreg_gui.pages.setting import Setting
from nnreg_gui.pages.stopping.race_plot import RaceAccuracyPlot, RaceCostPlot
from nnreg_gui.pages.stopping.race_sentences import conclude, result_text
from nnreg_gui.pages.stopping.race_table import RaceTable
from nnreg_gui.pages.stopping.rule_race import RULES, Finish, RuleRace
from nnreg_gui.pages.stopping.stop_flags import RuleStop
from nnreg_gui.panels.stopping_text import condition_text, rule_text
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.layouts import PAGE_MARGINS, STRETCH, column, row
from nnreg_gui.widgets.number_box import NumberBox
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Room


class StoppingPage(Page):
    """Places the curves with their flags, and the table of the rules."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rules = list(RULES)
        self._race = RuleRace()
        self._run: DrawnRun | None = None
        self._finishes: list[Finish | None] = [None] * len(RULES)
        self._shown: tuple[object, ...] = ()
        self.cost, self.accuracy = RaceCostPlot(), RaceAccuracyPlot()
        self.table = RaceTable()
        self._condition, self._result = Paragraph(), Paragraph()
        self._about, self.parameter = QLabel(), NumberBox()
        self.use, self.restore = Button("U"), Button("R")
        self._place()
        self.use.clicked.connect(self._use)
        self.restore.clicked.connect(self._restore)
        self.parameter.set_sample("1000")
        self.cost.zoomed.connect(self.accuracy.look_at)
        self.accuracy.zoomed.connect(self.cost.look_at)
        for plot in (self.cost, self.accuracy):
            plot.epoch_hovered.connect(self._show_epoch)
        self.table.rule_selected.connect(self._select)
        self.parameter.valueChanged.connect(self._change_parameter)
        self.retranslate()
        self.table.select(0)

    def _place(self) -> None:
        plots = column((self.cost, 5), (self.accuracy, 3), spacing=4)
        buttons = row(self._about, self.parameter, STRETCH, self.restore, self.use)
        side = column((self.table, 100), buttons, Details(self._result, self._condition), STRETCH, spacing=6)
        halves = row((plots, 15), (side, 17), spacing=12)
        column(self.conclusion, (halves, 1), parent=self, spacing=6, margins=PAGE_MARGINS)
        self.show_from(Room.FULL, self.accuracy)

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Race the rules on the selected run."""
        run = next((run for run in runs if run.selected), None)
        if run is not None and not len(run.history):
            run = None
        self._run = replace(run, repeats=(), epoch=None) if run is not None else None
        drawn = [self._run] if self._run is not None else []
        self.cost.show_runs(drawn)
        self.accuracy.show_runs(drawn)
        shown = (run.history, len(run.history), run.live, tuple(self.rules)) if run is not None else (self.all_hidden,)
        if shown != self._shown:
            self._shown = shown
            self._show_race()

    @Slot()
    def show_whole(self) -> None:
        """Make both plots follow the run again."""
        self.cost.show_whole()
        self.accuracy.show_whole()

    def retranslate(self) -> None:
        self.accuracy.set_bottom_label(self.tr("Epoch"))
        self.table.retranslate()
        self.use.set_texts(
            self.tr("Use this rule"), self.tr("Stop runs by the selected rule: it becomes part of the experiment")
        )
        self.restore.set_texts(
            self.tr("Reset") if self.compact else self.tr("Reset thresholds"),
            self.tr("Give all rules the numbers that they began with"),
        )
        self.cost.show_bottom_axis(self.compact)
        self._show_race()
        self._show_parameter()

    def settings(self) -> Mapping[str, Setting]:
        return {
            "rule": Setting(lambda number: self.table.select(number - 1), self._number),
        }

    # ------------------------------------------------------------------------------------------------------ the race

    def _show_race(self) -> None:
        """Say where each rule stops the run, or what there will be to see."""
        history, live = (self._run.history, self._run.live) if self._run is not None else (None, False)
        self._finishes = self._race.finishes(history, self.rules) if history is not None else [None] * len(self.rules)
        self.table.show_race(self.rules, self._finishes, history, live=live)
        self._show_stops()
        conclude(self.conclusion, None if live else history, self._finishes)
        self._result.setText(result_text(history, self.rules, self._finishes))
        nothing = self._run is None
        texts = (
            self.tr(
                "Each rule for early stopping will plant a flag here, where it would have stopped the run, "
                "which goes on all the same. Press Space to start."
            ),
            self.tr("Here you will see how many validation images are recognized where the rules stop."),
        )
        for plot, text in zip((self.cost, self.accuracy), texts, strict=True):
            plot.set_empty_text((self.hidden_text() if self.all_hidden else text) if nothing else "")

    @Slot()
    def _show_stops(self) -> None:
        selected = self.table.selected()
        stops = [
            RuleStop(place + 1, rule_text(rule), finish.epoch, finish.best)
            for place, (rule, finish) in enumerate(zip(self.rules, self._finishes, strict=True))
            if finish is not None
        ]
        for plot in (self.cost, self.accuracy):
            plot.show_stops(stops, selected + 1 if selected is not None else None)

    @Slot(object)
    def _show_epoch(self, epoch: float | None) -> None:
        self.cost.show_epoch(epoch)
        self.accuracy.show_epoch(epoch)

    # --------------------------------------------------------------------------------------------- the selected rule

    @Slot(object)
    def _select(self, place: int | None) -> None:
        self._show_parameter()
        self._show_stops()

    def _number(self) -> int:
        """Return the number of the selected rule in the table; 0 if none is selected."""
        place = self.table.selected()
        return 0 if place is None else place + 1

    def _show_parameter(self) -> None:
        """Let the user change the number of the selected rule."""
        place = self.table.selected()
        for widget in (self._about, self.parameter, self.use):
            widget.setEnabled(place is not None)
        self.restore.setEnabled(self.rules != list(RULES))
        if place is None:
            return
        rule = self.rules[place]
        names = {"no_improvement": self.tr("Epochs"), "gl": "α", "pq": "α", "up": "s"}
        self._about.setText(names[rule.rule])
        self._condition.setText(f"{rule_text(rule)}: {condition_text(rule)}")
        self.parameter.setAccessibleName(names[rule.rule])
        self.parameter.setToolTip(self.tr("The number of the selected rule: {0}").format(condition_text(rule)))
        whole = rule.rule in WHOLE_PARAMETERS
        self.parameter.blockSignals(True)
        self.parameter.setDecimals(0 if whole else 3)
        self.parameter.setSingleStep(1 if whole else 0.001)
        self.parameter.setRange(1 if whole else 0.001, 100_000)
        self.parameter.setValue(rule.parameter)
        self.parameter.blockSignals(False)

    @Slot(float)
    def _change_parameter(self, parameter: float) -> None:
        place = self.table.selected()
        if place is not None:
            self.rules[place] = replace(self.rules[place], parameter=parameter)
            self._show_race()
            self._show_parameter()

    @Slot()
    def _restore(self) -> None:
        self.rules = list(RULES)
        self._show_race()
        self._show_parameter()

    @Slot()
    def _use(self) -> None:
        place = self.table.selected()
        if place is not None:
            self.stopping_chosen.emit(self.rules[place])
