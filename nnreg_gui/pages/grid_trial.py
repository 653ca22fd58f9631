"""A grid that a page has had trained: what was asked for, and what was found so far."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.grids import GridPoint, GridSearch, PointSummary, summarize
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.search import Search

_MOST_KEPT = 2_000  # histories without networks, of some ten kilobytes each


class GridTrial(QObject):
    """Asks for searches, one at a time, and collects what they find.

    Experiments that were trained here before are not trained again: equal ones give equal curves.

    Signals:
        wanted: carries a `Search`.
        cancelled: carries the purpose of a search that is to end.
        changed: something is known that was not.
        ended: nothing more comes.

    Attributes:
        grid: what was asked for last, or None.
        found: the runs by their place in the grid.
        missing: why experiments have no result, by place.
        running: whether something may come.
        complete: whether all that was asked for has come, with or without a result.
        share, seconds_left: of the search, negative while not known.
        problem: why not everything was trained, or what happened on the way.
    """

    wanted = Signal(object)
    cancelled = Signal(str)
    changed = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid: GridSearch | None = None
        self.found: dict[int, RunHistory] = {}
        self.missing: dict[int, Exception] = {}
        self.running = False
        self.share, self.seconds_left = 0.0, -1.0
        self.problem: Exception | None = None
        self._search: Search | None = None
        self._places: list[int] = []  # in the grid, of the experiments of the search
        self._known: dict[Experiment, RunHistory] = {}

    @property
    def complete(self) -> bool:
        """Whether every experiment has a result, or will never have one."""
        return self.grid is not None and len(self.found) + len(self.missing) == len(self.grid.points)

    def start(self, grid: GridSearch) -> None:
        """Have trained what of this grid is not known yet; what goes on ends."""
        self.grid, self.missing, self.problem = grid, {}, None
        experiments = grid.search.experiments
        self.found = {place: self._known[one] for place, one in enumerate(experiments) if one in self._known}
        self._places = [place for place in range(len(experiments)) if place not in self.found]
        self._search = replace(grid.search, experiments=tuple(experiments[place] for place in self._places))
        self.running = bool(self._places)
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

    def summaries(self) -> tuple[PointSummary, ...]:
        """Return what was found so far of every point."""
        return summarize(self.grid, self.found) if self.grid is not None else ()

    def epochs(self, point: GridPoint) -> int:
        """Return for how many epochs a point is trained."""
        assert self.grid is not None
        return self.grid.search.experiments[self.grid.points.index(point)].training.epochs

    # --------------------------------------------------------------------------------------- what the search has to say

    def take_progress(self, search: Search, share: float, seconds_left: float) -> None:
        """Note how far it is."""
        if search is self._search:
            self.share, self.seconds_left = share, seconds_left
            self.changed.emit()

    def take_found(self, search: Search, place: int, history: RunHistory) -> None:
        """Note a run; it is shown with the next progress, which many may come before."""

        def note(there: int) -> None:
            self.found[there] = self._known[history.experiment] = history
            if len(self._known) > _MOST_KEPT:
                del self._known[next(iter(self._known))]

        self._note(search, place, note)

    def take_not_found(self, search: Search, place: int, problem: Exception) -> None:
        """Note that there is no result."""

        def note(there: int) -> None:
            self.missing[there] = problem

        self._note(search, place, note)

    def take_notice(self, search: Search, problem: Exception) -> None:
        """Note what happened on the way."""
        if search is self._search:
            self.problem = problem
            self.changed.emit()

    def take_end(self, search: Search, problem: Exception | None) -> None:
        """Note that nothing more comes."""
        if search is self._search and self.running:
            self.running = False
            self.problem = problem or (None if self.complete else self.problem)
            self.changed.emit()
            self.ended.emit()

    def _note(self, search: Search, place: int, note: Callable[[int], None]) -> None:
        if search is self._search:
            note(self._places[place])
