"""Every action in every state of the window: none fails, whatever it acts on."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit

from nnreg_gui.engine.experiment import LARGEST_SEED, Experiment, TrainingSpec
from nnreg_gui.running.side_by_side import State
from nnreg_gui.widgets.exact_box import ExactBox
from tests.conftest import User
from tests.fixture_types import Small
from tests.test_all_views import _views

ENDLESS = 100_000  # epochs
LEFT_OUT = {"quit", "new_window", "add_launcher", "remove_launcher"}  # they end the program, or act outside it
BEGIN_RUNS = {"start", "step", "rewind", "new_weights", "repeat"}
WHATEVER_RUNS = {  # act on the window, and neither on runs nor on the chosen experiment
    "about", "find_scenario", "full_screen", "glossary", "keys", "larger", "next_theme", "normal_size", "open",
    "open_data", "open_data_folder", "open_lesson", "open_session", "qr_code", "rehearse", "smaller",
}  # fmt: skip


def _nothing(user: User, small: Small) -> None:
    user.show(small(epochs=2))


def _one_run(user: User, small: Small) -> None:
    user.show(small(epochs=2))
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()


def _running(user: User, small: Small) -> None:
    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)


def _paused(user: User, small: Small) -> None:
    _running(user, small)
    user.key(Qt.Key.Key_Space)
    user.wait_for_hold()


def _all_hidden(user: User, small: Small) -> None:
    _one_run(user, small)
    user.window.run_list.hide_or_show_selected()


def _all_removed(user: User, small: Small) -> None:
    _one_run(user, small)
    user.window.run_list.remove_selected()


def _impossible(user: User, small: Small) -> None:
    user.show(small(epochs=2, penalty="l2", lambda_=0.1, batch_size=100))
    user.unfold("Training")
    user.type("Mini-batch m", "5000")


STATES = (_nothing, _one_run, _running, _paused, _all_hidden, _all_removed, _impossible)


def _close_dialogs() -> None:
    for dialog in QApplication.topLevelWidgets():
        if dialog.isVisible() and dialog.inherits("QDialog"):
            dialog.close()


@pytest.mark.drawn
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__[1:])
def test_every_action_can_be_done(user: User, small: Small, state: Callable[[User, Small], None]) -> None:
    state(user, small)
    actions = [
        action
        for action in user.window.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if action.objectName() and action.objectName() not in LEFT_OUT
    ]
    assert len(actions) > 50
    if state in (_all_hidden, _all_removed):
        undo = user.window.actions_by_name["undo_remove"]
        actions = actions[: actions.index(undo) + 1]  # which shows the run again: from there on, it is _one_run
    if state not in (_nothing, _running):
        actions = [action for action in actions if action.objectName() not in WHATEVER_RUNS]
    # Once runs begin, it is another state; and nothing is seen of what comes after a black screen.
    actions.sort(key=lambda action: (action.objectName() == "black", action.objectName() in BEGIN_RUNS))
    for action in actions:
        action.trigger()  # which does nothing if it is disabled
        QApplication.processEvents()
        _close_dialogs()
    user.window.control.stop()
    user.window.repeats.stop()
    user.wait(lambda: user.state is State.IDLE and not user.window.repeats.going_on and not user.window.file_jobs.busy)


def test_w_at_the_last_seed_begins_again_at_0(user: User, small: Small) -> None:
    user.show(small(seed=LARGEST_SEED))
    user.key(Qt.Key.Key_W)
    user.wait(lambda: user.history is not None)

    assert user.history.experiment.seed == 0


def test_f4_unfolds_the_list_to_let_a_run_be_renamed(user: User, small: Small) -> None:
    runs = user.window.run_list
    user.key(Qt.Key.Key_F8)
    user.key(Qt.Key.Key_F4)
    assert not runs.isVisible(), "there is none yet"
    user.key(Qt.Key.Key_F8)
    _one_run(user, small)
    user.key(Qt.Key.Key_F8)
    user.key(Qt.Key.Key_F9)
    assert not runs.isVisible()
    user.key(Qt.Key.Key_F4)
    assert runs.isVisible()
    assert user.window.actions_by_name["runs"].isChecked()
    (editor,) = runs.viewport().findChildren(QLineEdit)
    user.wait(editor.hasFocus)
    for key in (Qt.Key.Key_M, Qt.Key.Key_Return):
        user.key(key)

    assert [run.name for run in runs.runs()] == ["m"]


def test_an_impossible_number_starts_nothing_and_is_said_in_both_languages(user: User, small: Small) -> None:
    user.show(Experiment())
    user.unfold("Training")
    for press in (lambda: user.key(Qt.Key.Key_Space), lambda: user.click("start"), lambda: user.key(Qt.Key.Key_W)):
        user.window.message.forget()
        user.type_only("Epochs", "0")
        press()
        assert user.window.message.text() == (
            "Epochs: “0” is refused. It takes a whole number x with 1 ≤ x ≤ 100,000; 400 stays."
        )
        assert user.box("Epochs").text() == "400"
        assert user.state is State.IDLE
        assert user.history is None
        assert user.window.panel.value() == Experiment()
    user.window.setFocus()
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: "nepatří" in user.window.message.text())


REFUSED = [
    ("Epochs", "1e9", "“1e9” is refused. It takes a whole number x with 1 ≤ x ≤ 100,000"),
    ("Learning rate η", "0", "“0” is refused. It takes a number x with 0 < x ≤ 1000"),
    ("Learning rate η", "1e9", "“1e9” is refused. It takes a number x with 0 < x ≤ 1000"),
    ("Mini-batch m", "0", "“0” is refused. It takes a whole number x with 1 ≤ x ≤ 1,000,000"),
    ("Seed", "2147483648", "It takes a whole number x with 0 ≤ x ≤ 2,147,483,647"),
    ("Images n", "0", "“0” is refused. It takes a whole number x with 1 ≤ x ≤ 50,000"),
    ("Neurons 1", "", "“” is refused. It takes a whole number x with 1 ≤ x ≤ 2,000"),
    ("λ", "-1", "“-1” is refused. It takes a number x with x ≥ 0"),
    ("Dropout p", "1", "“1” is refused. It takes a number x with 0 ≤ x < 1"),
]


def test_every_box_of_the_panel_refuses_what_cannot_be(user: User) -> None:
    for group in ("Data", "Network", "Training"):
        user.unfold(group)
    user.choose("L2")
    before = user.window.panel.value()
    for name, typed, sentence in REFUSED:
        user.type_only(name, "")
        user.key(Qt.Key.Key_Delete)
        user.type_only(name, typed)
        user.key(Qt.Key.Key_Return)

        assert sentence in user.window.message.text()
        assert user.window.panel.value() == before
        assert user.box(name).hasFocus()


def test_a_refusal_is_out_of_date_when_the_box_takes_a_number(user: User) -> None:
    user.unfold("Training")
    for typed in ("0", "-1"):
        user.type("Epochs", typed)
        assert f"“{typed}”" in user.window.message.text()
    user.type("Epochs", "500")
    assert user.window.message.text() == ""
    user.type("Epochs", "0")
    user.window.message.tell(lambda: "Another one")
    user.type("Epochs", "600")
    assert user.window.message.text() == "Another one"


def test_what_is_typed_counts_for_enter_space_and_for_what_is_copied(user: User, small: Small) -> None:
    user.show(Experiment(training=TrainingSpec(epochs=3)))
    user.choose("L2")
    user.type_only("λ", "0.25")
    user.window.actions_by_name["copy_experiment"].trigger()
    assert "0.25" in QApplication.clipboard().text()

    user.type_only("λ", "0.5")
    user.key(Qt.Key.Key_Return)
    assert not user.box("λ").hasFocus()
    user.key(Qt.Key.Key_Space)
    user.wait(lambda: user.history is not None)
    assert user.history.experiment.regularization.lambda_ == 0.5
    user.key(Qt.Key.Key_Escape)
    user.wait_for_end()


def test_every_box_of_every_page_refuses_what_cannot_be_and_enter_decides_and_escape_restores(
    user: User, small: Small
) -> None:
    for box in _boxes_of_all_pages(user, small):
        name, before = box.accessibleName(), box.value()
        shown = box.text()
        for typed in ("1e999", "--1", ""):
            _type(user, box, typed, Qt.Key.Key_Return)
            assert f"{name}: “{typed}” is" in user.window.message.text()
            assert (box.value(), box.text()) == (before, shown)
        user.window.setFocus()

        other = box._bounded(box.minimum() if before > box.minimum() + box.singleStep() else box.maximum())
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
            _type(user, box, f"{other:.15g}", key)
            # Both keys give the keyboard back.
            assert not box.hasFocus(), name
            assert not isinstance(QApplication.focusWidget(), QAbstractSpinBox), name
            # The page may change the other number to keep it in order with its neighbour.
            assert (box.value() == before) == (key == Qt.Key.Key_Escape), name
        box.setValue(before)


def _type(user: User, box: ExactBox[Any], text: str, key: Qt.Key) -> None:
    user.focus(box)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClicks(box, text)
    QTest.keyClick(box, key)


def _boxes_of_all_pages(user: User, small: Small) -> Iterator[ExactBox[Any]]:
    """Train a run, and yield each number box that pages then show, one of each name."""
    user.show(small(images=1000, hidden=(10,), epochs=1))
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    tried = set()
    for view in _views(user):
        QApplication.processEvents()
        for box in view.findChildren(ExactBox):
            if box.isVisible() and box.isEnabled() and box.accessibleName() not in tried:
                tried.add(box.accessibleName())
                yield box
    assert len(tried) > 10
