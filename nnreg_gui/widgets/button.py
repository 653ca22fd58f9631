"""Buttons that do not take the keyboard when clicked, and that a key may press."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QToolButton

from nnreg_gui.widgets.keys import with_key

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object  # the other base of each class says which kind of button it is


class PressedByKey(_Base):
    """What all buttons share.

    Args:
        key: presses the button while it is visible; "" for none.
        properties: Qt's, such as `checkable`.
    """

    def __init__(self, key: str = "", **properties: Any) -> None:
        super().__init__(**properties)
        self._key = key
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is

    def set_texts(self, text: str, tool_tip: str) -> None:
        """Say what the button does; its tool tip also names the key."""
        self.setText(text)
        self.setToolTip(with_key(tool_tip, self._key) if self._key else tool_tip)
        if self.shortcut().toString() != self._key:  # Qt drops it with every new text
            self.setShortcut(self._key)


class Button(PressedByKey, QPushButton):
    """A button with a frame."""


class ToolButton(PressedByKey, QToolButton):
    """A button no larger than its text."""


class CheckBox(PressedByKey, QCheckBox):
    """A box to be ticked."""
