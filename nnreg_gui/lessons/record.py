"""What was guessed in a lesson, and what came out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guess:
    """What the audience answered, in the units in which it is shown; which part counts depends on the question.

    Attributes:
        votes: how many hands each choice got.
        number: the number chosen.
        curve: the points (x, y) of the curve drawn; x rises.
    """

    votes: tuple[int, ...] = ()
    number: float | None = None
    curve: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is right, in the same units.

    Attributes:
        right: whether each choice is.
        number: the number asked for.
        curve: the points (x, y) of the curve asked for; x rises.
    """

    right: tuple[bool, ...] = ()
    number: float | None = None
    curve: tuple[tuple[float, float], ...] = ()
