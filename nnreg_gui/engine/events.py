"""What `train()` reports: frozen events, which may cross a pipe."""

from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.network import Parameters

LARGEST_COST = 1e30  # a run with a larger cost or penalty has diverged, as has one with no number at all


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the current epoch is; a newer one replaces it.

    Attributes:
        epoch: the epoch in training, from 1.
        images: training images used in this epoch.
        seconds: wall time spent on training them.
    """

    epoch: int
    images: int
    seconds: float


@dataclass(frozen=True, slots=True)
class WeightSummary:
    """The weights of one layer (not its biases), counted.

    Attributes:
        counts: int64, (bins,): weights in bins of equal width from −limit to limit.
        limit: a round number that no |w| exceeds.
        largest: max |w|.
        small: how many weights have |w| < 0.01.
    """

    counts: np.ndarray
    limit: float
    largest: float
    small: int

    @property
    def edges(self) -> np.ndarray:
        """Edges of the bins, (bins + 1,)."""
        return np.linspace(-self.limit, self.limit, len(self.counts) + 1)


@dataclass(frozen=True, slots=True, eq=False)
class EpochRecord:
    """The network at the end of an epoch; epoch 0 is the untrained one. A record equals only itself.

    Attributes:
        training_cost, validation_cost: the data cost C₀ per image, 0…`LARGEST_COST`.
        penalty: λ/2n Σw², λ/n Σ|w| or some of both, with the size n of the training set, 0…`LARGEST_COST`; 0 when off.
        training_accuracy, validation_accuracy: 0…1.
        seconds: wall time of this epoch's training, without measuring.
        layers: the weights counted, per layer.
        parameters: the network itself, never modified afterwards.
        wrong_labels_learnt: the share, 0…1, of the training images with a wrong label that the network calls by it: the
            lies learnt by heart; None if no label is wrong.
        right_in_spite: the share, 0…1, of them that it calls by what they show; None if no label is wrong.
    """

    epoch: int
    training_cost: float
    validation_cost: float
    penalty: float
    training_accuracy: float
    validation_accuracy: float
    seconds: float
    layers: tuple[WeightSummary, ...]
    parameters: Parameters
    wrong_labels_learnt: float | None = None
    right_in_spite: float | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A mid-run change took effect.

    Attributes:
        epoch: where on the time axis: 12.5 is the middle of the 13th epoch.
        before, after: the experiment until then and from then on.
    """

    epoch: float
    before: Experiment
    after: Experiment


@dataclass(frozen=True, slots=True)
class Stopped:
    """The stopping rule has fired, for the first time in this run.

    Attributes:
        epoch: the epoch at whose end it fired.
        best: the record of the best epoch so far, by what the rule watches.
        restored: whether the run ends with the network of the best epoch; otherwise the rule only marks, and the run
            goes on.
    """

    epoch: int
    best: EpochRecord
    restored: bool


@dataclass(frozen=True, slots=True)
class Tested:
    """The test accuracy (0…1) of the network in use from then on: known once, when a run ends."""

    accuracy: float


Event = Progress | EpochRecord | Changed | Stopped | Tested
