"""A replay shows a kept run at its pace, and ends with everything that the run tells."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.running.replay import Replay
from tests.fixture_types import Small, Trained


class Clock:
    """A clock that the test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def source(trained: Trained, small: Small) -> RunHistory:
    """A run of five epochs."""
    return trained(small(epochs=5))


def equal(one: RunHistory, other: RunHistory) -> bool:
    """Return whether two histories are the same."""
    return np.array_equal(one.rows, other.rows) and all(
        getattr(one, name) == getattr(other, name)
        for name in ("experiment", "initial", "best", "newest", "stopped", "test_accuracy", "changes", "finished")
    )


def test_it_begins_with_the_untrained_network_and_nothing_of_the_end(qtbot: QtBot, source: RunHistory) -> None:
    replay = Replay(source, 10)
    replay.stop()

    assert len(replay.history) == 1
    assert replay.history.newest is replay.history.best is replay.history.initial is source.initial
    assert replay.history.test_accuracy is None
    assert not replay.history.finished


def test_it_goes_by_the_clock(qtbot: QtBot, source: RunHistory) -> None:
    clock = Clock()
    replay = Replay(source, 10, clock=clock)
    for seconds, records in ((0.5, 1), (3.9, 2), (4.1, 3), (9.9, 5)):
        clock.now = 100 + seconds
        qtbot.waitUntil(lambda records=records: len(replay.history) == records)
        assert np.array_equal(replay.history.rows, source.rows[:records])
    assert replay.going_on
    clock.now = 110
    with qtbot.waitSignal(replay.ended):
        pass

    assert not replay.going_on
    assert equal(replay.history, source)
    assert [record.epoch for record in replay.history.kept()] == [record.epoch for record in source.kept()]


def test_it_tells_each_time_it_is_longer(qtbot: QtBot, source: RunHistory) -> None:
    replay, seen = Replay(source, 0.3), []
    replay.advanced.connect(lambda: seen.append(len(replay.history)))
    with qtbot.waitSignal(replay.ended):
        pass

    assert seen == sorted(set(seen))
    assert seen[-1] == len(source)


def test_without_time_it_is_there_at_once(qtbot: QtBot, source: RunHistory) -> None:
    replay = Replay(source, 0)
    with qtbot.waitSignal(replay.ended):
        pass

    assert equal(replay.history, source)


def test_once_stopped_it_stays_as_it_is(qtbot: QtBot, source: RunHistory) -> None:
    clock = Clock()
    replay = Replay(source, 10, clock=clock)
    clock.now += 4.1
    replay.advanced.connect(replay.stop)
    with qtbot.waitSignal(replay.advanced):
        pass
    clock.now += 100
    with qtbot.assertNotEmitted(replay.ended, wait=80):
        pass

    assert len(replay.history) == 3


def test_stopped_at_its_end_it_does_not_say_so(qtbot: QtBot, source: RunHistory) -> None:
    replay = Replay(source, 0)
    replay.advanced.connect(replay.stop)
    with qtbot.assertNotEmitted(replay.ended, wait=80):
        pass

    assert equal(replay.history, source)


def test_a_run_that_stopped_early_ends_with_the_network_in_use(qtbot: QtBot, trained: Trained, small: Small) -> None:
    experiment = small(epochs=50, images=30)
    stopping = StoppingSpec(rule="no_improvement", parameter=1)
    source = trained(replace(experiment, training=replace(experiment.training, stopping=stopping)))
    assert source.stopped is not None
    assert source.stopped.restored
    replay = Replay(source, 0)
    with qtbot.waitSignal(replay.ended):
        pass

    assert equal(replay.history, source)
    assert replay.history.in_use is source.stopped.best
