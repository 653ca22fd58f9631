"""The choice of the network."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QWidget

from nnreg_gui.engine.experiment import DataSpec, NetworkSpec
from nnreg_gui.panels.network_panel import NetworkPanel


@pytest.fixture
def panel(show: Callable[[QWidget], QWidget]) -> NetworkPanel:
    panel = NetworkPanel()
    panel.set_data(DataSpec(training_images=1_000))
    show(panel)
    return panel


def _text(panel: NetworkPanel) -> str:
    return next(label.text() for label in panel.findChildren(QLabel) if "784" in label.text())


def _boxes(panel: NetworkPanel) -> list[str]:
    return [box.accessibleName() for box in panel.findChildren(QAbstractSpinBox) if box.isVisible()]


@pytest.mark.parametrize(
    "spec",
    [
        NetworkSpec(),
        NetworkSpec(hidden=()),
        NetworkSpec(hidden=(2_000, 1, 17), activation="relu", initial_weights="scaled"),
        NetworkSpec(hidden=(5, 4), activation="tanh"),
    ],
)
def test_its_value_is_what_was_set(panel: NetworkPanel, spec: NetworkSpec) -> None:
    said: list[NetworkSpec] = []
    panel.changed.connect(lambda: said.append(panel.value()))
    panel.set_value(spec)

    assert panel.value() == spec
    assert said == []
    assert len(_boxes(panel)) == len(spec.hidden)


def test_there_is_a_box_for_each_hidden_layer(panel: NetworkPanel, choose: Callable[[QWidget, str], None]) -> None:
    said: list[NetworkSpec] = []
    panel.changed.connect(lambda: said.append(panel.value()))
    for layers in (0, 3, 2, 1):
        choose(panel, str(layers))
        assert _boxes(panel) == [f"Neurons {number}" for number in range(1, layers + 1)]
        assert len(panel.value().hidden) == layers
    assert len(said) == 4


def test_the_parameters_are_counted_in_all_and_per_image(
    panel: NetworkPanel, type_number: Callable[[QWidget, str, str], None]
) -> None:
    assert _text(panel) == "784-30-10: 23,860 parameters, 23.9 per training image"
    type_number(panel, "Neurons 1", "100")
    assert _text(panel) == "784-100-10: 79,510 parameters, 79.5 per training image"
    panel.set_data(DataSpec(training_images=50_000))
    assert _text(panel) == "784-100-10: 79,510 parameters, 1.6 per training image"


def test_activation_and_initial_weights_are_picked(
    panel: NetworkPanel, pick: Callable[[QWidget, str, str], None]
) -> None:
    pick(panel, "Activation", "ReLU")
    pick(panel, "Initial weights", "scaled weights")

    assert panel.value() == NetworkSpec(activation="relu", initial_weights="scaled")
    assert panel.summary() == "784-30-10, ReLU, scaled weights"


def test_its_texts_are_czech_in_czech(czech: None, show: Callable[[QWidget], QWidget]) -> None:
    panel = NetworkPanel()
    show(panel)

    assert panel.summary() == "784-30-10, sigmoida, velké váhy"
    assert "23\N{NO-BREAK SPACE}860" in _text(panel)
