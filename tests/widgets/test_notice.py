"""A notice of what was done, shown for a while at the upper edge of the window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.notice import Notice


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    return window


def _notice(window: QWidget) -> Notice:
    bar = QWidget(window)
    bar.setGeometry(0, 0, 400, 30)
    return Notice(window, bar)


def test_it_lies_within_its_window_however_long_it_is_and_leaves(window: QWidget) -> None:
    notice = _notice(window)
    assert notice.text() == ""

    notice.tell(lambda: "Saved: " + 100 * "long")
    assert notice.text().startswith("Saved")
    assert window.rect().contains(notice.geometry())
    assert window.minimumSizeHint().width() < 1

    notice.leave()
    assert notice.text() == ""


def test_it_covers_the_right_end_of_the_bar_and_nothing_below(window: QWidget) -> None:
    notice = _notice(window)
    notice.tell(lambda: "Saved")

    assert notice.geometry().bottom() < 30
    assert notice.geometry().right() == window.rect().right()
    assert notice.geometry().left() > 200


def test_it_speaks_another_language_that_is_chosen_meanwhile(window: QWidget) -> None:
    notice, language = _notice(window), ["Saved"]
    notice.tell(lambda: language[0])
    language[0] = "Ulo\u017eeno"
    QCoreApplication.sendEvent(notice, QEvent(QEvent.Type.LanguageChange))

    assert notice.text() == "Ulo\u017eeno"
