"""One disturbed validation digit, and what a network makes of it."""

from dataclasses import dataclass, replace

import numpy as np

from nnreg_gui.engine.augmentation import rotate
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.questions.robustness import noise_of, with_noise
from nnreg_gui.engine.questions.thinning import hidden_sizes, masked_activations, neurons_off
from nnreg_gui.plots.disturbance import Disturbance


@dataclass(frozen=True, slots=True, eq=False)
class DisturbedDigit:
    """Which digit, and how it is disturbed; the accuracies use the same images and the first draw.

    Attributes:
        split: the validation digits.
        row: which of them.
        disturbance, value: how, and how far.
        draw: which noise, or which neurons.
    """

    split: Split
    row: int = 0
    disturbance: Disturbance = Disturbance.NOISE
    value: float = 0.0
    draw: int = 0

    @property
    def label(self) -> int:
        """The digit's class."""
        return int(self.split.labels[self.row])

    @property
    def image(self) -> np.ndarray:
        """What a network is shown: float32, (height, width), 0…1."""
        shape = self.split.images.shape[1:]
        image = self.split[self.row : self.row + 1].inputs
        if self.disturbance is Disturbance.NOISE:
            image = with_noise(image, noise_of([self.row], image.shape[1], self.draw), self.value)
        elif self.disturbance is Disturbance.ROTATION:
            image = rotate(image.reshape(1, *shape), self.value)
        return image.reshape(shape)

    def outputs(self, network: Network) -> np.ndarray:
        """Return a network's answer, with its own neurons switched off if that is the disturbance: (classes,)."""
        inputs = self.image.reshape(1, -1)
        if self.disturbance is not Disturbance.OFF:
            return np.asarray(network.outputs(inputs)[0])
        sizes = hidden_sizes(network.parameters)
        ((_, masks),) = neurons_off(sizes, (self.value,), draws=1, seed=self.draw)
        *_, outputs = masked_activations(network.parameters, inputs, network.activation, masks, network.cost)
        return np.asarray(outputs[0])

    def moved(self, network: Network, outputs: np.ndarray) -> float:
        """Return how far a network's outputs, (classes,), are from those for the undisturbed digit: ‖a′ − a‖."""
        return float(np.linalg.norm(outputs - replace(self, value=0.0).outputs(network)))
