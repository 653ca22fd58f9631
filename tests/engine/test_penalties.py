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


@pytest.mark.parametrize("name", PENALTIES)
def test_the_total_of_a_large_layer_is_added_up_exactly_enough(name: str) -> None:
    weights = np.full(1_000_000, 0.1, np.float32)
    one = float(np.float32(0.1))
    expected = 1_000_000 * (one * one / 2 if name == "l2" else one)
    assert PENALTIES[name].total(weights) == pytest.approx(expected, rel=1e-7)
