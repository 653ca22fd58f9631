"""What networks take all sixes, or all nines, for while these are turned: shares over the angle."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.plots.axes import NumberAxis, PercentAxis
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.measured import Measured
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import run_colour
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.texts import number_text, percent_text, whole_text

_CALLED_SIX, _CALLED_NINE, _OTHER = range(3)
_LINES = (Line.SOLID, Line.DASHED, Line.DOTTED)
_DEGREES_APART = (5.0, 15.0, 45.0, 90.0, 180.0)  # between numbers on the axis
_MARGIN = 14.0  # degrees: room for the outermost numbers


@dataclass(frozen=True, slots=True, eq=False)
class CalledShares(Measured):
    """What a run's network takes all digits of one kind for.

    Attributes:
        number: of the run; decides the colour.
        shares: (3, angles), 0…1: called 6, called 9, called something else.
        strong: whether its lines stand out.
    """

    number: int
    shares: np.ndarray
    strong: bool = True


class AngleAxis(NumberAxis):
    """An axis of degrees."""

    def tickSpacing(self, minimum: float, maximum: float, size: float) -> list[tuple[float, float]]:
        """Choose a part of a quarter turn, so that the numbers do not touch."""
        font = self.style["tickFont"]
        room = 1.3 * QFontMetricsF(font).horizontalAdvance("−180°") if font is not None else 60.0
        rough = (maximum - minimum) * room / max(size, room)
        return [(next((step for step in _DEGREES_APART if step >= rough), _DEGREES_APART[-1]), 0.0)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write −90 as −90°."""
        return [f"{whole_text(round(value))}°" for value in values]


