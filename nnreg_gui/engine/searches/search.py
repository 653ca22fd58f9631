"""Searches: trains many experiments on an executor, as many at a time as it has workers.

In a notebook, `for place, history in results(search, executor_factory)`; a window polls a `SearchRun`.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass
from math import inf
from time import monotonic

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import DigitsError, Problem, problem_of
from nnreg_gui.engine.searches.search_jobs import (
    MOST_DEATHS,
    PATIENCE,
    ExecutorError,
    JobExecutor,
    job_cost,
    processes_end_at_once,
    train_job,
)

SECONDS_OF_SILENCE = 10  # after which a search is said not to get on
_SECONDS_TO_SUBMIT = 0.01  # per poll: the first jobs start processes, at some milliseconds each
_SECONDS_BETWEEN_POLLS = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """Experiments to train; two searches are the same only if they are one object.

    Attributes:
        experiments: what to train; results refer to places in it.
        networks: whether resulting histories keep their networks (untrained, best, newest), or only figures.
        in_order: whether to begin the experiments in this order rather than the longest first, which ends soonest.
        spaced: how many evenly spaced networks the histories keep besides.
    """

    experiments: tuple[Experiment, ...]
    networks: bool = False
    in_order: bool = False
    spaced: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The run of the experiment at this place."""

    place: int
    history: RunHistory


