"""A grid of experiments trained for a page: what has been found so far at each of its points."""

from PySide6.QtCore import QObject

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.searches.grids import GridPoint, GridSearch, PointSummary, summarize
from nnreg_gui.pages.asking import Searches
from nnreg_gui.pages.trial import Trial

_MOST_KEPT = 2_000  # histories without networks, some ten kilobytes each


class GridTrial(Trial):
    """A trial whose experiments form a grid, and which never trains the same one twice.

    Attributes:
        grid: the last one asked for, or None.
    """

    def __init__(self, searches: Searches, page: str, parent: QObject | None = None) -> None:
        super().__init__(searches, page, parent)
        self.grid: GridSearch | None = None
        self._known: dict[Experiment, RunHistory] = {}
        self.run_found.connect(self._remember)

    def start_grid(self, grid: GridSearch) -> None:
        """Train whatever is not known yet of this grid; end the search in progress."""
        self.grid = grid
        self.start(grid.search, self._known)

    def summaries(self) -> tuple[PointSummary, ...]:
        """Return what has been found so far at every point."""
        return summarize(self.grid, self.found) if self.grid is not None else ()

    def epochs(self, point: GridPoint) -> int:
        """Return for how many epochs a point is trained."""
        assert self.grid is not None
        return self.grid.search.experiments[self.grid.points.index(point)].training.epochs

    def _remember(self, history: RunHistory) -> None:
        self._known[history.experiment] = history
        if len(self._known) > _MOST_KEPT:
            del self._known[next(iter(self._known))]
