"""The README's tables of keys agree with the program."""

import re
from pathlib import Path

from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from nnreg_gui.pages.table import GROUPS
from nnreg_gui.widgets.keys import ChoiceKey
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from tests.conftest import User

README = Path(__file__).parent.parent / "README.md"
SECOND_NAMES = {"Ctrl++"}  # of listed keys, given in the text below the table


def _told() -> list[str]:
    """Return the keys in the tables, one by one."""
    told: list[str] = []
    for line in README.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 5 and not cells[2] and cells[0] != "key":
            told += [key for cell in (cells[0], cells[3]) for key in _keys(cell)]
    return told


def _keys(cell: str) -> list[str]:
    if cell == ",":
        return [cell]
    if first_and_last := re.fullmatch(r"(.*)(\d) … \1(\d)(.*)", cell):
        held, first, last, rest = first_and_last.groups()
        return [f"{held}{digit}" for digit in range(int(first), int(last) + 1)] + _keys(rest.removeprefix(", "))
    return [key for key in cell.split(", ") if key]


def _of_page(page: QWidget) -> set[str]:
    """Return the keys of all views of a page."""
    for choice in page.findChildren(SegmentedChoice):
        for name in choice.names():
            choice.set_value(name)
    buttons = (button.shortcut() for button in page.findChildren(QAbstractButton))
    choosing = (key.key() for key in page.findChildren(ChoiceKey))
    return {key.toString() for key in (*buttons, *choosing) if not key.isEmpty()}


def test_the_readme_has_the_keys_of_the_program_each_once_and_no_page_takes_one_that_all_have(user: User) -> None:
    tabs = user.window.tabs
    everywhere = {key.toString() for action in user.window.findChildren(QAction) for key in action.shortcuts()}
    everywhere |= {key.key().toString() for key in tabs.findChildren(QShortcut) if not isinstance(key, ChoiceKey)}
    on_pages: set[str] = set()
    for name in (name for names in GROUPS.values() for name in names):
        tabs.open_page(name)
        on_pages |= _of_page(tabs.page)
    told = _told()

    assert len(told) == len(set(told))
    assert set(told) == (everywhere | on_pages) - SECOND_NAMES
    assert everywhere & on_pages == set()
