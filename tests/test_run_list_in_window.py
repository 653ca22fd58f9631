"""The list of runs and its page in the window: the keys that a lecturer presses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.pages.runs.runs_page import RunsPage
from nnreg_gui.plots.style import fainter, run_colour
from nnreg_gui.running.side_by_side import State
from tests.conftest import User
from tests.fixture_types import Small, Trained

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_runs_are_renamed_compared_removed_and_brought_back_by_keys(user: User, small: Small) -> None:
    runs = user.window.run_list
    for experiment in (small(epochs=2), small(epochs=2, penalty="l2", lambda_=1.0)):
        user.show(experiment)
        user.key(Qt.Key.Key_Space)
        user.wait_for_end()
    first, second = (run.history for run in runs.runs())

    # F4: typing goes into the name, even Space, letters and Enter: nothing starts, nothing is hidden.
    user.key(Qt.Key.Key_F4)
    (editor,) = runs.viewport().findChildren(QLineEdit)
    QTest.keyClicks(editor, "with b h")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert [run.name for run in runs.runs()] == ["No regularization", "with b h"]
    assert user.state is State.IDLE
    assert runs.topLevelItemCount() == 2
    assert user.window.focusWidget() is None, "digits are the page's again"

    # B: the selected run becomes the baseline, and the page about the runs says so.
    user.key(Qt.Key.Key_B)
    user.key(Qt.Key.Key_7, ALT)
    page = user.window.tabs.page
    assert isinstance(page, RunsPage)
    assert page.model.headerData(1, Qt.Orientation.Horizontal) == "2  ◆ with b h"
    assert page.model.columnCount() == 2

    # Del and Ctrl+Z.
    user.key(Qt.Key.Key_Delete)
    assert [run.history for run in runs.runs()] == [first]
    assert page.model.columnCount() == 1
    user.key(Qt.Key.Key_Z, CTRL)
    assert [(run.history, run.name, run.baseline) for run in runs.runs()] == [
        (first, "No regularization", False),
        (second, "with b h", True),
    ]
    assert page.model.columnCount() == 2


def test_ctrl_q_quits_while_a_name_is_typed_and_keeps_it(user: User, small: Small) -> None:
    user.show(small(epochs=1))
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    user.key(Qt.Key.Key_F4)
    (editor,) = user.window.run_list.viewport().findChildren(QLineEdit)
    QTest.keyClicks(editor, "mine")
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    QTest.keyClicks(editor, "my own")
    user.key(Qt.Key.Key_Q, CTRL, at=editor)

    assert not user.window.isVisible()
    assert [run.name for run in user.window.run_list.runs()] == ["my own"], "Ctrl+Z undoes in the name"


def _click_row(runs: RunList, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    runs.scrollToItem(runs.topLevelItem(row))
    place = runs.visualItemRect(runs.topLevelItem(row)).center()
    QTest.mouseClick(runs.viewport(), Qt.MouseButton.LeftButton, modifier, place)


@pytest.fixture
def five(user: User, small: Small, trained: Trained) -> list[RunHistory]:
    """Five runs in the list, the last of them selected."""
    histories = [trained(small(epochs=2, hidden=(2,), seed=seed)) for seed in range(1, 6)]
    for history in histories:
        user.window.run_list.add_finished(history)
    return histories


def test_keys_act_on_all_selected_runs_on_the_others_or_on_all_and_undo_brings_all_back(
    user: User, five: list[RunHistory]
) -> None:
    runs = user.window.run_list
    _click_row(runs, 1)
    _click_row(runs, 3, Qt.KeyboardModifier.ShiftModifier)
    user.key(Qt.Key.Key_H)
    assert [run.history for run in runs.runs()] == [five[0], five[4]]
    user.key(Qt.Key.Key_H)
    assert len(runs.runs()) == 5

    _click_row(runs, 2, CTRL)  # no longer selected
    user.key(Qt.Key.Key_Delete)
    assert [run.history for run in runs.runs()] == [five[0], five[2], five[4]]
    assert runs.selected() in (five[0], five[2], five[4])
    user.key(Qt.Key.Key_Z, CTRL)
    assert [(run.history, run.number) for run in runs.runs()] == list(zip(five, range(1, 6), strict=True))
    user.key(Qt.Key.Key_H)
    assert [run.history for run in runs.runs()] == [five[0], five[2], five[4]], "those that are back are selected"
    user.key(Qt.Key.Key_H)

    _click_row(runs, 1)
    user.key(Qt.Key.Key_H, CTRL)
    assert [run.history for run in runs.runs()] == [five[1]], "the others are hidden"
    user.key(Qt.Key.Key_H, CTRL)
    assert [run.history for run in runs.runs()] == five

    user.key(Qt.Key.Key_X, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert runs.topLevelItemCount() == 0
    assert user.window.tabs.page.isVisible()
    user.key(Qt.Key.Key_Z, CTRL)
    assert [run.history for run in runs.runs()] == five


def test_digits_lead_to_a_run_while_the_list_has_the_focus(user: User, five: list[RunHistory]) -> None:
    runs = user.window.run_list
    user.window.tabs.open_page("shrinking")
    view = user.window.tabs.page.grab().toImage()
    user.key(Qt.Key.Key_3, at=runs)
    assert runs.selected() is five[2]
    user.key(Qt.Key.Key_9)
    assert runs.selected() is five[2], "there is no such run"
    assert user.window.tabs.page.grab().toImage() == view, "no other view was chosen"
    user.window.setFocus()
    user.key(Qt.Key.Key_2)
    assert runs.selected() is five[2]


def test_three_runs_stand_out_in_their_own_colours_and_z_draws_the_selected_one_and_the_baseline_alone(
    user: User, five: list[RunHistory]
) -> None:
    runs, plot = user.window.run_list, user.window.learning.accuracy
    _click_row(runs, 1)
    user.key(Qt.Key.Key_B)
    _click_row(runs, 0)
    assert [run.strong for run in runs.runs()] == [True, True, False, False, True]
    palette, ground = plot.palette(), plot.style_of_plot.background
    pens = {run.number: plot._curves[run.histories, "validation_accuracy"].opts["pen"] for run in runs.runs()}
    for number in (1, 2, 5):
        assert pens[number].color() == run_colour(number, palette)
    for number in (3, 4):
        assert pens[number].color() == fainter(run_colour(number, palette), ground)
        assert pens[number].widthF() < 0.7 * pens[1].widthF()

    _click_row(runs, 3)
    user.key(Qt.Key.Key_Z)
    assert [run.history for run in runs.runs()] == [five[1], five[3]]
    user.key(Qt.Key.Key_1)
    assert [run.history for run in runs.runs()] == [five[0], five[1]], "whichever is selected"
    user.key(Qt.Key.Key_Z)
    assert [run.history for run in runs.runs()] == five
