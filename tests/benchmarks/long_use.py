"""A lecture's use of the window over minutes: `python -m tests.benchmarks.long_use --minutes 12`.

Loads scenarios, trains them side by side and with other λ, opens every page and trains what it needs, removes runs
again, and prints the window's memory, threads and descriptors over time: none of them may keep growing.
"""

import argparse
import os
import random
import sys
import time
from multiprocessing import active_children
from pathlib import Path
from tempfile import TemporaryDirectory

import nnreg_gui.__main__  # noqa: F401  # one BLAS thread, before numpy is imported

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication

from nnreg_gui.app import make_window
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.side_by_side import SideBySide, State
from nnreg_gui.system.garbage import GarbageCollection
from tests.benchmarks.window import megabytes

_SECONDS_BETWEEN_ROWS = 30
_MOST_RUNS = 12  # a lecturer's list; older ones are removed


class Lecturer:
    """Uses the window, and says what it costs."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.application, self.dice = QApplication([]), random.Random(seed)
        self.control = SideBySide(resource_path())
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.window = make_window(self.application, self.control, settings, folder / "autosave")
        self.garbage = GarbageCollection(self.application)
        self.window.resize(1280, 720)
        self.window.show()
        self.began = time.monotonic()
        self.next_row = 0.0
        self.longest = 0.0

    def use(self, minutes: float) -> None:
        """Give lectures until this many minutes have passed."""
        print("minute  window MB  others MB  threads  files  runs  longest wait")
        while time.monotonic() - self.began < 60 * minutes:
            self.train()
            for place in self.dice.sample(range(self.window.tabs.count()), 4):
                self.look(place)
            while len(self.window.run_list.runs()) > _MOST_RUNS:
                self.window.run_list.setCurrentItem(self.window.run_list.topLevelItem(0))
                self.window.run_list.remove_selected()
                self.spin(0.05)
        self.row()
        self.window.close()

    def train(self) -> None:
        """Train a scenario or a part of it, now and then beside its companion, with λ changed on the way."""
        actions = self.window.actions_by_name
        self.window.load_scenario(self.dice.choice(self.window._scenarios))
        if self.dice.random() < 0.3:
            actions["beside"].trigger()
        actions["start"].trigger()
        until = time.monotonic() + self.dice.uniform(2, 12)
        while time.monotonic() < until and self.control.state is not State.IDLE:
            self.spin(0.5)
            if self.dice.random() < 0.2:
                boxes = [box for box in self.window.panel.findChildren(QAbstractSpinBox) if box.isVisible()]
                if boxes:  # in a low window, all groups may be folded
                    QTest.keyClick(boxes[0], Qt.Key.Key_Up)
        actions["stop"].trigger()
        self.spin(0.2)

    def look(self, place: int) -> None:
        """Open a page, train what it needs, and look at it for a while."""
        tabs = self.window.tabs
        tabs.setTabVisible(place, True)
        tabs.setCurrentIndex(place)
        self.spin(0.3)
        if self.dice.random() < 0.3:
            QTest.keyClick(self.window, Qt.Key.Key_S)
        for key in self.dice.sample([Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_D, Qt.Key.Key_A], 2):
            QTest.keyClick(self.window, key)
            self.spin(self.dice.uniform(0.3, 2))

    def spin(self, seconds: float) -> None:
        """Process events for this long."""
        until = time.monotonic() + seconds
        while (now := time.monotonic()) < until:
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the program's own loop does
            self.longest = max(self.longest, time.monotonic() - now)
            time.sleep(0.002)
            if now - self.began >= self.next_row:
                self.next_row += _SECONDS_BETWEEN_ROWS
                self.row()

    def row(self) -> None:
        """Print what the window holds now."""
        children = sum(megabytes(child.pid or 0) for child in active_children())
        threads, files = (sum(1 for _ in Path("/proc/self", kind).iterdir()) for kind in ("task", "fd"))
        minute = (time.monotonic() - self.began) / 60
        print(
            f"{minute:6.1f}{megabytes(os.getpid()):11.0f}{children:11.0f}{threads:9}{files:7}"
            f"{len(self.window.run_list.runs()):6}{1000 * self.longest:11.0f} ms",
            flush=True,
        )
        self.longest = 0.0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if sys.platform != "linux":
        sys.exit("This reads /proc, which only Linux has.")
    with TemporaryDirectory() as folder:
        Lecturer(Path(folder), chosen.seed).use(chosen.minutes)


if __name__ == "__main__":
    main()
