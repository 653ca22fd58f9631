"""The shipped lessons, from the first step to the last by keys: nothing cut, no dead step, nothing left hanging.

Their runs are made up, so that the walks only measure: what the lessons say of true runs is tested by rehearsing them.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.lecturing.answer_field import AnswerField
from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lecturing.wrapped_text import WrappedText
from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.lessons.lesson_files import read_lesson
from nnreg_gui.resource_files import resource_path
from nnreg_gui.widgets.step_button import StepButton
from nnreg_gui.window.lesson_scene import LessonScene
from nnreg_gui.window.main_window import MainWindow
from tests.conftest import User
from tests.test_look import cut_texts
from tests.window.lecturer import DOWN, ESC, SHIFT, UP, Lecturer

LESSONS = {path.stem: read_lesson(path) for path in sorted(resource_path("lessons").glob("*.toml"))}
SMALL, LARGE = (1280, 720), (1920, 1080)
HARDEST = ("cs", SMALL, 2.0, "light")
LOOKS = {name: [HARDEST] for name in LESSONS}
# With that of the strip below, every two of language, size, zoom and theme meet somewhere.
LOOKS["2-ten-minutes"] += [("en", LARGE, 1.0, "light"), ("en", LARGE, 2.0, "dark"), ("cs", LARGE, 1.0, "dark")]
LOOK_OF_STRIP = ("en", SMALL, 1.0, "dark")
MOST_OF_THE_HEIGHT = 0.2  # for the strip, with a question beside the page
EVERY = 8  # so many steps, somebody goes back


@pytest.fixture
def lead(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Lecturer]:
    """Begin a lesson in this look, with all its runs in the list; the handout's pictures would take time."""
    monkeypatch.setattr(LessonScene, "picture", lambda scene: b"")

    def lead_one(lesson: Lesson, language: str, size: tuple[int, int], zoom: float, theme: str) -> Lecturer:
        window.appearance.set_language(language)
        window.appearance.set_theme(theme)
        window.appearance.set_zoom(zoom)
        window.resize(*size)
        lecturer = Lecturer(User(window, qtbot), lesson)
        if not all(window.run_list.find_run(run.experiment) for run in lesson.runs.values()):
            lecturer.have_runs()
        lecturer.begin()
        return lecturer

    return lead_one


def cut(lecturer: Lecturer) -> set[str]:
    """Return the texts that do not fit."""
    frame = lecturer.window.frame
    texts = [*frame.findChildren(WrappedText), *frame.findChildren(AnswerField)]
    fitted = {one.text() for one in (*texts, *lecturer.window.findChildren(StepButton))}  # to their room, in lines
    return {one.text() for one in texts if one.isVisible() and one.cut} | (set(cut_texts(lecturer.window)) - fitted)


def check(lecturer: Lecturer, size: tuple[int, int]) -> None:
    """Check what is seen of a step now."""
    window, where = lecturer.window, f"{lecturer.walk.step.id}, {lecturer.walk.phase.value}"
    QApplication.processEvents()
    tabs = [place for place in range(window.tabs.count()) if window.tabs.isTabVisible(place)]
    if window.tabs.isVisible():
        assert all(window.tabs.tabBar().tabRect(place).width() > 0 for place in tabs), where
    found = cut(lecturer)
    for _ in range(50):  # what was unfolded or said anew is laid out by and by
        if not found:
            break
        QApplication.processEvents()
        found = cut(lecturer)
    assert found == set(), where
    assert (window.width(), window.height()) == size, where
    assert not window.message.isVisible(), f"{where}: {window.message.text()}"
    if size == SMALL and window.appearance.zoom == 1.0:
        question, strip = window.frame.question, window.frame.strip
        beside = question.height() if question is not None and window.tabs.isVisible() else 0
        assert strip.height() + beside <= MOST_OF_THE_HEIGHT * window.height(), where


@pytest.mark.parametrize(
    # Drawn where there are several looks; all pages are drawn in `test_all_views`.
    "name",
    [pytest.param(name, marks=pytest.mark.drawn) if len(LOOKS[name]) > 1 else name for name in LESSONS],
)
def test_a_lesson_is_walked_from_end_to_end(lead: Callable[..., Lecturer], name: str) -> None:
    for look in LOOKS[name]:
        walk_to_the_end(lead(LESSONS[name], *look), *look[:2])


def walk_to_the_end(lecturer: Lecturer, language: str, size: tuple[int, int]) -> None:
    """Answer every question, look at every outcome, and leave; now and then, go back to the step before."""
    steps = lecturer.lesson.steps
    runs = len(lecturer.window.run_list.session().runs)
    for place, step in enumerate(steps):
        walk = lecturer.walk
        assert walk.step is step
        if step.question is not None:
            assert walk.phase is Phase.ASKED
            check(lecturer, size)
            lecturer.guess()
            assert walk.guess is not None, step.id
            lecturer.press(DOWN)
        lecturer.wait_for(Phase.SEEN)
        assert walk.done is not None
        assert walk.done.said[language], step.id
        check(lecturer, size)
        if place % EVERY == EVERY - 1:
            lecturer.press(UP)
            assert (walk.step, walk.phase) == (steps[place - 1], Phase.SEEN)
            check(lecturer, size)
            lecturer.press(DOWN)
            assert (walk.step, walk.phase) == (step, Phase.SEEN)
        lecturer.press(DOWN)
    assert lecturer.walk.following is None
    assert len(lecturer.window.run_list.session().runs) == runs, "nothing is trained"
    lecturer.press(ESC)
    assert lecturer.window.lessons.walk is None
    lecturer.wait_for_rest()


def test_the_strip_leaves_most_of_the_height_to_the_page(lead: Callable[..., Lecturer]) -> None:
    """Whatever the page is: that of each step is left out, as it would take most of the time."""
    for lesson in LESSONS.values():
        steps = tuple(replace(step, page="fitting", view="elephant", runs=(), settings={}) for step in lesson.steps)
        lecturer = lead(replace(lesson, steps=steps), *LOOK_OF_STRIP)
        for step in steps:
            assert lecturer.walk.step is step
            if step.question is not None:
                check(lecturer, LOOK_OF_STRIP[1])
                lecturer.press(ESC)
            lecturer.wait_for(Phase.SEEN)
            check(lecturer, LOOK_OF_STRIP[1])
            lecturer.press(DOWN)
        lecturer.press(ESC)


def test_an_impatient_lecturer_skips_everything_leaves_and_continues(lead: Callable[..., Lecturer]) -> None:
    lecturer = lead(LESSONS["4-six-nine"], *LOOK_OF_STRIP)
    walk, presses = lecturer.walk, 0
    while walk.following is not None and presses < 10 * len(lecturer.lesson.steps):
        before, presses = walk.place, presses + 1
        lecturer.press(DOWN)
        if walk.place > before and walk.place % 4 == 1:
            lecturer.press(ESC, modifier=SHIFT)
            lecturer.press(Qt.Key.Key_F5, modifier=SHIFT)
            assert lecturer.walk is walk
    assert walk.following is None
    lecturer.press(ESC, modifier=SHIFT)
    lecturer.wait_for_rest()
    assert not lecturer.window.message.isVisible()
