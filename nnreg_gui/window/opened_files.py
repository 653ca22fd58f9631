"""Files that the user opens, whatever they hold, and what is said of files meanwhile."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.sessions.session import Session
from nnreg_gui.files.experiment_files import Assignment
from nnreg_gui.files.reading import Reading
from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.system.handing_over import Handed

if TYPE_CHECKING:
    from nnreg_gui.files.reading import Opened
    from nnreg_gui.window.main_window import MainWindow


class OpenedFiles(QObject):
    """Hands what was read on to the part of the window that it is for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def open_file(self, path: str) -> None:
        """Open whatever a file or folder holds. A bad one changes nothing."""
        self._window.file_jobs.open(path, Reading())

    @Slot(object)
    def take_handed(self, handed: Handed) -> None:
        """Open what another start of the program was asked for, and come to the front."""
        window = self._window
        if handed.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = handed.token  # where Qt looks for it
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        os.environ.pop("XDG_ACTIVATION_TOKEN", None)
        self.open_file(handed.path)

    @Slot(object)
    def take(self, found: "Opened") -> None:
        """Take what was read."""
        self._window.message.end_waiting()
        if isinstance(found, Session):
            self._window.message.withdraw()
            self._window.run_list.add_session(found)
        elif isinstance(found, Lesson):
            self._window.lessons.begin(found)
        elif isinstance(found, Assignment):
            self._window.load(found.experiment)
            self._window.panel.show_groups(found.show)
        elif isinstance(found, Experiment):
            self._window.load(found)
        else:
            self._window.data_sets.show(found)

    @Slot(object)
    def tell_waiting(self, sentence: Callable[[], str]) -> None:
        """Say what is being waited for, and let the user give up."""
        self._window.message.tell(sentence, self._window.file_jobs.give_up, warns=False)

    @Slot(object)
    def tell_done(self, sentence: Callable[[], str]) -> None:
        """Say that a command has succeeded."""
        self._window.message.end_waiting()
        self._window.notice.tell(sentence)
