"""The colours of a confusion table."""

import numpy as np
from PySide6.QtGui import QColor, QPalette

from nnreg_gui.plots.style import is_dark, is_light, signed_colours


def cell_colours(shares: np.ndarray, palette: QPalette) -> list[list[QColor]]:
    """Return the colours of cells, given as shares of their rows: (classes, classes), 0…1.

    Strength is the square root of the share: one digit in a hundred must be visible beside all of them.
    """
    strength = np.sqrt(shares)
    signed = np.where(np.eye(len(shares), dtype=bool), -0.75 * strength, strength)
    table = signed_colours(palette)
    places = np.clip(np.rint((signed + 1) / 2 * (len(table) - 1)), 0, len(table) - 1).astype(int)
    return [[QColor(*(int(channel) for channel in table[place])) for place in row] for row in places]


def ink_on(ground: QColor, palette: QPalette) -> QColor:
    """Return the ink that is legible on this ground."""
    light = is_light(ground)
    if light != is_dark(palette):
        return palette.color(QPalette.ColorRole.Text)
    return QColor("#101214") if light else QColor("#ffffff")
