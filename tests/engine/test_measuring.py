"""Measuring: costs and accuracies agree with a slow reference, and every weight is counted once."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment, NetworkSpec, RegularizationSpec
from nnreg_gui.engine.measuring import data_cost_and_accuracy, penalty_value, round_up, summarize_weights
from nnreg_gui.engine.network import Parameters, initial_parameters

ROUND_NUMBERS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]


def slow_outputs(parameters: Parameters, image: list[float], cost: str) -> list[float]:
    """Compute a sigmoid network's outputs for one image, neuron by neuron."""
    a = image
    for layer, (w, b) in enumerate(zip(parameters.weights, parameters.biases, strict=True), start=1):
        rows = [
            math.fsum(x * y for x, y in zip(row, a, strict=True)) + bias
            for row, bias in zip(w.tolist(), b.tolist(), strict=True)
        ]
        a = [1 / (1 + math.exp(-z)) for z in rows]
        if cost == "log_likelihood" and layer == len(parameters.weights):
            a = [math.exp(z) / math.fsum(map(math.exp, rows)) for z in rows]
    return a


@pytest.mark.parametrize("cost", COSTS)
@pytest.mark.parametrize("hidden", [(), (7,), (6, 5)])
def test_cost_and_accuracy_are_those_of_a_slow_reference(
    few_digits: Digits, cost: str, hidden: tuple[int, ...]
) -> None:
    split = few_digits.validation[:45]
    parameters = initial_parameters((784, *hidden, 10), "scaled", np.random.default_rng(2))
    total, right = 0.0, 0
    for image, label in zip(split.images, split.labels.tolist(), strict=True):
        a = slow_outputs(parameters, [pixel / 255 for pixel in image.ravel().tolist()], cost)
        right += a.index(max(a)) == label
        for j, output in enumerate(a):
            if cost == "cross_entropy":
                total -= math.log(output) if j == label else math.log(1 - output)
            elif cost == "log_likelihood":
                total -= math.log(output) if j == label else 0
            else:
                total += ((j == label) - output) ** 2 / 2
    experiment = Experiment(network=NetworkSpec(hidden=hidden), cost=cost)
    measured = data_cost_and_accuracy(parameters, experiment, split)
    assert measured[0] == pytest.approx(total / 45, rel=1e-5)
    assert measured[1] == right / 45


# ----------------------------------------------------------------------------------------------------------- penalty

TWO_LAYERS = Parameters(
    (np.array([[1.0, -2.0]], np.float32), np.array([[3.0], [-0.5]], np.float32)),
    (np.array([10.0], np.float32), np.array([-4.0, 0.0], np.float32)),
)


@pytest.mark.parametrize(
    ("penalty", "biases", "expected"),
    [
        ("l2", False, 0.5 * (1 + 4 + 9 + 0.25) / 2),
        ("l2", True, 0.5 * (1 + 4 + 9 + 0.25 + 100 + 16) / 2),
        ("l1", False, 0.5 * (1 + 2 + 3 + 0.5)),
        ("l1", True, 0.5 * (1 + 2 + 3 + 0.5 + 10 + 4)),
        ("elastic_net", False, 0.5 * (0.5 * (1 + 2 + 3 + 0.5) + 0.5 * (1 + 4 + 9 + 0.25) / 2)),
        ("none", True, 0.0),
    ],
)
def test_the_penalty_counts_weights_and_biases_only_on_request(penalty: str, biases: bool, expected: float) -> None:
    # λ/n = 100/200 = 1/2
    regularization = RegularizationSpec(penalty=penalty, lambda_=100.0, penalize_biases=biases)
    assert penalty_value(TWO_LAYERS, regularization, 200) == expected


# ----------------------------------------------------------------------------------------------------------- weights


def check(weights: np.ndarray) -> None:
    summary = summarize_weights(weights)
    assert summary.counts.sum() == weights.size
    assert summary.counts.min() >= 0
    assert summary.largest == float(np.abs(weights).max()) <= summary.limit
    edges = summary.edges
    assert len(edges) == len(summary.counts) + 1
    assert edges[[0, -1]].tolist() == [-summary.limit, summary.limit]
    assert edges == pytest.approx(-edges[::-1], abs=1e-12 * summary.limit)
    power = 10.0 ** math.floor(math.log10(summary.limit) + 1e-9)
    assert any(summary.limit / power == pytest.approx(number, rel=1e-9) for number in ROUND_NUMBERS)


values = st.floats(-1, 1, width=32, allow_subnormal=False)


@settings(deadline=None)
@given(weights=arrays(np.float32, array_shapes(min_dims=2, max_dims=2), elements=values), power=st.integers(-30, 30))
def test_every_weight_is_counted_within_a_round_symmetrical_limit(weights: np.ndarray, power: int) -> None:
    check(weights * np.float32(10.0**power))


@pytest.mark.parametrize("scale", [1e-30, 1e-8, 1e-3, 1.0, 5.0, 1e5, 1e30])
def test_a_whole_layer_is_counted_at_any_scale(scale: float) -> None:
    check(np.random.default_rng(1).standard_normal((30, 784), np.float32) * np.float32(scale))


def test_a_layer_of_zeros_has_an_axis_too() -> None:
    summary = summarize_weights(np.zeros((30, 784), np.float32))
    assert (summary.counts.sum(), summary.largest, summary.small) == (30 * 784, 0.0, 30 * 784)
    assert summary.limit > 0


def test_weights_are_counted_in_their_own_bins() -> None:
    # The largest weight is 1, so that the 100 bins from −1 to 1 are 0.02 wide: bin k has its middle at −0.99 + 0.02 k.
    places = [0, 0, 3, 49, 50, 50, 50, 98]
    weights = np.array([[-0.99 + 0.02 * place for place in places] + [1.0]], np.float32)
    summary = summarize_weights(weights)
    assert summary.limit == 1.0
    assert {place: int(summary.counts[place]) for place in np.flatnonzero(summary.counts)} == {
        0: 2, 3: 1, 49: 1, 50: 3, 98: 1, 99: 1,
    }  # fmt: skip


@pytest.mark.parametrize("scale", [0.001, 0.01, 0.1, 10.0])
def test_small_weights_are_those_below_a_hundredth(scale: float) -> None:
    weights = np.random.default_rng(1).standard_normal((30, 784), np.float32) * np.float32(scale)
    assert summarize_weights(weights).small == sum(abs(w) < 0.01 for w in weights.ravel().tolist())


@pytest.mark.parametrize(
    ("number", "limit"),
    [(1.0, 1.0), (1.01, 1.5), (2.2, 2.5), (3.5, 4.0), (0.61, 0.8), (8.5, 10.0), (99.0, 100.0), (120.0, 150.0)],
)
def test_the_limit_is_the_next_round_number(number: float, limit: float) -> None:
    assert round_up(number) == pytest.approx(limit)
