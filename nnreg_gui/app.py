"""Starts the program with its window."""

import sys
import traceback
from collections.abc import Hashable
from contextlib import suppress
from math import inf
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QSocketNotifier, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from nnreg_gui import __version__
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.questions import QuestionQueue
from nnreg_gui.running.searches import SearchQueue
from nnreg_gui.running.side_by_side import SideBySide
from nnreg_gui.system.garbage import GarbageCollection
from nnreg_gui.system.guarded_overrides import guard_overrides
from nnreg_gui.system.handed_files import HandedFiles

if TYPE_CHECKING:
    from nnreg_gui.window.main_window import MainWindow

_SECONDS_OF_SILENCE = 60


def run_window(experiment_file: str | None, ending: int) -> int:
    """Show the window until it is closed, and return the exit code.

    Args:
        experiment_file: what to open in it, if anything.
        ending: descriptor of a socket that becomes readable when the program is to end, from `ending_signals`.
    """
    application = QApplication(sys.argv[:1])
    application.setOrganizationName("nnreg-gui")
    application.setApplicationName("nnreg-gui")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("nnreg-gui")
    control = SideBySide(resource_path())
    handed_files = HandedFiles(application)  # before the window is there: who double-clicks twice gets one
    window = make_window(application, control, QSettings())
    handed_files.handed.connect(window.opened.take_handed)
    if experiment_file is not None:
        window.open_file(experiment_file)
    window.show()
    garbage = GarbageCollection(application)
    garbage.spare_what_is_here()
    window.pages.all_imported.connect(garbage.spare_what_is_here)
    window.pages.import_ahead()
    _quit_when_readable(ending, application, window)
    return application.exec()


def _quit_when_readable(socket: int, application: QApplication, window: "MainWindow") -> None:
    """Close all windows, as the user would, when there is something to read."""
    notifier = QSocketNotifier(socket, QSocketNotifier.Type.Read, application)

    def close() -> None:
        notifier.setEnabled(False)
        window.close()  # first: the window of a rehearsal closes, and lets the program end, once this has cancelled it
        application.quit()

    notifier.activated.connect(close)


def make_window(
    application: QApplication, control: SideBySide, stored: QSettings, autosave_folder: Path | None = None
) -> "MainWindow":
    """Build the window with its looks and languages; keep runs in the program's data folder, or the given one."""
    guard_overrides()
    from nnreg_gui.window.appearance import Appearance
    from nnreg_gui.window.main_window import MainWindow
    from nnreg_gui.window.settings import Settings

    application.setWindowIcon(QIcon(str(resource_path("icons", "nnreg-gui.svg"))))
    questions = QuestionQueue(control.data_folder, control, opened=control.opened)
    searches = SearchQueue(control.data_folder, control, opened=control.opened)
    settings = Settings(stored)
    window = MainWindow(control, questions, searches, Appearance(application, settings), settings, autosave_folder)
    faults = _Faults(window)
    faults.found.connect(window.message.tell_fault)
    sys.excepthook = faults.tell
    return window


class _Faults(QObject):
    """Writes the program's own faults to the terminal and reports them in the window; they close nothing.

    Signals:
        found: carries what Python says of a fault (str), which may come from a thread other than the window's.
    """

    found = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told: dict[Hashable, float] = {}  # when, in seconds, by what it was and where it came from

    def tell(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report what nobody has caught, as `sys.excepthook`."""
        if issubclass(kind, Exception) and not self._is_news(kind, trace):
            return
        with suppress(OSError, ValueError):  # even without a terminal, the window must say it
            traceback.print_exception(kind, error, trace)
        if issubclass(kind, Exception):
            self.found.emit(repr(error))

    def _is_news(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        """Return whether the same was not reported lately: a fault in painting comes back with every frame."""
        fault = (kind, *((frame.f_code, line) for frame, line in traceback.walk_tb(trace)))
        now = monotonic()
        is_news = now - self._told.get(fault, -inf) > _SECONDS_OF_SILENCE
        if is_news:
            self._told[fault] = now
        return is_news
