"""Room for a page, which is told how much this is, and scrolls instead of asking for more."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from nnreg_gui.widgets.room import Room, tell_room


class PageRoom(QScrollArea):
    """Gives a page all its room, and more only if the page cannot do with less.

    Otherwise the needs of one page would widen the window on all pages, for good. Qt's own way to fit the content of a
    scroll area asks for the height that texts would like, not for the least. The page is told its room, as it could not
    find out by itself: while it shows everything, it may be larger than its room.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        """Ask for no room."""
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self._tell()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font; of a hidden page, once it is shown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the font that was chosen meanwhile."""
        super().showEvent(event)
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the page needs another size."""
        handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return handled

    def setWidget(self, page: QWidget) -> None:
        """Hold a page."""
        super().setWidget(page)
        page.setAutoFillBackground(False)  # a tab widget's window colour is that of its outlines
        self.viewport().setAutoFillBackground(False)
        self._tell()
        self._fit()

    def _tell(self) -> None:
        page, line = self.widget(), self.fontMetrics().height()
        if page is not None:
            tell_room(page, Room.of(self.width() / line, self.height() / line))

    def _fit(self) -> None:
        page = self.widget()
        if page is None:
            return
        room, least = self.maximumViewportSize(), page.minimumSizeHint()
        if least.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        if least.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        page.resize(room.expandedTo(least))
