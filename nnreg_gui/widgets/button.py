"""Buttons that leave the keyboard to whoever has it, and that a key may press."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QToolButton

from nnreg_gui.widgets.keys import with_key

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object  # what kind of button it is, the other base of each class says


class PressedByKey(_Base):
    """What all buttons share.

    Args:
        key: presses the button while that is seen; none without one.
        properties: Qt's, as `checkable`.
    """

    def __init__(self, key: str = "", **properties: Any) -> None:
        super().__init__(**properties)
        self._key = key
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the keyboard from whoever has it

    def set_texts(self, text: str, tool_tip: str) -> None:
        """Say what the button does; its tool tip also names the key."""
        self.setText(text)
        self.setToolTip(with_key(tool_tip, self._key) if self._key else tool_tip)
        if self.shortcut().toString() != self._key:  # Qt takes it away with every other text
            self.setShortcut(self._key)


class Button(PressedByKey, QPushButton):
    """A button with a frame."""


class ToolButton(PressedByKey, QToolButton):
    """A button no larger than its text."""


class CheckBox(PressedByKey, QCheckBox):
    """A box to be ticked."""
