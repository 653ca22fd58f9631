"""Searches on plain executors: what they find and what not, in which order, and how they end."""

import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment, StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import DigitsError, DivergedError, Problem
from nnreg_gui.engine.searches import search as searching
from nnreg_gui.engine.searches.search import Found, NotFound, Noticed, Search, SearchRun, results
from nnreg_gui.engine.searches.search_jobs import ExecutorError, Surroundings, job_cost, train_job, work_in
from nnreg_gui.engine.training import train
from tests.fixture_types import SameCurves, Small, Trained
from tests.hard_experiments import DIVERGING


@pytest.fixture
def make_executor(measured: Digits) -> Callable[[], Executor]:
    return partial(ThreadPoolExecutor, 1, initializer=work_in, initargs=(Surroundings({MNIST: measured}),))


@pytest.fixture
def experiments(small: Small) -> tuple[Experiment, ...]:
    return small(epochs=3), small(epochs=3, penalty="l2", lambda_=1.0), small(epochs=2, seed=7)


def until_over(run: SearchRun) -> list[object]:
    news: list[object] = []
    while not run.over:
        news += run.poll()
        run.wait(0.1)
    return news


# ------------------------------------------------------------------------------------------------------ what comes


def test_every_experiment_is_found_bit_for_bit_as_it_is_without_a_search(
    make_executor: Callable[[], Executor],
    experiments: tuple[Experiment, ...],
    trained: Trained,
    same_curves: SameCurves,
) -> None:
    found = dict(results(Search(experiments), make_executor))

    assert sorted(found) == [0, 1, 2]
    for place, experiment in enumerate(experiments):
        assert found[place].experiment == experiment
        assert len(found[place]) == experiment.training.epochs + 1
        assert found[place].finished
        assert found[place].test_accuracy == trained(experiment).test_accuracy
        assert same_curves(found[place], trained(experiment))


def test_networks_are_kept_only_where_they_are_wanted(
    make_executor: Callable[[], Executor], experiments: tuple[Experiment, ...], trained: Trained
) -> None:
    ((_, light),) = results(Search(experiments[:1]), make_executor)
    ((_, full),) = results(Search(experiments[:1], networks=True), make_executor)

    assert list(light.kept()) == []
    assert light.finished
    assert light.epochs_done == 3
    before = trained(experiments[0])
    assert before.best is not None
    assert [record.epoch for record in full.kept()] == sorted({0, before.best.epoch, 3})
    assert full.best is not None
    assert full.newest is not None
    np.testing.assert_array_equal(full.best.parameters.weights[0], before.best.parameters.weights[0])
    assert full.newest.epoch == 3


def test_a_history_keeps_as_many_spaced_networks_as_asked_for(
    make_executor: Callable[[], Executor], small: Small
) -> None:
    ((_, history),) = results(Search((small(epochs=30),), networks=True, spaced=4), make_executor)

    assert history.best is not None
    assert [record.epoch for record in history.kept()] == sorted({0, 10, 20, 30, history.best.epoch})


def test_a_run_that_was_stopped_early_tells_so(make_executor: Callable[[], Executor], small: Small) -> None:
    long = small(epochs=60)
    stopping = StoppingSpec(rule="no_improvement", parameter=2, watch="cost")
    experiment = replace(long, training=replace(long.training, stopping=stopping))

    ((_, history),) = results(Search((experiment,), networks=True), make_executor)

    assert history.stopped is not None
    assert len(history) == history.stopped.epoch + 1 < 61
    assert history.finished
    assert history.in_use is not None
    assert history.in_use.epoch == history.stopped.best.epoch
    assert history.record_near(history.in_use.epoch) is not None


def test_an_experiment_that_diverges_does_not_keep_the_others_from_being_found(
    make_executor: Callable[[], Executor], experiments: tuple[Experiment, ...]
) -> None:
    run = SearchRun(Search((experiments[0], DIVERGING, experiments[2])), make_executor)

    news = until_over(run)
    run.cancel()

    assert {one.place for one in news if isinstance(one, Found)} == {0, 2}
    (failed,) = (one for one in news if isinstance(one, NotFound))
    assert failed.place == 1
    assert isinstance(failed.problem, DivergedError)
    assert run.problem is None
    not_found: dict[int, Problem] = {}
    assert list(results(Search((DIVERGING,)), make_executor, not_found=not_found)) == []
    assert list(not_found) == [0]


def test_a_fault_in_a_job_is_told_in_a_sentence(make_executor: Callable[[], Executor]) -> None:
    class Faulty(ThreadPoolExecutor):
        def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
            return super().submit(int, "no number")

    run = SearchRun(Search((Experiment(),)), Faulty)
    (failed,) = until_over(run)
    run.cancel()

    assert isinstance(failed, NotFound)
    assert "fault in the program" in str(failed.problem)


# -------------------------------------------------------------------------------------------------- how it goes on


def test_the_longest_come_first(make_executor: Callable[[], Executor], small: Small) -> None:
    experiments = (small(epochs=1), small(epochs=6), small(epochs=2), small(epochs=6, seed=2))

    order = [place for place, _ in results(Search(experiments), make_executor)]

    assert order == [1, 3, 2, 0]


def test_or_they_come_in_their_own_order(make_executor: Callable[[], Executor], small: Small) -> None:
    experiments = (small(epochs=1), small(epochs=3), small(epochs=2))

    assert [place for place, _ in results(Search(experiments, in_order=True), make_executor)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ({"epochs": 5}, {"epochs": 6}),
        ({"images": 1_000}, {"images": 10_000}),
        ({"hidden": (30,)}, {"hidden": (100,)}),
        ({"batch_size": 100}, {"batch_size": 10}),
    ],
)
def test_what_is_more_to_do_costs_more(small: Small, shorter: dict[str, Any], longer: dict[str, Any]) -> None:
    assert 0 < job_cost(small(**shorter)) < job_cost(small(**longer))


