"""Accuracy of networks over the share of their weights that is pruned."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.robustness_curves import Disturbance, DisturbedRun, RobustnessCurves
from nnreg_gui.plots.search_words import Name
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.texts import percent_text

_LONGEST_NAME = 12  # characters, of what is written at a curve
# The number of a run, the share that was pruned of it, and its accuracy (0…1) after fine-tuning.
Tuned = tuple[int, float, float]


class PruningCurves(RobustnessCurves):
    """Draws one line per run, and a diamond for each pruned network that was trained on.

    Args:
        shares: 0…1, which rise; every curve has an accuracy for each.
    """

    def __init__(self, shares: Sequence[float], parent: QWidget | None = None) -> None:
        self._tuned: list[Tuned] = []
        self._labels: list[pg.TextItem] = []
        self._diamonds = pg.ScatterPlotItem(symbol="d")
        self._diamonds.setZValue(11)
        super().__init__(parent)
        self.view.addItem(self._diamonds, ignoreBounds=True)
        self.set_disturbance(Disturbance.OFF, shares)  # shares, too: they want the same axis

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_title(self.tr("Validation accuracy"))
        self.set_bottom_label("" if self._brief else self.tr("Weights pruned, the smallest first"))
        entries = [(Line.DASHED, self.tr("without")), (Line.SOLID, self.tr("regularized"))]
        self.legend.set_entries(entries)
        self._values.hide()

    def heading(self, value: float) -> str:
        """Say of which place on the axis values are shown: “80 % pruned”."""
        return self.tr("{0} pruned").format(percent_text(value, 0))

    def show_tuned(self, tuned: Sequence[Tuned]) -> None:
        """Mark what fine-tuning has led to."""
        if list(tuned) != self._tuned:
            self._tuned = list(tuned)
            self._draw_tuned()

    def _draw(self) -> None:
        super()._draw()
        self._draw_tuned()
        self._write_numbers()

    def _draw_tuned(self) -> None:
        style = self.style_of_plot
        self._diamonds.setData(
            [share for _, share, _ in self._tuned],
            [accuracy for _, _, accuracy in self._tuned],
            size=5 * style.curve_width,
            pen=[pg.mkPen(style.text, width=1) for _ in self._tuned],
            brush=[pg.mkBrush(run_colour(number, self.palette())) for number, _, _ in self._tuned],
        )

    def _names(self) -> list[Name]:
        """Leave the right end free: there all curves come together."""
        return []

    def _write_numbers(self) -> None:
        """Write the number of each run where its curve is farthest from the others."""
        while len(self._labels) < len(self._runs):
            self._labels.append(pg.TextItem())
            self.view.addItem(self._labels[-1], ignoreBounds=True)
        for place, label in enumerate(self._labels):
            label.setVisible(place < len(self._runs))
        for run, label in zip(self._runs, self._labels, strict=False):
            self._write_number(run, label, run_colour(run.number, self.palette()))

    def _write_number(self, run: DisturbedRun, label: pg.TextItem, colour: QColor) -> None:
        inner = slice(len(self._places) // 8, -len(self._places) // 16)
        others = [other.accuracies for other in self._runs if other is not run] or [np.zeros(len(self._places))]
        differences = run.accuracies - np.stack(others)
        at = (inner.start or 0) + int(np.abs(differences).min(0)[inner].argmax())
        is_above = differences[np.abs(differences[:, at]).argmin(), at] >= 0
        is_right = at > 0.7 * len(self._places)  # there would be no room to the right of it
        font = QFont(self.style_of_plot.axis_font)
        font.setBold(True)
        label.setFont(font)
        is_short = not self._brief and len(run.name) <= _LONGEST_NAME
        label.setText(f"{run.number} {run.name}" if is_short else str(run.number), colour)
        label.setAnchor((1.0 if is_right or not is_above else 0.0, 1.0 if is_above else 0.0))
        label.setPos(float(self._places[at]), float(run.accuracies[at]))
