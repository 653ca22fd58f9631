"""The coefficients of a polynomial as bars, small and huge ones in one picture."""

from collections.abc import Sequence
from math import copysign

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.polynomials import MOST_DEGREE, Polynomial
from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.texts import significant_text, whole_text

_NUMBER, _MOST_FOR_NUMBER = 1.6, 0.35  # lines of text that a number takes; of the picture's height
_LEAST_DECADES = 2.0  # keeps a small change of λ from changing the axis


def squeezed(values: np.ndarray) -> np.ndarray:
    """Return sgn(v) · log₁₀(1 + |v|): like v itself near 0, in powers of ten far out."""
    return np.sign(values) * np.log10(1 + np.abs(values))


class SqueezedAxis(NumberAxis):
    """An axis of signed numbers, squeezed: 0, ±1, ±10, ±100 … lie nearly evenly."""

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks at 0 and at powers of ten, as many as fit without touching."""
        font = self.style["tickFont"]
        height = QFontMetricsF(font).height() if font is not None else 16.0
        decades = max(1, round(1.4 * height * (maximum - minimum) / max(size, 1.0) + 0.5))
        farthest = int(max(abs(minimum), abs(maximum))) + 1
        powers = [float(squeezed(np.array(10.0**power))) for power in range(decades - 1, farthest + 1, decades)]
        ticks = [0.0, *powers, *(-power for power in powers)]
        return [(1.0, [tick for tick in ticks if minimum <= tick <= maximum])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the original numbers."""
        return [_text(copysign(10.0 ** abs(value) - 1, value)) for value in values]


class CoefficientBars(Plot):
    """Draws w_0, w_1 … of a polynomial; positive ones filled, negative ones hatched."""

    widest_number = "−000 000"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SqueezedAxis("left"), NumberAxis("bottom"), parent)
        self._bottom.least_spacing = 1.0
        self._polynomial: Polynomial | None = None
        self._bars = pg.BarGraphItem(x=[], height=[], width=0.7)
        self._zero = pg.InfiniteLine(angle=0, movable=False)
        self._largest = pg.TextItem()
        for item in (self._zero, self._bars, self._largest):
            self.view.addItem(item, ignoreBounds=True)
        self.view.setMouseEnabled(x=False, y=False)
        self.view.sigResized.connect(self.redraw)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Coefficients of powers of (x − 5) / 5"))
        self.setToolTip(
            self.tr(
                "The coefficients of the polynomial, filled above zero and hatched below. The axis is squeezed: it "
                "goes by powers of ten."
            )
        )

    def show_polynomial(self, polynomial: Polynomial) -> None:
        """Draw the coefficients of a polynomial."""
        self._polynomial = polynomial
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        if self._polynomial is None:
            return
        heights = squeezed(self._polynomial.coefficients)
        # Whole decades, with the numbers at their ends, keep the axis still.
        end = float(np.ceil(max(_LEAST_DECADES, float(np.abs(heights).max())))) + 0.05
        # There is room for the number beyond the bar, however low the picture is.
        em = QFontMetricsF(self.style_of_plot.axis_font).height()
        number = min(_MOST_FOR_NUMBER, _NUMBER * em / max(self.view.height(), 1.0))
        room = 2 * end * number / (1 - number)
        is_up = heights[np.abs(heights).argmax()] >= 0
        self.set_range((-0.6, MOST_DEGREE + 0.6), (-end, end + room) if is_up else (-end - room, end))
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._polynomial is None or not all(self.view.viewPixelSize()):
            return
        coefficients, style = self._polynomial.coefficients, self.style_of_plot
        colour = run_colour(1, self.palette())
        hatched = pg.mkBrush(colour)
        hatched.setStyle(pg.QtCore.Qt.BrushStyle.Dense4Pattern)
        brushes = [pg.mkBrush(colour) if one >= 0 else hatched for one in coefficients]
        self._bars.setOpts(
            x=np.arange(len(coefficients)),
            height=squeezed(coefficients),
            brushes=brushes,
            pen=pg.mkPen(colour, width=1),
        )
        self._zero.setPen(pg.mkPen(style.faint, width=1))
        largest = int(np.abs(coefficients).argmax())
        value = float(coefficients[largest])
        self._largest.setFont(style.axis_font)
        self._largest.setText(_text(value), style.text)
        self._largest.setAnchor((0.5, 1 if value >= 0 else 0))
        self._largest.setPos(min(max(largest, 1), MOST_DEGREE - 1), float(squeezed(np.array(value))))


def _text(value: float) -> str:
    """Return a coefficient so that it can be read at a glance."""
    return whole_text(round(value)) if 10 <= abs(value) < 2**31 else significant_text(value, 2)
