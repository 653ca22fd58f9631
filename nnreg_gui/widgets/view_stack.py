"""Views, one of them visible."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from nnreg_gui.widgets.room import Roomy, tell_room

View = TypeVar("View", bound=QWidget)


class Stack(Roomy, QStackedWidget):
    """Asks for no more room than the visible view needs: hidden ones follow neither the room nor the font at once."""

    def addWidget(self, widget: QWidget) -> int:
        """Add a view, which is told how much room there is."""
        place = super().addWidget(widget)
        tell_room(widget, self.room)
        return place

    def minimumSizeHint(self) -> QSize:
        view = self.currentWidget()
        return view.minimumSizeHint() if view is not None else QSize(0, 0)


class ViewStack(Stack, Generic[View]):
    """Adds views in the order they are opened, and knows them by name.

    Each is built when first opened, so that the page around them opens at once.
    """

    def __init__(self, makers: dict[str, Callable[[], View]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._views: dict[str, View] = {}

    def view(self, name: str) -> View:
        """Return a view; build it if nobody has asked for it yet."""
        if name not in self._views:
            self._views[name] = self._makers[name]()
            self.addWidget(self._views[name])
        return self._views[name]

    def built(self) -> list[View]:
        """Return the views built so far."""
        return list(self._views.values())

    @Slot(str)
    def open(self, name: str) -> None:
        """Show a view."""
        self.setCurrentWidget(self.view(name))
