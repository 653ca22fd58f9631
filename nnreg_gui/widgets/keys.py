"""Keys that press buttons."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton


def give_key(button: QAbstractButton, key: str) -> None:
    """Let a key press a button while that is seen, and say so in its tool tip.

    To be called after the button's texts are set: Qt takes the key away with every text.
    """
    sequence = QKeySequence(key)
    button.setShortcut(sequence)
    button.setToolTip(f"{button.toolTip()} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")
