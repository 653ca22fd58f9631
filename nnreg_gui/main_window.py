"""The window: places pages and panels and connects them; no threads, no arithmetic."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QMainWindow

from nnreg_gui.actions import Actions
from nnreg_gui.appearance import Appearance
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.scenarios import Scenario, load_scenarios
from nnreg_gui.file_commands import FileCommands
from nnreg_gui.menus import Menus
from nnreg_gui.page_tabs import PageTabs
from nnreg_gui.pages.outcome import outcome_text
from nnreg_gui.pages.run_list import RunList
from nnreg_gui.pages.run_progress import RunProgress
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.problem_text import problem_text
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.run_control import RunControl, State
from nnreg_gui.running.study_control import StudyControl
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.message_bar import MessageBar
from nnreg_gui.window_layout import WindowLayout


class MainWindow(QMainWindow):
    """The program's window."""

    def __init__(self, control: RunControl, studies: StudyControl, appearance: Appearance, settings: QSettings) -> None:
        super().__init__()
        self.control, self.studies, self._appearance, self._settings = control, studies, appearance, settings
        self._scenarios = load_scenarios(resource_path("scenarios"))
        self._scenario: Scenario | None = None  # the one that was loaded last, until something else happens
        self._room = (True, True)  # for the panel and for the list of runs
        self._sentence_told: Callable[[], str] = str
        self._history: RunHistory | None = None  # of the run that was started last
        self.panel, self.run_list, self.progress = ExperimentPanel(), RunList(), RunProgress()
        self.tabs = PageTabs(self._scenarios, studies, self.panel.augmentation)
        self.learning, self.weights = self.tabs.learning, self.tabs.weights
        self.message, self.sentence = MessageBar(), ElidedLabel()
        self._layout = WindowLayout(self.message, self.panel, self.tabs, self.sentence, self.run_list)
        self.files = FileCommands(self, self.panel.value)
        self.actions_by_name = Actions(self)
        self.menus = Menus(self, self.actions_by_name, appearance, self._scenarios, self.load_scenario, self.progress)
        self._place()
        self._connect()
        self.retranslate()
        self._restyle()
        self._restore()

    # ---------------------------------------------------------------------------------------------------- placing

    def _place(self) -> None:
        self.tabs.setCornerWidget(self.menus.corner)
        self.setCentralWidget(self._layout)
        self._layout.setFocus()
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.actions_by_name.connect_all(
            {
                "start": self.start,
                "pause": self.control.pause,
                "step": self.step,
                "stop": self.control.stop,
                "rewind": self.rewind,
                "new_weights": self.new_weights,
                "open": self.files.ask_what_to_open,
                "save": self.files.ask_where_to_save,
                "hide_run": self.run_list.hide_or_show_selected,
                "remove_run": self.run_list.remove_selected,
                "add_launcher": self.files.add_to_desktop,
                "remove_launcher": self.files.remove_from_desktop,
                "quit": self.close,
                "log_epochs": self._choose_log_epochs,
                "whole_run": self.tabs.show_whole,
                "panel": self._fold_panel,
                "runs": self._fold_runs,
                "larger": self._appearance.larger,
                "smaller": self._appearance.smaller,
                "normal_size": self._appearance.normal_size,
                "full_screen": self._toggle_full_screen,
                "next_theme": self._appearance.next_theme,
                "next_language": self._appearance.next_language,
                "about": self.files.show_about,
            }
        )
        self.control.state_changed.connect(self._show_state)
        self.control.started.connect(self._begin_run)
        self.control.advanced.connect(self._advance)
        self.control.progressed.connect(self.progress.refresh)
        self.control.ended.connect(self._end_run)
        self.control.failed.connect(self.show_problem)
        self.files.opened.connect(self._load)
        self.files.told.connect(self._tell)
        self.panel.changed.connect(self._change_experiment)
        self.panel.augmentation_moving.connect(self.tabs.augmentation_shown)
        self.run_list.changed.connect(self._show_runs)
        self.tabs.augmentation_chosen.connect(self.panel.choose_augmentation)
        self.tabs.augmentation_opened.connect(self.panel.unfold_augmentation)
        self.tabs.wanted.connect(self.train)

    # -------------------------------------------------------------------------------------------------- what to do

    def _chosen(self) -> Experiment | None:
        """Return the chosen experiment, None where the choices are none; a number that is still being typed counts."""
        box = self.focusWidget()
        if isinstance(box, QAbstractSpinBox):
            box.interpretText()
        return self.panel.value() if self.panel.problem() is None else None

    @Slot()
    def start(self) -> None:
        """Train the chosen experiment, or go on with it."""
        experiment = self._chosen()
        if experiment is not None:
            self.control.start(experiment)

    @Slot(object)
    def train(self, experiment: Experiment) -> None:
        """Choose an experiment and train it."""
        self._load(experiment)
        self.start()

    @Slot()
    def step(self) -> None:
        """Train one epoch."""
        experiment = self._chosen()
        if experiment is not None:
            self.control.step(experiment)

    @Slot()
    def rewind(self) -> None:
        """Show the initial weights again, ready to train."""
        experiment = self._chosen()
        if experiment is not None:
            self.control.rewind(experiment)

    @Slot()
    def new_weights(self) -> None:
        """Draw other initial weights, ready to train."""
        self.control.stop()
        self.panel.take_next_seed()
        self.rewind()

    def load_scenario(self, scenario: Scenario) -> None:
        """Choose the experiment of a scenario."""
        self._load(scenario.experiment)
        self._scenario = scenario
        self._show_sentence()

    def open_experiment(self, path: str) -> None:
        """Choose the experiment in a file. A bad file changes nothing."""
        self.files.open_experiment(path)

    @Slot(object)
    def _load(self, experiment: Experiment) -> None:
        """Choose an experiment; a run that is going on ends, as it must not change into this one."""
        self.control.stop()
        self.message.hide()
        self.panel.set_value(experiment)

    @Slot(object)
    def show_problem(self, problem: Exception) -> None:
        """Say what is wrong, in one sentence."""
        self._tell(lambda: problem_text(problem))

    def show_fault(self, error: BaseException) -> None:
        """Say that the program itself has failed at something; it goes on."""
        self._tell(
            lambda: self.tr("A fault in the program ({0}). You may go on; please report it.").format(repr(error))
        )

    @Slot(object)
    def _tell(self, sentence: Callable[[], str]) -> None:
        """Show a sentence above the page, which is said anew when the language is switched."""
        self._sentence_told = sentence
        self.message.show_text(sentence())

    # --------------------------------------------------------------------------------------------- what has happened

    @Slot(object)
    def _begin_run(self, history: RunHistory) -> None:
        self._history, self._scenario = history, None
        self.message.hide()
        self.run_list.add(history)

    @Slot()
    def _advance(self) -> None:
        self.run_list.refresh_live()
        self.progress.refresh()
        self._show_runs()

    @Slot(object)
    def _end_run(self, history: RunHistory) -> None:
        self.run_list.set_ended()
        self._show_runs()

    @Slot()
    def _change_experiment(self) -> None:
        self._scenario = None
        self.tabs.augmentation_shown.emit(self.panel.augmentation())
        if self.panel.problem() is None:
            self.control.change(self.panel.value())
        self._show_state()

    @Slot()
    def _show_runs(self) -> None:
        self.tabs.show_runs(self.run_list.runs(), all_hidden=self.run_list.all_hidden)
        self._show_sentence()

    @Slot()
    def _show_state(self) -> None:
        """Enable what can be done now."""
        state, possible = self.control.state, self.panel.problem() is None
        idle, running = state is State.IDLE, state is State.RUNNING
        goes_on = possible and not idle and self.control.can_go_on_as(self.panel.value())
        wants_new_run = possible and not idle and not goes_on
        actions = self.actions_by_name
        actions["start"].setEnabled(possible and (not running or wants_new_run))
        actions["pause"].setEnabled(running)
        actions["step"].setEnabled(possible)
        actions["stop"].setEnabled(not idle)
        actions["rewind"].setEnabled(possible)
        actions["new_weights"].setEnabled(possible)
        actions.set_going_on(goes_on and not running)
        actions.give_space_to("pause" if running and not wants_new_run else "start")
        note = self.tr("This needs a new run: press Start. The present run stays in the list.") if wants_new_run else ""
        self.panel.set_note(note)
        self.progress.show_run(self._history, running)
        self._show_sentence()

    def _show_sentence(self) -> None:
        """Say what just happened, or what there is to see."""
        history = self.run_list.selected()
        if self._scenario is not None:
            text = self._scenario.look_at[self._appearance.language]
        elif history is not None:
            text = outcome_text(history)
        else:
            text = self.tr("Ready: press Space, and a network learns 1,000 digits by heart.")
        self.sentence.setText(text)

    # -------------------------------------------------------------------------------------------------------- view

    @Slot(bool)
    def _choose_log_epochs(self, logarithmic: bool) -> None:
        self.learning.set_logarithmic(logarithmic)

    @Slot(bool)
    def _fold_panel(self, shown: bool) -> None:
        self.panel.setVisible(shown)

    @Slot(bool)
    def _fold_runs(self, shown: bool) -> None:
        self.run_list.setVisible(shown)

    @Slot(bool)
    def _toggle_full_screen(self, full: bool) -> None:
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if full
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    # ------------------------------------------------------------------------------------------------------ events

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(self.tr("nnreg-gui: regularization of neural networks"))
        self.tabs.retranslate(self._appearance.language)
        self.actions_by_name.retranslate()
        self.menus.retranslate()
        if self.message.isVisible():
            self.message.show_text(self._sentence_told())
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, palette and font."""
        match event.type():
            case QEvent.Type.LanguageChange:
                self.retranslate()
            case QEvent.Type.PaletteChange:
                self._restyle()
            case QEvent.Type.FontChange:
                self._restyle()
                self._fit()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave the space bar to a button that the Tab key has led to: it could not be pressed without a mouse.

        Once all parts of the window, which hear of a language after it, speak it: fit the tool bar, and show the pages
        the runs by their new names.
        """
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and isinstance(self.focusWidget(), QAbstractButton)
        ):
            event.accept()
            return True
        handled = super().event(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fit_toolbar()
            self._show_runs()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tool bar; fold and unfold only where there is room for other parts than before."""
        super().resizeEvent(event)
        self._fit_toolbar()
        if self._layout.room(self.width(), self.height()) != self._room:
            self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a file."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file that is dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.open_experiment(paths[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """End everything at once."""
        self._settings.setValue("geometry", self.saveGeometry())
        self.control.close()
        self.studies.close()
        super().closeEvent(event)

    def _restyle(self) -> None:
        self.menus.retint()
        self.menus.check_choices()

    def _fit(self) -> None:
        """Fold away what does not fit; the View menu brings it back."""
        self._room = self._layout.room(self.width(), self.height())
        self._layout.share(self.width(), self.height())
        for name, fits in zip(("panel", "runs"), self._room, strict=True):
            self.actions_by_name[name].setChecked(fits)
        self._fit_toolbar()

    def _fit_toolbar(self) -> None:
        self.menus.fit_toolbar(self.width())

    def _restore(self) -> None:
        geometry = self._settings.value("geometry")
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            self.resize(1280, 720)
        self._fit()
