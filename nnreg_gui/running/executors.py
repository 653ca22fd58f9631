"""This computer's processes that train for searches, as a `concurrent.futures.Executor`. No Qt."""

import os
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any
from weakref import WeakValueDictionary

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import Question
from nnreg_gui.engine.searches.search_jobs import (
    MOST_DEATHS,
    PATIENCE,
    JobExecutor,
    TrainingJob,
    processes_end_at_once,
    train_job,
)
from nnreg_gui.running.engine_messages import Answered, AnswerProgress, Ask, Ended
from nnreg_gui.running.engine_process import EngineProcess


class LocalExecutor(JobExecutor):
    """Engine processes with one BLAS thread each; a thread per process hands it one job after the other.

    They end when this process does, however it ends. One that dies costs no result: `take_deaths()` starts another one,
    and the job is done again, after all others. Only the future of a job that has taken down three processes fails.

    Args:
        data_folder: holds a folder for each data set; each process reads them once.
        workers: how many processes; None for one per core of this computer.
        opened: other data sets, each of which a process is sent with its first job that needs it.
    """

    tells_shares = True

    def __init__(
        self, data_folder: Path, workers: int | None = None, opened: Mapping[DataSet, Digits] | None = None
    ) -> None:
        self._opened = opened
        self._data_folder, self._most = data_folder, max(1, workers or os.cpu_count() or 1)
        self._waiting: SimpleQueue[_Job | None] = SimpleQueue()  # None ends a worker
        self._by_place: WeakValueDictionary[int, _Job] = WeakValueDictionary()  # it must not keep results alive
        self._workers: list[_Worker] = []
        self._deaths_in_vain = 0  # in a row, of processes that had begun nothing
        self._over: Exception | None = None  # the answer to anyone who wants more

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Run a function in one of the processes; start another one if all are busy."""
        if self._over is not None:
            raise BrokenExecutor("No more jobs are taken.") from self._over
        if function is train_job:
            place, *rest = arguments
            job = self._by_place[place] = _Job(TrainingJob(*rest))
        else:
            job = _Job(_Call(partial(function, *arguments, **named)))
        self._waiting.put(job)
        self._hire()
        return job.future

    @property
    def pids(self) -> list[int]:
        """The process ids."""
        return [worker.engine.pid or 0 for worker in self._workers]

    def worker(self, place: int) -> int | None:
        """Return the id of the process that has begun a job; None before."""
        job = self._by_place.get(place)
        return job.begun_by if job is not None else None

    def share(self, place: int) -> float:
        """Return the share (0…1) done of a job that is not over."""
        job = self._by_place.get(place)
        return job.share if job is not None else 0.0

    def take_deaths(self) -> int:
        """Return how many processes have died over a job since the last call; start others in their place."""
        dead = [worker for worker in self._workers if worker.dead]
        self._workers = [worker for worker in self._workers if not worker.dead]
        for worker in dead:
            self._deaths_in_vain = 0 if worker.has_begun else self._deaths_in_vain + 1
        if self._deaths_in_vain < MOST_DEATHS:
            self._hire()
        elif not any(worker.has_begun for worker in self._workers):  # no process is left to do the rest
            self._over = processes_end_at_once()
            self._give_up(self._over)
        return sum(worker.died_over_job for worker in dead)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more jobs; the processes end once the jobs are done; on request, cancel those that wait."""
        self._over = self._over or BrokenExecutor("This was shut down.")
        if cancel_futures:
            self._give_up(None)
        for _ in self._workers:
            self._waiting.put(None)
        for worker in self._workers if wait else ():
            worker.thread.join()

    def abandon(self, patience: float = PATIENCE) -> None:
        """Kill the processes, which hold nothing to lose. The executor is useless afterwards."""
        self.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.engine.kill()
        deadline = monotonic() + patience
        for worker in self._workers:
            worker.engine.gone(max(0.0, deadline - monotonic()))
            worker.thread.join(max(0.0, deadline - monotonic()))

    # ---- how it is done

    def _hire(self) -> None:
        """Start a process for each job that idle ones will not take, up to the limit."""
        while self._over is None and len(self._workers) < self._most:
            if self._waiting.qsize() <= sum(worker.idle for worker in self._workers):
                return
            try:
                worker = _Worker(EngineProcess(self._data_folder, self._opened, "worker"))
            except OSError:  # the system has no room for more: try again at the next look
                self._deaths_in_vain += not self._workers
                return
            self._workers.append(worker)
            worker.thread = Thread(target=self._work, args=(worker,), name="worker", daemon=True)
            worker.thread.start()

    def _give_up(self, why: Exception | None) -> None:
        """Fail waiting jobs for a reason, or cancel them."""
        while True:
            try:
                job = self._waiting.get_nowait()
            except Empty:
                return
            if job is not None and why is not None:
                job.future.set_exception(why)
            elif job is not None:
                job.future.cancel()

    # ---- what the threads do

    def _work(self, worker: "_Worker") -> None:
        """Hand one job after the other to a process, until it dies or is no longer needed."""
        while not worker.dead:
            worker.idle = True
            job = self._waiting.get()
            worker.idle = False
            if job is None:
                break
            if not worker.engine.alive:  # it died idle
                self._waiting.put(job)
                worker.dead = True
            elif job.future.running() or job.future.set_running_or_notify_cancel():
                self._do(worker, job)
        worker.engine.kill()  # also lets go of its pipe

    def _do(self, worker: "_Worker", job: "_Job") -> None:
        try:
            worker.engine.send(Ask(job.question))
        except Exception as error:  # it cannot be packed
            job.future.set_exception(error)
            return
        answer = None
        while True:
            match worker.engine.receive():
                case AnswerProgress(share):
                    worker.has_begun, job.begun_by, job.share = True, worker.engine.pid, share
                case Answered(value):
                    answer = value
                case Ended() if not worker.engine.alive:
                    self._take_back(job, worker)
                    return
                case Ended(None):
                    job.future.set_result(answer)
                    return
                case Ended(problem):
                    job.future.set_exception(problem)
                    return

    def _take_back(self, job: "_Job", worker: "_Worker") -> None:
        """Queue a job again after its process died, unless the job itself makes processes die."""
        job.deaths += job.begun_by is not None and job.begun_by == worker.engine.pid
        if self._over is not None:
            job.future.set_exception(self._over)
        elif job.deaths >= MOST_DEATHS:
            times = str(MOST_DEATHS)
            job.future.set_exception(
                Problem("Training crashed {times} times (perhaps out of memory); stopped trying.", times=times)
            )
        else:
            job.share = 0.0
            self._waiting.put(job)
        worker.died_over_job = worker.dead = True


@dataclass(slots=True, eq=False, weakref_slot=True)
class _Job:
    """A job, and how far it is."""

    question: Question[object]
    future: Future[Any] = field(default_factory=Future)
    share: float = 0.0
    begun_by: int | None = None
    deaths: int = 0


@dataclass(slots=True, eq=False)
class _Worker:
    """A process and what we know of it: its thread writes this, the executor's owner reads it."""

    engine: EngineProcess
    thread: Thread = field(init=False)
    idle: bool = True
    has_begun: bool = False
    died_over_job: bool = False
    dead: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Call(Question[Any]):
    """What does a function return?"""

    function: Callable[[], Any]
    dataset: DataSet = MNIST  # any will do: nobody looks at a digit

    def answers(self, digits: Digits) -> Generator[float, None, Any]:
        yield 0.0
        return self.function()
