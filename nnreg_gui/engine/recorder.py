"""Makes the records of a run: measures the network on the same images after every epoch."""

import os
import sys
import threading
from collections import deque
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Self

import numpy as np

from nnreg_gui.engine.calls import Call
from nnreg_gui.engine.costs import COSTS, total_of
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.events import LARGEST_COST, EpochRecord, WeightSummary
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.measuring import accuracy_of, penalty_value, summarize_weights
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
        self._cost, self._targets = COSTS[experiment.cost], (validation.targets, training.targets)
        sets = [validation.inputs, training.inputs]
        self._answers = Answers(parameters, sets, experiment.network.activation)
        self._losses = [np.empty_like(z) for z in self._answers.weighted_outputs]
        self._called = [np.empty(len(one), np.intp) for one in sets]
        self._finite, self._layers = False, tuple[WeightSummary, ...]()
        answers: list[Call] = [partial(self._answer, *piece) for piece in self._answers.pieces]
        self._to_do = deque([*answers, self._summarize])
        self.others: list[Future[None]] = []

    def work(self) -> None:
        """Do what nobody has begun with. The numbers of a network that has run away say enough."""
        with np.errstate(all="ignore"):
            while True:
                try:
                    call = self._to_do.popleft()
                except IndexError:
                    return
                call()

    def _answer(self, number: int, rows: slice) -> None:
        """Answer these images of a set, and judge the answers."""
        self._answers.fill((number, rows))
        z = self._answers.weighted_outputs[number][rows]
        z.argmax(1, out=self._called[number][rows])
        self._losses[number][rows] = self._cost.losses(z, self._targets[number][rows])

    def _summarize(self) -> None:
        self._finite = self._parameters.finite
        if self._finite:
            self._layers = tuple(summarize_weights(w) for w in self._parameters.weights)

    def record(self, epoch: int, seconds: float) -> EpochRecord:
        """Return the record of the epoch.

        Raises:
            DivergedError: costs are beyond `LARGEST_COST`, or parameters no longer finite.
        """
        self.work()
        for other in self.others:
            other.result()
        parameters, experiment, lies = self._parameters, self._experiment, self._lies
        with np.errstate(all="ignore"):
            validation_cost, training_cost = (total_of(losses) / len(losses) for losses in self._losses)
            penalty = penalty_value(parameters, experiment.regularization, experiment.data.training_images)
        if not (max(training_cost, validation_cost, penalty) <= LARGEST_COST and self._finite):
            raise _diverged(epoch, experiment)
        called_validation, called = self._called
        return EpochRecord(
            epoch=epoch,
            training_cost=training_cost,
            validation_cost=validation_cost,
            penalty=penalty,
            training_accuracy=accuracy_of(called, self._training.labels),
            validation_accuracy=accuracy_of(called_validation, self._validation.labels),
            seconds=seconds,
            layers=self._layers,
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
