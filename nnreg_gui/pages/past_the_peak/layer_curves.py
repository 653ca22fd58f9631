"""Accuracies of random hidden layers over the number of neurons."""

from nnreg_gui.plots.search_curves import SearchCurves


class LayerCurves(SearchCurves):
    """The picture of the valley at as many neurons as images, and of what lies past it."""

    symbol = "h"

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Validation accuracy (fainter: training)"))
        self.set_bottom_label("" if self._brief else self.tr("Hidden neurons h"))
        self.setToolTip(
            self.tr(
                "The hidden neurons have random weights and are not trained; the output weights are fitted by least "
                "squares. Bars: the spread of the seeds."
            )
        )
