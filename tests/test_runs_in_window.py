"""Runs in the window: side by side, repeated, looked back at, saved, recovered and exported."""

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment, StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.stopping.stopping_page import StoppingPage
from nnreg_gui.running.side_by_side import State
from nnreg_gui.widgets.texts import whole_text
from nnreg_gui.window.main_window import MainWindow
from tests.conftest import User
from tests.fixture_types import Small, Trained

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LONG = 60_000
ENDLESS = 100_000


def _train(user: User, experiment: Experiment) -> RunHistory:
    user.show(experiment)
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    assert user.history is not None
    return user.history


def _drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    no_key = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_key))


def _answer_dialog(window: MainWindow, path: Path) -> None:
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


# -------------------------------------------------------------------------------------------------- several at a time


@pytest.mark.usefixtures("patient")
def test_c_and_space_train_with_and_without_side_by_side(user: User, small: Small) -> None:
    experiment = small(epochs=ENDLESS, penalty="l2", lambda_=0.5)
    user.show(experiment)
    user.key(Qt.Key.Key_C)
    user.key(Qt.Key.Key_Space)
    runs = user.window.run_list.runs()
    assert [run.history.experiment for run in runs] == [experiment.unregularized, experiment]
    assert runs[1].selected
    user.wait(lambda: all(len(run.history) > 2 for run in runs))
    assert all(run.live for run in user.window.run_list.runs())

    user.key(Qt.Key.Key_Space)
    user.wait_for_hold()
    user.key(Qt.Key.Key_Escape)
    user.wait_for_end()
    assert [run.live for run in user.window.run_list.runs()] == [False, False]
    assert all(run.history.test_accuracy is not None for run in runs)

    _train(user, small(epochs=2))
    assert len(user.window.run_list.runs()) == 3, "without regularization there is nothing to compare with"


def test_c_trains_no_second_run_of_what_is_in_the_list(user: User, small: Small) -> None:
    """Its curves would be the same in another colour."""
    without = _train(user, small(epochs=3))
    user.key(Qt.Key.Key_H)
    assert user.window.run_list.runs() == []
    user.key(Qt.Key.Key_C)
    regularized = _train(user, small(epochs=3, penalty="l2", lambda_=0.5))
    runs = user.window.run_list.runs()
    assert [run.history for run in runs] == [without, regularized], "what is compared is shown"

    other_seed = small(epochs=3, penalty="l2", lambda_=0.5, seed=9)
    user.show(other_seed)
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    seeds = [(run.history.experiment.regularization.penalty, run.history.experiment.seed)
             for run in user.window.run_list.runs()][2:]  # fmt: skip
    assert seeds == [("none", 9), ("l2", 9)], "which is another experiment"

    user.key(Qt.Key.Key_Backspace)
    assert len(user.window.run_list.runs()) == 5, "nor when it is rewound"


def test_c_trains_no_second_run_where_only_a_lambda_that_is_off_differs(user: User, small: Small) -> None:
    l2 = small(epochs=2, penalty="l2", lambda_=0.5)
    user.show(l2)
    user.key(Qt.Key.Key_J)  # which leaves λ in its box
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    off = user.history
    assert off.experiment.regularization.lambda_ == 0.5
    assert off.experiment.regularization.is_off
    user.key(Qt.Key.Key_C)
    user.key(Qt.Key.Key_K)
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()

    assert [run.history for run in user.window.run_list.runs()] == [off, user.history]
    assert user.history.experiment == l2


