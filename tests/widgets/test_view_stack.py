"""Views that are built when first shown."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.view_stack import ViewStack


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
