"""A run as plots see it: its history, and the number that decides its colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.history import RunHistory

_MOST = 3  # runs: nobody can follow the lines of more


@dataclass(frozen=True, slots=True)
class DrawnRun:
    """A run that is shown.

    Attributes:
        history: what is drawn.
        number: counts the runs of the day from 1; decides the colour and stands at the end of the curve.
        name: its name in the list.
        live: whether it is still running.
        selected: whether the tiles and the shaded gap refer to it.
        repeats: all runs of the same experiment with other seeds, including this one, if there are any: plots draw
            their mean and spread.
        epoch: the epoch that the user is looking back at; None for the network in use.
        baseline: whether it is what the others are compared with.
        renamed: whether the user gave it its name; otherwise it is named after what differs.
        strong: whether it is one of the few that stand out among many.
    """

    history: RunHistory
    number: int
    name: str = ""
    live: bool = False
    selected: bool = False
    repeats: tuple[RunHistory, ...] = ()
    epoch: int | None = None
    baseline: bool = False
    renamed: bool = False
    strong: bool = True

    @property
    def histories(self) -> tuple[RunHistory, ...]:
        """The run, or all its repeats."""
        return self.repeats or (self.history,)

    @property
    def record(self) -> EpochRecord | None:
        """The record whose weights are drawn and whose network is used."""
        return self.history.in_use if self.epoch is None else self.history.record_near(self.epoch)


def most_important(runs: Sequence[DrawnRun]) -> list[DrawnRun]:
    """Return at most three of the runs, in their order: the selected one, the baseline, and the newest others."""
    newest_first = sorted(runs, key=lambda run: (run.selected, run.baseline, run.number), reverse=True)
    few = [run.number for run in newest_first[:_MOST]]
    return [run for run in runs if run.number in few]
