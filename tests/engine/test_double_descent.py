"""Past the peak: the fits against closed forms and numpy, gradient descent step by step, and the measured errors."""

from collections.abc import Iterator
from itertools import islice
from statistics import median

import numpy as np
import pytest

from nnreg_gui.engine.double_descent import (
    MOST_DEGREE,
    NOISE,
    POINTS,
    LeastSquares,
    fits_over_degree,
    legendre_basis,
    line_error,
    line_errors,
    line_points,
    true_line,
)


def test_the_points_lie_around_the_line() -> None:
    points = line_points(2_000, seed=1)
    assert (np.diff(points.x) >= 0).all()
    assert np.std(points.y - true_line(points.x)) == pytest.approx(NOISE, rel=0.1)
    assert (line_points(15, seed=1).y == line_points(15, seed=1).y).all()


def test_the_basis_is_orthogonal_and_high_degrees_are_dear() -> None:
    x, weights = np.polynomial.legendre.leggauss(40)
    basis = legendre_basis(x, 20)
    products = basis.T @ (weights[:, np.newaxis] * basis) / 2

    assert products == pytest.approx(np.diag(1 / np.arange(1.0, 22) ** 2), abs=1e-12)


@pytest.mark.parametrize("degree", [0, 1, 8, 14, 15, 40, MOST_DEGREE])
def test_the_fit_is_numpys(degree: int) -> None:
    points = line_points(POINTS, seed=1)
    features = legendre_basis(points.x, degree)

    assert LeastSquares.of(features, points.y).fit() == pytest.approx(
        np.linalg.lstsq(features, points.y, rcond=None)[0], rel=1e-5, abs=1e-6
    )


def test_beyond_as_many_coefficients_as_points_it_is_the_smallest_that_passes_through_all() -> None:
    points = line_points(POINTS, seed=3)
    features = legendre_basis(points.x, 60)
    found = LeastSquares.of(features, points.y).fit()
    closed = features.T @ np.linalg.solve(features @ features.T, points.y)

    assert features @ found == pytest.approx(points.y)
    assert found == pytest.approx(closed)
    others = np.random.default_rng(1).standard_normal((20, 61))
    others -= others @ np.linalg.pinv(features) @ features  # change nothing at the points
    assert all(np.linalg.norm(found + one) > np.linalg.norm(found) for one in others)


@pytest.mark.parametrize("degree", [5, 14, 40])
def test_ridge_is_the_solution_of_its_normal_equations_and_tends_to_the_smallest_norm(degree: int) -> None:
    points = line_points(POINTS, seed=1)
    features = legendre_basis(points.x, degree)
    expected = np.linalg.solve(features.T @ features + 0.1 * np.eye(degree + 1), features.T @ points.y)

    fits = LeastSquares.of(features, points.y)
    assert fits.fit(0.1) == pytest.approx(expected)
    assert fits.fit(1e-20) == pytest.approx(fits.fit(), rel=1e-6)


def test_a_feature_that_says_nothing_new_gets_its_share_and_several_targets_go_together() -> None:
    features = np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]])

    assert LeastSquares.of(features, np.array([2.0, 4.0, 6.0])).fit() == pytest.approx([1, 1])
    both = LeastSquares.of(features, np.array([[2.0, 0.0], [4.0, 0.0], [6.0, 0.0]])).fit()
    assert both == pytest.approx(np.array([[1, 0], [1, 0]]))


def descend(features: np.ndarray, targets: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the coefficients after each step of 1/‖A‖² down ½ ‖y − A c‖², from zero."""
    step, coefficients = 1 / np.linalg.norm(features, 2) ** 2, np.zeros(features.shape[1])
    while True:
        coefficients = coefficients + step * (features.T @ (targets - features @ coefficients))
        yield coefficients


@pytest.mark.parametrize("degree", [14, MOST_DEGREE])
def test_gradient_descent_goes_where_the_singular_values_say(degree: int) -> None:
    points = line_points(POINTS, seed=1)
    features = legendre_basis(points.x, degree)
    steps = list(islice(descend(features, points.y), 300))
    fits = LeastSquares.of(features, points.y)

    assert steps[0] == pytest.approx(features.T @ points.y / fits.values[0] ** 2), "one step against the gradient"
    for number in (1, 10, 300):
        assert fits.descended(number) == pytest.approx(steps[number - 1], abs=1e-9)
    assert not fits.descended(0).any()


def test_gradient_descent_from_zero_tends_to_the_smallest_norm_and_is_better_on_the_way() -> None:
    points = line_points(POINTS, seed=1)
    wide, peak = fits_over_degree(points, np.array([MOST_DEGREE, POINTS - 1]))
    end, after = wide.fit(), wide.descended(10_000)
    assert np.linalg.norm(after - end) == pytest.approx(0, abs=0.001 * np.linalg.norm(end))

    # As measured for this draw; its own interpolation is off by 2,400.
    assert line_error(peak.fit()) > 2_000
    assert [round(line_error(peak.descended(steps)), 2) for steps in (100, 1_000)] == [0.21, 0.59]
    assert 1 < line_error(peak.descended(10_000)) < 1.4


def test_the_error_explodes_at_as_many_coefficients_as_points_and_comes_down_again() -> None:
    measured = {1: 0.12, 3: 0.17, 8: 0.41, 14: 13_670, 20: 20.5, 40: 1.3, 100: 0.34, MOST_DEGREE: 0.27}
    degrees = np.array(list(measured))
    draws = [fits_over_degree(line_points(POINTS, seed), degrees) for seed in range(20)]
    errors = [median(line_error(draw[place].fit()) for draw in draws) for place in range(len(degrees))]
    assert errors == pytest.approx(list(measured.values()), rel=0.05)
    small = [median(line_error(draw[place].fit(0.1)) for draw in draws) for place in range(len(degrees))]

    assert max(small) < 0.4, "ridge leaves no peak"


def test_errors_of_many_are_those_of_each() -> None:
    line, wild = np.zeros(2), np.zeros(31)
    line[1] = 4 / np.sqrt(3)  # φ_1 = x √3 / 2
    wild[0] = 1.0
    x = np.linspace(-0.97, 0.97, 400)

    assert line_errors([line, wild]) == pytest.approx([0, np.sqrt(np.mean((1 - 2 * x) ** 2))])
    assert line_error(line) == pytest.approx(0, abs=1e-12)
