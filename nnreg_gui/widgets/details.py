"""The figures and conditions below pictures: folded away until somebody wants to know exactly."""

from PySide6.QtWidgets import QApplication, QWidget

from nnreg_gui.widgets.layouts import column
from nnreg_gui.widgets.room import Room, Roomy


class Details(Roomy, QWidget):
    """Holds texts, one below the other; all details in the program unfold together.

    With little room, only the first one is shown, and with hardly any, none.
    """

    _unfolded = False

    def __init__(self, *texts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column(*texts, parent=self, spacing=2)
        self._others = texts[1:]
        if not Details._unfolded:
            self.hide()  # otherwise it shows once placed; if shown earlier, it would be a window of its own

    def follow_room(self) -> None:
        for text in self._others:
            text.setVisible(not self.compact)
        self._unfold()

    def _unfold(self) -> None:
        self.setVisible(Details._unfolded and self.room > Room.TINY)

    @staticmethod
    def unfold_all(unfolded: bool) -> None:
        """Show all present and future details, or fold them away."""
        if unfolded == Details._unfolded:
            return  # or it would go through every widget there is
        Details._unfolded = unfolded
        for widget in QApplication.allWidgets():
            if isinstance(widget, Details):
                widget._unfold()
