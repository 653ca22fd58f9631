"""How the learning rate falls while a run goes on.

Halving is the advice of Nielsen's book, chapter 3 ("learning rate schedule"): hold η until the validation accuracy
stops improving, then decrease it. The exponential fall is the other usual one.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

import numpy as np

from nnreg_gui.engine.experiment import Experiment, ScheduleSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.stopping import improvements


def halving_epochs(patience: int, validation_accuracies: Sequence[float] | np.ndarray) -> list[int]:
    """Return the epochs after which η is halved.

    That is after every `patience` epochs in which the validation accuracy did not rise above its highest before.

    Args:
        patience: epochs.
        validation_accuracies: (epochs,), one value per epoch; index 0 is the untrained network.
    """
    rises = np.flatnonzero(improvements(np.asarray(validation_accuracies, float))).tolist()
    ends = [*rises, len(validation_accuracies)]
    return [epoch for rise, end in pairwise(ends) for epoch in range(rise + patience, end, patience)]


def rate_factor(schedule: ScheduleSpec, validation_accuracies: Sequence[float] | np.ndarray) -> float:
    """Return what η is multiplied by in the epoch that follows these: 1, γ^epochs, or ½ for every halving."""
    match schedule.rule:
        case "exponential":
            return float(schedule.gamma ** (len(validation_accuracies) - 1))
        case "halving":
            return 0.5 ** len(halving_epochs(schedule.patience, validation_accuracies))
    return 1.0


def with_fallen_rate(experiment: Experiment, history: RunHistory, epoch: int) -> Experiment:
    """Return an experiment with the η to which it has fallen in a run after this epoch."""
    return _fallen(experiment, history.column("validation_accuracy")[: epoch + 1])


def _fallen(experiment: Experiment, validation_accuracies: Sequence[float] | np.ndarray) -> Experiment:
    training = experiment.training
    factor = rate_factor(training.schedule, validation_accuracies)
    if factor == 1:
        return experiment
    rate = max(factor * training.learning_rate, sys.float_info.min)  # never 0, however long it falls
    return replace(experiment, training=replace(training, learning_rate=rate))


class FallingRate:
    """Follows a run epoch by epoch and tells the η in force.

    A schedule that is chosen in mid-run takes all epochs of the run into account, as a stopping rule does.
    """

    def __init__(self) -> None:
        self._accuracies: list[float] = []
        self._known: tuple[Experiment, Experiment] | None = None

    def take(self, validation_accuracy: float) -> None:
        """Note the validation accuracy of the next epoch, from epoch 0."""
        self._accuracies.append(validation_accuracy)
        self._known = None

    def in_force(self, experiment: Experiment) -> Experiment:
        """Return the experiment with the η of the epoch that follows."""
        if self._known is None or self._known[0] is not experiment:
            self._known = experiment, _fallen(experiment, self._accuracies)
        return self._known[1]

    def expected(self, experiment: Experiment) -> Experiment:
        """Return what will be in force after the next validation accuracy, unless that one is no better than before."""
        return _fallen(experiment, [*self._accuracies, inf])
