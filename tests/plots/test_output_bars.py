"""The ten outputs as bars."""

from math import hypot

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.output_bars import OutputBars, digit_colour
from nnreg_gui.plots.style import RUN_COLOURS, run_colour, signed_colours
from nnreg_gui.widgets.themes import THEMES, apply_theme

ACROSS, HIGH = 40, 200


@pytest.fixture
def bars(qtbot: QtBot) -> OutputBars:
    bars = OutputBars()
    qtbot.addWidget(bars)
    bars.resize(10 * ACROSS, HIGH)
    with qtbot.waitExposed(bars):
        bars.show()
    return bars


def outputs(**values: float) -> np.ndarray:
    array = np.zeros(10)
    for name, value in values.items():
        array[int(name.removeprefix("of_"))] = value
    return array


def height_of(picture: QImage, digit: int, colour: QColor) -> int:
    """Return how many pixels in the middle column of a bar have this colour."""
    x = digit * ACROSS + ACROSS // 2
    return sum(picture.pixelColor(QPoint(x, y)) == colour for y in range(picture.height()))


def test_bars_are_as_high_as_the_outputs(bars: OutputBars) -> None:
    bars.show_outputs(outputs(of_1=1.0, of_3=0.5, of_4=0.25))
    picture, grey = bars.grab().toImage(), digit_colour(1, bars.palette())
    whole, half, quarter = (height_of(picture, digit, grey) for digit in (1, 3, 4))

    assert half == pytest.approx(whole / 2, abs=4)
    assert quarter == pytest.approx(whole / 4, abs=4)
    assert height_of(picture, 8, grey) <= 1


def test_six_and_nine_have_colours_and_hatchings_of_their_own(bars: OutputBars) -> None:
    bars.show_outputs(outputs(of_5=0.9, of_6=0.9, of_9=0.9))
    picture = bars.grab().toImage()
    colours = [digit_colour(digit, bars.palette()).rgb() for digit in (5, 6, 9)]
    assert len(set(colours)) == 3
    for digit in (6, 9):
        area = [
            picture.pixelColor(x, y) for x in range(digit * ACROSS + 12, digit * ACROSS + 28) for y in range(90, 130)
        ]
        assert len({colour.rgb() for colour in area}) > 1, "not one colour alone"


def test_it_says_in_words_what_the_outputs_are_and_why_there_are_none(bars: OutputBars) -> None:
    bars.show_outputs(outputs(of_6=0.987))
    assert "6: 0.99" in bars.accessibleDescription()
    before = bars.grab().toImage()
    bars.set_empty_text("This needs a network.")
    bars.show_outputs(None)
    assert bars.accessibleDescription() == ""
    assert bars.grab().toImage() != before


def test_beside_others_the_bars_have_the_colour_of_their_run(bars: OutputBars) -> None:
    colour = QColor("#123456")
    bars.set_colour(colour)
    bars.show_outputs(outputs(of_1=0.9, of_6=0.5))
    picture = bars.grab().toImage()

    assert height_of(picture, 6, colour) == pytest.approx(height_of(picture, 1, colour) * 5 / 9, abs=8), "not hatched"


@pytest.mark.parametrize("theme", THEMES)
def test_digits_have_no_colour_that_means_a_run_or_a_sign(qapp: QApplication, theme: str) -> None:
    apply_theme(qapp, theme)
    palette = qapp.palette()
    taken = [run_colour(number, palette) for number in range(1, RUN_COLOURS + 1)]
    taken += [QColor(*map(int, signed_colours(palette)[end])) for end in (0, -1)]
    for digit in (6, 9, None):
        own = digit_colour(digit, palette)
        assert min(_distance(own, other) for other in taken) > 30


def _distance(one: QColor, other: QColor) -> float:
    return hypot(one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
