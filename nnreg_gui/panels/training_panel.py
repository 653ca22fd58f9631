"""The choice of how to train: η, m, epochs, seed."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import Experiment, TrainingSpec
from nnreg_gui.engine.specs import limits_of
from nnreg_gui.panels.panel import Panel
from nnreg_gui.widgets.number_box import NumberBox, WholeBox
from nnreg_gui.widgets.texts import significant_text, whole_text


@dataclass(frozen=True, slots=True)
class TrainingChoice:
    """The value of this panel: how to train, and with which random numbers. Early stopping has its own panel."""

    training: TrainingSpec = field(default_factory=TrainingSpec)
    seed: int = 1


class TrainingPanel(Panel):
    """Chooses the learning rate, the mini-batch, the number of epochs and the seed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learning_rate = NumberBox()
        self._batch_size, self._epochs, self._seed = WholeBox(), WholeBox(), WholeBox()
        for key, box, spec in (
            ("learning_rate", self._learning_rate, TrainingSpec),
            ("batch_size", self._batch_size, TrainingSpec),
            ("epochs", self._epochs, TrainingSpec),
            ("seed", self._seed, Experiment),
        ):
            box.setRange(*limits_of(spec, key))  # type: ignore[arg-type]
            self.add_row(key, box)
        self.retranslate()
        self.set_value(TrainingChoice())
        for number_box in (self._learning_rate, self._batch_size, self._epochs, self._seed):
            number_box.valueChanged.connect(self.changed)

    def value(self) -> TrainingChoice:
        training = TrainingSpec(
            learning_rate=self._learning_rate.value(),
            batch_size=self._batch_size.value(),
            epochs=self._epochs.value(),
        )
        return TrainingChoice(training, self._seed.value())

    def set_value(self, value: TrainingChoice) -> None:
        with self.quietly():
            self._learning_rate.setValue(value.training.learning_rate)
            self._batch_size.setValue(value.training.batch_size)
            self._epochs.setValue(value.training.epochs)
            self._seed.setValue(value.seed)

    def summary(self) -> str:
        training = self.value().training
        return self.tr("η {0}, m {1}, {2} epochs").format(
            significant_text(training.learning_rate), whole_text(training.batch_size), whole_text(training.epochs)
        )

    def retranslate(self) -> None:
        self.label(
            "learning_rate",
            self.tr("Learning rate η"),
            self.tr("How far each step goes against the gradient. May be changed while the network trains."),
        )
        self.label(
            "batch_size",
            self.tr("Mini-batch m"),
            self.tr("How many images are looked at before each step. Takes effect with a new run."),
        )
        self.label(
            "epochs",
            self.tr("Epochs"),
            self.tr("How often every training image is used. Takes effect with a new run."),
        )
        self.label(
            "seed",
            self.tr("Seed"),
            self.tr(
                "Equal seeds give equal initial weights and the same order of images. Takes effect with a new run."
            ),
        )
