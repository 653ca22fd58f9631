"""Spreads over seeds, and which differences they can explain, with numbers worked out by hand."""

import math

import pytest

from nnreg_gui.engine.spread import Spread, clearly_above, standard_error


def test_mean_deviation_and_number_are_kept() -> None:
    found = Spread.of([0.8, 0.6, 0.7])

    assert (found.mean, found.spread, found.count) == (pytest.approx(0.7), pytest.approx(0.1), 3)
    assert Spread.of([0.5]) == Spread(0.5, 0.0, 1)


def test_the_standard_error_is_that_of_both_together() -> None:
    # squares: 2 · 0.03² + 2 · 0.01² = 0.002; over 4 degrees of freedom: 0.0005; · (1/3 + 1/3) = 0.000333…
    assert standard_error(Spread(0.9, 0.03, 3), Spread(0.8, 0.01, 3)) == pytest.approx(math.sqrt(0.001 / 3))
    # squares: 5 · 0.03², over 5: 0.0009; · (1 + 1/6)
    assert standard_error(Spread(0.9, 0.0, 1), Spread(0.8, 0.03, 6)) == pytest.approx(0.03 * math.sqrt(7 / 6))


def test_two_seeds_that_happen_to_agree_are_judged_by_all_others_of_the_kind() -> None:
    # squares: 0 + 0 + 0.01² + 0.01², over 4 degrees of freedom: 0.00005; · (1/2 + 1/2)
    agreeing, others = Spread(0.9, 0.0, 2), [Spread(0.7, 0.01, 2), Spread(0.8, 0.01, 2)]
    assert standard_error(agreeing, agreeing) == 0
    assert standard_error(agreeing, agreeing, [agreeing, agreeing, *others]) == pytest.approx(math.sqrt(0.00005))


def test_a_difference_counts_beyond_so_many_standard_errors_as_student_says() -> None:
    # two seeds each, both with deviation 0.01: the standard error is 0.01, and t for 2 degrees of freedom 4.30
    assert clearly_above(Spread(0.844, 0.01, 2), Spread(0.8, 0.01, 2))
    assert not clearly_above(Spread(0.842, 0.01, 2), Spread(0.8, 0.01, 2))
    # five each: 0.01 · √(2/5) = 0.00632, t for 8 degrees of freedom 2.31: 0.0146
    assert clearly_above(Spread(0.815, 0.01, 5), Spread(0.8, 0.01, 5))
    assert not clearly_above(Spread(0.814, 0.01, 5), Spread(0.8, 0.01, 5))
    # twenty each: 0.01 · √(2/20) = 0.00316; t of ten degrees of freedom, 2.23: 0.00705
    assert clearly_above(Spread(0.8072, 0.01, 20), Spread(0.8, 0.01, 20))
    assert not clearly_above(Spread(0.8069, 0.01, 20), Spread(0.8, 0.01, 20))


def test_a_single_one_is_judged_by_the_spread_of_the_others() -> None:
    # t for 5 degrees of freedom is 2.57: 2.57 · 0.003 · √(7/6) = 0.00833
    several = Spread(0.87, 0.003, 6)
    assert clearly_above(Spread(0.879, 0.0, 1), several)
    assert not clearly_above(Spread(0.878, 0.0, 1), several)
    assert clearly_above(several, Spread(0.861, 0.0, 1))


def test_single_ones_are_not_judged_however_far_they_lie_apart() -> None:
    assert not clearly_above(Spread(0.99, 0.0), Spread(0.1, 0.0))
    assert standard_error(Spread(0.99, 0.0), Spread(0.1, 0.0)) == math.inf


def test_equals_are_not_above_each_other() -> None:
    assert not clearly_above(Spread(0.098, 0.0, 2), Spread(0.098, 0.0, 2))