@dataclass(frozen=True, slots=True)
class NotFound:
    """The experiment at this place has no result, such as when it diverges."""

    place: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something went wrong, but the search has coped with it."""

    problem: Problem


News = Found | NotFound | Noticed


class SearchRun:
    """A search that makes progress while polled; polling never waits.

    It replaces an executor that breaks, as a `ProcessPoolExecutor` does with any of its processes, keeps the results
    and trains what is missing again. After three breaks without a result between them, the search ends.

    Attributes:
        search: what to search.
        over: whether nothing more comes.
        problem: why not everything was trained, or None.

    Args:
        search: what to search.
        make_executor: returns a new executor. Its jobs must find `Surroundings`, as those of
            `ThreadPoolExecutor(initializer=work_in, initargs=(Surroundings({MNIST: digits}),))` do.
            A `JobExecutor` reports more.
        executor: an existing one to begin with, such as the previous search's.
    """

    def __init__(self, search: Search, make_executor: Callable[[], Executor], executor: Executor | None = None) -> None:
        self.search, self.over = search, not search.experiments
        self.problem: Problem | None = None
        self._make_executor, self._executor = make_executor, executor
        self._costs = [job_cost(experiment) for experiment in search.experiments]
        self._unfinished = set(range(len(search.experiments)))
        self._to_submit = self._in_order()
        self._futures: dict[int, Future[RunHistory | None]] = {}
        self._breaks_in_vain = 0
        self._began_at: float | None = None
        self._missing_at_last, self._got_on_at = -1.0, inf

    # ---- what the owner does

    def poll(self) -> list[News]:
        """Return what is new since the last call, and keep the executor busy."""
        news: list[News] = []
        if self.over:
            return news
        try:
            lost = self._collect(news) or self._submit()
            if isinstance(self._executor, JobExecutor) and self._executor.take_deaths():
                news.append(Noticed(_notice(BrokenExecutor())))
            if lost is not None:
                self._recover(lost, news)
            if self._stands_still():
                news.append(Noticed(_stillness()))
        except (ExecutorError, DigitsError) as problem:
            self.problem = problem
            self.cancel()
        self.over = self.over or not self._unfinished
        return news

    def wait(self, seconds: float) -> None:
        """Wait until there is probably something new, for this long at most."""
        if not self._to_submit:
            wait(self._futures.values(), seconds, FIRST_COMPLETED)

    def cancel(self, patience: float = PATIENCE) -> None:
        """End the search and its executor, waiting at most `patience` seconds; results so far have been reported."""
        self.over = True
        self._futures.clear()
        self._drop_executor(patience)

    def release(self) -> Executor | None:
        """Hand over the executor of a search that is over, for the next one; None if it is no longer usable."""
        executor, self._executor = self._executor, None
        return executor

    def progress(self) -> tuple[float, float]:
        """Return the share (0…1) done, and roughly how many seconds the rest takes; negative while unknown."""
        total, missing = sum(self._costs), self._missing()
        share = 1 - missing / total if total else 1.0
        if share <= 0 or not self._unfinished:
            return max(0.0, share), 0.0 if not self._unfinished else -1.0
        if self._began_at is None:  # not when the processes started, which takes a second before any work begins
            self._began_at = monotonic()
            self._missing_then = missing
        done, seconds = self._missing_then - missing, monotonic() - self._began_at
        return share, missing / done * seconds if done > 0 and seconds > 0 else -1.0

    # ---- how it is done

    def _missing(self) -> float:
        """Return roughly how many seconds the rest takes on one core."""
        missing = sum(self._costs[place] for place in self._unfinished)
        if self._unfinished and isinstance(self._executor, JobExecutor):
            share_of = self._executor.share
            missing -= sum(
                self._costs[place] * (1.0 if future.done() else share_of(place))
                for place, future in self._futures.items()
            )
        return missing

    def _stands_still(self) -> bool:
        """Return, once per stall, whether processes that report their shares have made no progress for seconds."""
        missing, tells_shares = self._missing(), isinstance(self._executor, JobExecutor) and self._executor.tells_shares
        if missing != self._missing_at_last or not tells_shares:
            self._missing_at_last, self._got_on_at = missing, monotonic()
            return False
        if monotonic() - self._got_on_at <= SECONDS_OF_SILENCE:
            return False
        self._got_on_at = inf
        return True

    def _in_order(self) -> list[int]:
        """Return what to submit, the next at the end: longest first, so that no core is left with one long job."""
        costs = [0.0] * len(self._costs) if self.search.in_order else self._costs
        return sorted(self._unfinished, key=lambda place: (costs[place], -place))

    def _submit(self) -> Exception | None:
        """Submit for some milliseconds; return what is wrong with the executor, if anything."""
        enough = monotonic() + _SECONDS_TO_SUBMIT
        if self._executor is None:
            self._executor = self._make_executor()
        search = self.search
        while self._to_submit and monotonic() < enough:
            place = self._to_submit[-1]
            job = (place, search.experiments[place], search.networks, search.spaced)
            try:
                future = self._executor.submit(train_job, *job)
            except BrokenExecutor as error:
                return error
            self._futures[place] = future
            self._to_submit.pop()
        return None

    def _collect(self, news: list[News]) -> Exception | None:
        """Collect finished jobs; return what is wrong with the executor, if anything."""
        lost: Exception | None = None
        for place, future in list(self._futures.items()):
            if not future.done():
                continue
            del self._futures[place]
            try:
                history = future.result()
            except (ExecutorError, DigitsError):
                raise
            except (BrokenExecutor, CancelledError) as error:
                lost = error
            except Exception as error:
                self._finish(NotFound(place, problem_of(error)), news)
            else:
                if history is None:
                    lost = CancelledError()
                else:
                    self._finish(Found(place, history), news)
        return lost

    def _finish(self, what: Found | NotFound, news: list[News]) -> None:
        self._unfinished.discard(what.place)
        self._breaks_in_vain = 0
        news.append(what)

    def _recover(self, lost: Exception, news: list[News]) -> None:
        """Go on with a new executor."""
        self._breaks_in_vain += 1
        if self._breaks_in_vain >= MOST_DEATHS:
            raise processes_end_at_once()
        news.append(Noticed(_notice(lost)))
        self._futures.clear()
        self._drop_executor()
        self._to_submit = self._in_order()

    def _drop_executor(self, patience: float = PATIENCE) -> None:
        executor, self._executor = self._executor, None
        if isinstance(executor, JobExecutor):
            executor.abandon(patience)
        elif executor is not None:
            executor.shutdown(wait=False, cancel_futures=True)


def results(
    search: Search, make_executor: Callable[[], Executor], *, not_found: dict[int, Problem] | None = None
) -> Iterator[tuple[int, RunHistory]]:
    """Yield the place and history of each result as it comes; leaving the loop ends the search.

    Args:
        search: what to search.
        make_executor: see `SearchRun`.
        not_found: if given, receives why experiments have no result, by place.

    Raises:
        Problem: the search cannot go on.
    """
    run = SearchRun(search, make_executor)
    try:
        while not run.over:
            for one in run.poll():
                if isinstance(one, Found):
                    yield one.place, one.history
                elif isinstance(one, NotFound) and not_found is not None:
                    not_found[one.place] = one.problem
            run.wait(_SECONDS_BETWEEN_POLLS)
    finally:
        run.cancel()
    if run.problem is not None:
        raise run.problem


def _stillness() -> Problem:
    return Problem(
        "The search made no progress for {seconds} s: wait, or end it; what was found is kept.",
        seconds=str(SECONDS_OF_SILENCE),
    )


def _notice(lost: Exception) -> Problem:
    if isinstance(lost, BrokenExecutor):
        return Problem(
            "A process of the search ended unexpectedly (perhaps out of memory). What was found is kept; the rest is "
            "trained again."
        )
    return Problem("The connection to the cluster was lost. What was found is kept; the rest is trained again.")
