"""How the smallest or the largest weights of a run develop over the epochs."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.measuring import round_up
from nnreg_gui.plots.axes import NumberAxis, PercentAxis
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.epochs.epoch_plot import EpochPlot
from nnreg_gui.widgets.texts import percent_text, significant_text

_SMALLEST_SHARE = 0.05


class SmallWeightsPlot(EpochPlot):
    """The share of all weights with |w| < 0.01."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__({"small_weights": Line.SOLID}, PercentAxis("left"), parent)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("|w| < 0.01, all layers"))

    def value_text(self, value: float) -> str:
        """Write a share."""
        return percent_text(value)

    def _y_range(self) -> tuple[float, float]:
        """Return a range from 0 to a round share above all of them."""
        largest = max(float(run.history.column("small_weights").max()) for run in self._runs)
        top = round_up(1.2 * max(largest, _SMALLEST_SHARE))  # a run's number stands above the end of its curve
        return -0.02 * top, min(top, 1.1)


class LargestWeightPlot(EpochPlot):
    """The largest weight, regardless of its sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__({"largest_weight": Line.SOLID}, NumberAxis("left"), parent)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Largest |w|, all layers"))

    def value_text(self, value: float) -> str:
        """Write a weight."""
        return significant_text(value, 3)

    def _y_range(self) -> tuple[float, float]:
        """Return a range from 0 to a round number above all of them."""
        largest = max(float(run.history.column("largest_weight").max()) for run in self._runs)
        top = round_up(1.2 * largest)  # a run's number stands above the end of its curve
        return -0.02 * top, top
