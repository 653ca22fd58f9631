"""A cluster that trains for searches: dask.distributed as a `concurrent.futures.Executor`. No Qt.

Needs the optional extra `cluster`, here and on the machines that train, which also need nnreg-gui with its digits::

    dask scheduler                          # prints its address, such as tcp://192.168.0.5:8786
    dask worker tcp://192.168.0.5:8786      # on every machine

Only the functions here import `distributed`, which takes a second. Anyone who can reach a scheduler can run anything on
its workers, and it can run anything on those who connect to it: keep it on a trusted network, or reach it by tls://,
with the certificates that dask's own settings name (`distributed.comm.tls`).
"""

import asyncio
import socket
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import suppress
from contextvars import copy_context
from functools import lru_cache, partial
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import DATASETS, DataSets, Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.searches.search_jobs import ExecutorError, JobExecutor, Surroundings, work_in
from nnreg_gui.resource_files import resource_path

_SECONDS_TO_CONNECT = 3
_SECONDS_BETWEEN_LOOKS = 0.2


class ClusterExecutor(JobExecutor):
    """Hands jobs on to dask; one thread does everything that may wait for the network.

    It connects in the background. If it cannot, jobs fail with an `ExecutorError` after a few seconds. Dask itself
    repeats what is lost with a worker; the scheduler reports that it has lost one.

    Args:
        address: of a dask scheduler, such as tcp://192.168.0.5:8786.
    """

    def __init__(self, address: str) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="cluster")
        self._client = self._thread.submit(_connect, address)
        self._executor: Executor | None = None
        self._futures: set[Future[Any]] = set()
        self._abandoned = False
        self._deaths = self._deaths_taken = 0  # only one thread writes each

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Run a function on one of the workers."""
        future: Future[Any] = Future()
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)
        self._thread.submit(self._hand_on, future, partial(function, *arguments, **named))
        return future

    def take_deaths(self) -> int:
        """Return how many workers have died with jobs of this executor since the last call."""
        deaths = self._deaths
        new, self._deaths_taken = deaths - self._deaths_taken, deaths
        return new

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Close the connection; cancelled jobs end within a second, even running ones."""
        if wait and not cancel_futures:
            wait_for(set(self._futures))
        self._abandoned = True
        with suppress(RuntimeError):  # already closed
            self._thread.submit(self._close)
        self._thread.shutdown(wait=wait)

    # ---- in the thread

    def _hand_on(self, future: Future[Any], job: Callable[[], Any]) -> None:
        try:
            if self._executor is None:
                client = self._client.result()
                client.subscribe_topic("all", partial(self._take_event, client))
                self._executor = client.get_executor(pure=False)
            if self._abandoned:
                future.cancel()
            else:
                self._executor.submit(_on_worker, job).add_done_callback(partial(_pass_on, future))
        except Problem as problem:
            future.set_exception(problem)
        except Exception:  # the connection was lost
            future.cancel()

    def _close(self) -> None:
        """Close the connection: the scheduler then makes the workers forget what came through it."""
        if self._client.exception() is None:
            with suppress(Exception):  # the scheduler may be gone
                self._client.result().close(timeout=_SECONDS_TO_CONNECT)

    # ---- in the client's thread

    def _take_event(self, client: Any, event: tuple[float, Any]) -> None:
        """Count workers that died with our jobs, not those dismissed or working for other people."""
        _time, message = event
        if isinstance(message, dict) and message.get("action") == "remove-worker" and not message.get("expected"):
            lost = [*message.get("processing-tasks", ()), *message.get("lost-computed-tasks", ())]
            self._deaths += any(key in client.futures for key in lost)


def _connect(address: str) -> Any:
    """Return a client of the scheduler at this address.

    Raises:
        ExecutorError: there is none, or it has no workers.
    """
    try:
        parts = urlsplit(address if "://" in address else f"tcp://{address}")
        # A client retries again and again, never returns from something that is no scheduler, and leaves a thread.
        socket.create_connection((parts.hostname or "", parts.port or 8786), _SECONDS_TO_CONNECT).close()
        from distributed import Client, Security

        security = Security()  # by dask's settings
        arguments = security.get_connection_args("client")
        scheduler = asyncio.run(asyncio.wait_for(_identity(address, arguments), _SECONDS_TO_CONNECT))
        if scheduler["type"] != "Scheduler":
            raise OSError(f"it is a {scheduler['type']}")
    except ModuleNotFoundError as error:
        raise ExecutorError(
            "To train on a cluster, a part of the program is missing: install it with {command}.",
            command="pip install 'nnreg-gui[cluster]'",
        ) from error
    except Exception as error:
        raise ExecutorError(
            "The cluster at {address} cannot be reached ({reason}): check the address, and that a dask scheduler is "
            "running there.",
            address=address,
            reason=(getattr(error, "strerror", None) or str(error) or type(error).__name__).splitlines()[0],
        ) from error
    if not scheduler["workers"]:
        raise ExecutorError(
            "The cluster at {address} has no workers: start some with {command}.",
            address=address,
            command=f"dask worker {address}",
        )
    return Client(address, timeout=_SECONDS_TO_CONNECT, name="nnreg-gui", set_as_default=False, security=security)


async def _identity(address: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Return what a part of dask at this address says of itself."""
    from distributed import rpc

    async with rpc(address, timeout=_SECONDS_TO_CONNECT, connection_args=arguments) as server:
        return dict(await server.identity())


def _pass_on(future: Future[Any], done: Future[Any]) -> None:
    """Pass the outcome of `done` on to `future`."""
    if future.done():
        return
    if done.cancelled():
        future.cancel()
    elif (error := done.exception()) is not None:
        future.set_exception(_in_our_words(error))
    else:
        future.set_result(done.result())


def _in_our_words(error: BaseException) -> BaseException:
    if isinstance(error, ImportError):
        return ExecutorError(
            "The workers of the cluster cannot train ({reason}): they need the same nnreg-gui.", reason=str(error)
        )
    if type(error).__name__ == "KilledWorker":
        return Problem("Training crashed several workers of the cluster (perhaps out of memory); stopped trying.")
    return error


# -------------------------------------------------------------------------------------------------- on the workers


class _OnWorker(Surroundings):
    """The digits of the worker's own installation, and a check whether the task is still wanted."""

    def __init__(self) -> None:
        from distributed import get_worker
        from distributed.worker import thread_state

        self._worker, self._key, self._next_look = get_worker(), thread_state.key, 0.0

    def digits(self, dataset: DataSet) -> Digits:
        if dataset.key not in DATASETS:
            raise ExecutorError(
                "The workers of the cluster have only the digits that come with the program, not “{name}”: train on "
                "this computer.",
                name=dataset.name,
            )
        return _data_sets()[dataset]

    def tell(self, place: int, share: float) -> bool:
        """Ask the worker whether anybody still waits: dask does not end a running task."""
        if monotonic() < self._next_look:
            return True
        self._next_look = monotonic() + _SECONDS_BETWEEN_LOOKS
        task = self._worker.state.tasks.get(self._key)
        return task is not None and task.state not in ("cancelled", "released", "forgotten")


@lru_cache(maxsize=1)
def _data_sets() -> DataSets:
    return DataSets(resource_path())


def _on_worker(job: Callable[[], Any]) -> Any:
    return copy_context().run(_work, job)


def _work(job: Callable[[], Any]) -> Any:
    work_in(_OnWorker())  # only in this context: a worker has several threads, and other people's tasks
    return job()
