"""Can a 6 become a 9? One digit turned by hand, all digits at every angle, what is confused: each in its own view."""

from collections.abc import Mapping, Sequence
from time import monotonic

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.questions.question import SIX
from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.rotation.all_digits_view import AllDigitsView
from nnreg_gui.pages.rotation.confusion_view import ConfusionView
from nnreg_gui.pages.rotation.guide import CONFUSION, TURN, Guide
from nnreg_gui.pages.rotation.guide_report import GuideReport
from nnreg_gui.pages.rotation.no_network_view import NoNetworkView
from nnreg_gui.pages.rotation.one_digit_view import OneDigitView
from nnreg_gui.pages.rotation.rotation_head import ALL, CONFUSED, ONE, RotationHead
from nnreg_gui.pages.rotation.rotation_measurements import rotation_measurements, upright_measurements
from nnreg_gui.pages.rotation.rotation_sentences import one_digit_question
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting, setting
from nnreg_gui.pages.trained_runs import network_of, shown_run
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column
from nnreg_gui.widgets.texts import whole_text

_SECONDS_APART = 0.2  # between networks of a run in progress


class RotationPage(AskingPage):
    """Places the conclusion and the guided path above the chosen view."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._runs: Sequence[DrawnRun] = ()
        self._drawn: object = None  # the state of the runs when they were last drawn
        self._digits: Split | None = None
        self._turns_when_ready = False
        self._guided: tuple[RunHistory, RunHistory | None] | None = None  # a step's run, and what was selected then
        self._shown: tuple[Parameters, str, float] | None = None  # in the view of one digit: its name, and since when
        self._rotation = rotation_measurements(services.questions, self)
        self._upright = upright_measurements(services.questions, self)
        self.guide, self.head = Guide(self), RotationHead()
        self.view_choice = self.head.choice
        self.report = GuideReport(self.guide, self._rotation, self._upright, self)
        self.one_digit = OneDigitView(self.conclusion)
        self.confusion = ConfusionView(services.questions, self.conclusion)
        self.no_network = NoNetworkView()
        self.all_digits: AllDigitsView | None = None  # built when first looked at: the page opens sooner
        self._views = QStackedWidget()
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        for view in (self.no_network, self.one_digit, self.confusion):
            self._views.addWidget(view)
        column(self.conclusion, self.head, (self._views, 1), parent=self, spacing=6, margins=PAGE_MARGINS)

    def _connect(self) -> None:
        self.head.step_chosen.connect(self._choose_step)
        self.no_network.wanted.connect(self.guide.ask_for_default)
        self.guide.wanted.connect(self.training_wanted)
        self.guide.reached.connect(self._show_step)
        self.head.view_chosen.connect(self._open)
        self.services.validation.changed.connect(self._take_digits)
        for measurements in (self._rotation, self._upright):
            measurements.changed.connect(self._measure)

    # --------------------------------------------------------------------------------------------------------- runs

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Show these runs: the selected one in the views of one network, finished ones in the curves."""
        self._runs = runs
        state = [
            (run.history, len(run.history), run.number, run.name, run.live, run.selected, run.baseline) for run in runs
        ]
        if state == self._drawn:
            return
        self._drawn = state
        self.guide.show_runs(runs)
        self._draw()

    @Slot()
    def show_whole(self) -> None:
        """Show everything again in the curves."""
        if self.all_digits is not None:
            self.all_digits.show_whole()

    def _draw(self) -> None:
        """Show the chosen view of the runs, or that there is no network yet."""
        run = self._shown_run()
        self.head.choice.setEnabled(run is not None)
        if run is None:
            self._views.setCurrentWidget(self.no_network)
            self.conclusion.ask(one_digit_question())
            self._shown = None
            self.one_digit.show_network(None, "")
        elif self.head.view() == ONE:
            self._views.setCurrentWidget(self.one_digit)
            self._show_one_digit(run)
        elif self.head.view() == CONFUSED:
            self._views.setCurrentWidget(self.confusion)
            self.confusion.show_network(network_of(run), self._name(run), live=run.live)
        else:
            self._show_all_digits()
        self._measure()

    def _show_one_digit(self, run: DrawnRun) -> None:
        """Show each network once, as it is asked at every angle; those of a run in progress a few times a second."""
        network, name = network_of(run), self._name(run)
        if self._shown is not None:
            same = self._shown[0] is network.parameters and self._shown[1] == name
            if same or (run.live and monotonic() - self._shown[2] < _SECONDS_APART):
                return
        self._shown = network.parameters, name, monotonic()
        self.one_digit.show_network(network, name)

    def _show_all_digits(self) -> None:
        if self.all_digits is None:
            self.all_digits = AllDigitsView(self._rotation, self.conclusion)
            self._views.addWidget(self.all_digits)
        self._views.setCurrentWidget(self.all_digits)
        self.all_digits.show_runs(self._runs, self.guide.run)

    def _shown_run(self) -> DrawnRun | None:
        """Return the step's run, unless another one has been selected since; else the selected one."""
        selected = next((run.history for run in self._runs if run.selected), None)
        if self._guided is not None and self._guided[1] is selected:
            guided = next((run for run in self._runs if run.history is self._guided[0]), None)
            if guided is not None:
                return guided
        self._guided = None
        return shown_run(self._runs)

    def _name(self, run: DrawnRun) -> str:
        if run.live and run.record is not None:
            text = self.tr("Run {0}, epoch {2}: {1}")
            return text.format(run.number, run.name, whole_text(run.record.epoch))
        return self.tr("Run {0}: {1}").format(run.number, run.name)

    # -------------------------------------------------------------------------------------------------------- steps

    @Slot(int)
    def _choose_step(self, step: int) -> None:
        self._try_again()
        self.guide.choose(step)
        self._draw()

    @Slot(int, object)
    def _show_step(self, step: int, run: DrawnRun) -> None:
        """Show what a step is about."""
        selected = next((one.history for one in self._runs if one.selected), None)
        self._guided = (run.history, selected) if step in (TURN, CONFUSION) else None
        if step == CONFUSION:
            self.confusion.show_range(0)
        self.head.set_view({TURN: ONE, CONFUSION: CONFUSED}.get(step, ALL))
        self._draw()
        if step == TURN:
            self._turns_when_ready = True
            self._turn()

    def _turn(self) -> None:
        """Turn a six, as soon as there are digits."""
        if self._turns_when_ready and self._digits is not None:
            self._turns_when_ready = False
            self.one_digit.choose_digit(SIX)
            self.one_digit.play()

    @Slot()
    def _open(self) -> None:
        self._try_again()
        self._draw()

    def _try_again(self) -> None:
        self._rotation.try_again()
        self._upright.try_again()

    # ------------------------------------------------------------------------------------------------------ questions

    @Slot()
    def _take_digits(self) -> None:
        digits = self.services.validation.split
        if digits is not None and self._digits is None:
            self._digits = digits
            for part in (self.one_digit, self.confusion, self.report):
                part.set_digits(digits)
            self._turn()
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the digits when the page is first shown."""
        super().showEvent(event)
        self._try_again()
        self.services.validation.want()
        QTimer.singleShot(0, self._take_digits)  # once the page is seen: asking about a digit takes some 30 ms
        self._measure()

    @Slot()
    def _measure(self) -> None:
        """Request what is shown but not known yet; say how far everything has got."""
        if self.isVisible():
            if self.head.view() == ALL and self.all_digits is not None:
                self._rotation.want(self.all_digits.networks())
            self.report.want()
        self.no_network.set_training(self.guide.awaited is not None)
        seen = self.report.seen()
        self.head.show_guide(self.guide, "" if seen else self.report.sentence(), seen, self.report.share())

    def settings(self) -> Mapping[str, Setting]:
        return {
            "angle": setting(self.one_digit.slider),
            "digit": Setting(self.one_digit.choose_digit, self.one_digit.digit),
            "turns": setting(self.confusion.slider),
        }

    # ---------------------------------------------------------------------------------------------- texts, and room

    def retranslate(self) -> None:
        self._shown = None  # repeats the name in the new language
        self.fit()
        self._draw()

    def fit(self) -> None:
        em = self.fontMetrics().height()
        self.head.fit(self.width(), self.height())
        self._views.setMinimumSize(20 * em, 13 * em // 2)  # views know themselves what to leave out
