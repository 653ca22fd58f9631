"""Makes the records of a run: measures the network on the same images after every epoch."""

import os
import sys
import threading
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Self

import numpy as np

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.events import LARGEST_COST, EpochRecord
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.measuring import (
    accuracy_of,
    data_cost,
    penalty_value,
    summarize_weights,
)
from nnreg_gui.engine.network import Answers, Parameters
from nnreg_gui.engine.problems import DivergedError
from nnreg_gui.engine.wrong_labels import WrongLabels

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future


_NICENESS = 10  # of the threads beside the one that trains; 19 is the highest


def measuring_threads(cores: int, runs: int = 1) -> int:
    """Return how many threads each of so many runs may measure with, beside a window: it gets a core if there are more.

    With two cores, the window would rather wait a millisecond than leave one idle.
    """
    return max(1, (cores if cores <= 2 else cores - 1) // runs)


class Recorder:
    """Measures on as many threads as it may use; a context manager, which ends them."""

    def __init__(self, training: Split, validation: Split, lies: WrongLabels | None, threads: int) -> None:
        self._training, self._validation, self._lies = training, validation, lies
        self._pool: Executor | None = None
        if threads > 1:
            from concurrent.futures import ThreadPoolExecutor  # here, because it would delay the window's start

            self._pool = ThreadPoolExecutor(threads - 1, "measuring", _give_way)
        self._others = threads - 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def begin(self, parameters: Parameters, experiment: Experiment) -> "Measuring":
        """Begin to measure the network as it is now, on the other threads; `Measuring.record()` ends it."""
        measuring = Measuring(parameters.copy(), experiment, self._training, self._validation, self._lies)
        if self._pool is not None:
            measuring.others = [self._pool.submit(measuring.work) for _ in range(self._others)]
        return measuring


class Measuring:
    """A network at the end of an epoch, on the way to its record.

    Attributes:
        others: the threads that work on it beside the one that asks for the record.
    """

    def __init__(
        self,
        parameters: Parameters,
        experiment: Experiment,
        training: Split,
        validation: Split,
        lies: WrongLabels | None,
    ) -> None:
        self._parameters, self._experiment = parameters, experiment
        self._training, self._validation, self._lies = training, validation, lies
        self._answers = Answers(parameters, [validation.inputs, training.inputs], experiment.network.activation)
        self._to_do = deque(self._answers.pieces)
        self.others: list[Future[None]] = []

    def work(self) -> None:
        """Answer the images that nobody has begun with."""
        with suppress(IndexError):
            while True:
                self._answers.fill(self._to_do.popleft())

    def record(self, epoch: int, seconds: float) -> EpochRecord:
        """Return the record of the epoch.

        Raises:
            DivergedError: costs are beyond `LARGEST_COST`, or parameters no longer finite.
        """
        self.work()
        for other in self.others:
            other.result()
        parameters, experiment, lies = self._parameters, self._experiment, self._lies
        z, z_training = self._answers.weighted_outputs
        with np.errstate(all="ignore"):
            training_cost = data_cost(z_training, experiment, self._training.targets)
            validation_cost = data_cost(z, experiment, self._validation.targets)
            penalty = penalty_value(parameters, experiment.regularization, experiment.data.training_images)
        if not (max(training_cost, validation_cost, penalty) <= LARGEST_COST and parameters.finite):
            raise _diverged(epoch, experiment)
        called = z_training.argmax(1)
        return EpochRecord(
            epoch=epoch,
            training_cost=training_cost,
            validation_cost=validation_cost,
            penalty=penalty,
            training_accuracy=accuracy_of(called, self._training.labels),
            validation_accuracy=accuracy_of(z.argmax(1), self._validation.labels),
            seconds=seconds,
            layers=tuple(summarize_weights(w) for w in parameters.weights),
            parameters=parameters,
            wrong_labels_learnt=None if lies is None else float(lies.learnt(called).mean()),
            right_in_spite=None if lies is None else float(lies.in_spite(called).mean()),
        )


def _give_way() -> None:
    """Let everything else go first, above all the window's frames, where a thread may have a priority of its own."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)


def _diverged(epoch: int, experiment: Experiment) -> DivergedError:
    return DivergedError(
        "The run diverged in epoch {epoch} with η = {eta}, λ = {lambda_}, n = {n}: its numbers grew beyond all "
        "bounds. Choose a smaller learning rate η.",
        epoch=str(epoch),
        eta=f"{experiment.training.learning_rate:g}",
        lambda_=f"{experiment.regularization.lambda_:g}",
        n=f"{experiment.data.training_images:,}",
    )
