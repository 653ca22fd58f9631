"""Text of several lines, as it stands below pictures."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Paragraph(QWidget):
    """Takes the width that it gets, and is placed anew only when another text needs another height.

    A `QLabel` in a layout has the whole window placed and drawn anew at every text, which a slider shows at every step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self, wordWrap=True)  # in no layout: there its texts would be heard of
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # its height is asked for before any style has seen it
        self._heights: dict[int, int] = {}  # for widths: layouts ask often
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Return what is said."""
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
        """Fill it all."""
        self._label.resize(event.size())

    def changeEvent(self, event: QEvent) -> None:
        """Ask anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            self.updateGeometry()
