"""Reading a file or folder of any kind that the program opens, which may take long and can be stopped."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nnreg_gui.engine.experiment import Experiment
    from nnreg_gui.engine.sessions.session import Session
    from nnreg_gui.files.data_sets.opening import OpenedDataSet
    from nnreg_gui.files.experiment_files import Assignment
    from nnreg_gui.lessons.lesson import Lesson

    Opened = Session | Experiment | Assignment | Lesson | OpenedDataSet


class Reading:
    """Reads a path once, in another thread.

    Args:
        data: whether to take it for a data set in any case.

    Attributes:
        share: how much of it is done, 0…1; 0 where that is not known.
    """

    def __init__(self, *, data: bool = False) -> None:
        self.share = 0.0
        self._data, self._stopped = data, False

    def stop(self) -> None:
        """Let the reading end soon; whatever it returns then is not wanted."""
        self._stopped = True

    def __call__(self, path: str) -> "Opened | None":
        """Return what there is at a path; None if it was stopped.

        Raises:
            Problem: it cannot be read, or is nothing that the program knows.
        """
        # Not at the start, which it would delay.
        from nnreg_gui.files.data_sets.opening import BEGINNING, is_data, open_data_set
        from nnreg_gui.files.session_files import read_file
        from nnreg_gui.files.user_files import is_folder, opened

        if not self._data and not is_folder(Path(path)):
            with opened(path) as file:
                if not is_data(file.read(BEGINNING)):
                    return read_file(path)
        return open_data_set(Path(path), progress=self._note, stopped=lambda: self._stopped)

    def _note(self, share: float) -> None:
        self.share = share
