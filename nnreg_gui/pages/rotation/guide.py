"""Where a lecturer is on the guided path: which runs a step needs, and whether they exist yet."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.rotation.rotation_runs import default_experiment, experiment_to_turn, trained_like, turned
from nnreg_gui.pages.trained_runs import is_trained
from nnreg_gui.plots.drawn_run import DrawnRun

TURN, SMALL_ROTATIONS, LARGE_ROTATIONS, CONFUSION = range(1, 5)
# The ± degrees of rotation in training of the run that a step is about.
ROTATIONS = {TURN: 0.0, SMALL_ROTATIONS: 15.0, LARGE_ROTATIONS: 180.0, CONFUSION: 180.0}


class Guide(QObject):
    """Asks for the run of a step if there is none, and continues with the step once that has been trained.

    Signals:
        wanted: carries an `Experiment` to train.
        reached: carries the step that can be shown now, and the run that it is about.

    Attributes:
        step: the present one, 1 to 4, or 0 before the first.
        done: the steps that have been shown.
        interrupted: whether the training of the step's run ended before its first epoch did.

    All its runs differ in the rotation alone: once it has shown one, it sticks to that experiment.
    """

    wanted = Signal(object)
    reached = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.step = 0
        self.done: set[int] = set()
        self.interrupted = False
        self._runs: Sequence[DrawnRun] = ()
        self._shown: RunHistory | None = None  # of the step, once reached
        self._experiment = default_experiment()  # the experiment whose runs, with several rotations, it shows
        self._asked_for: Experiment | None = None
        self._before: list[RunHistory] = []  # runs that existed when it was asked for

    @property
    def run(self) -> DrawnRun | None:
        """The run that the present step shows."""
        return next((run for run in self._runs if run.history is self._shown), None)

    @property
    def upright(self) -> DrawnRun | None:
        """The run trained upright, which those of the other steps are compared with."""
        return self._trained(TURN)

    @property
    def awaited(self) -> DrawnRun | None:
        """The run requested here, while it is being trained."""
        if self._asked_for is None:
            return None
        return next((run for run in reversed(self._runs) if self._is_asked_for(run) and run.live), None)

    @Slot(int)
    def choose(self, step: int) -> None:
        """Go to a step; if a requested run is still being trained, the step waits for its end."""
        self.step, self._shown, self.interrupted = step, None, False
        if self.awaited is None:
            self._asked_for = None
            self._go_on()

    @Slot()
    def ask_for_default(self) -> None:
        """Request the default network, without a step."""
        self.step, self._shown, self.interrupted = 0, None, False
        self._ask(default_experiment())

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """See which runs there are now."""
        self._runs = runs
        asked_for = next((run for run in reversed(runs) if self._is_asked_for(run)), None)
        if self._asked_for is None or asked_for is None or asked_for.live:
            return
        self._asked_for = None
        self.interrupted = not is_trained(asked_for)
        if not self.interrupted:
            self._go_on()

    def _is_asked_for(self, run: DrawnRun) -> bool:
        is_new = not any(run.history is history for history in self._before)
        return is_new and run.history.pruning is None and run.history.experiment == self._asked_for

    def _go_on(self) -> None:
        """Show the present step, or ask for its run."""
        if not self.step:
            return
        if not any(self._trained(step) for step in ROTATIONS):
            self._experiment = experiment_to_turn(self._runs)
        run = self._trained(self.step)
        if run is None:
            self._ask(turned(self._experiment, ROTATIONS[self.step]))
            return
        self._shown = run.history
        self.done.add(self.step)
        self.reached.emit(self.step, run)

    def _trained(self, step: int) -> DrawnRun | None:
        return trained_like(self._runs, self._experiment, ROTATIONS[step])

    def _ask(self, experiment: Experiment) -> None:
        self._asked_for, self._before = experiment, [run.history for run in self._runs]
        self.wanted.emit(experiment)
