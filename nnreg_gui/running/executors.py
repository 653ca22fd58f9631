"""The processes of this computer that train for searches, as a `concurrent.futures.Executor`. No Qt."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Thread
from typing import Any

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.search_jobs import PATIENCE, JobExecutor, Surroundings, train_job, work_in
from nnreg_gui.running import engine_process

_THREADS_OF_BLAS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_MOST_WORKERS = 61  # what Windows can wait for at once
_MOST_ON_BOARD = 10_000
_ENDED_BY_THE_EXECUTOR = (None, 0, -signal.SIGTERM)


def local_executor(mnist_folder: Path, workers: int | None = None) -> "LocalExecutor":
    """Return an executor with spawned processes that load the digits of this folder once each.

    Args:
        mnist_folder: where the four files of MNIST are.
        workers: how many processes; None for as many as this computer has cores.
    """
    return LocalExecutor(mnist_folder, max(1, min(workers or os.cpu_count() or 1, _MOST_WORKERS)))


class _Board:
    """What the processes write on and the window reads: who does which job, and how far it is. It has no lock.

    A lock would stay closed when the process that holds it is killed. Only one process writes about a place at a time.
    """

    def __init__(self, context: BaseContext) -> None:
        self._shares = context.RawArray("d", _MOST_ON_BOARD)
        self._workers = context.RawArray("q", _MOST_ON_BOARD)

    def clear(self, place: int) -> None:
        if place < _MOST_ON_BOARD:
            self._shares[place], self._workers[place] = 0.0, 0

    def write(self, place: int, share: float) -> None:
        if place < _MOST_ON_BOARD:
            self._shares[place], self._workers[place] = share, os.getpid()

    def share(self, place: int) -> float:
        return self._shares[place] if place < _MOST_ON_BOARD else 0.0

    def worker(self, place: int) -> int:
        return self._workers[place] if place < _MOST_ON_BOARD else 0

    def places_of(self, workers: set[int]) -> list[int]:
        return [place for place, worker in enumerate(self._workers) if worker in workers]


class LocalExecutor(ProcessPoolExecutor, JobExecutor):
    """Spawned processes with one BLAS thread each. They end when this process does, however it ends."""

    tells_shares = True

    def __init__(self, mnist_folder: Path, workers: int) -> None:
        context = get_context(engine_process.START_METHOD)
        self._board = _Board(context)
        super().__init__(workers, context, initializer=_begin_work, initargs=(mnist_folder, self._board))

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Do something in one of the processes, which are started now if they are not there."""
        if function is train_job:
            self._board.clear(arguments[0])
        try:
            with _one_blas_thread(), engine_process.deaf_to_control_c():
                return super().submit(function, *arguments, **named)
        except OSError as error:  # it has lost a process just now, and is closing what it would use
            raise BrokenExecutor(str(error)) from error

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes in the system."""
        return list(self._processes or ())

    def worker(self, place: int) -> int | None:
        """Return the number in the system of the process that has begun a job; None before."""
        return self._board.worker(place) or None

    def share(self, place: int) -> float:
        """Return which share (0…1) of a job that was submitted is done."""
        return self._board.share(place)

    def has_lost_a_process(self) -> bool:
        """Whether a process has ended, be it noticed by the executor or not."""
        return any(not process.is_alive() for process in (self._processes or {}).values())

    def has_settled(self) -> bool:
        """Whether all processes have ended: when the executor loses one, it ends the others, which takes a moment."""
        return not self._watch.is_alive() if self._watch is not None else True

    def victims(self) -> list[int]:
        """Return the places of the jobs, finished ones included, of the processes that ended by themselves."""
        processes = (self._processes or {}).values()
        return self._board.places_of(
            {process.pid or 0 for process in processes if process.exitcode not in _ENDED_BY_THE_EXECUTOR}
        )

    @property
    def _watch(self) -> Thread | None:
        """The executor's thread, which waits for the processes."""
        thread: Any = self._executor_manager_thread
        return thread

    def abandon(self, patience: float = PATIENCE) -> None:
        """Kill the processes: they hold nothing that could be lost. The executor is of no use afterwards."""
        processes, results = list((self._processes or {}).values()), self._result_queue
        watch = self._watch
        self.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.kill()
        if results is not None:
            # The executor's thread may wait for the rest of a result whose process is gone. The rest could come from
            # whoever can write there: now, from nobody.
            with suppress(OSError):
                results._writer.close()  # type: ignore[attr-defined]
        if watch is not None:
            watch.join(patience)  # it waits for the processes, which is a matter of milliseconds


@contextmanager
def _one_blas_thread() -> Iterator[None]:
    """Let processes that are started meanwhile use one thread for products: numpy reads this when it is imported."""
    before = {name: os.environ.get(name) for name in _THREADS_OF_BLAS}
    os.environ.update(dict.fromkeys(_THREADS_OF_BLAS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


# --------------------------------------------------------------------------------------------------- in the process


class _OnThisComputer(Surroundings):
    """Digits loaded once per process, and the board."""

    def __init__(self, digits: Digits | Problem, board: _Board) -> None:
        self._loaded, self._board = digits, board

    @property
    def digits(self) -> Digits:
        if isinstance(self._loaded, Problem):
            raise self._loaded
        return self._loaded

    def tell(self, place: int, share: float) -> bool:
        self._board.write(place, share)
        return True


def _begin_work(mnist_folder: Path, board: _Board) -> None:
    """Prepare a process for its jobs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the parent's to answer
    Thread(target=_end_with_parent, daemon=True).start()
    digits: Digits | Problem
    try:
        digits = load_mnist(mnist_folder)
    except Problem as problem:  # told by the jobs: an initializer that fails would only break the executor
        digits = problem
    work_in(_OnThisComputer(digits, board))


def _end_with_parent() -> None:
    """End this process when its parent is gone, even if it was killed: it would wait for jobs for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
