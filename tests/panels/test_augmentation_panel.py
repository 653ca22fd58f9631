"""The choice of how far to change training images."""

from collections.abc import Callable
from dataclasses import fields

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider, QWidget

from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.panels.augmentation_panel import AugmentationPanel

Said = list[AugmentationSpec]


@pytest.fixture
def panel(show: Callable[[QWidget], QWidget]) -> AugmentationPanel:
    panel = AugmentationPanel()
    panel.resize(320, 600)
    show(panel)
    return panel


@pytest.fixture
def said(panel: AugmentationPanel) -> Said:
    said: Said = []
    panel.changed.connect(lambda: said.append(panel.value()))
    return said


def _slider(panel: AugmentationPanel, name: str) -> QSlider:
    return next(slider for slider in panel.findChildren(QSlider) if slider.accessibleName() == name)


@pytest.mark.parametrize(
    "spec",
    [
        AugmentationSpec(),
        AugmentationSpec(rotation=15, shift=2),
        AugmentationSpec(rotation=180, shift=14, zoom=0.9, shear=2, blur=10, noise=1, elastic_alpha=200),
        AugmentationSpec(mirror_horizontal=0.35, mirror_vertical=1, brightness=0.123, contrast=0.5, elastic_sigma=0.5),
    ],
)
def test_its_value_is_what_was_set_and_setting_is_no_decision(
    panel: AugmentationPanel, said: Said, spec: AugmentationSpec
) -> None:
    panel.set_value(spec)

    assert panel.value() == spec
    assert said == []


def test_every_kind_has_a_box_that_takes_a_number(
    panel: AugmentationPanel, said: Said, type_number: Callable[[QWidget, str, str], None]
) -> None:
    numbers = {"Elastic": "34", "Smoothness": "6", "Rotation": "15", "Shift": "2", "Zoom": "0.1", "Shear": "0.2",
               "Blur": "1", "Mirror ↔": "0.5", "Mirror ↕": "0.4", "Brightness": "0.3",
               "Contrast": "0.25", "Noise": "0.1"}  # fmt: skip
    for name, number in numbers.items():
        type_number(panel, name, number)

    assert panel.value() == AugmentationSpec(
        rotation=15, shift=2, zoom=0.1, shear=0.2, blur=1, mirror_horizontal=0.5, mirror_vertical=0.4, brightness=0.3,
        contrast=0.25, noise=0.1, elastic_alpha=34, elastic_sigma=6,
    )  # fmt: skip
    assert len(said) == len(fields(AugmentationSpec))


def test_a_slider_tells_while_it_moves_and_decides_when_it_is_let_go(panel: AugmentationPanel, said: Said) -> None:
    moving: Said = []
    panel.moving.connect(moving.append)
    slider = _slider(panel, "Rotation")
    middle = QPoint(slider.width() // 2, slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(slider, middle + QPoint(20, 0))

    assert [spec.rotation for spec in moving] == sorted(spec.rotation for spec in moving)
    assert moving[-1].rotation > 90
    assert said == []
    assert panel.value() == AugmentationSpec()

    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle + QPoint(20, 0))
    assert said == [moving[-1]] == [panel.value()]


def test_the_smoothness_matters_only_with_elastic(panel: AugmentationPanel) -> None:
    assert not _slider(panel, "Smoothness").isEnabled()
    panel.set_value(AugmentationSpec(elastic_alpha=34))
    assert _slider(panel, "Smoothness").isEnabled()


def test_it_says_in_words_what_happens_to_which_images(panel: AugmentationPanel) -> None:
    assert panel.summary() == "Off"
    panel.set_value(AugmentationSpec(rotation=15, shift=2))
    assert panel.summary() == "rotation ±15°, shift ±2\N{NO-BREAK SPACE}px"
    said = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "Training images only: rotation ±15°, shift ±2\N{NO-BREAK SPACE}px" in said


def test_it_speaks_czech(panel: AugmentationPanel, czech: None) -> None:
    panel.set_value(AugmentationSpec(rotation=7.5, mirror_horizontal=0.5))
    assert panel.summary() == "rotace ±7,5°, zrcadlení ↔ 50\N{NO-BREAK SPACE}%"
    assert _slider(panel, "Zešikmení").isEnabled()
