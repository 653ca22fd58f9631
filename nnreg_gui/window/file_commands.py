"""What the File and Help menus do: load and save experiments, add the launcher, say what runs here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from nnreg_gui import __version__
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import Problem
from nnreg_gui.files.experiment_files import EXPERIMENT_SUFFIX, read_experiment, write_experiment
from nnreg_gui.files.file_dialogs import ask_what_to_open, ask_where_to_save
from nnreg_gui.files.file_jobs import FileJobs
from nnreg_gui.problem_text import problem_text


class FileCommands(QObject):
    """Commands that deal with things outside the window. A command that fails changes nothing.

    Signals:
        told: something went wrong; carries a function that says it in the present language.
        done: the command has succeeded; carries a function of the same kind.
    """

    told = Signal(object)
    done = Signal(object)

    def __init__(self, window: QWidget, jobs: FileJobs, chosen: Callable[[], Experiment]) -> None:
        super().__init__(window)
        self._window, self._jobs, self._chosen = window, jobs, chosen

    @Slot(str)
    def open_experiment(self, path: str) -> None:
        """Read the experiment in a file."""
        self._jobs.open(path, read_experiment)

    @Slot(str)
    def save_experiment(self, path: str) -> None:
        """Write the chosen experiment to a file."""
        try:
            experiment = self._chosen()
        except Problem as problem:  # the choices contradict each other
            self._tell_problem(problem)
        else:
            self._jobs.save(path, partial(write_experiment, path, experiment))

    @Slot()
    def ask_what_to_open(self) -> None:
        """Let the user choose a file, and open it."""
        title, folder = self.tr("Open experiment"), self._jobs.folder
        ask_what_to_open(self._window, title, folder, self._kind(), self.open_experiment)

    @Slot()
    def ask_where_to_save(self) -> None:
        """Let the user choose a file, and save the experiment to it."""
        title, path = self.tr("Save experiment"), f"{self._jobs.folder}/experiment.{EXPERIMENT_SUFFIX}"
        ask_where_to_save(self._window, title, path, self._kind(), self.save_experiment)

    @Slot()
    def open_new_window(self) -> None:
        """Start the program once more."""
        from nnreg_gui.system.new_window import open_new_window

        if open_new_window():
            self.done.emit(lambda: self.tr("A new window is opening."))
        else:
            self.told.emit(lambda: self.tr("No new window can be opened: please install nnreg-gui again."))

    @Slot()
    def add_to_desktop(self) -> None:
        """Put a launcher on the desktop and in the menu, and say where."""
        from nnreg_gui.system.launcher import add_launcher  # rarely needed: not at every start
        from nnreg_gui.system.launcher_files import LauncherError

        try:
            paths = ", ".join(map(str, add_launcher()))
        except LauncherError as error:
            self._tell_problem(error)
        else:
            self.done.emit(lambda: self.tr("The launcher was written to: {0}").format(paths))

    @Slot()
    def remove_from_desktop(self) -> None:
        """Remove the launchers."""
        from nnreg_gui.system.launcher import remove_launcher
        from nnreg_gui.system.launcher_files import LauncherError

        try:
            remove_launcher()
        except LauncherError as error:
            self._tell_problem(error)
        else:
            self.done.emit(lambda: self.tr("The launchers of this program were removed."))

    @Slot()
    def copy_system_information(self) -> None:
        """Put on the clipboard what a report of a fault should say."""
        from nnreg_gui.system_information import system_information

        QGuiApplication.clipboard().setText(system_information())
        self.done.emit(lambda: self.tr("The system information was copied: paste it into your report."))

    @Slot()
    def show_about(self) -> None:
        """Say what this program is, and whose work it builds on."""
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About nnreg-gui"))
        box.setIconPixmap(self._window.windowIcon().pixmap(64))
        box.setText(
            self.tr(
                "nnreg-gui {0}: how regularization of neural networks works. After chapter 3 of Michael Nielsen's "
                "“Neural Networks and Deep Learning”. Code: MIT licence. Digits: MNIST by Y. LeCun, C. Cortes and "
                "C. J. C. Burges, CC BY-SA 3.0."
            ).format(__version__)
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()  # without a nested event loop: the window goes on drawing the training behind it

    def _kind(self) -> str:
        return self.tr("Experiment (*.{0} *.json)").format(EXPERIMENT_SUFFIX)

    def _tell_problem(self, problem: Exception) -> None:
        self.told.emit(lambda: problem_text(problem))
