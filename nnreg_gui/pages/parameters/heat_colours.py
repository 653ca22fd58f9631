"""Colours from dark to light for unsigned numbers, evenly spaced to every eye, including colour-blind ones.

The nine colours are those of matplotlib's "viridis" (Smith and van der Walt 2015, CC0) at every eighth of its length.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPalette, QPen

from nnreg_gui.plots.style import is_light

_ANCHORS = (
    *("#440154", "#472d7b", "#3b528b", "#2c728e"),
    "#21918c",
    *("#28ae80", "#5ec962", "#addc30", "#fde725"),
)
_LAST = len(_ANCHORS) - 1


def heat_colour(share: float) -> QColor:
    """Return the colour of a number, 0 (dark blue) to 1 (yellow) of the scale; numbers beyond get that of the end."""
    place = min(max(share, 0.0), 1.0) * _LAST
    left = min(int(place), _LAST - 1)
    low, high, part = QColor(_ANCHORS[left]), QColor(_ANCHORS[left + 1]), place - left
    pairs = ((low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue()))
    return QColor(*(round((1 - part) * a + part * b) for a, b in pairs))


def ink_on_heat(ground: QColor) -> QColor:
    """Return black or white, whichever contrasts more with this ground."""
    return QColor("black") if is_light(ground) else QColor("white")


def heat_gradient(area: QRectF) -> QLinearGradient:
    """Return all colours from the left end of an area to its right end."""
    gradient = QLinearGradient(QPointF(area.left(), 0), QPointF(area.right(), 0))
    for place, colour in enumerate(_ANCHORS):
        gradient.setColorAt(place / _LAST, QColor(colour))
    return gradient


def hatching(palette: QPalette) -> QBrush:
    """Return what cells look like when nothing is known about them."""
    colour = palette.color(QPalette.ColorRole.Text)
    colour.setAlphaF(0.3)
    return QBrush(colour, Qt.BrushStyle.BDiagPattern)


def line_pens(em: float) -> tuple[QPen, QPen]:
    """Return the pens, in order of use, for a line that is visible on every ground."""
    thick = max(2.0, em / 7)
    pens = QPen(QColor("black"), 2.2 * thick), QPen(QColor("white"), thick)
    for pen in pens:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pens
