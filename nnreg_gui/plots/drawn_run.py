"""A run as plots see it: its history and the number that gives it its colour."""

from dataclasses import dataclass

from nnreg_gui.engine.history import RunHistory


@dataclass(frozen=True, slots=True)
class DrawnRun:
    """A run that is shown.

    Attributes:
        history: what is drawn.
        number: counts the runs of the day from 1; decides the colour and stands at the end of the curve.
        name: what it is called in the list, made from what differs.
        live: whether it is still going on.
        selected: whether it is the one that the tiles and the shaded gap speak of.
    """

    history: RunHistory
    number: int
    name: str = ""
    live: bool = False
    selected: bool = False
