"""Functions in an expression, such as ``noise(l2, 0.3)``: which there are, and what they take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from nnreg_gui.lessons.figures import Unit
from nnreg_gui.lessons.functions import OF_FITS, OF_RUNS, Argument, Function
from nnreg_gui.lessons.known import MissingError
from nnreg_gui.lessons.measurements import MEASUREMENTS, Kind, Measurement
from nnreg_gui.lessons.mistakes import Mistake, unknown
from nnreg_gui.lessons.parts import Part
from nnreg_gui.lessons.stage_words import Range

Key = TypeVar("Key")
GUESS = "guess"
_ALL: Mapping[str, Kind | Function] = {**MEASUREMENTS, **OF_RUNS, **OF_FITS}


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments.

    Attributes:
        run: the run it is about; "" if it is about none.
        part: how to compute it.
        measurement: what an engine must answer first; None if nothing.
    """

    run: str
    part: Part
    measurement: Measurement | None = None


def call_of(name: str, arguments: Sequence[float | str]) -> Call:
    """Return a call.

    Args:
        name: of the function.
        arguments: what stands between the parentheses: names as they are.

    Raises:
        Mistake: there is no such function, or it takes other arguments.
    """
    if name not in _ALL:
        raise unknown(name, (*_ALL, GUESS))
    what = _ALL[name]
    of_run = name not in OF_FITS
    run, rest = (arguments[0], arguments[1:]) if of_run and arguments else ("", arguments)
    fits = len(rest) == len(what.arguments) and isinstance(run, str) and bool(run) == of_run
    if not fits or not all(map(_is_allowed, rest, what.arguments)):
        raise Mistake("{text} is not what “{name}” takes: it is written {form}.",
                      text=_text(name, arguments), name=name, form=_form(name, what, of_run))  # fmt: skip
    assert isinstance(run, str)
    if isinstance(what, Kind):
        measurement = Measurement(name, run, tuple(float(one) for one in rest))
        return Call(run, Part(what.unit, lambda known: _known(known.measured, measurement)), measurement)
    what.check(*rest)
    if of_run:
        return Call(run, Part(what.unit, lambda known: what.of(known.histories(run), *rest)))
    return Call("", Part(what.unit, lambda known: what.of(*rest)))


def guess_of(step: str, unit: Unit) -> Part:
    """Return the number that was guessed in a step."""
    return Part(unit, lambda known: _known(known.guesses, step))


def _known(values: Mapping[Key, float], key: Key) -> float:
    if key not in values:
        raise MissingError(key)
    return values[key]


def _is_allowed(argument: float | str, allowed: Argument) -> bool:
    if isinstance(allowed, Range):
        return not isinstance(argument, str) and allowed.holds(argument)
    return argument in allowed


def _text(name: str, arguments: Sequence[float | str]) -> str:
    return f"{name}({', '.join(one if isinstance(one, str) else f'{one:g}' for one in arguments)})"


def _form(name: str, what: Kind | Function, of_run: bool) -> str:
    """Return how a function is written: “noise(run, 0…1)”."""
    allowed = [one.text if isinstance(one, Range) else "|".join(one) for one in what.arguments]
    return f"{name}({', '.join(['run'] * of_run + allowed)})"
