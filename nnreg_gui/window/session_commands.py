"""What the File menu does with results: sessions, curves, pictures and experiments as text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from errno import ENOMEM
from functools import partial
from os import strerror

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.sessions.session import SESSION_SUFFIX, ListedRun, Session
from nnreg_gui.files.file_dialogs import ask_what_to_open, ask_where_to_save
from nnreg_gui.files.file_jobs import FileJobs
from nnreg_gui.panels.experiment_text import pruned_name, run_names
from nnreg_gui.plots.picture import Pictured, picture_of, png_of
from nnreg_gui.problem_text import problem_text

_MOST_SIGNS = 1_000_000  # of a pasted text: anything longer is no experiment


class SessionCommands(QObject):
    """Commands that carry runs and experiments out of the window and back. A command that fails changes nothing.

    `FileJobs` write and read the files; what they write is as it was when the user asked. The code that writes is
    imported only then, as it would delay the window's start.

    Signals:
        experiment_pasted: an experiment was pasted; carries the `Experiment`.
        told: something went wrong; carries a function that says it in the present language.
        done: the command has succeeded; carries a function of the same kind.
    """

    experiment_pasted = Signal(object)
    told = Signal(object)
    done = Signal(object)

    def __init__(
        self,
        window: QWidget,
        jobs: FileJobs,
        session: Callable[[], Session],
        pictured: Callable[[], Pictured],
        chosen: Callable[[], Experiment],
        opened: Iterable[DataSet] = (),
    ) -> None:
        """Belong to a window.

        Args:
            window: the parent of dialogs.
            jobs: reads and writes the files.
            session: returns the runs of the list.
            pictured: returns what a picture should show.
            chosen: returns the chosen experiment.
            opened: the data sets of the user, to which more may come, that a pasted line may be about.
        """
        super().__init__(window)
        self._window, self._jobs, self._session, self._pictured, self._chosen = window, jobs, session, pictured, chosen
        self._opened = opened

    # ------------------------------------------------------------------------------------------------------- sessions

    @Slot()
    def ask_where_to_save_session(self) -> None:
        """Let the user choose a file, and save all runs to it."""
        if self._has_runs():
            name, kind = self.tr("runs"), self.tr("Session of runs (*.{0})").format(SESSION_SUFFIX)
            self._ask_where(self.tr("Save the session"), f"{name}.{SESSION_SUFFIX}", kind, self.save_session)

    @Slot(str)
    def save_session(self, path: str) -> None:
        """Write all runs to a file, unfinished ones as far as they are."""
        from nnreg_gui.engine.sessions.session_format import file_size, fitting
        from nnreg_gui.files.session_files import write_session_file

        try:
            session = fitting(self._session())
        except Problem as problem:  # the session is too large
            self._tell_problem(problem)
        else:
            self._jobs.save(path, partial(write_session_file, path, session), file_size(session))

    @Slot()
    def ask_what_session_to_open(self) -> None:
        """Let the user choose a file, and open the session in it."""
        kind = self.tr("Session of runs (*.{0})").format(SESSION_SUFFIX)
        ask_what_to_open(self._window, self.tr("Open a session"), self._jobs.folder, kind, self.open_session)

    @Slot(str)
    def open_session(self, path: str) -> None:
        """Read the session in a file."""
        from nnreg_gui.files.session_files import read_session_file

        self._jobs.open(path, read_session_file)

    # --------------------------------------------------------------------------------------------- curves and pictures

    @Slot()
    def ask_where_to_export_curves(self) -> None:
        """Let the user choose a file, and write the curves of the shown runs to it."""
        if not any(run.shown for run in self._session().runs) and self._has_runs():
            self.told.emit(lambda: self.tr("All runs are hidden: check those whose curves are to be exported."))
        elif self._has_runs():
            title, kind = self.tr("Export the curves of the shown runs"), self.tr("Table (*.csv)")
            self._ask_where(title, self.tr("curves") + ".csv", kind, self.export_curves)

    @Slot(str)
    def export_curves(self, path: str) -> None:
        """Write the curves of the shown runs to a CSV file that spreadsheets open."""
        from nnreg_gui.engine.sessions.session_format import frozen

        runs = frozen(self._session(), networks=0).runs
        names = run_names([run.history.experiment for run in runs])  # the names depend on all runs of the list
        named = [
            replace(run, name=run.name or pruned_name(name, run.history.pruning))
            for run, name in zip(runs, names, strict=True)
            if run.shown
        ]
        decimal_comma = QLocale().decimalPoint() == ","
        self._jobs.save(path, partial(_write_curves, path, named, decimal_comma=decimal_comma))

    @Slot()
    def ask_where_to_save_picture(self) -> None:
        """Let the user choose a file, and save a picture of what is visible to it."""
        title, kind = self.tr("Save a picture"), self.tr("Picture (*.png)")
        self._ask_where(title, self.tr("picture") + ".png", kind, self.save_picture)

    @Slot(str)
    def save_picture(self, path: str) -> None:
        """Write a picture of what is visible, with twice its pixels."""
        self._jobs.save(path, partial(_write_picture, path, picture_of(self._pictured())))

    @Slot()
    def copy_picture(self) -> None:
        """Put a picture of what is visible on the clipboard."""
        QGuiApplication.clipboard().setImage(picture_of(self._pictured()))
        self.done.emit(lambda: self.tr("The picture was copied: paste it into a slide."))

    # ---------------------------------------------------------------------------------------------------- experiments

    @Slot()
    def copy_experiment(self) -> None:
        """Put the chosen experiment on the clipboard, as one line."""
        from nnreg_gui.engine.experiment_line import experiment_line

        try:
            line = experiment_line(self._chosen())
        except Problem as problem:  # the choices contradict each other
            self._tell_problem(problem)
            return
        QGuiApplication.clipboard().setText(line)
        self.done.emit(lambda: self.tr("The experiment was copied as text: {0}").format(line))

    @Slot()
    def paste_experiment(self) -> None:
        """Read the experiment on the clipboard: a line, or the text of an experiment file."""
        from nnreg_gui.engine.experiment_line import experiment_from_text

        try:
            experiment = experiment_from_text(QGuiApplication.clipboard().text()[:_MOST_SIGNS], self._opened)
        except Problem as problem:
            self._tell_problem(problem)
        else:
            self.experiment_pasted.emit(experiment)

    # ------------------------------------------------------------------------------------------------ what has happened

    def _tell_problem(self, problem: Problem) -> None:
        self.told.emit(lambda: problem_text(problem))

    def _has_runs(self) -> bool:
        """Return whether there are runs; say so if there are none."""
        if any(len(run.history) for run in self._session().runs):
            return True
        self.told.emit(lambda: self.tr("There are no runs yet: press Space to train one."))
        return False

    def _ask_where(self, title: str, name: str, kind: str, save: Callable[[str], None]) -> None:
        ask_where_to_save(self._window, title, f"{self._jobs.folder}/{name}", kind, save)


def _write_curves(path: str, runs: Sequence[ListedRun], *, decimal_comma: bool) -> None:
    from nnreg_gui.engine.curves_csv import curves_csv
    from nnreg_gui.files.user_files import write_file

    text = curves_csv(runs, decimal_comma=decimal_comma)
    write_file(path, text.encode("utf-8-sig"))  # with the mark by which spreadsheets recognize it


def _write_picture(path: str, image: QImage) -> None:
    from nnreg_gui.files.user_files import not_written, write_file

    content = png_of(image)
    if not content:
        raise not_written(path, OSError(ENOMEM, strerror(ENOMEM)))
    write_file(path, content)
