"""How every plot looks: colours, pens and type, derived from the palette and the font."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from nnreg_gui.widgets.conclusion import CONCLUSION_TO_BODY
from nnreg_gui.widgets.fitting_font import fitting_font

# Okabe–Ito, darkened for white and lightened for black; colour-blind people can tell them apart. A run keeps its own.
_ON_LIGHT = ("#0072B2", "#D55E00", "#009E73", "#B0568E", "#B87700", "#2A8FC4", "#5F5F5F")
_ON_DARK = ("#4DB3F0", "#FF8C42", "#2FD6A4", "#E69AC6", "#F5BD3D", "#9AD7F7", "#B4B4B4")
RUN_COLOURS = len(_ON_LIGHT)  # this many consecutive runs have different colours
# Kinds of training, by the run whose colour they have; "none" has the colour of text. The others look like runs 2 to 5,
# since the lecture's run 1 is the one without, run 2 the one with L2, and so on; an elastic net has the remaining blue,
# since the colours of runs 6 and 7 are too close to that of text.
_KINDS = {"l2": 2, "l1": 3, "dropout": 4, "augmentation": 5, "elastic_net": 1}
# Signed numbers: negative and positive. Neither these nor lamps have the colour of a run.
_SIGNED_ON_LIGHT, _SIGNED_ON_DARK = ("#3D1FA8", "#A50026"), ("#8A70FF", "#FF4D5E")
_SIGNED_STEPS = 256
_MARKERS = ("", "s", "t", "d")  # of the runs 1 to 7, 8 to 14, …
_FAINT = 0.55  # the background's share in what matters less
AXIS_TO_BODY = 1.15  # axis text is larger than the body's: it is read from the last row
CURVE_WIDTH = 2.5


def is_dark(palette: QPalette) -> bool:
    """Return whether the window is dark."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def luminance(colour: QColor) -> float:
    """Return how light a colour is to the eye, 0…1 (WCAG's relative luminance)."""
    channels = colour.redF(), colour.greenF(), colour.blueF()
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def is_light(colour: QColor) -> bool:
    """Return whether a colour contrasts more with black than with white."""
    return (luminance(colour) + 0.05) ** 2 > 0.05 * 1.05


def run_colour(number: int, palette: QPalette) -> QColor:
    """Return the colour of the run with this number (from 1); colours repeat after seven runs."""
    colours = _ON_DARK if is_dark(palette) else _ON_LIGHT
    return QColor(colours[(number - 1) % len(colours)])


def run_marker(number: int) -> str:
    """Return the pyqtgraph symbol that tells a run from others of its colour; "" for the first seven."""
    return _MARKERS[(number - 1) // RUN_COLOURS % len(_MARKERS)]


def fainter(colour: QColor, ground: QColor) -> QColor:
    """Return the colour blended with the ground, but opaque: joints of translucent lines would show."""
    own, other = (np.array([one.red(), one.green(), one.blue()]) for one in (colour, ground))
    return QColor(*((1 - _FAINT) * own + _FAINT * other).round().astype(int).tolist())


def kind_of(penalty: str, dropout: float, *, augmented: bool = False) -> str:
    """Return the kind that gives a run its colour: its penalty, or else dropout, or else augmentation, or "none"."""
    if penalty != "none":
        return penalty
    return "dropout" if dropout else "augmentation" if augmented else "none"


def kind_colour(kind: str, palette: QPalette) -> QColor:
    """Return the colour of "none", a penalty, "dropout" or "augmentation": the same on every page."""
    return run_colour(_KINDS[kind], palette) if kind in _KINDS else palette.color(QPalette.ColorRole.Text)


def series_colour(colour: int | str, palette: QPalette) -> QColor:
    """Return the colour of a series: that of a kind, or that of the run with a number."""
    return kind_colour(colour, palette) if isinstance(colour, str) else run_colour(colour, palette)


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


def legend_font(font: QFont, width_of: Callable[[QFont], float], room: float) -> QFont:
    """Return the largest font in which names fit: at most as large as a conclusion, at least this font.

    Text zoom does not enlarge names a second time.

    Args:
        font: that of the body.
        width_of: returns how wide the names are in a font.
        room: for them, in pixels.
    """
    largest, smallest = QFont(font), font.pointSizeF()
    largest.setPointSizeF(max(smallest, CONCLUSION_TO_BODY * base_point_size()))
    return fitting_font(largest, smallest, width_of, room)


def signed_colours(palette: QPalette, steps: int = _SIGNED_STEPS) -> np.ndarray:
    """Return a look-up table indigo – background – crimson for signed numbers: zero is in the middle.

    Returns:
        uint8, (steps, 3).
    """
    negative, positive = map(QColor, _SIGNED_ON_DARK if is_dark(palette) else _SIGNED_ON_LIGHT)
    middle = palette.color(QPalette.ColorRole.Base) if is_dark(palette) else QColor("white")
    anchors = np.array([[c.red(), c.green(), c.blue()] for c in (negative, middle, positive)], float)
    places = np.linspace(0, 2, steps)
    return np.stack([np.interp(places, (0, 1, 2), anchors[:, channel]) for channel in range(3)], 1).astype(np.uint8)


def signed_image(numbers: np.ndarray, scale: float, palette: QPalette) -> QImage:
    """Return signed numbers, (rows, columns), as a picture: those at ±scale and beyond have the strongest colours."""
    colours = signed_colours(palette)
    last = len(colours) - 1
    places = np.rint((numbers / scale + 1) * last / 2).clip(0, last).astype(np.intp)
    pixels = np.ascontiguousarray(colours[places])
    height, width = numbers.shape
    image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888)
    return image.copy()  # owned by Qt: numpy's memory goes
