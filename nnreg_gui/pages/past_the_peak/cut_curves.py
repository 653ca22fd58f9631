"""Accuracies and costs of trained networks over the number of their parameters."""

import numpy as np
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.random_features import parameters
from nnreg_gui.engine.searches.parameter_cut import HIDDEN, IMAGES, OUTPUTS, TARGETS
from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.lined_curves import LinedCurves
from nnreg_gui.plots.search_curves import SearchPoint
from nnreg_gui.widgets.texts import number_text, whole_text


class CutCurves(LinedCurves):
    """Has a line where there are as many parameters as training targets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_line(TARGETS)
        self.set_values(parameters(HIDDEN[0]), parameters(HIDDEN[-1]), with_off=False, lowest=0.5)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_bottom_label("" if self.compact else self.tr("Parameters"))
        self.legend.set_entries([(Line.DOTTED, self.tr("parameters = {0} n").format(OUTPUTS))])

    def heading(self, value: float) -> str:
        """Say how many parameters these are."""
        return self.tr("{0} parameters").format(whole_text(round(value)))


class AccuracyCut(CutCurves):
    """The accuracies."""

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Validation accuracy (fainter: training)"))
        text = self.tr(
            "Networks with {0} to {1} hidden neurons, trained on {2} images of MNIST. Right of the dotted line they "
            "have more parameters than there are training targets, ten for each image. Bars: the spread of the seeds."
        )
        self.setToolTip(text.format(HIDDEN[0], HIDDEN[-1], whole_text(IMAGES)))


class CostCut(CutCurves):
    """The costs: in place of accuracies, the points hold C₀."""

    left_axis = NumberAxis

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Validation cost C₀ (fainter: training)"))
        self.setToolTip(
            self.tr(
                "The cost without a penalty, of the validation images and, fainter, of the training images. Bars: the "
                "spread of the seeds."
            )
        )

    def _heights(self) -> tuple[float, float]:
        points = [point for one in self._series for point in one.points]
        spreads = [one for point in points for one in (point.validation, point.training)]
        return 0.0, max((float(np.ceil(2 * (one.mean + one.spread))) / 2 for one in spreads), default=1.0)

    def _texts(self, point: SearchPoint) -> list[str]:
        spread = f"± {number_text(point.validation.spread, 2)}"
        return [number_text(point.validation.mean, 2), spread, number_text(point.training.mean, 2), point.remark]
