"""Texts below each other, as large as the room allows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import STRETCH, Part, column

_LARGEST, _SMALLEST, _STEP = 2.5, 0.5, 0.1  # of the text, relative to all other text of the program


class FittedColumn(FittingWidget):
    """Chooses the largest text in which all its labels fit, for somebody who sits before the screen.

    Labels in it may be bold, but have no size of their own.
    """

    def __init__(self, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget(self)  # in no layout: it must not ask for room
        self._layout = column(*parts, STRETCH, parent=self._inside)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def fit(self) -> None:
        """Choose the size of the text; to be called after the labels have got other texts."""
        body = QFontInfo(self.font()).pointSizeF()
        self._inside.resize(self.size())
        for step in range(round((_LARGEST - _SMALLEST) / _STEP) + 1):
            font = QFont(self.font())
            font.setPointSizeF(body * (_LARGEST - step * _STEP))
            self._inside.setFont(font)
            if self._fits():
                break

    def _fits(self) -> bool:
        for part in self._inside.findChildren(QWidget):
            part.updateGeometry()  # or layouts, some of which lie in others, would go by the font before
        labels = [label for label in self._inside.findChildren(QLabel) if label.isVisibleTo(self._inside)]
        widest = max((label.minimumSizeHint().width() for label in labels), default=0)
        return widest <= self.width() and self._layout.heightForWidth(self.width()) <= self.height()


def plain_label(*, bold: bool = False) -> QLabel:
    """Return a label of several lines for a text from a file; its size is that of its surroundings."""
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = QFont()  # of which only what is set here counts
    font.setBold(bold)
    label.setFont(font)
    return label
