"""A sentence above the page that must be read, shown until it is closed or out of date."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QStyle, QWidget

from nnreg_gui.widgets.button import ToolButton

_MOST_LINES = 3


class MessageBar(QWidget):
    """Shows one sentence, with a sign and a button that closes it; hidden without one.

    Signals:
        closed: the user has closed it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._sign, self._text, self._close = QLabel(), QLabel(wordWrap=True), ToolButton(autoRaise=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # it may quote a file
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setMinimumSize(1, 1)  # a long text must not widen the window
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        self._close.clicked.connect(self.hide)
        self._close.clicked.connect(self.closed)
        self.hide()
        self._retranslate()
        self._fit()

    def text(self) -> str:
        """Return the sentence, "" if none is shown."""
        return "" if self.isHidden() else self._text.text()

    def add_button(self, button: QAbstractButton) -> None:
        """Place a button beside the sentence."""
        self._row.insertWidget(self._row.count() - 1, button)

    @Slot(str)
    def show_text(self, text: str, *, warns: bool = True) -> None:
        """Show a sentence, with the sign of a warning or of good news; an empty one hides the bar."""
        self._text.setText(text)
        self._text.setToolTip(text)  # whole, in case it does not fit
        self.setAccessibleName(text)
        size = self.fontMetrics().height() * 3 // 2
        sign = QStyle.StandardPixmap.SP_MessageBoxWarning if warns else QStyle.StandardPixmap.SP_MessageBoxInformation
        self._sign.setPixmap(self.style().standardIcon(sign).pixmap(size, size))
        self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        """Take no more than a few lines from the page."""
        self._text.setMaximumHeight(_MOST_LINES * self.fontMetrics().lineSpacing())

    def _retranslate(self) -> None:
        self._close.set_texts("✕", self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
