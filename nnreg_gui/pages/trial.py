"""Experiments that a page has had trained: what was asked for, and what was found so far."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory

if TYPE_CHECKING:
    from nnreg_gui.engine.search import Search  # not at the window's start, which it would delay


class Trial(QObject):
    """Asks for searches, one at a time, and collects what they find.

    Signals:
        wanted: carries a `Search`.
        cancelled: carries the purpose of a search that is to end.
        run_found: carries a `RunHistory` that has just been trained.
        changed: something is known that was not.
        ended: nothing more comes.

    Attributes:
        experiments: what was asked for last.
        found: the runs by their place among the experiments.
        missing: why experiments have no result, by place.
        running: whether something may come.
        waits_for: the purpose of the search that must end before this one begins; empty where it has begun.
        share, seconds_left: of the search, negative while not known.
        problem: why not everything was trained, or what happened on the way.
    """

    wanted = Signal(object)
    cancelled = Signal(str)
    run_found = Signal(object)
    changed = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.experiments: tuple[Experiment, ...] = ()
        self.found: dict[int, RunHistory] = {}
        self.missing: dict[int, Exception] = {}
        self.running = False
        self.waits_for = ""
        self.share, self.seconds_left = 0.0, -1.0
        self.problem: Exception | None = None
        self._search: Search | None = None
        self._places: list[int] = []  # among the experiments, of those of the search

    @property
    def done(self) -> int:
        """How many experiments have a result, or will never have one."""
        return len(self.found) + len(self.missing)

    @property
    def complete(self) -> bool:
        """Whether something was asked for, and all of it has a result, or will never have one."""
        return self._search is not None and self.done == len(self.experiments)

    def start(self, search: "Search", known: Mapping[Experiment, RunHistory] | None = None) -> None:
        """Have trained what is not known yet; what goes on ends.

        Args:
            search: what is wanted; equal experiments give equal curves on one computer.
            known: runs that need not be trained again.
        """
        known = known or {}
        self.experiments, self.missing, self.problem = search.experiments, {}, None
        self.found = {place: known[one] for place, one in enumerate(self.experiments) if one in known}
        self._places = [place for place in range(len(self.experiments)) if place not in self.found]
        self._search = replace(search, experiments=tuple(self.experiments[place] for place in self._places))
        self.running = bool(self._places)
        self.waits_for = ""
        self.share, self.seconds_left = 0.0, -1.0
        self.changed.emit()
        if self.running:
            self.wanted.emit(self._search)
        else:
            self.ended.emit()

    @Slot()
    def cancel(self) -> None:
        """End what goes on; what was found is kept."""
        if self.running and self._search is not None:
            self.cancelled.emit(self._search.purpose)

    # --------------------------------------------------------------------------------------- what the search has to say

    def take_progress(self, search: "Search", share: float, seconds_left: float) -> None:
        """Note how far it is."""
        if search is self._search:
            self.share, self.seconds_left, self.waits_for = share, seconds_left, ""
            self.changed.emit()

    def take_wait(self, search: "Search", first: "Search") -> None:
        """Note what must end before it begins."""
        if search is self._search:
            self.waits_for = first.purpose
            self.changed.emit()

    def take_found(self, search: "Search", place: int, history: RunHistory) -> None:
        """Note a run; `changed` comes with the next progress, before which there may be many."""

        def note(there: int) -> None:
            self.found[there] = history
            self.run_found.emit(history)

        self._note(search, place, note)

    def take_not_found(self, search: "Search", place: int, problem: Exception) -> None:
        """Note that there is no result."""

        def note(there: int) -> None:
            self.missing[there] = problem

        self._note(search, place, note)

    def take_notice(self, search: "Search", problem: Exception) -> None:
        """Note what happened on the way."""
        if search is self._search:
            self.problem = problem
            self.changed.emit()

    def take_end(self, search: "Search", problem: Exception | None) -> None:
        """Note that nothing more comes."""
        if search is self._search and self.running:
            self.running = False
            self.problem = problem or (None if self.complete else self.problem)
            self.changed.emit()
            self.ended.emit()

    def _note(self, search: "Search", place: int, note: Callable[[int], None]) -> None:
        if search is self._search:
            note(self._places[place])
