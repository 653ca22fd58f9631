"""A widget that follows language, font and size."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column
from nnreg_gui.widgets.room import Room, tell_room
from nnreg_gui.window.language import Language


class _Counting(FittingWidget):
    said = fitted = 0

    def retranslate(self) -> None:
        self.said += 1

    def fit(self) -> None:
        self.fitted += 1


def test_each_change_is_followed_by_what_it_is_about(qtbot: QtBot, language: Language) -> None:
    widget = _Counting()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.said = widget.fitted = 0

    widget.resize(321, 123)
    assert (widget.said, widget.fitted) == (0, 1)
    font = widget.font()
    font.setPointSizeF(2 * font.pointSizeF())
    widget.setFont(font)
    assert (widget.said, widget.fitted) == (0, 2)
    language.switch("cs")
    qtbot.waitUntil(lambda: widget.said > 0)
    assert widget.fitted == 2


def test_with_less_room_parts_are_left_out_and_words_chosen(qtbot: QtBot) -> None:
    widget = _Counting()
    qtbot.addWidget(widget)
    note, picture = QLabel(), QLabel()
    column(note, picture, parent=widget)
    widget.show_from(Room.FULL, note)
    widget.show_from(Room.COMPACT, picture)
    widget.said = 0

    left_out = []
    for room in (Room.COMPACT, Room.COMPACT, Room.TINY, Room.LARGE):
        tell_room(widget, room)
        left_out.append((note.isHidden(), picture.isHidden(), widget.compact, widget.said))
    assert left_out == [(True, False, True, 1), (True, False, True, 1), (True, True, True, 2), (False, False, False, 3)]
