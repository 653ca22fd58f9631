"""A curve drawn by hand is a function."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnreg_gui.lecturing.drawn_curve import DrawnCurve, mean_distance

_PLACES = st.tuples(st.floats(-20, 120), st.floats(-50, 150))


@pytest.fixture
def curve() -> DrawnCurve:
    return DrawnCurve(0, 100, 0, 100)


def test_it_is_complete_once_it_covers_four_fifths_of_the_axis(curve: DrawnCurve) -> None:
    assert curve.is_empty
    curve.stroke((0, 10), (79, 90))
    assert not curve.is_complete
    curve.stroke((79, 90), (81, 90))
    assert curve.is_complete


def test_gaps_are_straight_and_ends_go_on_level(curve: DrawnCurve) -> None:
    curve.stroke((10, 20), (20, 20))
    curve.stroke((80, 80), (90, 80))

    assert curve.height(50) == pytest.approx(50)
    assert curve.points([0, 50, 100]) == ((0, 20), (50, 50), (100, 80))


def test_the_last_stroke_wins(curve: DrawnCurve) -> None:
    curve.stroke((0, 10), (100, 10))
    curve.stroke((60, 90), (40, 50))

    assert curve.height(50) == pytest.approx(70)
    assert curve.height(30) == curve.height(70) == pytest.approx(10)


def test_a_dot_counts_too(curve: DrawnCurve) -> None:
    curve.stroke((0, 20), (0, 20))
    curve.stroke((100, 60), (100, 60))

    assert curve.is_complete
    assert curve.height(50) == pytest.approx(40)


def test_putting_a_height_goes_straight_to_it_from_both_sides(curve: DrawnCurve) -> None:
    curve.stroke((0, 0), (100, 0))
    curve.put(50, 40, reach=10)

    assert [curve.height(x) for x in (40, 45, 50, 55, 60)] == pytest.approx([0, 20, 40, 20, 0])


def test_wiped_off_it_is_empty(curve: DrawnCurve) -> None:
    curve.stroke((0, 10), (100, 10))
    curve.clear()

    assert curve.is_empty
    assert len(curve.line()[0]) == 0


def test_what_was_recorded_is_drawn_as_it_was(curve: DrawnCurve) -> None:
    curve.stroke((0, 10), (35, 70))
    curve.stroke((35, 70), (100, 20))
    again = DrawnCurve(0, 100, 0, 100)
    again.draw(curve.points())

    assert again.points() == curve.points()


@given(st.lists(st.tuples(_PLACES, _PLACES), min_size=1, max_size=8))
def test_whatever_is_drawn_has_one_height_in_range_at_every_place(
    strokes: list[tuple[tuple[float, float], ...]],
) -> None:
    curve = DrawnCurve(0, 100, 0, 100)
    for start, end in strokes:
        curve.stroke(*((min(max(x, 0), 100), y) for x, y in (start, end)))
    if curve.is_empty:
        return  # strokes between two columns
    x, y = np.array(curve.points()).T

    assert (np.diff(x) > 0).all()
    assert ((y >= 0) & (y <= 100)).all()


def test_the_distance_is_the_mean_over_what_is_known() -> None:
    guess = ((0.0, 10.0), (100.0, 10.0))

    assert mean_distance(guess, ((0.0, 10.0), (50.0, 14.0), (100.0, 2.0))) == pytest.approx(4)
    assert mean_distance(guess, ((0.0, 13.0), (10.0, 13.0))) == pytest.approx(3), "the run was stopped early"
