"""Buttons, tool buttons and check boxes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.button import Button, CheckBox, ToolButton
from nnreg_gui.widgets.layouts import column

Kind = type[Button] | type[ToolButton] | type[CheckBox]
KINDS = (Button, ToolButton, CheckBox)


class _Window(QWidget):
    """A line with keyboard focus, above a button."""

    def __init__(self, button: Button | ToolButton | CheckBox) -> None:
        super().__init__()
        self.line, self.button = QLineEdit(), button
        self.line.setReadOnly(True)  # it would eat the key
        column(self.line, button, parent=self)


@pytest.fixture(params=KINDS)
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> _Window:
    window = _Window(request.param("S"))
    window.button.set_texts("Search", "Finds the best λ")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.line.setFocus()
    qtbot.waitUntil(window.line.hasFocus)
    return window


def test_its_key_presses_it_whatever_it_is_called(window: _Window, qtbot: QtBot) -> None:
    for text, tool_tip in (("Search", "Finds the best λ"), ("Cancel", "Ends the search")):
        window.button.set_texts(text, tool_tip)
        with qtbot.waitSignal(window.button.clicked):
            qtbot.keyClick(window.line, Qt.Key.Key_S)
        assert (window.button.text(), window.button.toolTip()) == (text, f"{tool_tip} (S)")


def test_a_click_leaves_the_keyboard_where_it_was(window: _Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.button.clicked):
        qtbot.mouseClick(window.button, Qt.MouseButton.LeftButton, pos=window.button.rect().center() / 4)
    assert window.line.hasFocus()


def test_the_tab_key_reaches_it(window: _Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window.line, Qt.Key.Key_Tab)
    assert window.button.hasFocus()
    with qtbot.waitSignal(window.button.clicked):
        qtbot.keyClick(window.button, Qt.Key.Key_Space)


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_key_its_tool_tip_is_the_text_alone(kind: Kind, qtbot: QtBot) -> None:
    button = kind(checkable=True)
    qtbot.addWidget(button)
    button.set_texts("Show", "Shows the runs")

    assert button.toolTip() == "Shows the runs"
    assert button.shortcut().isEmpty()
    assert button.isCheckable()
