"""The choice of how to train."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from nnreg_gui.engine.experiment import LARGEST_SEED, TrainingSpec
from nnreg_gui.panels.training_panel import TrainingChoice, TrainingPanel


def test_its_value_is_what_was_set_exactly(show: Callable[[QWidget], QWidget]) -> None:
    panel, said = TrainingPanel(), []
    panel.changed.connect(lambda: said.append(panel.value()))
    show(panel)
    for choice in (
        TrainingChoice(),
        TrainingChoice(TrainingSpec(learning_rate=0.000001, batch_size=1, epochs=1), 0),
        TrainingChoice(TrainingSpec(learning_rate=1000.0, batch_size=50_000, epochs=100_000), LARGEST_SEED),
        TrainingChoice(TrainingSpec(learning_rate=0.125), 7),
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
