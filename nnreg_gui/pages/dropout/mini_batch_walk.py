"""A slow walk through training with dropout: image by image forward and backward, then the step."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.dropout_step import take_dropout_step
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.network import Parameters

BATCH_SIZE = 10
_SEED = 1  # for the neurons that are off: a lecture can be repeated


class Phase(Enum):
    """How far the walk has got with an image, or with the whole mini-batch."""

    FORWARD = "forward"
    BACKWARD = "backward"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Walked:
    """The network that learns, and what a step needs of the experiment.

    Attributes:
        parameters, activation, cost, learning_rate: of the network and its step.
        training_images: n, how many digits it learns.
        classes: the names of what it tells apart.
        told: uint8, (n,), which digits it is told that they are; None: those that they are.
    """

    parameters: Parameters
    activation: str
    cost: str
    learning_rate: float
    training_images: int
    classes: tuple[str, ...] = MNIST.classes
    told: np.ndarray | None = None

    @classmethod
    def of(cls, parameters: Parameters, experiment: Experiment, told: np.ndarray | None = None) -> "Walked":
        """Return the network of an experiment; `told` as above."""
        n, rate = experiment.data.training_images, experiment.training.learning_rate
        classes = experiment.data.dataset.classes
        return cls(parameters, experiment.network.activation, experiment.cost, rate, n, classes, told)


class MiniBatchWalk:
    """Goes through mini-batches of the first n digits of a split, in order; leaves the given network unchanged.

    Attributes:
        start: the network that it begins with.
        dropout: p, from the next mini-batch on.
        step: what happens to the present mini-batch.
        batch: its number, from 0.
        image: the place in it of the current image.
        phase: the current phase.
        seen: which hidden neurons were on, for every image so far, by hidden layer.
    """

    def __init__(self, start: Walked, split: Split, dropout: float) -> None:
        self.start, self.dropout = start, dropout
        true = split[: start.training_images]
        self._true = true.labels
        self._split = true if start.told is None else true.told(start.told[: len(true)])
        self.seen: list[tuple[np.ndarray, ...]] = []
        self.image, self.phase = 0, Phase.FORWARD
        self.begin_anew()

    # ------------------------------------------------------------------------------------------------------- the walk

    def begin_anew(self) -> None:
        """Go back to the first mini-batch and the initial network."""
        self._random = np.random.default_rng(_SEED)
        self._parameters = self.start.parameters
        self.batch = 0
        self.seen.clear()
        self._open_batch()

    def advance(self) -> None:
        """Go on to the next phase, image or mini-batch, unless the step has led beyond all bounds."""
        if self.phase is Phase.FORWARD:
            self.phase = Phase.BACKWARD
        elif self.phase is Phase.STEP:
            if self.step.after.finite:
                self._parameters = self.step.after
                self.batch += 1
                self._open_batch()
        elif self.image + 1 < BATCH_SIZE:
            self._look_at(self.image + 1)
        else:
            self.phase = Phase.STEP

    def finish_batch(self) -> None:
        """Go on to the step of this mini-batch or, from there, to that of the next."""
        self.advance()
        while self.phase is not Phase.STEP:
            self.advance()

    def draw_other_masks(self) -> None:
        """Draw other neurons for the present mini-batch, and go to its first image."""
        self._open_batch()

    def _open_batch(self) -> None:
        self.step = take_dropout_step(
            self._parameters,
            self.inputs,
            self._split[self._rows].targets,
            self._random,
            dropout=self.dropout,
            learning_rate=self.start.learning_rate,
            activation=self.start.activation,
            cost=self.start.cost,
        )
        self._look_at(0)

    def _look_at(self, image: int) -> None:
        self.image, self.phase = image, Phase.FORWARD
        self.seen.append(tuple(mask[image] > 0 for mask in self.step.masks))

    # ------------------------------------------------------------------------------------------------- what is seen

    @property
    def _rows(self) -> np.ndarray:
        return (self.batch * BATCH_SIZE + np.arange(BATCH_SIZE)) % len(self._split)

    @property
    def inputs(self) -> np.ndarray:
        """The present mini-batch: float32, (m, pixels)."""
        return self._split[self._rows].inputs

    @property
    def shape(self) -> tuple[int, ...]:
        """Height and width of an image."""
        return self._split.images.shape[1:]

    @property
    def targets(self) -> np.ndarray:
        """What the network is told that its images show: one-hot, (m, classes)."""
        return self._split[self._rows].targets

    @property
    def label(self) -> int:
        """The label that the network is told."""
        return int(self._split.labels[self._rows[self.image]])

    @property
    def true(self) -> int:
        """The label of what the image shows."""
        return int(self._true[self._rows[self.image]])

    @property
    def on(self) -> tuple[np.ndarray, ...]:
        """Per hidden layer, which neurons are on for the image; in the step, for any image."""
        if self.phase is Phase.STEP:
            return tuple(mask.max(0) > 0 for mask in self.step.masks)
        return tuple(mask[self.image] > 0 for mask in self.step.masks)

    @property
    def different_networks(self) -> int:
        """How many different thinned networks there have been so far."""
        return len({b"".join(layer.tobytes() for layer in on) for on in self.seen})
