"""The horizontal axes of this page: degrees, steps, neurons; each has its own way from small numbers to large ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QFontMetricsF

from nnreg_gui.engine.double_descent import MOST_DEGREE
from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.widgets.texts import whole_text

LAST_LINEAR = 30  # the degree up to which the axis of degrees, and the slider, is linear


@dataclass(frozen=True, slots=True)
class Scale:
    """Where whole numbers lie on an axis.

    Attributes:
        place: returns the coordinates of numbers.
        number: returns the number, not yet rounded, at a coordinate.
        ticks: what may be written at the axis, rising.
    """

    place: Callable[[np.ndarray], np.ndarray]
    number: Callable[[float], float]
    ticks: tuple[int, ...]


def _degree_place(degrees: np.ndarray) -> np.ndarray:
    """Return the degree up to 30, and beyond a logarithm that goes on with the same slope."""
    degrees = np.asarray(degrees, float)
    return np.where(
        degrees <= LAST_LINEAR, degrees, LAST_LINEAR * (1 + np.log(np.maximum(degrees, LAST_LINEAR) / LAST_LINEAR))
    )


def _degree_at(place: float) -> float:
    return place if place <= LAST_LINEAR else float(LAST_LINEAR * np.exp(place / LAST_LINEAR - 1))


def _power_of_ten(place: float) -> float:
    return float(10.0**place)


DEGREES = Scale(_degree_place, _degree_at, (0, 5, 10, 15, 20, 25, 30, 40, 50, 70, 100, 150, 200, 300, MOST_DEGREE))
STEPS = Scale(np.log10, _power_of_ten, (1, 10, 100, 1_000, 10_000, 100_000))
NEURONS = Scale(np.log10, _power_of_ten, (10, 30, 100, 300, 1_000, 3_000, 10_000))


class ScaledAxis(NumberAxis):
    """A horizontal axis of whole numbers on a scale."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("bottom")
        self._scale = scale

    @property
    def scale_of_axis(self) -> Scale:
        """Where numbers lie."""
        return self._scale

    def set_scale(self, scale: Scale) -> None:
        """Let numbers lie elsewhere."""
        if scale != self._scale:
            self._scale = scale
            self.picture = None  # its numbers are cached
            self.update()

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[tuple[float, list[float]]]:
        """Return ticks whose numbers do not touch; the last one is always among them."""
        font = self.style["tickFont"]
        metrics = QFontMetricsF(font) if font is not None else None
        pixels = size / max(maximum - minimum, 1e-9)
        ticks = np.array(self._scale.ticks)
        kept: list[float] = []
        free = float("inf")  # where the number to the right begins, in pixels
        for tick, place in zip(ticks[::-1].tolist(), self._scale.place(ticks[::-1]).tolist(), strict=True):
            half = (metrics.horizontalAdvance(whole_text(tick)) if metrics else 8.0) / 2
            if minimum <= place <= maximum and place * pixels + half + self._height() / 2 <= free:
                kept.append(place)
                free = place * pixels - half
        return [(1.0, kept[::-1])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the numbers themselves."""
        return [whole_text(round(self._scale.number(value))) for value in values]
