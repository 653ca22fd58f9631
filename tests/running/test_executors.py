"""The processes on this computer that train for searches: what they find, and what they survive."""

import os
import platform
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from pickle import PicklingError
from time import monotonic, sleep

import pytest

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import DigitsError, DivergedError
from nnreg_gui.engine.searches.search import Found, News, NotFound, Noticed, Search, SearchRun
from nnreg_gui.engine.searches.search_jobs import MOST_DEATHS
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.executors import LocalExecutor
from tests.fixture_types import SameCurves, Small, Trained
from tests.hard_experiments import DIVERGING, LONG

WAIT = 60.0  # seconds; far longer than anything takes


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Check that a test leaves no processes behind."""
    before = set(active_children())
    yield
    deadline = monotonic() + 5
    while (left := set(active_children()) - before) and monotonic() < deadline:
        pass
    for process in left:
        process.kill()
    assert not left


@pytest.fixture(scope="module")
def executor() -> Iterator[LocalExecutor]:
    """Two processes shared by all tests here that do not end them."""
    executor = LocalExecutor(resource_path(), 2)
    for job in [executor.submit(int) for _ in range(2)]:  # starts the processes, which must outlive the tests
        job.result()
    assert len(executor.pids) == 2
    yield executor
    executor.abandon()


@pytest.fixture
def made() -> Iterator[list[LocalExecutor]]:
    """The executors that `maker(made)` has made."""
    executors: list[LocalExecutor] = []
    yield executors
    for executor in executors:
        executor.abandon()


def maker(made: list[LocalExecutor]) -> Callable[[], LocalExecutor]:
    def make() -> LocalExecutor:
        made.append(LocalExecutor(resource_path(), 2))
        return made[-1]

    return make


def no_more() -> LocalExecutor:
    raise AssertionError("the executor was lost")


def polled(run: SearchRun, until: Callable[[], bool], each_time: Callable[[], None] = lambda: None) -> list[News]:
    news, deadline = [], monotonic() + WAIT
    while not run.over and not until():
        assert monotonic() < deadline, "this takes too long"
        news += run.poll()
        each_time()
        run.wait(0.02)
    return news


def found(news: list[News]) -> dict[int, RunHistory]:
    places = [one.place for one in news if isinstance(one, Found)]
    assert len(places) == len(set(places)), "found twice"
    return {one.place: one.history for one in news if isinstance(one, Found)}


# --------------------------------------------------------------------------------------------------------- results


def test_processes_find_the_same_curves_bit_for_bit(
    executor: LocalExecutor, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    experiments = (
        small(epochs=3),
        small(epochs=3, penalty="l2", lambda_=0.3, seed=5),
        DIVERGING,
        small(epochs=2, penalty="l1", lambda_=0.1, dropout=0.5, hidden=(8, 7)),
    )

    run = SearchRun(Search(experiments, networks=True), no_more, executor)
    news = polled(run, lambda: False)

    histories = found(news)
    assert sorted(histories) == [0, 1, 3]
    for place, history in histories.items():
        assert same_curves(history, trained_on_all(experiments[place]))
        assert history.newest is not None
        assert history.newest.epoch == experiments[place].training.epochs
    (failed,) = (one for one in news if isinstance(one, NotFound))
    assert (failed.place, type(failed.problem)) == (2, DivergedError)
    assert run.release() is executor


def test_progress_is_told_from_within_a_job(executor: LocalExecutor, small: Small) -> None:
    run = SearchRun(Search((small(epochs=40, images=1_000),)), no_more, executor)
    shares: list[float] = []

    polled(run, lambda: False, lambda: shares.append(run.progress()[0]))

    assert len(set(shares)) > 4
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_processes_use_one_thread_for_products_and_know_no_qt(executor: LocalExecutor) -> None:
    assert executor.submit(os.getenv, "OPENBLAS_NUM_THREADS").result() == "1"
    assert not executor.submit(eval, "'PySide6' in __import__('sys').modules").result()
    assert executor.submit(eval, "__import__('signal').getsignal(2)").result() == signal.SIG_IGN
    assert os.getpid() not in executor.pids


def test_a_job_that_cannot_be_sent_to_a_process_fails_and_the_next_one_does_not(executor: LocalExecutor) -> None:
    with pytest.raises((PicklingError, AttributeError), match="lambda"):
        executor.submit(lambda: 1).result(WAIT)
    assert executor.submit(int).result(WAIT) == 0


def test_a_missing_file_of_digits_ends_the_search_with_a_sentence(tmp_path: Path) -> None:
    run = SearchRun(Search((LONG, LONG)), partial(LocalExecutor, tmp_path, 1))

    assert polled(run, lambda: False) == []
    assert isinstance(run.problem, DigitsError)
    assert "train-images-idx3-ubyte.gz" in str(run.problem)


# ------------------------------------------------------------------------------------------------- processes that die


def test_processes_killed_at_random_moments_cost_no_result(
    made: list[LocalExecutor], small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    experiments = tuple(small(epochs=60, seed=seed) for seed in range(4))
    chance, kills = random.Random(4), 0
    run = SearchRun(Search(experiments, networks=True), maker(made))
    next_kill = monotonic() + 0.3 * chance.random()

    def kill() -> None:
        nonlocal kills, next_kill
        pids = made[-1].pids if made else []
        if kills < 2 and monotonic() > next_kill and pids:
            kills += 1
            with suppress(ProcessLookupError):  # it has ended, and the next processes are on their way
                os.kill(chance.choice(pids), signal.SIGKILL)
            next_kill = monotonic() + 0.2 + chance.random()

    news = polled(run, lambda: False, kill)

    assert kills >= 1
    assert 1 <= sum(isinstance(one, Noticed) for one in news) <= kills
    assert len(made) == 1
    histories = found(news)
    assert sorted(histories) == list(range(4))
    assert all(same_curves(histories[place], trained_on_all(experiments[place])) for place in range(4))


def test_a_job_that_takes_its_process_down_three_times_is_given_up_and_its_neighbours_are_not(
    made: list[LocalExecutor], small: Small
) -> None:
    experiments = (small(epochs=2), LONG, small(epochs=2, seed=2))
    run = SearchRun(Search(experiments), maker(made))

    killed: set[int | None] = {None}

    def kill_who_does_the_long_one() -> None:
        worker = made[-1].worker(1)
        if worker not in killed:
            killed.add(worker)
            os.kill(worker, signal.SIGKILL)

    news = polled(run, lambda: False, kill_who_does_the_long_one)

    assert sorted(found(news)) == [0, 2]
    (failed,) = (one for one in news if isinstance(one, NotFound))
    assert failed.place == 1
    assert "3 times" in str(failed.problem)
    assert len(killed) - 1 == MOST_DEATHS


@pytest.mark.skipif(
    (sys.platform, platform.machine()) != ("linux", "x86_64") or not Path("/proc/self/syscall").exists(),
    reason="looks into /proc for who is writing",
)
def test_a_process_killed_while_it_sends_costs_no_result(made: list[LocalExecutor]) -> None:
    """Python's own executor would wait forever for the rest of the message."""
    executor = maker(made)()
    job, deaths, deadline = executor.submit(bytes, 5 * 10**7), 0, monotonic() + WAIT
    while not job.done():
        assert monotonic() < deadline, "this takes too long"
        for pid in executor.pids if not deaths else []:
            with suppress(OSError):
                if Path(f"/proc/{pid}/syscall").read_text().startswith("1 "):
                    os.kill(pid, signal.SIGKILL)
        deaths += executor.take_deaths()
        sleep(0.001)

    assert len(job.result()) == 5 * 10**7
    assert deaths == 1


