"""Line or polynomial: the mathematics of the fit."""

from fractions import Fraction

import numpy as np
import pytest

from nnreg_gui.engine.polynomials import (
    MOST_DEGREE,
    Points,
    Polynomial,
    errors_over_degree,
    fit,
    hidden_line,
    noisy_points,
    scaled,
)


@pytest.fixture
def points() -> Points:
    return noisy_points(10, noise=1.0, seed=1)


@pytest.mark.parametrize("lambda_", [0.001, 0.1, 10.0])
@pytest.mark.parametrize("degree", [1, 3, 6])
def test_ridge_is_the_solution_of_its_normal_equations(points: Points, degree: int, lambda_: float) -> None:
    powers = scaled(points.x)[:, None] ** np.arange(degree + 1)
    penalty = lambda_ * np.eye(degree + 1)
    penalty[0, 0] = 0
    closed_form = np.linalg.solve(powers.T @ powers + penalty, powers.T @ points.y)

    assert fit(points, degree, lambda_).coefficients == pytest.approx(closed_form, rel=1e-8, abs=1e-10)


def test_no_other_coefficients_cost_less(points: Points) -> None:
    """Change each coefficient a little: C = (1/2n) Σ (y − p)² + (λ/2n) Σ_k≥1 w_k² never falls."""
    lambda_ = 0.3

    def cost(model: Polynomial) -> float:
        return points.error(model) ** 2 / 2 + lambda_ / (2 * len(points)) * float((model.coefficients[1:] ** 2).sum())

    best = fit(points, 5, lambda_)
    for place in range(6):
        for change in (-1e-3, 1e-3):
            other = best.coefficients.copy()
            other[place] += change
            assert cost(Polynomial(other)) > cost(best)


def test_through_n_points_goes_a_polynomial_of_degree_n_minus_1(points: Points) -> None:
    assert points.error(fit(points, 9)) < 1e-10
    assert points.error(fit(points, 8)) > 1e-3


def test_a_line_is_found_again_where_there_is_no_noise() -> None:
    exact = noisy_points(10, noise=0.0, seed=1)
    x = np.linspace(-3, 14, 50)

    assert fit(exact, 1)(x) == pytest.approx(hidden_line(x), abs=1e-12)
    assert fit(exact, 9)(x) == pytest.approx(hidden_line(x), abs=1e-6)


def test_without_a_penalty_the_training_error_never_rises_with_the_degree(points: Points) -> None:
    training, held_out = errors_over_degree(points, noisy_points(100, noise=1.0, seed=1, held_out=True))

    assert len(training) == len(held_out) == MOST_DEGREE + 1
    assert (np.diff(training) < 1e-9).all()
    assert held_out[9] > 1.5 * held_out[1]  # but the held-out error does


def test_the_larger_lambda_the_smaller_the_coefficients_and_the_larger_the_training_error(points: Points) -> None:
    fits = [fit(points, 9, lambda_) for lambda_ in (0.0, 1e-4, 1e-2, 1.0, 100.0)]
    sizes = [float((one.coefficients[1:] ** 2).sum()) for one in fits]
    errors = [points.error(one) for one in fits]

    assert sizes == sorted(sizes, reverse=True)
    assert errors == sorted(errors)
    assert sizes[0] > 1e4 * sizes[3]


def test_the_largest_lambda_leaves_the_mean(points: Points) -> None:
    """The constant is not penalized."""
    assert fit(points, 9, 1e9)(7.0) == pytest.approx(points.y.mean(), abs=1e-3)


def test_degree_15_is_as_exact_as_fractions_say() -> None:
    points = noisy_points(16, noise=1.0, seed=3)
    us = [Fraction(float(x)) / 5 - 1 for x in points.x]
    rows = [[u**k for k in range(16)] + [Fraction(float(y))] for u, y in zip(us, points.y, strict=True)]
    for i in range(16):  # Gaussian elimination, without any rounding
        pivot = next(row for row in range(i, 16) if rows[row][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for row in range(16):
            if row != i:
                factor = rows[row][i] / rows[i][i]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[i], strict=True)]
    exact = np.array([float(rows[k][16] / rows[k][k]) for k in range(16)])

    assert fit(points, 15).coefficients == pytest.approx(exact, rel=1e-7)


def test_with_more_coefficients_than_points_it_is_the_one_with_the_least_squares_of_coefficients() -> None:
    points = noisy_points(4, noise=1.0, seed=1)
    model = fit(points, 9)
    nothing = np.linalg.svd(np.vander(scaled(points.x), 10, increasing=True))[2][4:]  # changes no prediction there

    assert points.error(model) < 1e-10
    assert nothing @ model.coefficients == pytest.approx(np.zeros(6), abs=1e-9)


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("lambda_", [0.0, 0.1])
def test_few_points_or_none_have_a_fit(number: int, lambda_: float) -> None:
    points = noisy_points(number, noise=1.0, seed=1)
    model = fit(points, 3, lambda_)

    assert np.isfinite(model(np.linspace(0, 14, 20))).all()
    assert np.isfinite(points.error(model))


def test_more_noise_moves_the_same_points_further() -> None:
    calm, noisy = noisy_points(8, noise=0.5, seed=4), noisy_points(8, noise=2.0, seed=4)

    assert (noisy.y - hidden_line(noisy.x)) == pytest.approx(4 * (calm.y - hidden_line(calm.x)))
    assert not np.allclose(noisy_points(8, noise=2.0, seed=5).y, noisy.y)


def test_points_come_move_and_go(points: Points) -> None:
    more = points.with_point(3.0, 7.0)
    assert (len(more), more.x[-1], more.y[-1]) == (11, 3.0, 7.0)
    moved = more.moved(10, 4.0, 1.0)
    assert (moved.x[-1], moved.y[-1]) == (4.0, 1.0)
    assert np.array_equal(moved.x[:10], points.x)
    assert np.array_equal(more.without(10).y, points.y)
    assert more.y[-1] == 7.0  # values are replaced, not changed
