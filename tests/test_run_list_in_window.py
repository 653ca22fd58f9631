"""The list of runs and the page about them in the window: the keys that a lecturer presses."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages.runs.runs_page import RunsPage
from nnreg_gui.running.run_control import State
from tests.conftest import User

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_runs_are_renamed_compared_removed_and_brought_back_by_keys(
    user: User, small: Callable[..., Experiment]
) -> None:
    runs = user.window.run_list
    for experiment in (small(epochs=2), small(epochs=2, penalty="l2", lambda_=1.0)):
        user.show(experiment)
        user.key(Qt.Key.Key_Space)
        user.wait_for_end()
    first, second = (run.history for run in runs.runs())

    # F4: what is typed goes into the name, Space, letters and Enter as well: nothing starts, nothing is hidden.
    user.key(Qt.Key.Key_F4)
    (editor,) = runs.viewport().findChildren(QLineEdit)
    QTest.keyClicks(editor, "with b h")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert [run.name for run in runs.runs()] == ["Off", "with b h"]
    assert user.state is State.IDLE
    assert runs.topLevelItemCount() == 2

    # B: the selected run is the baseline, and the page about the runs says so.
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
        (first, "Off", False),
        (second, "with b h", True),
    ]
    assert page.model.columnCount() == 2
