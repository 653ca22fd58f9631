"""A widget that draws only what somebody sees."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from nnreg_gui.widgets.fitting_widget import FittingWidget


class SeenWidget(FittingWidget):
    """Calls `_draw()` when it is asked to `_refresh()` while it is seen, and when it comes into sight."""

    def _draw(self) -> None:
        """Show what is known now."""
        raise NotImplementedError

    @Slot()
    def _refresh(self) -> None:
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has come while it was not seen."""
        super().showEvent(event)
        self._refresh()
