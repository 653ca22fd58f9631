"""An axis by powers of ten whose numbers are written plainly, with a place for “Off” at its left end."""

from collections.abc import Sequence
from math import ceil, floor

import numpy as np
from PySide6.QtGui import QFontMetricsF

from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.widgets.texts import significant_text

_DIGITS = ((1, 2, 5), (1, 3), (1,))  # of a decade, the more the more room there is


class LogAxis(NumberAxis):
    """The coordinate of a value is its power of ten.

    Attributes:
        first, last: only the numbers between these values are written: what is beyond is room for words.
        off: where “Off” has its place, as a coordinate, or None.
        off_text: what is written there.
    """

    def __init__(self) -> None:
        super().__init__("bottom")
        self.first, self.last = 0.0, float("inf")
        self.off: float | None = None
        self.off_text = ""

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks at round numbers, and at “Off”."""
        powers = range(floor(minimum), ceil(maximum) + 1)
        digits = self._digits(size / max(maximum - minimum, 1e-9))
        values = [digit * 10.0**power for power in powers for digit in digits]
        margin = 1 + 1e-9
        ticks = [float(np.log10(value)) for value in values if self.first / margin <= value <= self.last * margin]
        if self.off is not None:
            ticks.insert(0, self.off)
        return [(1.0, [tick for tick in ticks if minimum <= tick <= maximum])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write −1 as 0.1."""
        return [self.off_text if value == self.off else significant_text(10.0**value, 3) for value in values]

    def _digits(self, decade: float) -> tuple[int, ...]:
        """Return which numbers of a decade of so many pixels are written, so that they do not touch."""
        font = self.style["tickFont"]
        height = QFontMetricsF(font).height() if font is not None else 16.0
        return _DIGITS[0] if decade >= 10 * height else _DIGITS[1] if decade >= 6 * height else _DIGITS[2]
