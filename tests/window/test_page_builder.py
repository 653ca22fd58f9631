"""Pages are built when they are first seen, and their modules imported before."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.lecturing.welcome_card import WelcomeCard
from nnreg_gui.pages.table import KEYS
from nnreg_gui.window.main_window import MainWindow
from tests.conftest import WAIT, User


def test_every_page_is_imported_beforehand_one_at_a_time(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = [f"nnreg_gui.pages.{key}.{key}_page" for key in KEYS]
    for module in modules:
        monkeypatch.delitem(sys.modules, module, raising=False)

    with qtbot.waitSignal(window.pages.all_imported, timeout=WAIT):
        window.pages.import_ahead()
    assert all(module in sys.modules for module in modules)


def test_the_window_comes_up_before_pyqtgraph_is_imported() -> None:
    question = "import sys, nnreg_gui.app, nnreg_gui.window.main_window; sys.exit('pyqtgraph' in sys.modules)"
    subprocess.run([sys.executable, "-c", question], check=True)


def _start_a_run(user: User) -> None:
    user.key(Qt.Key.Key_Space)


def _try_freely(user: User) -> None:
    card = user.window.findChildren(WelcomeCard)[-1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)


def _go_away_and_back(user: User) -> None:
    user.key(Qt.Key.Key_F3)
    user.window.offered_lessons.decline()
    user.key(Qt.Key.Key_F3)


def _change_the_axis(user: User) -> None:
    user.window.actions_by_name["log_epochs"].trigger()


@pytest.mark.parametrize("uncover", [_start_a_run, _try_freely, _go_away_and_back, _change_the_axis])
def test_the_first_page_is_built_when_no_offer_covers_it_any_more(user: User, uncover: Callable[[User], None]) -> None:
    window = user.window
    room = window.tabs.room("learning")
    user.wait(lambda: window.offered_lessons.visible)
    assert room.widget() is None

    uncover(user)
    user.wait(lambda: room.widget() is not None and room.widget().isVisible())
    assert room.widget() is window.tabs.page is window.learning
    assert window.learning.cost.epochs.logarithmic == window.actions_by_name["log_epochs"].isChecked()
    window.control.stop()


def test_all_pages_share_the_validation_digits(user: User) -> None:
    pages = []
    for key in ("augmentation", "rotation", "noise", "dropout", "ensemble"):
        user.window.tabs.open_page(key)
        pages.append(user.window.tabs.page)

    assert len({id(page.services.validation) for page in pages}) == 1
    user.wait(lambda: pages[0].services.validation.of() is not None)
