"""A network whose hidden layer is random and whose output weights alone are fitted: how well it recognizes digits."""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.costs import half_squares, total_of
from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.experiment import DataSpec, Experiment
from nnreg_gui.engine.measuring import accuracy_of
from nnreg_gui.engine.questions.question import Question
from nnreg_gui.engine.random_features import RandomNeurons, output_weights
from nnreg_gui.engine.wrong_labels import told_images

VALIDATION_IMAGES = 5_000  # the first ones: half the time, and half a point of chance at most


@dataclass(frozen=True, slots=True, eq=False)
class RandomLayer:
    """What a random layer is worth.

    Attributes:
        accuracies: float64, (shares, lambdas, 2): of the training images by the labels told, and of the validation
            images by the true ones.
        costs: the same for the data cost, C₀ = (1/2n) Σ ‖y − a‖².
    """

    accuracies: np.ndarray
    costs: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class RandomLayerQuestion(Question[RandomLayer]):
    """What is a layer of so many random neurons worth?

    Attributes:
        neurons: h, in the hidden layer.
        seed: of its weights.
        lambdas: λ of the penalty on the output weights, 0 for none.
        images: n, the first training images.
        shares: of them that get a wrong label, as in a run with this seed; all come from the same decomposition.
    """

    neurons: int
    seed: int
    lambdas: tuple[float, ...]
    images: int = 1_000
    shares: tuple[float, ...] = (0.0,)
    dataset: DataSet = MNIST

    def answers(self, digits: Digits) -> Generator[float, None, RandomLayer]:
        yield 0.0
        told = [told_images(self._lying(share), digits)[0] for share in self.shares]
        validation = digits.validation[:VALIDATION_IMAGES]
        hidden = RandomNeurons(self.neurons, self.seed).activations(told[0].inputs, validation.inputs)
        yield 0.6
        weights = output_weights(hidden[0], np.hstack([split.targets for split in told]), self.lambdas)
        yield 0.9
        measured = [
            [_measured(*pair, of_share) for pair in zip((split, validation), hidden, strict=True)]
            for split, of_share in zip(told, np.split(weights.astype(np.float32), len(told), axis=2), strict=True)
        ]
        accuracies, costs = np.moveaxis(np.array(measured), (2, 3), (0, 2))
        return RandomLayer(accuracies, costs)

    def _lying(self, share: float) -> Experiment:
        return Experiment(
            data=DataSpec(dataset=self.dataset, training_images=self.images, wrong_labels=share), seed=self.seed
        )


def _measured(split: Split, hidden: np.ndarray, weights: np.ndarray) -> tuple[list[float], list[float]]:
    """Return accuracies and costs on a split for weights, float32, (lambdas, h, classes)."""
    accuracies, costs = [], []
    for one in weights:
        outputs = hidden @ one
        accuracies.append(accuracy_of(outputs.argmax(1), split.labels))
        costs.append(total_of(half_squares(outputs, split.targets)) / len(split))
    return accuracies, costs
