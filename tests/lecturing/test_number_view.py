"""A number is guessed on a scale, on which the right one appears."""

import math
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lecturing.number_view import NumberView
from nnreg_gui.lecturing.shown_numbers import distance_text, shown_text
from nnreg_gui.lessons.lesson import NumberQuestion
from nnreg_gui.lessons.record import Guess, Outcome

SPACE = "\N{NO-BREAK SPACE}"
ACCURACY = NumberQuestion(Words(en="How many?", cs="Kolik?"), 0, 100, 1, "percent", answer=None)
PARAMETERS = NumberQuestion(Words(en="How many parameters?"), 0, 100_000, 100, "number", answer=None)


@pytest.fixture
def view(ask: Callable[..., NumberView]) -> NumberView:
    return ask(ACCURACY)


def _click(view: NumberView, share: float) -> None:
    place = QPoint(int(share * view.scale.width()), view.scale.height() // 2)
    QTest.mouseClick(view.scale, Qt.MouseButton.LeftButton, pos=place)


def test_nothing_is_guessed_at_first(view: NumberView) -> None:
    assert view.guess is None
    assert view.number.text() == "?"


def test_a_click_guesses(view: NumberView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.guessed):
        _click(view, 0.9)

    assert view.guess is not None
    assert view.guess.number == pytest.approx(92, abs=3)
    assert view.number.text() == f"{view.guess.number:.0f}{SPACE}%"
    assert view.scale.accessibleDescription() == view.number.text()


def test_a_click_into_the_middle_is_a_guess_though_nothing_moves(view: NumberView) -> None:
    _click(view, 0.5)

    assert view.guess == Guess(number=50.0)


@pytest.mark.parametrize(
    ("key", "number"),
    [(Qt.Key.Key_Left, 49), (Qt.Key.Key_Right, 51), (Qt.Key.Key_Down, 40), (Qt.Key.Key_Up, 60)],
)
def test_arrows_move_the_number(view: NumberView, press: Callable[..., bool], key: Qt.Key, number: float) -> None:
    assert press(view, key)

    assert view.guess == Guess(number=number)


def test_arrows_work_with_the_focus_on_the_scale(view: NumberView) -> None:
    view.scale.setFocus()
    QTest.keyClick(view.scale, Qt.Key.Key_Up)

    assert view.guess == Guess(number=60)


def test_other_keys_are_left_to_others(view: NumberView, press: Callable[..., bool]) -> None:
    assert not press(view, Qt.Key.Key_PageDown)
    assert not press(view, Qt.Key.Key_1)


def test_nothing_moves_once_it_is_recorded(view: NumberView, press: Callable[..., bool]) -> None:
    view.show_guess(Guess(number=93.0))
    view.lock()

    assert not press(view, Qt.Key.Key_Left)
    assert view.childAt(view.scale.geometry().center()) is None, "clicks go through"
    assert view.guess == Guess(number=93.0)


def test_showing_a_recorded_guess_is_no_new_one(view: NumberView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.guessed):
        view.show_guess(Guess(number=93.0))

    assert view.guess == Guess(number=93.0)
    assert view.number.text() == f"93{SPACE}%"


def test_both_numbers_stand_on_the_scale_and_the_difference_in_words(view: NumberView) -> None:
    view.show_guess(Guess(number=90.0))
    view.show_outcome(Outcome(number=82.46))

    assert view.scale.words == (f"guessed 90{SPACE}%", f"it is 82.5{SPACE}%")
    assert view.difference.text() == "The guess is 7.5 points too high."
    assert view.difference.isVisible()
    assert view.locked


def test_a_guess_may_be_too_low_or_right(ask: Callable[..., NumberView]) -> None:
    low, right = ask(PARAMETERS), ask(ACCURACY)
    low.show_guess(Guess(number=1_200.0))
    low.show_outcome(Outcome(number=23_860.0))
    right.show_guess(Guess(number=82.0))
    right.show_outcome(Outcome(number=82.04))

    assert low.scale.words == ("guessed 1,200", "it is 23,860")
    assert low.difference.text() == "The guess is 22,660 too low."
    assert right.difference.text() == "The guess is exactly right."


def test_without_a_guess_the_right_number_stands_alone(view: NumberView) -> None:
    view.show_outcome(Outcome(number=82.46))

    assert view.number.text() == f"82.5{SPACE}%"
    assert view.number.isVisible()
    assert not view.difference.isVisible()


def test_marks_are_seen(view: NumberView) -> None:
    view.show_guess(Guess(number=20.0))
    before = view.scale.grab().toImage()
    view.show_outcome(Outcome(number=80.0))
    after = view.scale.grab().toImage()

    middle = view.scale.height() // 2
    assert before.pixelColor(int(0.79 * before.width()), middle) != after.pixelColor(int(0.79 * after.width()), middle)


def test_a_right_number_beyond_the_scale_is_marked_at_its_end(ask: Callable[..., NumberView]) -> None:
    view = ask(PARAMETERS)
    view.show_guess(Guess(number=100.0))
    view.show_outcome(Outcome(number=2e6))

    assert not view.grab().isNull()
    assert view.scale.words[1] == "it is 2,000,000"


@pytest.mark.parametrize("height", [500, 120, 60])
def test_everything_is_inside_at_every_height(ask: Callable[..., NumberView], height: int) -> None:
    view = ask(ACCURACY, height=height)

    for part in (view.scale, view.number, view.difference):
        assert view.rect().contains(part.geometry())
    assert not view.scale.geometry().intersects(view.number.geometry())


@pytest.mark.parametrize(
    ("low", "high", "step", "first", "last"),
    [(0, 10, 2.5, "2.5", "10.0"), (0.5, 9.5, 1, "1.5", "9.5"), (0, 1, 0.25, "0.25", "1.00"), (0, 19, 4, "4", "16")],
)
def test_a_number_is_written_as_it_is_chosen_and_lies_within_the_ends(
    ask: Callable[..., NumberView], low: float, high: float, step: float, first: str, last: str
) -> None:
    view = ask(NumberQuestion(Words(en="How much?"), low, high, step, "number", answer=None))
    for place, said in ((1, first), (view.scale.maximum(), last)):
        view.scale.setValue(place)

        assert view.number.text() == said
        assert view.guess == Guess(number=float(said))
    view.show_outcome(Outcome(number=float(last)))
    assert view.difference.text() == "The guess is exactly right."


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_guess_stays_alone_where_there_is_no_right_number(ask: Callable[..., NumberView], number: float) -> None:
    view = ask(PARAMETERS)
    view.show_guess(Guess(number=100.0))
    view.show_outcome(Outcome(number=number))

    assert view.locked
    assert view.number.text() == "100"
    assert view.number.isVisible()
    assert view.scale.words == ("", "")


def test_it_speaks_another_language(view: NumberView) -> None:
    view.set_language("cs")

    assert view.heading.text() == "Kolik?"
    assert view.scale.accessibleName() == "Kolik?"


def test_numbers_have_their_unit(qtbot: QtBot) -> None:
    assert shown_text(82.46, "percent") == f"82.5{SPACE}%"
    assert shown_text(4.26, "points") == "4.3 points"
    assert shown_text(0.99995, "number") == "1"
    assert shown_text(0.0272, "number") == "0.0272"
    assert shown_text(0.5, "number", 2) == "0.50"
    assert distance_text(4.26, "percent") == "4.3 points"
    assert distance_text(1234.4, "number") == "1,234"
    assert distance_text(3e12, "number") == "3,000,000,000,000"
    assert shown_text(-1e25, "number") == "\N{MINUS SIGN}1e+25"
