"""A widget that draws only while visible."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from nnreg_gui.widgets.fitting_widget import FittingWidget


class SeenWidget(FittingWidget):
    """Calls `_draw()` on `_refresh()` while it is visible, and when it comes into sight."""

    def _draw(self) -> None:
        """Show what is known now."""
        raise NotImplementedError

    @Slot()
    def _refresh(self) -> None:
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has arrived while hidden."""
        super().showEvent(event)
        self._refresh()
