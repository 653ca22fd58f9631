"""Accuracies of random hidden layers over the number of neurons."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.search_curves import SearchCurves
from nnreg_gui.widgets.texts import percent_text


class LayerCurves(SearchCurves):
    """The picture of the valley at as many neurons as images, and of what lies past it."""

    symbol = "h"

    def __init__(self, parent: QWidget | None = None) -> None:
        self._wrong = 0.0
        super().__init__(parent)

    def set_wrong_labels(self, share: float) -> None:
        """Say which share of the training labels is wrong."""
        if share != self._wrong:
            self._wrong = share
            self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        title = self.tr("Validation accuracy (fainter: training)")
        if self._wrong:
            title = self.tr("Validation accuracy, {0} wrong labels (fainter: training)")
        self.set_title(title.format(percent_text(self._wrong, 0)))
        self.set_bottom_label("" if self.compact else self.tr("Hidden neurons h"))
        self.setToolTip(
            self.tr(
                "The hidden neurons have random weights and are not trained; the output weights are fitted by least "
                "squares. Bars: the spread of the seeds."
            )
        )
