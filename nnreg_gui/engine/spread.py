"""How far numbers of the same kind lie apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Spread:
    """Some numbers that differ only in their seed.

    Attributes:
        mean: their mean.
        spread: their standard deviation (with n − 1); 0 for a single one.
    """

    mean: float
    spread: float

    @classmethod
    def of(cls, numbers: Sequence[float]) -> "Spread":
        """Return mean and standard deviation of at least one number."""
        return cls(float(np.mean(numbers)), float(np.std(numbers, ddof=1)) if len(numbers) > 1 else 0.0)