class RotationCurves(Plot):
    """Draws the shares of several runs over the angle: colour = run, line style = what they are called.

    Signals:
        angle_hovered: the mouse is over this angle (float, degrees), or has left (None).
    """

    angle_hovered = Signal(object)

    def __init__(self, digit: int, angles: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(PercentAxis("left"), AngleAxis("bottom"), parent)
        self._digit, self._angles, self._count = digit, np.array(angles, float), 0
        self._pair = SIX_AND_NINE
        self._runs: list[CalledShares] = []
        self._curves: dict[tuple[int, int], Curve] = {}
        self._numbers: list[pg.TextItem] = []
        self._values = ValuesLabel(self._canvas)
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.hide()
        self.view.addItem(self._cross, ignoreBounds=True)
        self.view.sigRangeChanged.connect(self._draw)
        self.view.sigResized.connect(self._draw)
        self.retranslate()

    def retranslate(self) -> None:
        self._show_names()
        self.legend.set_entries(list(zip(_LINES, (*self._pair.names, self.tr("other")), strict=True)))

    def set_digit(self, digit: int, pair: Pair) -> None:
        """Draw what the digits of this label, one of a pair, are read as."""
        if (digit, pair) != (self._digit, self._pair):
            self._digit, self._pair = digit, pair
            self.show_shares([], 0)
            self.retranslate()

    def _show_names(self) -> None:
        if not self._pair.is_six_and_nine:
            name = self._pair.classes[self._digit]
            text = "{1}" if self.compact or not self._count else self.tr("{0} of “{1}” are read as")
            self.set_title(text.format(whole_text(self._count), name))
        elif self.compact or not self._count:
            self.set_title(self.tr("Sixes") if self._is_first else self.tr("Nines"))
        else:
            six = self._is_first
            text = self.tr("{0} sixes are read as") if six else self.tr("{0} nines are read as")
            self.set_title(text.format(whole_text(self._count)))
        self.set_bottom_label("" if self.compact else self.tr("Turned counter-clockwise by"))

    @property
    def _is_first(self) -> bool:
        return self._digit == self._pair.first

    def show_shares(self, runs: Sequence[CalledShares], count: int) -> None:
        """Draw these shares, of this many digits; repeating the same ones costs nothing."""
        if list(runs) == self._runs and count == self._count:
            return
        self._runs, self._count = list(runs), count
        self.retranslate()
        self.redraw()

    def show_angle(self, angle: float | None) -> None:
        """Draw the cursor at the measured angle nearest to this one, with the shares there, or remove it."""
        shown = angle is not None and bool(self._runs)
        self._cross.setVisible(shown)
        self._values.setVisible(shown)
        if angle is None or not shown:
            return
        at = int(np.abs(self._angles - angle).argmin())
        place, (left, right) = float(self._angles[at]), self.view.viewRange()[0]
        self._cross.setPos(place)
        names = ["", *self._pair.names, self.tr("other")]
        rows = [(run_colour(run.number, self.palette()), self._value_texts(run, at)) for run in self._runs]
        heading = f"{number_text(place, 0)}°"
        self._values.show_rows(heading, [(QColor(self.style_of_plot.text), names), *rows], place > (left + right) / 2)

    @Slot()
    def redraw(self) -> None:
        self.show_angle(None)
        left, right = self._angles[0] - _MARGIN, self._angles[-1] + _MARGIN
        if not self.set_range((float(left), float(right)), (-0.02, 1.02)):
            self._draw()

    @Slot()
    def _draw(self) -> None:
        wanted = [(run, kind) for run in self._runs for kind in (_OTHER, _CALLED_NINE, _CALLED_SIX)]
        for key in self._curves.keys() - {(run.number, kind) for run, kind in wanted}:
            self.view.removeItem(self._curves.pop(key))
        for run, kind in wanted:
            curve = self._curves.get((run.number, kind))
            if curve is None:
                curve = self._curves[run.number, kind] = Curve(_LINES[kind])
                self.view.addItem(curve, ignoreBounds=True)
            curve.forget()  # other shares, the same angles
            colour, width = self.run_line(run.number, strong=run.strong)
            if kind == _OTHER:
                width *= 0.7  # what is neither 6 nor 9 matters less here
            curve.setZValue(0 if run.strong else -1)
            curve.draw(self._angles, run.shares[kind], colour, width)
        self._draw_numbers()
        self._cross.setPen(pg.mkPen(self.style_of_plot.faint, width=1))

    def _draw_numbers(self) -> None:
        """Write each run's number at its curve of recognized digits, where that is farthest from the others."""
        for label in self._numbers:
            self.view.removeItem(label)
        self._numbers = []
        if len(self._runs) < 2:
            return
        font = QFont(self.style_of_plot.axis_font)
        font.setBold(True)
        veil = QColor(self.style_of_plot.background)
        veil.setAlphaF(0.7)
        own = _CALLED_SIX if self._is_first else _CALLED_NINE
        recognized = np.stack([run.shares[own] for run in self._runs])
        for run, curve, at in zip(self._runs, recognized, apart(recognized), strict=True):
            label = pg.TextItem(str(run.number), color=run_colour(run.number, self.palette()), anchor=(0.5, 0.9))
            label.setFont(font)
            label.fill = pg.mkBrush(veil)  # curves run through it
            label.setPos(float(self._angles[at]), float(curve[at]))
            self.view.addItem(label, ignoreBounds=True)
            self._numbers.append(label)

    def _value_texts(self, run: CalledShares, at: int) -> list[str]:
        return [str(run.number), *(percent_text(float(share)) for share in run.shares[:, at])]

    def point_at(self, place: QPointF | None) -> None:
        self.angle_hovered.emit(float(place.x()) if place is not None and self._runs else None)


def apart(curves: np.ndarray) -> list[int]:
    """Return for each curve, of (curves, points), the point where it is farthest from its nearest neighbour.

    The outermost points are left out: a label there would be cut off.
    """
    margin = max(1, curves.shape[1] // 12)
    places = []
    for number, curve in enumerate(curves):
        distances = np.abs(np.delete(curves, number, 0) - curve).min(0)
        places.append(margin + int(distances[margin:-margin].argmax()))
    return places
