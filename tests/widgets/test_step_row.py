"""A row of steps: what each one is, which are done, and how they share the room."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.step_row import StepRow
from nnreg_gui.window.language import Language


class Breakfast(StepRow):
    """Three steps that have nothing to do with networks."""

    def texts(self) -> dict[int, tuple[str, str, str]]:
        return {
            1: ("Boil the water", "Water", "water is boiled."),
            2: ("Brew the tea", "Tea", "it is poured on tea."),
            3: ("Drink it", "Drink", "it is drunk."),
        }


@pytest.fixture
def row(qtbot: QtBot) -> Breakfast:
    row = Breakfast((1, 2, 3))
    qtbot.addWidget(row)
    row.resize(900, 40)
    with qtbot.waitExposed(row):
        row.show()
    return row


@pytest.mark.parametrize("press", ["mouse", "key"])
def test_a_click_and_a_digit_choose_a_step(row: Breakfast, qtbot: QtBot, press: str) -> None:
    choose: dict[str, Callable[[], None]] = {
        "mouse": lambda: qtbot.mouseClick(row.steps[2], Qt.MouseButton.LeftButton),
        "key": lambda: qtbot.keyClick(row, Qt.Key.Key_2),
    }
    with qtbot.waitSignal(row.chosen) as chosen:
        choose[press]()

    assert chosen.args == [2]


def test_it_says_which_steps_are_done_in_both_languages(row: Breakfast, language: Language, qtbot: QtBot) -> None:
    row.show_steps({1}, 2)
    assert [(step.done, step.current) for step in row.steps.values()] == [(True, False), (False, True), (False, False)]
    assert row.steps[1].accessibleDescription() == "Step 1 of 3, done"
    language.switch("cs")
    qtbot.waitUntil(lambda: row.steps[2].accessibleDescription() == "Krok 2 ze 3")


def test_texts_become_short_and_then_discs(row: Breakfast) -> None:
    assert row.steps[1].shown_text() == "Boil the water"
    row.resize(row.minimumSizeHint())
    assert {step.shown_text() for step in row.steps.values()} == {""}
