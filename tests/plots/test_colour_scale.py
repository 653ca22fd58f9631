"""The scale of signed colours."""

import numpy as np
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.colour_scale import ColourScale
from nnreg_gui.plots.style import signed_colours


def _colours(scale: ColourScale) -> set[str]:
    image = scale.grab().toImage()
    return {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}


def test_it_goes_from_the_colour_of_negative_to_that_of_positive_weights(qtbot: QtBot) -> None:
    scale = ColourScale()
    qtbot.addWidget(scale)
    scale.resize(scale.sizeHint())
    assert len(_colours(scale)) == 1, "there is nothing to explain yet"

    scale.set_limit(0.73)
    drawn = np.array([QColor(name).getRgb()[:3] for name in _colours(scale)])
    for end in signed_colours(scale.palette())[[0, -1]].astype(int):
        assert np.abs(drawn - end).max(1).min() < 20
    assert len(drawn) > 50


def test_its_numbers_are_written_beside_it(qtbot: QtBot) -> None:
    scale = ColourScale()
    qtbot.addWidget(scale)
    scale.resize(scale.sizeHint())
    scale.set_limit(0.73)
    image = scale.grab().toImage()
    text = scale.palette().color(QPalette.ColorRole.WindowText)

    def has_ink(columns: range) -> bool:
        return any(
            abs(image.pixelColor(x, y).lightness() - text.lightness()) < 60
            for x in columns
            for y in range(image.height())
        )

    side = (image.width() - 8 * scale.fontMetrics().height()) // 2
    assert has_ink(range(side - 4))
    assert has_ink(range(image.width() - side + 5, image.width()))
