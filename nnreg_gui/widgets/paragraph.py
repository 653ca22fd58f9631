"""Text of several lines, for below pictures."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Paragraph(QWidget):
    """Takes the width it gets; needs a new layout only when another text needs another height.

    A `QLabel` in a layout makes the whole window lay itself out and redraw at every new text, and a slider brings one
    at every step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self, wordWrap=True)  # in no layout, which would hear of its texts
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # layouts ask for its height before any style has seen it
        self._heights: dict[int, int] = {}  # by width: layouts ask often
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Return the text."""
        return self._label.text()

    def setText(self, text: str) -> None:
        """Say this."""
        if text == self._label.text():
            return
        height = self.heightForWidth(self.width())
        self._label.setText(text)
        self._heights.clear()
        if self.heightForWidth(self.width()) != height:
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Ask for as many lines as the text has."""
        if width not in self._heights:
            self._heights[width] = self._label.heightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Ask for as many lines as the text has."""
        return QSize(1, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Be content with a line: a long text must not push pictures out."""
        return QSize(1, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the label fill the widget."""
        self._label.resize(event.size())

    def changeEvent(self, event: QEvent) -> None:
        """Ask again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            self.updateGeometry()
