"""Accuracy of networks over the share of their weights that is pruned."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.disturbance import Disturbance
from nnreg_gui.plots.robustness_curves import RobustnessCurves
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.texts import percent_text

# The number of a run, how much of it was pruned, and its accuracy (0…1) after fine-tuning.
Tuned = tuple[int, float, float]


class PruningCurves(RobustnessCurves):
    """Draws one line per run, and a diamond for each pruned network that was trained further.

    Args:
        shares: 0…1, rising; every curve has an accuracy for each.
    """

    def __init__(self, shares: Sequence[float], parent: QWidget | None = None) -> None:
        self._tuned: list[Tuned] = []
        self._diamonds = pg.ScatterPlotItem(symbol="d")
        self._diamonds.setZValue(11)
        super().__init__(parent)
        self.view.addItem(self._diamonds, ignoreBounds=True)
        self.set_disturbance(Disturbance.OFF, shares)  # also shares: they need the same axis

    def retranslate(self) -> None:
        self.set_accuracy_title()
        self.set_bottom_label("" if self.compact else self.tr("Weights pruned, the smallest first"))
        entries = [(Line.DASHED, self.tr("not regularized")), (Line.SOLID, self.tr("regularized"))]
        self.legend.set_entries(entries)

    def heading(self, value: float) -> str:
        """Say which place on the axis the values belong to: “80 % pruned”."""
        return self.tr("{0} pruned").format(percent_text(value, 0))

    def show_tuned(self, tuned: Sequence[Tuned]) -> None:
        """Mark the results of fine-tuning."""
        if list(tuned) != self._tuned:
            self._tuned = list(tuned)
            self._draw_tuned()

    def _draw(self) -> None:
        super()._draw()
        self._draw_tuned()

    def _draw_tuned(self) -> None:
        style = self.style_of_plot
        self._diamonds.setData(
            [share for _, share, _ in self._tuned],
            [accuracy for _, _, accuracy in self._tuned],
            size=5 * style.curve_width,
            pen=[pg.mkPen(style.text, width=1) for _ in self._tuned],
            brush=[pg.mkBrush(run_colour(number, self.palette())) for number, _, _ in self._tuned],
        )
