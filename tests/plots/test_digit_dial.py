"""The dial: turned by mouse and by keys, silent when set by code."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.digit_dial import DigitDial, degrees_text, wrapped
from nnreg_gui.widgets.keys import PAGE_KEYS

LEFT = Qt.MouseButton.LeftButton
MIDDLE = QPoint(150, 150)


@pytest.fixture
def dial(qtbot: QtBot) -> DigitDial:
    dial = DigitDial()
    qtbot.addWidget(dial)
    dial.resize(300, 300)
    with qtbot.waitExposed(dial):
        dial.show()
    dial.activateWindow()
    dial.setFocus()
    qtbot.waitUntil(dial.hasFocus)
    return dial


@pytest.fixture
def told(dial: DigitDial) -> list[float]:
    told: list[float] = []
    dial.angle_changed.connect(told.append)
    return told


def at(degrees: float) -> QPoint:
    """Return a point in this direction from the middle, counter-clockwise from the right."""
    radians = math.radians(degrees)
    return MIDDLE + QPoint(round(100 * math.cos(radians)), round(-100 * math.sin(radians)))


def drag(dial: DigitDial, *directions: float) -> None:
    QTest.mousePress(dial, LEFT, pos=at(directions[0]))
    for direction in directions[1:]:
        QTest.mouseMove(dial, at(direction))
    QTest.mouseRelease(dial, LEFT, pos=at(directions[-1]))


def test_setting_is_silent_and_wraps(dial: DigitDial, told: list[float]) -> None:
    for degrees, angle in ((35, 35), (-180, -180), (180, 180), (190, -170), (-190, 170), (540, -180)):
        dial.set_angle(degrees)
        assert dial.angle() == angle
    assert told == []


def test_dragging_turns_it_by_as_much_as_the_hand_moved(dial: DigitDial, told: list[float]) -> None:
    drag(dial, 10, 40, 55)
    assert dial.angle() == pytest.approx(45, abs=1)

    drag(dial, 200, 170)
    assert dial.angle() == pytest.approx(15, abs=1)
    assert told[-1] == dial.angle()
    assert len(told) == 3
    QTest.mouseMove(dial, at(0))
    assert len(told) == 3, "nobody holds it any more"


def test_it_can_be_dragged_over_the_half_turn(dial: DigitDial) -> None:
    drag(dial, 0, 60, 120, 179, 200)

    assert dial.angle() == pytest.approx(-160, abs=1)


@pytest.mark.parametrize(
    ("key", "modifier", "step"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, -1),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, 10),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, -10),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 10),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, -10),
    ],
)
def test_keys_turn_it(
    dial: DigitDial, told: list[float], key: Qt.Key, modifier: Qt.KeyboardModifier, step: int
) -> None:
    dial.set_angle(20)
    QTest.keyClick(dial, key, modifier)

    assert told == [20 + step] == [dial.angle()]


@pytest.mark.parametrize("key", PAGE_KEYS)
def test_a_clicker_does_not_turn_it(dial: DigitDial, told: list[float], key: Qt.Key) -> None:
    QTest.keyClick(dial, key)

    assert told == []


def test_the_picture_is_drawn_in_the_colour_of_text_in_its_middle(dial: DigitDial) -> None:
    white = dial.grab().toImage().pixelColor(MIDDLE)
    dial.show_image(np.ones((28, 28), np.float32))
    black = dial.grab().toImage().pixelColor(MIDDLE)

    assert white.lightness() > 240
    assert black == dial.palette().text().color()


def test_angles_are_written_with_a_minus_sign() -> None:
    assert [degrees_text(degrees) for degrees in (-35.4, 0, 180)] == ["−35°", "0°", "180°"]
    assert wrapped(-180.5) == 179.5
