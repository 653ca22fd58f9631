"""What pages are made of is there before they are opened."""

import sys

import pytest

from nnreg_gui.main_window import MainWindow
from nnreg_gui.page_builder import _PAGES
from nnreg_gui.page_tabs import GROUPS
from tests.conftest import User


def test_every_page_is_imported_beforehand_one_at_a_time(
    window: MainWindow, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    built_at_once = ("learning", "weights")
    assert [name for names in GROUPS.values() for name in names if name not in built_at_once] == list(_PAGES)
    for module, _ in _PAGES.values():
        monkeypatch.delitem(sys.modules, f"nnreg_gui.pages.{module}", raising=False)

    window.pages.import_ahead()
    user.wait(lambda: not window.pages._clock.isActive())
    assert all(f"nnreg_gui.pages.{module}" in sys.modules for module, _ in _PAGES.values())
