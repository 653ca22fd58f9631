"""What the cells of a parameter grid may show: how each quantity is written, and where it lies on its scale."""

from collections.abc import Callable
from dataclasses import dataclass
from math import log10

from nnreg_gui.engine.searches.parameter_grid import Cell, CellSummary
from nnreg_gui.widgets.texts import number_text, percent_text, significant_text, whole_text

VALIDATION, TRAINING, GAP, RATIO = "validation", "training", "gap", "ratio"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that cells show.

    Attributes:
        value: of a cell with what was found in it; of the cell alone if nothing needs to be found.
        text: how a value is written in a cell.
        share: where a value lies on the colour scale, 0…1.
        ends: the values at the ends of this scale.
        end_text: how they are written.
    """

    value: Callable[[Cell, CellSummary | None], float | None]
    text: Callable[[float], str]
    share: Callable[[float], float]
    ends: tuple[float, float]
    end_text: Callable[[float], str]


def ratio_text(ratio: float) -> str:
    """Return a number of parameters per image: “0.016”, “1.6”, “2,385”."""
    return whole_text(round(ratio)) if ratio >= 9.95 else significant_text(ratio, 2)


def points_text(share: float) -> str:
    """Return an accuracy in percent, or a difference of two in points, without a percent sign."""
    return number_text(100 * share, 1)


def _linear(low: float, high: float) -> Callable[[float], float]:
    return lambda value: (value - low) / (high - low)


def _logarithmic(low: float, high: float) -> Callable[[float], float]:
    return lambda value: log10(value / low) / log10(high / low)


def _whole_percent(share: float) -> str:
    return percent_text(share, 0)


_ACCURACIES, _GAPS, _RATIOS = (0.2, 1.0), (0.0, 0.5), (0.01, 10_000.0)
QUANTITIES = {
    VALIDATION: Quantity(
        lambda _, found: found.validation_accuracy if found else None,
        points_text,
        _linear(*_ACCURACIES),
        _ACCURACIES,
        _whole_percent,
    ),
    TRAINING: Quantity(
        lambda _, found: found.training_accuracy if found else None,
        points_text,
        _linear(*_ACCURACIES),
        _ACCURACIES,
        _whole_percent,
    ),
    GAP: Quantity(
        lambda _, found: found.gap if found else None,
        points_text,
        _linear(*_GAPS),
        _GAPS,
        lambda gap: number_text(100 * gap, 0),
    ),
    RATIO: Quantity(
        lambda cell, _: cell.parameters_per_image,
        ratio_text,
        _logarithmic(*_RATIOS),
        _RATIOS,
        lambda ratio: significant_text(ratio, 2),
    ),
}
