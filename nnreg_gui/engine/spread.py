"""How far apart numbers of the same kind lie, and when two kinds differ by more than that."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

# Student's t, which 95 of 100 differences between equals do not exceed, by degrees of freedom from 1; beyond ten, the
# value for ten is a little strict.
_STUDENT = (12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23)


@dataclass(frozen=True, slots=True)
class Spread:
    """Some numbers that differ only in their seed.

    Attributes:
        mean: their mean.
        spread: their standard deviation (with n − 1); 0 for a single one.
        count: how many there are.
    """

    mean: float
    spread: float
    count: int = 1

    @classmethod
    def of(cls, numbers: Sequence[float]) -> "Spread":
        """Return mean and standard deviation of at least one number."""
        spread = float(np.std(numbers, ddof=1)) if len(numbers) > 1 else 0.0
        return cls(float(np.mean(numbers)), spread, len(numbers))


def standard_error(one: Spread, other: Spread, among: Sequence[Spread] = ()) -> float:
    """Return roughly how far apart two means are by chance: the standard error of their difference.

    s √(1/n₁ + 1/n₂), with the pooled standard deviation s. Single numbers say nothing about chance: infinity.

    Args:
        one, other: whose means to compare.
        among: all of the kind, if there are others: their s says more than that of two seeds each.
    """
    pooled = among or (one, other)
    freedom = sum(each.count - 1 for each in pooled)
    if not freedom:
        return math.inf
    squares = sum((each.count - 1) * each.spread**2 for each in pooled)
    return math.sqrt(squares / freedom * (1 / one.count + 1 / other.count))


def clearly_above(one: Spread, other: Spread) -> bool:
    """Return whether the mean of `one` exceeds that of `other` by more than seeds explain: Student's t test at 95 %.

    Every claim that some runs are better or worse than others asks this. A single number may be compared with several,
    by their spread; between two single numbers the answer is always no: report them, but do not judge.
    """
    freedom = one.count + other.count - 2
    if not freedom:
        return False
    limit = _STUDENT[min(freedom, len(_STUDENT)) - 1]
    return one.mean - other.mean > limit * standard_error(one, other)
