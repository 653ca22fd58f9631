"""The choice of the data cost, with its formula."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.costs import COSTS
from nnreg_gui.panels.experiment_text import cost_text
from nnreg_gui.panels.formulas import formula, formula_label
from nnreg_gui.panels.panel import Panel, choice_box


class CostPanel(Panel):
    """Chooses the data cost C₀."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cost = choice_box()
        self._formula = formula_label()
        for name in COSTS:
            self._cost.addItem("", name)
        self.add_row("cost", self._cost)
        self.form.addRow(self._formula)
        self.retranslate()
        self._cost.currentIndexChanged.connect(self._change)

    def value(self) -> str:
        """Return the name of the cost."""
        return str(self._cost.currentData())

    def set_value(self, value: str) -> None:
        with self.quietly():
            self._cost.setCurrentIndex(self._cost.findData(value))
        self._show_consequences()

    def summary(self) -> str:
        return cost_text(self.value())

    def retranslate(self) -> None:
        for place in range(self._cost.count()):
            self._cost.setItemText(place, cost_text(self._cost.itemData(place)))
        self.label(
            "cost",
            self.tr("Cost C₀"),
            self.tr("What the network is trained to make small, apart from a penalty. Takes effect with a new run."),
        )
        self._show_consequences()

    def _show_consequences(self) -> None:
        name = self.value()
        self._formula.set_formula(formula(f"cost_{name}"), cost_text(name))
