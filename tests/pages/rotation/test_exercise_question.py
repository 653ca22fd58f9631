"""The question first, the answer after a click."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.rotation.exercise_question import ExerciseQuestion
from nnreg_gui.widgets.room import Room, tell_room


@pytest.fixture
def question(qtbot: QtBot) -> ExerciseQuestion:
    question = ExerciseQuestion()
    qtbot.addWidget(question)
    with qtbot.waitExposed(question):
        question.show()
    return question


def test_the_answer_comes_after_a_click_and_goes_after_another(question: ExerciseQuestion, qtbot: QtBot) -> None:
    assert "What can go wrong with large rotations" in question.text.text()
    assert "turn into a 9" not in question.text.text()

    qtbot.mouseClick(question.answer, Qt.MouseButton.LeftButton)
    assert "What can go wrong with large rotations" in question.text.text()
    assert "A 6 can turn into a 9, and a 9 into a 6." in question.text.text()

    qtbot.mouseClick(question.answer, Qt.MouseButton.LeftButton)
    assert "turn into a 9" not in question.text.text()


def test_where_there_is_no_room_it_is_one_line(question: ExerciseQuestion, qtbot: QtBot) -> None:
    tell_room(question, Room.COMPACT)
    assert question.text.text() == "<b>Large rotations: what can go wrong?</b>"

    qtbot.mouseClick(question.answer, Qt.MouseButton.LeftButton)
    assert question.text.text() == "A 6 can turn into a 9, and a 9 into a 6."
