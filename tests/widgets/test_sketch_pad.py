"""A pad to draw on with the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.sketch_pad import SketchPad

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot: QtBot) -> SketchPad:
    pad = SketchPad()
    qtbot.addWidget(pad)
    pad.set_empty_text("Draw here.")
    pad.resize(300, 200)  # the paper is the square of 200 in the middle
    with qtbot.waitExposed(pad):
        pad.show()
    return pad


def ink(pad: SketchPad, x: int, y: int) -> int:
    return pad.image().pixelColor(x, y).value()


def stroke(pad: SketchPad, *places: QPoint) -> None:
    QTest.mousePress(pad, LEFT, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, LEFT, pos=places[-1])


def test_a_stroke_leaves_ink_where_the_mouse_was_and_is_told_once(pad: SketchPad, qtbot: QtBot) -> None:
    assert pad.is_empty
    with qtbot.waitSignal(pad.drawn):
        stroke(pad, QPoint(100, 100), QPoint(200, 100))

    assert not pad.is_empty
    for x in (70, 140, 210):
        assert ink(pad, x, 140) == 255
    assert ink(pad, 140, 40) == ink(pad, 20, 140) == ink(pad, 270, 140) == 0


def test_a_click_is_a_dot(pad: SketchPad) -> None:
    stroke(pad, QPoint(150, 50))

    assert ink(pad, 140, 70) == 255
    assert ink(pad, 140, 100) == 0


def test_the_right_button_draws_nothing(pad: SketchPad) -> None:
    QTest.mouseClick(pad, Qt.MouseButton.RightButton, pos=QPoint(150, 100))
    QTest.mouseMove(pad, QPoint(160, 120))

    assert pad.is_empty


def test_wiping_takes_everything_away_and_tells(pad: SketchPad, qtbot: QtBot) -> None:
    stroke(pad, QPoint(100, 100), QPoint(200, 150))
    with qtbot.waitSignal(pad.drawn):
        pad.clear()

    assert pad.is_empty
    assert ink(pad, 70, 140) == 0


def test_the_image_is_a_copy(pad: SketchPad) -> None:
    before = pad.image()
    stroke(pad, QPoint(150, 100))

    assert before.pixelColor(140, 140).value() == 0
