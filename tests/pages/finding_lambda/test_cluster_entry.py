"""The address of a cluster: none is used before the user trusts it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.finding_lambda.cluster_entry import ClusterEntry
from tests.pages.finding_lambda.search_material import press, shown

ADDRESS, OTHER = "tcp://10.0.0.1:8786", "tls://10.0.0.2:8786"


@pytest.fixture
def page(qapp: QApplication) -> QWidget:
    return QWidget()


@pytest.fixture
def entry(qtbot: QtBot, page: QWidget) -> ClusterEntry:
    entry = ClusterEntry()
    column = QVBoxLayout(page)
    column.addWidget(entry)
    column.addWidget(entry.question)
    column.addWidget(QLineEdit())  # somewhere else for the keyboard focus
    shown(qtbot, page, 600, 200)
    return entry


@pytest.fixture
def chosen(entry: ClusterEntry) -> list[str]:
    chosen: list[str] = []
    entry.chosen.connect(chosen.append)
    return chosen


def _type(qtbot: QtBot, entry: ClusterEntry, text: str, *, enter: bool = True) -> None:
    entry.line.setFocus()
    qtbot.waitUntil(entry.line.hasFocus)
    entry.line.selectAll()
    qtbot.keyClick(entry.line, Qt.Key.Key_Delete)
    qtbot.keyClicks(entry.line, text)
    if enter:
        qtbot.keyClick(entry.line, Qt.Key.Key_Return)


def test_an_address_is_asked_about_and_told_once(qtbot: QtBot, entry: ClusterEntry, chosen: list[str]) -> None:
    assert not entry.question.isVisible()
    _type(qtbot, entry, f" {ADDRESS} ")
    assert entry.question.isVisible()
    assert "run any program on this computer" in entry.question.trust.accessibleDescription()
    assert chosen == []
    press(qtbot, entry.question.trust)
    assert chosen == [ADDRESS]
    assert not entry.question.isVisible()
    assert not entry.line.hasFocus()

    _type(qtbot, entry, "")
    assert chosen == [ADDRESS, ""]
    _type(qtbot, entry, ADDRESS)
    assert chosen == [ADDRESS, "", ADDRESS], "it was asked about before"
    _type(qtbot, entry, OTHER)
    assert entry.question.isVisible()
    assert chosen == [ADDRESS, "", ADDRESS], "another one is another question"


def test_escape_takes_back_what_was_typed_and_reaches_no_shortcut(
    qtbot: QtBot, page: QWidget, entry: ClusterEntry, chosen: list[str]
) -> None:
    stop = QShortcut(QKeySequence("Esc"), page)
    stopped: list[bool] = []
    stop.activated.connect(lambda: stopped.append(True))
    _type(qtbot, entry, ADDRESS, enter=False)
    qtbot.keyClick(entry.line, Qt.Key.Key_Escape)

    assert entry.line.text() == ""
    assert not entry.line.hasFocus()
    assert not entry.question.isVisible()
    assert (chosen, stopped) == ([], [])


def test_keys_are_enough(qtbot: QtBot, entry: ClusterEntry, chosen: list[str]) -> None:
    _type(qtbot, entry, ADDRESS)
    qtbot.waitUntil(entry.question.trust.hasFocus)
    qtbot.keyClick(entry.question.trust, Qt.Key.Key_Return)
    assert chosen == [ADDRESS]
    assert QApplication.focusWidget() not in (entry.line, entry.question.trust, entry.question.decline)


def test_whoever_declines_trains_on_this_computer(qtbot: QtBot, entry: ClusterEntry, chosen: list[str]) -> None:
    _type(qtbot, entry, ADDRESS)
    press(qtbot, entry.question.decline)
    assert entry.line.text() == ""
    assert not entry.question.isVisible()
    assert chosen == []

    _type(qtbot, entry, ADDRESS)
    assert entry.question.isVisible(), "it is not trusted"


def test_what_is_only_typed_or_pasted_is_not_used(qtbot: QtBot, entry: ClusterEntry, chosen: list[str]) -> None:
    elsewhere = next(one for one in entry.window().findChildren(QLineEdit) if one is not entry.line)
    _type(qtbot, entry, ADDRESS, enter=False)
    elsewhere.setFocus()
    qtbot.waitUntil(elsewhere.hasFocus)
    QGuiApplication.clipboard().setText(f"{OTHER}\n")
    entry.line.setFocus()
    entry.line.selectAll()
    qtbot.keyClick(entry.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert entry.line.text().strip() == OTHER
    elsewhere.setFocus()
    qtbot.waitUntil(elsewhere.hasFocus)

    assert entry.question.isVisible()
    assert chosen == []


def test_an_emptied_line_means_this_computer_without_enter(
    qtbot: QtBot, entry: ClusterEntry, chosen: list[str]
) -> None:
    _type(qtbot, entry, ADDRESS)
    press(qtbot, entry.question.trust)
    _type(qtbot, entry, "", enter=False)
    entry.line.clearFocus()

    assert chosen == [ADDRESS, ""]


def test_a_trusted_address_is_used_without_enter(qtbot: QtBot, entry: ClusterEntry, chosen: list[str]) -> None:
    for address in (ADDRESS, OTHER):
        _type(qtbot, entry, address)
        press(qtbot, entry.question.trust)
    _type(qtbot, entry, ADDRESS, enter=False)
    entry.line.clearFocus()

    assert chosen == [ADDRESS, OTHER, ADDRESS], "what stands there is what trains"


def test_nothing_is_asked_about_a_line_that_cannot_be_seen(qtbot: QtBot, entry: ClusterEntry) -> None:
    _type(qtbot, entry, ADDRESS)
    entry.hide()
    assert not entry.question.isVisible()
    entry.show()
    assert entry.question.isVisible()


def test_it_says_what_it_is_for_and_what_it_risks(entry: ClusterEntry) -> None:
    for part in ("dask", "tls://", "run any program on this computer"):
        assert part in entry.line.toolTip()
    assert entry.line.placeholderText() == "this computer"
