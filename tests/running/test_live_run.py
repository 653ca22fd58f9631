"""A run in progress: it fills its history and says when it is over."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec, StoppingSpec
from nnreg_gui.engine.problems import Problem
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.engine_keeper import EngineKeeper
from nnreg_gui.running.engine_messages import Start
from nnreg_gui.running.engine_process import EngineProcess
from nnreg_gui.running.live_run import LiveRun
from tests.fixture_types import SameCurves, Small, Trained

WAIT = 10_000

Begin = Callable[..., LiveRun]


@pytest.fixture(scope="module")
def keeper(qapp: QApplication) -> Iterator[EngineKeeper]:
    """A process shared by all tests here, replaced if a run was too slow to stop on a busy machine."""
    keeper = EngineKeeper(resource_path())
    keeper.engine()
    assert keeper.pid is not None  # waits for it: a process that begins later would be left behind by the first test
    yield keeper
    keeper.close()


@pytest.fixture
def clock(qapp: QApplication) -> Iterator[QTimer]:
    """The clock on which runs are collected."""
    clock = QTimer(qapp, interval=30)
    clock.start()
    yield clock
    clock.stop()
    clock.deleteLater()


@pytest.fixture
def begin(keeper: EngineKeeper, clock: QTimer) -> Iterator[Begin]:
    """Begin runs, each once the previous one is over; stop the last one at the end."""
    runs: list[LiveRun] = []

    def begin(experiment: Experiment, epochs: int | None = None) -> LiveRun:
        runs.append(LiveRun(keeper.engine(), Start(experiment, epochs), clock))
        return runs[-1]

    yield begin
    for run in runs:
        run.stop()
        run.deleteLater()


@pytest.mark.parametrize("milliseconds", [1, 300])
def test_the_curve_is_the_same_however_often_it_is_collected(
    qtbot: QtBot,
    begin: Begin,
    clock: QTimer,
    small: Small,
    trained_on_all: Trained,
    same_curves: SameCurves,
    milliseconds: int,
) -> None:
    experiment = small(epochs=30)
    run = begin(experiment)
    clock.setInterval(milliseconds)
    with qtbot.waitSignal(run.ended, timeout=WAIT) as ended:
        pass

    assert ended.args == [None]
    assert len(run.history) == 31
    assert same_curves(run.history, trained_on_all(experiment))
    assert run.history.test_accuracy == trained_on_all(experiment).test_accuracy


def test_it_says_that_it_advances_only_when_there_is_something_new(qtbot: QtBot, begin: Begin, small: Small) -> None:
    run = begin(small(epochs=100_000), epochs=3)
    lengths: list[int] = []
    run.advanced.connect(lambda: lengths.append(len(run.history)))
    qtbot.waitUntil(lambda: run.held, timeout=WAIT)

    assert lengths[-1] == 4
    assert lengths == sorted(lengths)
    with qtbot.assertNotEmitted(run.advanced, wait=100):
        assert run.held


def test_a_pause_that_was_overtaken_by_going_on_is_none(qtbot: QtBot, begin: Begin, small: Small) -> None:
    run = begin(small(epochs=100_000), epochs=0)
    qtbot.waitUntil(lambda: run.held, timeout=WAIT)
    run.go(2)
    assert not run.held
    qtbot.waitUntil(lambda: run.held, timeout=WAIT)

    assert len(run.history) == 3


def test_a_change_stands_in_the_history(qtbot: QtBot, begin: Begin, small: Small) -> None:
    experiment = small(epochs=4)
    changed = replace(experiment, regularization=RegularizationSpec(penalty="l1", lambda_=0.1))
    run = begin(experiment, epochs=2)
    qtbot.waitUntil(lambda: run.held, timeout=WAIT)
    run.change(changed)
    run.go()
    qtbot.waitSignal(run.ended, timeout=WAIT).wait()

    assert run.history.changes == [Changed(2.0, experiment, changed)]
    assert run.history.current_experiment == changed


@pytest.mark.usefixtures("patient")
def test_stop_ends_it_before_it_returns_and_once(qtbot: QtBot, begin: Begin, small: Small) -> None:
    run = begin(small(epochs=100_000))
    problems: list[Problem | None] = []
    run.ended.connect(problems.append)
    qtbot.waitUntil(lambda: len(run.history) > 1, timeout=WAIT)
    run.stop()

    assert problems == [None]
    assert run.history.test_accuracy is not None
    run.stop()
    assert problems == [None]


def test_an_abandoned_run_takes_its_process_with_it_and_is_no_problem(
    qtbot: QtBot, clock: QTimer, small: Small
) -> None:
    engine = EngineProcess(resource_path())
    run = LiveRun(engine, Start(small(epochs=100_000)), clock)
    qtbot.waitUntil(lambda: len(run.history) > 1, timeout=WAIT)
    run.abandon()

    assert not engine.alive
    epochs = len(run.history)
    with qtbot.assertNotEmitted(run.advanced, wait=100):
        assert epochs > 1
    run.deleteLater()


@pytest.mark.usefixtures("patient")
def test_a_run_that_its_rule_has_ended_is_finished_with_the_best_network(
    qtbot: QtBot, begin: Begin, small: Small
) -> None:
    experiment = small(epochs=1_000, penalty="l2", lambda_=100.0)
    rule = StoppingSpec(rule="no_improvement", parameter=2)
    run = begin(replace(experiment, training=replace(experiment.training, stopping=rule)))
    with qtbot.waitSignal(run.ended, timeout=WAIT) as ended:
        pass
    history = run.history

    assert ended.args == [None]
    assert history.finished
    assert history.stopped is not None
    assert history.newest is not None
    assert history.stopped.epoch == history.newest.epoch == len(history) - 1
    assert history.in_use is history.stopped.best
    assert history.in_use.epoch == history.newest.epoch - 2
    assert history.test_accuracy is not None
