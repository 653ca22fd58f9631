"""Spin boxes that read and write numbers as people do."""

from math import ceil, floor, log10, nextafter

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.exact_box import ExactBox
from nnreg_gui.widgets.number_reading import decimals_of, read_number, read_whole
from nnreg_gui.widgets.texts import with_minus

_SHORTEST = QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value
_SMALLEST_PLAIN, _LARGEST_PLAIN = 1e-6, 1e15  # numbers outside are written with an exponent
_WIDEST = 8  # characters; longer numbers are rare and scroll


class NumberBox(ExactBox[float]):
    """A spin box for decimal numbers: no trailing zeros, steps that grow with the number.

    A step goes to the next round number of the same decade: 0.1, 0.2, … 0.9, 1, 2. No step is smaller than
    ``singleStep()``, so steps also lead to zero and away from it.
    """

    valueChanged = Signal(float)  # noqa: N815 as Qt's own

    def __init__(self, parent: QWidget | None = None) -> None:
        self._decimals: int | None = None
        super().__init__(0.0, 99.99, 0.001, parent)

    def setValue(self, value: float) -> None:
        """Set the number; outside the range, the nearer end."""
        super().setValue(float(value))

    def decimals(self) -> int | None:
        """Return how many decimals a typed number may have; None for any."""
        return self._decimals

    def setDecimals(self, decimals: int | None) -> None:
        """Write numbers with at most this many decimals, and accept no others; None for no limit."""
        self._decimals = decimals
        self._write()

    def text_of(self, value: float) -> str:
        """Write the number with no more decimals than it needs; a very large or very small one with an exponent."""
        locale = self.locale()
        # No groups: where a comma may be the decimal sign, deleting a digit of 10,000 would leave 10,00.
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        if self._decimals is not None:
            return with_minus(locale.toString(float(round(value, self._decimals)), "f", _SHORTEST))
        short = f"{value:.15g}"
        if value == 0 or _SMALLEST_PLAIN <= abs(value) < _LARGEST_PLAIN:
            return with_minus(locale.toString(float(short), "f", _SHORTEST))
        mantissa, _, exponent = short.partition("e")
        return with_minus(f"{mantissa.replace('.', locale.decimalPoint())}e{int(exponent)}")

    def read(self, text: str) -> float | None:
        """Read a number, with or without groups or an exponent, with either decimal sign."""
        if self._decimals is not None and decimals_of(text, self.locale()) > self._decimals:
            return None
        return read_number(text, self.locale())

    def _longest(self) -> str:
        return "0" * _WIDEST

    def _next(self, value: float, up: bool) -> float:
        if value < 0:
            return -_next_round(-value, not up, self._step)
        return _next_round(value, up, self._step)

    def _end(self, end: float, towards: float, excluded: bool) -> float:
        return nextafter(end, towards) if excluded else float(end)


class WholeBox(ExactBox[int]):
    """A spin box for whole numbers, in groups of three digits."""

    valueChanged = Signal(int)  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 99, 1, parent)

    def text_of(self, value: int) -> str:
        """Write the number in groups of three digits."""
        return with_minus(self.locale().toString(value))

    def read(self, text: str) -> int | None:
        """Read a whole number, with or without groups."""
        return read_whole(text, self.locale())

    def _longest(self) -> str:
        return max((self.text_of(end) for end in (self._low, self._high)), key=len)

    def _next(self, value: int, up: bool) -> int:
        return value + self._step if up else value - self._step

    def _end(self, end: int, towards: int, excluded: bool) -> int:
        return end


def _next_round(value: float, up: bool, smallest_step: float) -> float:
    """Return the next multiple of the decade above or below a non-negative number."""
    if value == 0:
        return smallest_step if up else -smallest_step
    exponent = round(log10(value), 9)
    decade = floor(exponent) if up else ceil(exponent) - 1  # 1 is followed by 2, but preceded by 0.9
    step = max(10.0**decade, smallest_step)
    steps = round(value / step, 6)
    return (floor(steps) + 1 if up else ceil(steps) - 1) * step
