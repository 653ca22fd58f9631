"""The engine process's work: trains and answers, and looks for commands in between. No Qt."""

import signal
import sys
import traceback
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import DataSets, Digits
from nnreg_gui.engine.events import EpochRecord, Event, Progress, Stopped, Tested
from nnreg_gui.engine.experiment import DataSpec, Experiment, TrainingSpec
from nnreg_gui.engine.problems import Problem, problem_of
from nnreg_gui.engine.questions.question import Question
from nnreg_gui.engine.training import test_accuracy, train
from nnreg_gui.running.engine_messages import (
    Answered,
    AnswerProgress,
    Ask,
    Change,
    Ended,
    Go,
    Held,
    Hold,
    Keep,
    Prepare,
    Start,
    Stop,
)

_SECONDS_BETWEEN_PROGRESS = 1 / 40  # a little more often than the window asks

# Data sets by folder that the process this one was forked from has read: empty in others.
WARM: dict[Path, DataSets] = {}


def serve(connection: Connection, data_folder: Path) -> None:
    """Train and answer on request, one thing after the other, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the parent's to answer
    try:
        data_sets = WARM.get(data_folder) or warmed_up(DataSets(data_folder))
        while True:
            command = connection.recv()
            if isinstance(command, Keep):
                data_sets[command.data_set] = command.digits
            if isinstance(command, Prepare):
                prepare(command.dataset, data_sets)
            if not isinstance(command, Start | Ask):
                continue  # meant for a run or question that has just ended
            if isinstance(command, Start):
                _end_with(connection, partial(_train, connection, command, data_sets))
            else:
                _end_with(connection, partial(_answer, connection, command.question, data_sets))
    except (EOFError, OSError):
        return  # the parent is gone: nobody is left to tell


def _end_with(connection: Connection, work: Callable[[], None]) -> None:
    """Do some work, and say how it ended, whatever happens."""
    problem: Problem | None = None
    try:
        work()
    except (EOFError, OSError):
        raise
    except Exception as error:  # a fault of ours must not take down the process, and with it the user's next run
        problem = problem_of(error)
        if not isinstance(error, Problem | MemoryError):
            traceback.print_exc(file=sys.stderr)
    connection.send(Ended(problem))


def _train(connection: Connection, start: Start, data_sets: DataSets) -> None:
    """Train an experiment on its digits."""
    _Run(connection, start, data_sets[start.experiment.data.dataset]).go()


def _answer(connection: Connection, question: Question[object], data_sets: DataSets) -> None:
    """Answer a question, unless another command comes meanwhile."""
    answers, next_progress = question.answers(data_sets[question.dataset]), 0.0
    while not connection.poll():
        try:
            share = next(answers)
        except StopIteration as end:
            connection.send(Answered(end.value))
            return
        if monotonic() >= next_progress:
            next_progress = monotonic() + _SECONDS_BETWEEN_PROGRESS
            connection.send(AnswerProgress(share))


def warmed_up(data_sets: DataSets) -> DataSets:
    """Read and convert the usual digits, and train a little: all this is slow the first time. Return the data sets.

    Report what cannot be read only when it is asked for.
    """
    experiment = Experiment(data=DataSpec(training_images=10), training=TrainingSpec(epochs=1))
    with suppress(Problem):
        digits = data_sets[experiment.data.dataset]
        _kept = digits.validation.inputs, digits.test.inputs
        few = Digits(digits.training[:10], digits.validation[:10], digits.test[:10])
        for _ in train(experiment, few):
            pass
    return data_sets


def prepare(dataset: DataSet, data_sets: DataSets) -> None:
    """Convert all training images: providing the memory takes the system longer than filling it."""
    with suppress(Problem, MemoryError):  # a run says what is wrong
        _kept = data_sets[dataset].training.inputs


class _Run:
    """One run in the child: asks `train()` for events, and looks for commands between them."""

    def __init__(self, connection: Connection, start: Start, digits: Digits) -> None:
        self._connection, self._digits = connection, digits
        self._experiment = start.experiment
        self._newest: EpochRecord | None = None
        self._hold_after, self._threads = start.epochs, start.threads
        self._holding = self._stopped = False
        self._next_progress = 0.0
        self._go_number = 0

    def go(self) -> None:
        """Run to the end, or until told to stop."""
        with closing(train(self._experiment, self._digits, threads=self._threads)) as events:
            for event in events:
                self._tell(event)
                if not _is_over(event):
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
        """Obey the commands since the last event; while holding, wait for more."""
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


def _is_over(event: Event) -> bool:
    """Return whether a run has nothing left to pause or change after this event."""
    return isinstance(event, Tested) or (isinstance(event, Stopped) and event.restored)
