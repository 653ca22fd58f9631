"""How the data pull at the weights of a network, over the weights, and where the penalty pulls as hard."""

from functools import cache

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.measuring import round_up
from nnreg_gui.engine.questions.tug_of_war import TugOfWar, penalty_pull
from nnreg_gui.pages.shrinking.shrink_curves import MILLION
from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import run_colour

MOST_POINTS = 5_000
_SEED = 1  # of the drawn points: always the same weights
_SEEN = 0.99  # of all pulls: a few far-out ones must not flatten the rest
_NEAR = 20  # pixels: how far from a point a click may be
_SAMPLES = 20  # of the line, on each side of 0


class PullPlot(Plot):
    """A point for each weight; on the line both pulls cancel.

    Signals:
        weight_clicked: carries the place of a weight.
    """

    weight_clicked = Signal(int)
    widest_number = "−00 000"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NumberAxis("left"), NumberAxis("bottom"), parent)
        self._tug: TugOfWar | None = None
        self._experiment = Experiment()
        self._run = 1
        self._chosen: list[int] = []
        self._drawn = np.empty(0, int)
        self._axes = [pg.InfiniteLine(angle=angle, movable=False) for angle in (0, 90)]
        self._points, self._rings = pg.ScatterPlotItem(pxMode=True), pg.ScatterPlotItem(pxMode=True)
        self._line, self._corridor = Curve(Line.SOLID), [Curve(Line.DOTTED) for _ in range(2)]
        for item in (*self._axes, self._points, *self._corridor, self._line, self._rings):
            self.view.addItem(item, ignoreBounds=True)
        self.view.sigRangeChanged.connect(self._draw_lines)  # dots are cut in pixels
        self.view.sigResized.connect(self._draw_lines)
        self.retranslate()

    def retranslate(self) -> None:
        whole = self.tr("Pull of the data, −∂C₀/∂w, 10⁻⁶")
        self.set_title(self.tr("−∂C₀/∂w, 10⁻⁶") if self.compact else whole)
        self.set_bottom_label("" if self.compact else self.tr("Weight w"))
        self._show_legend()

    def show_pulls(self, tug: TugOfWar | None, experiment: Experiment, run: int) -> None:
        """Draw these pulls in the colour of the run with this number."""
        if tug is not self._tug or (experiment, run) != (self._experiment, self._run):
            self._tug, self._experiment, self._run = tug, experiment, run
            self.redraw()

    def mark(self, places: list[int]) -> None:
        """Ring these weights."""
        if places != self._chosen:
            self._chosen = places
            self._draw_points()

    @property
    def drawn(self) -> np.ndarray:
        """The places of the weights that are drawn: int, at most `MOST_POINTS`."""
        return self._drawn

    @Slot()
    def redraw(self) -> None:
        """Draw everything in the present range and style."""
        tug = self._tug
        self._show_legend()
        for item in (self._points, self._rings, self._line, *self._corridor):
            item.setVisible(tug is not None)
        if tug is None:
            return
        self._drawn = _drawn_places(len(tug.weights))
        side = round_up(1.02 * float(np.abs(tug.weights).max(initial=0.0)))
        pulls = max(float(np.quantile(np.abs(tug.data), _SEEN)), float(np.abs(tug.penalty).max(initial=0.0)))
        top = round_up(1.05 * MILLION * pulls)
        self._draw_points()
        if not self.set_range((-side, side), (-top, top)):
            self._draw_lines()

    def _draw_points(self) -> None:
        tug, style = self._tug, self.style_of_plot
        if tug is None:
            return
        colour = QColor(run_colour(self._run, self.palette()))
        colour.setAlphaF(0.5)
        x, y = tug.weights[self._drawn], MILLION * tug.data[self._drawn]
        self._points.setData(x, y, size=2 * style.curve_width, pen=None, brush=colour)
        chosen = np.array([place for place in self._chosen if place < len(tug.weights)], int)
        pen = pg.mkPen(style.text, width=style.curve_width)
        x, y = tug.weights[chosen], MILLION * tug.data[chosen]
        self._rings.setData(x, y, size=5 * style.curve_width, pen=pen, brush=style.background)

    @Slot()
    def _draw_lines(self) -> None:
        style = self.style_of_plot
        if self._tug is None or not all(self.view.viewPixelSize()):
            return  # it draws once it has a size
        for axis in self._axes:
            axis.setPen(pg.mkPen(style.faint, width=1))
        side = float(np.abs(self.view.viewRange()[0]).max())
        half = np.linspace(1e-9, side, _SAMPLES)
        x, spec = np.concatenate([-half[::-1], half]), self._experiment.regularization
        balance = -MILLION * penalty_pull(x, spec, self._experiment.data.training_images)
        self._line.forget()
        self._line.draw(x, balance, style.text, style.curve_width)
        self._line.setVisible(bool(spec.penalty != "none"))
        for sign, edge in zip((-1, 1), self._corridor, strict=True):
            edge.forget()
            height = sign * MILLION * self._tug.corridor
            edge.draw(np.array([-side, side]), np.array([height, height]), style.text, style.curve_width / 2)
            edge.setVisible(self._tug.corridor > 0)

    def _show_legend(self) -> None:
        entries = []
        if self._tug is not None and self._tug.corridor:
            entries.append((Line.DOTTED, "±λ/n"))
        if self._tug is not None and self._experiment.regularization.penalty != "none":
            entries.append((Line.SOLID, self.tr("balance")))
        self.legend.set_entries(entries)

    def click_at(self, place: QPointF) -> None:
        """Choose the drawn weight nearest to a place, if it is near."""
        if self._tug is None:
            return
        width, height = self.view.viewPixelSize()
        x = (self._tug.weights[self._drawn] - place.x()) / width
        y = (MILLION * self._tug.data[self._drawn] - place.y()) / height
        distances = np.hypot(x, y)
        nearest = int(distances.argmin())
        if distances[nearest] <= _NEAR:
            self.weight_clicked.emit(int(self._drawn[nearest]))


@cache
def _drawn_places(count: int) -> np.ndarray:
    """Return which of so many weights are drawn: always the same ones."""
    if count <= MOST_POINTS:
        return np.arange(count)
    return np.sort(np.random.default_rng(_SEED).choice(count, MOST_POINTS, replace=False))
