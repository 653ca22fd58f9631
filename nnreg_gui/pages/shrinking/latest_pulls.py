"""How do the data pull at the weights of a run? Asks again when another network is looked at."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.tug_of_war import DataPullQuestion, TugOfWar
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.paced import Paced
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun

_SECONDS_APART = 0.2  # between the questions about a run that goes on


@dataclass(frozen=True, slots=True, eq=False)
class Pulls:
    """What was found.

    Attributes:
        history, record: the run, and the epoch whose network was asked.
        data: −∂C₀/∂w of each layer, (neurons, inputs).
    """

    history: RunHistory
    record: EpochRecord
    data: tuple[np.ndarray, ...]

    def at(self, experiment: Experiment) -> TugOfWar:
        """Return both pulls, the penalty's as it is in an experiment."""
        pruned = self.history.pruning is not None
        return TugOfWar.of(self.record.parameters.weights, self.data, experiment, pruned=pruned)


class LatestPulls(Paced[tuple[np.ndarray, ...]]):
    """Asks when another network is looked at, unless that is known.

    Attributes:
        newest: the newest answer, and what it answers.
    """

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(questions, _SECONDS_APART, parent)
        self.newest: Pulls | None = None
        self._about: tuple[RunHistory, EpochRecord] | None = None  # what was asked last

    def want(self, run: DrawnRun) -> None:
        """Ask about the network that is looked at, unless that is known, or an answer is to come: call it again."""
        record, newest = run.record, self.newest
        assert record is not None  # only trained runs are looked at
        same_run = newest is not None and newest.history is run.history  # a replayed one shares its records
        is_known = newest is not None and same_run and newest.record is record
        if not is_known and self.may_ask(paced=run.live and same_run):
            self._about = run.history, record
            self.ask(DataPullQuestion(run.history.experiment, network_of(run)))

    @Slot(object)
    def _keep(self, data: tuple[np.ndarray, ...]) -> None:
        assert self._about is not None
        self.newest = Pulls(*self._about, data)
        super()._keep(data)
