"""Penalties: L2 takes a share of every weight, L1 the same amount of each."""

import numpy as np
import pytest

from nnreg_gui.engine.penalties import PENALTIES


def shrunk(name: str, weights: list[float], step: float) -> list[float]:
    array = np.array(weights, np.float32)
    PENALTIES[name].shrink(array, step, np.empty_like(array))
    assert array.dtype == np.float32
    return array.tolist()


def test_the_totals_are_half_the_sum_of_squares_and_the_sum_of_magnitudes() -> None:
    weights = np.array([[3.0, -4.0], [0.0, 0.5]], np.float32)
    assert PENALTIES["l2"].total(weights) == (9 + 16 + 0.25) / 2
    assert PENALTIES["l1"].total(weights) == 3 + 4 + 0.5


def test_l2_takes_the_same_share_of_every_weight() -> None:
    # ηλ/n = 1/4: w → 3/4 w
    assert shrunk("l2", [8.0, -2.0, 0.5, 0.0], 0.25) == [6.0, -1.5, 0.375, 0.0]


def test_l1_takes_the_same_amount_of_every_weight() -> None:
    # ηλ/n = 1/4: w → w − 1/4 sgn(w)
    assert shrunk("l1", [8.0, -2.0, 0.5], 0.25) == [7.75, -1.75, 0.25]


def test_l2_shrinks_a_large_weight_faster_than_l1_and_a_small_one_slower() -> None:
    (large_l2, small_l2), (large_l1, small_l1) = (shrunk(name, [4.0, 0.5], 0.25) for name in ("l2", "l1"))
    assert large_l2 < large_l1
    assert small_l2 > small_l1


def test_l1_leaves_a_weight_of_zero_where_it_is() -> None:
    assert shrunk("l1", [0.0, -0.0], 0.25) == [0.0, 0.0]


def test_l1_steps_over_zero_as_in_the_lecture() -> None:
    assert shrunk("l1", [0.125, -0.0625], 0.25) == [-0.125, 0.1875]


def test_an_elastic_net_takes_a_share_and_an_amount() -> None:
    # ηλ/n = 1/2, half of it for each: w → 3/4 w − 1/4 sgn(w)
    assert shrunk("elastic_net", [8.0, -2.0, 0.5, 0.0], 0.5) == [5.75, -1.25, 0.125, 0.0]
    weights = np.array([[3.0, -4.0], [0.0, 0.5]], np.float32)
    assert PENALTIES["elastic_net"].with_ratio(0.25).total(weights) == 0.25 * 7.5 + 0.75 * 25.25 / 2


@pytest.mark.parametrize("l1_ratio", [0.0, 0.3, 0.5, 1.0])
@pytest.mark.parametrize("name", PENALTIES)
def test_a_step_goes_down_the_slope_of_the_total(name: str, l1_ratio: float) -> None:
    penalty, step, near = PENALTIES[name].with_ratio(l1_ratio), 1e-3, 1e-6
    weights = np.array([1.5, -0.7, 0.02])
    stepped = weights.copy()
    penalty.shrink(stepped, step, np.empty_like(stepped))
    for place in range(len(weights)):
        above, below = weights.copy(), weights.copy()
        above[place] += near
        below[place] -= near
        slope = (penalty.total(above) - penalty.total(below)) / (2 * near)
        assert stepped[place] - weights[place] == pytest.approx(-step * slope, rel=1e-6)


@pytest.mark.parametrize(("l1_ratio", "name"), [(0.0, "l2"), (1.0, "l1")])
def test_at_its_ends_an_elastic_net_is_l2_or_l1_bit_for_bit(l1_ratio: float, name: str) -> None:
    net, other = PENALTIES["elastic_net"].with_ratio(l1_ratio), PENALTIES[name]
    weights = np.random.default_rng(1).standard_normal(1_000).astype(np.float32)
    assert net.total(weights) == other.total(weights)
    one, two = weights.copy(), weights.copy()
    for step in (1e-5, 0.01, 0.3, 0.999):
        for penalty, array in ((net, one), (other, two)):
            penalty.shrink(array, step, np.empty_like(array))
        assert one.tobytes() == two.tobytes()


def test_only_an_elastic_net_has_a_share_of_l1() -> None:
    assert [name for name, penalty in PENALTIES.items() if penalty.mixed is not None] == ["elastic_net"]
    assert PENALTIES["l2"].with_ratio(0.9) is PENALTIES["l2"]


@pytest.mark.parametrize("name", PENALTIES)
def test_the_total_of_a_large_layer_is_added_up_exactly_enough(name: str) -> None:
    weights = np.full(1_000_000, 0.1, np.float32)
    one = float(np.float32(0.1))
    l1, l2 = 1_000_000 * one, 1_000_000 * one * one / 2
    expected = {"l2": l2, "l1": l1, "elastic_net": (l1 + l2) / 2}[name]
    assert PENALTIES[name].total(weights) == pytest.approx(expected, rel=1e-7)
