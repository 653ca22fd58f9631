"""The modules of pages are imported before the pages open."""

import sys

import pytest

from nnreg_gui.pages.table import KEYS
from nnreg_gui.window.main_window import MainWindow
from tests.conftest import User


def test_every_page_is_imported_beforehand_one_at_a_time(
    window: MainWindow, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = [f"nnreg_gui.pages.{key}.{key}_page" for key in KEYS]
    for module in modules:
        monkeypatch.delitem(sys.modules, module, raising=False)

    window.pages.import_ahead()
    user.wait(lambda: not window.pages._clock.isActive())
    assert all(module in sys.modules for module in modules)


def test_all_pages_share_the_validation_digits(user: User) -> None:
    pages = []
    for key in ("augmentation", "rotation", "noise", "dropout", "ensemble"):
        user.window.tabs.open_page(key)
        pages.append(user.window.tabs.page)

    assert len({id(page.services.validation) for page in pages}) == 1
    user.wait(lambda: pages[0].services.validation.of() is not None)
