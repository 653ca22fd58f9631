"""The units of disturbances, in words and on an axis."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QCoreApplication

from nnreg_gui.plots.axes import LimitedAxis
from nnreg_gui.plots.digit_dial import degrees_text
from nnreg_gui.widgets.texts import number_text, percent_text


class Disturbance(Enum):
    """What is disturbed, and in which unit."""

    NOISE = "noise"  # σ, of pixels that go from 0 to 1
    ROTATION = "rotation"  # degrees
    OFF = "off"  # share of the hidden neurons


def value_text(disturbance: Disturbance, value: float) -> str:
    """Return how far something is disturbed: “σ = 0.30”, “−15°”, “30 % off”."""
    if disturbance is Disturbance.NOISE:
        return f"σ = {number_text(value, 2)}"
    if disturbance is Disturbance.ROTATION:
        return degrees_text(value)
    return QCoreApplication.translate("Disturbance", "{0} off").format(percent_text(value, 0))


class DisturbanceAxis(LimitedAxis):
    """An axis in the unit of a disturbance."""

    disturbance = Disturbance.NOISE
    last = 1.0

    def tickSpacing(self, minimum: float, maximum: float, size: float) -> list[tuple[float, float]]:
        """Choose parts of a quarter turn for degrees, and steps that end at the last share."""
        ((step, offset),) = super().tickSpacing(minimum, maximum, size)
        fitting = {Disturbance.ROTATION: (5.0, 15.0, 30.0, 60.0), Disturbance.OFF: (0.1, 0.3, 0.9)}
        steps = fitting.get(self.disturbance, (step,))
        return [(next((one for one in steps if one >= 0.6 * step), steps[-1]), offset)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write degrees and shares with their signs."""
        if self.disturbance is Disturbance.ROTATION:
            return [degrees_text(value) for value in values]
        if self.disturbance is Disturbance.OFF:
            return [percent_text(value, 0) for value in values]
        return super().tickStrings(values, scale, spacing)
