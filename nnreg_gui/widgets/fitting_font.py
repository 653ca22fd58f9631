"""Fonts as large as the room allows."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QFontMetrics


def fitting_font(largest: QFont, smallest: float, width_of: Callable[[QFont], float], room: float) -> QFont:
    """Return a font in the largest size at which a text fits.

    Args:
        largest: the font in the best size.
        smallest: the size in points to use if even that does not fit.
        width_of: returns the width of the text in a font.
        room: the available width, in the same units.
    """
    fitting, points = QFont(largest), largest.pointSizeF()
    while points > smallest and (width := width_of(fitting)) > room:
        # Hinting makes widths uneven, so the proportional size may need another step down.
        points = max(smallest, min(points - 0.25, points * room / width))
        fitting.setPointSizeF(points)
    return fitting


def tabular(font: QFont, points: float) -> QFont:
    """Return a font in a size, with digits of equal width, so that a changing number does not jitter."""
    font = QFont(font)
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def text_width(text: str, font: QFont) -> int:
    """Return a width in which Qt does not elide a text; Qt's own rounded width can be too small."""
    return QFontMetrics(font).horizontalAdvance(text) + 1
