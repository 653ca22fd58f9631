"""The text below pictures: a paragraph, or one line where a paragraph does not fit."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import column
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Roomy


class FittingText(Roomy, QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paragraph, self._line = Paragraph(), ElidedLabel()
        column(self._paragraph, self._line, parent=self, spacing=0)
        self.follow_room()
        self.set_text("")

    def set_text(self, text: str) -> None:
        """Say this."""
        self._paragraph.setText(text)
        self._line.setText(text)
        self.setVisible(bool(text))

    def follow_room(self) -> None:
        """Say it as a paragraph, or in one line, which hovering shows whole."""
        self._paragraph.setVisible(not self.compact)
        self._line.setVisible(self.compact)
