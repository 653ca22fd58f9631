"""What the last layer makes of its weighted inputs: value and slope side by side."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from nnreg_gui.engine.activations import ACTIVATIONS, sigmoid
from nnreg_gui.engine.calls import Call, Planned

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Outputs:
    """How the output neurons answer.

    Attributes:
        value: writes a^L into its second argument (which may be z itself), from z^L, both (images, outputs).
        slope: returns ∂a_i/∂z_j from a^L: (images, outputs i, outputs j).
    """

    value: Planned[[Array, Array]]
    slope: Callable[[Array], Array]


def _sigmoid_slope(a: Array) -> Array:
    """∂a_i/∂z_j is σ′(z_i) where i = j, else 0: sigmoids do not depend on each other."""
    slope = ACTIVATIONS["sigmoid"].slope(a, np.empty_like(a))
    return np.asarray(slope[:, :, None] * np.eye(a.shape[1], dtype=a.dtype))


@Planned
def softmax(z: Array, out: Array) -> Iterator[Call]:
    """a_j = e^z_j / Σ_k e^z_k, which no z makes infinite: the largest is subtracted from all before."""
    largest, total = np.empty((2, len(z), 1), z.dtype)
    yield partial(np.maximum.reduce, z, 1, None, largest, True)
    yield partial(np.subtract, z, largest, out)
    yield partial(np.exp, out, out)
    yield partial(np.add.reduce, out, 1, None, total, True)
    yield partial(np.divide, out, total, out)


def _softmax_slope(a: Array) -> Array:
    """∂a_i/∂z_j = a_i (δ_ij − a_j): what one output gains, the others lose."""
    return np.asarray(a[:, :, None] * (np.eye(a.shape[1], dtype=a.dtype) - a[:, None, :]))


SIGMOIDS = Outputs(sigmoid, _sigmoid_slope)
SOFTMAX = Outputs(softmax, _softmax_slope)
