"""The choice of the data cost."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.costs import COSTS
from nnreg_gui.panels.cost_panel import CostPanel
from nnreg_gui.widgets.formula_label import FormulaLabel
from nnreg_gui.window.language import Language


def test_its_value_is_what_was_set_or_picked(
    show: Callable[[QWidget], QWidget], pick: Callable[[QWidget, str, str], None]
) -> None:
    panel, said = CostPanel(), []
    panel.changed.connect(lambda: said.append(panel.value()))
    show(panel)
    for cost in COSTS:
        panel.set_value(cost)
        assert panel.value() == cost
    panel.set_value("cross_entropy")
    assert said == []

    pick(panel, "Cost C₀", "mean squared error")
    assert said == ["mean_squared_error"]
    assert panel.summary() == "mean squared error"


def test_each_cost_has_its_formula(show: Callable[[QWidget], QWidget]) -> None:
    panel = CostPanel()
    show(panel)
    drawn = []
    for cost in COSTS:
        panel.set_value(cost)
        label = panel.findChild(FormulaLabel)
        drawn.append((label.accessibleName(), label.sizeHint().toTuple()))

    assert len(set(drawn)) == len(COSTS)
    assert all(min(size) > 10 for _, size in drawn)


def test_another_language_renames_the_choices_and_keeps_the_choice(
    show: Callable[[QWidget], QWidget], language: Language, qtbot: QtBot
) -> None:
    panel, said = CostPanel(), []
    show(panel)
    panel.set_value("mean_squared_error")
    panel.changed.connect(lambda: said.append(panel.value()))
    language.switch("cs")
    qtbot.waitUntil(lambda: panel.findChild(QComboBox).currentText() == "MSE")
    language.switch("en")
    qtbot.waitUntil(lambda: panel.findChild(QComboBox).currentText() == "mean squared error")

    assert panel.value() == "mean_squared_error"
    assert said == []
