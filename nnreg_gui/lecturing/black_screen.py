"""A black screen, for when the audience should look at the lecturer."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.fitting_widget import FittingWidget

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class BlackScreen(FittingWidget):
    """Covers a whole window; any key or click lifts it, and does nothing else.

    The keyboard stays where it is: a number that is being typed goes on being typed afterwards.

    Signals:
        toggled: carries whether the window is black now.
    """

    toggled = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.retranslate()
        self.hide()

    @property
    def black(self) -> bool:
        """Whether the window is covered."""
        return not self.isHidden()

    @Slot()
    def toggle(self) -> None:
        """Cover the window, or uncover it."""
        self._cover(not self.black)

    @Slot()
    def lift(self) -> None:
        """Uncover the window."""
        self._cover(False)

    def retranslate(self) -> None:
        """Tell screen readers in the present language."""
        self.setAccessibleName(self.tr("Black screen: any key or click lifts it"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is black: take the window's keys from widgets and shortcuts; follow its size; stay on top."""
        kind = event.type()
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        if kind == QEvent.Type.Resize and watched is self._window:
            self.resize(self._window.size())
        elif kind == QEvent.Type.ZOrderChange and watched is not self:
            self.raise_()
        elif isinstance(event, QKeyEvent) and event.key() not in _MODIFIERS:
            event.accept()
            if kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.lift()
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Uncover the window."""
        self.lift()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Be black, whatever the theme."""
        QPainter(self).fillRect(self.rect(), Qt.GlobalColor.black)

    def _cover(self, black: bool) -> None:
        if black == self.black:
            return
        application = QCoreApplication.instance()
        assert application is not None
        if black:
            application.installEventFilter(self)
            self.resize(self._window.size())
            self.raise_()
        else:
            application.removeEventFilter(self)
        self.setVisible(black)
        self.toggled.emit(black)
