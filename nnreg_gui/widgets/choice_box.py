"""A box that unfolds into a list of choices."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from nnreg_gui.widgets.keys import PAGE_KEYS


class ChoiceBox(QComboBox):
    """Changes with arrow keys, but not with those of a presenter's clicker."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the clicker's keys to others."""
        if event.key() in PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)
