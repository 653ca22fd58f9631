"""Moves the mouse with the left button down, which QTest cannot do."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow


def move_pressed(window: QWindow, position: QPoint) -> None:
    """Move to a position of the window."""
    where, none = QPointF(position), Qt.KeyboardModifier.NoModifier
    kind, left = QEvent.Type.MouseMove, Qt.MouseButton.LeftButton
    QCoreApplication.sendEvent(window, QMouseEvent(kind, where, where, Qt.MouseButton.NoButton, left, none))
