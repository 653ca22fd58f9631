"""A step of a path."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.step_button import StepButton
from nnreg_gui.widgets.themes import apply_theme


@pytest.fixture
def button(qtbot: QtBot) -> StepButton:
    button = StepButton(2)
    qtbot.addWidget(button)
    button.name("Train with ±15°", "±15°", "images are turned")
    button.resize(button.sizeHint())
    with qtbot.waitExposed(button):
        button.show()
    return button


def _colours(button: StepButton) -> set[int]:
    image = button.grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_a_click_presses_it_and_leaves_the_keyboard_alone(button: StepButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert button.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_the_keyboard_can_press_it(button: StepButton, qtbot: QtBot) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_it_says_as_much_as_there_is_room_for(button: StepButton) -> None:
    assert button.shown_text() == "Train with ±15°"
    button.resize(button.short_width(), button.height())
    assert button.shown_text() == "±15°"
    button.resize(button.minimumSizeHint())
    assert button.shown_text() == ""
    assert button.toolTip() == "Train with ±15°: images are turned (2)"


def test_a_done_step_bears_a_check_mark_and_the_present_one_a_frame(button: StepButton) -> None:
    pictures = [button.grab().toImage()]
    for done, current in ((True, False), (False, True), (True, True)):
        button.set_state(done=done, current=current, spoken="so")
        assert (button.done, button.current) == (done, current)
        pictures.append(button.grab().toImage())

    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])
    assert button.accessibleDescription() == "so"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_it_is_drawn_in_every_look(button: StepButton, qapp: QApplication, theme: str) -> None:
    apply_theme(qapp, theme)
    button.set_state(done=True, current=True, spoken="")

    assert len(_colours(button)) > 3


def test_it_grows_with_the_font(button: StepButton) -> None:
    before = button.sizeHint()
    font = QFont(button.font())
    font.setPointSizeF(2 * font.pointSizeF())
    button.setFont(font)

    assert button.sizeHint().width() > 1.8 * before.width()
    assert button.sizeHint().height() > 1.8 * before.height()
