"""A widget that speaks the present language and fits itself to its page's room, its size and its font."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.room import Room, Roomy


class FittingWidget(Roomy, QWidget):
    """Calls `retranslate()` when the language or the room changes, and `fit()` when the size or the font does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_out: list[tuple[Room, QWidget]] = []

    def show_from(self, least: Room, *parts: QWidget) -> None:
        """Leave out these parts while there is less room than this."""
        self._left_out += [(least, part) for part in parts]

    def follow_room(self) -> None:
        """Leave out what has no room, and choose the words for it."""
        for least, part in self._left_out:
            part.setVisible(self.room >= least)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language, and in as many words as there is room for."""

    def fit(self) -> None:
        """Keep what is not left to layouts in proportion to the size and the font."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self.fit()
