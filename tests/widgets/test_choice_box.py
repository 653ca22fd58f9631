"""A box of choices, which a presenter's clicker must not change."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.choice_box import ChoiceBox
from nnreg_gui.widgets.keys import PAGE_KEYS


def test_it_changes_by_arrow_keys_but_not_by_a_clicker(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["one", "two", "three"])
    box.setCurrentIndex(1)
    for key in PAGE_KEYS:
        qtbot.keyClick(box, key)
        assert box.currentText() == "two"
    qtbot.keyClick(box, Qt.Key.Key_Down)

    assert box.currentText() == "three"
