"""Measures a network at the end of an epoch."""

import math

import numpy as np

from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.events import WeightSummary
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.network import Parameters, weighted_outputs
from nnreg_gui.engine.penalties import PENALTIES

BINS = 100
SMALL_WEIGHT = 0.01
_ROUND_NUMBERS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def data_cost_and_accuracy(parameters: Parameters, experiment: Experiment, split: Split) -> tuple[float, float]:
    """Return the data cost C₀ per image, measured without dropout, and the share of images recognized."""
    z = weighted_outputs(parameters, split.inputs, experiment.network.activation)
    cost = COSTS[experiment.cost].total(z, split.targets) / len(split)
    return cost, accuracy_of(z.argmax(1), split.labels)


def accuracy_of(called: np.ndarray, labels: np.ndarray) -> float:
    """Return the share of images, 0…1, that are taken for what their labels, (images,), say."""
    return float(np.count_nonzero(called == labels)) / len(labels)


def penalty_value(parameters: Parameters, regularization: RegularizationSpec, training_images: int) -> float:
    """Return λ/2n Σw² (L2), λ/n Σ|w| (L1) or some of both, n being the size of the training set; 0 when off."""
    if regularization.penalty == "none":
        return 0.0
    arrays = parameters.weights + (parameters.biases if regularization.penalize_biases else ())
    total = PENALTIES[regularization.penalty].with_ratio(regularization.l1_ratio).total
    return regularization.lambda_ / training_images * sum(total(array) for array in arrays)


def summarize_weights(weights: np.ndarray) -> WeightSummary:
    """Count a layer's weights in bins whose width is a round number that follows the largest weight."""
    magnitude = np.abs(weights)
    largest = float(magnitude.max())
    limit = round_up(largest)
    places = (weights.ravel() + np.float32(limit)) * np.float32(BINS / (2 * limit))
    counts = np.bincount(places.astype(np.intp).clip(0, BINS - 1), minlength=BINS)
    return WeightSummary(counts, limit, largest, int(np.count_nonzero(magnitude < SMALL_WEIGHT)))


def round_up(number: float) -> float:
    """Return the smallest of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten that is not below the number."""
    if number < 1e-6:
        return 1e-6  # a layer whose weights are all zero still has an axis
    power = 10.0 ** math.floor(math.log10(number))
    return next(first * power for first in _ROUND_NUMBERS if first * power >= number or first == 10.0)
