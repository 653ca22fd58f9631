"""Details, folded away until somebody wants them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.room import Room, tell_room


@pytest.fixture(autouse=True)
def folded() -> Iterator[None]:
    yield
    Details.unfold_all(False)


def test_details_are_folded_until_they_are_wanted_then_all_are_seen(qtbot: QtBot) -> None:
    one = Details(QLabel("one"))
    qtbot.addWidget(one)
    assert not one.isVisible()

    Details.unfold_all(True)
    page, later = QWidget(), Details(QLabel("later"))
    assert not later.isVisible(), "it would be a window of its own, which takes the keyboard"
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(later)
    page.show()
    assert one.isVisible()
    assert later.isVisible()

    Details.unfold_all(False)
    assert not one.isVisible()
    assert not later.isVisible()


def test_with_little_room_only_the_first_text_is_seen_and_with_hardly_any_none(qtbot: QtBot) -> None:
    details = Details(first := QLabel("first"), second := QLabel("second"))
    qtbot.addWidget(details)
    Details.unfold_all(True)

    seen = []
    for room in (Room.COMPACT, Room.TINY, Room.FULL):
        tell_room(details, room)
        seen.append((first.isVisible(), second.isVisible()))
    assert seen == [(True, False), (False, False), (True, True)]

    tell_room(details, Room.TINY)
    Details.unfold_all(False)
    Details.unfold_all(True)
    assert not details.isVisible()
