"""Autosave: what a program that crashes leaves of its runs, and the next one finds."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer, QUuid, Signal, Slot

from nnreg_gui.autosave_folder import (
    LOCK,
    SavedHistory,
    index_text,
    last_written,
    numbered,
    read_folder,
    remove_files,
    remove_history,
    write_history,
    write_index,
)
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.session import ListedRun, Session
from nnreg_gui.engine.session_format import frozen, histories_of
from nnreg_gui.file_thread import FileThread

_MILLISECONDS_BETWEEN_SAVES = 5_000
_SET_ASIDE = "unreadable"


class Autosave(QObject):
    """Keeps the runs of the list in a folder of this program's own; a clean end removes it.

    Files are written in a thread: the window only takes note of what is to be written. Nothing is written, nor any
    folder made, before a run has come beyond its untrained network.

    Signals:
        failed: something could not be kept or recovered; carries the `Problem`. Told once until it works again.
    """

    failed = Signal(object)

    def __init__(
        self,
        session: Callable[[], Session],
        folder: Path | None = None,
        parent: QObject | None = None,
        *,
        milliseconds: int = _MILLISECONDS_BETWEEN_SAVES,
    ) -> None:
        """Keep what `session` returns below a folder: that of the program's data, unless another one is given.

        What goes on is written every so many milliseconds.
        """
        super().__init__(parent)
        self._session, self._base = session, folder or _default_folder()
        self._own: tuple[Path, QLockFile] | None = None
        self._left: list[tuple[Path, QLockFile]] = []  # by programs that have crashed
        self._recovered: frozenset[RunHistory] = frozenset()
        self._takes_over: object = None  # the job that writes what was recovered
        self._saved: dict[RunHistory, SavedHistory] = {}
        self._index = ""
        self._last_number = 0
        self._well = True
        self._files = FileThread(self)
        self._files.done.connect(self._take_success)
        self._files.failed.connect(self._take_failure)
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(self._save_what_goes_on)

    # ------------------------------------------------------------------------------------------------ what is called

    def recover(self) -> Session | None:
        """Return the runs that programs which have crashed left behind, or None; to be called once, at the start.

        Their files stay until these runs, shown in the list, stand in files of this program, or until it ends well.
        Files that cannot be read are set aside.
        """
        runs: list[ListedRun] = []
        baseline = selected = None
        for left in self._find_left():
            session, unreadable = read_folder(left[0])
            if unreadable:
                self._set_aside(left, unreadable)
            if session.runs and not runs:
                baseline, selected = session.baseline, session.selected
            runs += session.runs
        if not runs:
            self._remove_left()
            return None
        session = numbered(Session(tuple(runs), baseline, selected))
        self._recovered = frozenset(histories_of(session))
        return session

    @Slot()
    def run_ended(self) -> None:
        """Keep everything at once: a run has ended."""
        self._save(whole=True)

    @Slot()
    def advanced(self) -> None:
        """Keep what is new soon: a run has grown, or the list has changed. Cheap enough for 30 times a second."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def close(self) -> None:
        """End well: nothing needs to be recovered."""
        self._timer.stop()
        self._files.close()
        self._remove_left()
        if self._own is not None:
            _remove(*self._own)
            self._own = None

    # --------------------------------------------------------------------------------------------------------- saving

    @Slot()
    def _save_what_goes_on(self) -> None:
        if not self._files.busy:  # on a slow disk, not so often
            self._save(whole=False)
        if self._files.busy or not all(saved.whole for saved in self._saved.values()):
            self._timer.start()

    def _save(self, whole: bool) -> None:
        """Write what is new; of runs that are growing the evenly spaced networks, too, only if they are wanted."""
        session = self._session()
        histories = [history for history in histories_of(session) if len(history) > 1]
        if self._own is None and not (histories and self._make_own()):
            return
        removed = self._saved.keys() - set(histories)
        jobs: list[Callable[[Path], None]] = [
            partial(remove_history, number=self._saved.pop(history).number) for history in removed
        ]
        jobs += [job for history in histories if (job := self._note(history, whole)) is not None]
        index = index_text(session, {history: saved.number for history, saved in self._saved.items()})
        if index != self._index:
            jobs.append(partial(write_index, index=index))
            self._index = index
        if jobs and self._own is not None:
            job = partial(_do_all, jobs, self._own[0])
            if self._recovered & set(histories):
                self._takes_over = job
            self._files.do(job)

    def _note(self, history: RunHistory, whole: bool) -> Callable[[Path], None] | None:
        """Return what writes a history as it is now; None if it stands in its file."""
        saved = self._saved.get(history)
        if saved is None:
            self._last_number += 1
            saved = self._saved[history] = SavedHistory(self._last_number)
        if not saved.outdated_by(history, whole or history in self._recovered):
            return None
        run = Session((ListedRun(history, 1),))
        return partial(write_history, number=saved.number, session=frozen(run) if saved.whole else frozen(run, 0))

    @Slot(object, object)
    def _take_success(self, job: object, result: object) -> None:
        self._well = True
        if job is self._takes_over:  # what was recovered stands in files of this program now
            self._takes_over, self._recovered = None, frozenset()
            self._remove_left()

    @Slot(object, object)
    def _take_failure(self, job: object, problem: Problem) -> None:
        """Note that nothing may stand in its file as it should."""
        for saved in self._saved.values():
            saved.state = ()
        self._index = ""
        self._tell_once(problem.values.get("reason", str(problem)))

    def _tell_once(self, reason: str) -> None:
        was_well, self._well = self._well, False
        if was_well:
            self.failed.emit(
                Problem(
                    "The runs cannot be kept for the case that the program crashes ({reason}): make room on the disk, "
                    "or save them as a session.",
                    reason=reason,
                )
            )

    # -------------------------------------------------------------------------------------------------------- folders

    def _make_own(self) -> bool:
        """Make a folder for the files of this program, locked as long as it lives."""
        folder = self._base / QUuid.createUuid().toString(QUuid.StringFormat.WithoutBraces)
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            self._tell_once(error.strerror or str(error))
            return False
        lock = _lock(folder)
        if lock is not None:
            self._own = folder, lock
        return lock is not None

    def _find_left(self) -> list[tuple[Path, QLockFile]]:
        """Lock and return the folders whose programs are no more, the newest first."""
        try:
            folders = [one for one in self._base.iterdir() if one.is_dir() and one.name != _SET_ASIDE]
        except OSError:
            return []
        folders.sort(key=last_written, reverse=True)
        self._left = [(folder, lock) for folder in folders if (lock := _lock(folder)) is not None]
        return list(self._left)

    def _remove_left(self) -> None:
        for folder, lock in self._left:
            _remove(folder, lock)
        self._left = []

    def _set_aside(self, left: tuple[Path, QLockFile], unreadable: list[Path]) -> None:
        """Move files to where they are not removed; where that is not possible, their folder stays as it is."""
        aside = self._base / _SET_ASIDE
        try:
            aside.mkdir(exist_ok=True)
            for path in unreadable:
                path.rename(aside / f"{path.parent.name}-{path.name}")
        except OSError:
            aside = left[0]
            self._left.remove(left)
            left[1].unlock()
        self.failed.emit(
            Problem(
                "Some of the runs that were kept when the program crashed cannot be read; their files are in {folder}.",
                folder=str(aside),
            )
        )


def _default_folder() -> Path:
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(data) / "autosave"


def _lock(folder: Path) -> QLockFile | None:
    """Lock a folder; None if another program that is running has done so."""
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # however old: it holds as long as the program runs that made it
    return lock if lock.tryLock(0) else None


def _remove(folder: Path, lock: QLockFile) -> None:
    """Remove a folder: the files first, as nobody else may find them once it is not locked."""
    remove_files(folder)
    lock.unlock()
    try:
        folder.rmdir()
    except OSError:
        return  # something else is in it


def _do_all(jobs: list[Callable[[Path], None]], folder: Path) -> None:
    for job in jobs:
        job(folder)
