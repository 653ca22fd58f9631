"""A session: the runs of a day and what the user has made of them."""

from dataclasses import dataclass

from nnreg_gui.engine.history import RunHistory

SESSION_SUFFIX = "nnreg-session"  # of the file that keeps one
LONGEST_NAME = 200  # characters
LARGEST_NUMBER = 10**6  # of a run


@dataclass(frozen=True, slots=True, eq=False)
class ListedRun:
    """A run in the list.

    Attributes:
        history: what it has recorded.
        number: counts the day's runs from 1 to `LARGEST_NUMBER`; decides the colour.
        name: the user's name for it, cut to what `run_name` allows; empty if what differs names it.
        shown: whether it is drawn.
        repeats: the runs of the same experiment with other seeds, including the first; empty for a single run.
    """

    history: RunHistory
    number: int
    name: str = ""
    shown: bool = True
    repeats: tuple[RunHistory, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", run_name(self.name))


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """Runs in the order of the list.

    Attributes:
        runs: all of them.
        baseline: the number of the run to compare the others with, or None.
        selected: the number of the selected run, or None.
    """

    runs: tuple[ListedRun, ...]
    baseline: int | None = None
    selected: int | None = None


def run_name(text: str) -> str:
    """Cut a text to a run's name: at most `LONGEST_NAME` characters, only those that files can hold."""
    return text[:LONGEST_NAME].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
