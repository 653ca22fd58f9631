"""The questions which training images bear wrong labels, and what a network, pruned or among others, says of them."""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.questions.ensembles import called_by_average, called_by_vote
from nnreg_gui.engine.questions.pruning_questions import recognized_pruned
from nnreg_gui.engine.questions.question import ExperimentQuestion, Network, NetworksQuestion, Question
from nnreg_gui.engine.wrong_labels import WrongLabels, learned_rows, told_images


@dataclass(frozen=True, slots=True, eq=False)
class LyingDigits:
    """The training images whose labels lie.

    Attributes:
        wrong: which they are.
        images: what they look like: uint8, (lies, height, width).
        rows: where they stand in the whole training set: int64, (lies,).
    """

    wrong: WrongLabels
    images: np.ndarray
    rows: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class LyingDigitsQuestion(ExperimentQuestion[LyingDigits]):
    """Which labels does a network learn that lie? Experiments with the same data and seed have the same answer.

    Attributes:
        experiment: what is trained; at least one label is wrong.
    """

    experiment: Experiment

    def answers(self, digits: Digits) -> Generator[float, None, LyingDigits]:
        yield 0.0
        split, wrong = told_images(self.experiment, digits)
        assert wrong is not None  # at least one label is
        return LyingDigits(wrong, split.images[wrong.lies], _rows_of(self.experiment, wrong.lies, digits))


def _rows_of(experiment: Experiment, lies: np.ndarray, digits: Digits) -> np.ndarray:
    """Return where these of an experiment's images stand in the whole training set."""
    available = len(digits.training)
    return np.asarray(np.arange(available)[learned_rows(experiment, available)][lies])


@dataclass(frozen=True, slots=True, eq=False)
class LiesQuestion(Question[np.ndarray]):
    """What does a network say of the training images whose labels lie?

    The answer is its outputs: float32, (lies, classes).

    Attributes:
        network: the network to ask.
        lies: the images, as in `LyingDigits.rows`.
    """

    network: Network
    lies: np.ndarray

    @property
    def dataset(self) -> DataSet:
        return self.network.dataset

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        yield 0.0
        return self.network.outputs(digits.training[self.lies].inputs)


@dataclass(frozen=True, slots=True, eq=False)
class PrunedLiesQuestion(NetworksQuestion[np.ndarray]):
    """How many of their lies do networks repeat with their smallest weights pruned?

    The answer is their shares, 0…1: float64, (networks, shares).

    Attributes:
        experiment: what the networks were told; at least one label is wrong.
        networks: the networks to prune.
        shares: of the weights to prune, 0 … 1.
        per_layer: see `prune()`.
    """

    experiment: Experiment
    networks: tuple[Network, ...]
    shares: tuple[float, ...]
    per_layer: bool = False

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        split, wrong = told_images(self.experiment, digits)
        assert wrong is not None  # at least one label is
        return (yield from recognized_pruned(self.networks, split[wrong.lies], self.shares, self.per_layer))


@dataclass(frozen=True, slots=True)
class RepeatedLies:
    """How many lies networks repeat, each its own, and all together; shares, 0…1, of all lies told to any of them.

    Attributes:
        single: each network of those that it was told.
        average, vote: all together of those that each of them was told.
        same: whether all were told the same.
    """

    single: float
    average: float
    vote: float
    same: bool


@dataclass(frozen=True, slots=True, eq=False)
class EnsembleLiesQuestion(NetworksQuestion[RepeatedLies]):
    """How many of the lies that networks were told do they repeat, each by itself and all together?

    A lie told to two networks counts twice. The answer is `RepeatedLies`.

    Attributes:
        experiments: what trained each network, on the same data set; at least one label of one of them is wrong.
        networks: as many.
    """

    experiments: tuple[Experiment, ...]
    networks: tuple[Network, ...]

    def answers(self, digits: Digits) -> Generator[float, None, RepeatedLies]:
        told = [told_images(experiment, digits) for experiment in self.experiments]
        lies = [(np.empty(0, int) if wrong is None else wrong.lies) for _, wrong in told]
        asked_about = [_rows_of(one, own, digits) for one, own in zip(self.experiments, lies, strict=True)]
        rows, outputs = np.unique(np.concatenate(asked_about)), []
        asked = digits.training[rows].inputs  # each network about the lies of all
        for network in self.networks:
            outputs.append(network.outputs(asked))
            yield len(outputs) / len(self.networks)
        each = np.stack(outputs)
        answers = called_by_average(each), called_by_vote(each)
        repeated = np.zeros(3, int)
        for own, own_lies, own_rows, (split, _) in zip(each, lies, asked_about, told, strict=True):
            said, places = split.labels[own_lies], np.searchsorted(rows, own_rows)
            for which, called in enumerate((own.argmax(1), *answers)):
                repeated[which] += np.count_nonzero(called[places] == said)
        single, average, vote = (repeated / sum(map(len, lies))).tolist()
        first, rows_of_first = told[0][0].labels, asked_about[0]
        same = all(
            np.array_equal(split.labels, first) and np.array_equal(own_rows, rows_of_first)
            for (split, _), own_rows in zip(told, asked_about, strict=True)
        )
        return RepeatedLies(single, average, vote, same)
