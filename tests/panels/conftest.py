"""Panels on the screen, and what people do to them."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[AnyWidget], AnyWidget]:
    """Show a widget alone in a window that has the keyboard."""

    def show(widget: AnyWidget) -> AnyWidget:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def type_number(qtbot: QtBot) -> Callable[[QWidget, str, str], None]:
    """Type a number into the box that screen readers call by this name, and Enter."""

    def type_number(panel: QWidget, name: str, number: str) -> None:
        box = next(b for b in panel.findChildren(QAbstractSpinBox) if b.accessibleName() == name and b.isVisible())
        box.setFocus()
        qtbot.waitUntil(box.hasFocus)
        box.selectAll()
        QTest.keyClicks(box, number)
        QTest.keyClick(box, Qt.Key.Key_Return)

    return type_number


@pytest.fixture
def choose(qtbot: QtBot) -> Callable[[QWidget, str], None]:
    """Click the segment with this text."""

    def choose(panel: QWidget, text: str) -> None:
        segment = next(s for s in panel.findChildren(QRadioButton) if s.text() == text and s.isVisible())
        QTest.mouseClick(segment, Qt.MouseButton.LeftButton)

    return choose


@pytest.fixture
def pick(qtbot: QtBot) -> Callable[[QWidget, str, str], None]:
    """Pick an entry of the combo box that screen readers call by this name, with the arrow keys."""

    def pick(panel: QWidget, name: str, text: str) -> None:
        combo = next(c for c in panel.findChildren(QComboBox) if c.accessibleName() == name)
        combo.setFocus()
        qtbot.waitUntil(combo.hasFocus)
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(combo.findText(text) - combo.currentIndex()):
            QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentText() == text

    return pick
