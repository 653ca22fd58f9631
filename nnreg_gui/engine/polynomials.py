"""A line or a polynomial through the same noisy points: ridge regression of any degree.

In a notebook::

    points = noisy_points(10, noise=1.0, seed=1)
    line, wild = fit(points, degree=1), fit(points, degree=9)
    print(points.error(line), points.error(wild), line(14.0), wild(14.0))
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import default_rng  # at import time, because loading it takes longer than all the rest

MOST_DEGREE = 15
FROM, TO = 0.0, 10.0  # where points are drawn; models also predict beyond
INTERCEPT, SLOPE = 2.0, 0.8  # of the hidden line
_MIDDLE, _HALF = (FROM + TO) / 2, (TO - FROM) / 2


@dataclass(frozen=True, slots=True, eq=False)
class Polynomial:
    """p(x) = Σ_k w_k u^k with u = (x − 5) / 5, which is −1 … 1 where the points are.

    Attributes:
        coefficients: the w_k, float64, (degree + 1,). Powers of x itself would differ so much in size that rounding
            would swallow their sums.
    """

    coefficients: np.ndarray

    @property
    def degree(self) -> int:
        """The highest power."""
        return len(self.coefficients) - 1

    def __call__(self, x: np.ndarray | float) -> np.ndarray:
        """Return p(x), in the shape of x."""
        return np.polynomial.polynomial.polyval(scaled(x), self.coefficients)


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Points (x, y).

    Attributes:
        x, y: float64, (points,).
    """

    x: np.ndarray
    y: np.ndarray

    def __len__(self) -> int:
        return len(self.x)

    def error(self, model: Polynomial) -> float:
        """Return √((1/n) Σ (y − p(x))²): how far off the model is, in units of y; 0 without points."""
        return float(np.sqrt(np.mean((self.y - model(self.x)) ** 2))) if len(self) else 0.0

    def with_point(self, x: float, y: float) -> "Points":
        """Return these points and one more."""
        return Points(np.append(self.x, x), np.append(self.y, y))

    def without(self, place: int) -> "Points":
        """Return these points without the one at this place."""
        return Points(np.delete(self.x, place), np.delete(self.y, place))

    def moved(self, place: int, x: float, y: float) -> "Points":
        """Return these points with the one at this place moved."""
        where = np.arange(len(self)) == place
        return Points(np.where(where, x, self.x), np.where(where, y, self.y))


def hidden_line(x: np.ndarray | float) -> np.ndarray:
    """Return y without noise, in the shape of x."""
    return INTERCEPT + SLOPE * np.asarray(x, float)


def scaled(x: np.ndarray | float) -> np.ndarray:
    """Return u = (x − 5) / 5."""
    return (np.asarray(x, float) - _MIDDLE) / _HALF


def noisy_points(number: int, noise: float, seed: int, *, held_out: bool = False) -> Points:
    """Draw points of the hidden line, with normally distributed noise on y.

    Args:
        number: of points, evenly spaced, except for held-out ones, which lie anywhere.
        noise: standard deviation.
        seed: with the same one, more noise makes the same points noisier instead of drawing others.
        held_out: whether they measure a model fitted to the others of the same seed.
    """
    random = default_rng((seed, int(held_out)))
    x = random.uniform(FROM, TO, number) if held_out else np.linspace(FROM, TO, number)
    return Points(x, hidden_line(x) + noise * random.standard_normal(number))


def fit(points: Points, degree: int, lambda_: float = 0.0) -> Polynomial:
    """Return the polynomial of this degree with the least C = (1/2n) Σ_x (y − p(x))² + (λ/2n) Σ_k≥1 w_k².

    This is the lecture's L2 on the mean squared error: the penalty leaves w_0 alone, as it does biases. Solve the
    least-squares problem with the rows √λ·w_k = 0 added, by singular values: forming the normal equations would square
    its condition. Without λ and with more coefficients than points, many polynomials go through all points; this is the
    one with the least Σ_k w_k².

    Args:
        points: what to fit; none at all give the polynomial 0.
        degree: at least 0.
        lambda_: λ ≥ 0.
    """
    powers = np.vander(scaled(points.x), degree + 1, increasing=True)
    wanted = points.y
    if lambda_ > 0:
        penalty = np.sqrt(lambda_) * np.eye(degree + 1)[1:]
        powers, wanted = np.concatenate([powers, penalty]), np.concatenate([wanted, np.zeros(degree)])
    if not len(wanted):
        return Polynomial(np.zeros(degree + 1))
    return Polynomial(np.linalg.lstsq(powers, wanted, rcond=None)[0])


def errors_over_degree(
    points: Points, held_out: Points, lambda_: float = 0.0, most: int = MOST_DEGREE
) -> tuple[np.ndarray, np.ndarray]:
    """Fit degrees 0 … most; return the errors on the points and on the held-out ones, (most + 1,) each."""
    fits = [fit(points, degree, lambda_) for degree in range(most + 1)]
    return np.array([points.error(one) for one in fits]), np.array([held_out.error(one) for one in fits])
