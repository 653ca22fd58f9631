"""Texts below pictures."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_text import FittingText
from nnreg_gui.widgets.room import Room, tell_room


def _seen(text: FittingText) -> list[type[QWidget]]:
    return [type(one) for one in (*text.findChildren(QLabel), *text.findChildren(ElidedLabel)) if one.isVisible()]


def test_it_is_a_paragraph_or_one_line_and_takes_no_room_while_it_says_nothing(qtbot: QtBot) -> None:
    text = FittingText()
    qtbot.addWidget(text)
    assert text.isHidden()
    text.set_text("A long sentence. " * 20)
    text.resize(200, 200)
    text.show()
    assert _seen(text) == [QLabel]
    paragraph = text.heightForWidth(200)

    tell_room(text, Room.COMPACT)
    assert _seen(text) == [ElidedLabel]
    assert text.sizeHint().height() < paragraph / 3
