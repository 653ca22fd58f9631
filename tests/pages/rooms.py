"""Gives a page that stands alone room, as the window does."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.page_room import PageRoom


class Rooms:
    """Surrounds a page with room."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._room = PageRoom()
        qtbot.addWidget(self._room)

    def give(self, page: QWidget, width: int, height: int) -> None:
        """Give a page so much room, in pixels; it must need no more."""
        if self._room.widget() is None:
            self._room.setWidget(page)
        self._room.resize(width, height)
        self._room.show()
        self._qtbot.waitUntil(lambda: page.size().toTuple() == (width, height), timeout=5_000)
