"""The runs in folders that programs have left: reads them as one list, and takes them over."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.files.autosave_claims import SET_ASIDE, Folder
from nnreg_gui.files.autosave_folder import Index, IndexedRun, file_of, numbered, remove_half_written, write_index
from nnreg_gui.files.session_files import read_session_file


@dataclass(slots=True)
class LeftRuns:
    """Runs that were read.

    Attributes:
        session: the list.
        names: of the histories in it.
        unreadable: files that hold no run.
        too_large: files of runs too large for memory.
    """

    session: Session
    names: dict[RunHistory, str] = field(default_factory=dict)
    unreadable: list[Path] = field(default_factory=list)
    too_large: list[Path] = field(default_factory=list)


def files_of(folders: Sequence[Folder]) -> dict[str, Path]:
    """Return the files of all folders by name; earlier folders take precedence."""
    return {name: path for folder in reversed(folders) for name, path in folder.files().items()}


def runs_of(folders: Sequence[Folder], files: Mapping[str, Path], known: Set[str]) -> list[IndexedRun]:
    """Return the runs of folders as one list, each history once: an interrupted take-over duplicates none.

    Args:
        folders: newest first; the newest's index wins.
        files: all there are, also elsewhere: what an index names may not have been moved there yet.
        known: names of histories to leave out.
    """
    indexed = [run for folder in folders for run in folder.index.runs]
    rest = [IndexedRun(name) for folder in folders for name in folder.files()]
    free, runs = files.keys() - known, []
    for one in (*indexed, *rest):
        run = one.only(free)
        if run is not None:
            runs.append(run)
            free -= {run.history, *run.repeats}
    return runs


def read_runs(folders: Sequence[Folder], files: Mapping[str, Path], known: Set[str]) -> LeftRuns:
    """Read the runs of folders, whatever they hold; arguments as for `runs_of`."""
    left, histories = LeftRuns(Session(())), dict[str, RunHistory]()
    runs = runs_of(folders, files, known)
    for name in dict.fromkeys(name for run in runs for name in (run.history, *run.repeats)):
        try:
            histories[name] = read_session_file(str(files[name])).runs[0].history
        except Exception as error:  # not even a fault of the reader may hide the other runs
            no_memory = isinstance(error, MemoryError) or isinstance(error.__cause__, MemoryError)
            (left.too_large if no_memory else left.unreadable).append(files[name])
    read = [run for one in runs if (run := one.only(histories)) is not None]
    listed = [
        ListedRun(histories[run.history], run.number, run.name, run.shown, tuple(histories[one] for one in run.repeats))
        for run in read
    ]
    newest = folders[0].index if folders else Index()
    left.session = numbered(listed, newest.baseline, newest.selected)
    left.names = {history: name for name, history in histories.items()}
    return left


def set_aside(left: LeftRuns, folders: Sequence[Folder], base: Path) -> list[Problem]:
    """Move what could not be read out of everybody's way, if possible, and return what to tell the user.

    Args:
        left: what was read of the folders.
        folders: those not locked stay as they are.
        base: their parent.
    """
    problems = []
    if left.too_large:
        problems.append(
            Problem(
                "There is not enough memory for all runs that were kept: the others stay in {folder}.",
                folder=str(left.too_large[0].parent),
            )
        )
    if left.unreadable:
        where = base / SET_ASIDE
        movable = [folder.path for folder in folders if folder.lock is not None]
        try:
            where.mkdir(exist_ok=True)
            for path in left.unreadable:
                if path.parent in movable:
                    path.rename(where / f"{path.parent.name}-{path.name}")
                else:
                    where = path.parent
        except OSError:
            where = left.unreadable[0].parent
        problems.append(
            Problem("Some of the runs that were kept cannot be read; their files are in {folder}.", folder=str(where))
        )
    return problems


def take_over(own: Path, folders: Sequence[Folder], files: Mapping[str, Path], index: str) -> None:
    """Move files into this program's own folder. The caller releases the others, which are then empty.

    Write the index first, which also names files still elsewhere: a program killed after any step leaves each run once,
    with its name and its place in the list.

    Args:
        own: the folder; may be one of `folders`.
        folders: only those that are locked are touched.
        files: of the histories in the index.
        index: of the whole list.

    Raises:
        Problem, OSError: whatever has not been taken over stays in its folder.
    """
    locked = [folder for folder in folders if folder.lock is not None]
    places = [folder.path for folder in locked]
    moves = {path: to for name, path in files.items() if path.parent in places and path != (to := file_of(own, name))}
    if moves or any(folder.index.ended for folder in locked):
        write_index(own, index)
    for path, to in moves.items():
        path.replace(to)
    remove_half_written(own)