def test_m_trains_five_seeds_as_one_entry_with_mean_and_spread(user: User, small: Small) -> None:
    user.show(small(epochs=3))
    user.key(Qt.Key.Key_M)
    assert user.window.repeats.going_on
    assert "5 seeds" in user.window.sentence.text()
    assert user.button("stop").isEnabled()
    user.wait(lambda: not user.window.repeats.going_on, LONG)

    (run,) = user.window.run_list.runs()
    assert sorted(one.experiment.seed for one in run.histories) == [1, 2, 3, 4, 5]
    final = [one.column("validation_accuracy")[-1] for one in run.histories]
    assert f"{100 * np.mean(final):.1f}" in user.window.learning.tiles["validation"].accessibleDescription()
    assert not user.button("stop").isEnabled()

    # The progress is that of the seeds while they are trained.
    _train(user, small(epochs=3))
    bar = user.window.progress.findChild(QProgressBar)
    assert "Epoch 3 of 3" in _progress(user)
    assert bar.value() == bar.maximum()
    user.show(small(epochs=2_000))
    user.key(Qt.Key.Key_M)
    assert "Seeds: 0 of 5" in _progress(user)
    assert bar.value() == 0, "nothing of the run before"
    user.wait(lambda: 0 < bar.value() < bar.maximum(), LONG)
    assert "Seeds: 0 of 5" in _progress(user), "it moves before the first is over"
    user.key(Qt.Key.Key_Escape)
    user.wait(lambda: not user.window.repeats.going_on)
    assert "Epoch 3 of 3" in _progress(user)
    assert len(user.window.run_list.runs()) == 2, "what was not trained to the end is not listed"


def _progress(user: User) -> str:
    return " | ".join(label.text() for label in user.window.progress.findChildren(QLabel))


def test_a_killed_engine_in_a_pair_ends_its_run_alone_with_a_sentence(user: User, small: Small) -> None:
    user.show(small(epochs=ENDLESS, penalty="l2", lambda_=0.5))
    user.key(Qt.Key.Key_C)
    user.key(Qt.Key.Key_Space)
    companion, lead = (run.history for run in user.window.run_list.runs())
    user.wait(lambda: len(companion) > 2 and len(lead) > 2)
    epochs = len(companion)
    os.kill(user.window.control.companion_pid, signal.SIGKILL)
    user.wait(lambda: user.window.message.text() != "")

    assert len(companion) >= epochs, "its curves are kept"
    assert [run.live for run in user.window.run_list.runs()] == [False, True]
    assert user.state is State.RUNNING
    user.key(Qt.Key.Key_Escape)
    assert user.state is State.IDLE


def test_what_is_said_of_a_run_in_progress_is_the_companions_once_only_that_goes_on(user: User, small: Small) -> None:
    user.show(small(epochs=ENDLESS, penalty="l2", lambda_=0.5))
    user.key(Qt.Key.Key_C)
    user.key(Qt.Key.Key_Space)
    companion, lead = (run.history for run in user.window.run_list.runs())
    user.wait(lambda: len(companion) > 2 and len(lead) > 2)
    os.kill(user.window.control.engine_pid, signal.SIGKILL)
    user.wait(lambda: user.window.message.text() != "")
    user.wait(lambda: len(companion) > len(lead) + 5)
    user.key(Qt.Key.Key_P)
    user.wait(lambda: user.window.control.holds)

    epoch = companion.progress.epoch if companion.progress is not None else len(companion) - 1
    assert f"Epoch {whole_text(epoch)} of" in _progress(user)
    epoch = round(companion.epochs_done)
    user.key(Qt.Key.Key_1, CTRL)
    assert f"stopped at epoch {whole_text(epoch)} and" in user.window.sentence.text()


# ------------------------------------------------------------------------------------------------------ looking back


def test_a_run_is_looked_back_at_and_its_race_of_rules_chooses_one_for_the_panel(user: User, small: Small) -> None:
    history = _train(user, small(epochs=30))
    window = user.window
    assert window.epochs.isVisible()
    latest = window.learning.tiles["training"].accessibleDescription()
    for _ in range(30):
        user.key(Qt.Key.Key_Left, SHIFT)
    assert window.run_list.runs()[0].record is history.initial
    assert window.learning.tiles["training"].accessibleDescription() != latest
    user.key(Qt.Key.Key_E)
    assert window.run_list.runs()[0].record is history.newest
    assert window.learning.tiles["training"].accessibleDescription() == latest

    user.key(Qt.Key.Key_5, ALT)
    page = window.tabs.page
    assert isinstance(page, StoppingPage)
    user.wait(page.use.isVisible)
    user.key(Qt.Key.Key_U)
    user.wait(lambda: window.panel.value().training.stopping.rule == "no_improvement")
    assert window.panel.value().training.epochs == 30, "nothing else has changed"


