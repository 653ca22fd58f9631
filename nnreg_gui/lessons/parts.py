"""The parts of an expression: each knows its unit, and how to compute itself."""

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nnreg_gui.lessons.figures import Unit
from nnreg_gui.lessons.known import Known
from nnreg_gui.lessons.mistakes import Mistake

Comparison = Callable[[float, float], bool]
_OF_ACCURACIES = ("share", "points")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an expression.

    Attributes:
        unit: of its value.
        value: computes it; 1 or 0 if it is a truth. Raises MissingError while something is not known.
        constant: its value, if it is a number that stands in the text.
    """

    unit: Unit
    value: Callable[[Known], float]
    constant: float | None = None


def constant(number: float) -> Part:
    """Return a number that stands in the text.

    Raises:
        Mistake: it is too large to compute with.
    """
    try:
        value = float(number)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise Mistake("A number in an expression is too large.")
    return Part("number", lambda known: value, value)


def negative(part: Part) -> Part:
    """Return −part."""
    if part.constant is not None:
        return constant(-part.constant)
    return Part(part.unit, lambda known: -part.value(known))


# ------------------------------------------------------------------------------------------------------------ + − * /


def combined(left: Part, sign: str, right: Part) -> Part:
    """Return a sum, a difference, a product or a quotient.

    Raises:
        Mistake: the units do not go together.
    """
    compute = _SIGNS[sign]
    return Part(_unit_of(left, sign, right), lambda known: compute(left.value(known), right.value(known)))


def _divided(left: float, right: float) -> float:
    """Divide without an error: by zero there is no number, or an infinite one."""
    if right:
        return left / right
    return math.copysign(math.inf, left) if left else math.nan


_SIGNS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divided,
}


def _unit_of(one: Part, sign: str, other: Part) -> Unit:
    left, right = _unit_beside(one, other), _unit_beside(other, one)
    units = {left, right}
    if sign == "/":
        return "number"
    if sign == "*":
        if left == right == "whole":
            return "whole"
        return next((unit for unit in (left, right) if units == {"number", unit} and unit in _OF_ACCURACIES), "number")
    _check_alike(one, other)
    if left == right:
        return "points" if left == "share" and sign == "-" else left
    if "share" in units:
        return "share"
    return "points" if "points" in units else "number"


def _unit_beside(part: Part, other: Part) -> Unit:
    """Return a part's unit; a whole number in the text counts what the other part counts."""
    counts = part.constant is not None and part.constant.is_integer() and other.unit == "whole"
    return "whole" if counts else part.unit


def _check_alike(left: Part, right: Part) -> None:
    """Refuse to add or compare what nobody would: accuracies and counts, accuracies (0…1) and percents."""
    for one, other in ((left, right), (right, left)):
        if one.unit in _OF_ACCURACIES and other.unit == "whole":
            raise Mistake("An accuracy and a number of epochs, images or parameters cannot be added or compared.")
        if one.unit in _OF_ACCURACIES and abs(other.constant or 0.0) > 1:
            raise Mistake(
                "Accuracies lie between 0 and 1 in expressions, so {number} is too much: 95 % is written 0.95, and two "
                "points are 0.02.",
                number=f"{other.constant:g}",
            )


# ------------------------------------------------------------------------------------------------------- what is true


def compared(parts: Sequence[Part], comparisons: Sequence[Comparison]) -> Part:
    """Return whether each part compares so with the next; there is one comparison fewer than parts.

    Raises:
        Mistake: the units do not go together.
    """
    for left, right in pairwise(parts):
        _check_alike(left, right)

    def holds(known: Known) -> float:
        values = [part.value(known) for part in parts]
        return float(all(compare(*two) for compare, *two in zip(comparisons, values, values[1:], strict=False)))

    return Part("truth", holds)


def truth(holds: bool) -> Part:
    """Return what is always so."""
    return Part("truth", lambda known: float(holds))


def negated(part: Part) -> Part:
    """Return what is true if the part is not."""
    return Part("truth", lambda known: 1.0 - part.value(known))


def joined(parts: Sequence[Part], every: bool) -> Part:
    """Return whether every part is true, or any."""
    together = all if every else any
    return Part("truth", lambda known: float(together(part.value(known) == 1 for part in parts)))
