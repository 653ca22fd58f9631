"""A run as plots see it: its history and the number that gives it its colour."""

from dataclasses import dataclass

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.history import RunHistory


@dataclass(frozen=True, slots=True)
class DrawnRun:
    """A run that is shown.

    Attributes:
        history: what is drawn.
        number: counts the runs of the day from 1; decides the colour and stands at the end of the curve.
        name: what it is called in the list.
        live: whether it is still going on.
        selected: whether it is the one that the tiles and the shaded gap speak of.
        repeats: all runs of the same experiment with other seeds, this one included, where there are any: their mean
            and their spread are drawn.
        epoch: the epoch that the user looks back at; None for the network in use.
        baseline: whether the others are compared with it.
    """

    history: RunHistory
    number: int
    name: str = ""
    live: bool = False
    selected: bool = False
    repeats: tuple[RunHistory, ...] = ()
    epoch: int | None = None
    baseline: bool = False

    @property
    def histories(self) -> tuple[RunHistory, ...]:
        """The run, or all of its repeats."""
        return self.repeats or (self.history,)

    @property
    def record(self) -> EpochRecord | None:
        """The record whose weights are drawn and whose network is asked."""
        return self.history.in_use if self.epoch is None else self.history.record_near(self.epoch)
