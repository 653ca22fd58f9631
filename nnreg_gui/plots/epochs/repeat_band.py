"""The spread of repeats around their mean: a band of fine upright strokes, unlike any shaded gap."""

from collections.abc import Callable, Iterable

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.repeats import common_epochs, mean_and_spread
from nnreg_gui.plots.curve import cut_into_lines, thin_out
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.style import CURVE_WIDTH, PlotStyle

_BETWEEN_STROKES = 6.0  # pixels at zoom 100 %
_MOST_STROKES = 3_000  # when zoomed in, most are outside
_OPACITY = 0.6
_Key = tuple[tuple[RunHistory, ...], str]


class RepeatMeans:
    """Remembers means and spreads of repeats, which are drawn more often than they change."""

    def __init__(self) -> None:
        self._known: dict[_Key, tuple[int, np.ndarray, np.ndarray]] = {}

    def of(self, run: DrawnRun, column: str) -> tuple[np.ndarray, np.ndarray]:
        """Return mean and standard deviation of a column, (epochs,) each; for a single run, its values and zeros."""
        if len(run.repeats) < 2:
            values = run.history.column(column)
            return values, np.zeros_like(values)
        epochs = common_epochs(run.repeats)
        known = self._known.get((run.repeats, column))
        if known is None or known[0] != epochs:
            known = self._known[run.repeats, column] = (epochs, *mean_and_spread(run.repeats, column))
        return known[1], known[2]

    def keep_only(self, runs: Iterable[DrawnRun]) -> None:
        """Forget all other runs."""
        repeats = {run.repeats for run in runs}
        self._known = {key: known for key, known in self._known.items() if key[0] in repeats}


class RepeatBands:
    """Draws the bands of repeated runs."""

    def __init__(self, view: pg.ViewBox) -> None:
        self._view = view
        self._bands: dict[_Key, RepeatBand] = {}

    def draw(
        self,
        runs: Iterable[tuple[DrawnRun, str]],
        edges: Callable[[DrawnRun, str], tuple[np.ndarray, np.ndarray, np.ndarray]],
        colour: Callable[[DrawnRun], QColor],
        style: PlotStyle,
    ) -> None:
        """Draw the bands of these runs' columns, and no others.

        Args:
            runs: the repeated ones, each with a column.
            edges: returns x, low and high of a band, (points,) each, in view coordinates.
            colour: returns the colour of a run.
            style: of the plot.
        """
        wanted = {(run.repeats, column): run for run, column in runs}
        for key in self._bands.keys() - wanted.keys():
            self._view.removeItem(self._bands.pop(key))
        for key, run in wanted.items():
            band = self._bands.get(key)
            if band is None:
                band = self._bands[key] = RepeatBand()
                self._view.addItem(band, ignoreBounds=True)
            band.draw(*edges(run, key[1]), colour(run), style.curve_width)


class RepeatBand(pg.PlotCurveItem):
    """Upright strokes between two thin lines."""

    def __init__(self) -> None:
        super().__init__(connect="pairs", skipFiniteCheck=True)
        self.setZValue(-5)  # behind the curves, in front of the shaded gap
        self._drawn_for: tuple[object, ...] = ()

    def draw(self, x: np.ndarray, low: np.ndarray, high: np.ndarray, colour: QColor, curve_width: float) -> None:
        """Show the band; do nothing if nothing has changed."""
        pixel_width, pixel_height = self.getViewBox().viewPixelSize()
        key = (len(x), x[-1] if len(x) else 0.0, pixel_width, pixel_height, colour.rgba(), curve_width)
        if key == self._drawn_for or not pixel_width or not pixel_height:
            return
        self._drawn_for = key
        pen_colour = QColor(colour)
        pen_colour.setAlphaF(_OPACITY)
        self.setPen(pg.mkPen(pen_colour, width=0.4 * curve_width))
        if len(x) < 2:
            self.setData(np.empty(0), np.empty(0))
            return
        # The place of a stroke does not depend on the curve's length: strokes must not wander.
        step = max(_BETWEEN_STROKES * curve_width / CURVE_WIDTH * pixel_width, (x[-1] - x[0]) / _MOST_STROKES)
        strokes = np.arange(np.ceil(x[0] / step), x[-1] / step) * step
        parts_x, parts_y = [np.repeat(strokes, 2)], [np.empty(2 * len(strokes))]
        parts_y[0][::2], parts_y[0][1::2] = np.interp(strokes, x, low), np.interp(strokes, x, high)
        for edge in (low, high):
            edge_x, edge_y = cut_into_lines(*thin_out(x, edge, pixel_width), None, 1.0)
            parts_x.append(edge_x)
            parts_y.append(edge_y)
        self.setData(np.concatenate(parts_x), np.concatenate(parts_y))
