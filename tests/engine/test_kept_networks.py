"""The memory of all runs together: older ones keep fewer networks, but never fewer than those with a name."""

from dataclasses import replace
from itertools import pairwise

import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, StoppingSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.kept_networks import thin
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.engine.sessions.session_reading import read_session
from nnreg_gui.engine.training import train

TINY = Experiment(
    data=DataSpec(training_images=100), network=NetworkSpec(hidden=(3,)), training=TrainingSpec(epochs=20)
)
ONE = 4 * (785 * 3 + 4 * 10)  # bytes of a network


def run_of(experiment: Experiment, digits: Digits) -> RunHistory:
    return RunHistory.of(experiment, train(experiment, digits))


@pytest.fixture
def histories(few_digits: Digits) -> list[RunHistory]:
    return [run_of(replace(TINY, seed=seed), few_digits) for seed in range(3)]


def kept(history: RunHistory) -> list[int]:
    return [record.epoch for record in history.kept()]


def test_where_there_is_room_nothing_is_forgotten(histories: list[RunHistory]) -> None:
    assert [history.kept_bytes for history in histories] == 3 * [21 * ONE]
    thin(histories, 63 * ONE)

    assert [kept(history) for history in histories] == 3 * [list(range(21))]


def test_those_that_come_first_keep_fewer_and_the_others_all(histories: list[RunHistory]) -> None:
    thin(histories, 54 * ONE)
    first, *others = histories

    assert 9 <= len(kept(first)) <= 12
    assert max(b - a for a, b in pairwise(kept(first))) <= 4
    assert [kept(history) for history in others] == 2 * [list(range(21))]
    assert sum(history.kept_bytes for history in histories) <= 54 * ONE


def test_the_first_the_best_and_the_last_are_never_forgotten(histories: list[RunHistory]) -> None:
    rows = [history.rows.copy() for history in histories]
    before = [(history.initial, history.best, history.newest) for history in histories]
    thin(histories, 0)

    for history, named, figures in zip(histories, before, rows, strict=True):
        assert (history.initial, history.best, history.newest) == named
        assert kept(history) == sorted({record.epoch for record in named if record is not None})
        assert history.rows.tobytes() == figures.tobytes()


def test_the_network_in_use_after_early_stopping_is_never_forgotten(few_digits: Digits) -> None:
    stopping = StoppingSpec(rule="no_improvement", parameter=2, watch="cost")
    history = run_of(replace(TINY, training=TrainingSpec(epochs=500, stopping=stopping)), few_digits)
    assert history.stopped is not None
    thin([history], 0)

    assert history.in_use is history.stopped.best
    assert history.stopped.best.epoch in kept(history)


def test_what_was_read_from_a_file_is_forgotten_one_by_one(histories: list[RunHistory]) -> None:
    (read,) = read_session(session_bytes(Session((ListedRun(histories[0], 1),)))).runs
    arrays = [record.parameters.weights[0] for record in read.history.kept()]
    thin([read.history], 0)

    assert {array.base.nbytes for array in arrays if array.base is not None} == {ONE}  # no array holds others
    assert len(kept(read.history)) <= 3


def test_a_run_that_was_thinned_goes_on_and_keeps_evenly_spaced_networks(few_digits: Digits) -> None:
    history = RunHistory(TINY)
    events = list(train(TINY, few_digits))
    for event in events[:9]:
        history.add(event)
    thin([history], 6 * ONE)
    best = history.best
    assert best is not None
    for event in events[9:]:
        history.add(event)

    assert len(history) == 21
    assert kept(history) == sorted({*range(0, 21, 2), best.epoch})


def test_a_history_that_stands_there_twice_counts_once(histories: list[RunHistory]) -> None:
    thin([histories[0], histories[0]], 21 * ONE)

    assert kept(histories[0]) == list(range(21))


def test_without_networks_there_is_nothing_to_forget() -> None:
    thin([RunHistory(TINY)], 0)
    thin([], 0)
