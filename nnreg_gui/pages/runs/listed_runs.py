"""The day's runs in the order of training: their numbers and names, removing and restoring them."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.kept_networks import thin
from nnreg_gui.engine.repeats import experiments_of
from nnreg_gui.engine.sessions.session import LARGEST_NUMBER, ListedRun, Session, run_name
from nnreg_gui.plots.style import RUN_COLOURS

_MOST_UNDONE = 10  # times; removed runs keep their networks in memory


@dataclass(slots=True, eq=False)
class Entry:
    """A run in the list.

    Attributes:
        history: what is drawn.
        number: counts the runs of the day from 1; decides the colour.
        name: the user's own; empty if it is named by what differs.
        shown: whether it is drawn.
        repeats: the runs of the same experiment with other seeds, the first one included; empty for a single run.
        epoch: the epoch that the user looks back at; None for the network in use.
        live: whether it is in progress.
        beside: the run that was started together with this one.
    """

    history: RunHistory
    number: int
    name: str = ""
    shown: bool = True
    repeats: tuple[RunHistory, ...] = ()
    epoch: int | None = None
    live: bool = False
    beside: "Entry | None" = None

    @property
    def histories(self) -> tuple[RunHistory, ...]:
        """The run, or all of its repeats."""
        return self.repeats or (self.history,)

    @property
    def state(self) -> tuple[object, ...]:
        """What it is called, and how far it has got: while this is equal, its texts are, too."""
        reached = [(len(one), len(one.changes), one.stopped is not None, one.test_accuracy) for one in self.histories]
        return self.name, self.live, *reached

    @property
    def has_begun(self) -> bool:
        """Whether it, or the run beside it, has got past epoch 0, where a pruned network is whole."""
        histories = [entry.history for entry in (self, self.beside) if entry is not None]
        return any(len(history) > 1 or history.pruning is not None for history in histories)


@dataclass(frozen=True, slots=True)
class _Removed:
    """A run that was removed, and where it was."""

    entry: Entry
    place: int
    was_baseline: bool


class ListedRuns:
    """Keeps the runs.

    Attributes:
        entries: in the order of training.
        baseline: the run that the others are compared with, or None.
    """

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.baseline: Entry | None = None
        self._removed: deque[tuple[_Removed, ...]] = deque(maxlen=_MOST_UNDONE)  # each: what was removed together

    @property
    def can_undo(self) -> bool:
        """Whether there is a removed run to restore."""
        return bool(self._removed)

    def of(self, history: RunHistory) -> Entry | None:
        """Return the entry of a run, even of a removed one while it can be restored."""
        every = (*self.entries, *self._removed_entries())
        return next((entry for entry in every if history in entry.histories), None)

    def whole_run_of(self, experiment: Experiment) -> Entry | None:
        """Return a run of this experiment with the curves of all others: ended, not changed in mid-run, not pruned."""
        essence = experiment.essence
        for entry in self.entries:
            history = entry.history
            plain = history.finished and history.is_plain and not entry.live and not entry.repeats
            if plain and history.experiment.essence == essence:
                return entry
        return None

    def whole_repeats_of(self, experiment: Experiment, seeds: int) -> Entry | None:
        """Return an entry among whose repeats are this experiment's whole runs with so many seeds, from its own on."""
        wanted = {one.essence for one in experiments_of(experiment, seeds)}
        for entry in self.entries:
            if wanted <= {run.experiment.essence for run in entry.repeats if run.finished and run.is_plain}:
                return entry
        return None

    def add_live(self, history: RunHistory) -> Entry:
        """Add a run in progress; one that is already in progress was started together with it."""
        last = self.entries[-1] if self.entries else None
        entry = Entry(history, self.next_number(), live=True)
        if last is not None and last.live:
            entry.beside, last.beside = last, entry
        self.entries.append(entry)
        return entry

    def make_room(self) -> list[Entry]:
        """Drop the last run if neither it nor the one beside it has left epoch 0; return what was dropped."""
        last = self.entries[-1] if self.entries else None
        if last is None or last.live or last.repeats or last.has_begun:
            return []
        dropped = [entry for entry in self.entries if entry is last or entry is last.beside]
        self._drop(dropped)
        return dropped

    def add_finished(self, history: RunHistory, name: str = "") -> Entry:
        """Add a finished run."""
        entry = Entry(history, self.next_number(), run_name(name))
        self.entries.append(entry)
        return entry

    def add_repeats(self, histories: Sequence[RunHistory]) -> Entry:
        """Add runs of one experiment that differ in their seeds, as one entry."""
        entry = Entry(histories[0], self.next_number(), repeats=tuple(histories))
        self.entries.append(entry)
        return entry

    def remove(self, entries: Sequence[Entry]) -> None:
        """Remove runs from the list; they can be restored together."""
        places = [(place, entry) for place, entry in enumerate(self.entries) if entry in entries]
        self._removed.append(tuple(_Removed(entry, place, entry is self.baseline) for place, entry in places))
        self._drop([entry for _, entry in places])

    def undo_remove(self) -> list[Entry]:
        """Restore the runs removed last to their places, as they were; return them."""
        back = self._removed.pop() if self._removed else ()
        for removed in back:
            self.entries.insert(removed.place, removed.entry)
            if removed.was_baseline and self.baseline is None:
                self.baseline = removed.entry
        return [removed.entry for removed in back]

    def session(self, selected: Entry | None) -> Session:
        """Return all runs with what the user has done to them."""
        runs = tuple(ListedRun(e.history, e.number, e.name, e.shown, e.repeats) for e in self.entries)
        baseline = self.baseline.number if self.baseline is not None else None
        return Session(runs, baseline, selected.number if selected is not None else None)

    def add_session(self, session: Session) -> dict[int, Entry]:
        """Add the runs of a session; one whose number is taken gets another. Return them by their old numbers."""
        added: dict[int, Entry] = {}
        taken, theirs = set(self._numbers()), {run.number for run in session.runs}
        for run in session.runs:
            is_free = run.number not in taken and 1 <= run.number <= LARGEST_NUMBER
            number = run.number if is_free else self.next_number(theirs)
            entry = added[run.number] = Entry(run.history, number, run.name, run.shown, run.repeats)
            self.entries.append(entry)
            taken.add(number)
        if self.baseline is None and session.baseline is not None:
            self.baseline = added.get(session.baseline)
        return added

    def next_number(self, reserved: set[int] | None = None) -> int:
        """Return the next number whose colour no present or future run has; any number is given only once.

        Once the largest number is nearly reached, free ones are taken from 1 on again.

        Args:
            reserved: numbers that other runs will have.
        """
        taken = {0, *self._numbers(), *(reserved or ())}
        first = max(taken) + 1 if max(taken) <= LARGEST_NUMBER - RUN_COLOURS else 1
        free = list(islice((one for one in range(first, LARGEST_NUMBER + 1) if one not in taken), RUN_COLOURS))
        used = {_colour(number) for number in (*(entry.number for entry in self.entries), *(reserved or ()))}
        return next((one for one in free if _colour(one) not in used), free[0])

    def thin(self, selected: Entry | None) -> None:
        """Make runs keep fewer networks if all networks take too much memory: removed and hidden runs first."""
        entries = list(self._removed_entries())
        entries += sorted(self.entries, key=lambda entry: (entry is selected, entry.shown))  # of equals, older ones
        thin(history for entry in entries for history in entry.histories)

    def _numbers(self) -> Iterator[int]:
        """Yield the numbers of all runs, including those that can be restored."""
        yield from (entry.number for entry in self.entries)
        yield from (entry.number for entry in self._removed_entries())

    def _removed_entries(self) -> Iterator[Entry]:
        """Yield the runs that can be restored."""
        yield from (removed.entry for together in self._removed for removed in together)

    def _drop(self, entries: list[Entry]) -> None:
        self.entries = [entry for entry in self.entries if entry not in entries]
        if self.baseline in entries:
            self.baseline = None


def _colour(number: int) -> int:
    return (number - 1) % RUN_COLOURS
