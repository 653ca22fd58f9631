"""Start, pause, step, stop and rewind: the state of the one run that may be going on."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import Problem
from nnreg_gui.running.engine_keeper import EngineKeeper
from nnreg_gui.running.engine_messages import Start
from nnreg_gui.running.live_run import LiveRun


class State(Enum):
    """What the current run does."""

    IDLE = "idle"  # there is none, or it has ended
    RUNNING = "running"
    PAUSED = "paused"


class RunControl(QObject):
    """Has an engine process and the current run. Every method is safe in every state, and returns at once.

    The window collects on the `clock` that is given, or on one of the run's own.

    Signals:
        state_changed: carries the new `State`.
        started: a run has begun; carries its `RunHistory`, still empty.
        advanced: the history of the current run has grown.
        progressed: nothing is new of the current run but how far the epoch is.
        silence_changed: the engine has become silent, or has spoken again.
        ended: the current run is over; carries its history.
        failed: a run ended because of a `Problem`, which it carries; comes after `ended`.
    """

    state_changed = Signal(object)
    started = Signal(object)
    advanced = Signal()
    progressed = Signal()
    silence_changed = Signal()
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, data_folder: Path, parent: QObject | None = None, *, clock: QTimer | None = None) -> None:
        super().__init__(parent)
        self._keeper, self._clock = EngineKeeper(data_folder, self), clock
        # Warm before the first Start, but after the window has been shown: both take the processor's whole attention.
        self._warming = QTimer(self, singleShot=True, interval=300)
        self._warming.timeout.connect(self._keeper.engine)
        self._warming.start()
        self._live: LiveRun | None = None
        self._state = State.IDLE

    @property
    def state(self) -> State:
        """What the current run does."""
        return self._state

    @property
    def holds(self) -> bool:
        """Whether a pause is confirmed: nothing more will come until the user asks."""
        return self._live is not None and self._live.held

    @property
    def engine_pid(self) -> int | None:
        """The number of the engine process in the system."""
        return self._keeper.pid

    @property
    def silent(self) -> bool:
        """Whether the engine owes an answer and has said nothing for some seconds: stopping ends it."""
        return self._live is not None and self._live.silent

    def can_go_on_as(self, experiment: Experiment) -> bool:
        """Tell whether there is a run that may go on as this experiment: otherwise starting it begins a new one."""
        return self._live is not None and self._live.history.experiment.may_become(experiment)

    def start(self, experiment: Experiment) -> None:
        """Train to the end: go on with a paused run where that is possible, else begin a new one."""
        self._go(experiment, epochs=None)

    def step(self, experiment: Experiment) -> None:
        """Train to the end of the epoch (a new run: one epoch), then pause."""
        self._go(experiment, epochs=1)

    def go_on(self, *, step: bool = False) -> None:
        """Go on with a paused run as it is, to the end or for one epoch."""
        if self._live is not None:
            self._live.go(1 if step else None)
            self._set_state(State.RUNNING)

    def pause(self) -> None:
        """Hold the run where it is."""
        if self._live is not None and self._state is State.RUNNING:
            self._live.hold()
            self._set_state(State.PAUSED)

    def stop(self) -> None:
        """End the current run."""
        if self._live is not None:
            self._live.stop()

    def rewind(self, experiment: Experiment) -> None:
        """Show an untrained network, ready to be trained: equal experiments begin with equal weights."""
        self._begin(experiment, epochs=0)

    def change(self, experiment: Experiment) -> None:
        """Let the current run go on as a changed experiment, where that is possible."""
        if self._live is not None and self.can_go_on_as(experiment):
            self._live.change(experiment)

    def close(self) -> None:
        """End everything; nothing of it is needed any more."""
        self._warming.stop()
        if self._live is not None:
            self._live.abandon()
            self._live.deleteLater()
            self._live = None
        self._keeper.close()
        self._set_state(State.IDLE)

    def _go(self, experiment: Experiment, epochs: int | None) -> None:
        if self._live is None or not self.can_go_on_as(experiment):
            self._begin(experiment, epochs)
            return
        self._live.change(experiment)
        self.go_on(step=epochs is not None)

    def _begin(self, experiment: Experiment, epochs: int | None) -> None:
        self.stop()
        self._live = live = LiveRun(self._keeper.engine(), Start(experiment, epochs), self, clock=self._clock)
        live.advanced.connect(self._advance)
        live.progressed.connect(self.progressed)
        live.silence_changed.connect(self.silence_changed)
        live.ended.connect(self._end)
        self.started.emit(live.history)
        self._set_state(State.RUNNING)

    def _set_state(self, state: State) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    @Slot()
    def _advance(self) -> None:
        if self._live is not None and self._live.held:
            self._set_state(State.PAUSED)
        self.advanced.emit()

    @Slot(object)
    def _end(self, problem: Problem | None) -> None:
        if self._live is None:
            return
        live, self._live = self._live, None
        live.deleteLater()
        self._keeper.engine()  # for the next Start, should the engine have died
        self._set_state(State.IDLE)
        self.ended.emit(live.history)
        if problem is not None:
            self.failed.emit(problem)
