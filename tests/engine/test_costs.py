"""Data costs: totals follow the formulas, δ is the slope of the total, and no output makes them infinite."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from nnreg_gui.engine.costs import COSTS

FORMULAS: dict[str, Callable[[float, float], float]] = {
    "cross_entropy": lambda a, y: -(y * math.log(a) + (1 - y) * math.log(1 - a)),
    "mean_squared_error": lambda a, y: (y - a) ** 2 / 2,
    "log_likelihood": lambda a, y: -y * math.log(a),
}


def some_outputs(name: str, dtype: type = np.float64) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    random = np.random.default_rng(3)
    z = random.normal(scale=2, size=(6, 10)).astype(dtype)
    return z, COSTS[name].outputs.value(z, np.empty_like(z)), np.eye(10, dtype=dtype)[random.integers(0, 10, 6)]


def test_every_cost_is_checked_here() -> None:
    assert FORMULAS.keys() == COSTS.keys()


@pytest.mark.parametrize("name", COSTS)
@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float32, 1e-5), (np.float64, 1e-13)])
def test_the_total_is_the_formula_summed(name: str, dtype: type, tolerance: float) -> None:
    z, a, y = some_outputs(name, dtype)
    expected = math.fsum(FORMULAS[name](float(one), float(target)) for one, target in zip(a.flat, y.flat, strict=True))
    assert COSTS[name].total(z, y) == pytest.approx(expected, rel=tolerance)


@pytest.mark.parametrize("name", COSTS)
def test_delta_is_the_slope_of_the_total(name: str) -> None:
    z, a, y = some_outputs(name)
    delta = COSTS[name].delta(a, y, np.empty_like(a))
    step = 1e-6
    for place in np.ndindex(z.shape):
        up, down = z.copy(), z.copy()
        up[place] += step
        down[place] -= step
        rise = [COSTS[name].total(z, y) for z in (up, down)]
        assert delta[place] == pytest.approx((rise[0] - rise[1]) / (2 * step), rel=1e-6, abs=1e-8)


def test_cross_entropy_is_finite_and_right_where_an_output_rounds_to_one_or_zero() -> None:
    z = np.array([[100.0, 100.0, -200.0, -200.0, 1e4, -1e4]], np.float32)
    y = np.array([[1.0, 0.0, 0.0, 1.0, 0.0, 1.0]], np.float32)
    a = COSTS["cross_entropy"].outputs.value(z, np.empty_like(z))
    assert a.tolist() == [[1.0, 1.0, 0.0, 0.0, 1.0, 0.0]]
    # −ln σ(z) for y = 1 and −ln(1 − σ(z)) for y = 0: nothing where the output is right, |z| where it is wrong.
    assert COSTS["cross_entropy"].total(z, y) == 100 + 200 + 1e4 + 1e4


@pytest.mark.parametrize("name", COSTS)
def test_delta_stays_float32(name: str) -> None:
    _, a, y = some_outputs(name, np.float32)
    out = np.empty_like(a)
    assert COSTS[name].delta(a, y, out) is out
    assert out.dtype == np.float32


def test_delta_of_the_mean_squared_error_nearly_vanishes_where_a_neuron_is_saturated_and_wrong() -> None:
    a, y = np.array([[0.999]]), np.array([[0.0]])
    assert COSTS["mean_squared_error"].delta(a, y, np.empty_like(a))[0, 0] == pytest.approx(0.999 * 0.999 * 0.001)
    assert COSTS["cross_entropy"].delta(a, y, np.empty_like(a))[0, 0] == pytest.approx(0.999)


def test_log_likelihood_is_finite_and_right_where_an_output_rounds_to_zero() -> None:
    z = np.array([[0.0, -1e4, 1e4]], np.float32)
    for y, expected in (([1.0, 0.0, 0.0], 1e4), ([0.0, 1.0, 0.0], 2e4), ([0.0, 0.0, 1.0], 0.0)):
        a = COSTS["log_likelihood"].outputs.value(z, np.empty_like(z))
        assert a.tolist() == [[0.0, 0.0, 1.0]]
        assert COSTS["log_likelihood"].total(z, np.array([y], np.float32)) == expected
