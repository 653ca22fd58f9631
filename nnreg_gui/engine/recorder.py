"""Makes the records of a run: measures the network on the same images after every epoch."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Self

import numpy as np

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.events import LARGEST_COST, EpochRecord
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.measuring import (
    accuracy_of,
    data_cost_and_accuracy,
    data_cost_and_called,
    penalty_value,
    summarize_weights,
)
from nnreg_gui.engine.network import Parameters, one_by_one
from nnreg_gui.engine.problems import DivergedError
from nnreg_gui.engine.wrong_labels import WrongLabels

if TYPE_CHECKING:
    from concurrent.futures import Executor


def measuring_threads(cores: int, runs: int = 1) -> int:
    """Return how many threads each of so many runs may measure with, beside a window: it gets a core if there are more.

    With two cores, the window would rather wait a millisecond than leave one idle.
    """
    return max(1, (cores if cores <= 2 else cores - 1) // runs)


class Recorder:
    """Measures on as many threads as it may use; a context manager, which ends them.

    The images are measured in the same pieces whatever the number of threads, so that records agree bit for bit.
    """

    def __init__(self, training: Split, validation: Split, lies: WrongLabels | None, threads: int) -> None:
        self._training, self._validation, self._lies = training, validation, lies
        self._pool: Executor | None = None
        if threads > 1:
            from concurrent.futures import ThreadPoolExecutor  # here, because it would delay the window's start

            self._pool = ThreadPoolExecutor(threads - 1, "measuring")
        self._threads = threads

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown()

    def _each(self, work: Callable[[int], None], pieces: Sequence[int]) -> None:
        """Do the work for each piece: for the first ones here, for as many on each other thread.

        Threads that took one piece after another would hand the interpreter's lock to and fro, and gain nothing.
        """
        count, others = -(-len(pieces) // self._threads), []
        if self._pool is not None:
            starts = range(count, len(pieces), count)
            others = [self._pool.submit(one_by_one, work, pieces[start : start + count]) for start in starts]
        one_by_one(work, pieces[:count])
        for other in others:
            other.result()

    def record(self, epoch: int, seconds: float, parameters: Parameters, experiment: Experiment) -> EpochRecord:
        """Measure the network at the end of an epoch.

        Raises:
            DivergedError: costs are beyond `LARGEST_COST`, or parameters no longer finite.
        """
        training, lies = self._training, self._lies
        with np.errstate(all="ignore"):
            training_cost, called = data_cost_and_called(
                parameters, experiment, training.inputs, training.targets, self._each
            )
            validation_cost, validation_accuracy = data_cost_and_accuracy(
                parameters, experiment, self._validation, self._each
            )
            penalty = penalty_value(parameters, experiment.regularization, experiment.data.training_images)
        if not (max(training_cost, validation_cost, penalty) <= LARGEST_COST and parameters.finite):
            raise _diverged(epoch, experiment)
        return EpochRecord(
            epoch=epoch,
            training_cost=training_cost,
            validation_cost=validation_cost,
            penalty=penalty,
            training_accuracy=accuracy_of(called, training.labels),
            validation_accuracy=validation_accuracy,
            seconds=seconds,
            layers=tuple(summarize_weights(w) for w in parameters.weights),
            parameters=parameters.copy(),
            wrong_labels_learnt=None if lies is None else float(lies.learnt(called).mean()),
            right_in_spite=None if lies is None else float(lies.in_spite(called).mean()),
        )


def _diverged(epoch: int, experiment: Experiment) -> DivergedError:
    return DivergedError(
        "The run diverged in epoch {epoch} with η = {eta}, λ = {lambda_}, n = {n}: its numbers grew beyond all "
        "bounds. Choose a smaller learning rate η.",
        epoch=str(epoch),
        eta=f"{experiment.training.learning_rate:g}",
        lambda_=f"{experiment.regularization.lambda_:g}",
        n=f"{experiment.data.training_images:,}",
    )
