"""Names of classes below their bars and beside their rows, where there is room for a digit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from nnreg_gui.widgets.fitting_font import fitting_font

_SMALLEST = 0.7  # of the given type


def font_of_names(font: QFont, names: Sequence[str], room: float) -> QFont:
    """Return the font, or a smaller one, in which the widest of the names fits; it may still have to be cut."""
    return fitting_font(font, _SMALLEST * font.pointSizeF(), lambda one: width_of_names(one, names), room)


def width_of_names(font: QFont, names: Sequence[str]) -> float:
    """Return the width of the widest name, in pixels."""
    return max(map(QFontMetricsF(font).horizontalAdvance, names), default=0.0)


def cut_name(font: QFont, name: str, room: float) -> str:
    """Return a name, cut to the room that there is; one of a single letter never is."""
    if len(name) == 1:
        return name
    return QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
