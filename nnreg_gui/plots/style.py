"""How every plot looks: colours, pens and type, derived from the palette and the font."""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

# Antialiased polylines cost 10× more than the same lines one by one; both must be set before any curve is made.
pg.setConfigOptions(antialias=True, segmentedLineMode="on", imageAxisOrder="row-major")

# Okabe–Ito, darkened for white and lightened for black; colour-blind people can tell them apart. A run keeps its own.
_ON_LIGHT = ("#0072B2", "#D55E00", "#009E73", "#B0568E", "#B87700", "#2A8FC4", "#5F5F5F")
_ON_DARK = ("#4DB3F0", "#FF8C42", "#2FD6A4", "#E69AC6", "#F5BD3D", "#9AD7F7", "#B4B4B4")
RUN_COLOURS = len(_ON_LIGHT)  # so many runs in a row have colours of their own
AXIS_TO_BODY = 1.15  # axis text is larger than the body's: it is read from the last row
CURVE_WIDTH = 2.5


def is_dark(palette: QPalette) -> bool:
    """Tell whether the window is dark."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def run_colour(number: int, palette: QPalette) -> QColor:
    """Return the colour of the run with this number (from 1); after seven runs the colours come again."""
    colours = _ON_DARK if is_dark(palette) else _ON_LIGHT
    return QColor(colours[(number - 1) % len(colours)])


@dataclass(frozen=True, slots=True)
class PlotStyle:
    """What a plot needs to know to paint."""

    background: QColor
    text: QColor
    faint: QColor
    axis_font: QFont
    zoom: float

    @classmethod
    def of(cls, widget: QWidget) -> "PlotStyle":
        """Return the style for a widget's palette and font."""
        palette, font = widget.palette(), QFont(widget.font())
        zoom = font.pointSizeF() / base_point_size()
        font.setPointSizeF(font.pointSizeF() * AXIS_TO_BODY)
        text = palette.color(QPalette.ColorRole.Text)
        faint = QColor(text)
        faint.setAlphaF(0.45)
        return cls(palette.color(QPalette.ColorRole.Base), text, faint, font, zoom)

    @property
    def curve_width(self) -> float:
        """Width of a curve in pixels: 2.5 at zoom 100 %, 5 at 200 %."""
        return CURVE_WIDTH * max(1.0, self.zoom)


def base_point_size() -> float:
    """Return the point size at text zoom 100 %, which the application keeps as a property."""
    application = QApplication.instance()
    size = application.property("basePointSize") if application is not None else None
    return float(size) if size else 10.5


def signed_colours(palette: QPalette, steps: int = 256) -> np.ndarray:
    """Return a look-up table blue – background – vermillion for signed numbers: zero is in the middle.

    Returns:
        uint8, (steps, 3).
    """
    negative, positive = QColor("#0072B2"), QColor("#D55E00")
    middle = palette.color(QPalette.ColorRole.Base) if is_dark(palette) else QColor("white")
    if is_dark(palette):
        negative, positive = negative.lighter(150), positive.lighter(125)
    anchors = np.array([[c.red(), c.green(), c.blue()] for c in (negative, middle, positive)], float)
    places = np.linspace(0, 2, steps)
    return np.stack([np.interp(places, (0, 1, 2), anchors[:, channel]) for channel in range(3)], 1).astype(np.uint8)
