"""Pictures for slides: twice the pixels, everything visible, and which run has which colour."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.learning_curves import AccuracyPlot
from nnreg_gui.plots.picture import Pictured, picture_of
from nnreg_gui.plots.plot import plot_at
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.themes import apply_theme

MadeUp = Callable[..., RunHistory]
SIZE = QSize(500, 300)


@pytest.fixture
def runs(made_up: MadeUp) -> list[DrawnRun]:
    return [DrawnRun(made_up(), 1, "Off"), DrawnRun(made_up(validation_accuracy=[0.3] * 11), 2, "L2 λ 0.1")]


@pytest.fixture
def plot(qtbot: QtBot, qapp: QApplication, runs: list[DrawnRun]) -> AccuracyPlot:
    apply_theme(qapp, "light")
    plot = AccuracyPlot()
    qtbot.addWidget(plot)
    plot.set_empty_text("")
    plot.show_runs(runs)
    plot.resize(SIZE)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def pixels(image: QImage) -> np.ndarray:
    """Return the colours of an image, (height, width), as numbers."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()) & 0xFFFFFF


def rows_with(image: QImage, colour: QColor) -> np.ndarray:
    """Return the rows of pixels that contain a colour."""
    return np.flatnonzero((pixels(image) == colour.rgb() & 0xFFFFFF).any(1))


def test_a_picture_has_twice_the_pixels_and_all_of_the_plot(plot: AccuracyPlot) -> None:
    picture = picture_of(Pictured(plot))
    margin = (picture.width() - 2 * SIZE.width()) // 2
    assert picture.height() - 2 * SIZE.height() == 2 * margin
    inner = picture.copy(margin, margin, 2 * SIZE.width(), 2 * SIZE.height())
    inner.setDevicePixelRatio(1)
    small = inner.scaled(SIZE, mode=Qt.TransformationMode.SmoothTransformation)
    seen = plot.grab().toImage()

    difference = np.abs(pixels(small) % 256 - pixels(seen).astype(int) % 256)
    assert np.mean(difference > 60) < 0.02
    for number in (1, 2):
        assert len(rows_with(inner, run_colour(number, plot.palette()))) > 20


def test_a_picture_is_sharper_than_the_screen_enlarged(plot: AccuracyPlot) -> None:
    picture = picture_of(Pictured(plot))
    margin = (picture.width() - 2 * SIZE.width()) // 2
    inner = picture.copy(margin, margin, 2 * SIZE.width(), 2 * SIZE.height())
    enlarged = plot.grab().toImage().scaled(2 * SIZE, mode=Qt.TransformationMode.SmoothTransformation)

    def edges(image: QImage) -> int:
        return int(np.sum(np.abs(np.diff((pixels(image) % 256).astype(int), axis=0)) > 128))

    assert edges(inner) > 1.5 * edges(enlarged)


def test_runs_are_named_below_in_their_colours(plot: AccuracyPlot, runs: list[DrawnRun]) -> None:
    bare, named = picture_of(Pictured(plot)), picture_of(Pictured(plot, runs=runs))
    below = named.copy(0, bare.height() - 8, named.width(), named.height() - bare.height() + 8)

    assert named.width() == bare.width()
    assert below.height() > plot.fontMetrics().height()
    for number in (1, 2):
        assert len(rows_with(below, run_colour(number, plot.palette()))) > plot.fontMetrics().height() / 2
    assert pixels(named)[0, 0] == plot.palette().color(QPalette.ColorRole.Window).rgb() & 0xFFFFFF


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_pictures_are_light_in_every_theme_and_the_window_stays_as_it_is(
    plot: AccuracyPlot, runs: list[DrawnRun], qapp: QApplication, theme: str
) -> None:
    light = pixels(picture_of(Pictured(plot, "Learning", runs)))
    apply_theme(qapp, theme)
    qapp.processEvents()
    seen = pixels(plot.grab().toImage())
    picture = pixels(picture_of(Pictured(plot, "Learning", runs)))

    assert np.mean(picture != light) < 0.001
    assert np.array_equal(pixels(plot.grab().toImage()), seen)
    assert plot.palette() == qapp.palette()


def test_long_names_are_broken_into_lines_and_many_runs_stand_below_each_other(
    plot: AccuracyPlot, runs: list[DrawnRun]
) -> None:
    one_line = picture_of(Pictured(plot, runs=runs)).height()
    long = DrawnRun(runs[0].history, 3, "a name that goes on " * 20)
    many = [DrawnRun(runs[0].history, number, "L2 λ 0.1, 784-100-10") for number in range(1, 8)]

    assert picture_of(Pictured(plot, runs=[*runs, long])).height() > one_line + 8 * plot.fontMetrics().height()
    assert picture_of(Pictured(plot, runs=many)).height() >= one_line + 2 * plot.fontMetrics().height()


def test_a_heading_stands_above(plot: AccuracyPlot) -> None:
    bare, headed = picture_of(Pictured(plot)), picture_of(Pictured(plot, "Learning"))
    added = headed.height() - bare.height()

    assert added > plot.fontMetrics().height()
    text = plot.palette().color(QPalette.ColorRole.WindowText)
    assert rows_with(headed.copy(0, 0, headed.width(), added), text).size


def test_the_plot_under_the_mouse_is_found(qtbot: QtBot, plot: AccuracyPlot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.addWidget(QLabel("a tile"))
    layout.addWidget(plot)
    with qtbot.waitExposed(page):
        page.show()

    assert plot_at(page, plot.geometry().center()) is plot
    assert plot_at(page, QPoint(15, 15)) is None
    assert plot_at(page, QPoint(-5, 2)) is None
    plot.setParent(None)
