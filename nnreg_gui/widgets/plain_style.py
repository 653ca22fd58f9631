"""The Fusion style, under which no text is taken for HTML unless a label says that its text is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QProxyStyle, QWidget


class PlainStyle(QProxyStyle):
    """Makes all labels plain ones, those of tool tips and message boxes as well, which only the style gets hold of.

    Qt by itself guesses whether a text is HTML. A name that comes from a file may look like it, and the pictures that
    it asks for would be read from the disk.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def polish(self, what: QWidget | QApplication | QPalette) -> None:  # type: ignore[override]
        """Prepare a widget before it is laid out."""
        if isinstance(what, QLabel) and what.textFormat() is Qt.TextFormat.AutoText:
            what.setTextFormat(Qt.TextFormat.PlainText)
        super().polish(what)
