"""Autosave: keeps a program's runs, however it ends, for the next one to find."""

import errno
import os
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, QUuid, Signal, Slot

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import frozen, histories_of
from nnreg_gui.files.autosave_claims import Folder, claim
from nnreg_gui.files.autosave_folder import (
    SavedHistory,
    file_of,
    index_text,
    numbered,
    read_index,
    remove_history,
    write_history,
    write_index,
)
from nnreg_gui.files.autosave_left import LeftRuns, files_of, read_runs, set_aside, take_over
from nnreg_gui.files.autosave_offer import Offer
from nnreg_gui.files.file_thread import FileThread
from nnreg_gui.files.user_files import not_written, reason_of

_MILLISECONDS_BETWEEN_SAVES = 5_000


class Autosave(QObject):
    """Keeps the runs of the list in this program's own folder.

    What a crash leaves there belongs to the next program that starts; what a good end leaves is offered to it. A thread
    writes the files: the window only notes what to write. Nothing is written, and no folder made, before a run has got
    past its untrained network.

    Signals:
        failed: something could not be kept or recovered; carries the `Problem`. Emitted once until it works again.
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
        """Keep what `session` returns below a folder: the program's data folder, unless given another one.

        Write unfinished runs at this interval, in milliseconds.
        """
        super().__init__(parent)
        self._session, self._base = session, folder or _default_folder()
        self._own: Folder | None = None
        self._name, self._last_number = _new_name(), 0  # of the histories this program writes first
        self._offer = Offer(self._base)
        self._saved: dict[RunHistory, SavedHistory] = {}
        self._index = ""
        self._well = True
        self._files = FileThread(self)
        self._files.done.connect(self._take_success)
        self._files.failed.connect(self._take_failure)
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(self._save_what_goes_on)

    # ------------------------------------------------------------------------------------------- what others have left

    @property
    def sees_others(self) -> bool:
        """Whether `recover()` saw other programs, which may have been ending."""
        return self._offer.sees_others

    def recover(self) -> Session | None:
        """Return the runs that crashed programs left behind, or None; they are this program's from now on.

        Call it at the start, and again if there were other programs: one being killed may go on for a while.
        """
        return self._take(self._offer.look([self._own.path] if self._own is not None else []))

    def offer(self) -> tuple[int, int]:
        """Return how many runs can be accepted: of programs that ended well, and of others perhaps still running."""
        return self._offer.counts(set(self._names().values()))

    def accept(self) -> Session | None:
        """Return the runs on offer, or None. Copy those that may be another program's, and leave them as they are."""
        return self._take(self._offer.accept())

    def decline(self) -> None:
        """Stop offering. The runs are still there at the next start, unless this program leaves runs of its own."""
        self._offer.decline()

    def _take(self, folders: list[Folder]) -> Session | None:
        """Read folders, and merge those that are locked into this program's own."""
        files = files_of([*folders, *self._offer.folders])
        left = read_runs(folders, files, set(self._names().values()))
        for problem in set_aside(left, folders, self._base):
            self.failed.emit(problem)
        locked = [folder for folder in folders if folder.lock is not None]
        if left.names:
            self._own = self._own or next(iter(locked), None)
            self._take_over(locked, left, files)
        for folder in locked:
            if folder is not self._own:
                folder.release()
        return left.session if left.names else None

    def _take_over(self, locked: list[Folder], left: LeftRuns, files: dict[str, Path]) -> None:
        """Take over files of others; what cannot be moved is written again, in time, under the same name."""
        self._files.close()  # a write in progress must not replace the index of all
        listed, self._index = self._session(), ""
        baseline, selected = listed.baseline or left.session.baseline, listed.selected or left.session.selected
        session = numbered([*listed.runs, *left.session.runs], baseline, selected)
        if self._own is not None:
            read = {name: files[name] for name in left.names.values()}
            try:
                take_over(self._own.path, locked, read, index_text(session, self._names() | left.names))
            except (Problem, OSError) as error:
                self._tell_once(_reason(error))
        for history, name in left.names.items():
            saved = self._saved[history] = SavedHistory(name)
            if self._own is not None and file_of(self._own.path, name).exists():
                saved.outdated_by(history, whole=True)  # it is not outdated: it has just been read

    def _names(self) -> dict[RunHistory, str]:
        return {history: saved.name for history, saved in self._saved.items()}

    # ---------------------------------------------------------------------------------------------------------- saving

    @Slot()
    def run_ended(self) -> None:
        """Keep everything at once, because a run has ended."""
        self._save(whole=True)

    @Slot()
    def advanced(self) -> None:
        """A run has grown or the list has changed: keep what is new soon, and what was never kept at once.

        Cheap enough for 30 times a second.
        """
        if self._well and any(history not in self._saved for history in _begun(self._session())):
            self._save(whole=False)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def close(self) -> None:
        """End well: the next program offers the runs in the list, which replace those offered to this one."""
        self._files.close()
        QCoreApplication.sendPostedEvents(self._files)  # retries what could not be written
        self._forget_what_is_gone()
        self._save(whole=True, ended=True)
        self._timer.stop()
        self._files.close()
        ended = self._own is not None and bool(self._saved) and read_index(self._own.path).ended
        self._offer.close(replaced=ended)
        if self._own is not None:
            self._own.release()
        self._own, self._saved, self._index = None, {}, ""

    @Slot()
    def _save_what_goes_on(self) -> None:
        if not self._files.busy:  # less often on a slow disk
            self._save(whole=False)
        if self._files.busy or not self._well or not all(saved.whole for saved in self._saved.values()):
            self._timer.start()

    def _save(self, whole: bool, *, ended: bool = False) -> None:
        """Write what is new; of growing runs, write the evenly spaced networks only if `whole`.

        The index comes before the runs it names, and after the removal of those it does not: whatever a crash leaves is
        in it.
        """
        session = self._session()
        histories = _begun(session)
        if self._own is None and not (histories and self._make_own()):
            return
        assert self._own is not None
        path = self._own.path
        listed = set(histories)
        removed = [history for history, saved in self._saved.items() if saved.listed and history not in listed]
        jobs: list[Callable[[], None]] = [
            partial(remove_history, path, self._saved.pop(history).name) for history in removed
        ]
        writing = [job for history in histories if (job := self._note(path, history, whole)) is not None]
        index = index_text(session, self._names())
        if index != self._index:
            jobs.append(partial(write_index, path, index))
            self._index = index
        jobs += writing
        if ended:
            jobs.append(partial(write_index, path, index_text(session, self._names(), ended=True)))
        jobs += [partial(Folder.note_shown, folder) for folder in self._offer.copied()]
        if jobs:
            self._files.do(partial(_do_all, jobs))

    def _note(self, folder: Path, history: RunHistory, whole: bool) -> Callable[[], None] | None:
        """Return a function that writes a history as it is now; None if its file is up to date."""
        saved = self._saved.get(history)
        if saved is None:
            self._last_number += 1
            saved = self._saved[history] = SavedHistory(f"{self._name}-{self._last_number:04}")
        saved.listed = True
        if not saved.outdated_by(history, whole or history.finished):
            return None
        run = Session((ListedRun(history, 1),))
        return partial(write_history, folder, saved.name, frozen(run) if saved.whole else frozen(run, 0))

    @Slot(object, object)
    def _take_success(self, job: object, result: object) -> None:
        self._well = True

    @Slot(object, object)
    def _take_failure(self, job: object, problem: Problem) -> None:
        if self._own is not None:  # not closed meanwhile
            self._write_anew()
            self._forget_what_is_gone()
            self._tell_once(_reason(problem))

    def _write_anew(self) -> None:
        """Note that no file may be as it should."""
        self._index = ""
        for saved in self._saved.values():
            saved.state = ()

    def _forget_what_is_gone(self) -> None:
        """Note that somebody has removed the folder; the next save makes another one."""
        if self._own is not None and not self._own.path.is_dir():
            self._own.release()
            self._own = None
            self._write_anew()

    def _tell_once(self, reason: str) -> None:
        """Say why runs are not kept, unless already said since they last were; and try again."""
        was_well, self._well = self._well, False
        self._timer.start()
        if was_well:
            self.failed.emit(
                Problem(
                    "The runs cannot be kept for the case that the program crashes ({reason}): make room on the disk, "
                    "or save them as a session.",
                    reason=reason,
                )
            )

    def _make_own(self) -> bool:
        """Make a folder for this program's files, locked while it lives; on failure, leave nothing behind."""
        path = self._base / _new_name()
        try:
            path.mkdir(parents=True)
            own = claim(path)
            if own is not None and own.lock is not None:
                self._own = own
                return True
            write_index(path, index_text(Session(()), {}))  # says what is wrong, which the lock does not
            reason = os.strerror(errno.ENOLCK)
        except (Problem, OSError) as error:
            reason = _reason(error)
        shutil.rmtree(path, ignore_errors=True)
        self._tell_once(reason)
        return False


def _default_folder() -> Path:
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(data) / "autosave"


def _new_name() -> str:
    return QUuid.createUuid().toString(QUuid.StringFormat.WithoutBraces)


def _begun(session: Session) -> list[RunHistory]:
    """Return the histories that have got past their untrained network."""
    return [history for history in histories_of(session) if len(history) > 1]


def _reason(error: Problem | OSError) -> str:
    return str(error.values.get("reason", error)) if isinstance(error, Problem) else reason_of(error)


def _do_all(jobs: Sequence[Callable[[], None]]) -> None:
    try:
        for job in jobs:
            job()
    except OSError as error:  # a file to remove
        raise not_written(str(error.filename), error) from error
