"""One run, or two that train side by side: what is started, paused and stopped together."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.running.live_run import collecting_clock
from nnreg_gui.running.run_control import RunControl, State

_Begin = Callable[[RunControl, Experiment], None]


class SideBySide(QObject):
    """A run that the user steers, and on request a companion in an engine process of its own.

    Both are collected on one clock, so that they are seen growing together. Changes in mid-run are the leading run's.

    Attributes:
        data_folder: where the data sets are.

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
        self._clock = collecting_clock(self)
        self._lead = self._control()
        self._companion: RunControl | None = None
        self._led: Experiment | None = None  # what the leading run goes by

    @property
    def state(self) -> State:
        """What the busier run does."""
        states = [control.state for control in self._controls]
        return next((state for state in (State.RUNNING, State.PAUSED) if state in states), State.IDLE)

    @property
    def holds(self) -> bool:
        """Whether a pause of all runs that are not over is confirmed."""
        busy = [control for control in self._controls if control.state is not State.IDLE]
        return bool(busy) and all(control.holds for control in busy)

    @property
    def silent(self) -> bool:
        """Whether an engine owes an answer and has said nothing for some seconds: stopping ends it."""
        return any(control.silent for control in self._controls)

    @property
    def engine_pid(self) -> int | None:
        """The number of the leading run's engine process in the system."""
        return self._lead.engine_pid

    @property
    def companion_pid(self) -> int | None:
        """The number of the companion's engine process in the system; None before it is prepared."""
        return self._companion.engine_pid if self._companion is not None else None

    def prepare_companion(self) -> None:
        """Warm a second engine process up."""
        if self._companion is None:
            self._companion = self._control()

    def can_go_on_as(self, experiment: Experiment) -> bool:
        """Tell whether what goes on may go on with this experiment: otherwise starting it begins anew."""
        if self._lead.state is State.IDLE:
            return self.state is not State.IDLE and experiment == self._led  # only the companion is left
        return self._lead.can_go_on_as(experiment)

    def start(self, experiment: Experiment, companion: Experiment | None = None) -> None:
        """Train to the end: go on where that is possible, else begin a new run, beside a companion if one is given."""
        self._go(experiment, companion, step=False)

    def step(self, experiment: Experiment, companion: Experiment | None = None) -> None:
        """Train to the end of the epoch, then pause."""
        self._go(experiment, companion, step=True)

    @Slot()
    def pause(self) -> None:
        """Hold the runs where they are."""
        for control in self._controls:
            control.pause()

    @Slot()
    def stop(self) -> None:
        """End the runs."""
        for control in self._controls:
            control.stop()

    def rewind(self, experiment: Experiment, companion: Experiment | None = None) -> None:
        """Show untrained networks, ready to be trained."""
        self._begin(experiment, companion, RunControl.rewind)

    def change(self, experiment: Experiment) -> None:
        """Let the leading run go on as a changed experiment, where that is possible."""
        if self._lead.state is not State.IDLE and self._lead.can_go_on_as(experiment):
            self._led = experiment
            self._lead.change(experiment)

    def close(self) -> None:
        """End everything; nothing of it is needed any more."""
        for control in self._controls:
            control.close()
        self._clock.stop()

    @property
    def _controls(self) -> list[RunControl]:
        """The companion first: it begins, and is listed, before the run that is selected."""
        return [self._lead] if self._companion is None else [self._companion, self._lead]

    def _control(self) -> RunControl:
        control = RunControl(self.data_folder, self, clock=self._clock)
        control.state_changed.connect(self._note_state)
        control.silence_changed.connect(self._note_state)
        control.started.connect(self.started)
        control.advanced.connect(self.advanced)
        control.progressed.connect(self.progressed)
        control.ended.connect(self.ended)
        control.failed.connect(self.failed)
        return control

    def _go(self, experiment: Experiment, companion: Experiment | None, *, step: bool) -> None:
        if not self.can_go_on_as(experiment):
            self._begin(experiment, companion, RunControl.step if step else RunControl.start)
            return
        if self._companion is not None:
            self._companion.go_on(step=step)
        if self._lead.state is not State.IDLE:
            (RunControl.step if step else RunControl.start)(self._lead, experiment)
        self._led = experiment

    def _begin(self, experiment: Experiment, companion: Experiment | None, begin: _Begin) -> None:
        self.stop()
        if companion is not None:
            self.prepare_companion()
            assert self._companion is not None
            begin(self._companion, companion)
        self._led = experiment
        begin(self._lead, experiment)

    @Slot()
    def _note_state(self) -> None:
        state = self.state
        if state is not State.IDLE and not self._clock.isActive():
            self._clock.start()
        elif state is State.IDLE:
            self._clock.stop()
        self.state_changed.emit(state)
