"""The bar above the page: what it says, with which sign, and who closes it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.message_bar import MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def sign(bar: MessageBar) -> object:
    return next(label.pixmap() for label in bar.findChildren(QLabel) if not label.pixmap().isNull()).toImage()


def test_good_news_has_another_sign_than_a_warning(bar: MessageBar) -> None:
    bar.show_text("Something is wrong.")
    warning = sign(bar)
    bar.show_text("All is well.", warns=False)

    assert sign(bar) != warning
    assert bar.text() == "All is well."


def test_only_the_user_closes_it_and_a_button_stands_before_the_one_that_does(bar: MessageBar, qtbot: QtBot) -> None:
    closed: list[bool] = []
    bar.closed.connect(lambda: closed.append(True))
    button = QPushButton("Do it")
    bar.add_button(button)
    bar.show_text("There is something to do.")
    (close,) = bar.findChildren(QToolButton)
    bar.resize(600, 40)
    qtbot.waitUntil(lambda: button.x() > 0)
    assert button.geometry().right() < close.x()
    bar.show_text("")
    assert bar.isHidden()
    assert closed == []
    bar.show_text("Again.")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)

    assert bar.isHidden()
    assert closed == [True]
