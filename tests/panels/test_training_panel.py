"""The choice of how to train."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from nnreg_gui.engine.experiment import LARGEST_SEED, SCHEDULES, ScheduleSpec, TrainingSpec
from nnreg_gui.panels.training_panel import TrainingChoice, TrainingPanel
from nnreg_gui.widgets.choice_box import ChoiceBox
from nnreg_gui.widgets.formula_label import FormulaLabel


def test_its_value_is_what_was_set_exactly(show: Callable[[QWidget], QWidget]) -> None:
    panel, said = TrainingPanel(), []
    panel.changed.connect(lambda: said.append(panel.value()))
    show(panel)
    for choice in (
        TrainingChoice(),
        TrainingChoice(TrainingSpec(learning_rate=0.000001, batch_size=1, epochs=1), 0),
        TrainingChoice(TrainingSpec(learning_rate=1000.0, batch_size=50_000, epochs=100_000), LARGEST_SEED),
        TrainingChoice(TrainingSpec(learning_rate=0.125), 7),
        TrainingChoice(TrainingSpec(momentum=0.9, schedule=ScheduleSpec(rule="halving", patience=3, gamma=0.5))),
        TrainingChoice(TrainingSpec(momentum=0.999_999, schedule=ScheduleSpec(rule="exponential", gamma=1e-9))),
    ):
        panel.set_value(choice)
        assert panel.value() == choice
    assert said == []


def test_every_number_typed_is_a_decision(
    show: Callable[[QWidget], QWidget], type_number: Callable[[QWidget, str, str], None]
) -> None:
    panel, said = TrainingPanel(), []
    panel.changed.connect(lambda: said.append(panel.value()))
    show(panel)
    for name, number in (("Learning rate η", "0.25"), ("Mini-batch m", "20"), ("Epochs", "60"), ("Seed", "9")):
        type_number(panel, name, number)

    assert len(said) == 4
    assert said[-1] == TrainingChoice(TrainingSpec(learning_rate=0.25, batch_size=20, epochs=60), 9)
    assert panel.summary() == "η 0.25, m 20, 60 epochs"


def test_a_fall_shows_the_number_it_needs_and_momentum_its_formula(
    show: Callable[[QWidget], QWidget], type_number: Callable[[QWidget, str, str], None]
) -> None:
    panel = TrainingPanel()
    show(panel)
    (box,) = panel.findChildren(ChoiceBox)

    def seen() -> set[str]:
        return {one.accessibleName() for one in panel.findChildren(QAbstractSpinBox) if one.isVisible()}

    always = {"Learning rate η", "Momentum μ", "Mini-batch m", "Epochs", "Seed"}
    assert seen() == always
    for rule, number in (("halving", "Epochs until halved"), ("exponential", "γ per epoch"), ("constant", "")):
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(SCHEDULES.index(rule)):
            QTest.keyClick(box, Qt.Key.Key_Down)
        assert panel.value().training.schedule.rule == rule
        assert seen() == always | ({number} if number else set())

    (formula,) = panel.findChildren(FormulaLabel)
    assert not formula.isVisible()
    type_number(panel, "Momentum μ", "0.9")
    assert panel.value().training.momentum == 0.9
    assert formula.isVisible()
    assert panel.summary() == "η 0.5, μ 0.9, m 10, 400 epochs"


def test_momentum_stays_below_1(
    show: Callable[[QWidget], QWidget], type_number: Callable[[QWidget, str, str], None]
) -> None:
    panel = TrainingPanel()
    show(panel)
    type_number(panel, "Momentum μ", "1")
    assert 0 <= panel.value().training.momentum < 1


def test_czech_numbers_are_written_and_read(
    czech: None, show: Callable[[QWidget], QWidget], type_number: Callable[[QWidget, str, str], None]
) -> None:
    panel = TrainingPanel()
    show(panel)
    texts = {box.accessibleName(): box.text() for box in panel.findChildren(QAbstractSpinBox)}
    assert "0,5" in texts.values()
    (rate,) = [name for name, text in texts.items() if text == "0,5"]
    type_number(panel, rate, "0,125")

    assert panel.value().training.learning_rate == 0.125
    assert "0,125" in panel.summary()
