"""Axes of a curve to guess: numbers with their unit, and places with names."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtGui import QFontMetricsF

from nnreg_gui.plots.axes import LimitedAxis, NumberAxis

_APART = 0.7  # of a number's height: the least gap between names


class UnitAxis(NumberAxis):
    """Writes numbers in percent that are in percent already, and all others plainly."""

    def __init__(self, unit: str) -> None:
        super().__init__("left")
        self._sign = "\N{NO-BREAK SPACE}%" if unit == "percent" else ""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write 80 as 80 %."""
        return [text + self._sign for text in super().tickStrings(values, scale, spacing)]


class EpochsAxis(LimitedAxis):
    """Whole epochs up to the last one."""

    least_spacing = 1.0

    def __init__(self, epochs: int) -> None:
        super().__init__("bottom")
        self.first, self.last = 0.0, float(epochs)


class NamesAxis(NumberAxis):
    """Names at 0, 1, 2 …; as many of them as fit side by side."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__("bottom")
        self._names = list(names)

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return every place, or every second, third … one."""
        font = self.style["tickFont"]
        advance = QFontMetricsF(font).horizontalAdvance if font is not None else lambda text: 10.0 * len(text)
        needed = max(map(advance, self._names)) + _APART * self._height()
        every = max(1, ceil(needed * (maximum - minimum) / max(size, 1.0)))
        return [(1.0, [float(place) for place in range(0, len(self._names), every)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the names."""
        return [self._names[round(value)] for value in values]
