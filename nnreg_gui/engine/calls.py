"""Arithmetic on arrays, planned as the calls of numpy that it consists of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, ParamSpec

import numpy as np

Call = Callable[[], object]
"""A function of numpy with all its arrays."""

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Planned(Generic[P]):
    """A function that writes into arrays it is given; to be used as a decorator.

    Called, it computes at once. Whoever computes the same for every mini-batch takes its `calls` once and calls them
    each time: in networks of the lecture's size, a function of Python around them takes longer than their work.

    Attributes:
        calls: yields the calls, in order; the last one returns the array that holds the result.
    """

    calls: Callable[P, Iterator[Call]]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> np.ndarray:
        """Compute, and return the array that holds the result."""
        result: object = None
        for call in self.calls(*args, **kwargs):
            result = call()
        return np.asarray(result)
