"""Widgets with short texts for when there is no room for long ones."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.brief import Brief


class _Greeting(Brief, QLabel):
    said = 0

    def retranslate(self) -> None:
        self.said += 1
        self.setText("Hi" if self._brief else "Good morning")


def test_it_speaks_anew_only_when_the_room_changes(qtbot: QtBot) -> None:
    greeting = _Greeting()
    qtbot.addWidget(greeting)

    texts = []
    for brief in (False, True, True, False):
        greeting.set_brief(brief)
        texts.append((greeting.text(), greeting.said))

    assert texts == [("", 0), ("Hi", 1), ("Hi", 1), ("Good morning", 2)]
