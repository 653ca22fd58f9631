"""Repeats of an experiment with other seeds: what they have in common, and how far apart they lie."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from nnreg_gui.engine.experiment import LARGEST_SEED, Experiment
from nnreg_gui.engine.history import RunHistory


def seeds_from(first: int, count: int) -> range:
    """Return this many seeds, beginning with the first unless there is too little room above it."""
    first = min(first, LARGEST_SEED - count + 1)
    return range(first, first + count)


def experiments_of(experiment: Experiment, count: int) -> tuple[Experiment, ...]:
    """Return an experiment with this many seeds, beginning with its own unless there is too little room above it."""
    return tuple(replace(experiment, seed=seed) for seed in seeds_from(experiment.seed, count))


def common_epochs(histories: Sequence[RunHistory]) -> int:
    """Return how many records, including that of epoch 0, all of these histories (at least one) have."""
    return min(len(history) for history in histories)


def mean_and_spread(histories: Sequence[RunHistory], column: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean of a recorded column over some runs and its standard deviation, epoch by epoch.

    Args:
        histories: at least one.
        column: as in `RunHistory.column`.

    Returns:
        mean, standard deviation (with n − 1; 0 for a single run): (epochs,) each, as far as the shortest run goes.
    """
    epochs = common_epochs(histories)
    values = np.stack([history.column(column)[:epochs] for history in histories])
    spread = values.std(0, ddof=1) if len(histories) > 1 else np.zeros(epochs)
    return values.mean(0), spread
