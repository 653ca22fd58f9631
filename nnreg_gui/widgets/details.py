"""What is said below pictures in figures and conditions: folded away, until somebody wants to know exactly."""

from PySide6.QtWidgets import QApplication, QWidget

from nnreg_gui.widgets.layouts import column


class Details(QWidget):
    """Holds texts, one below the other; all details of the program are unfolded at once."""

    _unfolded = False

    def __init__(self, *texts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column(*texts, parent=self, spacing=2)
        if not Details._unfolded:
            self.hide()  # else it is seen where it is placed; shown before, it would be a window of its own

    @staticmethod
    def unfold_all(unfolded: bool) -> None:
        """Show all details there are and all that will be, or fold them away."""
        if unfolded == Details._unfolded:
            return  # all widgets there are would be looked at
        Details._unfolded = unfolded
        for widget in QApplication.allWidgets():
            if isinstance(widget, Details):
                widget.setVisible(unfolded)
