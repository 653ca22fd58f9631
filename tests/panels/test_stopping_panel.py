"""The choice of when to stop early."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QWidget

from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.panels.stopping_panel import FIRST_PARAMETERS, StoppingPanel

Show = Callable[[QWidget], QWidget]
TypeNumber = Callable[[QWidget, str, str], None]
Choose = Callable[[QWidget, str], None]
Pick = Callable[[QWidget, str, str], None]


@pytest.fixture
def panel(show: Show) -> StoppingPanel:
    panel = StoppingPanel()
    show(panel)
    return panel


def names(panel: StoppingPanel) -> set[str]:
    return {label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.buddy() is not None}


def test_its_value_is_what_was_set_exactly(panel: StoppingPanel) -> None:
    said: list[StoppingSpec] = []
    panel.changed.connect(lambda: said.append(panel.value()))
    for spec in (
        StoppingSpec(),
        StoppingSpec(rule="none", parameter=2.5, watch="cost", action="mark"),
        StoppingSpec(rule="no_improvement", parameter=100_000, watch="cost"),
        StoppingSpec(rule="gl", parameter=0.000001, action="mark"),
        StoppingSpec(rule="pq", parameter=0.1234567, watch="cost"),
        StoppingSpec(rule="up", parameter=8),
        StoppingSpec(),
    ):
        panel.set_value(spec)
        assert panel.value() == spec
    assert said == []


def test_each_rule_begins_with_a_number_that_suits_it_and_shows_what_it_has(panel: StoppingPanel, pick: Pick) -> None:
    assert names(panel) == {"Rule"}
    for text, rule, rows in (
        ("No improvement", "no_improvement", {"Epochs", "Watch"}),
        ("GL: loss", "gl", {"α (%)"}),
        ("PQ: loss / progress", "pq", {"α"}),
        ("UP: cost rises", "up", {"s (strips)"}),
    ):
        pick(panel, "Rule", text)
        assert panel.value() == StoppingSpec(rule=rule, parameter=FIRST_PARAMETERS[rule])
        assert names(panel) == {"Rule", "Then", *rows}
    pick(panel, "Rule", "Off")
    assert panel.value() == StoppingSpec()


def test_everything_chosen_is_a_decision(
    panel: StoppingPanel, pick: Pick, choose: Choose, type_number: TypeNumber
) -> None:
    said: list[StoppingSpec] = []
    panel.changed.connect(lambda: said.append(panel.value()))
    pick(panel, "Rule", "No improvement")
    type_number(panel, "Epochs", "25")
    choose(panel, "Cost")
    choose(panel, "Mark")

    assert said[-1] == StoppingSpec(rule="no_improvement", parameter=25, watch="cost", action="mark")
    assert len(said) == 4
    assert panel.summary() == "mark: 25 epochs without lower cost"
    # A rule keeps its number while other rules are chosen.
    pick(panel, "Rule", "GL: loss")
    type_number(panel, "α (%)", "2.5")
    pick(panel, "Rule", "No improvement")
    assert panel.value().parameter == 25


def test_the_rules_that_count_take_whole_numbers_only(panel: StoppingPanel, type_number: TypeNumber) -> None:
    panel.set_value(StoppingSpec(rule="up", parameter=2))
    (box,) = panel.findChildren(QAbstractSpinBox)
    type_number(panel, "s (strips)", "1.5")
    assert panel.value().parameter == int(panel.value().parameter)
    box.stepUp()
    assert panel.value().parameter == int(panel.value().parameter)


def test_the_condition_stands_below_with_its_number(panel: StoppingPanel) -> None:
    panel.set_value(StoppingSpec(rule="gl", parameter=2.5))
    texts = [label.text() for label in panel.findChildren(QLabel)]

    assert any("more than 2.5 % above its lowest" in text and "> 2.5." in text for text in texts)
