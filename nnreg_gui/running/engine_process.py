"""A handle by which the parent controls an engine process. No Qt."""

import os
import signal
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import Pipe, forkserver, get_context
from multiprocessing.connection import Connection
from multiprocessing.util import get_temp_dir
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import Any

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.running.engine_messages import Ask, Command, Ended, Keep, Message, Prepare, Start
from nnreg_gui.running.mailboxes import Outbox

# Never fork a process that has a window. On Linux, they fork from a server without one, which has read the digits: the
# first is ready after half a second, as a spawned one is, all others after some milliseconds, and they share memory.
# macOS forbids forking to whoever has used its libraries, numpy among them.
FORKS = sys.platform == "linux"
WARM = "nnreg_gui.running.warm_process"  # what the server imports
SERVERS_FOLDER = "NNREG_GUI_SERVERS_FOLDER"  # the variable that tells it where its socket is

_THREADS_OF_BLAS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class EngineProcess:
    """A handle of one engine process, begun at once; nobody waits for it to be ready.

    Args:
        data_folder: where it reads the data sets that come with the program.
        opened: others, each of which it is sent when a run or question first needs it; more may be put in later.
        name: of the process.

    Raises:
        OSError: the system has no room for another process; where it forks, `receive()` reports it.
    """

    def __init__(self, data_folder: Path, opened: Mapping[DataSet, Digits] | None = None, name: str = "engine") -> None:
        self._connection, childs_end = Pipe()
        self._make = partial(_process, childs_end, data_folder, name)
        forks = FORKS and _server_runs()
        self._process = self._make("forkserver" if forks else "spawn")
        self._hung_up = False
        self._changing = Lock()  # held by whoever kills it or looks whether it is to be killed
        self._starter = Thread(target=self._start, args=(childs_end,), name="starter", daemon=True)
        if forks:
            self._starter.start()  # the server may still be importing
        else:
            with _surroundings():
                self._process.start()
            childs_end.close()  # so that reading ends when the child does
        self._outbox = Outbox(self._connection, self.kill)
        self._opened = {} if opened is None else opened
        self._has: set[DataSet] = set()  # of those opened

    @property
    def pid(self) -> int | None:
        """The process id, for which you may wait half a second; None if it could not begin."""
        self._wait_for_start(None)
        pid: int | None = self._process.pid
        return pid

    @property
    def alive(self) -> bool:
        """Whether the process can take commands."""
        return not self._hung_up and (self._starter.is_alive() or self._process.is_alive())

    def send(self, command: Command) -> None:
        """Send a command without waiting; if the process is gone, `receive()` reports it."""
        if isinstance(command, Prepare | Start | Ask) and command.dataset not in self._has:
            digits = self._opened.get(command.dataset)
            if digits is not None:
                self._has.add(command.dataset)
                self._outbox.put(Keep(command.dataset, digits))
        self._outbox.put(command)

    def receive(self) -> Message:
        """Wait for the next message; if the process is gone, return `Ended` with a problem."""
        try:
            message: Message = self._connection.recv()
        except Exception:  # it is gone, or its message makes no sense, perhaps for lack of memory
            self._hung_up = True
            return Ended(
                Problem(
                    "The engine process ended unexpectedly (perhaps out of memory). The curves so far are kept; "
                    "press Start to train again."
                )
            )
        return message

    def kill(self) -> None:
        """End the process at once, without waiting: it holds nothing to lose. `receive()` reports it."""
        with self._changing:
            self._hung_up = True
            if self._process.pid is not None:
                self._process.kill()
        self._outbox.close()
        _hang_up(self._connection)

    def gone(self, seconds: float = 0.0) -> bool:
        """Wait at most `seconds` for the system to forget the process; return whether it has."""
        deadline = monotonic() + seconds
        if not self._wait_for_start(seconds):
            return False
        if self._process.pid is not None:
            self._process.join(max(0.0, deadline - monotonic()))
        return not self._process.is_alive()

    def _start(self, childs_end: Connection) -> None:
        """Begin the process, and end it if it has been killed meanwhile; in a thread."""
        with childs_end, suppress(OSError, EOFError):  # if the server has died, or there is no room, reading ends
            try:
                self._process.start()
            except FileNotFoundError:  # somebody has cleared the folder for temporary files: the server is deaf
                self._process = self._make("spawn")
                self._process.start()
        with self._changing:
            if self._hung_up and self._process.pid is not None:
                self._process.kill()

    def _wait_for_start(self, seconds: float | None) -> bool:
        """Wait at most `seconds` until the process has begun or could not; return whether that is known."""
        if self._starter.ident is not None:
            self._starter.join(seconds)
        return not self._starter.is_alive()


def _process(connection: Connection, data_folder: Path, name: str, method: str) -> Any:
    """Return a process that serves its end of a connection, begun by a method of `multiprocessing`."""
    context: Any = get_context(method)
    return context.Process(target=_serve, args=(connection, data_folder), name=name, daemon=True)


def _server_runs() -> bool:
    """Start the server unless it runs; return whether it does. It needs a folder for temporary files."""
    get_context("forkserver").set_forkserver_preload([WARM])
    with suppress(OSError), _surroundings(**{SERVERS_FOLDER: get_temp_dir()}):
        forkserver.ensure_running()
        return True
    return False


@contextmanager
def _surroundings(**variables: str) -> Iterator[None]:
    """Give processes started within what they inherit; before, they would be late by their imports.

    They ignore Ctrl+C in the terminal, which is their parent's to answer; use one thread for products; and find modules
    where their parent does, not in the folder that it was started in.

    Args:
        variables: more of their environment.
    """
    given = {**dict.fromkeys(_THREADS_OF_BLAS, "1"), "PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    given |= variables
    before = {name: os.environ.get(name) for name in given}
    answer = signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(given)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, answer)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _hang_up(connection: Connection) -> None:
    """Interrupt threads that read and write here: a large process takes a second to die, and no window waits for it.

    On Windows, this happens by itself: a terminated process lets go of its pipes.
    """
    if sys.platform != "win32":
        pipe = socket.socket(fileno=connection.fileno())
        with suppress(OSError):  # the process was already gone
            pipe.shutdown(socket.SHUT_RDWR)
        pipe.detach()


def _serve(connection: Connection, data_folder: Path) -> None:
    """Do the child's work; its imports would delay the parent's window."""
    from nnreg_gui.running.engine_service import serve

    serve(connection, data_folder)
