"""The choice of how to train: η and how it falls, momentum, m, epochs, seed."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import SCHEDULES, Experiment, ScheduleSpec, TrainingSpec
from nnreg_gui.engine.specs import Spec, limits_of
from nnreg_gui.panels.experiment_text import rate_text
from nnreg_gui.panels.formulas import formula, formula_label
from nnreg_gui.panels.panel import Panel, choice_box
from nnreg_gui.widgets.choice_box import ChoiceBox
from nnreg_gui.widgets.number_box import NumberBox, WholeBox
from nnreg_gui.widgets.texts import whole_text


@dataclass(frozen=True, slots=True)
class TrainingChoice:
    """The value of this panel: how to train, and with which random numbers. Early stopping has its own panel."""

    training: TrainingSpec = field(default_factory=TrainingSpec)
    seed: int = 1


class TrainingPanel(Panel):
    """Chooses the learning rate and its fall, momentum, the mini-batch, the number of epochs and the seed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learning_rate, self._momentum, self._gamma = NumberBox(), NumberBox(), NumberBox()
        self._patience, self._batch_size, self._epochs, self._seed = (WholeBox() for _ in range(4))
        self._rule, self._velocity = choice_box(), formula_label()
        for rule in SCHEDULES:
            self._rule.addItem("", rule)
        rows: dict[str, tuple[type[Spec], NumberBox | WholeBox | ChoiceBox]] = {
            "learning_rate": (TrainingSpec, self._learning_rate),
            "rule": (ScheduleSpec, self._rule),
            "patience": (ScheduleSpec, self._patience),
            "gamma": (ScheduleSpec, self._gamma),
            "momentum": (TrainingSpec, self._momentum),
            "batch_size": (TrainingSpec, self._batch_size),
            "epochs": (TrainingSpec, self._epochs),
            "seed": (Experiment, self._seed),
        }
        for key, (spec, control) in rows.items():
            self.add_row(key, control)
            if isinstance(control, ChoiceBox):
                control.currentIndexChanged.connect(self._change)
            else:
                control.setRange(*limits_of(spec, key))  # type: ignore[arg-type]
                control.valueChanged.connect(self._change)
            if key == "momentum":
                self.form.addRow(self._velocity)
        self.retranslate()
        self.set_value(TrainingChoice())

    def value(self) -> TrainingChoice:
        training = TrainingSpec(
            learning_rate=self._learning_rate.value(),
            momentum=self._momentum.value(),
            schedule=ScheduleSpec(
                rule=self._rule.currentData(), patience=self._patience.value(), gamma=self._gamma.value()
            ),
            batch_size=self._batch_size.value(),
            epochs=self._epochs.value(),
        )
        return TrainingChoice(training, self._seed.value())

    def set_value(self, value: TrainingChoice) -> None:
        with self.quietly():
            self._learning_rate.setValue(value.training.learning_rate)
            self._momentum.setValue(value.training.momentum)
            self._rule.setCurrentIndex(self._rule.findData(value.training.schedule.rule))
            self._patience.setValue(value.training.schedule.patience)
            self._gamma.setValue(value.training.schedule.gamma)
            self._batch_size.setValue(value.training.batch_size)
            self._epochs.setValue(value.training.epochs)
            self._seed.setValue(value.seed)
        self._show_consequences()

    def summary(self) -> str:
        training = self.value().training
        return self.tr("{0}, m {1}, {2} epochs").format(
            rate_text(training), whole_text(training.batch_size), whole_text(training.epochs)
        )

    def retranslate(self) -> None:
        self.label(
            "learning_rate",
            self.tr("Learning rate η"),
            self.tr("How far each step goes against the gradient. May be changed while the network trains."),
        )
        falls = {
            "constant": self.tr("Does not fall"),
            "halving": self.tr("Halved"),
            "exponential": self.tr("Exponentially"),
        }
        for place, rule in enumerate(SCHEDULES):
            self._rule.setItemText(place, falls[rule])
        self.label(
            "rule",
            self.tr("Fall of η"),
            self.tr(
                "Whether the learning rate gets smaller while it trains: halved whenever the validation accuracy has "
                "not improved for some epochs, or a little after every epoch. May be changed while the network trains."
            ),
        )
        self.label(
            "patience",
            self.tr("Epochs until halved"),
            self.tr("After so many epochs without a better validation accuracy, η is halved."),
        )
        self.label("gamma", self.tr("γ per epoch"), self.tr("What η is multiplied by after every epoch."))
        self.label(
            "momentum",
            self.tr("Momentum μ"),
            self.tr(
                "How much of its velocity v a weight keeps from step to step; 0 is plain gradient descent. The "
                "penalty's step is still taken of the weight itself. May be changed while the network trains."
            ),
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
        self._show_consequences()

    def _show_consequences(self) -> None:
        """Show what the schedule needs, and what momentum does."""
        rule = self._rule.currentData()
        self.form.setRowVisible(self._patience, rule == "halving")
        self.form.setRowVisible(self._gamma, rule == "exponential")
        self._velocity.setVisible(self._momentum.value() > 0)
        self._velocity.set_formula(formula("velocity_w"), self.tr("Velocity of a weight"))
