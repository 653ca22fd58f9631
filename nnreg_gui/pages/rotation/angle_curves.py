"""A network's outputs for one digit at every angle."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.pages.rotation.rotation_curves import AngleAxis
from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.digit_dial import degrees_text
from nnreg_gui.plots.output_bars import digit_colour
from nnreg_gui.plots.plot import Plot

_LINES = (Line.SOLID, Line.DASHED, Line.DOTTED)  # of the pair, and of the strongest other
_LARGE = 0.3  # a significant output
_MOST_CROSSINGS = 6  # more would be noise, with illegible labels
_LEAST_LINES = 4  # of text: in a lower picture, angles written at crossings would cover the curves
_MARGIN = 14.0  # degrees: room for the outermost numbers


@dataclass(frozen=True, slots=True, eq=False)
class AngleOutputs:
    """The outputs of a network for one image at every angle.

    Attributes:
        angles: (angles,), degrees, rising.
        outputs: (angles, classes), 0…1.
        pair: the classes that are looked at.
    """

    angles: np.ndarray
    outputs: np.ndarray
    pair: Pair = SIX_AND_NINE

    @property
    def strongest_other(self) -> np.ndarray:
        """The largest output other than those for the pair, (angles,); 0 if there is no other class."""
        return np.asarray(np.delete(self.outputs, self.pair.labels, 1).max(1, initial=0.0))

    def crossings(self) -> list[float]:
        """Return the angles at which the outputs for the pair cross on the way from where one is large to the other.

        Where both are small they may cross any number of times, which says nothing; of several crossings on one way,
        the one with the largest outputs counts.
        """
        six, nine = self.outputs[:, self.pair.first], self.outputs[:, self.pair.second]
        difference, larger = six - nine, np.maximum(six, nine)
        large = np.flatnonzero(larger >= _LARGE)
        crossings = []
        for start, end in pairwise(large):
            if np.sign(difference[start]) != np.sign(difference[end]):
                way = np.arange(start, end)
                change = way[np.sign(difference[way]) != np.sign(difference[way + 1])]
                at = int(change[larger[change].argmax()])
                step = difference[at] / (difference[at] - difference[at + 1])
                crossings.append(float(self.angles[at] + step * (self.angles[at + 1] - self.angles[at])))
        return crossings


class AngleCurves(Plot):
    """Draws the outputs for a pair, such as 6 and 9, and the strongest other over the angle, with a draggable cursor.

    Signals:
        angle_chosen: the user pointed at this angle (degrees) with the button down.
    """

    angle_chosen = Signal(float)
    widest_number = "0.0"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NumberAxis("left"), AngleAxis("bottom"), parent)
        self._outputs: AngleOutputs | None = None
        self._pair = SIX_AND_NINE
        self._curves = [Curve(line) for line in _LINES]
        for curve in self._curves:
            self.view.addItem(curve, ignoreBounds=True)
        self._crossings: list[pg.InfiniteLine] = []
        self._cursor = pg.InfiniteLine(angle=90, movable=True, bounds=(-180, 180))
        self._cursor.sigDragged.connect(self._drag)
        self.view.addItem(self._cursor, ignoreBounds=True)
        self.view.setMouseEnabled(False, False)  # the whole turn is always in sight: dragging is for the cursor
        self.view.sigRangeChanged.connect(self._draw)  # dashes are cut in pixels
        self.view.sigResized.connect(self._draw)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Outputs over the angle"), self.tr("Outputs"))
        self.legend.set_entries(list(zip(_LINES, (*self._pair.names, self.tr("strongest other")), strict=True)))

    def set_pair(self, pair: Pair) -> None:
        """Look at these classes."""
        if pair != self._pair:
            self._pair = pair
            self.show_outputs(None)
            self.retranslate()

    def show_outputs(self, outputs: AngleOutputs | None) -> None:
        """Draw these outputs; repeating the same object costs nothing."""
        if outputs is not self._outputs:
            self._outputs = outputs
            for curve in self._curves:
                curve.forget()
            self.redraw()

    def set_angle(self, degrees: float) -> None:
        """Put the cursor there."""
        self._cursor.setPos(degrees)

    @Slot()
    def redraw(self) -> None:
        if not self.set_range((-180 - _MARGIN, 180 + _MARGIN), (-0.02, 1.05)):
            self._draw()

    @Slot()
    def _draw(self) -> None:
        style, shown = self.style_of_plot, self._outputs is not None
        self._cursor.setVisible(shown)
        self._cursor.setPen(pg.mkPen(style.text, width=2))
        self._cursor.setHoverPen(pg.mkPen(style.text, width=4))
        for kind, curve in zip((*self._pair.labels, None), self._curves, strict=True):
            curve.setVisible(shown)
            if self._outputs is not None:
                values = self._outputs.strongest_other if kind is None else self._outputs.outputs[:, kind]
                width = style.curve_width * (0.7 if kind is None else 1.0)
                colour = digit_colour(kind, self.palette(), self._pair.labels)
                curve.draw(self._outputs.angles, values, colour, width)
        self._draw_crossings()

    def _draw_crossings(self) -> None:
        for line in self._crossings:
            self.view.removeItem(line)
        angles = self._outputs.crossings()[:_MOST_CROSSINGS] if self._outputs is not None else []
        self._crossings = []
        veil = QColor(self.style_of_plot.background)
        veil.setAlphaF(0.8)
        is_low = self.view.height() < _LEAST_LINES * QFontMetricsF(self.style_of_plot.axis_font).height()
        for place, angle in enumerate(angles):
            options = {"position": 0.93 - 0.12 * (place % 3), "anchors": [(0, 0.5), (1, 0.5)], "movable": False}
            line = pg.InfiniteLine(angle, 90, label=None if is_low else degrees_text(angle), labelOpts=options)
            line.setPen(pg.mkPen(self.style_of_plot.text, width=1, style=Qt.PenStyle.DashDotLine))
            if not is_low:
                line.label.setColor(self.style_of_plot.text)
                line.label.setFont(self.style_of_plot.axis_font)
                line.label.fill = pg.mkBrush(veil)  # curves run behind it
            self.view.addItem(line, ignoreBounds=True)
            self._crossings.append(line)

    @Slot(object)
    def _drag(self, cursor: pg.InfiniteLine) -> None:
        self._choose(cursor.value())

    def click_at(self, place: QPointF) -> None:
        if self._outputs is not None:
            self._choose(place.x())

    def _choose(self, degrees: float) -> None:
        self.angle_chosen.emit(float(round(min(max(degrees, -180), 180))))
