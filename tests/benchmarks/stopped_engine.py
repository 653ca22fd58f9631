"""How long the window waits for an engine that the system has stopped: `python -m tests.benchmarks.stopped_engine`.

λ changes a thousand times, as when dragging a slider, then the run is ended. The benchmark prints the times between two
turns of the event loop. An engine that keeps the window waiting is continued after five seconds.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Timer
from time import perf_counter

import nnreg_gui.__main__  # noqa: F401  # one BLAS thread, before numpy is imported

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from nnreg_gui.app import make_window
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.side_by_side import SideBySide, State

SECONDS_OF_PATIENCE = 5.0
EXPERIMENTS = {
    "784-30-10": Experiment(training=TrainingSpec(epochs=100_000)),
    "784-2000-2000-2000-10": Experiment(
        data=DataSpec(training_images=1_000),
        network=NetworkSpec(hidden=(2_000, 2_000, 2_000)),
        training=TrainingSpec(epochs=100_000),
    ),
}


class Bench:
    """The program's window, and the gaps in its event loop."""

    def __init__(self, folder: Path) -> None:
        self.application = QApplication([])
        self.control = SideBySide(resource_path())
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.window = make_window(self.application, self.control, settings, folder / "autosave")
        self.window.resize(1280, 720)
        self.window.show()
        self._gaps: list[float] = []
        self._last = 0.0
        self._probe = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._probe.timeout.connect(self._note_gap)

    def turn_until(self, there: Callable[[], bool]) -> None:
        """Process events until this holds."""
        while not there():
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def measure(self, step: Callable[[], None], steps: int) -> np.ndarray:
        """Return the gaps, in milliseconds, while doing something this many times, one turn of the event loop apart."""
        left = steps
        self._gaps, self._last = [], perf_counter()
        self._probe.start()

        def take_one() -> None:
            nonlocal left
            if left:
                left -= 1
                step()

        clock = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        clock.timeout.connect(take_one)
        clock.start()
        self.turn_until(lambda: not left)
        seen = len(self._gaps)
        self.turn_until(lambda: len(self._gaps) > seen + 2)
        clock.stop()
        self._probe.stop()
        return 1_000 * np.array(self._gaps)

    def _note_gap(self) -> None:
        now = perf_counter()
        self._gaps.append(now - self._last)
        self._last = now


def report(what: str, gaps: np.ndarray) -> None:
    """Print a line."""
    print(f"{what:<52} gap p95 {np.percentile(gaps, 95):8.1f} ms   max {gaps.max():8.1f} ms", flush=True)


def measure(bench: Bench, name: str, experiment: Experiment, changes: int) -> None:
    """Stop the engine in mid-run, change, and end the run."""
    bench.window.panel.set_value(experiment)
    bench.window.training.start()
    history = bench.window.run_list.selected()
    assert history is not None
    bench.turn_until(lambda: len(history) > 0 and history.epochs_done > 0)
    engine = bench.control.engine_pid
    assert engine is not None
    os.kill(engine, signal.SIGSTOP)
    lambdas, goes_on = iter(np.geomspace(1e-3, 1.0, changes)), Event()

    def change() -> None:
        if goes_on.is_set():
            return
        regularization = RegularizationSpec(penalty="l2", lambda_=float(next(lambdas)))
        bench.control.change(replace(experiment, regularization=regularization))

    def let_go_on() -> None:
        goes_on.set()
        os.kill(engine, signal.SIGCONT)

    release = Timer(SECONDS_OF_PATIENCE, let_go_on)
    release.start()
    report(f"{name}: {changes:,} changes", bench.measure(change, changes))
    release.cancel()
    release.join()
    os.kill(engine, signal.SIGSTOP)
    bench.turn_until(lambda: bench.control.silent)  # which the window says
    report(f"{name}: Stop", bench.measure(bench.window.training.stop, 1))
    assert bench.control.state is State.IDLE
    bench.window.run_list.remove_selected()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=1_000)
    changes = parser.parse_args().changes
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for name, experiment in EXPERIMENTS.items():
            measure(bench, name, experiment, changes)
        began = perf_counter()
        bench.window.close()
        print(f"closing: {1_000 * (perf_counter() - began):.0f} ms")


if __name__ == "__main__":
    main()
