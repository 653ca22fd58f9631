"""The question what a network says of the training images that bear wrong labels."""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.questions.ensembles import outputs_of
from nnreg_gui.engine.questions.question import Network, Question
from nnreg_gui.engine.wrong_labels import wrong_labels


@dataclass(frozen=True, slots=True, eq=False)
class LiesQuestion(Question[np.ndarray]):
    """What does a network say of the training images whose labels lie?

    The answer is its outputs: float32, (lies, 10), in the order of `WrongLabels.lies`.

    Attributes:
        experiment: what the network was trained on; at least one label is wrong.
        network: the network to ask.
    """

    experiment: Experiment
    network: Network

    @property
    def dataset(self) -> str:
        return self.experiment.data.dataset

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        yield 0.0
        split = digits.training[: self.experiment.data.training_images]
        return outputs_of(self.network, split[wrong_labels(self.experiment, split.labels).lies])
