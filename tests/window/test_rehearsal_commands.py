"""Rehearsing in the window: it trains and measures beside it, keeps the runs, and adds none to the list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnreg_gui.lecturing.rehearsal_window import RehearsalWindow
from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.lessons.lesson_files import read_lesson
from nnreg_gui.lessons.rehearsal import Rehearsal
from nnreg_gui.window.main_window import MainWindow
from nnreg_gui.window.rehearsal_commands import RehearsalCommands
from tests.conftest import WAIT
from tests.lessons.rehearsed_lesson import DIVERGING, REHEARSED, good_lesson, written


@pytest.fixture
def commands(window: MainWindow, tmp_path: Path) -> Iterator[RehearsalCommands]:
    """The commands of a window that keeps runs in the test's own folder."""
    commands = RehearsalCommands(window, tmp_path / "rehearsed")
    yield commands
    commands.close()


def lesson_of(folder: Path, text: str) -> Lesson:
    return read_lesson(written(folder, text))


def beside(commands: RehearsalCommands) -> RehearsalWindow:
    assert commands.beside is not None
    return commands.beside


def rehearse(qtbot: QtBot, commands: RehearsalCommands, lesson: Lesson) -> RehearsalWindow:
    """Rehearse a lesson to its end; return its window."""
    commands.rehearse(lesson)
    qtbot.waitUntil(lambda: beside(commands).concluded, timeout=WAIT)
    assert not commands.going_on
    return beside(commands)


def kept_of(commands: RehearsalCommands, lesson: Lesson) -> int:
    commands.close()  # which waits until everything is written
    return len(commands.kept().kept_runs(Rehearsal(lesson).experiments))


def test_all_is_trained_measured_kept_and_said_in_both_languages_and_the_list_stays_as_it_is(
    qtbot: QtBot, window: MainWindow, commands: RehearsalCommands, tmp_path: Path
) -> None:
    lesson = lesson_of(tmp_path, good_lesson())
    shown = rehearse(qtbot, commands, lesson)

    assert shown.isVisible()
    assert shown.sentence.text() == "All 6 claims hold"
    assert shown.table.toPlainText().count("✓ holds") == 6
    assert "It has 3,985." in shown.table.toPlainText()
    assert window.run_list.runs() == []
    window.appearance.set_language("cs")
    qtbot.waitUntil(lambda: "Má jich 3 985." in shown.table.toPlainText())
    assert "Zkouška" in shown.windowTitle()
    assert kept_of(commands, lesson) == 3


def test_a_run_without_a_result_is_named(qtbot: QtBot, commands: RehearsalCommands, tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, good_lesson() + DIVERGING)
    shown = rehearse(qtbot, commands, lesson)

    assert shown.sentence.text() == "6 of 7 claims hold"
    assert shown.table.toPlainText().startswith("Without a result: ")
    assert "diverged" in shown.table.toPlainText()
    assert kept_of(commands, lesson) == 3


def test_runs_that_cannot_be_kept_are_said(qtbot: QtBot, commands: RehearsalCommands, tmp_path: Path) -> None:
    (tmp_path / "rehearsed").write_text("no folder")
    commands.rehearse(lesson_of(tmp_path, good_lesson()))

    qtbot.waitUntil(lambda: "could not be written" in beside(commands).table.toPlainText(), timeout=WAIT)


def test_esc_cancels_and_what_was_trained_is_kept(qtbot: QtBot, commands: RehearsalCommands, tmp_path: Path) -> None:
    endless = good_lesson().replace('runs = ["short"]\nseen', 'runs = ["never"]\nseen')
    lesson = lesson_of(tmp_path, endless)
    commands.rehearse(lesson)
    shown = beside(commands)
    with qtbot.waitExposed(shown):
        pass
    qtbot.waitUntil(lambda: shown.sentence.text().startswith("Training: 3 of 4 runs"), timeout=WAIT)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown.concluded, timeout=WAIT)

    assert shown.sentence.text() == "Cancelled; the runs trained until then are kept."
    assert shown.table.toPlainText() == ""
    assert not commands.going_on
    assert kept_of(commands, lesson) == 3
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_one_at_a_time_and_the_next_says_which_claims_do_not_hold(
    qtbot: QtBot, commands: RehearsalCommands, tmp_path: Path
) -> None:
    lesson = lesson_of(tmp_path, good_lesson())
    commands.rehearse(lesson)
    first = beside(commands)
    first.hide()
    commands.rehearse(lesson_of(tmp_path, REHEARSED))
    assert beside(commands) is first
    assert first.isVisible()
    qtbot.waitUntil(lambda: first.concluded, timeout=WAIT)
    assert first.sentence.text() == "All 6 claims hold"
    shown = rehearse(qtbot, commands, lesson_of(tmp_path, REHEARSED))

    assert shown is not first
    assert shown.sentence.text() == "6 of 9 claims hold"
    assert shown.table.toPlainText().count("✗ does not hold") == 3


def test_it_waits_for_another_search_and_others_wait_for_it(
    qtbot: QtBot, window: MainWindow, commands: RehearsalCommands, tmp_path: Path
) -> None:
    lesson = lesson_of(tmp_path, good_lesson())
    window.repeats.start(lesson.runs["never"].experiment)
    commands.rehearse(lesson)
    assert beside(commands).sentence.text() == "Waits for the repeats"
    window.repeats.stop()
    qtbot.waitUntil(lambda: beside(commands).sentence.text().startswith("Training"), timeout=WAIT)
    window.repeats.start(lesson.runs["short"].experiment)

    assert "waits for the rehearsal" in window.repeats.sentence()
    window.repeats.stop()


def test_closing_the_window_in_the_middle_leaves_nothing_behind(
    qtbot: QtBot, window: MainWindow, commands: RehearsalCommands, tmp_path: Path
) -> None:
    text = good_lesson().replace('runs = ["short"]\nseen', 'runs = ["never"]\nseen')
    commands.rehearse(lesson_of(tmp_path, text))
    qtbot.waitUntil(lambda: beside(commands).sentence.text().startswith("Training: 3"), timeout=WAIT)
    commands.close()
    window.close()

    assert not commands.going_on
