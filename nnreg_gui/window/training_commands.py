"""What Start, Step, Rewind and their like do with the chosen experiment."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.running.side_by_side import SideBySide
from nnreg_gui.window.repeated_training import RepeatedTraining


class TrainingCommands(QObject):
    """Commands that train. Where the choices are no experiment, nothing is done: the panel says why.

    Args:
        commit: takes a number that is still being typed for the decided one; returns whether it can be.
        show_listed: shows the run of an experiment that is in the list already; returns whether there is one.
    """

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
        """Train the chosen experiment, or go on with it."""
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
            self._control.stop()  # or what goes on would pass for one that goes on as this
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
        """End what goes on; what is trained until now is kept."""
        self._control.stop()
        self._repeats.stop()

    @Slot()
    def repeat(self) -> None:
        """Train the chosen experiment with several seeds, beside whatever else goes on."""
        experiment = self._chosen()
        if experiment is not None:
            self._repeats.start(experiment)

    @Slot(bool)
    def set_beside(self, beside: bool) -> None:
        """Choose whether the next run has a companion without regularization."""
        self._beside = beside
        if beside:
            self._control.prepare_companion()

    def _chosen(self) -> Experiment | None:
        """Return the chosen experiment, None where the choices are none."""
        return self._panel.value() if self._commit() and self._panel.problem() is None else None

    def _companion(self, experiment: Experiment) -> Experiment | None:
        """Return the same without regularization, where that is wanted, is not the same, and is not in the list yet."""
        without = experiment.unregularized
        if not self._beside or without.essence == experiment.essence or self._control.can_go_on_as(experiment):
            return None
        return None if self._show_listed(without) else without
