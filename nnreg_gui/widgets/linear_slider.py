"""A linear slider beside a box for the exact number."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.number_box import NumberBox, WholeBox
from nnreg_gui.widgets.number_slider import NumberSlider


class LinearSlider(NumberSlider):
    """A number of a range: the slider goes from low to high in equal steps, the box from low to maximum.

    With `whole`, there are only whole numbers. The box is as wide as the `sample`, if given, and writes the `suffix`
    after its number.
    """

    def __init__(
        self,
        low: float,
        high: float,
        parent: QWidget | None = None,
        *,
        step: float,
        maximum: float | None = None,
        steps_per_page: int = 5,
        whole: bool = False,
        sample: str = "",
        suffix: str = "",
    ) -> None:
        self._low, self._step = low, step
        self._steps = round((high - low) / step)
        most = high if maximum is None else maximum
        box: NumberBox | WholeBox
        if whole:
            box = WholeBox()
            box.setRange(round(low), round(most))
            box.setSingleStep(round(step))
        else:
            box = NumberBox()
            box.setRange(float(low), float(most))
            box.setSingleStep(step)
            box.set_sample(sample)
        box.setSuffix(suffix)
        super().__init__(box, self._steps, steps_per_page, low, parent)

    def set_span(self, high: float, maximum: float) -> None:
        """Let the slider go to another high, and the box to another maximum; the number stays if it can."""
        self._steps = round((high - self._low) / self._step)
        self._set_reach(self._steps, maximum)

    def _step_of(self, number: float) -> int:
        return min(max(round((number - self._low) / self._step), 0), self._steps)

    def _round_number_at(self, step: int) -> float:
        return round(self._low + step * self._step, 9)
