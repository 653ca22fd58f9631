"""Axes that write their numbers as the user's language does."""

from collections.abc import Sequence
from math import ceil, floor, log10, sqrt

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from nnreg_gui.widgets.texts import number_text, percent_text, significant_text, whole_text

_BETWEEN = 0.5  # the least room between two numbers, in their heights
_SHARES = (0.0, 0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0)  # on an axis of square roots
# The powers of ten from which numbers are written in groups of digits, and as a power.
_LEAST_GROUPED, _LEAST_WRITTEN_AS_POWER = 3, 6
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class NumberAxis(pg.AxisItem):
    """An axis of plain numbers: no powers of ten, no unit prefixes."""

    least_spacing = 0.0

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)

    def tickSpacing(self, minimum: float, maximum: float, size: float) -> list[tuple[float, float]]:
        """Choose 1, 2 or 5 times a power of ten, so that the numbers do not touch in any font."""
        room = self._height() * (3.0 if self.orientation in ("bottom", "top") else 1.6)
        rough = (maximum - minimum) * room / max(size, room)
        power = 10.0 ** np.floor(np.log10(rough))
        step = next(digit * power for digit in (1, 2, 5, 10) if digit * power >= rough * 0.999)
        return [(max(float(step), self.least_spacing), 0.0)]

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks, including those at the very ends, which rounding would lose."""
        margin = 1e-9 * (maximum - minimum)
        ticks: list[tuple[float, list[float]]] = super().tickValues(minimum - margin, maximum + margin, size)
        return ticks

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the numbers with as many decimals as the spacing needs."""
        decimals = max(0, int(np.ceil(-np.log10(spacing * scale) - 1e-9)))
        return [number_text(float(value * scale), decimals) for value in values]

    def boundingRect(self) -> QRectF:
        """Return where it draws: below its numbers, too, whose height pyqtgraph takes for four fifths of what it is."""
        drawn: QRectF = super().boundingRect()
        font = self.style["tickFont"]
        if self.orientation != "bottom" or font is None:
            return drawn
        return drawn.adjusted(0.0, 0.0, 0.0, QFontMetricsF(font).descent())

    def _height(self) -> float:
        """Return the height of a number, in pixels."""
        font = self.style["tickFont"]
        return QFontMetricsF(font).height() if font is not None else 16.0

    def _powers(self, minimum: float, maximum: float, size: float, apart: tuple[float, float]) -> list[float]:
        """Return round numbers for a logarithmic axis, so that they do not touch.

        Args:
            minimum, maximum, size: as in `tickValues`.
            apart: how many number heights a decade must have to show three of its numbers, and to show two.
        """
        decade, height = size / max(maximum - minimum, 1e-9), self._height()
        digits = (1, 2, 5) if decade >= apart[0] * height else (1, 3) if decade >= apart[1] * height else (1,)
        return [digit * 10.0**power for power in range(floor(minimum), ceil(maximum) + 1) for digit in digits]


class LimitedAxis(NumberAxis):
    """Writes only the numbers from `first` to `last`: beyond them is room for words."""

    first, last = -float("inf"), float("inf")

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Omit ticks where there is nothing."""
        levels = super().tickValues(minimum, maximum, size)
        low, high = self.first - 1e-9, self.last + 1e-9
        return [(spacing, [tick for tick in ticks if low <= tick <= high]) for spacing, ticks in levels]


class PercentAxis(NumberAxis):
    """An axis of shares 0…1, written in percent."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write 0.8 as 80 %."""
        # No-break spaces: a number and its unit stay together.
        return [f"{text}\u00a0%" for text in super().tickStrings(values, scale * 100, spacing)]


