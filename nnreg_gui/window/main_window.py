"""The window: places pages and panels and connects them; no threads, no arithmetic."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.scenarios import Scenario, load_scenarios
from nnreg_gui.files.file_jobs import FileJobs
from nnreg_gui.lecturing.black_screen import BlackScreen
from nnreg_gui.lecturing.lesson_frame import LessonFrame
from nnreg_gui.pages.page import Page
from nnreg_gui.pages.runs.epoch_slider import EpochSlider
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.pages.runs.run_progress import RunProgress
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.panels.formula_overlay import FormulaOverlay
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.questions import QuestionQueue
from nnreg_gui.running.searches import SearchQueue
from nnreg_gui.running.side_by_side import SideBySide
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.exact_box import ExactBox, NumberRefused
from nnreg_gui.widgets.focus_ring import FocusRing
from nnreg_gui.widgets.notice import Notice
from nnreg_gui.widgets.number_row import NumberRow
from nnreg_gui.window.actions import Actions
from nnreg_gui.window.appearance import Appearance
from nnreg_gui.window.command_table import commands_of
from nnreg_gui.window.connections import connect_parts
from nnreg_gui.window.data_set_commands import DataSetCommands
from nnreg_gui.window.file_commands import FileCommands
from nnreg_gui.window.help_commands import HelpCommands
from nnreg_gui.window.kept_runs import KeptRuns
from nnreg_gui.window.lesson_commands import LessonCommands
from nnreg_gui.window.lesson_training import LessonTraining
from nnreg_gui.window.menus import Menus
from nnreg_gui.window.messages import Messages
from nnreg_gui.window.offered_lessons import OfferedLessons
from nnreg_gui.window.opened_files import OpenedFiles
from nnreg_gui.window.pace_menu import PaceMenu
from nnreg_gui.window.page_builder import PageBuilder
from nnreg_gui.window.page_tabs import PageTabs
from nnreg_gui.window.play_keys import PlayKeys
from nnreg_gui.window.presenter_commands import PresenterCommands
from nnreg_gui.window.qr_command import QrCommand
from nnreg_gui.window.rehearsal_commands import RehearsalCommands
from nnreg_gui.window.repeated_training import RepeatedTraining
from nnreg_gui.window.runs_offer import RunsOffer
from nnreg_gui.window.scenario_search import ScenarioSearch
from nnreg_gui.window.session_commands import SessionCommands
from nnreg_gui.window.settings import Settings
from nnreg_gui.window.state_display import StateDisplay
from nnreg_gui.window.status_sentence import StatusSentence
from nnreg_gui.window.training_commands import TrainingCommands
from nnreg_gui.window.view_commands import ViewCommands
from nnreg_gui.window.window_layout import WindowLayout

if TYPE_CHECKING:
    from nnreg_gui.pages.learning.learning_page import LearningPage


class MainWindow(QMainWindow):
    """The program's window."""

    def __init__(
        self,
        control: SideBySide,
        questions: QuestionQueue,
        searches: SearchQueue,
        appearance: Appearance,
        settings: Settings,
        autosave_folder: Path | None = None,
    ) -> None:
        super().__init__()
        Details.unfold_all(False)
        self.control, self.questions, self.searches = control, questions, searches
        self.appearance, self.settings = appearance, settings
        self._scenarios = load_scenarios(resource_path("scenarios"))
        self.history: RunHistory | None = None  # of the run started last
        self.panel, self.run_list, self.progress = ExperimentPanel(), RunList(), RunProgress()
        self.pages = PageBuilder(questions, searches, self.panel, self)
        self.tabs = PageTabs(self._scenarios, self.pages)
        self.offer, self.message, self.epochs = RunsOffer(), Messages(), EpochSlider()
        self.repeats = RepeatedTraining(searches, self.run_list, self)
        self.sentence = StatusSentence(
            control, questions, self.repeats, self.run_list, self.tabs, self._scenarios, appearance
        )
        messages = [self.offer, self.message]
        self.frame = LessonFrame(self.tabs)
        self.parts = WindowLayout(messages, self.panel, self.frame, self.sentence, self.epochs, self.run_list)
        self.training = TrainingCommands(
            control, self.repeats, self.panel, self._commit, self.run_list.show_listed, self
        )
        self.file_jobs = jobs = FileJobs(self)
        self.files = FileCommands(self, jobs, self.chosen)
        self.sessions = SessionCommands(
            self, jobs, self.run_list.session, self.tabs.pictured, self.chosen, control.opened
        )
        self.kept_runs = KeptRuns(self.run_list, autosave_folder, self)
        self.actions_by_name = Actions(self)
        self.notice = Notice(self, self.menuBar())
        self.play_keys = PlayKeys(self, self.tabs, self.notice)
        self.formulas = FormulaOverlay(self, lambda: self.tabs.page)
        NumberRow(self)
        self.menus = Menus(self, self.actions_by_name, appearance, self._scenarios, self.load_scenario, self.progress)
        self.help = HelpCommands(self, self.menus, self.tabs)
        self._ring = FocusRing(self)
        self.view = ViewCommands(
            self, self.parts, self.tabs, self.panel, self.run_list, self.actions_by_name, self.menus, self._ring
        )
        self.lesson_training = LessonTraining(self)
        self.paces = PaceMenu(self.menus.menu("lesson"), self.lesson_training, settings)
        self.rehearsal = RehearsalCommands(self, autosave_folder.parent / "rehearsed" if autosave_folder else None)
        self.black, self.qr_code = BlackScreen(self), QrCommand(self)
        self.lessons, self.presenter = LessonCommands(self), PresenterCommands(self)
        self.offered_lessons = OfferedLessons(self)
        self.state, self.opened, self.data_sets = StateDisplay(self), OpenedFiles(self), DataSetCommands(self)
        self.tabs.setCornerWidget(self.menus.corner)
        self.setCentralWidget(self.parts)
        self.parts.setFocus()
        self.setAcceptDrops(True)
        for action in self.actions():
            action.triggered.connect(self.notice.leave)  # before the action may show it again
        self.actions_by_name.connect_all(commands_of(self))
        connect_parts(self)
        self.retranslate()
        self.state.refresh_undo()
        self._restyle()
        self._restore()

    @Slot(object)
    def fulfil(self, page: Page) -> None:
        """Do what a page wishes."""
        page.experiment_chosen.connect(self.load)
        page.augmentation_chosen.connect(self.panel.choose_augmentation)
        page.stopping_chosen.connect(self.panel.choose_stopping)
        page.run_trained.connect(self.run_list.add_finished)
        page.repeats_trained.connect(self.run_list.add_repeats)
        page.lesson_wanted.connect(self.lessons.begin_shipped)
        page.logarithmic_changed.connect(self.actions_by_name["log_epochs"].setChecked)

    @property
    def learning(self) -> "LearningPage":
        """The first page."""
        return self.tabs.learning

    # -------------------------------------------------------------------------------------------------- what to do

    def _commit(self) -> bool:
        """Accept a number still being typed as decided; return whether it is possible."""
        box = self.focusWidget()
        return box.commit() if isinstance(box, ExactBox) else True

    def chosen(self) -> Experiment:
        """Return the chosen experiment.

        Raises:
            ExperimentError: the choices contradict each other.
        """
        self._commit()
        return self.panel.value()

    def train_in_sight(self, command: Callable[[], None], *_: object) -> None:
        """Start a training, and go where the user sees it."""
        if not self.tabs.page.shows_training:
            self.tabs.open_page("learning")
        command()

    def load_scenario(self, scenario: Scenario) -> None:
        """Choose the experiment of a scenario."""
        self.load(scenario.experiment)
        self.training.scenario = scenario
        self.sentence.note_scenario(scenario)

    def choose_penalty(self, penalty: str, *_: object) -> None:
        """Choose a penalty, and say so if the panel is hidden."""
        self.panel.choose_penalty(penalty)
        if not self.panel.isVisible():
            self.notice.tell(lambda: self.tr("Penalty: {0}").format(self.panel.regularization_text()))

    @Slot()
    def find_scenario(self) -> None:
        search = ScenarioSearch(self._scenarios, self.appearance.language, self)
        search.chosen.connect(self.load_scenario)
        search.open()

    def open_file(self, path: str) -> None:
        """Choose the experiment in a file, add the runs of a session, or lead through a lesson."""
        self.opened.open_file(path)

    @Slot(object)
    def load(self, experiment: Experiment) -> None:
        """Choose an experiment; end a run in progress, as it must not turn into this one."""
        going_on = self.control.going_on
        self.control.stop()
        self.message.withdraw()
        self.panel.set_value(experiment)
        self.sentence.note_cut(round(going_on.epochs_done) if going_on is not None else 0)

    # --------------------------------------------------------------------------------------------- what has happened

    @Slot(object)
    def begin_run(self, history: RunHistory) -> None:
        """List a run that has begun."""
        self.history = history
        self.sentence.forget()
        self.message.forget()
        self.run_list.add(history)

    @Slot()
    def advance(self) -> None:
        """Draw runs that have grown."""
        self.run_list.refresh_live()
        self.progress.refresh()
        self.show_runs()

    @Slot(object)
    def end_run(self, history: RunHistory) -> None:
        """Mark a run as ended, and keep it."""
        self.run_list.set_ended(history)
        self.kept_runs.run_ended()
        self.show_runs()

    @Slot()
    def change_experiment(self) -> None:
        """Tell everybody what is chosen now."""
        self.sentence.forget()
        self.pages.augmentation_shown.emit(self.panel.augmentation())
        if self.panel.problem() is None:
            self.pages.experiment_shown.emit(self.panel.value())
            self.formulas.show_experiment(self.panel.value())
            self.control.change(self.panel.value())
        self.state.refresh()

    @Slot()
    def show_runs(self) -> None:
        """Draw the runs of the list."""
        runs = self.run_list.runs()
        self.tabs.show_runs(runs, all_hidden=self.run_list.all_hidden)
        self.epochs.show_run(next((run for run in runs if run.selected), None))
        self.kept_runs.advanced()
        self.sentence.refresh()

    # ------------------------------------------------------------------------------------------------------ events

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(self.tr("nnreg-gui: regularization of neural networks"))
        self.tabs.retranslate(self.appearance.language)
        self.actions_by_name.retranslate()
        self.menus.retranslate()
        self.paces.retranslate()
        self.lessons.retranslate()
        self.offered_lessons.retranslate()
        self.presenter.retranslate()
        self.state.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, palette and font."""
        match event.type():
            case QEvent.Type.LanguageChange:
                self.retranslate()
            case QEvent.Type.PaletteChange:
                self._restyle()
            case QEvent.Type.FontChange:
                self._restyle()
                self.view.fit()
            case QEvent.Type.WindowStateChange:  # on the user's or the window manager's wish
                self.actions_by_name["full_screen"].setChecked(self.isFullScreen())
        super().changeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on from the widget that gave up the focus; show the new one, unless the focus only left a hidden one."""
        self._ring.resume()
        before = self.focusWidget()
        moved = super().focusNextPrevChild(forward)
        if before is None or before.isVisibleTo(self):
            self._ring.show_focus()
        return moved

    def event(self, event: QEvent) -> bool:
        """Leave the space bar to a button in the focus ring, as nothing else presses it without a mouse.

        Once all parts of the window, which hear of a new language after it, speak it: fit the tool bar, and give the
        pages the runs with their new names.
        """
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and isinstance(self.focusWidget(), QAbstractButton)
            and self._ring.isVisible()
        ):
            event.accept()
            return True
        if isinstance(event, NumberRefused):
            self.message.tell_refused(event)
            return True
        handled = super().event(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.view.fit_toolbar()
            self.show_runs()
            self.help.refresh()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tool bar; fold and unfold if there is room for other parts than before."""
        super().resizeEvent(event)
        self.view.fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a file."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file that is dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.open_file(paths[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """End everything at once."""
        self.settings.remember("geometry", self.saveGeometry())
        self.control.close()
        self.run_list.set_ended()  # the autosave should hear of it before it ends
        self.lessons.leave()
        parts = self.questions, self.searches, self.file_jobs, self.kept_runs
        for part in (self.presenter, self.rehearsal, *parts):
            part.close()
        super().closeEvent(event)

    def _restyle(self) -> None:
        self.menus.retint()
        self.menus.check_choices()

    def _restore(self) -> None:
        self.settings.restore_geometry(self)
        self.actions_by_name["full_screen"].setChecked(self.isFullScreen())
        self.view.fit()
        self.lessons.remember(self.settings.lesson())
        self.message.tell_replaced(self.settings.replaced)
        self.kept_runs.begin_soon()
