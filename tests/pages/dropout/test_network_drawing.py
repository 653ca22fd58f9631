"""The drawn network: neurons off are crossed out, strong connections show, and everything has its place."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.pages.dropout.disc_grid import DiscGrid
from nnreg_gui.pages.dropout.network_drawing import NetworkDrawing, NetworkPicture
from nnreg_gui.pages.dropout.thumbnails import thumbnail


def _picture(
    *, on: np.ndarray, lines: np.ndarray, backward: bool = False, fill: float = 0.0, wanted: int | None = 3
) -> NetworkPicture:
    return NetworkPicture(
        image=np.zeros((28, 28), np.float32),
        on=(on,),
        fills=(np.full(len(on), fill),),
        outputs=np.linspace(0, 1, 10),
        classes=MNIST.classes,
        wanted=wanted,
        lines=(lines,),
        backward=backward,
        heading="Image 1",
        spoken="said",
    )


@pytest.fixture
def drawing(qtbot: QtBot) -> NetworkDrawing:
    drawing = NetworkDrawing()
    qtbot.addWidget(drawing)
    drawing.resize(600, 350)
    with qtbot.waitExposed(drawing):
        drawing.show()
    return drawing


def _share_of(drawing: NetworkDrawing, is_it: str) -> int:
    """Return how many pixels are mostly vermillion, and how many mostly blue."""
    image = drawing.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)
    blue, red = pixels[..., 0], pixels[..., 2]
    return int(((red - blue) > 60).sum() if is_it == "vermillion" else ((blue - red) > 60).sum())


def test_the_sign_of_a_connection_is_its_colour_and_its_line(drawing: NetworkDrawing) -> None:
    on = np.ones(30, bool)
    for sign, own, other in ((1, "vermillion", "blue"), (-1, "blue", "vermillion")):
        drawing.show_picture(_picture(on=on, lines=np.full((10, 30), 0.5 * sign), wanted=None))
        assert _share_of(drawing, own) > 500
        assert _share_of(drawing, other) == 0
    positive, negative = (_lines_ink(drawing, sign) for sign in (1.0, -1.0))
    assert negative < 0.85 * positive  # dashed


def _lines_ink(drawing: NetworkDrawing, sign: float) -> int:
    lines = np.zeros((10, 30))
    lines[:, 3] = sign
    drawing.show_picture(_picture(on=np.ones(30, bool), lines=lines, wanted=None))
    return _share_of(drawing, "vermillion" if sign > 0 else "blue")


def test_a_neuron_that_is_off_looks_different_without_any_colour(drawing: NetworkDrawing) -> None:
    lines, on = np.zeros((10, 30)), np.ones(30, bool)
    drawing.show_picture(_picture(on=on, lines=lines))
    all_on = drawing.grab().toImage()
    drawing.show_picture(_picture(on=~on, lines=lines))
    assert drawing.grab().toImage() != all_on
    drawing.show_picture(_picture(on=on, lines=lines, fill=1.0))
    assert drawing.grab().toImage() != all_on


def test_screen_readers_hear_the_sentence_and_before_there_is_anything_it_says_so(drawing: NetworkDrawing) -> None:
    drawing.set_empty_text("Here will be a network.")
    drawing.show_picture(None)
    assert drawing.accessibleDescription() == ""
    image = drawing.grab().toImage()
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 1
    drawing.show_picture(_picture(on=np.ones(5, bool), lines=np.zeros((10, 5)), backward=True))
    assert drawing.accessibleDescription() == "said"


@pytest.mark.parametrize("neurons", [1, 5, 30, 100])
def test_all_discs_of_the_lecture_fit_without_touching(neurons: int) -> None:
    area = QRectF(10, 20, 200, 330)
    grid = DiscGrid.fitting(neurons, area, em=16.0)

    assert grid.left_out == 0
    assert len(grid.centres) == neurons
    around = area.adjusted(-1, -1, 1, 1)
    assert all(around.contains(centre) for centre in grid.centres)
    for place, one in enumerate(grid.centres):
        for other in grid.centres[:place]:
            assert np.hypot(one.x() - other.x(), one.y() - other.y()) >= 2 * grid.radius


@pytest.mark.parametrize("em", [16.0, 20.0])
def test_the_lecture_s_layer_is_one_column(em: float) -> None:
    grid = DiscGrid.fitting(30, QRectF(0, 0, 150, 400), em)

    assert len({centre.x() for centre in grid.centres}) == 1
    assert grid.box.isNull()


@pytest.mark.parametrize(("neurons", "em"), [(100, 16.0), (30, 32.0)])
def test_several_columns_are_one_layer_in_a_box_with_its_name(neurons: int, em: float) -> None:
    area = QRectF(0, 0, 150, 400)
    grid = DiscGrid.fitting(neurons, area, em)

    assert all(grid.box.contains(centre) for centre in grid.centres)
    assert area.contains(grid.box)
    assert grid.heading.bottom() <= grid.box.top()
    assert area.adjusted(-1, -1, 1, 1).contains(grid.heading)
    across = sorted({centre.x() for centre in grid.centres})
    down = sorted({centre.y() for centre in grid.centres})
    assert len(across) > 1
    assert across[1] - across[0] == pytest.approx(down[1] - down[0], rel=0.05), "as close to each other both ways"


def test_what_does_not_fit_is_counted() -> None:
    grid = DiscGrid.fitting(2000, QRectF(0, 0, 100, 200), em=16.0)

    assert 0 < len(grid.centres) < 2000
    assert grid.left_out == 2000 - len(grid.centres)
    assert grid.rest.height() > 0


def test_a_thumbnail_has_a_square_for_each_neuron() -> None:
    on = np.array([True, False, True, True, False])
    picture = thumbnail([on])

    assert (picture == 1).sum() == 3 * 36
    assert ((picture > 0) & (picture < 1)).sum() == 2 * 36
    assert thumbnail([on, on]).shape[1] > 2 * picture.shape[1]
