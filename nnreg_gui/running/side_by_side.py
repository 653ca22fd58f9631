"""One run, or two that train side by side: what is started, paused, stepped, stopped and rewound together."""

import os
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.recorder import measuring_threads
from nnreg_gui.running.engine_keeper import EngineKeeper
from nnreg_gui.running.engine_messages import Start
from nnreg_gui.running.live_run import LiveRun

_COLLECTIONS_PER_SECOND = 30


class State(Enum):
    """What the runs do."""

    IDLE = "idle"  # there is none, or all have ended
    RUNNING = "running"
    PAUSED = "paused"


class SideBySide(QObject):
    """A run that the user steers, and on request a companion in an engine process of its own.

    Every method is safe in every state, and returns at once. Both runs are collected on one clock, so that they are
    seen growing together. Changes in mid-run are the leading run's.

    Attributes:
        data_folder: where the data sets are that come with the program.
        opened: those that the user has opened; whoever opens another puts it in.

    Signals:
        state_changed: carries the `State` of whichever run is busier, at each change of one of them: also where that
            is the same as before, as `can_go_on_as()` and `silent` may have another answer.
        started: a run has begun; carries its `RunHistory`, still empty. The leading run begins last.
        advanced: the history of a run has grown.
        progressed: nothing is new but how far the epoch of a run is.
        ended: a run is over; carries its history.
        failed: a run ended because of a `Problem`, which it carries; comes after `ended`.
    """

    state_changed = Signal(object)
    started = Signal(object)
    advanced = Signal()
    progressed = Signal()
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data_folder = data_folder
        self.opened: dict[DataSet, Digits] = {}
        self._clock = QTimer(self, interval=1000 // _COLLECTIONS_PER_SECOND, timerType=Qt.TimerType.PreciseTimer)
        self._leader = EngineKeeper(data_folder, self, opened=self.opened)  # of the leading run's engine
        self._companion: EngineKeeper | None = None
        self._runs: dict[EngineKeeper, LiveRun] = {}  # that are not over, in the order in which they began
        self._led: Experiment | None = None  # what the leading run goes by
        # Warm before the first Start, but after the window has been shown: both take the processor's whole attention.
        self._warming = QTimer(self, singleShot=True, interval=300)
        self._warming.timeout.connect(self._warm)
        self._warming.start()

    @property
    def state(self) -> State:
        """What the busier run does."""
        if not self._runs:
            return State.IDLE
        return State.PAUSED if all(run.paused for run in self._runs.values()) else State.RUNNING

    @property
    def going_on(self) -> RunHistory | None:
        """The history of the run that is not over, of two the leading one's; None if there is none."""
        return next((run.history for run in reversed(self._runs.values())), None)

    @property
    def holds(self) -> bool:
        """Whether a pause of all runs that are not over is confirmed: nothing more will come until the user asks."""
        return bool(self._runs) and all(run.held for run in self._runs.values())

    @property
    def silent(self) -> bool:
        """Whether an engine owes an answer and has said nothing for some seconds: stopping ends it."""
        return any(run.silent for run in self._runs.values())

    @property
    def engine_pid(self) -> int | None:
        """The number of the leading run's engine process in the system."""
        return self._leader.pid

    @property
    def companion_pid(self) -> int | None:
        """The number of the companion's engine process in the system; None before it is prepared."""
        return self._companion.pid if self._companion is not None else None

    def prepare_companion(self) -> None:
        """Warm a second engine process up."""
        if self._companion is None:
            self._companion = EngineKeeper(self.data_folder, self, opened=self.opened)
            self._warming.start()

    def can_go_on_as(self, experiment: Experiment) -> bool:
        """Tell whether what goes on may go on with this experiment: otherwise starting it begins anew."""
        lead = self._runs.get(self._leader)
        if lead is None:
            return bool(self._runs) and experiment == self._led  # only the companion is left
        return lead.history.experiment.may_become(experiment)

    def start(self, experiment: Experiment, companion: Experiment | None = None) -> None:
        """Train to the end: go on where that is possible, else begin a new run, beside a companion if one is given."""
        self._go(experiment, companion, epochs=None)

    def step(self, experiment: Experiment, companion: Experiment | None = None) -> None:
        """Train to the end of the epoch (a new run: one epoch), then pause."""
        self._go(experiment, companion, epochs=1)

    @Slot()
    def pause(self) -> None:
        """Hold the runs where they are."""
        for run in list(self._runs.values()):
            run.hold()

    @Slot()
    def stop(self) -> None:
        """End the runs."""
        for run in list(self._runs.values()):
            run.stop()

    def rewind(self, experiment: Experiment, companion: Experiment | None = None) -> None:
        """Show untrained networks, ready to be trained: equal experiments begin with equal weights."""
        self._begin(experiment, companion, epochs=0)

    def change(self, experiment: Experiment) -> None:
        """Let the leading run go on as a changed experiment, if it can; if none goes on, prepare for a start."""
        if self._leader in self._runs and self.can_go_on_as(experiment):
            self._led = experiment
            self._runs[self._leader].change(experiment)
        elif not self._runs:
            self._leader.prepare(experiment.data)

    def close(self) -> None:
        """End everything; nothing of it is needed any more."""
        self._warming.stop()
        runs, self._runs = self._runs, {}
        for run in runs.values():
            run.abandon()
            run.deleteLater()
        for keeper in self._keepers():
            keeper.close()
        if runs:
            self._note_state()

    def _go(self, experiment: Experiment, companion: Experiment | None, epochs: int | None) -> None:
        if not self.can_go_on_as(experiment):
            self._begin(experiment, companion, epochs)
            return
        self.change(experiment)
        for run in list(self._runs.values()):
            run.go(epochs)

    def _begin(self, experiment: Experiment, companion: Experiment | None, epochs: int | None) -> None:
        self.stop()
        threads = measuring_threads(os.cpu_count() or 1, runs=1 if companion is None else 2)
        if companion is not None:
            self.prepare_companion()
            assert self._companion is not None
            self._begin_run(self._companion, Start(companion, epochs, threads))
        self._led = experiment
        self._begin_run(self._leader, Start(experiment, epochs, threads))

    def _begin_run(self, keeper: EngineKeeper, start: Start) -> None:
        self._runs[keeper] = run = LiveRun(keeper.engine(), start, self._clock, self)
        run.state_changed.connect(self._note_state)
        run.advanced.connect(self.advanced)
        run.progressed.connect(self.progressed)
        run.ended.connect(partial(self._end, keeper))
        self.started.emit(run.history)
        self._note_state()

    def _end(self, keeper: EngineKeeper, problem: Problem | None) -> None:
        run = self._runs.pop(keeper)
        run.deleteLater()
        keeper.engine()  # for the next Start, should the engine have died
        self._note_state()
        self.ended.emit(run.history)
        if problem is not None:
            self.failed.emit(problem)

    def _keepers(self) -> list[EngineKeeper]:
        return [self._leader] if self._companion is None else [self._companion, self._leader]

    @Slot()
    def _warm(self) -> None:
        for keeper in self._keepers():
            keeper.engine()

    @Slot()
    def _note_state(self) -> None:
        state = self.state
        if state is State.IDLE:
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start()
        self.state_changed.emit(state)
