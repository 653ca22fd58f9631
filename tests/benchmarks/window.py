"""What the window costs: `python -m tests.benchmarks.window` compares training in the program with training beside it.

It needs a display; without one, it draws offscreen, which costs about the same.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import nnreg_gui.__main__  # noqa: F401  # one BLAS thread, before numpy is imported

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from nnreg_gui.app import make_window
from nnreg_gui.engine.digits import load_mnist
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, TrainingSpec
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.side_by_side import SideBySide, State
from nnreg_gui.system_information import blas_kernel

EXPERIMENTS = {
    "50,000 images, 8 epochs": Experiment(data=DataSpec(training_images=50_000), training=TrainingSpec(epochs=8)),
    "1,000 images, 400 epochs": Experiment(),
}
EMPTY_WINDOW = """
import time; began = time.perf_counter()
from PySide6.QtWidgets import QApplication
import pyqtgraph as pg
application = QApplication([])
window = pg.PlotWidget(); window.resize(1280, 720); window.show()
application.processEvents()  # the window is painted now
print(time.perf_counter() - began)
"""
OUR_WINDOW = """
import time; began = time.perf_counter()
import nnreg_gui.__main__
from PySide6.QtWidgets import QApplication
def show_and_close(*_):
    QApplication.processEvents()  # the window is painted now
    print(time.perf_counter() - began)
    for window in QApplication.topLevelWidgets():
        window.close()
    return 0
QApplication.exec = show_and_close
if __name__ == "__main__":
    nnreg_gui.__main__.main([])
"""


class Bench:
    """The program's window, measured while it trains."""

    def __init__(self, settings_folder: Path) -> None:
        self.application = QApplication([])
        self.control = SideBySide(resource_path())
        settings = QSettings(str(settings_folder / "settings.ini"), QSettings.Format.IniFormat)
        self.window = make_window(self.application, self.control, settings, settings_folder / "autosave")
        self.window.resize(1280, 720)
        self.window.show()
        self.gaps: list[float] = []
        self._last = 0.0
        self._probe = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._probe.timeout.connect(self._note_gap)

    def run(self, experiment: Experiment) -> tuple[float, float, np.ndarray]:
        """Return seconds to the first point, median seconds of an epoch's training, and the gaps between frames."""
        self.window.panel.set_value(experiment)
        self.gaps, self._last = [], time.perf_counter()
        self._probe.start()
        began, first = time.perf_counter(), 0.0
        self.window.training.start()
        while self.control.state is not State.IDLE:
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            history = self.window.run_list.selected()
            if not first and history is not None and len(history) > 0:
                self.window.repaint()
                first = time.perf_counter() - began
        self._probe.stop()
        history = self.window.run_list.selected()
        assert history is not None
        self.window.run_list.remove_selected()  # or the next run would be drawn beside it
        return first, median(history.column("seconds")[1:]), np.array(self.gaps)

    def _note_gap(self) -> None:
        """Note the longest time in which the window could not have painted, since the event loop did not turn."""
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


def headless_seconds(experiment: Experiment) -> float:
    """Return the median seconds of an epoch's training without a window."""
    digits = load_mnist(resource_path("mnist"))
    events = train(experiment, digits)
    return median(event.seconds for event in events if isinstance(event, EpochRecord) and event.epoch)


def start_seconds(program: str, home: str) -> float:
    """Return the seconds that the program reports it took to show its window."""
    environment = {**os.environ, "XDG_CONFIG_HOME": home}  # as at the first start, with no settings
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(result.stdout.split()[-1])


def megabytes(pid: int) -> float:
    """Return the memory of a process, shared pages counted in proportion, if Linux tells it, otherwise 0."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def row(what: str, measured: str, target: str, met: bool) -> None:
    """Print a line of the table."""
    print(f"{what:<58}{measured:>14}   {target:<22}{'met' if met else 'MISSED'}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repetitions", type=int, default=5)
    repetitions = parser.parse_args().repetitions
    print(f"BLAS kernel: {blas_kernel()}")
    with TemporaryDirectory() as folder:
        empty, ours = [], []
        for _ in range(repetitions + 1):  # the first pair warms the disk's cache
            empty.append(start_seconds(EMPTY_WINDOW, folder))
            ours.append(start_seconds(OUR_WINDOW, folder))
        ratio = median(ours[1:]) / median(empty[1:])
        row(f"window up ({median(ours[1:]):.2f} s) / an empty one ({median(empty[1:]):.2f} s)", f"{ratio:.2f}",
            "≤ 1.35", ratio <= 1.35)  # fmt: skip
        bench = Bench(Path(folder))
        for name, experiment in EXPERIMENTS.items():
            measure(bench, name, experiment, repetitions)
        window, engine = megabytes(os.getpid()), megabytes(bench.control.engine_pid or 0)
        row(f"memory: window {window:.0f} MB + engine {engine:.0f} MB", f"{window + engine:.0f} MB", "≤ 600 MB",
            0 < window + engine <= 600)  # fmt: skip
        bench.window.close()


def measure(bench: Bench, name: str, experiment: Experiment, repetitions: int) -> None:
    """Train in the window and without it in turn, and print how they compare."""
    firsts, ratios, gaps = [], [], []
    for _ in range(repetitions):
        alone = headless_seconds(experiment)
        first, inside, gap = bench.run(experiment)
        firsts.append(first)
        ratios.append(inside / alone)
        gaps.append(np.percentile(gap, 95) * 1000)
    row(f"{name}: seconds per epoch, in the window / headless", f"{median(ratios):.2f}", "≤ 1.15",
        median(ratios) <= 1.15)  # fmt: skip
    row(f"{name}: gap between frames, p95", f"{median(gaps):.1f} ms", "≤ 33 ms", median(gaps) <= 33)
    row(f"{name}: first point after Start", f"{median(firsts):.2f} s", "≤ 0.2 s", median(firsts) <= 0.2)


if __name__ == "__main__":
    main()
