"""What stands in the folder of an autosave: a file per history, and an index of the list of runs."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.session import ListedRun, Session
from nnreg_gui.session_files import read_session_file, write_file, write_session_file

INDEX, LOCK = "index.json", "lock"
_RUNS = "*.nnreg-run"


@dataclass(slots=True)
class SavedHistory:
    """What stands in the file of a history.

    Attributes:
        number: of the file.
        state: how far the history was.
        whole: whether its evenly spaced networks are in it, or only those that have a name.
    """

    number: int
    state: tuple[object, ...] = ()
    whole: bool = False

    def outdated_by(self, history: RunHistory, whole: bool) -> bool:
        """Tell whether the history must be written again, and take note that it is.

        A history that has not grown since it was last written is written as a whole, once.
        """
        state = (len(history), len(history.changes), history.stopped, history.test_accuracy)
        rests = state == self.state
        if rests and self.whole:
            return False
        self.state, self.whole = state, whole or rests
        return True


def write_history(folder: Path, number: int, session: Session) -> None:
    """Write a session of one run as the history with this number.

    Raises:
        Problem: it cannot be written.
    """
    write_session_file(str(_file_of(folder, number)), session)


def write_index(folder: Path, index: str) -> None:
    """Write the index.

    Raises:
        Problem: it cannot be written.
    """
    write_file(str(folder / INDEX), index.encode())


def remove_history(folder: Path, number: int) -> None:
    """Remove the history with this number."""
    _file_of(folder, number).unlink(missing_ok=True)


def index_text(session: Session, numbers: dict[RunHistory, int]) -> str:
    """Return the index of a list of runs: which histories each consists of, and what the user has made of it.

    Args:
        session: the list.
        numbers: of the histories that have a file; the others are left out.
    """
    runs = [
        {
            "number": run.number,
            "name": run.name,
            "shown": run.shown,
            "history": numbers[run.history],
            "repeats": [numbers[repeat] for repeat in run.repeats if repeat in numbers],
        }
        for run in session.runs
        if run.history in numbers
    ]
    return json.dumps({"runs": runs, "baseline": session.baseline, "selected": session.selected})


def read_folder(folder: Path) -> tuple[Session, list[Path]]:
    """Return what can be read of an autosave, and the files that cannot.

    A crash may come at any moment: the index may be older than the files, or be missing.
    """
    histories: dict[int, RunHistory] = {}
    unreadable = []
    for path in sorted(folder.glob(_RUNS)):
        try:
            histories[int(path.stem)] = read_session_file(str(path)).runs[0].history
        except (Problem, ValueError, IndexError):
            unreadable.append(path)
    index = _read_index(folder)
    runs = [run for said in index["runs"] if (run := _listed_run(said, histories)) is not None]
    listed = {history for run in runs for history in (run.history, *run.repeats)}
    runs += [ListedRun(history, 0) for _, history in sorted(histories.items()) if history not in listed]
    return numbered(Session(tuple(runs), index["baseline"], index["selected"])), unreadable


def last_written(folder: Path) -> float:
    """Return when the index was written, in seconds; 0 where there is none. (The folder's own time tells of locks.)"""
    try:
        return (folder / INDEX).stat().st_mtime
    except OSError:
        return 0.0


def remove_files(folder: Path) -> None:
    """Remove the files of an autosave, and what a crash has left of them half written; the lock is the caller's."""
    try:
        for path in (*folder.glob(_RUNS + "*"), *folder.glob(INDEX + "*")):
            path.unlink(missing_ok=True)
    except OSError:
        return  # another time


def numbered(session: Session) -> Session:
    """Return a session in which no number stands twice: whoever comes later, or has none, gets the next free one."""
    runs: list[ListedRun] = []
    taken: set[int] = set()
    free = max((run.number for run in session.runs), default=0) + 1
    for run in session.runs:
        if run.number < 1 or run.number in taken:
            run, free = replace(run, number=free), free + 1
        taken.add(run.number)
        runs.append(run)
    baseline, selected = (number if number in taken else None for number in (session.baseline, session.selected))
    return Session(tuple(runs), baseline, selected)


def _file_of(folder: Path, number: int) -> Path:
    return folder / f"{number}.nnreg-run"


def _read_index(folder: Path) -> dict[str, Any]:
    try:
        index = json.loads((folder / INDEX).read_bytes())
        chosen = {name: index[name] if type(index[name]) is int else None for name in ("baseline", "selected")}
        return {"runs": list(index["runs"]), **chosen}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {"runs": [], "baseline": None, "selected": None}


def _listed_run(said: Any, histories: dict[int, RunHistory]) -> ListedRun | None:
    """Return a run of the index, of the histories that there are; None where none is."""
    try:
        repeats = tuple(histories[number] for number in said["repeats"] if number in histories)
        history = histories.get(said["history"]) or (repeats[0] if repeats else None)
        if history is None:
            return None
        return ListedRun(history, int(said["number"]), str(said["name"]), bool(said["shown"]), repeats)
    except (KeyError, TypeError, ValueError):
        return None
