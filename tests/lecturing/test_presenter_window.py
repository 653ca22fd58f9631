"""The lecturer's own window: what it shows, its keys and its clock."""

import re

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.lecturing import presenter_window
from nnreg_gui.lecturing.presenter_window import PresenterWindow
from nnreg_gui.lessons.record import Guess
from nnreg_gui.widgets.focus_ring import FocusRing
from nnreg_gui.window.language import Language
from tests.lecturing.short_lesson import WHOLE


@pytest.fixture
def presenter(qtbot: QtBot) -> PresenterWindow:
    presenter = PresenterWindow()
    qtbot.addWidget(presenter)
    presenter.resize(1280, 720)
    with qtbot.waitExposed(presenter):
        presenter.show()
    presenter.show_step(WHOLE, 0, "en")
    return presenter


def _value(presenter: PresenterWindow, name: str) -> str:
    return presenter.tiles[name].accessibleDescription()


def test_it_shows_the_note_the_step_and_the_next_one(presenter: PresenterWindow) -> None:
    assert presenter.note.text() == WHOLE.steps[0].note["en"]
    assert presenter.title.text() == "A good network?"
    assert presenter.text.text() == WHOLE.steps[0].text["en"]
    assert presenter.next_title.text() == "Next: New digits"
    assert (_value(presenter, "step"), _value(presenter, "planned")) == ("1 / 4", "45\N{NO-BREAK SPACE}min")
    presenter.show_step(WHOLE, 3, "en")
    assert presenter.next_title.text() == "Next: the end"
    assert not presenter.votes.isVisible(), "nothing is asked"


def test_it_counts_the_votes(presenter: PresenterWindow) -> None:
    assert presenter.votes.said()[0] == "0 × Yes: it makes no mistakes"
    presenter.show_votes(Guess(votes=(17, 5, 8)))
    assert [said[:3].strip() for said in presenter.votes.said()] == ["17", "5 ×", "8 ×"]
    presenter.set_language("cs")
    assert presenter.votes.said()[0] == "17 × Ano: nedělá chyby"
    presenter.show_step(WHOLE, 0, "en")
    assert presenter.votes.said()[0].startswith("0"), "another round"


@pytest.mark.parametrize(
    ("place", "guess", "before", "after"),
    [
        (1, Guess(number=88.0), "No guess yet", "Guess: 88\N{NO-BREAK SPACE}%"),
        (2, Guess(curve=((0.0, 10.0), (1.0, 90.0))), "No curve yet", "A curve is drawn"),
    ],
)
def test_it_tells_the_one_answer(presenter: PresenterWindow, place: int, guess: Guess, before: str, after: str) -> None:
    presenter.show_step(WHOLE, place, "en")
    assert presenter.votes.said() == [before]
    presenter.show_votes(guess)
    assert presenter.votes.said() == [after]
    presenter.show_votes(None)
    assert presenter.votes.said() == [before]


def test_the_clock_goes_while_it_is_seen(presenter: PresenterWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(presenter_window, "monotonic", lambda: now)
    timer = presenter.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert re.fullmatch(r"\d\d:\d\d", _value(presenter, "clock"))
    assert _value(presenter, "elapsed") in ("", "–")
    presenter.start_clock(754)
    assert _value(presenter, "elapsed") == "12:34"
    now += 3000
    timer.timeout.emit()
    assert _value(presenter, "elapsed") == "62:34"
    assert timer.isActive()
    presenter.hide()
    assert not timer.isActive()


def test_page_down_and_up_go_on_and_back_wherever_the_focus_is(presenter: PresenterWindow, qtbot: QtBot) -> None:
    for at in (presenter, presenter.swap):
        at.setFocus()
        with qtbot.waitSignal(presenter.next_wanted):
            QTest.keyClick(at, Qt.Key.Key_PageDown)
        with qtbot.waitSignal(presenter.back_wanted):
            QTest.keyClick(at, Qt.Key.Key_PageUp)
    for button, signal in ((presenter.next, presenter.next_wanted), (presenter.back, presenter.back_wanted)):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert "(Pg" in button.toolTip()


def test_other_keys_are_handed_on(presenter: PresenterWindow) -> None:
    pressed: list[int] = []

    def note(event: QKeyEvent) -> None:
        pressed.append(event.key())

    presenter.key_pressed.connect(note)
    keys = [Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_1, Qt.Key.Key_Period, Qt.Key.Key_Escape, Qt.Key.Key_F6]
    for key in (*keys, Qt.Key.Key_PageDown):
        QTest.keyClick(presenter, key)
    assert pressed == keys
    assert presenter.isVisible()


def test_tab_shows_the_button_that_it_reaches(presenter: PresenterWindow, qtbot: QtBot) -> None:
    presenter.activateWindow()
    qtbot.waitUntil(presenter.isActiveWindow)
    ring = presenter.findChild(FocusRing)
    reached = set()
    for _ in range(3):
        QTest.keyClick(presenter, Qt.Key.Key_Tab)
        reached.add(presenter.focusWidget())
        assert ring.isVisible()
    assert reached == {presenter.back, presenter.next, presenter.swap}


def test_it_says_when_it_is_closed_and_does_not_keep_the_program(presenter: PresenterWindow, qtbot: QtBot) -> None:
    assert not presenter.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    with qtbot.waitSignal(presenter.closed):
        presenter.close()


@pytest.mark.parametrize("code", ["en", "cs"])
@pytest.mark.parametrize(("size", "zoom"), [((1280, 720), 1), ((1280, 720), 2), ((1920, 1080), 2)])
def test_nothing_is_cut(
    presenter: PresenterWindow, qapp: QApplication, code: str, size: tuple[int, int], zoom: int
) -> None:
    font = QFont(qapp.font())
    font.setPointSizeF(10.5 * zoom)
    qapp.setFont(font)
    presenter.resize(*size)
    for place in range(len(WHOLE.steps)):
        presenter.show_step(WHOLE, place, code)
        presenter.show_votes(Guess(votes=(170, 5, 80)))
        qapp.processEvents()
        assert (presenter.width(), presenter.height()) == size
        for label in presenter.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
                assert label.width() >= label.minimumSizeHint().width(), label.text()
                assert label.visibleRegion().boundingRect() == label.rect(), label.text()


def test_it_follows_the_language(presenter: PresenterWindow, language: Language) -> None:
    language.switch("cs")
    presenter.set_language("cs")
    assert presenter.title.text() == "Dobrá síť?"


def test_a_text_from_a_file_is_plain(presenter: PresenterWindow) -> None:
    for label in presenter.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or label.text() in ("Notes", "The audience sees")
