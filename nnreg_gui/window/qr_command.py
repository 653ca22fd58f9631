"""The experiment as a QR code over the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.experiment_line import experiment_line
from nnreg_gui.engine.problems import Problem

if TYPE_CHECKING:
    from nnreg_gui.lecturing.qr_sheet import QrSheet
    from nnreg_gui.window.main_window import MainWindow


class QrCommand(QObject):
    """Shows the chosen experiment as a code for telephones; the sheet is made when it is first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._sheet: QrSheet | None = None

    @Slot(bool)
    def set_open(self, wanted: bool) -> None:
        """Show the code of the chosen experiment, or no longer."""
        action = self._window.actions_by_name["qr_code"]
        if not wanted:
            if self._sheet is not None:
                self._sheet.leave()
            return
        try:
            line = experiment_line(self._window.chosen())
        except Problem as problem:  # the choices contradict each other
            action.setChecked(False)
            self._window.message.tell_problem(problem)
            return
        if self._sheet is None:
            from nnreg_gui.lecturing.qr_sheet import QrSheet

            self._sheet = QrSheet(self._window)
            self._sheet.opened.connect(action.setChecked)
        self._sheet.show_line(line)
        self._sheet.set_open(True)
