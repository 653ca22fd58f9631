"""Axes whose numbers are written as the user's language writes them."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QFontMetricsF

from nnreg_gui.widgets.texts import number_text, whole_text


class NumberAxis(pg.AxisItem):
    """An axis of plain numbers: no powers of ten, no unit prefixes."""

    least_spacing = 0.0

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)

    def tickSpacing(self, minimum: float, maximum: float, size: float) -> list[tuple[float, float]]:
        """Choose 1, 2 or 5 times a power of ten, so that the numbers do not touch in whatever font."""
        font = self.style["tickFont"]
        height = QFontMetricsF(font).height() if font is not None else 16.0
        room = height * (3.0 if self.orientation in ("bottom", "top") else 1.6)
        rough = (maximum - minimum) * room / max(size, room)
        power = 10.0 ** np.floor(np.log10(rough))
        step = next(digit * power for digit in (1, 2, 5, 10) if digit * power >= rough * 0.999)
        return [(max(float(step), self.least_spacing), 0.0)]

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks, those at the very ends included, which rounding would lose."""
        margin = 1e-9 * (maximum - minimum)
        ticks: list[tuple[float, list[float]]] = super().tickValues(minimum - margin, maximum + margin, size)
        return ticks

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the numbers with as many decimals as the spacing needs."""
        decimals = max(0, int(np.ceil(-np.log10(spacing * scale) - 1e-9)))
        return [number_text(float(value * scale), decimals) for value in values]


class PercentAxis(NumberAxis):
    """An axis of shares 0…1, written in percent."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write 0.8 as 80 %."""
        # No-break spaces: a number and its unit stay together.
        return [f"{text}\u00a0%" for text in super().tickStrings(values, scale * 100, spacing)]


class EpochAxis(NumberAxis):
    """The time axis, in epochs; on request in powers of ten, with 1, 2, 5, 10, 20, 50 … written out.

    Attributes:
        logarithmic: whether it goes by powers of ten.
        last: the last epoch that is written on a logarithmic axis; what is beyond is room for words.
    """

    least_spacing = 1.0

    def __init__(self) -> None:
        super().__init__("bottom")
        self.logarithmic = False
        self.last = float("inf")

    def place(self, epochs: np.ndarray) -> np.ndarray:
        """Return where epochs lie on this axis; epoch 0 has no place on a logarithmic one (use epochs ≥ 1)."""
        return np.log10(epochs) if self.logarithmic else epochs

    def epoch_at(self, place: float) -> float:
        """Return which epoch lies there."""
        return float(10.0**place) if self.logarithmic else place

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks at whole epochs."""
        if not self.logarithmic:
            return super().tickValues(minimum, maximum, size)
        powers = range(int(np.floor(minimum)), int(np.ceil(maximum)) + 1)
        ticks = [
            np.log10(digit * 10.0**power) for power in powers for digit in self._digits(size / (maximum - minimum))
        ]
        end = min(maximum, float(np.log10(self.last)) + 1e-9)
        return [(1.0, [float(tick) for tick in ticks if max(minimum, 0) <= tick <= end])]

    def _digits(self, decade: float) -> tuple[int, ...]:
        """Return which numbers of a decade of so many pixels are written, so that they do not touch."""
        font = self.style["tickFont"]
        height = QFontMetricsF(font).height() if font is not None else 16.0
        return (1, 2, 5) if decade >= 7 * height else (1, 3) if decade >= 4.5 * height else (1,)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the epochs as whole numbers."""
        return [whole_text(round(self.epoch_at(value))) for value in values]
