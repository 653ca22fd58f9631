"""Sentences about what is wrong and what to do, which the window can say in the user's language."""

from functools import partial
from typing import Any


class Problem(ValueError):
    """Something that the user can fix.

    ``str(problem)`` is one English sentence. ``template`` is the same sentence with ``{names}`` in place of
    ``values``: what a translator translates.
    """

    def __init__(self, template: str, **values: str) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        # Problems cross the pipe from the engine process; exceptions with keyword arguments cannot do so by themselves.
        return partial(type(self), self.template, **self.values), ()


def problem_of(error: Exception) -> Problem:
    """Return what to tell of an exception that ended a training or a question: faults of the program are told, too."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, MemoryError):
        return Problem("There is not enough memory for this network: choose a smaller one.")
    return Problem("This ended because of a fault in the program ({error}).", error=repr(error))


class ExperimentError(Problem):
    """An impossible experiment: a value out of range, an unknown key, a file that holds none."""


class DigitsError(Problem):
    """A file of digits that cannot be read."""


class DivergedError(Problem):
    """A run whose costs or parameters are no longer finite numbers."""
