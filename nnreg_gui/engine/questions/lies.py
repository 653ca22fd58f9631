"""The questions which training images bear wrong labels, and what a network says of them."""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.questions.ensembles import outputs_of
from nnreg_gui.engine.questions.question import Network, Question
from nnreg_gui.engine.wrong_labels import WrongLabels, told_images


@dataclass(frozen=True, slots=True, eq=False)
class LyingDigits:
    """The training images whose labels lie.

    Attributes:
        wrong: which they are.
        images: what they look like: uint8, (lies, height, width).
    """

    wrong: WrongLabels
    images: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class LyingDigitsQuestion(Question[LyingDigits]):
    """Which labels does a network learn that lie? Experiments with the same data and seed have the same answer.

    Attributes:
        experiment: what is trained; at least one label is wrong.
    """

    experiment: Experiment

    @property
    def dataset(self) -> str:
        return self.experiment.data.dataset

    def answers(self, digits: Digits) -> Generator[float, None, LyingDigits]:
        yield 0.0
        split, wrong = told_images(self.experiment, digits)
        assert wrong is not None  # at least one label is
        return LyingDigits(wrong, split.images[wrong.lies])


@dataclass(frozen=True, slots=True, eq=False)
class LiesQuestion(Question[np.ndarray]):
    """What does a network say of the training images whose labels lie?

    The answer is its outputs: float32, (lies, 10).

    Attributes:
        network: the network to ask.
        lies: the images, as in `WrongLabels.lies`.
    """

    network: Network
    lies: np.ndarray

    @property
    def dataset(self) -> str:
        return self.network.dataset

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        yield 0.0
        return outputs_of(self.network, digits.training[self.lies])
