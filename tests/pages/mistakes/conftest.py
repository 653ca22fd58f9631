"""What tests of the page share."""

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.pages.mistakes.mistakes_page import MistakesPage
from tests.pages.answering import Answering, Window, show_in_front


@pytest.fixture
def window(digits: Digits) -> Window:
    return Window(digits)


@pytest.fixture
def questions(window: Window) -> Answering:
    return window.questions


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> MistakesPage:
    page = MistakesPage(window.services)
    qtbot.addWidget(page)
    page.resize(960, 560)
    show_in_front(page, qtbot)
    return page
