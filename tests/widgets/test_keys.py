"""Keys that press buttons."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.keys import give_key


def test_a_key_presses_the_button_and_stands_in_its_tool_tip(qtbot: QtBot) -> None:
    button = QPushButton("Answer")
    button.setToolTip("Shows the answer")
    give_key(button, "A")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.activateWindow()
    qtbot.waitUntil(button.isActiveWindow)

    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_A)
    assert button.toolTip() == "Shows the answer (A)"
