"""What the Help menu does: show the keys, as the window has them now, and the lecture's words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from nnreg_gui.widgets.keys import ChoiceKey
from nnreg_gui.widgets.number_row import NumberRow
from nnreg_gui.window.menus import Menus
from nnreg_gui.window.page_tabs import PageTabs

if TYPE_CHECKING:
    from nnreg_gui.help.help_window import HelpWindow, KeyGroup


class HelpCommands(QObject):
    """Shows the help beside the window; creates it on first use."""

    def __init__(self, window: QWidget, menus: Menus, tabs: PageTabs) -> None:
        super().__init__(window)
        self._window, self._menus, self._tabs = window, menus, tabs
        self._help: HelpWindow | None = None
        tabs.currentChanged.connect(self.refresh)
        tabs.view_changed.connect(self.refresh)

    @Slot()
    def show_keys(self) -> None:
        """List all keys."""
        self._made().show_keys()

    @Slot()
    def show_words(self) -> None:
        """Explain the lecture's words."""
        self._made().show_words()

    @Slot()
    def refresh(self) -> None:
        """Update the help if it is visible: the language or the page has changed."""
        if self._help is not None and self._help.isVisible():
            self._help.refresh()

    def _made(self) -> "HelpWindow":
        if self._help is None:
            from nnreg_gui.help.help_window import HelpWindow  # not at the start, which it would delay

            self._help = HelpWindow(self._keys, self._window)
            self._help.page_wanted.connect(self._tabs.open_page)
            NumberRow(self._help)
        return self._help

    def _keys(self) -> "list[KeyGroup]":
        from nnreg_gui.help.help_window import KeyGroup

        page = self.tr("This page: {0}").format(self._tabs.tabText(self._tabs.currentIndex()))
        pages = KeyGroup(self.tr("Pages"), self._tabs.keys())
        menus = [KeyGroup(title.replace("&", ""), _of_actions(actions)) for title, actions in self._menus.listed()]
        play = [("Space, Return", self.tr("Play what this page plays, or pause it"))]
        playing = [] if self._tabs.page.shows_training else play
        return [KeyGroup(page, playing + _of_page(self._tabs.page)), pages, *menus]


def _of_actions(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    return [(", ".join(map(_name, one.shortcuts())), _told(one.text(), one.statusTip())) for one in actions]


def _of_page(page: QWidget) -> list[tuple[str, str]]:
    """Return the keys for the visible parts of a page: those that choose, and those that press buttons."""
    choosing = [one for one in page.findChildren(ChoiceKey) if one.seen_with.isVisibleTo(page)]
    buttons = [
        one for one in page.findChildren(QAbstractButton) if one.isVisibleTo(page) and not one.shortcut().isEmpty()
    ]
    return [(_name(one.key()), one.told()) for one in choosing] + [
        (_name(one.shortcut()), _told(one.text() or one.accessibleName(), _tip(one))) for one in buttons
    ]


def _tip(button: QAbstractButton) -> str:
    """Return a button's tool tip without the key at its end."""
    return button.toolTip().removesuffix(f" ({_name(button.shortcut())})")


def _told(name: str, meaning: str) -> str:
    return f"{name}: {meaning}" if name and meaning else name or meaning


def _name(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)
