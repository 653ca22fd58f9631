"""Accuracies over the size of the training set."""

from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.search_curves import SearchCurves


class SizeCurves(SearchCurves):
    """The picture of how much more images help, or a penalty in their place."""

    symbol = "n"

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Validation accuracy (fainter: training)"))
        self.set_bottom_label("" if self.compact else self.tr("Training images n"))

    def name_lines(self, without: str, regularized: str) -> None:
        """Name the line styles."""
        self.legend.set_entries([(Line.SOLID, regularized), (Line.DASHED, without)])
