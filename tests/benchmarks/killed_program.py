"""The program with a tireless user at its window, for `tests.benchmarks.kills`, which kills it.

Whenever the program has noted a change, a line of JSON says what the list holds and which processes there are.
"""

import argparse
import json
import multiprocessing
import os
import sys
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from time import monotonic

import nnreg_gui.__main__  # noqa: F401  # one BLAS thread, before numpy is imported

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QSettings, QSocketNotifier, QTimer, Slot
from PySide6.QtWidgets import QApplication, QPushButton

from nnreg_gui.app import make_window
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.side_by_side import SideBySide, State
from nnreg_gui.window.main_window import MainWindow

_MILLISECONDS = 40
_MOST_RUNS = 80
_PLAIN = Experiment(data=DataSpec(training_images=200), network=NetworkSpec(hidden=(10,)))
_L2 = RegularizationSpec(penalty="l2", lambda_=0.1)


def _parent_of(pid: int | None) -> int | None:
    """Return the parent of a process, unless it is this one; None where the system does not say."""
    with suppress(OSError):
        parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        return parent if parent != os.getpid() else None
    return None


def key(history: RunHistory) -> str:
    """Return a name that no other run of these programs has."""
    return f"{history.experiment.seed} {history.experiment.regularization.penalty}"


class Player(QObject):
    """Trains single runs, pairs and five seeds in turn, while a page asks a question; says what the list holds."""

    def __init__(self, window: MainWindow, first_seed: int) -> None:
        super().__init__(window)
        self._window, self._seeds, self._turns, self._settled = window, count(first_seed, 10), count(), False
        self._last = ""
        window.control.advanced.connect(self._tell)  # after the window, which has saved it
        window.run_list.changed.connect(self._tell)
        self._stdin = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._stdin.activated.connect(self._close)
        self._clock = QTimer(self, interval=_MILLISECONDS)
        self._clock.timeout.connect(self._act)
        self._clock.start()

    @Slot()
    def _tell(self) -> None:
        runs = [
            [[key(history), len(history) - 1] for history in run.repeats or (run.history,) if len(history) > 1]
            for run in self._window.run_list.session().runs
        ]
        said = {"settled": self._settled, "runs": list(filter(None, runs)), "processes": self._processes()}
        line = json.dumps(said)
        if line != self._last:
            self._last = line
            print(json.dumps({**said, "time": monotonic()}), flush=True)

    def _processes(self) -> dict[str, int]:
        window = self._window
        known = {
            "engine": window.control.engine_pid,
            "companion": window.control.companion_pid,
            "question engine": window.questions.engine_pid,
        }
        workers = [one.pid for one in multiprocessing.active_children() if one.pid not in known.values()]
        known["worker"] = workers[0] if workers else None
        known["server"] = _parent_of(window.control.engine_pid)  # what they fork from
        return {name: pid for name, pid in known.items() if pid is not None}

    @Slot()
    def _act(self) -> None:
        if not self._settled:
            self._settle()
            return
        if self._window.control.state is State.IDLE and not self._window.repeats.going_on:
            self._train(next(self._turns) % 3, next(self._seeds))
        self._tell()

    def _settle(self) -> None:
        """Accept the offered runs, once nothing more can be recovered."""
        kept = self._window.kept_runs
        if kept._autosave is None or kept._rising.isActive():
            return
        if self._window.offer.text():
            self._window.offer.findChildren(QPushButton)[0].click()
        self._settled = True
        self._tell()

    def _train(self, turn: int, seed: int) -> None:
        window, listed = self._window, len(self._window.run_list.session().runs)
        if listed >= _MOST_RUNS:
            return
        window.training.set_beside(turn == 1)
        regularization = _L2 if turn else _PLAIN.regularization
        training = TrainingSpec(epochs=(60, 60, 8)[turn])
        window.panel.set_value(replace(_PLAIN, seed=seed, training=training, regularization=regularization))
        if turn == 2:
            window.training.repeat()
        else:
            window.training.start()
        window.tabs.open_page(("learning", "noise", "noise")[turn])

    @Slot()
    def _close(self) -> None:
        self._stdin.setEnabled(False)
        self._clock.stop()
        self._window.close()


def main() -> None:
    """Show the window until a line arrives on standard input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("first_seed", type=int)
    options = parser.parse_args()
    application = QApplication([])
    settings = QSettings(str(options.folder / "settings.ini"), QSettings.Format.IniFormat)
    control = SideBySide(resource_path())
    window = make_window(application, control, settings, options.folder / "autosave")
    window.show()
    Player(window, options.first_seed)
    print(json.dumps({"up": True}), flush=True)
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
