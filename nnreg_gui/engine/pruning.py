"""Magnitude pruning: the smallest weights of a network become 0; biases stay."""

from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.network import Parameters


@dataclass(frozen=True, slots=True)
class Pruning:
    """How the network of a run was pruned before its epoch 0.

    Attributes:
        share: of the weights that were pruned, 0 … 1.
        per_layer: whether each layer lost this share, or the network as a whole did.
        epochs: of fine-tuning, in which pruned weights stay 0; may be 0.
    """

    share: float
    per_layer: bool = False
    epochs: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Pruned:
    """What is left of a network.

    Attributes:
        parameters: a copy of the network with the pruned weights exactly 0.
        masks: per layer, bool, in the weights' shape: what is left; a weight that was 0 before is not.
        cuts: per layer, the largest |w| that was pruned; 0 where nothing was.
    """

    parameters: Parameters
    masks: tuple[np.ndarray, ...]
    cuts: tuple[float, ...]

    @property
    def remaining(self) -> int:
        """How many parameters are left, biases included."""
        return sum(int(np.count_nonzero(mask)) for mask in self.masks) + sum(b.size for b in self.parameters.biases)


def prune(parameters: Parameters, share: float, per_layer: bool) -> Pruned:
    """Set exactly round(share · count) weights to 0: those with the smallest |w|, the first among equals.

    Weights pruned earlier count among them, and are never left, whatever the share.

    Args:
        parameters: the network; not modified.
        share: 0 … 1, of the weights.
        per_layer: whether to count and compare the weights of each layer separately.
    """
    if per_layer:
        found = [_smallest(np.abs(w).ravel(), share) for w in parameters.weights]
        gone, cuts = [one for one, _ in found], tuple(cut for _, cut in found)
    else:
        together, cut = _smallest(np.abs(np.concatenate([w.ravel() for w in parameters.weights])), share)
        gone = np.split(together, np.cumsum([w.size for w in parameters.weights])[:-1])
        cuts = tuple(cut if one.any() else 0.0 for one in gone)
    masks = tuple(~one.reshape(w.shape) & (w != 0) for one, w in zip(gone, parameters.weights, strict=True))
    weights = tuple(np.where(mask, w, w.dtype.type(0)) for mask, w in zip(masks, parameters.weights, strict=True))
    return Pruned(Parameters(weights, tuple(b.copy() for b in parameters.biases)), masks, cuts)


def _smallest(magnitudes: np.ndarray, share: float) -> tuple[np.ndarray, float]:
    """Return which of these, (count,), are the round(share · count) smallest, and the largest of those, or 0."""
    count = round(share * magnitudes.size)
    if not count:
        return np.zeros(magnitudes.size, bool), 0.0
    cut = np.partition(magnitudes, count - 1)[count - 1]  # sorting all would take ten times as long
    smallest = magnitudes < cut
    equal = np.flatnonzero(magnitudes == cut)
    smallest[equal[: count - int(np.count_nonzero(smallest))]] = True
    return smallest, float(cut)
