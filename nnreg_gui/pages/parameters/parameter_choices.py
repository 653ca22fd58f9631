"""The choice of which cells to train, and how."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.searches.parameter_grid import PENALTY_PER_IMAGE, QUICK, WHOLE, GridPlan
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.keys import ChoiceKey, with_key
from nnreg_gui.widgets.layouts import STRETCH, row
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import significant_text, whole_text

_PLANS = {"quick": QUICK, "whole": WHOLE}


class ParameterChoices(FittingWidget):
    """How thorough, with a penalty or without, from which initial weights; the caller adds to the row.

    Signals:
        changed: the user has made another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.effort, self.penalty, self.weights = SegmentedChoice(), SegmentedChoice(), SegmentedChoice()
        self.row = row(self.effort, self.penalty, self.weights, STRETCH, parent=self, spacing=8)
        self.show_from(Room.FULL, self.penalty, self.weights)  # which have keys
        for key, choice in (("Q", self.effort), ("G", self.penalty), ("V", self.weights)):
            ChoiceKey(key, choice, self)
        self.retranslate()
        for choice in (self.effort, self.penalty, self.weights):
            choice.changed.connect(self.changed)

    def value(self) -> GridPlan:
        """Return what to train."""
        return replace(
            _PLANS[self.effort.value()],
            penalized=self.penalty.value() == "l2",
            initial_weights=self.weights.value(),
        )

    def retranslate(self) -> None:
        names = {"quick": self.tr("Quick"), "whole": self.tr("Whole")}
        self.effort.set_choices([(key, names[key], with_key(self._about(_PLANS[key]), "Q")) for key in names])
        self.effort.setAccessibleName(self.tr("How thorough"))
        off = self.tr("Nothing regularizes but gradient descent itself")
        l2 = self.tr("L2 with the same λ/n = {0} in all cells, to be compared with")
        self.penalty.set_choices(
            [
                ("none", self.tr("No penalty"), with_key(off, "G")),
                ("l2", "L2", with_key(l2.format(significant_text(PENALTY_PER_IMAGE)), "G")),
            ]
        )
        self.penalty.setAccessibleName(self.tr("Penalty"))
        scaled = self.tr("Weights begin small: N(0, 1/inputs of the neuron)")
        large = self.tr("Weights begin large: N(0, 1), as in the first runs of the lecture")
        self.weights.set_choices(
            [
                ("scaled", self.tr("Scaled weights"), with_key(scaled, "V")),
                ("large", self.tr("Large"), with_key(large, "V")),
            ]
        )
        self.weights.setAccessibleName(self.tr("Initial weights"))

    def _about(self, plan: GridPlan) -> str:
        text = self.tr("{0} networks; each sees {1} images, those of all epochs together, in at most {2} epochs")
        return text.format(len(plan.cells), whole_text(plan.most_seen), whole_text(plan.most_epochs))
