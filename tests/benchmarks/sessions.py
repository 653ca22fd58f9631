"""How long the window waits for sessions, autosave and pictures: `python -m tests.benchmarks.sessions`.

Seven runs of 400 epochs, 784-30-10, are saved, opened and autosaved, while a timer measures the longest time in which
the window could not have drawn.
"""

import copy
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from nnreg_gui.engine.digits import load_mnist
from nnreg_gui.engine.experiment import DataSpec, Experiment, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.training import train
from nnreg_gui.files.autosave import Autosave
from nnreg_gui.files.file_jobs import FileJobs
from nnreg_gui.plots.picture import Pictured
from nnreg_gui.resource_files import resource_path
from nnreg_gui.window.session_commands import SessionCommands

RUNS, EPOCHS = 7, 400


def seven_runs() -> Session:
    """Return runs of the lecture's size, on few images, since training is not measured."""
    digits = load_mnist(resource_path("mnist"))
    digits = replace(digits, validation=digits.validation[:500], test=digits.test[:500])
    experiment = Experiment(data=DataSpec(training_images=100), training=TrainingSpec(epochs=EPOCHS, batch_size=100))
    history = RunHistory.of(experiment, train(experiment, digits))
    # Their networks are the same objects, which makes no difference in writing them.
    return Session(tuple(ListedRun(copy.copy(history), number) for number in range(1, RUNS + 1)))


class Window:
    """An event loop that notes its longest gap."""

    def __init__(self) -> None:
        self._last, self.longest = perf_counter(), 0.0
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def measure(self, name: str, begin: Callable[[], None], busy: Callable[[], bool]) -> None:
        """Print how long a call takes, how long its work takes, and the longest gap meanwhile."""
        QApplication.processEvents()
        self._last, self.longest = perf_counter(), 0.0
        began = perf_counter()
        begin()
        called = perf_counter() - began
        while busy():
            QApplication.processEvents()
        done = perf_counter() - began
        QApplication.processEvents()
        print(f"{name:<34} call {called * 1e3:6.1f} ms   done {done * 1e3:6.1f} ms   gap {self.longest * 1e3:6.1f} ms")


def measure_autosave(window: Window, session: Session, folder: Path) -> None:
    """Measure the autosave of a program with seven runs."""
    current = [Session(session.runs[:1])]
    autosave = Autosave(lambda: current[0], folder)

    def busy() -> bool:
        return autosave._files.busy

    window.measure("autosave: the first run has ended", autosave.run_ended, busy)
    current[0] = Session(session.runs[:2])
    window.measure("autosave: another run has ended", autosave.run_ended, busy)
    current[0] = session
    window.measure("autosave: what goes on (5 new)", autosave._save_what_goes_on, busy)
    window.measure("autosave: nothing is new", autosave.advanced, busy)
    autosave.close()


def main() -> None:
    """Measure everything three times."""
    application = QApplication(sys.argv)
    session, window, widget = seven_runs(), Window(), QWidget()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "x.nnreg-session")
        current = [session]
        jobs = FileJobs(widget)
        commands = SessionCommands(widget, jobs, lambda: current[0], lambda: Pictured(widget), Experiment)
        for _ in range(3):
            current[0] = session
            window.measure("save seven runs", lambda: commands.save_session(path), lambda: jobs.busy)
            window.measure("open seven runs", lambda: commands.open_session(path), lambda: jobs.busy)
            window.measure("export their curves", lambda: commands.export_curves(path + ".csv"), lambda: jobs.busy)
            measure_autosave(window, session, Path(folder) / "autosave")
        print(f"the session has {Path(path).stat().st_size / 1e6:.1f} MB")
        jobs.close()
    del application


if __name__ == "__main__":
    main()
