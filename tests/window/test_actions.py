"""Every action has a shortcut, and every shortcut a key that all keyboards have and no desktop takes."""

from collections.abc import Iterator

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton

from nnreg_gui.pages.table import GROUPS
from tests.conftest import User

Key = Qt.Key
NONE, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LETTERS = range(Key.Key_A, Key.Key_Z + 1)
DIGITS = range(Key.Key_0, Key.Key_9 + 1)
FUNCTIONS = range(Key.Key_F1, Key.Key_F12 + 1)
NAMED = (Key.Key_Space, Key.Key_Return, Key.Key_Escape, Key.Key_Backspace, Key.Key_Delete, Key.Key_Home)
CLICKER = (Key.Key_PageUp, Key.Key_PageDown)
ARROWS = (Key.Key_Left, Key.Key_Right)
TEXT_SIZE = (Key.Key_Plus, Key.Key_Minus, Key.Key_Equal)
STOPS = (Key.Key_Comma, Key.Key_Period)


def _is_on_every_keyboard(combination: QKeyCombination) -> bool:
    key, held = combination.key(), combination.keyboardModifiers()
    return (
        (key in LETTERS and held in (NONE, CTRL, CTRL | SHIFT))  # Alt and a letter open a menu
        or (key in DIGITS and held in (NONE, CTRL, ALT))  # which count by position, but not with Shift
        or (key in (*FUNCTIONS, *NAMED, *CLICKER, *STOPS) and held == NONE)  # desktops take these with Ctrl or Alt
        or (key in ARROWS and held == SHIFT)
        or (key in (*FUNCTIONS, Qt.Key.Key_Escape) and held == SHIFT)
        or (key == Qt.Key.Key_F1 and held == CTRL)
        or (key in TEXT_SIZE and held == CTRL)
    )


def _shortcuts(user: User) -> Iterator[QKeySequence]:
    """Yield the shortcuts of the window and of all its pages."""
    for name in (name for names in GROUPS.values() for name in names):
        user.window.tabs.open_page(name)
    for action in user.window.findChildren(QAction):
        yield from action.shortcuts()
    for shortcut in user.window.findChildren(QShortcut):
        yield shortcut.key()
    for button in user.window.findChildren(QAbstractButton):
        yield button.shortcut()


def test_every_shortcut_is_a_key_of_every_keyboard(user: User) -> None:
    shortcuts = [shortcut for shortcut in _shortcuts(user) if shortcut.count()]

    assert len(shortcuts) > 100
    for shortcut in shortcuts:
        assert shortcut.count() == 1, shortcut.toString()
        assert _is_on_every_keyboard(shortcut[0]), shortcut.toString()


def test_every_action_has_such_a_shortcut(user: User) -> None:
    actions = [action for action in user.window.actions() if action.objectName()]

    assert len(actions) > 35
    assert [action.objectName() for action in actions if not action.shortcuts()] == []
