"""The choice of how many images to train on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import DataSpec
from nnreg_gui.panels.data_panel import DataPanel


def test_its_value_is_what_was_set_or_typed(
    show: Callable[[QWidget], QWidget], type_number: Callable[[QWidget, str, str], None]
) -> None:
    panel, said = DataPanel(), []
    panel.changed.connect(lambda: said.append(panel.value()))
    show(panel)
    for images in (1, 77, 12_345, 50_000):
        panel.set_value(DataSpec(training_images=images))
        assert panel.value() == DataSpec(training_images=images)
    assert said == [], "setting is no decision"

    type_number(panel, "Images n", "2,500")
    assert said == [DataSpec(training_images=2_500)]
    assert panel.summary() == "2,500 images"


def test_there_are_no_more_images_than_mnist_has(
    show: Callable[[QWidget], QWidget], type_number: Callable[[QWidget, str, str], None]
) -> None:
    panel = DataPanel()
    show(panel)
    type_number(panel, "Images n", "50001")

    assert panel.value().training_images <= 50_000


def test_its_summary_is_czech_in_czech(czech: None, show: Callable[[QWidget], QWidget]) -> None:
    panel = DataPanel()
    show(panel)

    assert panel.summary() == "1\N{NO-BREAK SPACE}000 obrázků"
