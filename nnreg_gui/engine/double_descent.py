"""Double descent: a polynomial whose error explodes at as many coefficients as points, and comes down beyond.

Belkin, Hsu, Ma and Mandal named it in 2019 ("Reconciling modern machine-learning practice and the classical
bias-variance trade-off"): with more and more coefficients the error falls, rises to a peak where the model can just
pass through all points, and falls again. Beyond the peak many models pass through all points; the one with the smallest
coefficients is taken, and the more there are to choose from, the smaller they get. Gradient descent from zero finds it
by itself.

In a notebook::

    points = line_points(15, seed=1)
    for degree in (1, 14, 500):
        print(degree, line_error(LeastSquares.of(legendre_basis(points.x, degree), points.y).fit()))
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from nnreg_gui.engine.polynomials import Points

MOST_DEGREE = 500
POINTS, NOISE, SLOPE = 15, 0.3, 2.0  # as measured
_WITHIN, _PLACES = 0.97, 400  # where the error is measured: the very ends are steep in every draw


def true_line(x: np.ndarray) -> np.ndarray:
    """Return y = 2x, the line without noise."""
    return SLOPE * x


def line_points(number: int, seed: int) -> Points:
    """Draw points of the line at uniformly random x in [−1, 1], sorted, with normally distributed noise on y."""
    random = np.random.default_rng(seed)
    x = np.sort(random.uniform(-1, 1, number))
    return Points(x, true_line(x) + NOISE * random.standard_normal(number))


def legendre_basis(x: np.ndarray, degree: int) -> np.ndarray:
    """Return φ_0(x) … φ_degree(x), where φ_k = P_k √(2k + 1) / (k + 1) with Legendre's polynomials P_k.

    The root makes them equally large on average, and the divisor makes high degrees dear: to contribute as much, a
    wilder one needs a larger coefficient. So small coefficients mean a smooth curve. Without the divisor the error
    beyond the peak stays four times as large.

    Args:
        x: (points,), in [−1, 1].
        degree: the highest.

    Returns:
        float64, (points, degree + 1).
    """
    k = np.arange(degree + 1)
    return np.asarray(np.polynomial.legendre.legvander(x, degree) * np.sqrt(2 * k + 1) / (k + 1))


@dataclass(frozen=True, slots=True, eq=False)
class LeastSquares:
    """All fits of the same targets by the same features, from one singular value decomposition A = U S Vᵀ.

    Singular values, not the normal equations, which would square the condition: at the peak it is 10⁶ to 10⁹ for the
    polynomials here, so that ten to seven digits of a coefficient are right. Directions whose singular value is only
    rounding (below ε · max(A's shape) of the largest, as in `numpy.linalg.lstsq`) are left out.

    Attributes:
        values: the singular values, falling, (rank,).
        projected: Uᵀ y, (rank,) or (rank, outputs).
        right: Vᵀ, (rank, coefficients).
    """

    values: np.ndarray
    projected: np.ndarray
    right: np.ndarray

    @classmethod
    def of(cls, features: np.ndarray, targets: np.ndarray) -> "LeastSquares":
        """Decompose features A, (points, coefficients), for targets y, (points,) or (points, outputs)."""
        left, values, right = np.linalg.svd(features, full_matrices=False)
        rank = int((values > np.finfo(float).eps * max(features.shape) * values[:1].sum()).sum())
        return cls(values[:rank], left[:, :rank].T @ targets, right[:rank])

    def fit(self, lambda_: float = 0.0) -> np.ndarray:
        """Return the c with the least (1/2n) ‖y − A c‖² + (λ/2n) ‖c‖², (coefficients,) or (coefficients, outputs).

        Where many have it, as beyond as many coefficients as points with λ = 0, return the one of least norm.
        """
        return self._combined(self.values / (self.values**2 + lambda_))

    def descended(self, steps: float) -> np.ndarray:
        """Return where gradient descent on ½ ‖y − A c‖², from zero, is after so many steps.

        Steps of 1/‖A‖² (the spectral norm) are the longest that overshoot in no direction. In the direction of a
        singular value s, the distance to the fit shrinks by the factor 1 − s²/‖A‖² per step: fast in the directions
        that most features agree on, slowly in those that only noise needs. Every gradient is a combination of A's rows,
        so c is never anything else: of all c that pass through all points, it can reach only the smallest.
        """
        left_over = (1 - (self.values / self.values[:1]) ** 2) ** steps
        return self._combined((1 - left_over) / self.values)

    def _combined(self, factors: np.ndarray) -> np.ndarray:
        return np.asarray(self.right.T @ (self.projected.T * factors).T)


@cache
def _where_measured() -> tuple[np.ndarray, np.ndarray]:
    """Return the basis of all degrees where the error is measured, and the line there."""
    x = np.linspace(-_WITHIN, _WITHIN, _PLACES)
    return legendre_basis(x, MOST_DEGREE), true_line(x)


def line_errors(fits: Sequence[np.ndarray]) -> np.ndarray:
    """Return how far polynomials are off the line: the root mean square over [−0.97, 0.97], for each.

    Args:
        fits: their coefficients, each (degree + 1,); of many at once it takes a fifth of the time.
    """
    basis, line = _where_measured()
    coefficients = np.zeros((len(fits), max(map(len, fits))))
    for row, fit in zip(coefficients, fits, strict=True):
        row[: len(fit)] = fit
    curves = coefficients @ basis[:, : coefficients.shape[1]].T
    return np.asarray(np.sqrt(np.mean((curves - line) ** 2, 1)))


def line_error(coefficients: np.ndarray) -> float:
    """Return how far one polynomial is off the line, as `line_errors()` does."""
    return float(line_errors([coefficients])[0])


def fits_over_degree(points: Points, degrees: np.ndarray) -> list[LeastSquares]:
    """Return the fits of points by polynomials of these degrees."""
    basis = legendre_basis(points.x, int(degrees.max()))
    return [LeastSquares.of(basis[:, : degree + 1], points.y) for degree in degrees.tolist()]