def test_a_run_that_a_rule_stops_uses_the_network_of_its_best_epoch(user: User, small: Small) -> None:
    experiment = small(epochs=1000)
    stopping = StoppingSpec(rule="no_improvement", parameter=3)
    history = _train(user, replace(experiment, training=replace(experiment.training, stopping=stopping)))

    assert history.stopped is not None
    best = history.stopped.best.epoch
    assert best == history.stopped.epoch - 3
    assert user.window.run_list.runs()[0].record is history.stopped.best
    assert str(best) in user.window.sentence.text()
    assert str(history.stopped.epoch) in user.window.sentence.text()


# ------------------------------------------------------------------------------------------ files and the clipboard


def test_a_session_goes_to_a_file_and_is_dropped_onto_another_window_which_loses_nothing_by_a_bad_one(
    user: User, open_window: Callable[..., MainWindow], small: Small, tmp_path: Path
) -> None:
    path = tmp_path / "day.nnreg-session"
    for penalty in ("none", "l2"):
        _train(user, small(epochs=3, penalty=penalty, lambda_=0.5))
    user.key(Qt.Key.Key_S, CTRL | SHIFT)
    _answer_dialog(user.window, path)
    user.wait(lambda: str(path) in user.window.notice.text())

    other = open_window()
    _drop(other, path)
    user.wait(lambda: len(other.run_list.runs()) == 2)
    for before, after in zip(user.window.run_list.runs(), other.run_list.runs(), strict=True):
        assert after.history.experiment == before.history.experiment
        assert np.array_equal(after.history.rows, before.history.rows)
        assert after.name == before.name

    histories = [run.history for run in other.run_list.runs()]
    path.write_bytes(path.read_bytes()[:-200])
    other.message.forget()
    _drop(other, path)
    user.wait(lambda: other.message.text() != "")
    assert "damaged or cut off" in other.message.text()
    assert [run.history for run in other.run_list.runs()] == histories


