"""The address of a cluster."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.finding_lambda.cluster_entry import ClusterEntry
from tests.pages.finding_lambda.search_material import shown


def test_an_address_is_told_once(qtbot: QtBot) -> None:
    entry, chosen = ClusterEntry(), []
    entry.chosen.connect(chosen.append)
    shown(qtbot, entry, 400, 40)
    entry.line.setFocus()
    qtbot.waitUntil(entry.line.hasFocus)
    qtbot.keyClicks(entry.line, " tcp://10.0.0.1:8786 ")
    qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert chosen == ["tcp://10.0.0.1:8786"]
    assert not entry.line.hasFocus()

    entry.line.setFocus()
    entry.line.clear()
    qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert chosen == ["tcp://10.0.0.1:8786", ""]
    assert "dask" in entry.line.toolTip()
    assert entry.line.placeholderText() == "this computer"
