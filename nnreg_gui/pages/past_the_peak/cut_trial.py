"""The trained networks of a cut through the map of parameters."""

from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.searches.parameter_cut import CUT, HIDDEN, SHARES, CutSummary, summarize
from nnreg_gui.pages.asking import Searches
from nnreg_gui.pages.trial import Trial

Curve = dict[int, CutSummary]  # by hidden neurons, rising


class CutTrial(Trial):
    """A trial of the cut, which never trains the same network twice."""

    def __init__(self, searches: Searches, parent: QObject | None = None) -> None:
        super().__init__(searches, "past_the_peak", parent)

    @Slot()
    def begin(self) -> None:
        """Train what is not known yet."""
        self.start(CUT.search, {run.experiment: run for run in self.found.values()})

    def curves(self, epoch: str) -> dict[float, Curve]:
        """Return, by share of wrong labels, what is known at `LAST` or `LOWEST` of each run."""
        return {
            share: {
                hidden: summarize(runs, epoch) for hidden in HIDDEN if (runs := CUT.runs(self.found, share, hidden))
            }
            for share in SHARES
        }
