"""The lessons on offer: when they are, and how one is continued."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lecturing.welcome_card import WelcomeCard
from nnreg_gui.window.lesson_commands import LessonCommands
from tests.window.lecturer import CTRL, DOWN, ESC, SHIFT, UP, Lecturer


def titles(lecturer: Lecturer) -> list[str]:
    return [card.text() for card in lecturer.window.findChildren(WelcomeCard) if card.isVisible()]


def test_f5_offers_the_lessons_and_shift_f5_continues_where_one_was(lecturer: Lecturer) -> None:
    lecturer.have_runs()
    assert not lecturer.window.offered_lessons.visible
    lecturer.press(Qt.Key.Key_F5)
    assert lecturer.window.offered_lessons.visible
    lecturer.press(DOWN)
    lecturer.do(["known"])
    lecturer.press(DOWN)
    walk = lecturer.walk
    lecturer.press(ESC, modifier=SHIFT)
    assert lecturer.window.lessons.walk is None
    lecturer.press(DOWN)
    assert lecturer.window.lessons.walk is None, "outside of a lesson, it is no key"
    lecturer.press(Qt.Key.Key_F5, modifier=SHIFT)
    assert lecturer.walk is walk
    assert lecturer.walk.step.id == "good"
    lecturer.press(UP)
    assert lecturer.walk.phase is Phase.SEEN, "what was done is kept"


def test_the_offer_goes_with_the_first_run_and_comes_back_by_f5_only(lecturer: Lecturer) -> None:
    lecturer.user.show(lecturer.lesson.runs["off"].experiment)
    lecturer.press(Qt.Key.Key_Space)
    assert not lecturer.window.offered_lessons.visible
    lecturer.user.wait_for_end()
    lecturer.press(Qt.Key.Key_X, modifier=CTRL | SHIFT)
    assert lecturer.window.run_list.is_empty
    assert not lecturer.window.offered_lessons.visible
    lecturer.press(Qt.Key.Key_F5)
    assert lecturer.window.offered_lessons.visible


def test_it_promises_only_what_the_space_bar_would_train(lecturer: Lecturer) -> None:
    def promised() -> bool:
        (card,) = [one for one in lecturer.window.findChildren(WelcomeCard) if one.text() == "Try it yourself"]
        assert card.isVisible()
        return "1,000 digits by heart" in card.accessibleDescription() + card.toolTip()

    assert promised()
    for scenario, by_heart in ((Qt.Key.Key_2, False), (Qt.Key.Key_1, True), (Qt.Key.Key_3, False)):
        lecturer.press(scenario, modifier=CTRL)
        assert promised() is by_heart
    lecturer.window.load(Experiment(seed=7))
    assert promised()


def test_a_lesson_that_is_not_offered_begins_from_the_menu(lecturer: Lecturer, monkeypatch: pytest.MonkeyPatch) -> None:
    file = lecturer.lesson.path.with_name("more.toml")
    file.write_bytes(lecturer.lesson.path.read_bytes())
    more = replace(lecturer.lesson, path=file, offered=False)
    monkeypatch.setattr(LessonCommands, "shipped", lambda commands: (lecturer.lesson, more))
    lecturer.window.appearance.set_language("cs")
    lecturer.user.wait(lambda: titles(lecturer) == [lecturer.lesson.title["cs"], "Vyzkoušejte si to"])
    menu = next(one for one in lecturer.window.findChildren(QMenu) if one.title() == "Všechny lekce")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == 2 * [lecturer.lesson.title["cs"]]
    menu.actions()[1].trigger()
    assert lecturer.walk.lesson.path == file
    menu.actions()[0].trigger()
    assert lecturer.walk.lesson.path == file, "whoever begins another one would lose the place"
    assert "Shift+Esc" in lecturer.window.notice.text()
