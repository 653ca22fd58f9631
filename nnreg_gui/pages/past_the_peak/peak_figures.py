"""What is known about the polynomials through the present points: fits, errors and sizes over degree and steps."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nnreg_gui.engine.double_descent import MOST_DEGREE, LeastSquares, fits_over_degree, line_errors
from nnreg_gui.engine.polynomials import Points
from nnreg_gui.pages.past_the_peak.peak_choices import MOST_STEPS
from nnreg_gui.pages.past_the_peak.scales import LAST_LINEAR

# Enough for a smooth curve where the error no longer changes from one degree to the next.
DEGREES = np.concatenate(
    [np.arange(LAST_LINEAR), np.unique(np.geomspace(LAST_LINEAR, MOST_DEGREE, 30).round().astype(int))]
)
STEPS = np.unique(np.geomspace(1, MOST_STEPS, 61).round().astype(int))


@dataclass(frozen=True, slots=True, eq=False)
class Sizes:
    """Errors and coefficients of several fits.

    Attributes:
        errors: how far they are off the line, (fits,).
        norms: ‖c‖, (fits,).
        largest: the largest |c_k|, (fits,).
    """

    errors: np.ndarray
    norms: np.ndarray
    largest: np.ndarray

    @classmethod
    def of(cls, fits: list[np.ndarray]) -> "Sizes":
        """Measure these coefficients."""
        norms = np.array([np.linalg.norm(fit) for fit in fits])
        return cls(line_errors(fits), norms, np.array([np.abs(fit).max() for fit in fits]))


class PeakFigures:
    """Computes figures for the points it was made with once; another degree or λ replaces the one before.

    Args:
        points: what is fitted.
    """

    def __init__(self, points: Points) -> None:
        self.points = points
        self._degree: tuple[int, LeastSquares] | None = None
        self._penalized: tuple[float, Sizes] | None = None
        self._descent: tuple[int, Sizes] | None = None

    @cached_property
    def _fits(self) -> list[LeastSquares]:
        return fits_over_degree(self.points, DEGREES)

    @cached_property
    def plain(self) -> Sizes:
        """Over the degree, without a penalty."""
        return Sizes.of([fit.fit() for fit in self._fits])

    def penalized(self, lambda_: float) -> Sizes:
        """Return the same with ridge."""
        if self._penalized is None or self._penalized[0] != lambda_:
            self._penalized = lambda_, Sizes.of([fit.fit(lambda_) for fit in self._fits])
        return self._penalized[1]

    def at(self, degree: int) -> LeastSquares:
        """Return all fits of one degree."""
        if self._degree is None or self._degree[0] != degree:
            self._degree = degree, fits_over_degree(self.points, np.array([degree]))[0]
        return self._degree[1]

    def descent(self, degree: int) -> Sizes:
        """Return what gradient descent goes through, over `STEPS`."""
        if self._descent is None or self._descent[0] != degree:
            fit = self.at(degree)
            self._descent = degree, Sizes.of([fit.descended(steps) for steps in STEPS.tolist()])
        return self._descent[1]

    @property
    def peak(self) -> float:
        """The error with as many coefficients as points, which are no more than the linear part of the scale."""
        return float(self.plain.errors[len(self.points) - 1])
