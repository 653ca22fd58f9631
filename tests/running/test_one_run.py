"""One run, started, paused, stepped, stopped, rewound and closed in every state and order, with a real engine."""

import multiprocessing
import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.training import test_accuracy as accuracy_on_the_test_images
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import live_run, mailboxes
from nnreg_gui.running.side_by_side import SideBySide, State
from tests.fixture_types import SameCurves, Small, Trained

WAIT = 10_000
A_SECOND = 1.0  # stopping should take 0.3 s; a slow machine is no fault
ENDLESS = 100_000  # epochs


class Listener:
    """Notes what a control says, in order."""

    def __init__(self, control: SideBySide) -> None:
        self.said: list[str] = []
        self.states: list[State] = []
        self.runs: list[RunHistory] = []
        self.problems: list[Problem] = []
        self._connections = (
            (control.state_changed, self._note_state),
            (control.started, self._note_start),
            (control.ended, self._note_end),
            (control.failed, self._note_problem),
        )
        for source, slot in self._connections:
            source.connect(slot)

    def leave(self) -> None:
        for source, slot in self._connections:
            source.disconnect(slot)

    def _note_state(self, state: State) -> None:
        self.states.append(state)

    def _note_start(self, history: RunHistory) -> None:
        self.said.append("started")
        self.runs.append(history)

    def _note_end(self, history: RunHistory) -> None:
        assert history is self.runs[-1]
        self.said.append("ended")

    def _note_problem(self, problem: Problem) -> None:
        self.said.append("failed")
        self.problems.append(problem)


@pytest.fixture(scope="module")
def shared_control(qapp: QApplication) -> Iterator[SideBySide]:
    control = SideBySide(resource_path())
    while control.engine_pid is None:  # it gets its process in the first turn of the event loop
        QCoreApplication.processEvents()
    yield control
    control.close()
    control.deleteLater()


@pytest.fixture
def control(shared_control: SideBySide) -> Iterator[SideBySide]:
    """An idle control with a warm engine process; a run that a test leaves is stopped."""
    yield shared_control
    shared_control.stop()


@pytest.fixture
def own_control(qapp: QApplication) -> Iterator[SideBySide]:
    """A control of the test's own, closed (again) at the end."""
    control = SideBySide(resource_path())
    yield control
    control.close()
    control.deleteLater()


@pytest.fixture
def heard(control: SideBySide) -> Iterator[Listener]:
    listener = Listener(control)
    yield listener
    listener.leave()


def _wait_for_end(qtbot: QtBot, control: SideBySide) -> None:
    qtbot.waitUntil(lambda: control.state is State.IDLE, timeout=WAIT)


def _wait_for_hold(qtbot: QtBot, control: SideBySide) -> None:
    qtbot.waitUntil(lambda: control.holds and control.state is State.PAUSED, timeout=WAIT)


def _wait_for_epoch(qtbot: QtBot, heard: Listener, epoch: int) -> None:
    qtbot.waitUntil(lambda: bool(heard.runs) and len(heard.runs[-1]) > epoch, timeout=WAIT)


def _kill_engine(qtbot: QtBot, control: SideBySide) -> None:
    pid = control.engine_pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: pid not in {child.pid for child in multiprocessing.active_children()}, timeout=WAIT)


# -------------------------------------------------------------------------------------------------------- curves


