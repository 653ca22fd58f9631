"""Keys that press buttons, and digits that choose."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from nnreg_gui.widgets.segmented_choice import SegmentedChoice

PAGE_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)  # of a presenter's clicker: no control is to change by them


def give_key(button: QAbstractButton, key: str) -> None:
    """Let a key press a button while that is seen, and say so in its tool tip.

    To be called after the button's texts are set: Qt takes the key away with every text.
    """
    sequence = QKeySequence(key)
    button.setShortcut(sequence)
    button.setToolTip(f"{button.toolTip()} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")


def give_digits(choice: SegmentedChoice, names: Iterable[str], seen_with: QWidget) -> None:
    """Let 1, 2 … choose these names while a widget is seen; the tool tips of the segments are to say so."""
    for digit, name in enumerate(names, 1):
        QShortcut(str(digit), seen_with).activated.connect(partial(choice.set_value, name))
