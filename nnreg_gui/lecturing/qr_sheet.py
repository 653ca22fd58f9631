"""The experiment as a QR code over the whole window, so that students need not type it."""

from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QWidget
from shiboken6 import isValid

from nnreg_gui.lecturing.qr_code import MOST_BYTES, QrCode
from nnreg_gui.widgets.conclusion import CONCLUSION_TO_BODY
from nnreg_gui.widgets.fitting_font import tabular
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.texts import whole_text

_CLOSING_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_F7)
_MARGIN = 16
_MOST_TEXT = 0.25  # of the height; a longer text is scrolled


class QrSheet(FittingWidget):
    """Lies over the window, which goes on below, until Esc, F7 or a click beside the text.

    It has the keyboard while it is there, so that Esc closes it before it stops a run, and gives it back.

    Signals:
        opened: it is there now (True), or has gone.
    """

    opened = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._line = ""
        self._focused_before: QWidget | None = None
        self.code, self.text, self._too_long = QrCode(self), QPlainTextEdit(self), QLabel(self, wordWrap=True)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        centred = self.text.document().defaultTextOption()
        centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.document().setDefaultTextOption(centred)
        self._too_long.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.hide()
        window.installEventFilter(self)

    def show_line(self, line: str) -> None:
        """Show an experiment's line of text, whenever the sheet is open."""
        fits = len(line.encode()) <= MOST_BYTES
        self._line = line
        self.text.setPlainText(line)
        if fits:
            self.code.set_text(line)
        self.code.setVisible(fits)
        self._too_long.setVisible(not fits)
        self.retranslate()

    @Slot(bool)
    def set_open(self, wanted: bool) -> None:
        """Show the code, or no longer."""
        if wanted == self.isVisible():
            return
        if wanted:
            self._focused_before = self._window.focusWidget()
            self.setGeometry(self._window.rect())
            self.raise_()
            self.show()
            self.setFocus()
        else:
            self.hide()
            if (before := self._focused_before) is not None and isValid(before):
                before.setFocus()
        self.opened.emit(wanted)

    @Slot()
    def leave(self) -> None:
        """Show the code no longer."""
        self.set_open(False)

    def told(self) -> str:
        """Return what stands in place of a code for which the line is too long; "" if there is a code."""
        return "" if self._too_long.isHidden() else self._too_long.text()

    def retranslate(self) -> None:
        too_long = self.tr("This experiment's line has {0} characters; a QR code holds {1}. Copy the line instead.")
        self._too_long.setText(too_long.format(whole_text(len(self._line)), whole_text(MOST_BYTES)))
        self.setAccessibleName(self.tr("The experiment as a QR code"))
        self.setToolTip(self.tr("Esc, F7 or a click closes the QR code"))
        self.text.setAccessibleName(self.tr("The experiment as text"))
        self.text.setToolTip(self.tr("Select the text and copy it with Ctrl+C; Ctrl+Shift+V reads it as an experiment"))
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Take the keys that close the sheet before they reach the window's actions."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _CLOSING_KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc and F7."""
        if event.key() in _CLOSING_KEYS:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard: what Tab would lead to lies below the sheet."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close at a click."""
        self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the whole window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give the text what it needs, in large type if that does for it, and the code all the rest."""
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        document = self.text.document()
        most = int(_MOST_TEXT * room.height())
        body = QFontInfo(self.font()).pointSizeF()
        self.text.resize(room.size())
        for points in (CONCLUSION_TO_BODY * body, body):
            self.text.setFont(tabular(self.font(), points))
            lines = self.text.blockBoundingRect(document.firstBlock()).height()
            height = ceil(lines + 2 * document.documentMargin())
            if height <= most:
                break
        self._too_long.setFont(tabular(self.font(), CONCLUSION_TO_BODY * body))
        height = min(height, most)
        self.text.setGeometry(room.adjusted(0, room.height() - height, 0, 0))
        for part in (self.code, self._too_long):
            part.setGeometry(room.adjusted(0, 0, 0, -height))
