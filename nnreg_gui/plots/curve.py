"""A curve of a run, dashed at the speed of single lines, with no more points than the pixels show."""

from enum import Enum

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

_MOST_DASHES = 10_000


class Line(Enum):
    """Line styles as lengths of dashes and gaps in turn, in multiples of the pen width; None is solid."""

    SOLID = None
    DASHED = (4.0, 2.5)
    DOTTED = (1.0, 2.0)
    DASH_DOTTED = (7.0, 2.0, 1.0, 2.0)


class Curve(pg.PlotCurveItem):
    """Draws y over x as separate short lines.

    Qt's own dashes need a path, which takes ten times as long to draw as single lines (4 ms against 0.4 for 1,000
    points); so this class cuts the dashes itself, in pixels.
    """

    def __init__(self, line: Line) -> None:
        super().__init__(connect="pairs", skipFiniteCheck=True)
        self._line = line
        self._x = self._y = np.empty(0)
        self._drawn_for: tuple[object, ...] = ()

    def forget(self) -> None:
        """Draw the next points even if there are as many as before and they end at the same x."""
        self._drawn_for = ()

    def draw(self, x: np.ndarray, y: np.ndarray, colour: QColor, width: float) -> None:
        """Show these points; x must rise. Do nothing if nothing has changed.

        Args:
            x, y: (points,), in view coordinates. New points are only ever appended.
            colour, width: of the pen, in pixels.
        """
        view = self.getViewBox()
        if view is None:
            return  # not in a picture
        # Not pixelVectors(), which learn of a resize only at the next painting.
        pixel_width, pixel_height = view.viewPixelSize()
        key = (len(x), x[-1] if len(x) else 0.0, pixel_width, pixel_height, colour.rgba(), width)
        if key == self._drawn_for or not pixel_width or not pixel_height:
            return
        self._drawn_for = key
        x, y = thin_out(x, y, pixel_width)
        x, y = cut_into_lines(x / pixel_width, y / pixel_height, self._line.value, width)
        self.setPen(pg.mkPen(colour, width=width))
        self.setData(x * pixel_width, y * pixel_height)


def thin_out(x: np.ndarray, y: np.ndarray, pixel: float) -> tuple[np.ndarray, np.ndarray]:
    """Keep the first, lowest, highest and last point of each pixel column: the curve looks the same.

    Args:
        x, y: (points,), x rising.
        pixel: the width of a pixel in units of x.
    """
    if len(x) < 8:
        return x, y
    columns = np.floor(x / pixel)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    if len(x) < 4 * len(starts):
        return x, y
    ends = np.append(starts[1:], len(x)) - 1
    low, high = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    kept_y = np.stack([y[starts], low, high, y[ends]], 1).ravel()
    kept_x = np.stack([x[starts], x[starts], x[ends], x[ends]], 1).ravel()
    return kept_x, kept_y


def cut_into_lines(
    x: np.ndarray, y: np.ndarray, pattern: tuple[float, ...] | None, width: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the ends of the separate lines that make up a polyline, dashed if there is a pattern.

    Args:
        x, y: (points,), in pixels.
        pattern: lengths of dashes and gaps in turn, in multiples of `width`, or None for a solid line.

    Returns:
        x, y: (2 · lines,), each line from an even place to the next.
    """
    if len(x) < 2:
        return np.empty(0), np.empty(0)
    if pattern is None:
        return np.repeat(x, 2)[1:-1], np.repeat(y, 2)[1:-1]
    length = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    ends = width * np.cumsum(pattern)  # of the dashes and gaps of one period
    period = float(ends[-1])
    if length[-1] > _MOST_DASHES * period:
        return cut_into_lines(x, y, None, width)  # zoomed in until most of the curve is far outside
    begins = np.arange(0.0, length[-1], period)
    # Cut at the polyline's own corners and at the ends of all dashes; keep what lies within a dash.
    cuts = np.unique(np.concatenate([length, begins, *(np.minimum(begins + end, length[-1]) for end in ends[:-1])]))
    middle = (cuts[:-1] + cuts[1:]) / 2
    inside = np.searchsorted(ends, middle % period, side="right") % 2 == 0
    x, y = np.interp(cuts, length, x), np.interp(cuts, length, y)
    drawn = np.stack([np.flatnonzero(inside), np.flatnonzero(inside) + 1], 1).ravel()
    return x[drawn], y[drawn]
