"""A handle by which the parent controls an engine process. No Qt."""

import signal
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.running.engine_messages import Ask, Command, Ended, Keep, Message, Prepare, Start
from nnreg_gui.running.mailboxes import Outbox

# Never fork a process that has a window. (The tests fork a server without one that has already read the digits.)
START_METHOD = "spawn"


@contextmanager
def deaf_to_control_c() -> Iterator[None]:
    """Make processes started within ignore Ctrl+C in the terminal, which is their parent's to answer.

    They inherit this. Doing it themselves, they would be late by half a second of imports.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class EngineProcess:
    """A handle of one engine process, spawned at once: ready for runs after about half a second.

    Args:
        data_folder: where it reads the data sets that come with the program.
        opened: others, each of which it is sent when a run or question first needs it; more may be put in later.
        name: of the process.
    """

    def __init__(self, data_folder: Path, opened: Mapping[DataSet, Digits] | None = None, name: str = "engine") -> None:
        context: Any = get_context(START_METHOD)
        self._connection, childs_end = context.Pipe()
        self._process = context.Process(target=_serve, args=(childs_end, data_folder), name=name, daemon=True)
        with deaf_to_control_c():
            self._process.start()
        childs_end.close()  # so that reading ends when the child does
        self._outbox = Outbox(self._connection)
        self._hung_up = False
        self._opened = {} if opened is None else opened
        self._has: set[DataSet] = set()  # of those opened

    @property
    def pid(self) -> int | None:
        """The process id."""
        pid: int | None = self._process.pid
        return pid

    @property
    def alive(self) -> bool:
        """Whether the process can take commands."""
        return not self._hung_up and self._process.is_alive()

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
        self._hung_up = True
        self._process.kill()
        self._outbox.close()
        _hang_up(self._connection)

    def gone(self, seconds: float = 0.0) -> bool:
        """Wait at most `seconds` for the system to forget the process; return whether it has."""
        self._process.join(seconds)
        return not self._process.is_alive()


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
