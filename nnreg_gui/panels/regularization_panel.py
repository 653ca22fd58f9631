"""The regularization: penalty with λ, biases, dropout; its formulas with the numbers filled in."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from nnreg_gui.engine.experiment import DataSpec, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.specs import limits_of
from nnreg_gui.panels.experiment_text import penalty_name, penalty_text, regularization_text
from nnreg_gui.panels.formulas import formula, formula_label
from nnreg_gui.panels.panel import Panel
from nnreg_gui.panels.penalty_rows import PENALTY_ROWS
from nnreg_gui.widgets.keys import with_key
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.log_slider import LogSlider
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

# The λ of a penalty switched on at λ = 0: well below the best on 1,000 images, but easily seen.
_FIRST_LAMBDA = 0.1


class RegularizationPanel(Panel):
    """Chooses what keeps the network from learning by heart; everything may change while the network trains."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data, self._network, self._training = DataSpec(), NetworkSpec(), TrainingSpec()
        self._penalty = SegmentedChoice()
        self._lambda = LogSlider(0.001, 100)
        self._lambda.set_range(*limits_of(RegularizationSpec, "lambda_"))
        self._l1_ratio = LinearSlider(0, 1, step=0.05)
        self._l1_ratio.set_range(*limits_of(RegularizationSpec, "l1_ratio"))
        self._biases = QCheckBox()
        self._biases.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # clicking must not steal keyboard focus
        self._dropout = LinearSlider(0, 0.95, step=0.05)
        self._dropout.set_range(*limits_of(RegularizationSpec, "dropout"))
        self._cost_formula, self._update_formula, self._dropout_formula = (
            formula_label(),
            formula_label(),
            formula_label(),
        )
        self._numbers, self._confounder = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.add_row("penalty", self._penalty)
        self.add_row("lambda", self._lambda)
        self.add_row("l1_ratio", self._l1_ratio)
        for widget in (self._biases, self._cost_formula, self._update_formula, self._numbers, self._confounder):
            self.form.addRow(widget)
        self.add_row("dropout", self._dropout)
        self.form.addRow(self._dropout_formula)
        self.retranslate()
        self.set_value(RegularizationSpec())
        self._penalty.changed.connect(self._choose_penalty)
        self._lambda.changed.connect(self._change)
        self._lambda.moving.connect(self._show_numbers)
        self._l1_ratio.changed.connect(self._change)
        self._l1_ratio.moving.connect(self._show_numbers_of_ratio)
        self._biases.toggled.connect(self._change)
        self._dropout.changed.connect(self._change)

    def value(self) -> RegularizationSpec:
        return RegularizationSpec(
            penalty=self._penalty.value(),
            lambda_=self._lambda.value(),
            l1_ratio=self._l1_ratio.value(),
            penalize_biases=self._biases.isChecked(),
            dropout=self._dropout.value(),
        )

    def set_value(self, value: RegularizationSpec) -> None:
        with self.quietly():
            self._penalty.set_value(value.penalty)
            self._lambda.set_value(value.lambda_)
            self._l1_ratio.set_value(value.l1_ratio)
            self._biases.setChecked(value.penalize_biases)
            self._dropout.set_value(value.dropout)
        self._show_consequences()

    def choose_penalty(self, penalty: str) -> None:
        """Choose a penalty of `PENALTY_ROWS`, as the user does by its segment."""
        self._penalty.set_value(penalty)

    def set_others(self, data: DataSpec, network: NetworkSpec, training: TrainingSpec) -> None:
        """Fill the formulas with the n, the initial weights, η and μ that the other panels say."""
        self._data, self._network, self._training = data, network, training
        self._show_consequences()

    def summary(self) -> str:
        spec = self.value()
        is_off = spec.penalty == "none" and not spec.dropout
        return penalty_text("none") if is_off else regularization_text(spec)

    def is_off(self) -> bool:
        return self.value().penalty == "none" and self.value().dropout == 0

    def retranslate(self) -> None:
        with self.quietly():
            self._penalty.set_choices(
                [
                    (name, row.short or penalty_name(name), with_key(row.help(), row.key) if row.key else row.help())
                    for name, row in PENALTY_ROWS.items()
                ]
            )
        self.label(
            "penalty",
            self.tr("Penalty"),
            self.tr("What is added to the cost C₀ so that weights stay small. May be changed while it trains."),
        )
        self.label(
            "lambda",
            self.tr("λ"),
            self.tr(
                "The regularization parameter: small λ stresses the cost C₀, large λ small weights. "
                "May be changed while the network trains."
            ),
        )
        self.label(
            "l1_ratio",
            self.tr("L1 share"),
            self.tr(
                "How much of λ goes to L1, the rest goes to L2: λ₁ = share · λ, λ₂ = (1 − share) · λ. With 0 it is L2, "
                "with 1 L1. May be changed while the network trains."
            ),
        )
        self._biases.setText(self.tr("Penalize biases too"))
        self._biases.setToolTip(
            self.tr("By convention only weights are penalized. Try it: on MNIST it hardly matters.")
        )
        self.label(
            "dropout",
            self.tr("Dropout p"),
            self.tr(
                "How probable it is for a hidden neuron to be switched off; drawn anew for every image. No guaranteed "
                "win: on 1,000 images of MNIST, p = 0.2 helps 30 hidden neurons with large initial weights; on 50,000, "
                "p = 0.5 harms 100."
            ),
        )
        self._show_consequences()

    @Slot(str)
    def _choose_penalty(self, penalty: str) -> None:
        if penalty != "none" and self._lambda.value() == 0:
            with self.quietly():
                self._lambda.set_value(_FIRST_LAMBDA)
        self._change()

    @Slot()
    def _show_consequences(self) -> None:
        penalty = self._penalty.value()
        is_on, drawings = penalty != "none", PENALTY_ROWS[penalty].drawings
        self._lambda.setEnabled(is_on)
        self._biases.setEnabled(is_on)
        self.form.setRowVisible(self._l1_ratio, self.value().is_mixed)
        biases = "_biases" if is_on and self._biases.isChecked() else ""
        spoken = self.tr("Cost with penalty {0}").format(penalty_text(penalty))
        self._cost_formula.set_formula(formula(f"penalty_{drawings}{biases}"), spoken)
        spoken = self.tr("Step of a weight with penalty {0}").format(penalty_text(penalty))
        moved = "_momentum" if self._training.momentum else ""
        self._update_formula.set_formula(formula(f"update_{drawings}{moved}"), spoken)
        self._write_numbers(self.value())
        self._numbers.setVisible(is_on)
        kind = self._network.initial_weights
        self._confounder.setText(self._initial_weights_text(kind))
        self._confounder.setToolTip(self._confounder_help(kind))
        self._dropout_formula.set_formula(formula("dropout"), self.tr("Dropout"))
        self._dropout_formula.setVisible(self._dropout.value() > 0)

    @Slot(float)
    def _show_numbers(self, lambda_: float) -> None:
        """Write the numbers for a λ that a slider is being dragged over."""
        self._write_numbers(replace(self.value(), lambda_=lambda_))

    @Slot(float)
    def _show_numbers_of_ratio(self, l1_ratio: float) -> None:
        """Write the numbers for a share that a slider is being dragged over."""
        self._write_numbers(replace(self.value(), l1_ratio=l1_ratio))

    def _write_numbers(self, spec: RegularizationSpec) -> None:
        """Fill the numbers into the factor or the amount of each step."""
        step = self._training.learning_rate * spec.lambda_ / self._data.training_images
        self._numbers.setText(PENALTY_ROWS[spec.penalty].numbers(spec, step))

    def _initial_weights_text(self, kind: str) -> str:
        return self.tr("Initial weights: large") if kind == "large" else self.tr("Initial weights: scaled")

    def _confounder_help(self, kind: str) -> str:
        if kind == "large":
            return self.tr(
                "Large initial weights overfit most, so regularization shows best: on 1,000 images of MNIST, L2 with "
                "λ = 0.1 lifts the validation accuracy from 83–84 to about 88 %."
            )
        return self.tr(
            "Scaled initial weights leave little to gain: L2 adds less than one point on 1,000 images of MNIST."
        )
