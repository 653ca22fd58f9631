"""The window: places pages and panels and connects them; no threads, no arithmetic."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMainWindow

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.scenarios import Scenario, load_scenarios
from nnreg_gui.engine.sessions.session import Session
from nnreg_gui.files.experiment_files import Assignment
from nnreg_gui.files.file_jobs import FileJobs
from nnreg_gui.lecturing.black_screen import BlackScreen
from nnreg_gui.lecturing.lesson_frame import LessonFrame
from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.pages.page import Page
from nnreg_gui.pages.runs.epoch_slider import EpochSlider
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.pages.runs.run_progress import RunProgress
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.panels.formula_overlay import FormulaOverlay
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.questions import QuestionQueue
from nnreg_gui.running.searches import SearchQueue
from nnreg_gui.running.side_by_side import SideBySide, State
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.exact_box import ExactBox, NumberRefused
from nnreg_gui.widgets.focus_ring import FocusRing
from nnreg_gui.widgets.notice import Notice
from nnreg_gui.widgets.number_row import NumberRow
from nnreg_gui.window.actions import Actions
from nnreg_gui.window.appearance import Appearance
from nnreg_gui.window.command_table import commands_of
from nnreg_gui.window.file_commands import FileCommands
from nnreg_gui.window.help_commands import HelpCommands
from nnreg_gui.window.kept_runs import KeptRuns
from nnreg_gui.window.lesson_commands import LessonCommands
from nnreg_gui.window.lesson_training import LessonTraining
from nnreg_gui.window.menus import Menus
from nnreg_gui.window.messages import Messages
from nnreg_gui.window.offered_lessons import OfferedLessons
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
from nnreg_gui.window.status_sentence import StatusSentence
from nnreg_gui.window.training_commands import TrainingCommands
from nnreg_gui.window.view_commands import ViewCommands
from nnreg_gui.window.window_layout import WindowLayout


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
        self.appearance, self._settings = appearance, settings
        self._scenarios = load_scenarios(resource_path("scenarios"))
        self._history: RunHistory | None = None  # of the run started last
        self.panel, self.run_list, self.progress = ExperimentPanel(), RunList(), RunProgress()
        self.pages = PageBuilder(questions, searches, self.panel, self)
        self.tabs = PageTabs(self._scenarios, self.pages)
        self.learning, self.weights = self.tabs.learning, self.tabs.weights
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
        self.sessions = SessionCommands(self, jobs, self.run_list.session, self.tabs.pictured, self.chosen)
        self.kept_runs = KeptRuns(self.run_list, autosave_folder, self)
        self.actions_by_name = Actions(self)
        self.notice = Notice(self, self.menuBar())
        self._play_keys = PlayKeys(self, self.tabs, self.notice)
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
        self._place()
        self._connect_actions()
        self._connect_parts()
        self.retranslate()
        self._show_undo()
        self._restyle()
        self._restore()

    # ---------------------------------------------------------------------------------------------------- placing

    def _place(self) -> None:
        self.tabs.setCornerWidget(self.menus.corner)
        self.setCentralWidget(self.parts)
        self.parts.setFocus()
        self.setAcceptDrops(True)

    def _connect_actions(self) -> None:
        for action in self.actions():
            action.triggered.connect(self.notice.leave)  # before the action may show it again
        self.actions_by_name.connect_all(commands_of(self))

    def _connect_parts(self) -> None:
        self.control.state_changed.connect(self.show_state)
        self.control.started.connect(self._begin_run)
        self.control.advanced.connect(self._advance)
        self.control.progressed.connect(self.progress.refresh)
        self.control.ended.connect(self._end_run)
        self.control.failed.connect(self.message.tell_problem)
        self.questions.silence_changed.connect(self.show_state)
        self.actions_by_name["stop"].triggered.connect(self.questions.end_silence)
        self.repeats.changed.connect(self.show_state)
        self.repeats.failed.connect(self.message.tell_problem)
        self.lesson_training.replay_begun.connect(self._begin_run)
        self.lesson_training.replay_advanced.connect(self._advance)
        self.lesson_training.replay_ended.connect(self._end_run)
        self.lessons.changed.connect(self.presenter.refresh)
        self.lessons.reached.connect(self._settings.remember_lesson)
        self.lessons.changed.connect(self.show_state)
        self.black.toggled.connect(self.actions_by_name["black"].setChecked)
        self.frame.strip.fold.toggled.connect(self.actions_by_name["fold_lesson"].setChecked)
        for commands in (self.files, self.sessions, self.file_jobs):
            commands.told.connect(self.message.tell)
            commands.done.connect(self._tell_done)
        self.file_jobs.waiting.connect(self._tell_what_is_waited_for)
        self.file_jobs.read.connect(self._open)
        self.sessions.experiment_pasted.connect(self.load)
        self.learning.logarithmic_changed.connect(self.actions_by_name["log_epochs"].setChecked)
        self.panel.changed.connect(self._change_experiment)
        self.panel.formula_clicked.connect(self.actions_by_name["formulas"].trigger)
        self.formulas.opened.connect(self.actions_by_name["formulas"].setChecked)
        self.panel.augmentation_moving.connect(self.pages.augmentation_shown)
        self.run_list.changed.connect(self._show_runs)
        self.run_list.undo_changed.connect(self._show_undo)
        self.epochs.chosen.connect(self.run_list.look_at)
        self.kept_runs.recovered.connect(self.message.tell_recovered)
        self.kept_runs.offered.connect(self.offer.offer)
        self.offer.accepted.connect(self.kept_runs.show_offered)
        self.offer.closed.connect(self.kept_runs.decline)
        self.kept_runs.failed.connect(self.message.tell_problem)
        self.pages.built.connect(self._fulfil)
        self.tabs.picture_to_be_saved.connect(self.sessions.ask_where_to_save_picture)
        self.tabs.picture_to_be_copied.connect(self.sessions.copy_picture)
        self.tabs.opened.connect(self.show_state)
        self.tabs.view_changed.connect(self.show_state)
        self.tabs.opened.connect(self.formulas.leave)

    @Slot(object)
    def _fulfil(self, page: Page) -> None:
        """Do what a page wishes."""
        page.experiment_chosen.connect(self.load)
        page.augmentation_chosen.connect(self.panel.choose_augmentation)
        page.stopping_chosen.connect(self.panel.choose_stopping)
        page.training_wanted.connect(self.train)
        page.run_trained.connect(self.run_list.add_finished)
        page.repeats_trained.connect(self.run_list.add_repeats)

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

    @Slot(object)
    def train(self, experiment: Experiment) -> None:
        """Choose an experiment and train it."""
        self.load(experiment)
        self.training.start()

    def train_in_sight(self, command: Callable[[], None], *_: object) -> None:
        """Start a training, and go where the user sees it."""
        if not self.tabs.page.shows_training:
            self.tabs.open_page("learning")
        command()

    def load_scenario(self, scenario: Scenario) -> None:
        """Choose the experiment of a scenario."""
        self.load(scenario.experiment)
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
        """Choose the experiment in a file, or add the runs of a session. A bad file changes nothing."""
        from nnreg_gui.files.session_files import read_file

        self.file_jobs.open(path, read_file)

    @Slot(object)
    def load(self, experiment: Experiment) -> None:
        """Choose an experiment; end a run in progress, as it must not turn into this one."""
        going_on = self._history if self.control.state is not State.IDLE else None
        self.control.stop()
        self.message.withdraw()
        self.panel.set_value(experiment)
        self.sentence.note_cut(round(going_on.epochs_done) if going_on is not None else 0)

    # --------------------------------------------------------------------------------------------- what has happened

    @Slot(object)
    def _begin_run(self, history: RunHistory) -> None:
        self._history = history
        self.sentence.forget()
        self.message.forget()
        self.run_list.add(history)

    @Slot()
    def _advance(self) -> None:
        self.run_list.refresh_live()
        self.progress.refresh()
        self._show_runs()

    @Slot(object)
    def _end_run(self, history: RunHistory) -> None:
        self.run_list.set_ended(history)
        self.kept_runs.run_ended()
        self._show_runs()

    @Slot(object)
    def _open(self, found: Session | Experiment | Assignment | Lesson) -> None:
        if isinstance(found, Session):
            self.message.withdraw()
            self.run_list.add_session(found)
        elif isinstance(found, Lesson):
            self.lessons.begin(found)
        elif isinstance(found, Assignment):
            self.load(found.experiment)
            self.panel.show_groups(found.show)
        else:
            self.load(found)

    @Slot(object)
    def _tell_what_is_waited_for(self, sentence: Callable[[], str]) -> None:
        self.message.tell(sentence, self.file_jobs.give_up, warns=False)

    @Slot(object)
    def _tell_done(self, sentence: Callable[[], str]) -> None:
        self.message.end_waiting()
        self.notice.tell(sentence)

    @Slot()
    def _change_experiment(self) -> None:
        self.sentence.forget()
        self.pages.augmentation_shown.emit(self.panel.augmentation())
        if self.panel.problem() is None:
            self.pages.experiment_shown.emit(self.panel.value())
            self.formulas.show_experiment(self.panel.value())
            self.control.change(self.panel.value())
        self.show_state()

    @Slot()
    def _show_runs(self) -> None:
        runs = self.run_list.runs()
        self.tabs.show_runs(runs, all_hidden=self.run_list.all_hidden)
        self.epochs.show_run(next((run for run in runs if run.selected), None))
        self.kept_runs.advanced()
        self.sentence.refresh()

    @Slot()
    def show_state(self) -> None:
        """Enable what can be done now."""
        state, possible = self.control.state, self.panel.problem() is None
        idle, running = state is State.IDLE, state is State.RUNNING
        goes_on = possible and not idle and self.control.can_go_on_as(self.panel.value())
        wants_new_run = possible and not idle and not goes_on
        self.actions_by_name.allow(
            start=possible and (not running or wants_new_run),
            pause=running,
            stop=not idle or self.repeats.going_on or self.questions.silent,
            **dict.fromkeys(("step", "rewind", "new_weights", "repeat"), possible),
        )
        led, offered = self.lessons.walk is not None, self.offered_lessons.visible
        self.actions_by_name.allow(
            lesson=not led,
            continue_lesson=not led and self.lessons.can_continue,
            lesson_on=led or offered,
            **dict.fromkeys(("lesson_back", "fold_lesson", "leave_lesson"), led),
        )
        self.actions_by_name.set_going_on(goes_on and not running)
        in_sight = self.tabs.page.shows_training
        self.actions_by_name.give_space_to(("pause" if running and not wants_new_run else "start") if in_sight else "")
        self._play_keys.set_enabled(not in_sight)
        note = self.tr("This needs a new run: press Start. The present run stays in the list.") if wants_new_run else ""
        self.panel.set_note(note)
        self.progress.show_run(self._history, running)
        self.progress.show_other(self.repeats.progress() if self.repeats.going_on and not running else None)
        self.sentence.refresh()

    @Slot()
    def _show_undo(self) -> None:
        self.actions_by_name.allow(undo_remove=self.run_list.can_undo)

    # ------------------------------------------------------------------------------------------------------ events

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(self.tr("nnreg-gui: regularization of neural networks"))
        self.tabs.retranslate(self.appearance.language)
        self.actions_by_name.retranslate()
        self.menus.retranslate()
        self.paces.retranslate()
        self.lessons.retranslate()
        self.presenter.retranslate()
        self.show_state()

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
            self._show_runs()
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
        self._settings.remember("geometry", self.saveGeometry())
        self.control.close()
        self.run_list.set_ended()  # the autosave should hear of it before it ends
        for part in (
            self.lessons,
            self.presenter,
            self.rehearsal,
            self.questions,
            self.searches,
            self.file_jobs,
            self.kept_runs,
        ):
            part.close()
        super().closeEvent(event)

    def _restyle(self) -> None:
        self.menus.retint()
        self.menus.check_choices()

    def _restore(self) -> None:
        self._settings.restore_geometry(self)
        self.actions_by_name["full_screen"].setChecked(self.isFullScreen())
        self.view.fit()
        self.lessons.remember(self._settings.lesson())
        self.message.tell_replaced(self._settings.replaced)
        self.kept_runs.begin_soon()
