"""The two learning curves: data cost (with the penalty) and accuracy."""

import numpy as np
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.history import OF_LIES, RunHistory
from nnreg_gui.engine.measuring import round_up
from nnreg_gui.plots.axes import NumberAxis, PercentAxis
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.epoch_plot import EpochPlot
from nnreg_gui.widgets.texts import percent_text, significant_text

_ACCURACY_FLOORS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
_SMALLEST_COST_RANGE = 0.1
# One picture does not compare runs if one costs this many times more, or has an accuracy lower by this much.
_TIMES, _POINTS = 5.0, 0.3


class CostPlot(EpochPlot):
    """The data cost C₀ of training and validation images, and the penalty if there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        lines = {"training_cost": Line.SOLID, "validation_cost": Line.DASHED, "penalty": Line.DOTTED}
        super().__init__(lines, NumberAxis("left"), parent)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Cost C₀"), "C₀")
        self._show_legend()

    def redraw(self) -> None:
        """Draw the curves; name the penalty if there is one."""
        self._show_legend()
        super().redraw()

    def columns(self, run: DrawnRun) -> list[str]:
        """Leave out the penalty if it is off: off is not a line at zero."""
        penalized = bool(run.history.column("penalty").any())
        return [column for column in super().columns(run) if column != "penalty" or penalized]

    def _show_legend(self) -> None:
        entries = [(Line.SOLID, self.tr("training"))]
        if "validation_cost" not in self._left_out:
            entries.append((Line.DASHED, self.tr("validation")))
        if any("penalty" in self.columns(run) for run in self._runs):
            entries.append((Line.DOTTED, self.tr("penalty")))
        self.legend.set_entries(entries)

    def value_text(self, value: float) -> str:
        """Write a cost."""
        return significant_text(value, 3)

    def _y_range(self) -> tuple[float, float]:
        """Return the range from 0 to above all data costs but the untrained network's, which may be ten times higher.

        A run's penalty counts only from half-way on, as it may dwarf everything at the start, and no more than its data
        costs do.
        """
        needs = [max(self._need(history) for history in run.histories) for run in self._runs]
        top = round_up(max([_SMALLEST_COST_RANGE, *self._comparable(needs, lambda need: _TIMES * need)]))
        return -0.02 * top, top

    def _need(self, history: RunHistory) -> float:
        if len(history) == 1:
            return float(history.column(self._numbered)[0])
        drawn = {"training_cost", "validation_cost"} - self._left_out
        costs = max(float(history.column(name)[1:].max()) for name in drawn)
        penalty = float(history.column("penalty")[len(history) // 2 :].max())
        return max(costs, penalty) if penalty <= _TIMES * costs else costs


class AccuracyPlot(EpochPlot):
    """The share of training and validation images recognized, with the gap between them shaded.

    Where labels are wrong, the selected run also shows how many of the lies are learnt, and how many seen through.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        lines = {
            "training_accuracy": Line.SOLID,
            "validation_accuracy": Line.DASHED,
            "wrong_labels_learnt": Line.DOTTED,
            "right_in_spite": Line.DASH_DOTTED,
        }
        super().__init__(lines, PercentAxis("left"), parent)
        self.shade_gap("training_accuracy", "validation_accuracy")
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Accuracy"))
        self._show_legend()

    def redraw(self) -> None:
        """Draw the curves; name those that are drawn."""
        self._show_legend()
        super().redraw()

    def columns(self, run: DrawnRun) -> list[str]:
        """Leave out what tells of lies of all runs but the selected one: many such curves would hide the accuracies."""
        tells = run.selected and run.history.experiment.data.lies
        return [column for column in super().columns(run) if tells or column not in OF_LIES]

    def _show_legend(self) -> None:
        entries = [(Line.SOLID, self.tr("training"))]
        if "validation_accuracy" not in self._left_out:
            entries.append((Line.DASHED, self.tr("validation")))
        if any(OF_LIES[0] in self.columns(run) for run in self._runs):
            entries += [(Line.DOTTED, self.tr("lies learnt")), (Line.DASH_DOTTED, self.tr("right in spite"))]
        self.legend.set_entries(entries)

    def value_names(self) -> list[str]:
        """Return the names of the legend, but briefly what tells of lies: there are four of them then."""
        names = super().value_names()
        if Line.DASH_DOTTED in self.legend.lines:
            names[-2:] = [self.tr("learnt"), self.tr("in spite")]
        return names

    def value_text(self, value: float) -> str:
        """Write an accuracy."""
        return percent_text(value)

    def _y_range(self) -> tuple[float, float]:
        """Return the range from a round number that leaves the second half of every run visible, to 100 %."""
        needs = [1.0 - min(self._lowest(history, self.columns(run)) for history in run.histories) for run in self._runs]
        lowest = 1.0 - max(self._comparable(needs, lambda need: need + _POINTS))
        floor = max(floor for floor in _ACCURACY_FLOORS if floor == 0 or floor <= lowest - 0.02)
        return floor - 0.02 * (1 - floor), 1 + 0.02 * (1 - floor)

    def _lowest(self, history: RunHistory, columns: list[str]) -> float:
        latter = slice(len(history) // 2, None)
        return min(float(np.min(history.column(column)[latter])) for column in columns)
