"""The window: places pages and panels and connects them; no threads, no arithmetic."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSettings, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nnreg_gui import __version__
from nnreg_gui.actions import Actions
from nnreg_gui.appearance import Appearance
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.scenarios import Scenario, load_scenarios
from nnreg_gui.experiment_files import read_experiment, write_experiment
from nnreg_gui.launcher import LauncherError, add_launcher, remove_launcher
from nnreg_gui.menus import Menus
from nnreg_gui.pages.learning_page import LearningPage
from nnreg_gui.pages.outcome import outcome_text
from nnreg_gui.pages.run_list import RunList
from nnreg_gui.pages.run_progress import RunProgress
from nnreg_gui.pages.weights_page import WeightsPage
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.problem_text import problem_text
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.run_control import RunControl, State
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.message_bar import MessageBar

_FILE_FILTER = "*.json"
# How many lines of text wide and high the window must be for the panel and the list of runs to fit beside the page.
_EMS_ACROSS, _EMS_DOWN = 49, 27


class MainWindow(QMainWindow):
    """The program's window."""

    def __init__(self, control: RunControl, appearance: Appearance, settings: QSettings) -> None:
        super().__init__()
        self.control, self._appearance, self._settings = control, appearance, settings
        self._scenarios = load_scenarios(resource_path("scenarios"))
        self._scenario: Scenario | None = None  # the one that was loaded last, until something else happens
        self._sentence_told: Callable[[], str] = str
        self._history: RunHistory | None = None  # of the run that was started last
        self.panel, self.run_list, self.progress = ExperimentPanel(), RunList(), RunProgress()
        self.learning, self.weights = LearningPage(self._scenarios), WeightsPage()
        self._pages = (self.learning, self.weights)
        self.tabs, self.message, self.sentence = QTabWidget(), MessageBar(), ElidedLabel()
        self.actions_by_name = Actions(self)
        self.menus = Menus(self, self.actions_by_name, appearance, self._scenarios, self.load_scenario, self.progress)
        self._place()
        self._connect()
        self.retranslate()
        self._restyle()
        self._restore()

    # ---------------------------------------------------------------------------------------------------- placing

    def _place(self) -> None:
        for page in self._pages:
            self.tabs.addTab(page, "")
        self.tabs.setDocumentMode(True)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        runs = QWidget()
        column = QVBoxLayout(runs)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addWidget(self.run_list, 1)
        self.across = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.across.addWidget(self.panel)
        self.across.addWidget(self.tabs)
        self.across.setStretchFactor(1, 1)
        self.down = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.down.addWidget(self.across)
        self.down.addWidget(runs)
        self.down.setStretchFactor(0, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.down, 1)
        self.setCentralWidget(content)
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
                "open": self._ask_what_to_open,
                "save": self._ask_where_to_save,
                "remove_run": self.run_list.remove_selected,
                "add_launcher": self.add_to_desktop,
                "remove_launcher": self.remove_from_desktop,
                "quit": self.close,
                "log_epochs": self._choose_log_epochs,
                "whole_run": self._show_whole_run,
                "panel": self.panel.setVisible,
                "runs": self.run_list.setVisible,
                "larger": self._appearance.larger,
                "smaller": self._appearance.smaller,
                "normal_size": self._appearance.normal_size,
                "full_screen": self._toggle_full_screen,
                "next_theme": self._appearance.next_theme,
                "next_language": self._appearance.next_language,
                "about": self._show_about,
            }
        )
        for place in range(len(self._pages)):
            shortcut = QShortcut(f"Alt+{place + 1}", self)
            shortcut.activated.connect(self._page_chooser(place))
        self.control.state_changed.connect(self._show_state)
        self.control.started.connect(self._begin_run)
        self.control.advanced.connect(self._advance)
        self.control.ended.connect(self._end_run)
        self.control.failed.connect(self.show_problem)
        self.panel.changed.connect(self._change_experiment)
        self.run_list.changed.connect(self._show_runs)
        self.tabs.currentChanged.connect(self._show_runs)

    def _page_chooser(self, place: int) -> Callable[[], None]:
        return lambda: self.tabs.setCurrentIndex(place)

    # -------------------------------------------------------------------------------------------------- what to do

    @Slot()
    def start(self) -> None:
        """Train the chosen experiment, or go on with it."""
        if self.panel.problem() is None:
            self.control.start(self.panel.value())

    @Slot()
    def step(self) -> None:
        """Train one epoch."""
        if self.panel.problem() is None:
            self.control.step(self.panel.value())

    @Slot()
    def rewind(self) -> None:
        """Show the initial weights again, ready to train."""
        if self.panel.problem() is None:
            self.control.rewind(self.panel.value())

    @Slot()
    def new_weights(self) -> None:
        """Draw other initial weights, ready to train."""
        self.control.stop()
        self.panel.take_next_seed()
        self.rewind()

    def load_scenario(self, scenario: Scenario) -> None:
        """Choose the experiment of a scenario; a run that is going on ends."""
        self.control.stop()
        self.message.hide()
        self.panel.set_value(scenario.experiment)
        self._scenario = scenario
        self._show_sentence()

    def open_experiment(self, path: str) -> None:
        """Choose the experiment in a file; a run that is going on ends. A bad file changes nothing."""
        try:
            experiment = read_experiment(path)
        except Problem as problem:
            self.show_problem(problem)
            return
        self.control.stop()
        self.message.hide()
        self.panel.set_value(experiment)

    def save_experiment(self, path: str) -> None:
        """Write the chosen experiment to a file."""
        try:
            write_experiment(path, self.panel.value())
        except Problem as problem:
            self.show_problem(problem)

    @Slot()
    def add_to_desktop(self) -> None:
        """Put a launcher on the desktop and in the menu, and say where."""
        try:
            paths = add_launcher()
        except LauncherError as error:
            self.show_problem(error)
        else:
            self._tell(lambda: self.tr("The launcher was written to: {0}").format(", ".join(map(str, paths))))

    @Slot()
    def remove_from_desktop(self) -> None:
        """Take the launchers away."""
        try:
            remove_launcher()
        except LauncherError as error:
            self.show_problem(error)
        else:
            self._tell(lambda: self.tr("The launchers of this program were removed."))

    @Slot(object)
    def show_problem(self, problem: Exception) -> None:
        """Say what is wrong, in one sentence."""
        self._tell(lambda: problem_text(problem))

    def show_fault(self, error: BaseException) -> None:
        """Say that the program itself has failed at something; it goes on."""
        self._tell(
            lambda: self.tr("A fault in the program ({0}). You may go on; please report it.").format(repr(error))
        )

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
        if self.panel.problem() is None:
            self.control.change(self.panel.value())
        self._show_state()

    @Slot()
    def _show_runs(self) -> None:
        """Draw the page that is seen; the others are drawn when they are."""
        self._pages[self.tabs.currentIndex()].show_runs(self.run_list.runs())
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

    @Slot()
    def _show_whole_run(self) -> None:
        self.learning.show_whole()
        self.weights.show_whole()

    @Slot(bool)
    def _toggle_full_screen(self, full: bool) -> None:
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if full
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    @Slot()
    def _show_about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About nnreg-gui"),
            self.tr(
                "nnreg-gui {0}: how regularization of neural networks works. After chapter 3 of Michael Nielsen's "
                "“Neural Networks and Deep Learning”. Code: MIT licence. Digits: MNIST by Y. LeCun, C. Cortes and "
                "C. J. C. Burges, CC BY-SA 3.0."
            ).format(__version__),
        )

    @Slot()
    def _ask_what_to_open(self) -> None:
        dialog = QFileDialog(self, self.tr("Open experiment"), "", _FILE_FILTER)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.open_experiment)
        dialog.open()

    @Slot()
    def _ask_where_to_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save experiment"), "experiment.json", _FILE_FILTER)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(self.save_experiment)
        dialog.open()

    # ------------------------------------------------------------------------------------------------------ events

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(self.tr("nnreg-gui: regularization of neural networks"))
        for place, title in enumerate((self.tr("Learning"), self.tr("Weights"))):
            self.tabs.setTabText(place, title)
        self.learning.set_language(self._appearance.language)
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
                self._fit_toolbar()
            case QEvent.Type.PaletteChange:
                self._restyle()
            case QEvent.Type.FontChange:
                self._restyle()
                self._fit()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave the space bar to a button that the Tab key has led to: it could not be pressed without a mouse."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and isinstance(self.focusWidget(), QAbstractButton)
        ):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tool bar."""
        super().resizeEvent(event)
        self._fit_toolbar()

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
        super().closeEvent(event)

    def _restyle(self) -> None:
        self.menus.retint()
        self.menus.check_choices()

    def _fit(self) -> None:
        """Share the window anew between panel, page and runs when the text has another size."""
        em = self.fontMetrics().height()
        self.panel.setMinimumWidth(18 * em)
        # What would not fit is folded away; the View menu brings it back.
        for name, part, fits in (
            ("panel", self.panel, self.width() >= _EMS_ACROSS * em),
            ("runs", self.run_list, self.height() >= _EMS_DOWN * em),
        ):
            part.setVisible(fits)
            self.actions_by_name[name].setChecked(fits)
        rows = (7 * em if self.actions_by_name["runs"].isChecked() else 2 * em) + em
        self.across.setSizes([19 * em, max(1, self.width() - 19 * em)])
        self.down.setSizes([max(1, self.height() - rows), rows])
        self._fit_toolbar()

    def _fit_toolbar(self) -> None:
        self.menus.fit_toolbar(self.width())

    def _restore(self) -> None:
        geometry = self._settings.value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1280, 720)
        self._fit()
