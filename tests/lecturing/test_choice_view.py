"""Hands are counted, then what is right is told."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lecturing.answer_field import AnswerField, Hands
from nnreg_gui.lecturing.choice_view import ChoiceView
from nnreg_gui.lessons.lesson import Choice, ChoiceQuestion
from nnreg_gui.lessons.record import Guess, Outcome

QUESTION = ChoiceQuestion(
    Words(en="Is this a good network?", cs="Je to dobrá síť?"),
    (
        Choice(Words(en="Yes", cs="Ano"), None, Words(en="Nobody has asked about other digits yet.")),
        Choice(Words(en="No", cs="Ne"), None, Words(en="")),
        Choice(Words(en="We cannot know", cs="Nemůžeme vědět"), None, Words(en="")),
    ),
)
_GREY = QImage.Format.Format_Grayscale8
OUTCOME = Outcome(right=(False, False, True))


@pytest.fixture
def view(ask: Callable[..., ChoiceView]) -> ChoiceView:
    return ask(QUESTION)


def _click(field: AnswerField) -> None:
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)


def test_nothing_is_guessed_before_a_hand_is_raised(view: ChoiceView) -> None:
    assert view.guess is None
    assert not view.less.isEnabled()


def test_every_click_is_a_hand_and_announced(view: ChoiceView, qtbot: QtBot) -> None:
    for place in (0, 2, 0):
        with qtbot.waitSignal(view.guessed):
            _click(view.fields[place])

    assert view.guess == Guess(votes=(2, 0, 1))
    assert view.fields[0].hands.text == "2 · 67\N{NO-BREAK SPACE}%"
    assert view.fields[0].accessibleDescription() == view.fields[0].hands.text


def test_an_ampersand_in_an_answer_makes_no_key_of_it(ask: Callable[..., ChoiceView], qtbot: QtBot) -> None:
    choices = tuple(Choice(Words(en=text), None, Words(en="")) for text in ("L1&L2", "Dropout"))
    view = ask(ChoiceQuestion(Words(en="What helps?"), choices))
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    with qtbot.assertNotEmitted(view.guessed, wait=200):  # Qt would press the button for a moment
        QTest.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)

    assert view.fields[0].text() == "L1&L2"


def test_digits_raise_hands(view: ChoiceView, press: Callable[..., bool]) -> None:
    assert press(view, Qt.Key.Key_1)
    assert press(view, Qt.Key.Key_3)
    assert not press(view, Qt.Key.Key_4), "there is no such answer"

    assert view.guess == Guess(votes=(1, 0, 1))


@pytest.mark.skipif(sys.platform != "linux", reason="places of keys have other codes")
def test_digits_go_by_the_place_of_the_key(view: ChoiceView, press: Callable[..., bool]) -> None:
    assert press(view, Qt.Key.Key_Plus, place=10), "Czech: + where others have 1"

    assert view.guess == Guess(votes=(1, 0, 0))


def test_a_key_held_down_is_one_hand(view: ChoiceView, press: Callable[..., bool]) -> None:
    press(view, Qt.Key.Key_2)
    assert press(view, Qt.Key.Key_2, again=True)

    assert view.guess == Guess(votes=(0, 1, 0))


def test_the_last_hand_is_taken_back_by_key_or_button(view: ChoiceView, press: Callable[..., bool]) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(view, key)

    assert press(view, Qt.Key.Key_Backspace)
    assert view.guess == Guess(votes=(1, 1, 0))
    _click(view.less)
    assert view.guess == Guess(votes=(1, 0, 0))
    _click(view.less)
    assert view.guess is None
    assert not press(view, Qt.Key.Key_Backspace), "others may use it now"


def test_nothing_changes_once_it_is_recorded(view: ChoiceView, press: Callable[..., bool]) -> None:
    press(view, Qt.Key.Key_1)
    view.lock()

    assert not press(view, Qt.Key.Key_2)
    assert not press(view, Qt.Key.Key_Backspace)
    middle = view.fields[1].geometry().center()
    assert view.childAt(middle) is None, "clicks go through"
    assert view.guess == Guess(votes=(1, 0, 0))


def test_a_recorded_guess_is_shown_again(view: ChoiceView) -> None:
    view.show_guess(Guess(votes=(3, 0, 2)))

    assert view.guess == Guess(votes=(3, 0, 2))
    assert view.fields[2].hands == Hands(2, 5)


def test_the_outcome_tells_right_from_wrong_and_what_a_wrong_choice_reveals(view: ChoiceView) -> None:
    view.show_guess(Guess(votes=(3, 0, 2)))
    view.show_outcome(OUTCOME)

    assert [field.right for field in view.fields] == [False, False, True]
    assert [field.revealed for field in view.fields] == ["Nobody has asked about other digits yet.", "", ""]
    assert view.fields[0].accessibleDescription().endswith("wrong, Nobody has asked about other digits yet.")
    assert view.fields[2].accessibleDescription().endswith("right")
    assert view.locked


def test_nothing_is_revealed_of_an_answer_that_nobody_has_chosen(view: ChoiceView) -> None:
    view.show_guess(Guess(votes=(0, 1, 2)))
    view.show_outcome(OUTCOME)

    assert not view.fields[0].revealed


def test_right_is_told_by_more_than_colour(view: ChoiceView) -> None:
    view.show_guess(Guess(votes=(1, 0, 1)))
    view.show_outcome(OUTCOME)
    wrong, right = (view.fields[place].grab().toImage().convertToFormat(_GREY) for place in (1, 2))

    edges = [sum(image.pixelColor(image.width() // 2, y).value() < 90 for y in range(8)) for image in (wrong, right)]
    assert edges[0] == 0
    assert edges[1] >= 4, "a thick outline"


def test_votes_of_the_first_time_stand_beside_the_present_ones(view: ChoiceView) -> None:
    view.show_guess(Guess(votes=(1, 0, 3)))
    before = view.fields[0].grab().toImage()
    view.show_outcome(OUTCOME, Guess(votes=(8, 1, 1)))

    assert "at first 8 · 80\N{NO-BREAK SPACE}%" in view.fields[0].accessibleDescription()
    assert view.fields[0].grab().toImage() != before


def test_the_bar_is_as_long_as_the_share(view: ChoiceView) -> None:
    view.show_guess(Guess(votes=(3, 1, 0)))
    image = view.fields[0].grab().toImage()
    y = image.height() - 8
    colours = [image.pixelColor(int(share * image.width()), y) for share in (0.3, 0.7, 0.8, 0.95)]

    assert colours[0] == colours[1] != colours[2] == colours[3]


@pytest.mark.parametrize(("height", "is_row", "asks"), [(500, False, True), (120, True, True), (60, True, False)])
def test_answers_stand_side_by_side_where_there_is_no_height(
    ask: Callable[..., ChoiceView], height: int, is_row: bool, asks: bool
) -> None:
    view = ask(QUESTION, height=height)

    assert (len({field.y() for field in view.fields}) == 1) == is_row
    assert view.heading.isVisible() == asks
    for part in (*view.fields, view.less):
        assert view.rect().contains(part.geometry())


def test_above_a_page_it_takes_a_row(view: ChoiceView) -> None:
    view.window().resize(1280, 720)

    view.set_compact(True)

    assert 40 <= view.sizeHint().height() <= 0.075 * 720
    assert view.heading.isHidden()


@pytest.mark.parametrize("height", [500, 120, 60])
def test_words_fit_with_twice_the_text_size(ask: Callable[..., ChoiceView], height: int) -> None:
    view = ask(QUESTION, height=height)
    font = view.font()
    font.setPointSizeF(2 * font.pointSizeF())
    view.setFont(font)

    for field in view.fields:
        font.setPointSizeF(field.fitting_points())
        assert QFontMetrics(font).horizontalAdvance(field.text()) < field.width()
        assert view.rect().contains(field.geometry())


@pytest.mark.parametrize(
    ("texts", "width"),
    [(("Costs diverge", "Accuracies diverge", "Large gap between the accuracies", "None"), 1264),
     (("Rotation up to ±15°", "Shift up to ±2 pixels", "Blur", "Mirroring"), 956)],
)  # fmt: skip
@pytest.mark.parametrize("right", range(4))
def test_four_answers_in_a_row_beside_a_page_are_not_cut(
    ask: Callable[..., ChoiceView], texts: tuple[str, ...], width: int, right: int
) -> None:
    choices = tuple(Choice(Words(en=text, cs=text), None, Words(en="", cs="")) for text in texts)
    view = ask(ChoiceQuestion(Words(en="?", cs="?"), choices), width=width, height=52)
    view.set_compact(True)
    view.show_guess(Guess(votes=(120, 30, 40, 10)))
    view.show_outcome(Outcome(right=tuple(place == right for place in range(4))))

    assert not any(field.cut for field in view.fields)
    view.resize(width // 2, 52)
    assert any(field.cut for field in view.fields)


def test_it_speaks_another_language(view: ChoiceView) -> None:
    view.set_language("cs")

    assert view.heading.text() == "Je to dobrá síť?"
    assert [field.text() for field in view.fields] == ["Ano", "Ne", "Nemůžeme vědět"]
    assert view.fields[0].accessibleName() == "Ano"


def test_tool_tips_name_the_keys(view: ChoiceView) -> None:
    assert [field.toolTip()[-3:] for field in view.fields] == ["(1)", "(2)", "(3)"]
    assert view.less.toolTip().endswith("(Backspace)")


def test_the_tool_tip_says_what_there_is_no_room_for(ask: Callable[..., ChoiceView]) -> None:
    view = ask(QUESTION, height=60)
    view.show_guess(Guess(votes=(1, 0, 0)))
    view.show_outcome(OUTCOME)

    assert "Nobody has asked" in view.fields[0].toolTip()


def test_the_program_s_own_words_follow_its_language(view: ChoiceView) -> None:
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))

    assert view.less.toolTip().startswith("Takes the last hand back")
