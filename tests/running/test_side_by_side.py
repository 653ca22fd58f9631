"""Two runs training side by side in two engine processes, controlled together."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import AugmentationSpec, RegularizationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import mailboxes
from nnreg_gui.running.side_by_side import SideBySide, State
from tests.fixture_types import SameCurves, Small, Trained

WAIT = 10_000
ENDLESS = 100_000


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[SideBySide]:
    control = SideBySide(resource_path())
    control.prepare_companion()
    while control.engine_pid is None or control.companion_pid is None:  # they get them when the event loop turns
        QCoreApplication.processEvents()
    yield control
    control.close()
    control.deleteLater()


@pytest.fixture
def control(shared: SideBySide) -> Iterator[SideBySide]:
    yield shared
    shared.stop()


@pytest.fixture
def runs(control: SideBySide) -> Iterator[list[RunHistory]]:
    """The runs, in the order in which they begin."""
    begun: list[RunHistory] = []
    control.started.connect(begun.append)
    yield begun
    control.started.disconnect(begun.append)


def test_without_a_companion_it_is_one_run(
    qtbot: QtBot, control: SideBySide, runs: list[RunHistory], small: Small
) -> None:
    control.start(small(epochs=3))
    qtbot.waitUntil(lambda: control.state is State.IDLE, timeout=WAIT)

    assert [len(run) for run in runs] == [4]


@pytest.mark.usefixtures("patient")
def test_both_give_the_curves_that_they_give_alone(
    qtbot: QtBot,
    control: SideBySide,
    runs: list[RunHistory],
    small: Small,
    trained_on_all: Trained,
    same_curves: SameCurves,
) -> None:
    with_penalty = small(epochs=8, penalty="l2", lambda_=0.5)
    control.start(with_penalty, with_penalty.unregularized)
    qtbot.waitUntil(lambda: control.state is State.IDLE, timeout=WAIT)

    assert [run.experiment for run in runs] == [with_penalty.unregularized, with_penalty]
    assert all(same_curves(run, trained_on_all(run.experiment)) for run in runs)
    assert all(run.test_accuracy is not None for run in runs)
    assert control.engine_pid != control.companion_pid


def test_they_grow_pause_step_go_on_and_stop_together(
    qtbot: QtBot, control: SideBySide, runs: list[RunHistory], small: Small
) -> None:
    experiment = small(epochs=ENDLESS, penalty="l2", lambda_=0.5)
    control.start(experiment, experiment.unregularized)
    qtbot.waitUntil(lambda: all(len(run) > 2 for run in runs), timeout=WAIT)
    control.pause()
    assert control.state is State.PAUSED
    qtbot.waitUntil(lambda: control.holds, timeout=WAIT)
    epochs = [len(run) for run in runs]

    control.step(experiment)
    qtbot.waitUntil(lambda: control.state is State.PAUSED and control.holds, timeout=WAIT)
    assert [len(run) for run in runs] == [count + 1 for count in epochs]
    control.start(experiment)
    qtbot.waitUntil(lambda: all(len(run) > count + 3 for run, count in zip(runs, epochs, strict=True)), timeout=WAIT)
    control.stop()
    assert control.state is State.IDLE
    assert len(runs) == 2, "going on begins nothing"
    timers = control.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert not any(timer.isActive() for timer in timers), "nothing is collected any more"


def test_a_change_in_mid_run_is_the_leading_runs_alone(
    qtbot: QtBot, control: SideBySide, runs: list[RunHistory], small: Small
) -> None:
    experiment = small(epochs=ENDLESS, penalty="l2", lambda_=0.5)
    control.start(experiment, experiment.unregularized)
    qtbot.waitUntil(lambda: all(len(run) > 1 for run in runs), timeout=WAIT)
    stronger = replace(experiment, regularization=RegularizationSpec(penalty="l2", lambda_=1))
    control.change(stronger)
    companion, lead = runs
    qtbot.waitUntil(lambda: lead.current_experiment == stronger, timeout=WAIT)

    assert companion.changes == []


def test_when_the_leading_run_is_over_the_other_one_pauses_and_goes_on_alone(
    qtbot: QtBot, control: SideBySide, runs: list[RunHistory], small: Small
) -> None:
    short, long = small(epochs=2, penalty="l2", lambda_=0.5), small(epochs=ENDLESS)
    control.start(short, long)
    companion, lead = runs
    qtbot.waitUntil(lambda: lead.test_accuracy is not None, timeout=WAIT)
    assert control.state is State.RUNNING
    assert control.can_go_on_as(short)
    assert not control.can_go_on_as(small(epochs=3))
    control.pause()
    qtbot.waitUntil(lambda: control.holds, timeout=WAIT)
    epochs = len(companion)
    control.start(short)
    qtbot.waitUntil(lambda: len(companion) > epochs, timeout=WAIT)
    assert len(runs) == 2

    control.start(small(epochs=3))
    assert len(runs) == 3, "another experiment begins anew, and ends what went on"
    qtbot.waitUntil(lambda: control.state is State.IDLE, timeout=WAIT)


def test_rewind_shows_both_untrained(qtbot: QtBot, control: SideBySide, runs: list[RunHistory], small: Small) -> None:
    experiment = small(epochs=ENDLESS, penalty="l1", lambda_=0.1)
    control.rewind(experiment, experiment.unregularized)
    qtbot.waitUntil(lambda: control.state is State.PAUSED and control.holds, timeout=WAIT)

    assert [len(run) for run in runs] == [1, 1]


def test_what_is_compared_with_has_neither_penalty_nor_dropout_nor_augmentation(small: Small) -> None:
    experiment = replace(
        small(penalty="l2", lambda_=0.5, dropout=0.2, seed=3), augmentation=AugmentationSpec(rotation=15)
    )

    assert experiment.unregularized == small(seed=3)
    assert small().unregularized == small()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process")
@pytest.mark.parametrize("which", ["engine_pid", "companion_pid"])
def test_one_engine_that_does_not_answer_is_told_and_stop_ends_both_runs(
    qtbot: QtBot, control: SideBySide, runs: list[RunHistory], small: Small, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    monkeypatch.setattr(mailboxes, "SECONDS_OF_SILENCE", 1.0)
    experiment = small(epochs=ENDLESS, penalty="l2", lambda_=0.5)
    control.start(experiment, experiment.unregularized)
    qtbot.waitUntil(lambda: all(len(run) > 2 for run in runs), timeout=WAIT)
    stopped = getattr(control, which)
    silent: list[bool] = []
    control.state_changed.connect(lambda _: silent.append(control.silent))
    os.kill(stopped, signal.SIGSTOP)
    qtbot.waitUntil(lambda: True in silent, timeout=WAIT)
    control.stop()

    assert control.state is State.IDLE
    assert not control.silent
    control.start(small(epochs=1, penalty="l2", lambda_=0.5), small(epochs=1))
    qtbot.waitUntil(lambda: control.state is State.IDLE, timeout=WAIT)
    assert [len(run) for run in runs[2:]] == [2, 2]
    assert stopped not in (control.engine_pid, control.companion_pid)
