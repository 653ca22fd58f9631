"""A program with an autosaved list of runs, which tests can start, end and crash as often as they like."""

import re
from pathlib import Path

from pytestqt.qtbot import QtBot

from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.files.autosave import Autosave


class Program:
    """A program with an autosaved list of runs."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.session = Session(())
        self.problems: list[str] = []
        self.autosave = Autosave(lambda: self.session, folder, milliseconds=20)
        self.autosave.failed.connect(lambda problem: self.problems.append(str(problem)))
        self._bot = qtbot

    def list_runs(self, *runs: ListedRun, baseline: int | None = None, selected: int | None = None) -> None:
        self.session = Session(runs, baseline, selected)

    def end_run(self) -> None:
        """Report that a run has ended, and wait until it is written."""
        self.autosave.run_ended()
        self.wait()

    def advance(self) -> None:
        """Report that the list has changed, and wait until everything is written and nothing more is due."""
        self.autosave.advanced()
        self._bot.waitUntil(lambda: not (self.autosave._timer.isActive() or self.autosave._files.busy))

    def wait(self) -> None:
        self._bot.waitUntil(lambda: not self.autosave._files.busy)

    def leave(self, *runs: ListedRun, well: bool) -> None:
        """Put these runs into the list, and end."""
        self.list_runs(*runs)
        self.end_run()
        if well:
            self.autosave.close()
        else:
            self.crash()

    def crash(self) -> None:
        """Leave what a killed program leaves: its files, and locks that no longer hold."""
        self.autosave._timer.stop()
        self.autosave._files.close()
        for folder in (*self.autosave._offer.folders, *filter(None, [self.autosave._own])):
            if folder.lock is not None:
                folder.lock.unlock()
        self.autosave._offer.folders, self.autosave._own = [], None


def files(base: Path) -> list[str]:
    """Return the contents of the folders below one, without the names of programs."""
    return sorted(re.sub(r".*-0*(\d+\.)", r"\1", path.name) for path in base.glob("*/*"))


def same(one: Session | None, other: Session) -> bool:
    return one is not None and session_bytes(one) == session_bytes(other)


def facts(*sessions: Session | None) -> list[tuple[str, tuple[int, ...]]]:
    """Return the names and seeds of runs, regardless of order."""
    runs = [run for session in sessions if session is not None for run in session.runs]
    return sorted((run.name, tuple(one.experiment.seed for one in run.repeats or (run.history,))) for run in runs)
