"""Ensembles: several trained networks that answer together, by the average of their outputs or by a majority vote.

In a notebook: `outputs = np.stack([one.outputs(split.inputs) for one in networks])`, then `called_by_average(outputs)`.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.questions.question import Network, NetworksQuestion

_SHARE_OF_OUTPUTS = 0.3  # of the time a question takes, roughly


def called_by_average(outputs: np.ndarray) -> np.ndarray:
    """Return the digit with the highest output on average over the networks.

    Args:
        outputs: (networks, images, classes).

    Returns:
        uint8, (images,).
    """
    return _highest(outputs.sum(0, dtype=float))


def called_by_vote(outputs: np.ndarray) -> np.ndarray:
    """Return the digit for which most networks vote, each with its highest output.

    Among digits with equally many votes, the one with the highest average output over all networks wins (if these are
    equal, too, the smallest digit): so two networks that disagree answer as their average does, if that is one of the
    two digits.

    Args:
        outputs: (networks, images, classes).

    Returns:
        uint8, (images,).
    """
    votes = np.sum([_ballots(one) for one in outputs], 0)
    return _highest(votes + _tie_break(outputs.sum(0, dtype=float), len(outputs)))


def called_by_each(outputs: np.ndarray) -> np.ndarray:
    """Return the digit that each network takes each image for: uint8, (networks, images); outputs as above."""
    return outputs.argmax(2).astype(np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class AccuracyOverSize:
    """Accuracies (0…1) of ensembles of 1, 2, … networks.

    Attributes:
        average: (networks,), of the average output.
        vote: (networks,), of the majority vote.
    """

    average: np.ndarray
    vote: np.ndarray


def over_size(outputs: np.ndarray, labels: np.ndarray) -> AccuracyOverSize:
    """Return how accurate ensembles of k of these networks are, for every k.

    The mean over groups of k: the networks form a ring, and each begins a group of k neighbours. So every network is in
    equally many groups; k = 1 is the mean of the single networks, the last k all of them together.

    Args:
        outputs: (networks, images, classes).
        labels: (images,).
    """
    return _mean([_growing_group(outputs, labels, first) for first in range(len(outputs))])


def _growing_group(outputs: np.ndarray, labels: np.ndarray, first: int) -> np.ndarray:
    """Return the accuracies of average and vote for 1, 2, … networks of the ring from this one on: (2, networks)."""
    total, votes = np.zeros(outputs.shape[1:]), np.zeros(outputs.shape[1:])
    accuracies = []
    for k, one in enumerate(np.roll(np.arange(len(outputs)), -first), start=1):
        total += outputs[one]
        votes += _ballots(outputs[one])
        together = _highest(total), _highest(votes + _tie_break(total, k))
        accuracies.append([np.mean(called == labels) for called in together])
    return np.array(accuracies).T


def _mean(accuracies: Sequence[np.ndarray]) -> AccuracyOverSize:
    average, vote = np.mean(accuracies, 0)
    return AccuracyOverSize(average, vote)


@dataclass(frozen=True, slots=True, eq=False)
class Ensemble:
    """What networks say of the validation images, one by one and together, and how many of the test images they know.

    Attributes:
        labels: the digits shown: uint8, (images,).
        each: the digit that each network takes each image for: uint8, (networks, images).
        average, vote: the digit that all together take each for: uint8, (images,).
        over_size: accuracies of smaller ensembles of them.
        tested: accuracies (0…1) on the test images: of one network, on average, and of the average of all.
    """

    labels: np.ndarray
    each: np.ndarray
    average: np.ndarray
    vote: np.ndarray
    over_size: AccuracyOverSize
    tested: tuple[float, float]

    @property
    def single(self) -> np.ndarray:
        """Accuracy of each network: (networks,), 0…1."""
        accuracies: np.ndarray = (self.each == self.labels).mean(1)
        return accuracies

    @property
    def disagreed(self) -> np.ndarray:
        """Which images the networks disagree on: bool, (images,)."""
        differ: np.ndarray = (self.each != self.each[0]).any(0)
        return differ

    @property
    def rescued(self) -> np.ndarray:
        """Rows of images on which networks disagree but the average is right, those where fewest are right first.

        int, (k,).
        """
        rows = np.flatnonzero(self.disagreed & (self.average == self.labels))
        right = (self.each[:, rows] == self.labels[rows]).sum(0)
        return rows[np.argsort(right, kind="stable")]


@dataclass(frozen=True, slots=True, eq=False)
class EnsembleQuestion(NetworksQuestion[Ensemble]):
    """What do these networks say of the validation images, one by one and together? The answer is an `Ensemble`.

    Attributes:
        networks: at least one; they may have different hidden layers.
    """

    networks: tuple[Network, ...]

    def answers(self, digits: Digits) -> Generator[float, None, Ensemble]:
        split, outputs, tested = digits.validation, [], []
        for network in self.networks:
            outputs.append(network.outputs(split.inputs))
            tested.append(network.outputs(digits.test.inputs))
            yield _SHARE_OF_OUTPUTS * len(outputs) / len(self.networks)
        together, groups = np.stack(outputs), []
        for first in range(len(together)):
            groups.append(_growing_group(together, split.labels, first))
            yield _SHARE_OF_OUTPUTS + (1 - _SHARE_OF_OUTPUTS) * len(groups) / len(together)
        called = called_by_each(together), called_by_average(together), called_by_vote(together)
        return Ensemble(split.labels, *called, _mean(groups), _tested(np.stack(tested), digits.test.labels))


def _tested(outputs: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    return float((called_by_each(outputs) == labels).mean()), float((called_by_average(outputs) == labels).mean())


def _highest(scores: np.ndarray) -> np.ndarray:
    """Return the class with the highest score: uint8, (images,)."""
    return scores.argmax(1).astype(np.uint8)


def _ballots(outputs: np.ndarray) -> np.ndarray:
    """Return one vote per image: (images, classes), a single 1 in each row."""
    return np.eye(outputs.shape[1])[outputs.argmax(1)]


def _tie_break(total: np.ndarray, networks: int) -> np.ndarray:
    """Return half the mean outputs: less than a vote, since outputs are at most 1, but enough to break ties."""
    return total / (2 * networks)
