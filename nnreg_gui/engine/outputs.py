"""What the last layer makes of its weighted inputs: value and slope side by side."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.activations import ACTIVATIONS, sigmoid

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Outputs:
    """How the output neurons answer.

    Attributes:
        value: writes a^L into its second argument (which may be z itself), from z^L, both (images, outputs).
        slope: returns ∂a_i/∂z_j from a^L: (images, outputs i, outputs j).
    """

    value: Callable[[Array, Array], Array]
    slope: Callable[[Array], Array]


def _sigmoid_slope(a: Array) -> Array:
    """∂a_i/∂z_j is σ′(z_i) where i = j, else 0: sigmoids do not depend on each other."""
    slope = ACTIVATIONS["sigmoid"].slope(a, np.empty_like(a))
    return np.asarray(slope[:, :, None] * np.eye(a.shape[1], dtype=a.dtype))


def softmax(z: Array, out: Array) -> Array:
    """a_j = e^z_j / Σ_k e^z_k, which no z makes infinite: the largest is subtracted from all before."""
    np.subtract(z, z.max(1, keepdims=True), out)
    np.exp(out, out)
    return np.divide(out, out.sum(1, keepdims=True), out)


def _softmax_slope(a: Array) -> Array:
    """∂a_i/∂z_j = a_i (δ_ij − a_j): what one output gains, the others lose."""
    return np.asarray(a[:, :, None] * (np.eye(a.shape[1], dtype=a.dtype) - a[:, None, :]))


SIGMOIDS = Outputs(sigmoid, _sigmoid_slope)
SOFTMAX = Outputs(softmax, _softmax_slope)
