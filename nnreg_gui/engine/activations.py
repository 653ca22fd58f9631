"""Activations of the hidden neurons: value and slope side by side, by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from nnreg_gui.engine.calls import Call, Planned

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Activation:
    """An activation function a = f(z).

    Attributes:
        value: writes f(z) into its second argument (which may be z itself).
        slope: writes f′(z) into its second argument, computed from a = f(z), which all of these allow.
    """

    value: Planned[[Array, Array]]
    slope: Planned[[Array, Array]]


@Planned
def sigmoid(z: Array, out: Array) -> Iterator[Call]:
    """σ(z) = 1 / (1 + e^−z), written as (1 + tanh(z/2)) / 2, which cannot overflow."""
    yield partial(np.multiply, z, HALF, out)
    yield partial(np.tanh, out, out)
    yield partial(np.multiply, out, HALF, out)
    yield partial(np.add, out, HALF, out)


@Planned
def _sigmoid_slope(a: Array, out: Array) -> Iterator[Call]:
    """σ′ = a − a²."""
    yield partial(np.multiply, a, a, out)
    yield partial(np.subtract, a, out, out)


@Planned
def _tanh(z: Array, out: Array) -> Iterator[Call]:
    yield partial(np.tanh, z, out)


@Planned
def _tanh_slope(a: Array, out: Array) -> Iterator[Call]:
    """tanh′ = 1 − a²."""
    yield partial(np.multiply, a, a, out)
    yield partial(np.subtract, ONE, out, out)


@Planned
def _relu(z: Array, out: Array) -> Iterator[Call]:
    yield partial(np.maximum, z, ZERO, out=out)  # its third place would mean more inputs


@Planned
def _relu_slope(a: Array, out: Array) -> Iterator[Call]:
    """1 where the neuron is on, 0 where it is off (and at the kink)."""
    yield partial(np.greater, a, ZERO, out)


# Exact in every floating-point type. A Python number would be converted on each of millions of calls.
ZERO, HALF, ONE = (np.array(number, np.float32) for number in (0.0, 0.5, 1.0))

ACTIVATIONS = {
    "sigmoid": Activation(sigmoid, _sigmoid_slope),
    "tanh": Activation(_tanh, _tanh_slope),
    "relu": Activation(_relu, _relu_slope),
}
