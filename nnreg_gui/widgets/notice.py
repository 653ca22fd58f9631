"""A line over the upper edge of the window that says something is done, and leaves by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QWidget

from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import row

_MILLISECONDS = 5_000  # enough to read a path


class Notice(QFrame):
    """Lies over the right end of a bar, where there is nothing to read, and takes neither room nor the mouse from it.

    Args:
        bar: at the upper edge of the window, like a menu bar; the notice lies there even if the bar has no height.
    """

    def __init__(self, window: QWidget, bar: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._sentence: Callable[[], str] = str
        self._label = ElidedLabel()
        self._clock = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._clock.timeout.connect(self.leave)
        row(self._label, parent=self, margins=(12, 0, 12, 0))
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._label.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def text(self) -> str:
        """Return the sentence, "" if there is none."""
        return "" if self.isHidden() else self._label.text()

    def tell(self, sentence: Callable[[], str]) -> None:
        """Show for a while what a sentence says in the present language, or in one chosen meanwhile."""
        self._sentence = sentence
        self._say()
        self.show()
        self.raise_()
        self._clock.start()

    @Slot()
    def leave(self) -> None:
        """Disappear."""
        self._clock.stop()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange) and not self.isHidden():
            self._say()

    def _say(self) -> None:
        window, em, text = self.window(), self.fontMetrics().height(), self._sentence()
        self._label.setText(text)
        width = min(self.fontMetrics().horizontalAdvance(text) + 3 * em, window.width() - 2 * em)
        self.setGeometry(window.width() - width, 0, width, max(self._bar.height(), 3 * em // 2))
