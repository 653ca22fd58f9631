"""The engine process as its parent sees it: what can be asked and what is answered, and a handle. No Qt."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nnreg_gui.engine.events import Event
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import Problem

if TYPE_CHECKING:
    from nnreg_gui.engine.studies import Study


# ----------------------------------------------------------------------------------------- commands, parent to child


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a run; hold after so many epochs (0: show the untrained network), or go to the end (None)."""

    experiment: Experiment
    epochs: int | None = None


@dataclass(frozen=True, slots=True)
class Go:
    """Go on; hold after so many epochs, or go to the end (None).

    `number` counts the times this run was told to go: a pause that was confirmed before is no longer true then.
    """

    epochs: int | None
    number: int


@dataclass(frozen=True, slots=True)
class Hold:
    """Pause where you are."""


@dataclass(frozen=True, slots=True)
class Change:
    """Go on as this experiment."""

    experiment: Experiment


@dataclass(frozen=True, slots=True)
class Ask:
    """Answer a study; any other command, or another study, ends it without an answer."""

    study: "Study"


@dataclass(frozen=True, slots=True)
class Stop:
    """End the run, or the study."""


Command = Start | Go | Hold | Change | Ask | Stop


# ------------------------------------------------------------------------- messages, child to parent: events and these


@dataclass(frozen=True, slots=True)
class Held:
    """The run is paused: nothing comes until the next command. `number` is that of the last `Go`, 0 before it."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class StudyProgress:
    """How much of the study, 0…1, is done; a newer one replaces it."""

    share: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the study has found."""

    value: Any


@dataclass(frozen=True, slots=True)
class Ended:
    """The run or study is over, by itself, on request, or because of a problem; nothing of it comes any more."""

    problem: Problem | None = None


Message = Event | Held | StudyProgress | Answer | Ended


# ------------------------------------------------------------------------------------------------ the parent's side

# Never fork a process that has a window. (The tests fork a server that has none, and has read the digits already.)
START_METHOD = "spawn"


@contextmanager
def deaf_to_control_c() -> Iterator[None]:
    """Let processes that are started meanwhile ignore Ctrl+C in the terminal: it is their parent's to answer.

    They inherit it. If they saw to it themselves, they would do so after half a second of imports.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class EngineProcess:
    """A handle of one engine process, spawned at once: ready for runs after about half a second."""

    def __init__(self, mnist_folder: Path) -> None:
        context: Any = get_context(START_METHOD)
        self._connection, childs_end = context.Pipe()
        self._process = context.Process(target=_serve, args=(childs_end, mnist_folder), name="engine", daemon=True)
        with deaf_to_control_c():
            self._process.start()
        childs_end.close()  # so that reading ends when the child does

    @property
    def pid(self) -> int | None:
        """The number of the process in the system."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process is there."""
        return self._process.is_alive()

    def send(self, command: Command) -> None:
        """Ask for something. Of a process that is gone, nothing is asked: whoever receives learns of it."""
        try:
            self._connection.send(command)
        except OSError:
            return

    def receive(self) -> Message:
        """Wait for the next message; a process that is gone says `Ended` with a problem."""
        try:
            message: Message = self._connection.recv()
        except (EOFError, OSError):
            return Ended(
                Problem(
                    "The engine process ended unexpectedly (perhaps out of memory). The curves so far are kept; "
                    "press Start to train again."
                )
            )
        return message

    def kill(self) -> None:
        """End the process at once. It holds nothing that could be lost."""
        self._process.kill()
        self._process.join()


def _serve(connection: Connection, mnist_folder: Path) -> None:
    """Do the child's work, whose imports would delay the window in the parent."""
    from nnreg_gui.running.engine_service import serve

    serve(connection, mnist_folder)
