"""How long the window waits for its pages: `python -m tests.benchmarks.pages` opens each and moves all its sliders.

Four runs of 784-30-10 are in the list. For each page: the longest time in which the window could not have drawn while
the page opens for the first time, and then while questions are asked and answered; how long it takes to open again; and
the time per step while every slider of every view goes from end to end. The time to draw the whole window shows how
fast the machine is at the moment.
"""

import argparse
import gc
import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import nnreg_gui.__main__  # noqa: F401  # one BLAS thread, before numpy is imported

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from nnreg_gui.app import make_window
from nnreg_gui.engine.digits import load_mnist
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.training import train
from nnreg_gui.pages.table import GROUPS
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.side_by_side import SideBySide
from nnreg_gui.system.garbage import GarbageCollection
from nnreg_gui.widgets.number_slider import Slider
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.window.main_window import MainWindow

MOST_STEPS = 40  # of a slider


def four_runs(epochs: int) -> list[RunHistory]:
    """Return runs of the lecture's network with and without regularization."""
    digits = load_mnist(resource_path("mnist"))
    histories = []
    for regularization in (
        RegularizationSpec(),
        RegularizationSpec(penalty="l2", lambda_=0.1),
        RegularizationSpec(penalty="l1", lambda_=0.2),
        RegularizationSpec(dropout=0.2),
    ):
        experiment = Experiment(regularization=regularization, training=TrainingSpec(epochs=epochs))
        histories.append(RunHistory.of(experiment, train(experiment, digits)))
    return histories


class Gaps:
    """Measures the longest time, in milliseconds, between two turns of the event loop."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = perf_counter()
        self._clock = QTimer(interval=0)
        self._clock.timeout.connect(self._tick)

    def watch(self, seconds: float) -> float:
        """Let the window run for a while; return the longest gap."""
        self.longest, self._last = 0.0, perf_counter()
        self._clock.start()
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()
        self._clock.stop()
        return self.longest

    def _tick(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, 1000 * (now - self._last)), now


def painted(application: QApplication) -> None:
    """Deliver pending events, including painting."""
    application.processEvents()
    application.processEvents()


def opening(window: MainWindow, name: str, application: QApplication) -> float:
    """Return the milliseconds until a page is painted."""
    began = perf_counter()
    window.tabs.open_page(name)
    painted(application)
    return 1000 * (perf_counter() - began)


def redrawing(window: MainWindow, application: QApplication) -> float:
    """Return the milliseconds to redraw the whole window, for comparison with all others."""
    times = []
    for _ in range(9):
        for widget in window.findChildren(QWidget):
            widget.update()
        began = perf_counter()
        painted(application)
        times.append(1000 * (perf_counter() - began))
    return median(times)


def slider_steps(window: MainWindow, application: QApplication) -> list[float]:
    """Move every visible slider of the page; return the milliseconds of each step, including painting."""
    times = []
    for slider in window.tabs.page.findChildren(Slider):
        if not (slider.isVisible() and slider.isEnabled()):
            continue
        before, step = slider.value(), max(1, (slider.maximum() - slider.minimum()) // MOST_STEPS)
        for value in [*range(slider.minimum(), slider.maximum() + 1, step), before]:
            began = perf_counter()
            slider.setValue(value)
            painted(application)
            times.append(1000 * (perf_counter() - began))
    return times


def measure(window: MainWindow, name: str, application: QApplication, gaps: Gaps, seconds: float) -> None:
    """Print the line of a page."""
    QTimer.singleShot(0, lambda: window.tabs.open_page(name))
    first = gaps.watch(seconds)
    waiting = gaps.watch(seconds)
    window.tabs.open_page("learning")
    painted(application)
    again = opening(window, name, application)
    steps: list[float] = []
    choices = [choice for choice in window.tabs.page.findChildren(SegmentedChoice) if choice.isVisible()]
    views = list(choices[0]._segments) if choices else [""]
    for view in views:
        if view:
            choices[0].set_value(view)
            painted(application)
            waiting = max(waiting, gaps.watch(seconds))
        steps += slider_steps(window, application)
    moved = f"{median(steps):8.1f} {max(steps):8.1f}" if steps else f"{'':8} {'':8}"
    print(f"{name:14} {first:8.0f} {again:8.0f} {waiting:8.0f} {moved}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=30, help="of the runs in the list")
    parser.add_argument("--seconds", type=float, default=1.5, help="for which each view is watched")
    options = parser.parse_args()
    gc.disable()  # as the program does, here and below
    application = QApplication([])
    with TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(application, SideBySide(resource_path()), settings, Path(folder))
        window.show()
        gc.freeze()
        GarbageCollection(application)
        gaps = Gaps()
        window.pages.import_ahead()  # as the program does
        print(f"The window waits for the imports of pages {gaps.watch(2.0):.0f} ms at the longest.")
        for history in four_runs(options.epochs):
            window.run_list.add_finished(history)
        gaps.watch(1.0)  # or the first page would be charged for drawing them
        print(f"The whole window is drawn again in {redrawing(window, application):.0f} ms.")
        print("milliseconds:    gap at   opened      gap   slider   slider")
        print("page              first    again     then   median  longest")
        for names in GROUPS.values():
            for name in names:
                measure(window, name, application, gaps, options.seconds)
        window.tabs.open_page("learning")
        print(f"At the end, the whole window is drawn again in {redrawing(window, application):.0f} ms.")
        window.close()


if __name__ == "__main__":
    main()