def test_processes_that_cannot_even_begin_end_the_search(made: list[LocalExecutor]) -> None:
    run = SearchRun(Search((LONG, LONG)), maker(made))

    def kill_all() -> None:
        for pid in made[-1].pids if made else []:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    news = polled(run, lambda: False, kill_all)

    assert not any(isinstance(one, Found | NotFound) for one in news)
    assert "end at once" in str(run.problem)


def test_a_process_that_died_over_nothing_is_replaced_without_a_word(made: list[LocalExecutor]) -> None:
    executor = maker(made)()
    for job in [executor.submit(int) for _ in range(2)]:
        job.result()
    idle, deadline = executor.pids, monotonic() + WAIT
    for pid in idle:
        os.kill(pid, signal.SIGKILL)
    while any(child.pid in idle for child in active_children()):
        assert monotonic() < deadline, "this takes too long"
        sleep(0.001)

    jobs = [executor.submit(abs, -number) for number in range(4)]
    while not all(job.done() for job in jobs):
        assert monotonic() < deadline, "this takes too long"
        assert executor.take_deaths() == 0
        sleep(0.001)

    assert [job.result() for job in jobs] == [0, 1, 2, 3]


def test_no_more_processes_are_started_than_there_are_jobs(made: list[LocalExecutor]) -> None:
    executor = maker(made)()
    for number in range(5):
        assert executor.submit(abs, -number).result() == number

    assert len(executor.pids) == 1


# ------------------------------------------------------------------------------------------------------------ the end


def test_cancelling_ends_processes_that_are_busy_and_those_that_do_not_answer(made: list[LocalExecutor]) -> None:
    run = SearchRun(Search((LONG, LONG)), maker(made))
    polled(run, lambda: bool(made) and made[0].share(0) > 0 and made[0].share(1) > 0)
    processes = [process for process in active_children() if process.pid in made[0].pids]
    assert len(processes) == 2
    os.kill(made[0].pids[0], signal.SIGSTOP)

    run.cancel()

    assert run.poll() == []
    for process in processes:
        process.join(WAIT)
        assert not process.is_alive()


def test_what_is_shut_down_ends_what_it_has_and_takes_nothing_more(made: list[LocalExecutor]) -> None:
    executor = maker(made)()
    jobs = [executor.submit(abs, -number) for number in range(4)]
    executor.shutdown()

    assert [job.result(timeout=0) for job in jobs] == [0, 1, 2, 3]
    with pytest.raises(BrokenExecutor):
        executor.submit(abs, 1)


_PARENT = """
import sys
from pathlib import Path
from nnreg_gui.running.executors import LocalExecutor
if __name__ == "__main__":
    executor = LocalExecutor(Path(sys.argv[1]), 2)
    for job in [executor.submit(int) for _ in range(2)]:
        job.result()
    print(*executor.pids, flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_processes_do_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(script), str(resource_path())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        try:
            assert parent.stdout is not None
            pids = [int(word) for word in parent.stdout.readline().split()]
        finally:
            parent.kill()
    assert len(pids) == 2

    deadline = monotonic() + WAIT
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        assert monotonic() < deadline, "they are still there"
