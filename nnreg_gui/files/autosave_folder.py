"""The contents of an autosave's folder: a file per history, and an index of the list of runs.

A file's name belongs to one history, in whichever folder it is: two files of the same name hold the same one.
"""

import json
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import LARGEST_NUMBER, ListedRun, Session
from nnreg_gui.files.session_files import write_session_file
from nnreg_gui.files.user_files import write_file

INDEX, LOCK = "index.json", "lock"
_SUFFIX = ".nnreg-run"
# A half-written file has the name of the one it will become, plus something after it.
_HALF_WRITTEN = (INDEX + ".*", "*" + _SUFFIX + ".*", LOCK + ".*")


@dataclass(slots=True)
class SavedHistory:
    """What the file of a history holds.

    Attributes:
        name: of the file.
        state: how far the history was.
        whole: whether it holds the evenly spaced networks, too, or only those with a name.
        listed: whether it was in the list: nothing else is ever removed.
    """

    name: str
    state: tuple[object, ...] = ()
    whole: bool = False
    listed: bool = False

    def outdated_by(self, history: RunHistory, whole: bool) -> bool:
        """Return whether the history must be written again, and note that it is.

        A history that has not grown since the last write is written whole, once.
        """
        state = (len(history), len(history.changes), history.stopped, history.test_accuracy)
        rests = state == self.state
        if rests and self.whole:
            return False
        self.state, self.whole = state, whole or rests
        return True


@dataclass(frozen=True, slots=True)
class IndexedRun:
    """A run of the list, as an index describes it.

    Attributes:
        history: the name of its file.
        repeats: the names of all, for a run with several seeds.
        number: 0 if it has none.
        name, shown: as in `ListedRun`.
    """

    history: str
    repeats: tuple[str, ...] = ()
    number: int = 0
    name: str = ""
    shown: bool = True

    def only(self, names: Container[str]) -> "IndexedRun | None":
        """Return the run with only those histories that have one of these names; None if none has."""
        repeats = tuple(name for name in self.repeats if name in names)
        history = self.history if self.history in names else next(iter(repeats), None)
        if history is None:
            return None
        if repeats and history not in repeats:
            repeats = (history, *repeats)
        return replace(self, history=history, repeats=repeats)


@dataclass(frozen=True, slots=True)
class Index:
    """What an index says.

    Attributes:
        runs: in the order of the list.
        baseline, selected: as in `Session`.
        ended: whether the program ended well.
    """

    runs: tuple[IndexedRun, ...] = ()
    baseline: int | None = None
    selected: int | None = None
    ended: bool = False


# ------------------------------------------------------------------------------------------------------------- writing


def file_of(folder: Path, name: str) -> Path:
    """Return the path of the history of this name."""
    return folder / (name + _SUFFIX)


def write_history(folder: Path, name: str, session: Session) -> None:
    """Write a session of one run as the history of this name.

    Raises:
        Problem: it cannot be written.
    """
    write_session_file(str(file_of(folder, name)), session)


def write_index(folder: Path, index: str) -> None:
    """Write the index.

    Raises:
        Problem: it cannot be written.
    """
    write_file(str(folder / INDEX), index.encode())


def remove_history(folder: Path, name: str) -> None:
    """Remove the history of this name."""
    file_of(folder, name).unlink(missing_ok=True)


def index_text(session: Session, names: dict[RunHistory, str], *, ended: bool = False) -> str:
    """Return the index of a list of runs: the histories of each, and what the user has made of it.

    Args:
        session: the list.
        names: of the histories that have a file; others are left out.
        ended: whether the program ends well.
    """
    runs = [
        {
            "number": run.number,
            "name": run.name,
            "shown": run.shown,
            "history": names[run.history],
            "repeats": [names[repeat] for repeat in run.repeats if repeat in names],
        }
        for run in session.runs
        if run.history in names
    ]
    return json.dumps({"ended": ended, "runs": runs, "baseline": session.baseline, "selected": session.selected})


def remove_half_written(folder: Path) -> None:
    """Remove what a crash has left of half-written files.

    Raises:
        OSError: something cannot be removed.
    """
    for pattern in _HALF_WRITTEN:
        for path in folder.glob(pattern):
            path.unlink(missing_ok=True)


# ------------------------------------------------------------------------------------------------------------- reading


def files_in(folder: Path) -> dict[str, Path]:
    """Return the files of histories by name; merely numbered ones get their folder's name, too."""
    try:
        return {_name(folder, path.stem): path for path in sorted(folder.glob("*" + _SUFFIX))}
    except OSError:
        return {}


def has_runs(folder: Path) -> bool:
    """Return whether there are files of histories.

    Raises:
        OSError: the folder cannot be read.
    """
    return any(path.suffix == _SUFFIX for path in folder.iterdir())


def read_index(folder: Path) -> Index:
    """Read an index as far as it makes sense; a crash may come at any moment, and leave none."""
    try:
        said = json.loads((folder / INDEX).read_bytes())
        runs = tuple(run for one in said["runs"] if (run := _indexed_run(folder, one)) is not None)
        baseline, selected = (said[name] if type(said[name]) is int else None for name in ("baseline", "selected"))
        return Index(runs, baseline, selected, said.get("ended") is True)
    except Exception:  # whatever it holds, the runs matter more than their index
        return Index()


def written(path: Path) -> float:
    """Return when a file was written, in seconds; 0 if it is not there."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def numbered(runs: Sequence[ListedRun], baseline: int | None, selected: int | None) -> Session:
    """Return a session with unique numbers: a run that repeats one, or has none, gets the next free one."""
    listed: list[ListedRun] = []
    taken: set[int] = set()
    free = max((run.number for run in runs), default=0) + 1
    for run in runs:
        if run.number < 1 or run.number in taken:
            run, free = replace(run, number=free), free + 1
        taken.add(run.number)
        listed.append(run)
    baseline, selected = (number if number in taken else None for number in (baseline, selected))
    return Session(tuple(listed), baseline, selected)


def _name(folder: Path, said: Any) -> str:
    return f"{folder.name}-{said}" if str(said).isdigit() else str(said)


def _indexed_run(folder: Path, said: Any) -> IndexedRun | None:
    """Return a run of the index as far as it makes sense; None if it names no histories."""
    try:
        repeats: Iterable[str] = (_name(folder, one) for one in said["repeats"] if type(one) in (int, str))
        history, number, name = said["history"], said["number"], said["name"]
        return IndexedRun(
            _name(folder, history),
            tuple(dict.fromkeys(repeats)),
            number if type(number) is int and 0 < number <= LARGEST_NUMBER else 0,
            name.encode(errors="replace").decode() if isinstance(name, str) else "",
            said["shown"] is not False,
        )
    except (KeyError, TypeError, ValueError):
        return None
