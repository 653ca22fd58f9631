"""What tests of lessons in the window share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.window.lesson_commands import LessonCommands
from nnreg_gui.window.main_window import MainWindow
from tests.conftest import User
from tests.lecturing.tiny_lesson import tiny_lesson
from tests.window.lecturer import Lecturer


@pytest.fixture
def lecturer(
    open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Lecturer:
    """Somebody before the empty program, which offers the tiny lesson."""
    lesson: Lesson = tiny_lesson(tmp_path)
    monkeypatch.setattr(LessonCommands, "shipped", lambda commands: (lesson,))
    lecturer = Lecturer(User(open_window(), qtbot), lesson)
    lecturer.user.wait(lambda: lecturer.window.offered_lessons.visible)
    return lecturer
