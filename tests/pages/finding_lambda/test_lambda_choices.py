"""The choices for a search for λ."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.finding_lambda.lambda_choices import LambdaChoices
from nnreg_gui.pages.finding_lambda.lambda_plan import QUICK, THOROUGH
from nnreg_gui.widgets.room import Room, tell_room
from tests.pages.finding_lambda.search_material import press, shown


@pytest.fixture
def choices(qtbot: QtBot) -> LambdaChoices:
    choices = LambdaChoices()
    shown(qtbot, choices, 960, 80)
    return choices


def _choose(qtbot: QtBot, choices: LambdaChoices, text: str) -> None:
    press(qtbot, next(one for one in choices.findChildren(QRadioButton) if one.text() == text))


def _type(qtbot: QtBot, box: QAbstractSpinBox, text: str) -> None:
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_efforts_set_everything(choices: LambdaChoices, qtbot: QtBot) -> None:
    assert choices.value() == QUICK
    _choose(qtbot, choices, "Thorough")
    assert choices.value() == THOROUGH
    assert choices.count.value() == 13

    _choose(qtbot, choices, "Quick")
    assert choices.value() == QUICK


def test_everything_can_be_changed(choices: LambdaChoices, qtbot: QtBot) -> None:
    changes: list[int] = []
    choices.changed.connect(lambda: changes.append(1))
    _choose(qtbot, choices, "All")
    _choose(qtbot, choices, "× p")
    for box, text in ((choices.low, "0.1"), (choices.high, "3"), (choices.count, "4"), (choices.seeds, "3")):
        _type(qtbot, box, text)
    plan = choices.value()

    assert (plan.penalties, plan.crossed, plan.quick) == (("l2", "l1", "elastic_net"), "dropout", True)
    assert (plan.low, plan.high, plan.count, plan.seeds) == (0.1, 3.0, 4, 3)
    assert len(changes) == 6


def test_a_range_is_never_the_wrong_way_round(choices: LambdaChoices, qtbot: QtBot) -> None:
    _type(qtbot, choices.low, "200")
    assert (choices.value().low, choices.value().high) == (200, 2000)
    _type(qtbot, choices.high, "1")
    assert (choices.value().low, choices.value().high) == (0.1, 1)
    _type(qtbot, choices.low, "10000")
    assert (choices.value().low, choices.value().high) == (1_000, 10_000)
    _type(qtbot, choices.high, "0.0001")
    assert (choices.value().low, choices.value().high) == (0.0001, 0.001)


def test_where_there_is_no_room_less_is_offered(choices: LambdaChoices) -> None:
    tell_room(choices, Room.COMPACT)
    assert not choices.low.isVisible()
    assert not choices.crossed.isVisible()
    assert choices.value() == QUICK


def test_every_control_is_explained(choices: LambdaChoices) -> None:
    parts = [*choices.findChildren(QRadioButton), choices.low, choices.high, choices.count, choices.seeds]

    assert all(part.toolTip() for part in parts)
    assert all(part.accessibleName() for part in (choices.low, choices.high, choices.count, choices.seeds))
