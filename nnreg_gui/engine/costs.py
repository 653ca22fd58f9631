"""Data costs C₀ with the outputs that they are made for: value and δ^L side by side, by name."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.outputs import SIGMOIDS, SOFTMAX, Outputs

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Cost:
    """A data cost of one image x, summed over the outputs j.

    Attributes:
        total: Σ_x C_x from the weighted inputs z^L, the outputs a^L and the targets y, each (images, outputs).
        delta: writes δ^L = ∂C_x/∂z^L into its third argument, from a^L and y.
        outputs: what makes a^L of z^L.
    """

    total: Callable[[Array, Array, Array], float]
    delta: Callable[[Array, Array, Array], Array]
    outputs: Outputs = SIGMOIDS


def _cross_entropy_total(z: Array, a: Array, y: Array) -> float:
    """−Σ [y ln a + (1−y) ln(1−a)], as Σ [ln(1 + e^−|z|) + max(z, 0) − yz]: the same, but finite where a rounds to 1."""
    losses = np.log1p(np.exp(-np.abs(z)))
    losses += np.maximum(z, 0)
    losses -= y * z
    return float(losses.sum(dtype=np.float64))


def _mean_squared_error_total(z: Array, a: Array, y: Array) -> float:
    """½ Σ ‖y − a‖²."""
    return 0.5 * float(np.square(a - y).sum(dtype=np.float64))


def _mean_squared_error_delta(a: Array, y: Array, out: Array) -> Array:
    """δ^L = (a^L − y) σ′(z^L) with σ′ = a − a²."""
    np.subtract(a, y, out)
    return np.multiply(out, a - a * a, out)


def _log_likelihood_total(z: Array, a: Array, y: Array) -> float:
    """−Σ y ln a, as Σ [ln Σ_k e^z_k − yz] with the largest z taken out: the same, but finite where a rounds to 0."""
    largest = z.max(1, keepdims=True)
    sums = np.log(np.exp(z - largest).sum(1, keepdims=True)) + largest
    return float((y * (sums - z)).sum(dtype=np.float64))


COSTS = {
    "cross_entropy": Cost(_cross_entropy_total, np.subtract),  # δ^L = a^L − y: the slope cancels (Nielsen, chapter 3)
    "mean_squared_error": Cost(_mean_squared_error_total, _mean_squared_error_delta),
    "log_likelihood": Cost(_log_likelihood_total, np.subtract, SOFTMAX),  # and so it does here
}
