"""A line over the lower edge of the window, which says that something is done and leaves by itself."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from nnreg_gui.widgets.elided_label import ElidedLabel

_MILLISECONDS = 5_000  # enough to read a path


class Notice(QFrame):
    """Lies over whatever is there, and takes neither room nor the mouse from it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._label = ElidedLabel()
        self._clock = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._clock.timeout.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self._label)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._label.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def text(self) -> str:
        """Return what is said, or nothing when nothing is."""
        return "" if self.isHidden() else self._label.text()

    @Slot(str)
    def show_text(self, text: str) -> None:
        """Say this for a while."""
        window, em = self.window(), self.fontMetrics().height()
        self._label.setText(text)
        width = min(self.fontMetrics().horizontalAdvance(text) + 3 * em, window.width() - 2 * em)
        self.setGeometry(em, window.height() - 3 * em, width, 2 * em)
        self.show()
        self.raise_()
        self._clock.start()

    @Slot()
    def leave(self) -> None:
        """Say nothing any more."""
        self._clock.stop()
        self.hide()
