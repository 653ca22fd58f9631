"""Curves: what is drawn is what is meant, with no more points than pixels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnreg_gui.plots.curve import Line, cut_into_lines, thin_out


def lengths(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the lengths of separate lines."""
    return np.hypot(x[1::2] - x[::2], y[1::2] - y[::2])


def test_a_long_curve_keeps_at_most_four_points_per_pixel() -> None:
    x = np.arange(100_000.0)
    y = np.random.default_rng(1).normal(size=x.size)

    thin_x, _ = thin_out(x, y, pixel=200.0)

    assert len(thin_x) <= 4 * 500


@given(st.integers(0, 10_000), st.floats(0.5, 300))
def test_thinning_keeps_the_extremes_and_the_ends(seed: int, pixel: float) -> None:
    x = np.arange(3_000.0)
    y = np.random.default_rng(seed).normal(size=x.size)

    thin_x, thin_y = thin_out(x, y, pixel)

    assert thin_y.min() == y.min()
    assert thin_y.max() == y.max()
    assert (thin_x[0], thin_y[0], thin_x[-1], thin_y[-1]) == (x[0], y[0], x[-1], y[-1])
    assert (np.diff(thin_x) >= 0).all()


def test_a_single_peak_survives_thinning() -> None:
    x, y = np.arange(100_000.0), np.zeros(100_000)
    y[54_321] = 1.0

    _, thin_y = thin_out(x, y, pixel=200.0)

    assert thin_y.max() == 1.0


def test_a_short_curve_stays_as_it_is() -> None:
    x, y = np.arange(5.0), np.arange(5.0)

    thin_x, thin_y = thin_out(x, y, pixel=100.0)

    assert thin_x is x
    assert thin_y is y


def test_a_solid_line_is_drawn_whole() -> None:
    x, y = np.array([0.0, 3.0, 3.0]), np.array([0.0, 4.0, 10.0])

    assert lengths(*cut_into_lines(x, y, None, 2.0)).tolist() == [5.0, 6.0]


@pytest.mark.parametrize("line", [Line.DASHED, Line.DOTTED])
def test_dashes_have_their_length_along_the_curve(line: Line) -> None:
    dash, gap = line.value
    x, y = np.array([0.0, 1000.0]), np.array([0.0, 0.0])

    cut_x, cut_y = cut_into_lines(x, y, line.value, width=2.5)

    drawn = lengths(cut_x, cut_y)
    assert drawn[:-1] == pytest.approx(2.5 * dash)
    assert np.diff(cut_x[::2])[:-1] == pytest.approx(2.5 * (dash + gap))


def test_dashes_go_round_corners() -> None:
    x = np.array([0.0, 5.0, 5.0])
    y = np.array([0.0, 0.0, 100.0])

    cut_x, cut_y = cut_into_lines(x, y, (10.0, 10.0), width=1.0)

    assert lengths(cut_x, cut_y)[:2].tolist() == [5.0, 5.0]  # one dash, on both sides of the corner
    assert (cut_x[3], cut_y[3]) == (5.0, 5.0)


def test_a_curve_far_outside_of_the_picture_costs_no_millions_of_dashes() -> None:
    x, y = np.array([0.0, 1e9]), np.array([0.0, 1e9])

    assert len(cut_into_lines(x, y, Line.DASHED.value, 2.5)[0]) == 2


def test_nothing_and_a_single_point_draw_nothing() -> None:
    for points in (np.empty(0), np.array([1.0])):
        assert len(cut_into_lines(points, points, None, 1.0)[0]) == 0
