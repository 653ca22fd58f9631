"""The pairs of sliders: dragging, typing and setting yield complex numbers."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.elephant import PAPER
from nnreg_gui.pages.fitting.parameter_sliders import ParameterSliders
from nnreg_gui.widgets.number_box import WholeBox
from nnreg_gui.widgets.number_slider import Slider


@pytest.fixture
def sliders(qtbot: QtBot) -> ParameterSliders:
    sliders = ParameterSliders()
    qtbot.addWidget(sliders)
    with qtbot.waitExposed(sliders):
        sliders.show()
    return sliders


@pytest.fixture
def told(sliders: ParameterSliders) -> list[tuple[complex, ...]]:
    told: list[tuple[complex, ...]] = []
    sliders.changed.connect(lambda: told.append(sliders.parameters()))
    return told


def test_they_stand_at_the_paper_s_values(sliders: ParameterSliders) -> None:
    assert sliders.parameters() == PAPER
    assert [complex(real.value(), imaginary.value()) for real, imaginary in sliders.sliders] == list(PAPER)


def test_a_typed_number_is_told_once(sliders: ParameterSliders, told: list[tuple[complex, ...]]) -> None:
    box = sliders.sliders[2][1].findChild(WholeBox)
    assert box is not None
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "-33")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert told == [(*PAPER[:2], 12 - 33j, *PAPER[3:])]


def test_a_number_under_a_dragged_handle_counts_at_once(
    sliders: ParameterSliders, told: list[tuple[complex, ...]]
) -> None:
    slider = sliders.sliders[0][0].findChild(Slider)
    assert slider is not None
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, slider.height() // 2))
    QTest.mouseMove(slider, QPoint(slider.width() - 2, slider.height() // 2))
    assert told[-1][0] == 100 - 30j
    before = len(told)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 2, slider.height() // 2))

    assert len(told) == before, "letting go changes nothing more"
    assert sliders.parameters()[0] == 100 - 30j


def test_setting_is_told_once_and_the_same_again_never(
    sliders: ParameterSliders, told: list[tuple[complex, ...]]
) -> None:
    other = (1 + 1j, 2 + 2j, 3 + 3j, 4 + 4j, 5 + 5j)
    sliders.set_parameters(other)
    sliders.set_parameters(other)

    assert told == [other]
    assert sliders.sliders[4][1].value() == 5


def test_only_those_in_use_can_be_changed(sliders: ParameterSliders) -> None:
    sliders.set_in_use(2)

    assert [[one.isEnabled() for one in pair] for pair in sliders.sliders] == [[True] * 2] * 2 + [[False] * 2] * 3


def test_every_slider_says_what_it_is(sliders: ParameterSliders) -> None:
    parts = [slider for pair in sliders.sliders for slider in pair]

    assert len({part.accessibleName() for part in parts}) == 10
    assert sliders.sliders[3][1].accessibleName() == "p₄, imaginary part"
    assert sliders.sliders[3][1].toolTip() == "Multiplies cos t in y(t)"
    assert all(part.toolTip() for part in parts)
