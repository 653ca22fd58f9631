"""How do the data pull at the weights of a run? Asks again when another network is looked at."""

from dataclasses import dataclass
from time import monotonic

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.tug_of_war import DataPullQuestion, TugOfWar
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest
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


class LatestPulls(QObject):
    """Keeps the newest answer; asks once it is there, so that it keeps up with any run.

    Signals:
        changed: there is a newer answer, or it has failed.

    Attributes:
        newest: the newest answer.
    """

    changed = Signal()

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.newest: Pulls | None = None
        self._asked: Latest[tuple[np.ndarray, ...]] = Latest(questions, self)
        self._about: tuple[RunHistory, EpochRecord] | None = None  # what was asked last
        self._asked_at = 0.0
        self._asked.answered.connect(self._keep)
        self._asked.changed.connect(self.changed)

    @property
    def problem(self) -> Exception | None:
        """Why there is no newer answer; nothing more is asked until `try_again()`."""
        return self._asked.problem

    def want(self, run: DrawnRun) -> None:
        """Ask about the network that is looked at, unless that is known, or an answer is to come: call it again."""
        record, about = run.record, self._about
        assert record is not None  # only trained runs are looked at
        if self._asked.waits or self.problem is not None or (about is not None and about[1] is record):
            return
        same_run = about is not None and about[0] is run.history
        if run.live and same_run and monotonic() - self._asked_at < _SECONDS_APART:
            return
        self._about, self._asked_at = (run.history, record), monotonic()
        self._asked.ask(DataPullQuestion(run.history.experiment, network_of(run)))

    def try_again(self) -> None:
        """Forget that a question failed."""
        if self.problem is not None:
            self._about = None
        self._asked.try_again()

    @Slot(object)
    def _keep(self, data: tuple[np.ndarray, ...]) -> None:
        assert self._about is not None
        self.newest = Pulls(*self._about, data)
