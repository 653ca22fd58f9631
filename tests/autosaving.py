"""A program with a list of runs, which is autosaved: it may be started, end well and crash as often as a test likes."""

import re
from pathlib import Path

from pytestqt.qtbot import QtBot

from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.files.autosave import Autosave


class Program:
    """A program with a list of runs, which is autosaved."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.session = Session(())
        self.problems: list[str] = []
        self.autosave = Autosave(lambda: self.session, folder, milliseconds=20)
        self.autosave.failed.connect(lambda problem: self.problems.append(str(problem)))
        self._bot = qtbot

    def list_runs(self, *runs: ListedRun, baseline: int | None = None, selected: int | None = None) -> None:
        self.session = Session(runs, baseline, selected)

    def end_run(self) -> None:
        """A run has ended: wait until it is written."""
        self.autosave.run_ended()
        self.wait()

    def advance(self) -> None:
        """The list has changed: wait until everything is written and nothing more is due."""
        self.autosave.advanced()
        self._bot.waitUntil(lambda: not (self.autosave._timer.isActive() or self.autosave._files.busy))

    def wait(self) -> None:
        self._bot.waitUntil(lambda: not self.autosave._files.busy)

    def leave(self, *runs: ListedRun, well: bool) -> None:
        """Have these runs in the list, and end."""
        self.list_runs(*runs)
        self.end_run()
        if well:
            self.autosave.close()
        else:
            self.crash()

    def crash(self) -> None:
        """Leave what a program that is killed leaves: its files, and locks that hold no longer."""
        self.autosave._timer.stop()
        self.autosave._files.close()
        for folder in (*self.autosave._offer.folders, *filter(None, [self.autosave._own])):
            if folder.lock is not None:
                folder.lock.unlock()
        self.autosave._offer.folders, self.autosave._own = [], None


def files(base: Path) -> list[str]:
    """Return what stands in the folders below one, the names of programs left out."""
    return sorted(re.sub(r".*-0*(\d+\.)", r"\1", path.name) for path in base.glob("*/*"))


def same(one: Session | None, other: Session) -> bool:
    return one is not None and session_bytes(one) == session_bytes(other)


def facts(*sessions: Session | None) -> list[tuple[str, tuple[int, ...]]]:
    """Return the names and the seeds of runs, apart from their order."""
    runs = [run for session in sessions if session is not None for run in session.runs]
    return sorted((run.name, tuple(one.experiment.seed for one in run.repeats or (run.history,))) for run in runs)
