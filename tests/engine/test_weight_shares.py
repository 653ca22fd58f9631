"""Shares of weights in bins."""

import numpy as np
import pytest

from nnreg_gui.engine.weight_shares import bin_edges, near_zero, shares


def test_near_zero_is_below_a_hundredth_in_magnitude() -> None:
    assert near_zero(np.array([[0.0, 0.009], [-0.009, 0.01]], np.float32)) == 0.75


def test_zero_lies_in_the_middle_of_a_bin_and_the_shares_add_up_to_one() -> None:
    edges = bin_edges(1.0, 5)
    assert edges == pytest.approx([-1, -0.6, -0.2, 0.2, 0.6, 1])
    counted = shares(np.array([0.0, 0.0, 0.1, -0.1, 0.5, -0.7, 1.0, 3.0], np.float32), edges)

    assert counted.tolist() == [0.125, 0.0, 0.5, 0.125, 0.25]  # 3 counts in the outer bin
    assert counted.sum() == 1


def test_bins_count_as_numpy_does() -> None:
    weights = np.random.default_rng(1).normal(size=5_000)
    edges = bin_edges(4.0, 81)

    assert shares(weights, edges) == pytest.approx(np.histogram(weights, edges)[0] / 5_000)
