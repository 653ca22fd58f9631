"""What is known while a lesson goes on: the runs trained so far, what was measured of them, and what was guessed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nnreg_gui.engine.history import RunHistory

if TYPE_CHECKING:
    from nnreg_gui.lessons.measurements import Measurement

_PER_SHOWN = {"percent": 0.01, "points": 0.01, "number": 1.0}


class MissingError(KeyError):
    """Something that an expression needs is not known yet."""


@dataclass(slots=True)
class Known:
    """What expressions are computed from.

    Attributes:
        runs: the histories of each run, by the name that the lesson gives it: one, or one for each seed.
        measured: what an engine answered, as `Measurement.figure()` returns it.
        guesses: the numbers guessed, by the ids of their steps, as `from_shown()` returns them.
    """

    runs: dict[str, Sequence[RunHistory]] = field(default_factory=dict)
    measured: "dict[Measurement, float]" = field(default_factory=dict)
    guesses: dict[str, float] = field(default_factory=dict)

    def histories(self, run: str) -> Sequence[RunHistory]:
        """Return the histories of a run.

        Raises:
            MissingError: it has not been trained.
        """
        histories = self.runs.get(run, ())
        if not histories or not all(map(len, histories)):
            raise MissingError(run)
        return histories


def from_shown(number: float, unit: str) -> float:
    """Return the value of a number that is shown in the unit of a question: 80 percent are 0.8."""
    return number * _PER_SHOWN[unit]


def to_shown(value: float, unit: str) -> float:
    """Return the number to show for a value, in the unit of a question: 0.8 are 80 percent."""
    return value / _PER_SHOWN[unit]
