"""An axis of shares that goes by their square root, so that small ones are seen beside large ones."""

from collections.abc import Sequence
from math import ceil, log10, sqrt

from PySide6.QtGui import QFontMetricsF

from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.widgets.texts import percent_text

_SHARES = (0.0, 0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0)


class RootPercentAxis(NumberAxis):
    """The coordinate of a share (0…1) is its square root; the numbers are the shares, in percent."""

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks at round shares that do not touch."""
        font = self.style["tickFont"]
        height = QFontMetricsF(font).height() if font is not None else 16.0
        apart = 1.4 * height * (maximum - minimum) / max(size, 1.0)
        ticks: list[float] = []
        for tick in map(sqrt, _SHARES):
            if minimum <= tick <= maximum and (not ticks or tick - ticks[-1] >= apart):
                ticks.append(tick)
        return [(1.0, ticks)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write 0.1 as 1 %."""
        return [percent_text(value**2, max(0, ceil(-log10(100 * value**2) - 1e-9)) if value else 0) for value in values]
