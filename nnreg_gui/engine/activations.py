"""Activations of the hidden neurons: value and slope side by side, by name."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Activation:
    """An activation function a = f(z).

    Attributes:
        value: writes f(z) into its second argument (which may be z itself).
        slope: writes f′(z) into its second argument, computed from a = f(z), which all of these allow.
    """

    value: Callable[[Array, Array], Array]
    slope: Callable[[Array, Array], Array]


def sigmoid(z: Array, out: Array) -> Array:
    """σ(z) = 1 / (1 + e^−z), written as (1 + tanh(z/2)) / 2, which cannot overflow."""
    np.multiply(z, HALF, out)
    np.tanh(out, out)
    np.multiply(out, HALF, out)
    return np.add(out, HALF, out)


def _sigmoid_slope(a: Array, out: Array) -> Array:
    """σ′ = a − a²."""
    np.multiply(a, a, out)
    return np.subtract(a, out, out)


def _tanh_slope(a: Array, out: Array) -> Array:
    """tanh′ = 1 − a²."""
    np.multiply(a, a, out)
    return np.subtract(ONE, out, out)


def _relu(z: Array, out: Array) -> Array:
    return np.maximum(z, ZERO, out=out)


def _relu_slope(a: Array, out: Array) -> Array:
    """1 where the neuron is on, 0 where it is off (and at the kink)."""
    return np.greater(a, ZERO, out)


# Exact in every floating-point type. A Python number would be converted on each of millions of calls.
ZERO, HALF, ONE = (np.array(number, np.float32) for number in (0.0, 0.5, 1.0))

ACTIVATIONS = {
    "sigmoid": Activation(sigmoid, _sigmoid_slope),
    "tanh": Activation(np.tanh, _tanh_slope),
    "relu": Activation(_relu, _relu_slope),
}