def test_progress_goes_from_nothing_to_all(
    make_executor: Callable[[], Executor], experiments: tuple[Experiment, ...]
) -> None:
    run = SearchRun(Search(5 * experiments), make_executor)  # more than can be found between two looks
    assert run.progress() == (0, -1)
    shares, seconds = [], []

    while not run.over:
        run.poll()
        share, left = run.progress()
        shares.append(share)
        seconds.append(left)
        run.wait(0.1)
    run.cancel()

    assert shares == sorted(shares)
    assert 0 < sorted(set(shares))[-2] < 1 == shares[-1]
    assert seconds[-1] == 0
    assert any(left > 0 for left in seconds)  # known once two were found


def test_a_job_that_tells_no_progress_is_not_said_to_stand_still(
    make_executor: Callable[[], Executor], experiments: tuple[Experiment, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "SECONDS_OF_SILENCE", -1)

    assert not any(isinstance(one, Noticed) for one in until_over(SearchRun(Search(experiments), make_executor)))


def test_nothing_to_train_is_over_at_once(make_executor: Callable[[], Executor]) -> None:
    run = SearchRun(Search(()), make_executor)

    assert run.over
    assert run.poll() == []
    assert run.progress() == (1, 0)


def test_an_executor_may_be_used_for_the_next_search(
    make_executor: Callable[[], Executor], experiments: tuple[Experiment, ...]
) -> None:
    first = SearchRun(Search(experiments[:1]), make_executor)
    until_over(first)
    executor = first.release()
    second = SearchRun(Search(experiments[1:]), make_executor, executor)

    assert len(until_over(second)) == 2
    assert second.release() is executor
    assert executor is not None
    executor.shutdown()


# ----------------------------------------------------------------------------------------------------- how it ends


class Withdrawn(Surroundings):
    """Surroundings in which a job is no longer wanted once it has reported progress three times."""

    told = 0

    def tell(self, place: int, share: float) -> bool:
        self.told += 1
        return self.told < 3


def test_a_job_that_is_not_wanted_any_more_ends_at_the_next_event(digits: Digits, small: Small) -> None:
    surroundings = Withdrawn({MNIST: digits})
    with ThreadPoolExecutor(1, initializer=work_in, initargs=(surroundings,)) as executor:
        job = executor.submit(train_job, 0, small(epochs=100_000), False)

        assert job.result(timeout=10) is None
    assert surroundings.told == 3


def test_leaving_the_loop_ends_the_search(make_executor: Callable[[], Executor], small: Small) -> None:
    executors: list[Executor] = []

    def make() -> Executor:
        executors.append(make_executor())
        return executors[-1]

    for _, _ in results(Search(tuple(small(epochs=1, seed=seed) for seed in range(1_000))), make):
        break

    (executor,) = executors
    with pytest.raises(RuntimeError, match="shutdown"):
        executor.submit(int)


@pytest.fixture
def broken(make_executor: Callable[[], Executor]) -> Iterator[Callable[[], Executor]]:
    """Make executors, the first of which loses its jobs, as dask does when it loses its connection."""
    executors: list[Executor] = []

    class Forgetful(ThreadPoolExecutor):
        def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.cancel()
            return future

    def make() -> Executor:
        executors.append(make_executor() if executors else Forgetful())
        return executors[-1]

    yield make
    assert len(executors) == 2


def test_what_an_executor_loses_is_trained_by_a_new_one(
    broken: Callable[[], Executor], experiments: tuple[Experiment, ...]
) -> None:
    run = SearchRun(Search(experiments), broken)

    news = until_over(run)
    run.cancel()

    assert {one.place for one in news if isinstance(one, Found)} == {0, 1, 2}
    (noticed,) = (one for one in news if isinstance(one, Noticed))
    assert "connection" in str(noticed.problem)


@pytest.mark.parametrize("error", [ExecutorError("The cluster is not there."), DigitsError("The file is missing.")])
def test_what_keeps_everything_from_being_trained_ends_the_search(error: Problem) -> None:
    class Failing(ThreadPoolExecutor):
        def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(error)
            return future

    run = SearchRun(Search((Experiment(), Experiment(seed=2))), Failing)

    assert until_over(run) == []
    assert run.problem is error
    assert run.release() is None
    with pytest.raises(type(error)):
        list(results(Search((Experiment(),)), Failing))


# ---------------------------------------------------------------------------------------------- across a pipe


def test_a_history_crosses_a_pipe_whole_and_grows_on(digits: Digits, small: Small, same_curves: SameCurves) -> None:
    experiment = small(epochs=50)
    history, events = RunHistory(experiment), train(experiment, digits)
    while len(history) < 4:
        history.add(next(events))

    crossed: RunHistory = pickle.loads(pickle.dumps(history))

    assert same_curves(crossed, history)
    assert len(crossed) == 4
    assert crossed.best is not None
    assert history.best is not None
    assert crossed.best.epoch == history.best.epoch
    while len(history) < 6:
        event = next(events)
        history.add(event)
        crossed.add(event)
    assert same_curves(crossed, history)
    assert len(crossed) == 6


def test_the_history_of_a_long_run_that_has_begun_is_small_on_the_way(small: Small) -> None:
    assert len(pickle.dumps(RunHistory(small(epochs=100_000)))) < 5_000
