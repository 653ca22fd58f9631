"""The files that the window's commands read and write, one after another, without making the user wait."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, Signal, Slot

from nnreg_gui.engine.problems import Problem
from nnreg_gui.files.file_thread import FileThread
from nnreg_gui.files.reading import Reading
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.texts import percent_text, whole_text

_MILLISECONDS = 1_000  # until we say that we are waiting for a file
_LARGE, _BYTES_PER_SECOND = 100e6, 60e6  # bytes to announce before writing them, and how fast they go


@dataclass(frozen=True, slots=True, eq=False)
class _FileJob:
    """A job of the file thread, what to say while waiting for it and at its end, if anything; and what it is."""

    run: Callable[[], object]
    waited_for: Callable[[], str]
    told: Callable[[], str] | None = None
    stop: Callable[[], None] | None = None

    def __call__(self) -> object:
        return self.run()

    @property
    def reads(self) -> bool:
        return self.told is None


class FileJobs(QObject):
    """Reads and writes files in a thread; a job that fails changes nothing.

    Attributes:
        folder: the user's last one; the documents at first.

    Signals:
        read: a file was read and is valid; carries what was in it.
        told: something went wrong; carries a function that says so in the current language.
        done: a file was written; carries such a function.
        waiting: a file takes its time; carries such a function. The user may `give_up()`.
        went_on: a second later, that function may say something else.
    """

    read = Signal(object)
    told = Signal(object)
    done = Signal(object)
    waiting = Signal(object)
    went_on = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_closed = False
        self._waited_for: object = None  # the job that `waiting` has told of
        self.folder = _documents()
        self._files = FileThread(self)
        self._files.done.connect(self._take_result)
        self._files.failed.connect(self._take_failure)
        self._patience = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._patience.timeout.connect(self._say_what_is_waited_for)

    @property
    def busy(self) -> bool:
        """Whether it is reading or writing a file."""
        return self._files.busy

    def open(self, path: str, read: Callable[[str], object]) -> None:
        """Read a file with a function that may raise `Problem`; the signal `read` carries what it returns.

        If the function is a `Reading`, the user sees how far it is, and giving it up stops it.
        """
        self.folder = str(Path(path).parent)
        reading = read if isinstance(read, Reading) else None
        self._do(
            _FileJob(
                lambda: None if self._is_closed else read(path),
                partial(self._say_reading, path, reading),
                stop=None if reading is None else reading.stop,
            )
        )

    def save(self, path: str, write: Callable[[], None], size: int = 0) -> None:
        """Write a file with a function that may raise `Problem`.

        Args:
            path: of the file.
            write: writes it.
            size: roughly how many bytes, if they may be many.
        """
        self.folder = str(Path(path).parent)
        self._do(_FileJob(write, partial(self._say_saving, path, size), partial(self._say_saved, path)))
        if size > _LARGE:
            self._say_what_is_waited_for()

    @Slot()
    def give_up(self) -> None:
        """Stop waiting for the current file: a read never arrives, a write may still finish."""
        self._stop_reading()
        self._files.give_up()
        self._wait_for_next()

    @Slot()
    def close(self) -> None:
        """Wait until all files are written, unless that takes for ever; do not wait for reads."""
        self._is_closed = True
        self._patience.stop()
        QCoreApplication.sendPostedEvents(self._files)  # tells of what has ended: a read may have begun since
        while (job := self._files.present) is not None and isinstance(job, _FileJob) and job.reads:
            self._stop_reading()
            self._files.give_up()
        self._files.close()

    # ---------------------------------------------------------------------------------------------------------- jobs

    def _stop_reading(self) -> None:
        job = self._files.present
        if isinstance(job, _FileJob) and job.stop is not None:
            job.stop()

    def _do(self, job: _FileJob) -> None:
        self._files.do(job)
        if not self._patience.isActive():
            self._patience.start()

    @Slot(object, object)
    def _take_result(self, job: _FileJob, result: object) -> None:
        self._wait_for_next()
        if job.told is not None:
            self.done.emit(job.told)
        elif not self._is_closed and result is not None:
            self.read.emit(result)

    @Slot(object, object)
    def _take_failure(self, job: _FileJob, problem: Problem) -> None:
        self._wait_for_next()
        self.told.emit(lambda: problem_text(problem))

    def _wait_for_next(self) -> None:
        if self._files.busy:
            self._patience.start()
        else:
            self._patience.stop()

    @Slot()
    def _say_what_is_waited_for(self) -> None:
        job = self._files.present
        if job is self._waited_for:
            self.went_on.emit()
        elif isinstance(job, _FileJob):
            self._waited_for = job
            self.waiting.emit(job.waited_for)
        self._patience.start()

    # ------------------------------------------------------------------------------------------------- what is said

    def _say_reading(self, path: str, reading: Reading | None) -> str:
        if reading is None or not reading.share:
            return self.tr("Reading {0}… Close this message to give it up.").format(path)
        text = self.tr("Reading {0}, {1} done… Close this message to give it up.")
        return text.format(path, percent_text(reading.share, 0))

    def _say_saving(self, path: str, size: int) -> str:
        if size <= _LARGE:
            return self.tr("Saving {0}… Close this message to wait no longer.").format(path)
        text = self.tr("Saving {0}: {1} MB, which take about {2} seconds… Close this message to wait no longer.")
        return text.format(path, whole_text(round(size / 1e6)), whole_text(round(size / _BYTES_PER_SECOND)))

    def _say_saved(self, path: str) -> str:
        return self.tr("Saved: {0}").format(path)


def _documents() -> str:
    """Return where users keep their documents, or, without such a folder, their files."""
    places = QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation
    folders = map(QStandardPaths.writableLocation, places)
    return next((folder for folder in folders if Path(folder).is_dir()), "")
