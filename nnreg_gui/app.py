"""Starts the program with its window."""

import gc
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from nnreg_gui import __version__
from nnreg_gui.garbage import GarbageCollection
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.search_control import SearchControl
from nnreg_gui.running.side_by_side import SideBySide
from nnreg_gui.running.study_control import StudyControl

if TYPE_CHECKING:
    from nnreg_gui.main_window import MainWindow


def run_window(experiment_file: str | None) -> int:
    """Show the window, optionally with an experiment, until it is closed; return the exit code."""
    gc.disable()  # nearly all that is made here stays: looking for what does not would cost a tenth of the time
    application = QApplication(sys.argv[:1])
    application.setOrganizationName("nnreg-gui")
    application.setApplicationName("nnreg-gui")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("nnreg-gui")
    control = SideBySide(resource_path("mnist"))
    window = make_window(application, control, QSettings())
    if experiment_file is not None:
        window.open_file(experiment_file)
    window.show()
    gc.freeze()  # nor need it be looked through again while frames are due
    GarbageCollection(application)
    window.pages.import_ahead()
    return application.exec()


def make_window(
    application: QApplication, control: SideBySide, settings: QSettings, autosave_folder: Path | None = None
) -> "MainWindow":
    """Build the window with its looks and languages; runs are kept in the program's data folder, or the given one."""
    from nnreg_gui.appearance import Appearance
    from nnreg_gui.main_window import MainWindow

    application.setWindowIcon(QIcon(str(resource_path("icons", "nnreg-gui.svg"))))
    studies = StudyControl(resource_path("mnist"), control)
    searches = SearchControl(resource_path("mnist"), control)
    window = MainWindow(control, studies, searches, Appearance(application, settings), settings, autosave_folder)
    _catch_faults(window)
    return window


def _catch_faults(window: "MainWindow") -> None:
    """A fault of ours is written to the terminal and said in the window; it closes nothing."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        if issubclass(kind, Exception):
            window.message.tell_fault(error)

    sys.excepthook = tell
