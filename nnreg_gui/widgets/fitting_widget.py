"""A widget that speaks the present language and fits itself to its size and its font."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class FittingWidget(QWidget):
    """Calls `retranslate()` when the language changes, and `fit()` when the size or the font does."""

    def retranslate(self) -> None:
        """Say everything in the present language."""

    def fit(self) -> None:
        """Leave out what does not fit."""

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
