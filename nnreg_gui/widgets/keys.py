"""Keys that make choices, keys that lead through tables, keys without modifiers, and how tool tips name a key."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.segmented_choice import SegmentedChoice

# What arrow keys add to a row and a column.
ARROWS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
PAGE_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)  # of a presenter's clicker: they must change no control


class ChoiceKey(QShortcut):
    """Chooses while a widget is visible: the segment with a name, or the next one. The tool tips should say so.

    Attributes:
        seen_with: the widget.
    """

    def __init__(self, key: str, choice: SegmentedChoice, seen_with: QWidget, name: str = "") -> None:
        super().__init__(QKeySequence(key), seen_with)
        self._choice, self._name, self.seen_with = choice, name, seen_with
        self.activated.connect(self._choose)

    def told(self) -> str:
        """Return what the key chooses, in the present language."""
        if self._name:
            return self._choice.told(self._name).removesuffix(with_key("", self.key().toString()))
        return f"{self._choice.accessibleName()}: {' → '.join(self._choice.texts())}"

    @Slot()
    def _choose(self) -> None:
        if self._name:
            self._choice.set_value(self._name)
        else:
            self._choice.choose_next()


def is_plain(event: QKeyEvent) -> bool:
    """Return whether a key is pressed without Ctrl, Alt and the like."""
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def with_key(text: str, key: str) -> str:
    """Return a tool tip that names the key at its end."""
    return f"{text} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})"


def give_digits(choice: SegmentedChoice, names: Iterable[str], seen_with: QWidget) -> None:
    """Let 1, 2 … choose these names while a widget is visible; the segments' tool tips should say so."""
    for digit, name in enumerate(names, 1):
        ChoiceKey(str(digit), choice, seen_with, name)
