"""Data costs C₀ of the sigmoid outputs: value and δ^L side by side, by name."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Cost:
    """A data cost of one image x, summed over the outputs j.

    Attributes:
        total: Σ_x C_x from the weighted inputs z^L, the outputs a^L and the targets y, each (images, outputs).
        delta: writes δ^L = ∂C_x/∂z^L into its third argument, from a^L and y.
    """

    total: Callable[[Array, Array, Array], float]
    delta: Callable[[Array, Array, Array], Array]


def _cross_entropy_total(z: Array, a: Array, y: Array) -> float:
    """−Σ [y ln a + (1−y) ln(1−a)], as Σ [ln(1 + e^−|z|) + max(z, 0) − yz]: the same, but finite where a rounds to 1."""
    losses = np.log1p(np.exp(-np.abs(z)))
    losses += np.maximum(z, 0)
    losses -= y * z
    return float(losses.sum(dtype=np.float64))


def _cross_entropy_delta(a: Array, y: Array, out: Array) -> Array:
    """δ^L = a^L − y: the slope of the sigmoid cancels (Nielsen, chapter 3)."""
    return np.subtract(a, y, out)


def _mean_squared_error_total(z: Array, a: Array, y: Array) -> float:
    """½ Σ ‖y − a‖²."""
    return 0.5 * float(np.square(a - y).sum(dtype=np.float64))


def _mean_squared_error_delta(a: Array, y: Array, out: Array) -> Array:
    """δ^L = (a^L − y) σ′(z^L) with σ′ = a − a²."""
    np.subtract(a, y, out)
    return np.multiply(out, a - a * a, out)


COSTS = {
    "cross_entropy": Cost(_cross_entropy_total, _cross_entropy_delta),
    "mean_squared_error": Cost(_mean_squared_error_total, _mean_squared_error_delta),
}
