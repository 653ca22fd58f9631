"""What Start, Step, Rewind and the like do with the chosen experiment."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.scenarios import Scenario
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.running.side_by_side import SideBySide
from nnreg_gui.window.repeated_training import SEEDS, RepeatedTraining


class TrainingCommands(QObject):
    """Commands that train. If the choices make no experiment, they do nothing: the panel says why.

    Args:
        commit: accepts a number still being typed as decided; returns whether it is possible.
        show_listed: shows the run of an experiment that is already in the list; returns whether there is one.

    Attributes:
        scenario: the one loaded last; it may be about several seeds.
    """

    scenario: Scenario | None = None

    def __init__(
        self,
        control: SideBySide,
        repeats: RepeatedTraining,
        panel: ExperimentPanel,
        commit: Callable[[], bool],
        show_listed: Callable[[Experiment], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._control, self._repeats, self._panel, self._commit = control, repeats, panel, commit
        self._show_listed = show_listed
        self._beside = False

    @Slot()
    def start(self) -> None:
        """Train the chosen experiment, or continue it."""
        experiment = self._chosen()
        if experiment is not None:
            self._control.start(experiment, self._companion(experiment))

    @Slot()
    def step(self) -> None:
        """Train one epoch."""
        experiment = self._chosen()
        if experiment is not None:
            self._control.step(experiment, self._companion(experiment))

    @Slot()
    def rewind(self) -> None:
        """Show the initial weights again, ready to train."""
        experiment = self._chosen()
        if experiment is not None:
            self._control.stop()  # or the present run would pass for one that continues as this one
            self._control.rewind(experiment, self._companion(experiment))

    @Slot()
    def new_weights(self) -> None:
        """Draw other initial weights, ready to train."""
        if self._commit():
            self._control.stop()
            self._panel.take_next_seed()
            self.rewind()

    @Slot()
    def stop(self) -> None:
        """End the present training; keep what is trained so far."""
        self._control.stop()
        self._repeats.stop()

    @Slot()
    def repeat(self) -> None:
        """Train the chosen experiment with several seeds, beside whatever else is running."""
        experiment = self._chosen()
        if experiment is not None:
            self._repeats.start(experiment, self._seeds_of(experiment))

    def _seeds_of(self, experiment: Experiment) -> int:
        wanted = self.scenario.seeds if self.scenario is not None and self.scenario.describes(experiment) else 1
        return wanted if wanted > 1 else SEEDS

    @Slot(bool)
    def set_beside(self, beside: bool) -> None:
        """Choose whether the next run has a companion without regularization."""
        self._beside = beside
        if beside:
            self._control.prepare_companion()

    def _chosen(self) -> Experiment | None:
        """Return the chosen experiment, None if the choices make none."""
        return self._panel.value() if self._commit() and self._panel.problem() is None else None

    def _companion(self, experiment: Experiment) -> Experiment | None:
        """Return the same without regularization, if that is wanted, differs, and is not in the list yet."""
        without = experiment.unregularized
        if not self._beside or without.essence == experiment.essence or self._control.can_go_on_as(experiment):
            return None
        return None if self._show_listed(without) else without
