"""What is done is said for a while, over the lower edge of the window."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.notice import Notice


def test_it_lies_within_its_window_however_long_it_is_and_leaves(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    notice = Notice(window)
    assert notice.text() == ""

    notice.show_text("Saved: " + 100 * "long")
    assert notice.text().startswith("Saved")
    assert window.rect().contains(notice.geometry())
    assert window.minimumSizeHint().width() < 1

    notice.leave()
    assert notice.text() == ""
