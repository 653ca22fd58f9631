"""A session: the runs of a day with what the user has made of them."""

from dataclasses import dataclass

from nnreg_gui.engine.history import RunHistory

SESSION_SUFFIX = "nnreg-session"  # of the file that keeps one


@dataclass(frozen=True, slots=True, eq=False)
class ListedRun:
    """A run in the list.

    Attributes:
        history: what it has recorded.
        number: counts the runs of the day from 1; decides the colour.
        name: what the user has called it; empty where it is named by what differs.
        shown: whether it is drawn.
        repeats: the runs of the same experiment with other seeds, the first one included; empty for a single run.
    """

    history: RunHistory
    number: int
    name: str = ""
    shown: bool = True
    repeats: tuple[RunHistory, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """Runs in the order of the list.

    Attributes:
        runs: all of them.
        baseline: the number of the run that the others are compared with, or None.
        selected: the number of the selected run, or None.
    """

    runs: tuple[ListedRun, ...]
    baseline: int | None = None
    selected: int | None = None
