"""The trained cells of parameter grids, whichever plan they were trained for."""

from collections import ChainMap
from collections.abc import Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QObject

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.searches.parameter_grid import Cell, CellSummary, GridPlan, parameter_grid, summarize
from nnreg_gui.pages.asking import Searches
from nnreg_gui.pages.trained_runs import KnownRuns, known_runs
from nnreg_gui.pages.trial import Trial
from nnreg_gui.plots.drawn_run import DrawnRun


class ParameterTrial(Trial):
    """A trial of grids that never retrains what was trained before, here or as a run of the list."""

    def __init__(self, searches: Searches, parent: QObject | None = None) -> None:
        super().__init__(searches, "parameters", parent)
        self._known: dict[Experiment, RunHistory] = {}  # at most one for each cell of each plan that can be chosen
        self._listed = KnownRuns()
        self.run_found.connect(self._remember)

    def start_plan(self, plan: GridPlan) -> None:
        """Train what is not known yet of this plan; end the search in progress."""
        self.start(parameter_grid(plan).search, self._everything())

    def is_about(self, plan: GridPlan) -> bool:
        """Return whether this plan was the last one asked for."""
        return bool(self.experiments) and set(self.experiments) == set(_experiments(plan).values())

    def take_listed(self, runs: Sequence[DrawnRun]) -> None:
        """Take the runs of the list: those trained to their end, as their experiment says, have its curves."""
        self._listed = known_runs(runs, networks=False)
        self.leave_out(self._everything())

    def summaries(self, plan: GridPlan) -> dict[Cell, CellSummary]:
        """Return what is known about the cells of a plan."""
        known = self._everything()
        return {
            cell: summarize(cell, known[experiment])
            for cell, experiment in _experiments(plan).items()
            if experiment in known
        }

    def _everything(self) -> Mapping[Experiment, RunHistory]:
        return ChainMap(self._known, self._listed)  # type: ignore[arg-type]  # which is only read

    def _remember(self, history: RunHistory) -> None:
        self._known[history.experiment] = history


@lru_cache(maxsize=16)  # needed at every progress of a search
def _experiments(plan: GridPlan) -> dict[Cell, Experiment]:
    return {cell: plan.experiment(cell) for cell in plan.cells}
