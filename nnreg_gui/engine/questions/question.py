"""Questions about trained networks that take too long to answer between two frames of the window."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np

from nnreg_gui.engine.augmentation import Drawn, augment, draw, rotate
from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.engine.network import Parameters, forward, weighted_outputs

_IMAGES_AT_ONCE = 500
SIX, NINE = 6, 9  # MNIST's labels


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A trained network.

    Attributes:
        parameters: its weights and biases.
        activation: the name of its hidden activation.
        dataset: the data set it was trained on.
        cost: the name of the cost that it was trained with, which says what its outputs are.
    """

    parameters: Parameters
    activation: str
    dataset: DataSet = MNIST
    cost: str = "cross_entropy"

    @classmethod
    def of(cls, parameters: Parameters, experiment: Experiment) -> "Network":
        """Return the network that an experiment trained to these parameters."""
        return cls(parameters, experiment.network.activation, experiment.data.dataset, experiment.cost)

    def outputs(self, inputs: np.ndarray) -> np.ndarray:
        """Return the outputs a^L, (k, classes); inputs are float32, (k, pixels)."""
        return forward(self.parameters, inputs, self.activation, self.cost)

    def called(self, images: np.ndarray) -> np.ndarray:
        """Return the label, (k,), that the network takes each image for; images are float32, (k, height, width)."""
        inputs = images.reshape(len(images), self.parameters.weights[0].shape[1])
        return weighted_outputs(self.parameters, inputs, self.activation).argmax(1)


Answer_co = TypeVar("Answer_co", covariant=True)


class Question(Generic[Answer_co]):
    """A question to answer with digits; two questions are the same only if they are one object."""

    __slots__ = ()

    @property
    def dataset(self) -> DataSet:
        """The data set whose digits answer it."""
        raise NotImplementedError

    def answers(self, digits: Digits) -> Generator[float, None, Answer_co]:
        """Yield, from time to time, the share (0…1) done; return the answer."""
        raise NotImplementedError


class NetworksQuestion(Question[Answer_co]):
    """A question about trained networks.

    Attributes:
        networks: at least one, all trained on the same data set.
    """

    __slots__ = ()
    networks: tuple[Network, ...]

    @property
    def dataset(self) -> DataSet:
        return self.networks[0].dataset


class ExperimentQuestion(Question[Answer_co]):
    """A question about an experiment, or about what it has trained.

    Attributes:
        experiment: says which data set it is about.
    """

    __slots__ = ()
    experiment: Experiment

    @property
    def dataset(self) -> DataSet:
        return self.experiment.data.dataset


@dataclass(frozen=True, slots=True, eq=False)
class ValidationQuestion(Question[Split]):
    """Which are the validation digits? The answer is their `Split`."""

    dataset: DataSet = MNIST

    def answers(self, digits: Digits) -> Generator[float, None, Split]:
        yield 0.0
        return digits.validation


@dataclass(frozen=True, slots=True, eq=False)
class TrainingQuestion(Question[Split]):
    """Which are the first training digits? The answer is their `Split`.

    Attributes:
        images: how many.
    """

    images: int
    dataset: DataSet = MNIST

    def answers(self, digits: Digits) -> Generator[float, None, Split]:
        yield 0.0
        return digits.training[: self.images]


@dataclass(frozen=True, slots=True, eq=False)
class ConfusionQuestion(NetworksQuestion[np.ndarray]):
    """What do networks take validation digits for once augmentation has changed them?

    The answer is the digit that each network takes each image for, uint8, (networks, validation images).

    Attributes:
        networks: the networks to ask.
        augmentation: the ranges in which each validation image draws its change; all off leaves the digits as they are.
        seed: of the draws; `changed_digits()` with the same seed gives the same images.
    """

    networks: tuple[Network, ...]
    augmentation: AugmentationSpec = field(default_factory=AugmentationSpec)
    seed: int = 0

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        called = np.empty((len(self.networks), len(digits.validation)), np.uint8)
        for rows, images in changed_digits(digits.validation, self.augmentation, self.seed):
            for network, by_it in zip(self.networks, called, strict=True):
                by_it[rows] = network.called(images)
            yield rows.stop / len(digits.validation)
        return called


@dataclass(frozen=True, slots=True, eq=False)
class RotationQuestion(NetworksQuestion[np.ndarray]):
    """What do networks take all validation sixes and nines for, turned by each of these angles?

    The answer counts what they are taken for: int64, (networks, 2, angles, classes), sixes first.

    Attributes:
        networks: the networks to ask.
        angles: degrees, counter-clockwise.
        pair: the labels of two classes to turn instead of sixes and nines.
    """

    networks: tuple[Network, ...]
    angles: tuple[float, ...]
    pair: tuple[int, int] = (SIX, NINE)

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        """Answer angle by angle: turn each image once, and show it to all networks."""
        classes = len(digits.classes)
        counts = np.zeros((len(self.networks), 2, len(self.angles), classes), np.int64)
        for place, label in enumerate(self.pair):
            inputs = digits.validation[digits.validation.labels == label].inputs
            images = inputs.reshape(-1, *digits.validation.images.shape[1:])
            for at, angle in enumerate(self.angles):
                turned = rotate(images, angle)
                for number, network in enumerate(self.networks):
                    counts[number, place, at] = np.bincount(network.called(turned), minlength=classes)
                yield (place + (at + 1) / len(self.angles)) / 2
        return counts


def confusion_matrix(labels: np.ndarray, called: np.ndarray, classes: int) -> np.ndarray:
    """Return how many digits of each class are taken for each class: int64, (classes, classes), true ones as rows."""
    counts = np.bincount(classes * labels.astype(np.intp) + called, minlength=classes**2)
    return counts.reshape(classes, classes)


def most_confused(counts: np.ndarray) -> tuple[int, int]:
    """Return which two classes are most often taken for each other, the first one first, by a `confusion_matrix()`."""
    both_ways = np.triu(counts + counts.T, 1)
    first, second = np.unravel_index(both_ways.argmax(), counts.shape)
    return (int(first), int(second)) if first != second else (0, 1)


def changed_digits(split: Split, augmentation: AugmentationSpec, seed: int) -> Iterator[tuple[slice, np.ndarray]]:
    """Yield all images of a split, changed, in pieces: rows, and float32 (k, height, width)."""
    for start in range(0, len(split), _IMAGES_AT_ONCE):
        rows = slice(start, min(start + _IMAGES_AT_ONCE, len(split)))
        images = split[rows].inputs.reshape(-1, *split.images.shape[1:])
        yield rows, augment(images, _drawn(split, augmentation, seed, start))


def changed_digit(split: Split, augmentation: AugmentationSpec, seed: int, row: int) -> np.ndarray:
    """Return one of the images that `changed_digits()` yields, float32, (height, width)."""
    start = row - row % _IMAGES_AT_ONCE
    drawn = _drawn(split, augmentation, seed, start)[row - start : row - start + 1]
    return augment(split[row : row + 1].inputs.reshape(1, *split.images.shape[1:]), drawn)[0]


def _drawn(split: Split, augmentation: AugmentationSpec, seed: int, start: int) -> Drawn:
    count = min(_IMAGES_AT_ONCE, len(split) - start)
    return draw(augmentation, count, split.images.shape[1:], np.random.default_rng((seed, start)))
