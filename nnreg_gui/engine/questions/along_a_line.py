"""Cost and accuracy along a straight line through all weights and biases: between two networks, or away from one.

Such a cut is one of infinitely many: it says nothing of what lies beside it.
"""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.events import LARGEST_COST
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.measuring import data_cost_and_accuracy
from nnreg_gui.engine.network import Parameters, mapped
from nnreg_gui.engine.questions.question import ExperimentQuestion, Network
from nnreg_gui.engine.wrong_labels import told_images

PLACES = tuple(round(twentieth / 20, 2) for twentieth in range(-5, 26))  # 0 is one network, 1 the other
DISTANCES = tuple(round(twentieth / 20, 2) for twentieth in range(-12, 13))  # in lengths of each layer
DIRECTIONS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """What is found along a line: float64, (places,) each; for several directions, their mean.

    Attributes:
        places: where.
        training_cost, validation_cost: C₀ per image, 0…`LARGEST_COST`.
        training_accuracy, validation_accuracy: 0…1.
    """

    places: np.ndarray
    training_cost: np.ndarray
    validation_cost: np.ndarray
    training_accuracy: np.ndarray
    validation_accuracy: np.ndarray


def shapes_of(parameters: Parameters) -> tuple[tuple[int, ...], ...]:
    """Return the shapes of the weights: networks with equal ones have a line between them."""
    return tuple(w.shape for w in parameters.weights)


def between(one: Parameters, other: Parameters, place: float) -> Parameters:
    """Return the parameters at a place on the line through two networks of equal shapes: 0 is one, 1 the other."""
    if place in (0.0, 1.0):
        return other if place else one  # bit for bit
    return _moved(one, mapped(np.subtract, other, one), place)


def random_direction(parameters: Parameters, random: "np.random.Generator") -> Parameters:
    """Return a random direction as long, in each layer's weights and in its biases, as these are themselves.

    Networks with large weights are thus moved as far in proportion as those with small ones: else every network with
    small weights would look steep (Li, Xu, Taylor, Studer, Goldstein 2018, who scale each filter).
    """
    return mapped(lambda array: _as_long_as(array, random), parameters)


def _as_long_as(array: np.ndarray, random: "np.random.Generator") -> np.ndarray:
    drawn = random.standard_normal(array.shape)
    length = np.linalg.norm(array.astype(float))  # squares may overflow float32
    return np.asarray(drawn * (length / np.linalg.norm(drawn)), array.dtype)


def _moved(parameters: Parameters, direction: Parameters, far: float) -> Parameters:
    return mapped(lambda array, along: array + array.dtype.type(far) * along, parameters, direction)


@dataclass(frozen=True, slots=True, eq=False)
class LineQuestion(ExperimentQuestion[Cut]):
    """How do cost and accuracy change along the line from one network to another? The answer is a `Cut`.

    Attributes:
        experiment: what both were trained on: their activation, cost and images, and what they were told of these.
        one, other: networks of equal shapes.
        places: where to measure; see `between`.
    """

    experiment: Experiment
    one: Network
    other: Network
    places: tuple[float, ...] = PLACES

    def answers(self, digits: Digits) -> Generator[float, None, Cut]:
        found, measure = np.empty((len(self.places), 4)), _Measure.of(self.experiment, digits)
        for row, place in enumerate(self.places):
            at = between(self.one.parameters, self.other.parameters, place)
            found[row] = measure(at)
            yield (row + 1) / len(self.places)
        return Cut(np.array(self.places), *found.T)


@dataclass(frozen=True, slots=True, eq=False)
class AroundQuestion(ExperimentQuestion[Cut]):
    """How do cost and accuracy change away from a network? The answer is a `Cut`, the mean over random directions.

    Attributes:
        experiment: what the network was trained on: its activation, cost and images, and what it was told of these.
        network: the network.
        distances: how far to go, in lengths of a direction; see `random_direction`.
        directions: how many.
        seed: of the directions.
    """

    experiment: Experiment
    network: Network
    distances: tuple[float, ...] = DISTANCES
    directions: int = DIRECTIONS
    seed: int = 0

    def answers(self, digits: Digits) -> Generator[float, None, Cut]:
        parameters, random = self.network.parameters, np.random.default_rng(self.seed)
        directions = [random_direction(parameters, random) for _ in range(self.directions)]
        found, measure = np.zeros((len(self.distances), 4)), _Measure.of(self.experiment, digits)
        for row, distance in enumerate(self.distances):
            for place, direction in enumerate(directions):
                at = _moved(parameters, direction, distance) if distance else parameters
                found[row] += measure(at)
                yield (row * self.directions + place + 1) / (len(self.distances) * self.directions)
        return Cut(np.array(self.distances), *(found / self.directions).T)


@dataclass(frozen=True, slots=True)
class _Measure:
    """Measures networks on the same images, which are converted only once."""

    experiment: Experiment
    training: Split
    validation: Split

    @classmethod
    def of(cls, experiment: Experiment, digits: Digits) -> "_Measure":
        return cls(experiment, told_images(experiment, digits)[0], digits.validation)

    @np.errstate(all="ignore")  # far out, outputs saturate
    def __call__(self, parameters: Parameters) -> np.ndarray:
        """Return the costs of training and validation images, then the accuracies: (4,)."""
        splits = self.training, self.validation
        measured = [data_cost_and_accuracy(parameters, self.experiment, split) for split in splits]
        costs, accuracies = np.array(measured).T
        return np.concatenate([np.fmin(costs, LARGEST_COST), accuracies])  # fmin(NaN, …), too
