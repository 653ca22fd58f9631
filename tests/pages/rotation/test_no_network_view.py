"""What stands where there is no network yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.rotation.no_network_view import NoNetworkView


def test_it_offers_to_train_the_default_network_once(qtbot: QtBot) -> None:
    view = NoNetworkView()
    qtbot.addWidget(view)
    assert "784-100-10" in view.button.toolTip()
    with qtbot.waitSignal(view.wanted):
        qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)

    view.set_training(True)
    assert "being trained" in view.findChild(QLabel).text()
    with qtbot.assertNotEmitted(view.wanted):
        qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
