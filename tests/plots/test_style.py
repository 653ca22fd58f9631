"""Colours that can be told apart and type that can be read from the last row."""

from itertools import combinations, product

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.overfitting import WATCH, YES
from nnreg_gui.pages.learning.sign_lamp import LAMP_COLOURS
from nnreg_gui.plots.style import (
    PlotStyle,
    kind_colour,
    kind_of,
    legend_font,
    run_colour,
    run_marker,
    series_colour,
    signed_colours,
)
from nnreg_gui.widgets.themes import THEMES


def _luminance(colour: QColor) -> float:
    channels = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def _contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


# How people without cones for red, green or blue see linear red, green and blue (Machado et al. 2009).
_SIGHTS = {
    "usual": np.eye(3),
    "no red": np.array([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
    "no green": np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
    "no blue": np.array([[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]),
}
_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def _apart(one: QColor, other: QColor, sight: str = "usual") -> float:
    """Return how far apart two colours look: ΔE of CIELAB; 1 is barely visible, 100 is black and white."""
    labs = []
    for colour in (one, other):
        channels = np.array([colour.redF(), colour.greenF(), colour.blueF()])
        linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
        xyz = _XYZ @ np.clip(_SIGHTS[sight] @ linear, 0, 1) / (0.9505, 1.0, 1.089)
        x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
        labs.append(np.array([116 * y, 500 * (x - y), 200 * (y - z)]))
    return float(np.linalg.norm(labs[0] - labs[1]))


@pytest.mark.parametrize("theme", THEMES)
def test_lamps_and_signs_of_weights_look_like_no_run_and_unlike_each_other(theme: str) -> None:
    palette = THEMES[theme].palette()
    signs = [QColor(*map(int, signed_colours(palette)[end])) for end in (0, -1)]
    lamps = [QColor(LAMP_COLOURS[state]) for state in (WATCH, YES)]
    runs = [run_colour(number, palette) for number in range(1, 8)]

    for own, run in product((*signs, *lamps), runs):
        assert _apart(own, run) > 25, (own.name(), run.name())
    for one, other in product(signs, lamps):
        assert _apart(one, other) > 30
    for pair, sight in product((signs, lamps), _SIGHTS):
        assert _apart(*pair, sight) > 60, f"{sight}: {[one.name() for one in pair]}"


@pytest.mark.parametrize("theme", THEMES)
def test_kinds_have_the_same_colours_wherever_they_are_compared(theme: str) -> None:
    palette = THEMES[theme].palette()
    kinds = ("none", "l2", "l1", "elastic_net", "dropout")
    colours = [kind_colour(kind, palette) for kind in kinds]

    assert colours[0] == palette.color(QPalette.ColorRole.Text)
    for one, other in combinations(colours, 2):
        assert _apart(one, other) > 40
    assert [series_colour(kind, palette) for kind in kinds] == colours
    assert series_colour(3, palette) == run_colour(3, palette)


def test_a_penalty_decides_the_kind_before_dropout_and_augmentation() -> None:
    assert kind_of("l1", 0.5) == "l1"
    assert kind_of("none", 0.5, augmented=True) == "dropout"
    assert kind_of("none", 0.0, augmented=True) == "augmentation"
    assert kind_of("none", 0.0) == "none"


@pytest.mark.parametrize("theme", THEMES)
def test_seven_runs_have_colours_of_their_own_that_stand_out(theme: str) -> None:
    palette = THEMES[theme].palette()
    colours = [run_colour(number, palette) for number in range(1, 8)]

    assert len({colour.name() for colour in colours}) == 7
    for colour in colours:
        assert _contrast(colour, palette.color(QPalette.ColorRole.Base)) >= 3
    assert run_colour(8, palette) == colours[0]
    looks = {(run_colour(number, palette).name(), run_marker(number)) for number in range(1, 29)}
    assert len(looks) == 28, "where colours come again, markers differ"


@pytest.mark.parametrize("theme", THEMES)
def test_zero_has_the_colour_of_the_ground_and_signs_have_theirs(theme: str) -> None:
    palette = THEMES[theme].palette()
    colours = signed_colours(palette, 257).astype(int)
    ground = palette.color(QPalette.ColorRole.Base)

    assert colours[128].tolist() == [ground.red(), ground.green(), ground.blue()]
    assert colours[0, 2] > colours[0, 0] + 50, "negative is blue"
    assert colours[-1, 0] > colours[-1, 2] + 50, "positive is crimson"
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


def test_names_are_as_large_as_a_conclusion_where_they_fit_and_never_smaller_than_the_body(qapp: QApplication) -> None:
    def width(font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance("thinned networks")

    body = QFont(qapp.font())
    body.setPointSizeF(10.5)
    full = legend_font(body, width, 1_000)
    assert QFontMetricsF(full).capHeight() >= 0.025 * 720
    some = legend_font(body, width, 0.8 * width(full))
    assert body.pointSizeF() < some.pointSizeF() < full.pointSizeF()
    assert width(some) <= 0.8 * width(full)
    assert legend_font(body, width, 10) == body

    zoomed = QFont(body)
    zoomed.setPointSizeF(1.5 * 10.5)
    assert legend_font(zoomed, width, 1_000).pointSizeF() == full.pointSizeF()
