"""Type that is as large as there is room for."""

from collections.abc import Callable

from PySide6.QtGui import QFont, QFontMetrics


def fitting_font(largest: QFont, smallest: float, width_of: Callable[[QFont], float], room: float) -> QFont:
    """Return a font in the largest size in which a text fits.

    Args:
        largest: the font in the size that is best.
        smallest: size in points, which is taken where not even that fits.
        width_of: returns how wide the text is in a font.
        room: for it, in the same units.
    """
    fitting, points = QFont(largest), largest.pointSizeF()
    while points > smallest and (width := width_of(fitting)) > room:
        # Hinting makes widths uneven, so the proportionate size may need another step down.
        points = max(smallest, min(points - 0.25, points * room / width))
        fitting.setPointSizeF(points)
    return fitting


def tabular(font: QFont, points: float) -> QFont:
    """Return a font in a size, with digits of equal width: a changing number does not jitter."""
    font = QFont(font)
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def text_width(text: str, font: QFont) -> int:
    """Return a width in which Qt does not elide a text, for which its own rounded width can be too small."""
    return QFontMetrics(font).horizontalAdvance(text) + 1
