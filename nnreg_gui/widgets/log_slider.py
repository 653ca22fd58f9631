"""A logarithmic slider beside a box for the exact number."""

from math import floor, log10

from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.number_box import NumberBox, WholeBox
from nnreg_gui.widgets.number_slider import NumberSlider

STEPS_PER_DECADE = 20


class LogSlider(NumberSlider):
    """A positive number, or zero: the slider is logarithmic from low to high, the box takes 0 … maximum.

    Zero is at the slider's left end. With `whole`, there are only whole numbers from 1.
    """

    def __init__(
        self, low: float, high: float, parent: QWidget | None = None, *, maximum: float = 1e9, whole: bool = False
    ) -> None:
        self._set_ends(low, high)
        box: NumberBox | WholeBox
        if whole:
            box = WholeBox()
            box.setRange(1, round(maximum))
        else:
            box = NumberBox()
            box.setRange(0.0, maximum)
            box.setSingleStep(low)
        super().__init__(box, self._steps, STEPS_PER_DECADE // 2, low, parent)

    def set_span(self, low: float, high: float) -> None:
        """Let the slider go from low to another high, and the box no farther; the number stays if it can."""
        self._set_ends(low, high)
        self._set_reach(self._steps, high)

    def _set_ends(self, low: float, high: float) -> None:
        self._low, self._high = low, high
        self._steps = max(1, round(STEPS_PER_DECADE * log10(high / low)))

    def _step_of(self, number: float) -> int:
        if number <= self._low:
            return 0
        if number >= self._high:
            return self._steps
        return round(self._steps * log10(number / self._low) / log10(self._high / self._low))

    def _round_number_at(self, step: int) -> float:
        if step in (0, self._steps):
            return self._low if step == 0 else self._high
        number = self._low * (self._high / self._low) ** (step / self._steps)
        return round(number, 1 - floor(log10(number)))
