"""A linear slider beside a box for the exact number."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.number_box import NumberBox
from nnreg_gui.widgets.number_slider import NumberSlider

_STEPS_PER_PAGE = 5


class LinearSlider(NumberSlider):
    """A number of a range: the slider goes from low to high in equal steps, the box from low to maximum."""

    def __init__(
        self, low: float, high: float, parent: QWidget | None = None, *, step: float, maximum: float | None = None
    ) -> None:
        self._low, self._step = low, step
        self._steps = round((high - low) / step)
        box = NumberBox()
        box.setRange(low, high if maximum is None else maximum)
        box.setSingleStep(step)
        super().__init__(box, self._steps, _STEPS_PER_PAGE, low, parent)

    def _step_of(self, number: float) -> int:
        return min(max(round((number - self._low) / self._step), 0), self._steps)

    def _round_number_at(self, step: int) -> float:
        return round(self._low + step * self._step, 9)
