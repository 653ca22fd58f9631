"""What tests of questions share."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from nnreg_gui.lecturing.question_view import QuestionView, question_view
from nnreg_gui.lessons.lesson import LessonQuestion


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[..., QuestionView]:
    """Show the view of a question."""

    def ask_one(question: LessonQuestion, *, epochs: int = 0, width: int = 900, height: int = 500) -> QuestionView:
        view = question_view(question, "en", epochs)
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return ask_one


@pytest.fixture
def press() -> Callable[..., bool]:
    """Press a key as the window does; return whether the view uses it."""

    def press_one(view: QuestionView, key: Qt.Key, *, place: int = 0, again: bool = False) -> bool:
        modifiers = Qt.KeyboardModifier.NoModifier
        return view.take_key(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, 0, 0, "", again))

    return press_one
