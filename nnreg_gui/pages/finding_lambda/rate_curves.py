"""Accuracies over the learning rate."""

from nnreg_gui.plots.search_curves import SearchCurves


class RateCurves(SearchCurves):
    """The picture for finding η before λ."""

    symbol = "η"
    by_validation = True

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Validation accuracy without a penalty (fainter: training)"))
        self.set_bottom_label("" if self.compact else self.tr("Learning rate η"))
