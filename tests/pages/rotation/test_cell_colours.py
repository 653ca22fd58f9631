"""Colours of a confusion table."""

import numpy as np
import pytest
from PySide6.QtGui import QPalette

from nnreg_gui.pages.rotation.cell_colours import cell_colours, ink_on
from nnreg_gui.widgets.themes import THEMES


def test_colours_follow_the_share_of_the_row() -> None:
    shares = np.eye(10) * 0.5
    shares[0, 1], shares[0, 2] = 0.01, 0.2
    row = cell_colours(shares, QPalette())[0]

    assert row[2].blue() < row[1].blue() < row[3].blue(), "the more, the stronger"
    assert row[1] != row[3], "one in a hundred is seen"


@pytest.mark.parametrize("theme", list(THEMES))
def test_the_ink_is_legible_on_every_ground(theme: str) -> None:
    palette = THEMES[theme].palette()
    shares = np.linspace(0, 1, 100).reshape(10, 10)
    for ground in (colour for row in cell_colours(shares, palette) for colour in row):
        assert abs(ink_on(ground, palette).lightnessF() - ground.lightnessF()) > 0.3
