"""Colours that can be told apart and type that can be read from the last row."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.style import PlotStyle, run_colour, signed_colours
from nnreg_gui.widgets.themes import THEMES


def _luminance(colour: QColor) -> float:
    channels = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def _contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_seven_runs_have_colours_of_their_own_that_stand_out(theme: str) -> None:
    palette = THEMES[theme].palette()
    colours = [run_colour(number, palette) for number in range(1, 8)]

    assert len({colour.name() for colour in colours}) == 7
    for colour in colours:
        assert _contrast(colour, palette.color(QPalette.ColorRole.Base)) >= 3
    assert run_colour(8, palette) == colours[0]


@pytest.mark.parametrize("theme", THEMES)
def test_zero_has_the_colour_of_the_ground_and_signs_have_theirs(theme: str) -> None:
    palette = THEMES[theme].palette()
    colours = signed_colours(palette, 257).astype(int)
    ground = palette.color(QPalette.ColorRole.Base)

    assert colours[128].tolist() == [ground.red(), ground.green(), ground.blue()]
    assert colours[0, 2] > colours[0, 0] + 50, "negative is blue"
    assert colours[-1, 0] > colours[-1, 2] + 50, "positive is vermillion"
    assert colours.shape == (257, 3)


@pytest.mark.parametrize(("zoom", "curve", "axis"), [(0.8, 2.5, 9.5), (1.0, 2.5, 12.0), (2.0, 4.0, 24.0)])
def test_type_and_curves_grow_with_the_zoom(
    qapp: QApplication, qtbot: QtBot, zoom: float, curve: float, axis: float
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    font = QFont(widget.font())
    font.setPointSizeF(10.5 * zoom)
    widget.setFont(font)
    style = PlotStyle.of(widget)

    assert style.zoom == pytest.approx(zoom)
    assert style.curve_width >= curve
    assert style.axis_font.pointSizeF() >= axis
