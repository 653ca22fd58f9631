"""Data costs C₀ with the outputs that they are made for: losses and δ^L side by side, by name."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.outputs import SIGMOIDS, SOFTMAX, Outputs

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Cost:
    """A data cost of one image x, summed over the outputs j.

    Attributes:
        losses: returns what each output adds to C_x, from the weighted inputs z^L and the targets y, all (images,
            outputs): by rows, so that several threads may share the images.
        delta: writes δ^L = ∂C_x/∂z^L into its third argument, from a^L and y.
        outputs: what makes a^L of z^L.
    """

    losses: Callable[[Array, Array], Array]
    delta: Callable[[Array, Array, Array], Array]
    outputs: Outputs = SIGMOIDS

    def total(self, z: Array, y: Array) -> float:
        """Return Σ_x C_x."""
        return total_of(self.losses(z, y))


def total_of(losses: Array) -> float:
    """Return the sum of all losses, in float64."""
    return float(losses.sum(dtype=np.float64))


def _cross_entropy(z: Array, y: Array) -> Array:
    """−y ln a − (1−y) ln(1−a), as ln(1 + e^−|z|) + max(z, 0) − yz: the same, but finite where a rounds to 1."""
    losses = np.log1p(np.exp(-np.abs(z)))
    losses += np.maximum(z, 0)
    losses -= y * z
    return losses


def half_squares(a: Array, y: Array) -> Array:
    """½ (y − a)² of each output."""
    return 0.5 * np.square(a - y)


def _mean_squared_error(z: Array, y: Array) -> Array:
    return half_squares(SIGMOIDS.value(z, np.empty_like(z)), y)


def _mean_squared_error_delta(a: Array, y: Array, out: Array) -> Array:
    """δ^L = (a^L − y) σ′(z^L) with σ′ = a − a²."""
    np.subtract(a, y, out)
    return np.multiply(out, a - a * a, out)


def _log_likelihood(z: Array, y: Array) -> Array:
    """−y ln a, as y (ln Σ_k e^z_k − z) with the largest z taken out: the same, but finite where a rounds to 0."""
    largest = z.max(1, keepdims=True)
    sums = np.log(np.exp(z - largest).sum(1, keepdims=True)) + largest
    return np.asarray(y * (sums - z))


COSTS = {
    "cross_entropy": Cost(_cross_entropy, np.subtract),  # δ^L = a^L − y: the slope cancels (Nielsen, chapter 3)
    "mean_squared_error": Cost(_mean_squared_error, _mean_squared_error_delta),
    "log_likelihood": Cost(_log_likelihood, np.subtract, SOFTMAX),  # and so it does here
}
