"""The window of a rehearsal: what is being done, the table, and the one key that cancels and closes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.lecturing.rehearsal_window import RehearsalWindow
from nnreg_gui.lessons.rehearsal import Finding
from nnreg_gui.window.language import Language
from tests.lecturing.short_lesson import WHOLE

FINDINGS = [
    Finding("l2", "sentence", "l2.gap < off.gap", "The gap is 4.3 points.", True),
    Finding("good", "question", "", "Cannot know", True),
    Finding("large-weights", "sentence", "", "Since epoch –.", False),
]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(1280, 720)
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def shown(qtbot: QtBot, parent: QWidget) -> RehearsalWindow:
    """The window of a rehearsal that has begun."""
    parent.show()
    window = RehearsalWindow(WHOLE, lambda: "en", parent)
    window.show_progress(lambda: "Training: 1 of 4 runs", 0.25)
    with qtbot.waitExposed(window):
        window.show()
    return window


def conclude(window: RehearsalWindow, findings: list[Finding] = FINDINGS, remarks: tuple[str, ...] = ()) -> None:
    window.conclude(lambda: "2 of 3 claims hold", lambda: remarks, lambda _: findings)


def test_it_says_what_is_done_and_how_far(shown: RehearsalWindow) -> None:
    assert shown.windowTitle() == "Rehearsal: The whole lecture"
    assert shown.sentence.text() == "Training: 1 of 4 runs"
    assert not shown.sentence.is_answer
    assert shown.bar.isVisible()
    assert shown.bar.value() == shown.bar.maximum() // 4
    assert shown.button.text() == "Cancel"
    assert shown.button.toolTip().endswith("(Esc)")


def test_each_claim_stands_beside_what_came_out(shown: RehearsalWindow) -> None:
    conclude(shown)
    text = shown.table.toPlainText().strip().split("\n")

    assert [text[place : place + 4] for place in range(0, len(text), 4)] == [
        ["Step", "Claim", "Seen", "Holds?"],
        ["l2", "l2.gap < off.gap", "The gap is 4.3 points.", "✓ holds"],
        ["good", "one of the choices is right", "Cannot know", "✓ holds"],
        ["large-weights", "the sentence has all its figures", "Since epoch –.", "✗ does not hold"],
    ]
    assert shown.sentence.text() == "2 of 3 claims hold"
    assert shown.sentence.is_answer
    assert not shown.bar.isVisible()
    assert shown.button.text() == "Close"


def test_what_went_wrong_stands_above_the_table(shown: RehearsalWindow) -> None:
    conclude(shown, remarks=("Run off diverged & ended.",))

    assert shown.table.toPlainText().startswith("Run off diverged & ended.\nStep")


def test_without_claims_there_is_no_table(shown: RehearsalWindow) -> None:
    conclude(shown, [])

    assert shown.table.toPlainText() == ""


@pytest.mark.parametrize("by", ["key", "button", "close"])
def test_it_is_cancelled_first_and_closed_when_it_is_over(qtbot: QtBot, shown: RehearsalWindow, by: str) -> None:
    def leave() -> None:
        match by:
            case "key":
                qtbot.keyClick(shown, Qt.Key.Key_Escape)
            case "button":
                qtbot.mouseClick(shown.button, Qt.MouseButton.LeftButton)
            case _:
                shown.close()

    with qtbot.waitSignal(shown.cancel_wanted):
        leave()
    assert shown.isVisible()
    conclude(shown, [])
    with qtbot.assertNotEmitted(shown.cancel_wanted):
        leave()

    assert not shown.isVisible()


def test_it_speaks_the_present_language(qtbot: QtBot, shown: RehearsalWindow, language: Language) -> None:
    spoken = ["en"]
    window = RehearsalWindow(WHOLE, lambda: spoken[0], shown.parentWidget())
    window.conclude(lambda: spoken[0], tuple, lambda name: [Finding("a", "question", "x > 1", f"seen in {name}", True)])
    spoken[0] = "cs"
    language.switch("cs")

    qtbot.waitUntil(lambda: window.sentence.text() == "cs")
    assert "seen in cs" in window.table.toPlainText()
    assert "Celá přednáška" in window.windowTitle()


def test_at_twice_the_text_it_fits_its_window(qtbot: QtBot, parent: QWidget) -> None:
    font = parent.font()
    font.setPointSizeF(2 * font.pointSizeF())
    parent.setFont(font)
    window = RehearsalWindow(WHOLE, lambda: "en", parent)
    window.setFont(font)
    conclude(window, FINDINGS * 20)
    with qtbot.waitExposed(window):
        window.show()

    assert window.width() <= parent.width()
    assert window.height() <= parent.height()
    assert window.table.horizontalScrollBar().maximum() == 0
    assert window.table.verticalScrollBar().maximum() > 0