def test_a_run_gives_the_curves_of_a_run_without_a_window(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    experiment = small(images=300, hidden=(8, 6), epochs=10, penalty="l2", lambda_=0.3, dropout=0.2)
    control.start(experiment)
    _wait_for_end(qtbot, control)

    (history,) = heard.runs
    assert len(history) == 11
    assert same_curves(history, trained_on_all(experiment))
    assert history.test_accuracy == trained_on_all(experiment).test_accuracy
    assert heard.states == [State.RUNNING, State.IDLE]
    assert heard.said == ["started", "ended"]


def test_pauses_and_steps_leave_no_trace_in_the_curves(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    experiment = small(epochs=20, dropout=0.3)
    control.step(experiment)
    _wait_for_hold(qtbot, control)
    control.start(experiment)
    _wait_for_epoch(qtbot, heard, 3)
    control.pause()
    _wait_for_hold(qtbot, control)
    for _ in range(2):
        control.step(experiment)
        _wait_for_hold(qtbot, control)
    control.start(experiment)
    _wait_for_end(qtbot, control)

    (history,) = heard.runs
    assert len(history) == 21
    assert history.changes == []
    assert same_curves(history, trained_on_all(experiment))


def test_rewind_gives_the_same_curve_again(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small, same_curves: SameCurves
) -> None:
    experiment = small(epochs=10)
    control.start(experiment)
    _wait_for_end(qtbot, control)
    control.rewind(experiment)
    _wait_for_hold(qtbot, control)
    assert len(heard.runs[-1]) == 1
    control.start(experiment)
    _wait_for_end(qtbot, control)

    first, second = heard.runs
    assert len(first) == len(second) == 11
    assert same_curves(first, second)
    assert heard.said == ["started", "ended"] * 2


# ------------------------------------------------------------------------------------------------- pause and step


def test_a_pause_holds_until_the_user_asks(qtbot: QtBot, control: SideBySide, heard: Listener, small: Small) -> None:
    experiment = small(epochs=ENDLESS)
    control.start(experiment)
    _wait_for_epoch(qtbot, heard, 2)
    control.pause()
    assert control.state is State.PAUSED
    _wait_for_hold(qtbot, control)
    epochs = len(heard.runs[-1])
    with qtbot.assertNotEmitted(control.advanced, wait=150):
        assert control.holds
    assert len(heard.runs[-1]) == epochs

    control.start(experiment)
    assert not control.holds
    _wait_for_epoch(qtbot, heard, epochs)
    assert heard.said == ["started"]


def test_a_step_from_idle_trains_one_epoch(qtbot: QtBot, control: SideBySide, heard: Listener, small: Small) -> None:
    experiment = small(epochs=ENDLESS)
    for epoch in (1, 2, 3):
        control.step(experiment)
        assert control.state is State.RUNNING
        _wait_for_hold(qtbot, control)

        assert heard.runs[-1].column("epoch").tolist() == list(range(epoch + 1))
    assert heard.said == ["started"]


def test_a_step_in_the_middle_of_an_epoch_ends_it(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small
) -> None:
    experiment = small(images=50_000, epochs=3)
    control.start(experiment)
    qtbot.waitUntil(lambda: bool(heard.runs) and 0 < heard.runs[-1].epochs_done < 1, timeout=WAIT)
    control.pause()
    _wait_for_hold(qtbot, control)
    (history,) = heard.runs
    assert 0 < history.epochs_done < 1

    control.step(experiment)
    _wait_for_hold(qtbot, control)
    assert history.epochs_done == 1
    assert len(history) == 2


def test_a_step_in_a_running_run_pauses_it_after_the_epoch(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small
) -> None:
    experiment = small(epochs=ENDLESS)
    control.start(experiment)
    _wait_for_epoch(qtbot, heard, 2)
    control.step(experiment)
    _wait_for_hold(qtbot, control)

    assert heard.runs[-1].progress is None
    assert heard.said == ["started"]


@pytest.mark.usefixtures("patient")
def test_the_last_step_ends_the_run(qtbot: QtBot, control: SideBySide, heard: Listener, small: Small) -> None:
    experiment = small(epochs=2)
    control.step(experiment)
    _wait_for_hold(qtbot, control)
    control.step(experiment)
    _wait_for_end(qtbot, control)

    assert heard.runs[-1].finished
    assert heard.runs[-1].test_accuracy is not None


@pytest.mark.parametrize("at_last", ["pause", "start"])
def test_pausing_and_going_on_faster_than_the_engine_answers_ends_in_what_was_asked_last(
    qtbot: QtBot,
    control: SideBySide,
    heard: Listener,
    small: Small,
    trained_on_all: Trained,
    same_curves: SameCurves,
    at_last: str,
) -> None:
    experiment = small(epochs=20)
    control.start(experiment)
    for turn in range(15):
        control.pause()
        if turn % 3 == 0:
            QCoreApplication.processEvents()
        control.start(experiment)
        assert control.state is State.RUNNING
    if at_last == "pause":
        control.pause()
        _wait_for_hold(qtbot, control)
        epochs = len(heard.runs[-1])
        with qtbot.assertNotEmitted(control.advanced, wait=100):
            assert control.state is State.PAUSED
        assert len(heard.runs[-1]) == epochs < 21
        control.start(experiment)
    _wait_for_end(qtbot, control)

    assert len(heard.runs[-1]) == 21
    assert same_curves(heard.runs[-1], trained_on_all(experiment))
    assert heard.said == ["started", "ended"]


def test_a_pause_right_after_the_start_is_not_lost(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small
) -> None:
    control.start(small(epochs=ENDLESS))
    control.pause()
    _wait_for_hold(qtbot, control)

    assert len(heard.runs[-1]) <= 2


# ---------------------------------------------------------------------------------------------- changes in mid-run


def test_a_change_marks_the_history_while_running_while_paused_and_at_the_start(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small
) -> None:
    experiments = [
        replace(small(epochs=ENDLESS), regularization=RegularizationSpec(penalty="l2", lambda_=lambda_))
        for lambda_ in (0.1, 0.2, 0.3, 0.4)
    ]
    control.rewind(experiments[0])
    _wait_for_hold(qtbot, control)
    (history,) = heard.runs
    control.change(experiments[1])
    qtbot.waitUntil(lambda: len(history.changes) == 1, timeout=WAIT)
    assert control.holds
    control.step(experiments[1])
    qtbot.waitUntil(lambda: len(history) == 2 and control.holds, timeout=WAIT)
    control.change(experiments[2])
    qtbot.waitUntil(lambda: len(history.changes) == 2, timeout=WAIT)
    control.start(experiments[2])
    _wait_for_epoch(qtbot, heard, 3)
    control.change(experiments[3])
    qtbot.waitUntil(lambda: len(history.changes) == 3, timeout=WAIT)

    assert history.changes[:2] == [
        Changed(0.0, experiments[0], experiments[1]),
        Changed(1.0, experiments[1], experiments[2]),
    ]
    assert (history.changes[2].before, history.changes[2].after) == (experiments[2], experiments[3])
    assert history.changes[2].epoch >= 3
    assert control.state is State.RUNNING
    assert heard.said == ["started"]


def test_what_was_chosen_during_a_pause_takes_effect_when_it_goes_on(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small
) -> None:
    before, after = small(epochs=5), small(epochs=5, penalty="l1", lambda_=0.5)
    control.step(before)
    _wait_for_hold(qtbot, control)
    control.start(after)
    _wait_for_end(qtbot, control)

    assert heard.runs[-1].changes == [Changed(1.0, before, after)]
    assert (heard.runs[-1].column("penalty") > 0).tolist() == [False, False, True, True, True, True]


def test_a_change_that_needs_a_new_run_is_not_sent(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small
) -> None:
    experiment = small(epochs=ENDLESS)
    control.start(experiment)
    _wait_for_epoch(qtbot, heard, 1)
    for other in (small(epochs=ENDLESS, images=200), small(epochs=ENDLESS, seed=2), small(epochs=7)):
        assert not control.can_go_on_as(other)
        control.change(other)
    _wait_for_epoch(qtbot, heard, len(heard.runs[-1]) + 5)

    assert heard.runs[-1].changes == []
    assert heard.said == ["started"]


@pytest.mark.usefixtures("patient")
def test_starting_what_needs_a_new_run_ends_this_one_and_begins_another(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small
) -> None:
    control.start(small(epochs=ENDLESS))
    _wait_for_epoch(qtbot, heard, 1)
    control.start(small(epochs=3, hidden=(7,)))
    _wait_for_end(qtbot, control)

    assert heard.said == ["started", "ended", "started", "ended"]
    assert heard.runs[0].test_accuracy is not None
    assert heard.runs[1].finished


# ------------------------------------------------------------------------------------------------------------ stop


@pytest.mark.usefixtures("patient")
def test_stop_ends_a_small_run_at_once_with_its_test_accuracy(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small, digits: Digits
) -> None:
    experiment = small(epochs=ENDLESS)
    control.start(experiment)
    _wait_for_epoch(qtbot, heard, 3)
    pid, began = control.engine_pid, monotonic()
    control.stop()

    assert monotonic() - began < A_SECOND
    assert control.state is State.IDLE
    newest = heard.runs[-1].newest
    assert newest is not None
    assert heard.runs[-1].test_accuracy == accuracy_on_the_test_images(newest.parameters, experiment, digits)
    assert control.engine_pid == pid  # the process took no harm


@pytest.mark.parametrize("records", [0, 1])
def test_stop_ends_a_huge_network_at_once_too(
    qtbot: QtBot,
    control: SideBySide,
    heard: Listener,
    small: Small,
    monkeypatch: pytest.MonkeyPatch,
    records: int,
) -> None:
    """Both while the untrained network is measured, and in a mini-batch of 10,000 images."""
    monkeypatch.setattr(live_run, "_MILLISECONDS_TO_STOP", 20)  # less than these take anywhere
    huge = small(hidden=(2000,), images=1000, batch_size=1000, epochs=3)
    slow = small(hidden=(500,), images=10_000, batch_size=10_000, epochs=3)
    control.start(slow if records else huge)
    if records:
        _wait_for_epoch(qtbot, heard, 0)
    pid, known, began = control.engine_pid, len(heard.runs[-1]), monotonic()
    control.stop()

    assert monotonic() - began < A_SECOND
    assert control.state is State.IDLE
    assert heard.said == ["started", "ended"]
    assert len(heard.runs[-1]) >= known >= records  # its records so far are kept
    assert heard.runs[-1].test_accuracy is None
    assert control.engine_pid != pid
    control.start(small(epochs=1))
    _wait_for_end(qtbot, control)
    assert heard.runs[-1].finished


# ---------------------------------------------------------------------------------------------- every state and order


def test_everything_is_safe_when_there_is_no_run(control: SideBySide, heard: Listener, small: Small) -> None:
    control.pause()
    control.stop()
    control.change(small())

    assert control.state is State.IDLE
    assert not control.holds
    assert not control.can_go_on_as(small())
    assert heard.said == []


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_of_commands_leaves_a_control_that_works(
    qtbot: QtBot, own_control: SideBySide, small: Small, trained_on_all: Trained, same_curves: SameCurves, seed: int
) -> None:
    control, heard, chance = own_control, Listener(own_control), random.Random(seed)
    plain, other = small(epochs=20), small(epochs=10, hidden=(4,))
    changed = replace(plain, regularization=RegularizationSpec(penalty="l2", lambda_=1.0))
    commands: dict[str, Callable[[Experiment], None]] = {
        "start": control.start,
        "step": control.step,
        "rewind": control.rewind,
        "change": control.change,
        "pause": lambda _: control.pause(),
        "stop": lambda _: control.stop(),
        "close": lambda _: control.close(),
    }
    control.rewind(plain)
    _wait_for_hold(qtbot, control)  # or every stop would kill a process still reading its files
    for name in chance.choices(list(commands), weights=[6, 6, 1, 3, 6, 2, 0.2], k=60):
        commands[name](chance.choices([plain, changed, other], weights=[8, 3, 1])[0])
        if name in ("start", "step"):
            assert control.state is State.RUNNING
        if name in ("stop", "close"):
            assert control.state is State.IDLE
        match chance.randrange(3):
            case 0:
                QCoreApplication.processEvents()
            case 1:  # if a run is in progress, until it shows
                qtbot.waitSignal(control.advanced, timeout=40, raising=False).wait()
    control.stop()
    control.start(plain)
    _wait_for_end(qtbot, control)

    assert len(heard.runs[-1]) == 21
    assert heard.problems == []
    for run in filter(len, heard.runs):
        assert same_curves(run, trained_on_all(run.experiment))
    for before, after in pairwise(heard.states):
        assert before is not after


def test_after_closing_there_is_no_run_and_no_process_but_a_start_works(
    qtbot: QtBot, own_control: SideBySide, small: Small
) -> None:
    control, heard = own_control, Listener(own_control)
    control.start(small(epochs=ENDLESS))
    _wait_for_epoch(qtbot, heard, 1)
    pid = control.engine_pid
    control.close()

    assert control.state is State.IDLE
    assert not control.holds
    assert pid not in {child.pid for child in multiprocessing.active_children()}
    epochs = len(heard.runs[-1])
    with qtbot.assertNotEmitted(control.advanced, wait=100):
        assert epochs > 1
    control.close()
    control.start(small(epochs=1))
    _wait_for_end(qtbot, control)
    assert heard.runs[-1].finished


# ---------------------------------------------------------------------------------------------------- what goes wrong


def test_a_process_killed_in_mid_run_ends_the_run_with_a_sentence_and_the_next_start_works(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    control.start(small(epochs=ENDLESS))
    _wait_for_epoch(qtbot, heard, 3)
    pid = control.engine_pid
    _kill_engine(qtbot, control)
    _wait_for_end(qtbot, control)

    assert heard.said == ["started", "ended", "failed"]
    assert "ended unexpectedly" in str(heard.problems[0])
    assert len(heard.runs[0]) > 3
    assert heard.runs[0].test_accuracy is None
    experiment = small(epochs=5)
    control.start(experiment)
    _wait_for_end(qtbot, control)
    assert control.engine_pid != pid
    assert same_curves(heard.runs[1], trained_on_all(experiment))
    assert len(heard.problems) == 1


@pytest.mark.parametrize("paused", [False, True])
def test_a_process_killed_while_nothing_goes_on_does_not_keep_the_next_start_from_working(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small, paused: bool
) -> None:
    if paused:
        control.rewind(small(epochs=2))
        _wait_for_hold(qtbot, control)
    _kill_engine(qtbot, control)
    if paused:
        _wait_for_end(qtbot, control)
        assert heard.said == ["started", "ended", "failed"]
    control.start(small(epochs=2))
    _wait_for_end(qtbot, control)

    assert heard.runs[-1].finished
    assert len(heard.problems) == paused


@pytest.mark.parametrize("damage", ["missing", "cut off"])
def test_damaged_digits_are_one_clear_problem_at_every_start(
    qtbot: QtBot, tmp_path: Path, small: Small, damage: str
) -> None:
    if damage == "cut off":
        (tmp_path / "mnist").mkdir()
        for path in resource_path("mnist").glob("*.gz"):
            (tmp_path / "mnist" / path.name).write_bytes(path.read_bytes()[:5_000])
    control = SideBySide(tmp_path)
    heard = Listener(control)
    for starts in (1, 2):
        control.start(small())
        _wait_for_end(qtbot, control)

        assert heard.said == ["started", "ended", "failed"] * starts
        assert "train-images-idx3-ubyte.gz" in str(heard.problems[-1])
    control.close()
    control.deleteLater()


def test_a_run_that_diverges_is_a_problem_with_the_curves_kept(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small
) -> None:
    pid = control.engine_pid
    control.start(small(epochs=50, hidden=(20, 20, 20), activation="relu", learning_rate=1000.0))
    _wait_for_end(qtbot, control)

    assert heard.said == ["started", "ended", "failed"]
    assert "diverged" in str(heard.problems[0])
    assert len(heard.runs[0]) >= 1
    assert control.engine_pid == pid


@pytest.mark.parametrize("seed", [1, 2])
def test_a_process_killed_at_any_moment_costs_the_run_no_more_than_its_end(
    qtbot: QtBot,
    control: SideBySide,
    heard: Listener,
    small: Small,
    trained_on_all: Trained,
    same_curves: SameCurves,
    seed: int,
) -> None:
    """While it reads its files, trains, sends millions of weights, holds, or hears that it must stop."""
    chance, plain = random.Random(seed), small(epochs=20)
    experiment = small(epochs=ENDLESS, images=20, hidden=(1000, 500)) if seed % 2 else plain
    for times in range(1, 4):
        control.start(experiment)
        for _ in range(chance.randrange(4)):
            qtbot.waitSignal(control.advanced, timeout=300, raising=False).wait()
        if times == 2:
            control.pause()
        if control.state is not State.IDLE and control.engine_pid is not None:
            os.kill(control.engine_pid, signal.SIGKILL)
        if times == 3:
            control.stop()
        _wait_for_end(qtbot, control)
    control.start(plain)
    _wait_for_end(qtbot, control)

    assert heard.said.count("started") == heard.said.count("ended") == 4
    assert all("ended unexpectedly" in str(problem) for problem in heard.problems)
    assert same_curves(heard.runs[-1], trained_on_all(plain))
    assert len(heard.runs[-1]) == 21
    for run in heard.runs[:-1]:
        assert run.column("epoch").tolist() == list(range(len(run)))


# --------------------------------------------------------------------------------------- an engine that does not answer

stops = pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call an engine silent earlier, so that tests are quick."""
    monkeypatch.setattr(mailboxes, "SECONDS_OF_SILENCE", A_SECOND)


def _with_lambda(experiment: Experiment, lambda_: float) -> Experiment:
    return replace(experiment, regularization=RegularizationSpec(penalty="l2", lambda_=lambda_))


def _send(control: SideBySide, number: signal.Signals) -> int:
    pid = control.engine_pid
    assert pid is not None
    os.kill(pid, number)
    return pid


@stops
def test_a_thousand_changes_to_a_stopped_engine_wait_for_nobody_and_the_newest_is_what_counts(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small
) -> None:
    experiment = small(epochs=ENDLESS)
    control.start(experiment)
    _wait_for_epoch(qtbot, heard, 1)
    _send(control, signal.SIGSTOP)
    for step in range(1, 1001):
        control.change(_with_lambda(experiment, step / 1000))
    _send(control, signal.SIGCONT)
    (history,) = heard.runs
    qtbot.waitUntil(lambda: history.current_experiment == _with_lambda(experiment, 1.0), timeout=WAIT)
    _wait_for_epoch(qtbot, heard, len(history) + 2)

    assert control.state is State.RUNNING


@stops
def test_an_engine_that_does_not_answer_is_told_until_it_does_and_stop_ends_it(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small, impatient: None
) -> None:
    control.start(small(epochs=ENDLESS))
    _wait_for_epoch(qtbot, heard, 1)
    said: list[bool] = []
    control.state_changed.connect(lambda _: said.append(control.silent))
    stopped = _send(control, signal.SIGSTOP)
    qtbot.waitUntil(lambda: control.silent, timeout=WAIT)
    assert control.state is State.RUNNING
    _send(control, signal.SIGCONT)
    qtbot.waitUntil(lambda: not control.silent, timeout=WAIT)
    assert said[:2] == [True, False]

    _send(control, signal.SIGSTOP)
    qtbot.waitUntil(lambda: control.silent, timeout=WAIT)
    epochs = len(heard.runs[-1])
    control.stop()
    assert control.state is State.IDLE
    assert not control.silent
    assert heard.said == ["started", "ended"], "whoever asks for it is told of no problem"
    assert len(heard.runs[-1]) == epochs
    control.start(small(epochs=2))
    _wait_for_end(qtbot, control)
    assert heard.runs[-1].finished
    assert control.engine_pid != stopped
    qtbot.waitUntil(lambda: stopped not in {child.pid for child in multiprocessing.active_children()}, timeout=WAIT)


@stops
def test_an_engine_that_is_stopped_before_the_start_is_told_and_ended_too(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small, impatient: None
) -> None:
    stopped = _send(control, signal.SIGSTOP)
    control.rewind(small(epochs=2))
    qtbot.waitUntil(lambda: control.silent, timeout=WAIT)
    control.start(small(epochs=2, seed=2))  # another run: the one that has not begun is over
    _wait_for_end(qtbot, control)

    assert control.engine_pid != stopped
    assert heard.said == ["started", "ended", "started", "ended"]
    assert heard.runs[-1].finished


@stops
def test_a_pause_is_no_silence_but_an_unanswered_change_in_it_is(
    qtbot: QtBot, control: SideBySide, heard: Listener, small: Small, impatient: None
) -> None:
    experiment = small(epochs=ENDLESS)
    control.rewind(experiment)
    _wait_for_hold(qtbot, control)
    control.change(_with_lambda(experiment, 0.1))
    qtbot.waitUntil(lambda: len(heard.runs[-1].changes) == 1, timeout=WAIT)
    with qtbot.assertNotEmitted(control.state_changed, wait=1_200):
        assert not control.silent

    _send(control, signal.SIGSTOP)
    control.change(_with_lambda(experiment, 0.2))
    qtbot.waitUntil(lambda: control.silent, timeout=WAIT)
    _send(control, signal.SIGCONT)
    qtbot.waitUntil(lambda: not control.silent, timeout=WAIT)
    assert control.state is State.PAUSED
