"""Runs kept from the rehearsals of lessons, to be shown in place of training them: a session file for each. No Qt."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import SESSION_SUFFIX, ListedRun, Session
from nnreg_gui.files.session_files import read_session_file, write_session_file

NETWORKS = 20  # evenly spaced, which a file holds of each run: as many as show how its weights grow
_MOST_BYTES = 200_000_000
_OURS = "nnreg-gui"  # the name of the organization, and of the program: see `nnreg_gui.app`


class RehearsedRuns:
    """A folder with a file for each run, which its experiment finds: lessons share what they have in common.

    Args:
        folder: None for the program's own, which is made when there is something to keep.
        most_bytes: the oldest files go when there are more.
    """

    def __init__(self, folder: Path | None = None, *, most_bytes: int = _MOST_BYTES) -> None:
        self._folder, self._most_bytes = folder or data_folder() / "rehearsed", most_bytes

    def keep(self, runs: Iterable[RunHistory]) -> None:
        """Keep runs for the next time, each in place of an earlier one; leave out those that are not whole.

        Raises:
            Problem: they cannot be written; what was kept before is still there.
        """
        for history in filter(_is_whole, runs):
            with suppress(OSError):  # writing says why it is impossible
                self._folder.mkdir(parents=True, exist_ok=True)
            write_session_file(str(self._file_of(history.experiment)), Session((ListedRun(history, 1),)))
        self._make_room()

    def kept_runs(self, experiments: Iterable[Experiment]) -> dict[Experiment, RunHistory]:
        """Return the kept runs of these experiments, or of others that come to the same; milliseconds for each.

        A file that is damaged, or is none of ours, holds no run.
        """
        found = {experiment: self._read(experiment) for experiment in dict.fromkeys(experiments)}
        return {experiment: history for experiment, history in found.items() if history is not None}

    def _file_of(self, experiment: Experiment) -> Path:
        name = sha256(experiment.essence.to_json().encode()).hexdigest()[:20]
        return self._folder / f"{name}.{SESSION_SUFFIX}"

    def _read(self, experiment: Experiment) -> RunHistory | None:
        try:
            (run,) = read_session_file(str(self._file_of(experiment))).runs
        except Exception:  # there is none, or something is wrong with it: the run can be trained
            return None
        is_this = run.history.experiment.essence == experiment.essence
        return run.history if is_this and _is_whole(run.history) else None

    def _make_room(self) -> None:
        """Remove the files written longest ago, including what a crash left half-written, while there are too many."""
        total = 0
        for _, size, path in sorted(self._files(), reverse=True):
            total += size
            if total > self._most_bytes:
                with suppress(OSError):  # another time
                    path.unlink()

    def _files(self) -> list[tuple[int, int, Path]]:
        """Return when each file was written, how large it is, and where it is."""
        files = []
        with suppress(OSError):
            for path in self._folder.glob(f"*.{SESSION_SUFFIX}*"):
                with suppress(OSError):  # another program has just removed it
                    said = path.stat()
                    files.append((said.st_mtime_ns, said.st_size, path))
        return files


def data_folder(
    platform: str = sys.platform, variables: Mapping[str, str] = os.environ, home: Path | None = None
) -> Path:
    """Return the folder of the program's data, as Qt's AppDataLocation does in the window.

    Args:
        platform: as in `sys.platform`.
        variables: of the environment.
        home: the user's folder.
    """
    home = home or Path.home()
    if platform == "darwin":
        base = home / "Library" / "Application Support"
    elif platform == "win32":
        base = Path(variables.get("APPDATA") or home / "AppData" / "Roaming")
    else:
        said = variables.get("XDG_DATA_HOME", "")
        base = Path(said) if said.startswith("/") else home / ".local" / "share"
    return base / _OURS / _OURS


def _is_whole(history: RunHistory) -> bool:
    """Return whether a run was trained to its end without a change, with all that a lesson may ask of it."""
    named = (history.initial, history.newest, history.best, history.in_use)
    return history.finished and history.is_plain and history.test_accuracy is not None and None not in named
