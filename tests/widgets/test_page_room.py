"""Room for a page that may need more than there is."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.page_room import PageRoom
from nnreg_gui.widgets.room import Room, Roomy


def _page() -> tuple[QWidget, QLabel]:
    page, label = QWidget(), QLabel()
    QVBoxLayout(page).addWidget(label)
    return page, label


def test_a_page_fills_the_room_and_is_scrolled_only_while_it_needs_more(qtbot: QtBot) -> None:
    room, (page, label) = PageRoom(), _page()
    qtbot.addWidget(room)
    room.setWidget(page)
    room.resize(400, 300)
    with qtbot.waitExposed(room):
        room.show()
    assert page.size() == room.size()

    label.setMinimumSize(900, 700)
    qtbot.waitUntil(lambda: page.width() >= 900 and page.height() >= 700)
    assert room.size().toTuple() == (400, 300)
    assert room.minimumSizeHint().width() < 10
    assert room.verticalScrollBar().maximum() > 300

    label.setMinimumSize(1, 1)
    qtbot.waitUntil(lambda: page.size() == room.size())


def test_it_paints_nothing_below_the_page(qtbot: QtBot) -> None:
    outside, (page, _) = QWidget(), _page()
    qtbot.addWidget(outside)
    room = PageRoom(outside)
    palette = room.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor("red"))
    room.setPalette(palette)
    room.setWidget(page)
    outside.resize(200, 100)
    room.resize(200, 100)
    with qtbot.waitExposed(outside):
        outside.show()
    assert outside.grab().toImage().pixelColor(100, 80) == outside.palette().color(QPalette.ColorRole.Window)


class _Told(Roomy, QWidget):
    pass


def test_a_page_and_what_is_in_it_are_told_their_room_at_once_and_with_every_size_and_font(qtbot: QtBot) -> None:
    room, (page, _) = PageRoom(), _page()
    qtbot.addWidget(room)
    part = _Told(page)
    line = room.fontMetrics().height()
    room.resize(61 * line, 31 * line)
    room.setWidget(page)
    assert part.room is Room.FULL

    page.setMinimumSize(61 * line, 31 * line)
    rooms = []
    for width, height in ((61, 20), (40, 31), (61, 14), (101, 53)):
        room.resize(width * line, height * line)
        room.show()
        rooms.append(part.room)
    assert rooms == [Room.COMPACT, Room.COMPACT, Room.TINY, Room.LARGE], "however large the page still is"

    font = room.font()
    font.setPointSizeF(2.5 * font.pointSizeF())
    room.setFont(font)
    assert part.room is Room.COMPACT