class EpochAxis(NumberAxis):
    """The time axis, in epochs; logarithmic on request, with 1, 2, 5, 10, 20, 50 … written out.

    Attributes:
        logarithmic: whether it is logarithmic.
        last: the last epoch written on a logarithmic axis; beyond it is room for words.
    """

    least_spacing = 1.0

    def __init__(self) -> None:
        super().__init__("bottom")
        self.logarithmic = False
        self.last = float("inf")

    def place(self, epochs: np.ndarray) -> np.ndarray:
        """Return where epochs lie on this axis; a logarithmic one has no place for epoch 0 (use epochs ≥ 1)."""
        return np.log10(epochs) if self.logarithmic else epochs

    def epoch_at(self, place: float) -> float:
        """Return the epoch at this place."""
        return float(10.0**place) if self.logarithmic else place

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks at whole epochs."""
        if not self.logarithmic:
            return super().tickValues(minimum, maximum, size)
        ticks = [float(np.log10(epoch)) for epoch in self._powers(minimum, maximum, size, apart=(7, 4.5))]
        end = min(maximum, float(np.log10(self.last)) + 1e-9)
        return [(1.0, [tick for tick in ticks if max(minimum, 0) <= tick <= end])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the epochs as whole numbers."""
        return [whole_text(round(self.epoch_at(value))) for value in values]


class LogAxis(LimitedAxis):
    """A logarithmic axis with a place for “Off”. The coordinate of a value is its power of ten.

    Attributes:
        first, last: as in every `LimitedAxis`, but values, not coordinates.
        off: the coordinate of “Off”, or None.
        off_text: the text there.
    """

    def __init__(self) -> None:
        super().__init__("bottom")
        self.off: float | None = None
        self.off_text = ""

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks at round numbers, and at “Off”."""
        widest = max(self._width(end) for end in (self.first, self.last)) / self._height()
        apart = max(10, (widest + _BETWEEN) / log10(2)), max(6, (widest + _BETWEEN) / log10(3))
        values, margin = self._powers(minimum, maximum, size, apart), 1 + 1e-9
        ticks = [float(np.log10(value)) for value in values if self.first / margin <= value <= self.last * margin]
        if self.off is not None:
            ticks.insert(0, self.off)
        return [(1.0, [tick for tick in ticks if minimum <= tick <= maximum])]

    def _width(self, value: float) -> float:
        """Return the width of a number, in pixels."""
        font = self.style["tickFont"]
        return QFontMetricsF(font).horizontalAdvance(significant_text(value, 3)) if font is not None else 0.0

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write −1 as 0.1."""
        return [self.off_text if value == self.off else significant_text(10.0**value, 3) for value in values]


class PowerAxis(NumberAxis):
    """A vertical logarithmic axis: coordinates are powers of ten."""

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks at 0.1, 1, 10 …; between them at 3 times these if there is room, or fewer if there is little."""
        height, decade = self._height(), size / max(maximum - minimum, 1e-9)
        digits = (1, 3) if decade > 3.5 * height else (1,)
        apart = max(1, ceil(1.3 * height / max(decade, 1e-9)))  # decades
        powers = range(apart * floor(minimum / apart), floor(maximum) + 1, apart)
        ticks = [float(np.log10(digit * 10.0**power)) for power in powers for digit in digits]
        return [(1.0, [tick for tick in ticks if minimum <= tick <= maximum])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write −1 as 0.1, 4 as 10,000 and 6 as 10⁶, which beside the axis has room where 1,000,000 has none."""
        return [self._text(value) for value in values]

    @staticmethod
    def _text(power: float) -> str:
        if power >= _LEAST_WRITTEN_AS_POWER and power == round(power):
            return "10" + str(round(power)).translate(_RAISED)
        return whole_text(round(10.0**power)) if power >= _LEAST_GROUPED else significant_text(10.0**power, 2)


class RootPercentAxis(NumberAxis):
    """An axis of shares 0…1 by their square root, so that small ones show beside large ones."""

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks at round shares that do not touch."""
        apart = 1.4 * self._height() * (maximum - minimum) / max(size, 1.0)
        ticks: list[float] = []
        for tick in map(sqrt, _SHARES):
            if minimum <= tick <= maximum and (not ticks or tick - ticks[-1] >= apart):
                ticks.append(tick)
        return [(1.0, ticks)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write 0.1 as 1 %."""
        return [percent_text(value**2, max(0, ceil(-log10(100 * value**2) - 1e-9)) if value else 0) for value in values]
