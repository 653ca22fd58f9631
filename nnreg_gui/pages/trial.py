"""Experiments trained for a page: what it asked for, and what has been found so far."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.asking import Searches
from nnreg_gui.pages.long_work import LongWork
from nnreg_gui.replies import SearchReply

if TYPE_CHECKING:
    from nnreg_gui.engine.searches.search import Search  # not at startup, which it would slow down


class Trial(LongWork):
    """Trains experiments for a page, one search at a time, and collects the results.

    Args:
        searches: trains them.
        page: the key of the page that it trains for.

    Signals:
        run_found: carries a newly trained `RunHistory`.
        failed: carries the `Problem` why an experiment has no result, or the search has trouble.

    Attributes:
        experiments: those asked for last.
        found: the runs by their place among the experiments.
        missing: why experiments have no result, by place.
    """

    run_found = Signal(object)
    failed = Signal(object)

    def __init__(self, searches: Searches, page: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.experiments: tuple[Experiment, ...] = ()
        self.found: dict[int, RunHistory] = {}
        self.missing: dict[int, Exception] = {}
        self._searches, self._page = searches, page
        self._reply: SearchReply | None = None  # while something may still come
        self._places: list[int] = []  # places among the experiments, of those in the search

    @property
    def running(self) -> bool:
        return self._reply is not None

    @property
    def waits_for(self) -> str:
        return self._reply.waits_for if self._reply is not None else ""

    @property
    def done(self) -> int:
        return len(self.found) + len(self.missing)

    @property
    def number(self) -> int:
        return len(self.experiments)

    def start(self, search: "Search", known: Mapping[Experiment, RunHistory] | None = None) -> None:
        """Train what is not known yet; end the search in progress.

        Args:
            search: what to train; equal experiments give equal curves on one computer.
            known: runs that need not be trained again.
        """
        known = known or {}
        if self._reply is not None:
            self._reply.disconnect(self)  # no longer listened to
            self._reply.cancel()
            self._reply = None
        self.experiments, self.missing, self.problem = search.experiments, {}, None
        self.found = {place: known[one] for place, one in enumerate(self.experiments) if one in known}
        self._places = [place for place in range(len(self.experiments)) if place not in self.found]
        self.share, self.seconds_left = 0.0, -1.0
        if self._places:
            self._begin(replace(search, experiments=tuple(self.experiments[place] for place in self._places)))
        self.changed.emit()
        if not self.running:
            self.ended.emit()

    def leave_out(self, known: Mapping[Experiment, RunHistory]) -> None:
        """Train nothing that has become known while another search was waited for."""
        if self._reply is not None and self.waits_for and any(one in known for one in self._reply.search.experiments):
            self.start(self._reply.search, known)

    @Slot()
    def cancel(self) -> None:
        if self._reply is not None:
            self._reply.cancel()

    # --------------------------------------------------------------------------------------- what the search has to say

    def _begin(self, search: "Search") -> None:
        reply = self._reply = self._searches.begin(search, self._page, self)
        reply.progressed.connect(self._note_progress)
        reply.waiting.connect(self.changed)
        reply.found.connect(self._keep)
        reply.not_found.connect(self._note_missing)
        reply.noticed.connect(self._note_problem)
        reply.ended.connect(self._end)

    @Slot(float, float)
    def _note_progress(self, share: float, seconds_left: float) -> None:
        self.share, self.seconds_left = share, seconds_left
        self.changed.emit()

    @Slot(int, object)
    def _keep(self, place: int, history: RunHistory) -> None:
        """Store a run; `changed` comes with the next progress, before which there may be many."""
        self.found[self._places[place]] = history
        self.run_found.emit(history)

    @Slot(int, object)
    def _note_missing(self, place: int, problem: Exception) -> None:
        self.missing[self._places[place]] = problem
        self.failed.emit(problem)

    @Slot(object)
    def _note_problem(self, problem: Exception) -> None:
        self.problem = problem
        self.failed.emit(problem)
        self.changed.emit()

    @Slot(object)
    def _end(self, problem: Exception | None) -> None:
        self._reply = None
        self.problem = problem or (None if self.complete else self.problem)
        if problem is not None:
            self.failed.emit(problem)
        self.changed.emit()
        self.ended.emit()
