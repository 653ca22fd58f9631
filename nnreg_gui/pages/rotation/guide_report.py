"""What the guide has to say now: what it waits for, or what there was to see."""

import numpy as np
from PySide6.QtCore import QObject

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.question import confusion_matrix
from nnreg_gui.pages.per_network import PerNetwork
from nnreg_gui.pages.rotation.guide import CONFUSION, TURN, Guide
from nnreg_gui.pages.rotation.guide_sentences import Known, confusion_sentence, rotation_sentence
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.texts import whole_text


class GuideReport(QObject):
    """Requests what the sentence about the present step needs, and says it."""

    def __init__(
        self,
        guide: Guide,
        rotation: PerNetwork[np.ndarray],
        upright: PerNetwork[np.ndarray],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._guide, self._rotation, self._upright = guide, rotation, upright
        self._digits: Split | None = None

    def set_digits(self, digits: Split) -> None:
        """Take the validation digits that the last step is about."""
        self._digits = digits

    def want(self) -> None:
        """Request what is not measured yet."""
        if self._guide.run is not None:
            self._measurements.want([network_of(run) for run in self._runs()])

    def share(self) -> float | None:
        """Return how much (0…1) is done of what the guide waits for; None while it waits for nothing."""
        awaited = self._guide.awaited
        if awaited is not None:
            return awaited.history.epochs_done / awaited.history.experiment.training.epochs
        waits = self._guide.run is not None and self._measurements.problem is None and not self._seen()
        return (self._measurements.share or 0.0) if waits else None

    def sentence(self) -> str:
        """Return the sentence to show."""
        guide, awaited = self._guide, self._guide.awaited
        if awaited is not None:
            return self._about_training(awaited)
        if guide.interrupted:
            return self.tr("The run ended before its first epoch did. Press the step again to train it.")
        if guide.run is None:
            return self.tr("Four steps lead to the answer, with three networks that differ in the rotation alone.")
        if self._measurements.problem is not None:
            problem = problem_text(self._measurements.problem)
            return self.tr("Run {0} could not be measured: {1}").format(guide.run.number, problem)
        return self._seen() or self.tr("Run {0} is being measured on all validation digits …").format(guide.run.number)

    def seen(self) -> str:
        """Return the present step's findings, in figures; "" while something else is to be said."""
        guide = self._guide
        waits = guide.awaited is not None or guide.interrupted or guide.run is None
        return "" if waits or self._measurements.problem is not None else self._seen()

    def _about_training(self, run: DrawnRun) -> str:
        number, epochs = run.number, run.history.experiment.training.epochs
        epoch = run.history.newest.epoch if run.history.newest is not None else 0
        degrees = f"±{run.history.experiment.augmentation.rotation:g}°"
        if run.history.experiment.augmentation.is_off:
            text = self.tr("Run {0} is being trained upright: epoch {1} of {2} is done.")
        else:
            text = self.tr("Run {0} is being trained with {3}: epoch {1} of {2} is done.")
        return text.format(number, whole_text(epoch), whole_text(epochs), degrees)

    @property
    def _measurements(self) -> PerNetwork[np.ndarray]:
        return self._upright if self._guide.step == CONFUSION else self._rotation

    def _runs(self) -> list[DrawnRun]:
        """Return the run of the step, then the one trained upright, if that is another one."""
        runs = [self._guide.run, self._guide.upright if self._guide.step != TURN else None]
        return [run for run in runs if run is not None]

    def _seen(self) -> str:
        """Return the findings, "" until they are known."""
        runs = self._runs()
        answers = [self._measurements.of(network_of(run)) for run in runs]
        if self._guide.step == CONFUSION:
            digits = self._digits
            answers = [
                None if one is None or digits is None else confusion_matrix(digits.labels, one) for one in answers
            ]
        known: list[Known] = [(run.number, one) for run, one in zip(runs, answers, strict=True) if one is not None]
        if len(known) < len(runs):
            return ""
        about, upright = known[0], known[1] if len(known) > 1 else None
        if self._guide.step == CONFUSION:
            seen = confusion_sentence(about, upright)
        else:
            seen = rotation_sentence(self._guide.step, about, upright)
        return " ".join([seen, *self._unequal_epochs(runs)])

    def _unequal_epochs(self, runs: list[DrawnRun]) -> list[str]:
        """Say which compared networks were trained for different numbers of epochs: a run that was stopped, say."""
        epochs = [run.record.epoch for run in runs if run.record is not None]
        if len(set(epochs)) < 2:
            return []
        text = self.tr("Run {0} has the network of epoch {1}, run {2} that of epoch {3}.")
        return [text.format(runs[0].number, whole_text(epochs[0]), runs[1].number, whole_text(epochs[1]))]
