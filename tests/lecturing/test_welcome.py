"""The empty program's offer: cards that keys and clicks press, legible and whole in every size."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.lecturing.welcome import Welcome
from nnreg_gui.widgets.number_row import NumberRow
from tests.lecturing.short_lesson import AT_HOME, LESSONS, TEN_MINUTES, WHOLE


@pytest.fixture
def welcome(qtbot: QtBot) -> Welcome:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.set_lessons(LESSONS, "en")
    welcome.resize(956, 355)
    with qtbot.waitExposed(welcome):
        welcome.show()
    welcome.activateWindow()
    qtbot.waitUntil(welcome.isActiveWindow)
    return welcome


def test_it_offers_each_lesson_and_to_try_freely(welcome: Welcome) -> None:
    assert [card.text() for card in welcome.cards] == ["The whole lecture", "Ten minutes", "At home", "Try it yourself"]
    whole, free = welcome.cards[0], welcome.cards[-1]
    assert whole.accessibleName() == "The whole lecture"
    assert "45\N{NO-BREAK SPACE}min" in whole.accessibleDescription()
    assert "slide by slide" in whole.accessibleDescription()
    assert "Page Down" in whole.toolTip()
    assert whole.toolTip().endswith("(1)")
    assert free.accessibleDescription() == "Press Space: a network learns 1,000 digits by heart."


@pytest.mark.parametrize(("key", "lesson"), [("1", WHOLE), ("2", TEN_MINUTES), ("3", AT_HOME)])
def test_a_digit_begins_a_lesson(welcome: Welcome, key: str, lesson: object, qtbot: QtBot) -> None:
    with qtbot.waitSignal(welcome.lesson_chosen, check_params_cb=lambda chosen: chosen is lesson):
        QTest.keyClick(welcome, key)


def test_a_clicker_begins_the_first(welcome: Welcome, qtbot: QtBot) -> None:
    with qtbot.waitSignal(welcome.lesson_chosen, check_params_cb=lambda chosen: chosen is WHOLE):
        welcome.choose_first()  # which the window does at Page Down


def test_the_last_digit_and_a_click_let_one_try_freely(welcome: Welcome, qtbot: QtBot) -> None:
    with qtbot.waitSignal(welcome.free_chosen):
        QTest.keyClick(welcome, Qt.Key.Key_4)
    with qtbot.waitSignal(welcome.free_chosen):
        QTest.mouseClick(welcome.cards[-1], Qt.MouseButton.LeftButton)


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the codes are those of X11 and Wayland")
def test_the_keys_go_by_their_place(welcome: Welcome, qtbot: QtBot) -> None:
    NumberRow(welcome)  # as the program's window has it
    window, none = welcome.windowHandle(), Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(welcome.lesson_chosen, check_params_cb=lambda chosen: chosen is TEN_MINUTES):
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):  # ě on a Czech keyboard
            event = QKeyEvent(kind, 0x11B, none, 11, 0, 0, "ě")
            QApplication.sendEvent(window, event)


def test_tab_reaches_every_card_and_shows_it(welcome: Welcome, qtbot: QtBot) -> None:
    welcome.cards[-1].setFocus()
    for card in welcome.cards:
        plain = card.grab().toImage()
        QTest.keyClick(welcome, Qt.Key.Key_Tab)
        assert card.hasFocus()
        assert card.grab().toImage() != plain
    with qtbot.waitSignal(welcome.free_chosen):
        QTest.keyClick(welcome.cards[-1], Qt.Key.Key_Space)


@pytest.mark.parametrize("code", ["en", "cs"])
@pytest.mark.parametrize(
    ("size", "zoom"),
    [((956, 355), 1), ((1264, 289), 2), ((1596, 691), 1), ((1273, 412), 2), ((1596, 200), 1), ((350, 500), 1)],
)
def test_everything_fits_and_no_text_is_smaller_than_the_program_s(
    welcome: Welcome, qapp: QApplication, code: str, size: tuple[int, int], zoom: int
) -> None:
    font = QFont(qapp.font())
    font.setPointSizeF(10.5 * zoom)
    qapp.setFont(font)
    welcome.set_lessons(LESSONS, code)
    welcome.resize(*size)
    qapp.processEvents()

    assert all(card.spare(card.size(), 0.0) >= 0 for card in welcome.cards)
    assert welcome.minimumSizeHint().width() < 100, "it must not widen the window"


def test_wide_room_gets_a_row_and_other_room_two(welcome: Welcome, qapp: QApplication) -> None:
    def rows() -> int:
        qapp.processEvents()
        return len({card.y() for card in welcome.cards})

    assert rows() == 2
    welcome.resize(1900, 130)
    assert rows() == 1


def test_it_follows_the_language(welcome: Welcome) -> None:
    welcome.set_lessons(LESSONS, "cs")
    assert [card.text() for card in welcome.cards[:3]] == ["Celá přednáška", "Deset minut", "Doma"]


def test_without_lessons_it_offers_to_try(welcome: Welcome, qtbot: QtBot) -> None:
    welcome.set_lessons((), "en")
    assert len(welcome.cards) == 1
    with qtbot.waitSignal(welcome.free_chosen):
        welcome.choose_first()  # which the window does at Page Down
