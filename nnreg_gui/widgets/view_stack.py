"""Views of which one is seen; each is built when it is first looked at, so that what they stand on opens at once."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

View = TypeVar("View", bound=QWidget)


class ViewStack(QStackedWidget, Generic[View]):
    """Places views in the order in which they are opened, and knows them by name."""

    def __init__(self, makers: dict[str, Callable[[], View]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._views: dict[str, View] = {}

    def view(self, name: str) -> View:
        """Return a view, which is built if nobody has asked for it yet."""
        if name not in self._views:
            self._views[name] = self._makers[name]()
            self.addWidget(self._views[name])
        return self._views[name]

    def built(self) -> list[View]:
        """Return the views that there are already."""
        return list(self._views.values())

    @Slot(str)
    def open(self, name: str) -> None:
        """Look at a view."""
        self.setCurrentWidget(self.view(name))
