"""The figures and conditions below pictures: folded away until somebody wants to know exactly."""

from PySide6.QtWidgets import QApplication, QWidget

from nnreg_gui.widgets.layouts import column


class Details(QWidget):
    """Holds texts, one below the other; all details in the program unfold together."""

    _unfolded = False

    def __init__(self, *texts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column(*texts, parent=self, spacing=2)
        if not Details._unfolded:
            self.hide()  # otherwise it shows once placed; if shown earlier, it would be a window of its own

    @staticmethod
    def unfold_all(unfolded: bool) -> None:
        """Show all present and future details, or fold them away."""
        if unfolded == Details._unfolded:
            return  # or it would go through every widget there is
        Details._unfolded = unfolded
        for widget in QApplication.allWidgets():
            if isinstance(widget, Details):
                widget.setVisible(unfolded)
