"""Texts from a file or from the user appear letter by letter, wherever they appear."""

from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.files.session_files import write_session_file
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.exact_box import ExactBox
from tests.conftest import User
from tests.fixture_types import Small, Trained

PICTURE = "<img src=x>"
NAME = f"<b>&{PICTURE}"
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def _tip_of(widget: QWidget, place: QPoint) -> str:
    """Point at a place, and return the tool tip that appears, which must be plain text."""
    QToolTip.hideText()
    target = widget.childAt(place) or widget
    inside = target.mapFrom(widget, place) if target is not widget else place
    QApplication.sendEvent(target, QHelpEvent(QHelpEvent.Type.ToolTip, inside, target.mapToGlobal(inside)))
    if not QToolTip.isVisible():
        return ""
    tips = [tip for tip in QApplication.topLevelWidgets() if tip.inherits("QTipLabel") and tip.isVisible()]
    for tip in tips:
        assert isinstance(tip, QLabel)
        assert tip.textFormat() is Qt.TextFormat.PlainText, tip.text()
    return tips[0].text()


def _is_plain(label: QLabel) -> bool:
    if label.textFormat() is Qt.TextFormat.PlainText:
        return True
    return label.textFormat() is Qt.TextFormat.RichText and PICTURE not in label.text()


def ways_to_show_the_name(view: QWidget) -> set[str]:
    """Return which kinds of widgets show the name; fail if a text in a view would be taken for HTML."""
    seen = set()
    for label in view.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert _is_plain(label), label.text()
        if PICTURE in label.text():
            seen.add("label")
            assert label.buddy() is None, "there, & is the key's mark"
    if any(PICTURE in label.text() for label in view.findChildren(ElidedLabel)):  # which draws its text as it is
        seen.add("label")
    for button in view.findChildren(QAbstractButton):
        assert PICTURE not in button.text() or f"&&{PICTURE}" in button.text(), button.text()
    for item in (item for scene in view.findChildren(pg.GraphicsView) for item in scene.scene().items()):
        if hasattr(item, "toPlainText") and "src=x" in item.toPlainText():
            seen.add("plot")
            assert PICTURE in item.toPlainText()
    for widget in view.findChildren(QWidget):
        if (
            isValid(widget)
            and widget.isVisible()
            and widget.toolTip()
            and _tip_of(widget, widget.rect().center()).count(PICTURE)
        ):
            seen.add("tool tip")
    for table in view.findChildren(QAbstractItemView):
        model = table.model()
        for row in range(model.rowCount()) if table.isVisible() else ():
            for column in range(model.columnCount()):
                place = table.visualRect(model.index(row, column)).center()
                if table.viewport().rect().contains(place) and PICTURE in _tip_of(table.viewport(), place):
                    seen.add("cell")
    return seen


@pytest.fixture
def session_file(small: Small, trained: Trained, tmp_path: Path) -> Path:
    """A session whose runs have markup for names."""
    runs = [trained(small(images=1000, hidden=(10,), epochs=1, penalty=kind, lambda_=0.1)) for kind in ("none", "l2")]
    path = tmp_path / f"{NAME}.nnreg-session"
    listed = tuple(ListedRun(run, number, f"{NAME} {number}") for number, run in enumerate(runs, start=1))
    write_session_file(str(path), Session(listed, 1, 2))
    return path


def test_a_run_of_a_session_is_called_letter_by_letter(user: User, session_file: Path) -> None:
    """On all pages: see test_all_views."""
    user.window.open_file(str(session_file))
    user.wait(lambda: len(user.window.run_list.runs()) == 2)
    ways_to_show_the_name(user.window)
    user.key(Qt.Key.Key_2, ALT)
    assert any(NAME in label.text() for label in user.window.tabs.page.findChildren(ElidedLabel))
    assert ways_to_show_the_name(user.window) >= {"label"}


def test_messages_quote_letter_by_letter(user: User, session_file: Path, qapp: QApplication) -> None:
    message = user.window.message
    broken = session_file.with_name(f"{NAME}.json")
    broken.write_text(f'{{"{NAME}": 1}}')
    tellers = (
        lambda: user.window.open_file(str(broken)),
        lambda: user.window.open_file(str(broken.with_name(f"{NAME} is not there.json"))),
        lambda: message.tell_fault(ValueError(NAME)),
        lambda: message.tell_problem(Problem("“{key}” is not a setting of an experiment.", key=NAME)),
        lambda: user.window.sessions.save_session(str(broken / NAME)),
        lambda: user.window.files.save_experiment(str(broken / NAME)),
    )
    for tell in tellers:
        message.forget()
        tell()
        user.wait(message.isVisible)
        ways_to_show_the_name(user.window)
    message.forget()
    qapp.clipboard().setText(f"{NAME} {NAME}")
    user.key(Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert message.isVisible()
    ways_to_show_the_name(user.window)
    box = user.window.panel.findChildren(ExactBox)[-1]
    box.lineEdit().setText(NAME)
    box.commit()
    assert NAME in message.text()
    ways_to_show_the_name(user.window)


def test_a_name_that_is_typed_stands_there_letter_by_letter(user: User, small: Small) -> None:
    user.show(small(epochs=1))
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    user.key(Qt.Key.Key_F4)
    (editor,) = user.window.run_list.viewport().findChildren(QLineEdit)
    QTest.keyClicks(editor, NAME)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    user.key(Qt.Key.Key_2, ALT)

    assert ways_to_show_the_name(user.window) >= {"label"}
    assert [run.name for run in user.window.run_list.runs()] == [NAME]


def test_a_message_box_is_plain(user: User) -> None:
    box = QMessageBox(user.window)
    box.setText(NAME)
    box.show()
    QApplication.processEvents()
    assert all(_is_plain(label) for label in box.findChildren(QLabel))
    box.close()
