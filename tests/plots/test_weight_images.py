"""The weights of every neuron of the first layer as one sheet of pictures."""

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.weight_images import WeightImages, tile
from nnreg_gui.widgets.themes import apply_theme

SIDE, BORDER = 28, 2

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def images(qtbot: QtBot) -> WeightImages:
    images = WeightImages()
    qtbot.addWidget(images)
    images.set_empty_text("")
    images.resize(700, 400)
    with qtbot.waitExposed(images):
        images.show()
    return images


def _image(images: WeightImages) -> pg.ImageItem:
    return next(item for item in images.view.childGroup.childItems() if isinstance(item, pg.ImageItem))


def _tiles(images: WeightImages) -> np.ndarray:
    """Return the tiles of the sheet row by row; (tiles, 28, 28)."""
    sheet = _image(images).image
    rows, columns = sheet.shape[0] // (SIDE + BORDER), sheet.shape[1] // (SIDE + BORDER)
    tiles = sheet.reshape(rows, SIDE + BORDER, columns, SIDE + BORDER).swapaxes(1, 2)
    return tiles.reshape(-1, SIDE + BORDER, SIDE + BORDER)[:, :SIDE, :SIDE]


def _point_at(images: WeightImages, x: float, y: float) -> None:
    """Move the mouse to a place of the sheet, in pixels of the pictures."""
    canvas = images.view.getViewWidget()
    QTest.mouseMove(canvas.viewport(), canvas.mapFromScene(images.view.mapViewToScene(QPointF(x, y))))


def test_a_tile_holds_the_weights_in_the_place_of_the_pixels_with_zeros_between() -> None:
    weights = np.arange(1, 5 * 9 + 1, dtype=np.float32).reshape(5, 9)
    sheet = tile(weights, rows=2, columns=3, shape=(3, 3))

    assert sheet.shape == (2 * 5, 3 * 5)
    assert sheet[0:3, 0:3].tolist() == weights[0].reshape(3, 3).tolist()
    assert sheet[0:3, 10:13].tolist() == weights[2].reshape(3, 3).tolist()
    assert sheet[5:8, 5:8].tolist() == weights[4].reshape(3, 3).tolist()
    assert np.count_nonzero(sheet) == weights.size


@pytest.mark.parametrize("neurons", [1, 5, 30])
def test_there_is_one_picture_per_neuron(images: WeightImages, small: Small, trained: Trained, neurons: int) -> None:
    history = trained(small(epochs=1, hidden=(neurons,)))
    images.show_run(DrawnRun(history, 1, selected=True))

    assert history.newest is not None
    weights = history.newest.parameters.weights[0].reshape(neurons, SIDE, SIDE)
    tiles = _tiles(images)
    assert np.array_equal(tiles[:neurons], weights)
    assert not tiles[neurons:].any()


def test_without_hidden_layers_there_is_one_picture_per_digit(
    images: WeightImages, small: Small, trained: Trained
) -> None:
    images.show_run(DrawnRun(trained(small(epochs=1, hidden=())), 1, selected=True))

    assert sum(one.any() for one in _tiles(images)) == 10


def test_the_strongest_colours_mean_nearly_the_largest_weight_and_zero_is_in_the_middle(
    images: WeightImages, small: Small, trained: Trained, qtbot: QtBot
) -> None:
    history = trained(small(epochs=1))
    with qtbot.waitSignal(images.scale_changed) as said:
        images.show_run(DrawnRun(history, 1, selected=True))

    assert history.newest is not None
    magnitudes = np.abs(history.newest.parameters.weights[0])
    assert said.args == [images.scale]
    assert 0.99 < (magnitudes <= images.scale).mean() < 1
    assert _image(images).levels.tolist() == pytest.approx([-images.scale, images.scale])


def test_pointing_at_a_tile_names_its_neuron(
    images: WeightImages, small: Small, trained: Trained, qtbot: QtBot
) -> None:
    images.show_run(DrawnRun(trained(small(epochs=1, hidden=(30,))), 1, selected=True))
    hovered: list[int | None] = [None]
    images.neuron_hovered.connect(hovered.append)
    columns = _image(images).image.shape[1] // (SIDE + BORDER)
    assert columns * 4 == 32, "the sheet has room for two more"
    for place, neuron in ((0, 0), (17, 17), (29, 29), (31, None)):
        row, column = divmod(place, columns)
        _point_at(images, (column + 0.5) * (SIDE + BORDER), (row + 0.5) * (SIDE + BORDER))
        qtbot.waitUntil(lambda neuron=neuron: hovered[-1] == neuron, timeout=5_000)


def test_another_theme_recolours_the_sheet(
    images: WeightImages, small: Small, trained: Trained, qapp: QApplication, qtbot: QtBot
) -> None:
    images.show_run(DrawnRun(trained(small(epochs=1)), 1, selected=True))
    middle = _image(images).lut[128].tolist()
    apply_theme(qapp, "dark")

    assert min(middle) > 200
    qtbot.waitUntil(lambda: max(_image(images).lut[128]) < 60, timeout=5_000)


def test_a_run_without_records_shows_nothing(images: WeightImages, small: Small, trained: Trained) -> None:
    images.show_run(DrawnRun(trained(small(epochs=1)), 1, selected=True))
    assert _image(images).isVisible()

    images.show_run(DrawnRun(RunHistory(small()), 2, selected=True))
    assert not _image(images).isVisible()
    images.show_run(None)
    assert not _image(images).isVisible()
