"""The engine process: what the child does, and the parent's handle of it. No Qt on either side."""

import signal
import sys
import traceback
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Any

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.events import EpochRecord, Event, Progress, Tested
from nnreg_gui.engine.experiment import DataSpec, Experiment, TrainingSpec
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.studies import Study
from nnreg_gui.engine.training import test_accuracy, train

_SECONDS_BETWEEN_PROGRESS = 1 / 40  # a little more often than the window asks


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

    study: Study


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


# ------------------------------------------------------------------------------------------------- the child's side


def serve(connection: Connection, mnist_folder: Path) -> None:
    """Train and answer what is asked for, one after the other, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the parent's to answer
    try:
        digits: Digits | Problem = _load(mnist_folder)
        while True:
            command = connection.recv()
            if not isinstance(command, Start | Ask):
                continue  # meant for a run or study that has just ended
            if isinstance(digits, Problem):
                connection.send(Ended(digits))
            elif isinstance(command, Start):
                _end_with(connection, _Run(connection, command, digits).go)
            else:
                _end_with(connection, partial(_answer, connection, command.study, digits))
    except (EOFError, OSError):
        return  # the parent has gone: nobody is left to tell


def _end_with(connection: Connection, work: Callable[[], None]) -> None:
    """Do some work, and say how it ended, whatever happens."""
    problem: Problem | None = None
    try:
        work()
    except Problem as found:
        problem = found
    except MemoryError:
        problem = Problem("There is not enough memory for this network: choose a smaller one.")
    except (EOFError, OSError):
        raise
    except Exception as error:  # a fault of ours must not take the process, and the user's next run, with it
        traceback.print_exc(file=sys.stderr)
        problem = Problem("The training stopped because of a fault in the program ({error}).", error=repr(error))
    connection.send(Ended(problem))


def _answer(connection: Connection, study: Study, digits: Digits) -> None:
    """Answer a study, unless something else is asked for meanwhile."""
    answers, next_progress = study.answers(digits), 0.0
    while not connection.poll():
        try:
            share = next(answers)
        except StopIteration as end:
            connection.send(Answer(end.value))
            return
        if monotonic() >= next_progress:
            next_progress = monotonic() + _SECONDS_BETWEEN_PROGRESS
            connection.send(StudyProgress(share))


def _load(mnist_folder: Path) -> Digits | Problem:
    try:
        digits = load_mnist(mnist_folder)
    except Problem as problem:
        return problem
    # The first product and the first random number cost some tenths of a second: not after the user's Start.
    for _ in train(Experiment(data=DataSpec(training_images=10), training=TrainingSpec(epochs=1)), digits):
        pass
    return digits


class _Run:
    """One run in the child: asks `train()` for events, and looks for commands between them."""

    def __init__(self, connection: Connection, start: Start, digits: Digits) -> None:
        self._connection, self._digits = connection, digits
        self._experiment = start.experiment
        self._newest: EpochRecord | None = None
        self._hold_after = start.epochs
        self._holding = self._stopped = False
        self._next_progress = 0.0
        self._go_number = 0

    def go(self) -> None:
        """Run to the end, or until told to stop."""
        with closing(train(self._experiment, self._digits)) as events:
            for event in events:
                self._tell(event)
                if not isinstance(event, Tested):  # after the last event, there is nothing to pause or to change
                    self._obey(events)
                if self._stopped:
                    self._test_newest()
                    break

    def _tell(self, event: Event) -> None:
        if isinstance(event, Progress):
            if monotonic() < self._next_progress:
                return
            self._next_progress = monotonic() + _SECONDS_BETWEEN_PROGRESS
        self._connection.send(event)
        if isinstance(event, EpochRecord):
            self._newest = event
            if event.epoch == self._hold_after and event.epoch < self._experiment.training.epochs:
                self._hold()

    def _hold(self) -> None:
        if not self._holding:
            self._holding = True
            self._connection.send(Held(self._go_number))

    def _obey(self, events: Generator[Event, Experiment | None, None]) -> None:
        """Do what was asked since the last event; while holding, wait to be asked."""
        while not self._stopped and (self._holding or self._connection.poll()):
            match self._connection.recv():
                case Hold():
                    self._hold()
                case Go(epochs, number):
                    self._holding, self._go_number = False, number
                    done = self._newest.epoch if self._newest else 0
                    self._hold_after = None if epochs is None else done + epochs
                case Change(experiment):
                    self._experiment = experiment
                    self._tell(events.send(experiment))
                case Stop():
                    self._stopped = True

    def _test_newest(self) -> None:
        if self._newest is not None:
            accuracy = test_accuracy(self._newest.parameters, self._experiment, self._digits)
            self._connection.send(Tested(accuracy))


# ------------------------------------------------------------------------------------------------ the parent's side


class EngineProcess:
    """A handle of one engine process, spawned at once: ready for runs after about half a second."""

    def __init__(self, mnist_folder: Path) -> None:
        context = get_context("spawn")  # never fork a process that has a window
        self._connection, childs_end = context.Pipe()
        self._process = context.Process(target=serve, args=(childs_end, mnist_folder), name="engine", daemon=True)
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
