"""Can a 6 become a 9? One digit turned by hand, all digits at every angle, what is confused: each in its own view."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages.compared_runs_page import ComparedRunsPage
from nnreg_gui.pages.rotation.all_digits_view import AllDigitsView
from nnreg_gui.pages.rotation.chosen_pairs import ChosenPairs
from nnreg_gui.pages.rotation.confusion_view import ConfusionView
from nnreg_gui.pages.rotation.one_digit_view import OneDigitView
from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.pages.rotation.rotation_head import CONFUSED, ONE, RotationHead
from nnreg_gui.pages.rotation.rotation_measurements import rotation_measurements
from nnreg_gui.pages.rotation.rotation_runs import EXPERIMENTS
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting, setting
from nnreg_gui.pages.trained_runs import missing, network_of, on_data_set, shown_run
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import whole_text
from nnreg_gui.widgets.view_stack import Stack

_LESSON = "six-nine"


class RotationPage(ComparedRunsPage):
    """Places the conclusion, the question and the choice of a view above the view."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, "rotation", parent)
        self._pairs, self._pair = ChosenPairs(services.questions, self), SIX_AND_NINE
        self._rotation = rotation_measurements(services.questions, self, lambda: self._pair)
        self._asked = (self._rotation, self._pairs, self.services.validation)
        self.head = RotationHead(self.bar)
        self.view_choice = self.head.choice
        self.one_digit = OneDigitView(self.conclusion)
        self.confusion = ConfusionView(services.questions, self.conclusion)
        self.all_digits: AllDigitsView | None = None  # built when first looked at: the page opens sooner
        self._views = Stack()
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        for view in (self.one_digit, self.confusion):
            self._views.addWidget(view)
        column(self.conclusion, self.head, (self._views, 1), parent=self, spacing=6, margins=PAGE_MARGINS)
        self.show_from(Room.COMPACT, self.head.question)

    def _connect(self) -> None:
        self.head.lesson_wanted.connect(self._wish_lesson)
        self.head.view_chosen.connect(self._open)
        self.head.pair.chosen.connect(self._choose_pair)
        self.services.validation.changed.connect(self._take_digits)
        self._pairs.changed.connect(self._refresh)
        self._rotation.changed.connect(self._refresh)

    # --------------------------------------------------------------------------------------------------------- runs

    def _missing(self) -> tuple[Experiment, ...]:
        return missing(self._runs, self._experiments())

    def _experiments(self) -> tuple[Experiment, ...]:
        return on_data_set(EXPERIMENTS, self.data_set)

    def _name_bar(self) -> None:
        self.head.set_pair(self._pair, self._experiments())

    @Slot()
    def show_whole(self) -> None:
        """Show everything again in the curves."""
        if self.all_digits is not None:
            self.all_digits.show_whole()

    def _draw(self) -> None:
        """Show the chosen view of the runs; without any, a digit to turn."""
        run = shown_run(self._runs)
        self._take_digits()
        self.head.choice.setEnabled(run is not None)
        if run is None:
            self._views.setCurrentWidget(self.one_digit)
            self.one_digit.show_network(None, "", self.hidden_text() if self.all_hidden else "")
        elif self.head.view() == ONE:
            self._views.setCurrentWidget(self.one_digit)
            self.one_digit.show_network(network_of(run), self._name(run))
        elif self.head.view() == CONFUSED:
            self._views.setCurrentWidget(self.confusion)
            self.confusion.show_network(network_of(run), self._name(run), live=run.live)
        else:
            self._show_all_digits()
        self._show_bar()
        self.head.say(self._remarks_text())

    def _show_all_digits(self) -> None:
        if self.all_digits is None:
            self.all_digits = AllDigitsView(self._rotation, self.conclusion)
            self._views.addWidget(self.all_digits)
        self.all_digits.set_pair(self._pair)
        self._views.setCurrentWidget(self.all_digits)
        self.all_digits.show_runs(self._runs)
        self._rotation.want(self.all_digits.networks())

    def _name(self, run: DrawnRun) -> str:
        if run.live and run.record is not None:
            text = self.tr("Run {0}, epoch {2}: {1}")
            return text.format(run.number, run.name, whole_text(run.record.epoch))
        return self.tr("Run {0}: {1}").format(run.number, run.name)

    @Slot()
    def _open(self) -> None:
        self._try_again()
        self._refresh()

    # ------------------------------------------------------------------------------------------------------ questions

    @Slot()
    def _take_digits(self) -> None:
        """Show the digits of the runs' data set, and of these the pair to turn, as far as both are known."""
        data_set = self.data_set
        digits, run = self._validation_digits(), shown_run(self._runs)
        if digits is not None and run is not None and not run.live:
            self._pairs.want(network_of(run), digits)
        self._take_pair(self._pairs.of(data_set))
        self.one_digit.set_digits(digits, self._pair, data_set)
        self.confusion.set_digits(digits, self._pair, data_set)

    def _take_pair(self, pair: Pair) -> None:
        if pair == self._pair:
            return
        before, self._pair = self._pair, pair
        if pair.labels != before.labels:
            self._rotation.forget()
        self._name_bar()

    @Slot(object)
    def _choose_pair(self, pair: Pair) -> None:
        self._pairs.choose(self.data_set, pair)
        self._refresh()

    @Slot()
    def _wish_lesson(self) -> None:
        self.lesson_wanted.emit(_LESSON)

    def settings(self) -> Mapping[str, Setting]:
        return {
            "angle": setting(self.one_digit.slider),
            "digit": Setting(self.one_digit.choose_digit, self.one_digit.digit),
            "turns": setting(self.confusion.slider),
        }

    # ---------------------------------------------------------------------------------------------- texts, and room

    def retranslate(self) -> None:
        self._refresh()
