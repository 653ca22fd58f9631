"""A ring around whatever the Tab key has reached, while the user works with the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

_WIDTH = 3  # of the ring, in pixels, and of the gap around the widget: it must show around a coloured button
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QWidget):
    """Lies over everything in a window; hidden while the user works with the mouse.

    Qt's styles draw a hardly visible frame around some controls, and none around others.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._left: QWidget | None = None  # the widget that last gave up the focus, to none in particular
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        application.focusChanged.connect(self._follow)

    def resume(self) -> None:
        """If nothing has the focus, return it to the widget that gave it up, so that the Tab key goes on from there."""
        if self._window.focusWidget() is None and self._left is not None and isValid(self._left):
            self._left.setFocus()

    def show_focus(self) -> None:
        """Surround the focused widget until the mouse is pressed."""
        self._application.installEventFilter(self)
        self._place()

    def put_away(self) -> None:
        """Show nothing until the keyboard is used again."""
        self._application.removeEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the ring is visible, follow what it surrounds; go away when the mouse is pressed."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress or (kind == QEvent.Type.Hide and watched is self._window):
            self.put_away()
        elif kind in _MOVES and self._lies_in(watched):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _WIDTH))
        half = _WIDTH / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), _WIDTH, _WIDTH)

    @Slot(QWidget, QWidget)
    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None and before is not None and before.window() is self._window:
            self._left = before
        if self.isVisible():
            self._place()

    def _lies_in(self, widget: QObject) -> bool:
        """Return whether the focused widget is this one, or lies somewhere in it."""
        focused = self._window.focusWidget()
        return focused is not None and (
            widget is focused or (isinstance(widget, QWidget) and widget.isAncestorOf(focused))
        )

    def _place(self) -> None:
        focused = self._window.focusWidget()
        area = self._seen(focused) if focused is not None and focused.isVisible() else QRect()
        self.setGeometry(area)
        self.setVisible(not area.isEmpty())
        self.raise_()

    def _seen(self, focused: QWidget) -> QRect:
        """Return where the ring lies in the window: around the part of the widget that its scroll areas show."""
        margin = 2 * _WIDTH
        area = self._area(focused).adjusted(-margin, -margin, margin, margin) & self._window.rect()
        around = focused.parentWidget()
        while around is not None and around is not self._window:
            if isinstance(around.parentWidget(), QAbstractScrollArea):
                area &= self._area(around)
            around = around.parentWidget()
        return area

    def _area(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
