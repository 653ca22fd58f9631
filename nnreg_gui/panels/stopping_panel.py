"""Early stopping: by which rule, and whether it stops the run or only marks it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.engine.experiment import STOPPING_RULES, WHOLE_PARAMETERS, StoppingSpec
from nnreg_gui.engine.specs import limits_of
from nnreg_gui.panels.panel import Panel, choice_box
from nnreg_gui.panels.stopping_text import condition_text, stopping_text
from nnreg_gui.widgets.number_box import NumberBox
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

# The number each rule starts with. On 1,000 images without regularization (6 seeds, python -m
# tests.benchmarks.stopping), these stop at epochs 44–65, 29–38, 95–115 and 25–35; the lowest validation cost is at
# epochs 13–18.
FIRST_PARAMETERS = {"none": 10.0, "no_improvement": 10.0, "gl": 5.0, "pq": 0.75, "up": 2.0}
_LIMITS = limits_of(StoppingSpec, "parameter")


class StoppingPanel(Panel):
    """Chooses when to stop early; everything may change while the network trains."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parameters = dict(FIRST_PARAMETERS)
        self._off = StoppingSpec()
        self._rule, self._parameter = choice_box(), NumberBox()
        self._watch, self._action = SegmentedChoice(), SegmentedChoice()
        self._condition = QLabel(wordWrap=True)
        self._rule.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # clicking must not steal keyboard focus
        self._parameter.set_sample("100000")
        for key, field in (
            ("rule", self._rule),
            ("parameter", self._parameter),
            ("watch", self._watch),
            ("action", self._action),
        ):
            self.add_row(key, field)
        self.form.addRow(self._condition)
        self.retranslate()
        self.set_value(StoppingSpec())
        self._rule.currentIndexChanged.connect(self._choose_rule)
        self._parameter.valueChanged.connect(self._choose_parameter)
        self._watch.changed.connect(self._change)
        self._action.changed.connect(self._change)

    def value(self) -> StoppingSpec:
        """Return the choice; Off keeps the settings that it was set with."""
        rule = self._rule.currentData()
        if rule == "none":
            return self._off
        return StoppingSpec(
            rule=rule,
            parameter=self._parameters[rule],
            watch=self._watch.value(),
            action=self._action.value(),
        )

    def set_value(self, value: StoppingSpec) -> None:
        with self.quietly():
            self._parameters[value.rule] = value.parameter
            self._watch.set_value(value.watch)
            self._action.set_value(value.action)
            self._rule.setCurrentIndex(self._rule.findData(value.rule))
            self._off = value if value.rule == "none" else StoppingSpec()
            self._show_consequences()

    def summary(self) -> str:
        value = self.value()
        return self.tr("Off") if value.rule == "none" else stopping_text(value)

    def is_off(self) -> bool:
        return self.value().rule == "none"

    def retranslate(self) -> None:
        with self.quietly():
            self._fill_choices()
        self.label(
            "rule",
            self.tr("Rule"),
            self.tr(
                "By what training is stopped before the last epoch. GL, PQ and UP are Prechelt's (1998), and look at "
                "the validation cost. May be changed while the network trains."
            ),
        )
        self.label(
            "watch",
            self.tr("Watch"),
            self.tr("What has to improve on the validation images, and decides which epoch is the best."),
        )
        self.label(
            "action",
            self.tr("Then"),
            self.tr("Stop and use the network of the best epoch, or mark the epoch in the curves and go on."),
        )
        self._show_consequences()

    def _fill_choices(self) -> None:
        rules = {
            "none": self.tr("Off"),
            "no_improvement": self.tr("No improvement"),
            "gl": self.tr("GL: loss"),
            "pq": self.tr("PQ: loss / progress"),
            "up": self.tr("UP: cost rises"),
        }
        for place, rule in enumerate(STOPPING_RULES):
            if place == self._rule.count():
                self._rule.addItem("", rule)
            self._rule.setItemText(place, rules[rule])
        self._watch.set_choices(
            [
                ("accuracy", self.tr("Accuracy"), self.tr("The share of the validation images that are recognized")),
                ("cost", self.tr("Cost"), self.tr("The cost C₀ of the validation images, without penalty")),
            ]
        )
        self._action.set_choices(
            [
                ("stop", self.tr("Stop"), self.tr("The run ends, and the network of the best epoch is used.")),
                ("mark", self.tr("Mark"), self.tr("Both epochs are marked in the curves, and the run goes on.")),
            ]
        )

    @Slot()
    def _choose_rule(self) -> None:
        self._off = StoppingSpec()
        self._change()

    @Slot(float)
    def _choose_parameter(self, parameter: float) -> None:
        self._parameters[self._rule.currentData()] = parameter
        self._change()

    def _show_consequences(self) -> None:
        """Show what the rule needs: the number means something different in each."""
        rule = self._rule.currentData()
        self._parameter.blockSignals(True)
        whole = rule in WHOLE_PARAMETERS
        self._parameter.setDecimals(0 if whole else None)
        self._parameter.setSingleStep(1 if whole else 0.001)
        self._parameter.setRange(*((1, _LIMITS.high) if whole else _LIMITS))
        self._parameter.setValue(self._parameters[rule])
        self._parameter.blockSignals(False)
        names = {
            "no_improvement": (self.tr("Epochs"), self.tr("After so many epochs without improvement")),
            "gl": (self.tr("α (%)"), self.tr("How far above its lowest the validation cost may be, in per cent")),
            "pq": (self.tr("α"), self.tr("How much larger the loss may be than the progress: small α stops sooner")),
            "up": (self.tr("s (strips)"), self.tr("How many strips of 5 epochs in a row must end with a higher cost")),
        }
        self.label("parameter", *names.get(rule, ("", "")))
        self.form.setRowVisible(self._parameter, rule != "none")
        self.form.setRowVisible(self._watch, rule == "no_improvement")
        self.form.setRowVisible(self._action, rule != "none")
        self._condition.setText(condition_text(self.value()))
