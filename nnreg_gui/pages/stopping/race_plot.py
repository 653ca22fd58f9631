"""The curves of a run with a flag where each stopping rule stops it."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.stopping.stop_flags import RuleStop, StopFlags
from nnreg_gui.plots.epochs.epoch_plot import EpochPlot
from nnreg_gui.plots.epochs.learning_curves import AccuracyPlot, CostPlot
from nnreg_gui.plots.style import run_colour

_ROOM_ABOVE = 2.1  # the range of costs is this many times as high as the curves: the flags need the rest
_ROOM_BESIDE = 0.25  # of the range of epochs, for the names of the last rules


class _RacePlot(EpochPlot):
    """What both plots share: they know the stops, and use a logarithmic axis, as most rules stop early.

    Attributes:
        flags: the flags that are drawn.
    """

    flags: StopFlags | None = None
    _stops: Sequence[RuleStop] = ()
    _highlighted: int | None = None
    _column = ""

    def show_stops(self, stops: Sequence[RuleStop], highlighted: int | None) -> None:
        """Draw these stops on the validation curve of the run; one may stand out, together with its best epoch."""
        if (list(stops), highlighted) != (list(self._stops), self._highlighted):
            self._stops, self._highlighted = list(stops), highlighted
            self._draw_flags()

    @Slot()
    def _draw(self) -> None:
        if not all(self.view.viewPixelSize()):
            return  # left out by the page: it draws once it has a size
        super()._draw()
        self._draw_flags()

    def _x_range(self) -> tuple[float, float]:
        left, right = super()._x_range()
        self.epochs.last = self.epochs.epoch_at(right)
        return left, right + _ROOM_BESIDE * (right - left)

    def _draw_flags(self) -> None:
        if self.flags is None:
            return
        run = next(iter(self._runs), None)
        known = len(run.history) if run is not None else 0
        stops = [stop for stop in self._stops if stop.epoch < known]
        self.flags.setVisible(bool(stops))
        if run is None or not stops:
            return
        values = run.history.column(self._column)

        def point(epoch: int) -> tuple[float, float]:
            # The untrained network has no place on a logarithmic axis: what is restored then lies left of the picture.
            return float(self.epochs.place(np.array(max(epoch, 0.5)))), float(values[epoch])

        best = next((point(stop.best) for stop in stops if stop.number == self._highlighted), None)
        self.flags.draw(
            [(stop, *point(stop.epoch)) for stop in stops],
            self._highlighted,
            best,
            run_colour(run.number, self.palette()),
            self.font(),
            self.style_of_plot,
        )


class RaceCostPlot(_RacePlot, CostPlot):
    """The data costs; flags with names fly from the validation cost."""

    _column = "validation_cost"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.epochs.logarithmic = True
        self.flags = StopFlags(self.view, with_words=True)

    def _y_range(self) -> tuple[float, float]:
        low, high = super()._y_range()
        return _ROOM_ABOVE * low, _ROOM_ABOVE * high


class RaceAccuracyPlot(_RacePlot, AccuracyPlot):
    """The accuracies; points mark the stops on the validation accuracy."""

    _column = "validation_accuracy"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.epochs.logarithmic = True
        self.flags = StopFlags(self.view, with_words=False)
