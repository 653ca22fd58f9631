"""A slider for the degree: linear to 30, logarithmic beyond."""

import numpy as np
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.double_descent import MOST_DEGREE
from nnreg_gui.pages.past_the_peak.scales import DEGREES
from nnreg_gui.widgets.number_box import WholeBox
from nnreg_gui.widgets.number_slider import NumberSlider


class DegreeSlider(NumberSlider):
    """A whole number from 0 to 500 on the scale of the axes below the pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        box = WholeBox()
        box.setRange(0, MOST_DEGREE)
        self._steps = int(np.ceil(DEGREES.place(np.array(MOST_DEGREE))))
        super().__init__(box, self._steps, 10, 0, parent)

    def _step_of(self, number: float) -> int:
        return self._steps if number >= MOST_DEGREE else int(np.floor(DEGREES.place(np.array(number)) + 0.5))

    def _round_number_at(self, step: int) -> float:
        return float(MOST_DEGREE if step == self._steps else round(DEGREES.number(step)))
