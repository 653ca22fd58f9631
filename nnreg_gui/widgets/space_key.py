"""Who gets the space bar: the program's shortcut, unless the user went to a button by the Tab key."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLineEdit


class SpaceKey(QObject):
    """An event filter for the application.

    A spin box would swallow the space bar without any use for it: there it goes to the shortcut. A button that has the
    keyboard focus needs it, or it could not be pressed without a mouse (clicks do not give buttons the focus here).
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Decide before shortcuts do."""
        if (
            event.type() != QEvent.Type.ShortcutOverride
            or not isinstance(event, QKeyEvent)
            or event.key() != Qt.Key.Key_Space
        ):
            return False
        if isinstance(watched, QAbstractButton):
            event.accept()
            return True
        numbers = isinstance(watched, QAbstractSpinBox) or (
            isinstance(watched, QLineEdit) and isinstance(watched.parent(), QAbstractSpinBox)
        )
        if numbers:
            event.ignore()
        return numbers
