"""The choice of how many images to train on, and how many of their labels lie."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from nnreg_gui.engine.experiment import DataSpec
from nnreg_gui.panels.data_panel import DataPanel
from tests.other_digits import Other

NBSP = "\N{NO-BREAK SPACE}"


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


@pytest.mark.parametrize("share", [0.0, 0.07, 0.125, 0.2, 1 / 3, 0.57, 1.0])
def test_the_share_of_wrong_labels_comes_back_as_it_was_set(show: Callable[[QWidget], QWidget], share: float) -> None:
    panel = DataPanel()
    show(panel)
    panel.set_value(DataSpec(wrong_labels=share))

    assert panel.value() == DataSpec(wrong_labels=share)


def test_wrong_labels_are_typed_in_percent_and_counted(
    show: Callable[[QWidget], QWidget], type_number: Callable[[QWidget, str, str], None]
) -> None:
    panel, said = DataPanel(), []
    panel.changed.connect(lambda: said.append(panel.value()))
    show(panel)
    (note,) = (label for label in panel.findChildren(QLabel) if "lie" in label.text())
    assert panel.is_off()
    assert not note.isVisible(), "a true Off says nothing"

    type_number(panel, "Wrong labels", "20")
    assert said == [DataSpec(wrong_labels=0.2)]
    assert not panel.is_off()
    assert note.isVisible()
    assert note.text().startswith("200 of the 1,000 training labels lie")
    assert panel.summary() == f"1,000 images, 20{NBSP}% wrong labels"

    type_number(panel, "Images n", "500")
    assert note.text().startswith("100 of the 500 training labels lie")


def test_there_are_no_more_images_than_mnist_has(
    show: Callable[[QWidget], QWidget], type_number: Callable[[QWidget, str, str], None]
) -> None:
    panel = DataPanel()
    show(panel)
    type_number(panel, "Images n", "50001")

    assert panel.value().training_images <= 50_000


def test_there_are_no_more_images_than_the_data_set_has(
    show: Callable[[QWidget], QWidget], type_number: Callable[[QWidget, str, str], None], other: Other
) -> None:
    panel = DataPanel()
    show(panel)
    panel.set_value(DataSpec(dataset=other.data_set, training_images=100))
    assert panel.summary() == f"{other.data_set.name}, 100 images"
    type_number(panel, "Images n", "5000")

    assert panel.value().training_images <= other.data_set.training_images
    assert panel.value().dataset is other.data_set
    panel.set_value(DataSpec(training_images=20_000))
    assert panel.value() == DataSpec(training_images=20_000)


def test_the_seed_may_draw_the_images(show: Callable[[QWidget], QWidget]) -> None:
    panel, said = DataPanel(), []
    panel.changed.connect(lambda: said.append(panel.value()))
    show(panel)
    segment = next(one for one in panel.findChildren(QRadioButton) if one.text() == "By the seed")
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)

    assert said == [DataSpec(sample="seed")]
    assert panel.summary() == "1,000 images, drawn by the seed"


def test_its_summary_is_czech_in_czech(czech: None, show: Callable[[QWidget], QWidget]) -> None:
    panel = DataPanel()
    show(panel)

    assert panel.summary() == "1\N{NO-BREAK SPACE}000 obrázků"
