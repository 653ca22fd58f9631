"""A choice of one among a few."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.segmented_choice import SegmentedChoice

CHOICES = [("off", "Off", "No penalty."), ("l2", "L2", "Squares."), ("l1", "L1", "Magnitudes.")]


@pytest.fixture
def choice(qtbot: QtBot) -> SegmentedChoice:
    choice = SegmentedChoice()
    choice.set_choices(CHOICES)
    qtbot.addWidget(choice)
    with qtbot.waitExposed(choice):
        choice.show()
    choice.activateWindow()
    return choice


@pytest.fixture
def said(choice: SegmentedChoice) -> list[str]:
    said: list[str] = []
    choice.changed.connect(said.append)
    return said


def _segments(choice: SegmentedChoice) -> dict[str, QRadioButton]:
    return {segment.text(): segment for segment in choice.findChildren(QRadioButton) if not segment.isHidden()}


def test_the_first_one_is_chosen_at_the_start(choice: SegmentedChoice) -> None:
    assert choice.value() == "off"


def test_without_choices_there_is_no_value(qtbot: QtBot) -> None:
    choice = SegmentedChoice()
    qtbot.addWidget(choice)

    assert choice.value() == ""


def test_a_click_anywhere_on_a_segment_chooses_it_once(qtbot: QtBot, choice: SegmentedChoice, said: list[str]) -> None:
    segment = _segments(choice)["L1"]
    for place in (segment.rect().topRight(), segment.rect().bottomLeft()):
        qtbot.mouseClick(segment, Qt.MouseButton.LeftButton, pos=place)

    assert choice.value() == "l1"
    assert said == ["l1"]


def test_setting_the_value_says_so_once(choice: SegmentedChoice, said: list[str]) -> None:
    choice.set_value("l2")
    choice.set_value("l2")

    assert said == ["l2"]
    assert [text for text, segment in _segments(choice).items() if segment.isChecked()] == ["L2"]


def test_an_unknown_key_is_an_error(choice: SegmentedChoice) -> None:
    with pytest.raises(KeyError):
        choice.set_value("l3")


def test_arrow_keys_move_the_choice(qtbot: QtBot, choice: SegmentedChoice, said: list[str]) -> None:
    choice.setFocus()
    qtbot.waitUntil(_segments(choice)["Off"].hasFocus)

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(choice.focusWidget(), key)

    assert said == ["l2", "l1", "l2"]


def test_new_texts_keep_the_choice(choice: SegmentedChoice, said: list[str]) -> None:
    choice.set_value("l2")
    said.clear()

    choice.set_choices([("off", "Vypnuto", ""), ("l2", "L2", "Čtverce."), ("l1", "L1", "")])

    assert choice.value() == "l2"
    assert said == []
    assert list(_segments(choice)) == ["Vypnuto", "L2", "L1"]
    assert _segments(choice)["L2"].toolTip() == "Čtverce."


def test_other_choices_keep_the_choice_where_they_can(choice: SegmentedChoice, said: list[str]) -> None:
    choice.set_value("l2")
    said.clear()

    choice.set_choices([("l2", "L2", ""), ("max_norm", "Max-norm", "")])
    assert (choice.value(), said) == ("l2", [])

    choice.set_choices([("off", "Off", ""), ("max_norm", "Max-norm", "")])
    assert (choice.value(), said) == ("off", ["off"])


def test_the_choice_is_told_by_weight_too(choice: SegmentedChoice) -> None:
    palette = choice.palette()
    for role in (QPalette.ColorRole.Button, QPalette.ColorRole.Midlight):
        palette.setColor(role, palette.color(QPalette.ColorRole.Highlight))
    palette.setColor(QPalette.ColorRole.ButtonText, palette.color(QPalette.ColorRole.HighlightedText))
    choice.setPalette(palette)
    segment = _segments(choice)["L2"]

    plain = segment.grab().toImage()
    choice.set_value("l2")

    assert segment.grab().toImage() != plain


def test_choosing_moves_nothing(choice: SegmentedChoice) -> None:
    before = choice.sizeHint()

    choice.set_value("l1")

    assert choice.sizeHint() == before


def test_it_can_be_switched_off(qtbot: QtBot, choice: SegmentedChoice, said: list[str]) -> None:
    choice.setEnabled(False)

    qtbot.mouseClick(_segments(choice)["L2"], Qt.MouseButton.LeftButton)

    assert said == []


def test_it_grows_with_the_font(choice: SegmentedChoice) -> None:
    before = choice.sizeHint()
    font = choice.font()
    font.setPointSizeF(2 * font.pointSizeF())

    choice.setFont(font)

    assert choice.sizeHint().height() > 1.7 * before.height()
    assert choice.sizeHint().width() > 1.7 * before.width()


def test_a_key_may_go_round(choice: SegmentedChoice, said: list[str]) -> None:
    for _ in CHOICES:
        choice.choose_next()

    assert said == ["l2", "l1", "off"]
    SegmentedChoice().choose_next()
