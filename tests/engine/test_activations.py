"""Activations: values follow the formulas, and slopes are the slopes of the values."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from nnreg_gui.engine.activations import ACTIVATIONS

FORMULAS: dict[str, Callable[[float], float]] = {
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
    "relu": lambda z: max(z, 0.0),
}


def test_every_activation_is_checked_here() -> None:
    assert FORMULAS.keys() == ACTIVATIONS.keys()


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float32, 1e-6), (np.float64, 1e-15)])
def test_the_value_is_the_formula(name: str, dtype: type, tolerance: float) -> None:
    z = np.linspace(-9, 9, 100, dtype=dtype).reshape(10, 10)
    a = ACTIVATIONS[name].value(z, np.empty_like(z))
    assert a.dtype == dtype
    assert a == pytest.approx(np.vectorize(FORMULAS[name])(z), rel=tolerance, abs=tolerance)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_value_may_be_written_over_the_weighted_input(name: str) -> None:
    z = np.linspace(-3, 3, 12)
    expected = ACTIVATIONS[name].value(z, np.empty_like(z))
    assert ACTIVATIONS[name].value(z, z) is z
    assert z.tolist() == expected.tolist()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_slope_is_that_of_the_value(name: str) -> None:
    # An even number of points: none of them is the kink of relu.
    z, step = np.linspace(-4, 4, 50), 1e-6
    value, slope = ACTIVATIONS[name].value, ACTIVATIONS[name].slope
    numerical = (value(z + step, np.empty_like(z)) - value(z - step, np.empty_like(z))) / (2 * step)
    a = value(z, np.empty_like(z))
    assert slope(a, np.empty_like(a)) == pytest.approx(numerical, rel=1e-7, abs=1e-9)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_slope_leaves_the_activation_as_it_is_and_keeps_its_type(name: str) -> None:
    a = np.linspace(0.1, 0.9, 8, dtype=np.float32)
    before, out = a.copy(), np.empty_like(a)
    assert ACTIVATIONS[name].slope(a, out) is out
    assert a.tolist() == before.tolist()
    assert out.dtype == np.float32


def test_relu_is_off_at_its_kink() -> None:
    assert ACTIVATIONS["relu"].slope(np.zeros(1), np.ones(1)).tolist() == [0.0]


@pytest.mark.parametrize("name", ["sigmoid", "tanh"])
def test_huge_weighted_inputs_saturate_without_a_warning(name: str) -> None:
    z = np.array([-1e30, -1e4, 1e4, 1e30], np.float32)
    low = 0.0 if name == "sigmoid" else -1.0
    assert ACTIVATIONS[name].value(z, np.empty_like(z)).tolist() == [low, low, 1.0, 1.0]
