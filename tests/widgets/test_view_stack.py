"""Views that are built when first shown."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column
from nnreg_gui.widgets.room import Room, tell_room
from nnreg_gui.widgets.view_stack import Stack, ViewStack


def test_a_view_is_built_once_and_not_before_it_is_wanted(qtbot: QtBot) -> None:
    made: list[str] = []

    def maker(name: str) -> QLabel:
        made.append(name)
        return QLabel(name)

    views: ViewStack[QWidget] = ViewStack({"first": lambda: maker("first"), "second": lambda: maker("second")})
    qtbot.addWidget(views)
    views.show()
    views.open("second")
    assert made == ["second"]
    assert views.view("second").isVisible()

    views.open("first")
    views.open("second")
    assert made == ["second", "first"]
    assert views.built() == [views.view("second"), views.view("first")]
    assert not views.view("first").isVisible()


def test_a_view_is_told_how_much_room_there_is_when_it_is_added(qtbot: QtBot) -> None:
    views: ViewStack[FittingWidget] = ViewStack({"first": FittingWidget, "second": FittingWidget})
    qtbot.addWidget(views)
    tell_room(views, Room.COMPACT)
    views.open("first")
    tell_room(views, Room.TINY)
    views.open("second")
    assert [view.room for view in views.built()] == [Room.TINY, Room.TINY]


def test_no_room_is_kept_for_a_hidden_view(qtbot: QtBot) -> None:
    stack, large, small = Stack(), QWidget(), QWidget()
    qtbot.addWidget(stack)
    for view, size in ((large, 500), (small, 50)):
        column(filling := QWidget(), parent=view)
        filling.setMinimumSize(size, size)
        stack.addWidget(view)

    sizes = []
    for view in (large, small):
        stack.setCurrentWidget(view)
        sizes.append(stack.minimumSizeHint().toTuple())
    assert sizes == [(500, 500), (50, 50)]
