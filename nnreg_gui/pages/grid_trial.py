"""A grid of experiments that a page has had trained: what was found so far at each of its points."""

from PySide6.QtCore import QObject

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.searches.grids import GridPoint, GridSearch, PointSummary, summarize
from nnreg_gui.pages.asking import Searches
from nnreg_gui.pages.trial import Trial

_MOST_KEPT = 2_000  # histories without networks, of some ten kilobytes each


class GridTrial(Trial):
    """A trial whose experiments are a grid, and which does not train again what it has trained before.

    Attributes:
        grid: what was asked for last, or None.
    """

    def __init__(self, searches: Searches, page: str, parent: QObject | None = None) -> None:
        super().__init__(searches, page, parent)
        self.grid: GridSearch | None = None
        self._known: dict[Experiment, RunHistory] = {}
        self.run_found.connect(self._remember)

    def start_grid(self, grid: GridSearch) -> None:
        """Have trained what of this grid is not known yet; what goes on ends."""
        self.grid = grid
        self.start(grid.search, self._known)

    def summaries(self) -> tuple[PointSummary, ...]:
        """Return what was found so far of every point."""
        return summarize(self.grid, self.found) if self.grid is not None else ()

    def epochs(self, point: GridPoint) -> int:
        """Return for how many epochs a point is trained."""
        assert self.grid is not None
        return self.grid.search.experiments[self.grid.points.index(point)].training.epochs

    def _remember(self, history: RunHistory) -> None:
        self._known[history.experiment] = history
        if len(self._known) > _MOST_KEPT:
            del self._known[next(iter(self._known))]
