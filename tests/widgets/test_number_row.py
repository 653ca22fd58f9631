"""The number rows of Czech, French and German keyboards: keys as the system names them, and what they press."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.number_box import WholeBox
from nnreg_gui.widgets.number_row import NumberRow

pytestmark = pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the codes are those of X11 and Wayland")

NONE, CTRL, ALT, SHIFT, KEYPAD, ALT_GR = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
)
ONE, TWO, THREE, SIX, ZERO, RIGHT_OF_ZERO, LEFT_OF_BACKSPACE, F_KEY = 10, 11, 12, 15, 19, 20, 21, 41  # codes, by places


class Bench(QWidget):
    """A window with everything that can have shortcuts, and with fields; it remembers what was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.line, self.box, self.combo, self.button = QLineEdit(), WholeBox(), QComboBox(), QPushButton("Six")
        self.box.setRange(0, 1000)
        self.combo.addItems(["first", "ědle", "1st"])
        self.page = QWidget()
        layout = QVBoxLayout(self)
        for widget in (self.line, self.box, self.combo, self.button, self.page):
            layout.addWidget(widget)
        self.button.setShortcut("6")
        self.button.clicked.connect(lambda: self.pressed.append("6"))
        for text in ("Ctrl+1", "Ctrl+2", "Ctrl+6", "Ctrl+0", "Ctrl++", "Ctrl+-", "Ctrl+="):
            action = QAction(text, self)
            action.setShortcut(text)
            action.triggered.connect(lambda _=False, text=text: self.pressed.append(text))
            self.addAction(action)
        for text, seen_with in (("Alt+2", self), ("1", self.page), ("2", self.page)):
            QShortcut(text, seen_with).activated.connect(lambda text=text: self.pressed.append(text))
        NumberRow(self)

    def press(self, character: str, code: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key as the system does: a widget may claim it from the shortcuts before the press."""
        self.asks_for(character, code, modifiers)
        QApplication.sendEvent(self.windowHandle(), _event(QEvent.Type.KeyPress, character, code, modifiers))

    def asks_for(self, character: str, code: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Return whether anything in the window claims a key from the shortcuts."""
        event = _event(QEvent.Type.ShortcutOverride, character, code, modifiers)
        QApplication.sendEvent(self.windowHandle(), event)
        return event.isAccepted()


def _event(kind: QEvent.Type, character: str, code: int, modifiers: Qt.KeyboardModifier) -> QKeyEvent:
    key = ord(character.upper() if character.isalpha() and len(character.upper()) == 1 else character)
    event = QKeyEvent(kind, key, modifiers, code, 0, 0, character)
    event.ignore()
    return event


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    bench = Bench()
    qtbot.addWidget(bench)
    with qtbot.waitExposed(bench):
        bench.show()
    bench.activateWindow()
    qtbot.waitUntil(bench.isActiveWindow)
    bench.button.setFocus()
    return bench


@pytest.mark.parametrize(
    ("character", "code", "modifiers", "pressed"),
    [
        pytest.param("+", ONE, CTRL, "Ctrl+1", id="Czech 1"),
        pytest.param("ě", TWO, CTRL, "Ctrl+2", id="Czech 2"),
        pytest.param("é", ZERO, CTRL, "Ctrl+0", id="Czech 0"),
        pytest.param("ě", TWO, ALT, "Alt+2", id="a page in Czech"),
        pytest.param("ľ", TWO, ALT, "Alt+2", id="a page in Slovak"),
        pytest.param("+", ONE, NONE, "1", id="a view in Czech"),
        pytest.param("ě", TWO, NONE, "2", id="another view in Czech"),
        pytest.param("ž", SIX, NONE, "6", id="a button in Czech"),
        pytest.param("-", SIX, CTRL, "Ctrl+6", id="French 6"),
        pytest.param(")", RIGHT_OF_ZERO, CTRL, "Ctrl+-", id="a French minus"),
        pytest.param("ß", RIGHT_OF_ZERO, CTRL, "Ctrl+-", id="a German minus"),
        pytest.param("´", LEFT_OF_BACKSPACE, CTRL, "Ctrl+=", id="a Czech equals sign"),
    ],
)
def test_a_key_presses_by_its_place(
    bench: Bench, qtbot: QtBot, character: str, code: int, modifiers: Qt.KeyboardModifier, pressed: str
) -> None:
    bench.press(character, code, modifiers)

    qtbot.waitUntil(lambda: bench.pressed != [])
    assert bench.pressed == [pressed]


@pytest.mark.parametrize(
    ("character", "code", "modifiers"),
    [
        pytest.param("=", RIGHT_OF_ZERO, CTRL, id="the Czech equals sign, where others have minus"),
        pytest.param("1", ONE, CTRL, id="a digit"),
        pytest.param("1", ONE, SHIFT, id="a Czech digit with Shift"),
        pytest.param("1", 87, CTRL | KEYPAD, id="a digit of the keypad"),
        pytest.param("!", ONE, ALT_GR, id="AltGr"),
        pytest.param("@", TWO, CTRL | ALT, id="what Windows calls AltGr"),
        pytest.param("d", ONE, NONE, id="a letter of a display server with other codes"),
        pytest.param("+", 0, CTRL, id="a key without a code"),
        pytest.param("+", F_KEY, CTRL, id="a key elsewhere"),
    ],
)
def test_other_keys_are_left_to_what_they_write(
    bench: Bench, character: str, code: int, modifiers: Qt.KeyboardModifier
) -> None:
    assert not bench.asks_for(character, code, modifiers)


@pytest.mark.parametrize("name", ["line", "box"])
def test_what_is_typed_in_a_field_is_no_shortcut_but_with_ctrl_and_alt_it_is(bench: Bench, name: str) -> None:
    field = getattr(bench, name)
    field.setFocus()
    for character, code in (("1", ONE), ("+", ONE), ("ě", TWO), ("2", TWO)):
        bench.press(character, code)
    assert bench.pressed == []
    text = field.text()
    assert text == {"line": "1+ě2", "box": "01+ě2"}[name]  # anything but a number is refused on commit

    bench.press("+", ONE, CTRL)
    bench.press("ě", TWO, ALT)
    assert bench.pressed == ["Ctrl+1", "Alt+2"]
    assert field.text() == text


def test_what_has_the_focus_hears_of_the_digit_only_and_only_if_it_is_no_shortcut(bench: Bench) -> None:
    bench.combo.setFocus()
    bench.press("ě", TWO)
    assert bench.pressed == ["2"]
    assert bench.combo.currentText() == "first"

    bench.page.hide()
    bench.press("+", ONE)
    assert bench.pressed == ["2"]
    assert bench.combo.currentText() == "1st"


def test_what_is_disabled_is_not_pressed_nor_is_what_the_character_means(bench: Bench) -> None:
    bench.actions()[0].setEnabled(False)
    bench.button.setEnabled(False)
    bench.line.setFocus()
    bench.press("+", ONE, CTRL)
    bench.press("š", THREE, ALT)
    bench.press("ě", TWO, CTRL)

    assert bench.pressed == ["Ctrl+2"]
    assert bench.line.text() == ""


def test_keys_without_codes_go_by_what_they_write(bench: Bench) -> None:
    QTest.keyClick(bench, Qt.Key.Key_1, CTRL)
    QTest.keyClick(bench, Qt.Key.Key_2, ALT)
    QTest.keyClick(bench, Qt.Key.Key_2)
    QTest.keyClick(bench, Qt.Key.Key_2, CTRL | KEYPAD)
    QTest.keyClick(bench, Qt.Key.Key_Plus, CTRL)

    assert bench.pressed == ["Ctrl+1", "Alt+2", "2", "Ctrl+2", "Ctrl++"]


def test_a_key_that_was_claimed_but_never_came_presses_nothing_later(bench: Bench) -> None:
    assert bench.asks_for("+", ONE, CTRL)
    bench.line.setFocus()
    bench.press("a", 38)

    assert bench.pressed == []
    assert bench.line.text() == "a"
