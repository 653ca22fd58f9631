"""The elephant's picture: one scale, room for all of it, an eye."""

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.elephant import PAPER, outline, times
from nnreg_gui.pages.fitting.elephant_plot import ElephantPicture, ElephantPlot

CURVE = outline(PAPER, times())


@pytest.fixture
def plot(qtbot: QtBot) -> ElephantPlot:
    plot = ElephantPlot()
    qtbot.addWidget(plot)
    plot.resize(500, 400)
    return plot


def pixels(plot: ElephantPlot) -> np.ndarray:
    """Return the colours of the picture, 0xRRGGBB: (height, width)."""
    image = plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()) & 0xFFFFFF


def drawn(plot: ElephantPlot) -> np.ndarray:
    """Return where the outline is drawn: (height, width)."""
    return pixels(plot) == plot.palette().highlight().color().rgb() & 0xFFFFFF


def test_both_directions_have_the_same_scale(plot: ElephantPlot) -> None:
    circle = 60 * np.stack([np.cos(times()), np.sin(times())])
    for width, height in ((500, 400), (300, 700), (900, 300)):
        plot.resize(width, height)
        plot.show_picture(ElephantPicture(circle))
        rows, columns = np.nonzero(drawn(plot))
        assert np.ptp(rows) == pytest.approx(np.ptp(columns), abs=2)
        assert np.ptp(rows) > 0.4 * min(width, height)


def test_the_scale_stays_until_a_curve_needs_more_room(plot: ElephantPlot) -> None:
    home = plot.seen()
    plot.show_picture(ElephantPicture(CURVE))
    assert plot.seen() == home
    assert drawn(plot).any()

    plot.show_picture(ElephantPicture(3 * CURVE))
    assert plot.seen().contains(home)
    rows, columns = np.nonzero(drawn(plot))
    for places, size in ((rows, plot.height()), (columns, plot.width())):
        assert places.min() > 0
        assert places.max() < size - 1


def test_eye_ghost_and_reach_are_drawn_when_there_are_any(plot: ElephantPlot) -> None:
    plot.show_picture(ElephantPicture(CURVE))
    bare = pixels(plot)
    for more in (
        {"eye": (20.0, 20.0)},
        {"ghost": CURVE / 2, "ghost_name": "half of it"},
        {"reach": (CURVE[:, 300:500] + 20,), "reach_name": "elsewhere"},
    ):
        plot.show_picture(ElephantPicture(CURVE, spoken="an elephant", **more))
        assert not np.array_equal(pixels(plot), bare)
    assert plot.accessibleDescription() == "an elephant"

    plot.show_picture(ElephantPicture(CURVE, eye=(20.0, 20.0), eye_size=0.0))
    assert np.array_equal(pixels(plot), bare)


def test_nothing_is_drawn_before_there_is_a_curve(plot: ElephantPlot) -> None:
    assert len(np.unique(pixels(plot))) == 1