def test_ctrl_e_writes_the_shown_curves_ctrl_p_the_page_and_a_plots_menu_copies_its_picture(
    user: User, small: Small, tmp_path: Path
) -> None:
    _train(user, small(epochs=2))
    hidden = _train(user, small(epochs=4))
    user.key(Qt.Key.Key_H)
    assert hidden not in [run.history for run in user.window.run_list.runs()]
    path = tmp_path / "curves.csv"
    user.key(Qt.Key.Key_E, CTRL)
    _answer_dialog(user.window, path)
    user.wait(path.exists)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + 3
    assert "validation_accuracy" in lines[0]

    plot, tabs = user.window.learning.accuracy, user.window.tabs
    where = plot.mapTo(tabs, plot.rect().center())
    tabs.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, tabs.mapToGlobal(where)))
    menu = tabs.findChild(QMenu)
    assert menu is not None
    menu.actions()[1].trigger()
    menu.close()
    image = QGuiApplication.clipboard().image()
    assert 2 * plot.width() <= image.width() < 2 * user.window.learning.width(), "the plot alone, at 2×"
    colours = {image.pixel(QPoint(x, y)) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 5, "it is not blank"

    path = tmp_path / "page.png"
    user.window.activateWindow()
    user.wait(user.window.isActiveWindow)
    user.key(Qt.Key.Key_P, CTRL)
    _answer_dialog(user.window, path)
    user.wait(path.exists)
    assert QImage(str(path)).width() >= 2 * user.window.learning.width()


def test_an_experiment_is_copied_as_a_line_and_pasted(user: User, small: Small) -> None:
    experiment = small(epochs=7, penalty="l1", lambda_=0.25)
    user.show(experiment)
    user.key(Qt.Key.Key_C, CTRL | SHIFT)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1
    user.show(small())
    user.key(Qt.Key.Key_V, CTRL | SHIFT)
    assert user.window.panel.value() == experiment

    QGuiApplication.clipboard().setText("no experiment at all")
    user.key(Qt.Key.Key_V, CTRL | SHIFT)
    assert user.window.message.text() != ""
    assert user.window.panel.value() == experiment


# --------------------------------------------------------------------------------------------- the next program's start


def _crash(window: MainWindow, user: User, tmp_path: Path) -> None:
    """Leave what a power cut would leave of a window with a run."""
    base, copy = tmp_path / "autosave", tmp_path / "left"
    user.wait(lambda: window.kept_runs._autosave is not None and not window.kept_runs._autosave._files.busy)
    shutil.copytree(base, copy)
    for lock in copy.glob("*/*lock*"):
        lock.unlink()
    window.close()
    shutil.rmtree(base)
    copy.rename(base)


def test_what_a_program_had_when_it_was_quit_is_offered_and_shown_by_a_click(
    open_window: Callable[..., MainWindow], qtbot: QtBot, small: Small
) -> None:
    first = open_window()
    user = User(first, qtbot)
    history = _train(user, small(epochs=3))
    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(2)
    user.key(Qt.Key.Key_Q, CTRL)
    assert not first.isVisible(), "nothing is asked"

    again = open_window()
    qtbot.waitUntil(lambda: again.offer.text() != "", timeout=10_000)
    assert again.offer.text() == "Runs kept from last time: 2."
    assert again.message.text() == ""
    assert again.run_list.runs() == []
    User(again, qtbot).key(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: again.offer.text() == "Běhy uchované z minula: 2.")
    (show,) = again.offer.findChildren(QPushButton)
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert again.offer.text() == ""
    finished, stopped = (run.history for run in again.run_list.runs())
    assert np.array_equal(finished.rows, history.rows)
    assert len(stopped) > 2


def test_an_offer_stays_while_one_trains_and_is_there_again_where_it_was_not_answered(
    open_window: Callable[..., MainWindow], qtbot: QtBot, small: Small
) -> None:
    first = open_window()
    _train(User(first, qtbot), small(epochs=2))
    first.close()
    second = open_window()
    qtbot.waitUntil(lambda: second.offer.text() != "", timeout=10_000)
    _train(User(second, qtbot), small(epochs=2))
    assert second.offer.isVisible()
    second.close()
    third = open_window()
    qtbot.waitUntil(lambda: third.offer.text() == "Runs kept from last time: 2.", timeout=10_000)
    (close,) = [button for button in third.offer.findChildren(QToolButton) if button.isVisible()]
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert third.offer.text() == ""
    history = _train(User(third, qtbot), small(epochs=4))
    third.close()
    fourth = open_window()
    qtbot.waitUntil(lambda: fourth.offer.text() == "Runs kept from last time: 1.", timeout=10_000)
    (show,) = fourth.offer.findChildren(QPushButton)
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)

    assert np.array_equal(fourth.run_list.runs()[0].history.rows, history.rows)


def test_runs_and_seeds_and_runs_of_pages_survive_a_crash_that_comes_at_once(
    open_window: Callable[..., MainWindow], qtbot: QtBot, small: Small, trained: Trained, tmp_path: Path
) -> None:
    crashed = open_window()
    user = User(crashed, qtbot)
    history = _train(user, small(epochs=3))
    user.wait(lambda: crashed.kept_runs._autosave is not None)
    crashed.kept_runs._autosave._timer.setInterval(2**30)  # the slow clock never ticks
    user.show(small(epochs=2))
    user.key(Qt.Key.Key_M)
    user.wait(lambda: not crashed.repeats.going_on, LONG)
    crashed.tabs.open_page("ensemble")
    crashed.tabs.page.run_trained.emit(trained(small(epochs=2, seed=7)))
    crashed.tabs.page.repeats_trained.emit([trained(small(epochs=2, seed=seed)) for seed in (8, 9)])
    user.wait(lambda: not crashed.kept_runs._autosave._files.busy)
    _crash(crashed, user, tmp_path)

    again = open_window()
    qtbot.waitUntil(lambda: len(again.run_list.runs()) == 4, timeout=10_000)
    assert np.array_equal(again.run_list.runs()[0].history.rows, history.rows)
    seeds = [sorted(one.experiment.seed for one in run.histories) for run in again.run_list.runs()]
    assert seeds == [[1], [1, 2, 3, 4, 5], [7], [8, 9]]
    assert again.message.text() != ""
    assert again.offer.text() == ""
