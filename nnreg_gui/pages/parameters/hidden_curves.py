"""Accuracies over the number of hidden neurons."""

from math import log10

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.search_curves import SearchCurves
from nnreg_gui.widgets.texts import whole_text


class HiddenCurves(SearchCurves):
    """The picture of what more parameters do at one n, with a line where there is one for each image."""

    symbol = "h"

    def __init__(self, parent: QWidget | None = None) -> None:
        self._training_images = 0
        self._line = pg.InfiniteLine(angle=90, movable=False)  # before the rest, which needs to know how it looks
        super().__init__(parent)
        self._line.hide()
        self.view.addItem(self._line, ignoreBounds=True)

    def retranslate(self) -> None:
        super().retranslate()
        title = self.tr("Accuracy, n = {0}")
        self.set_title(title.format(whole_text(self._training_images)) if self._training_images else "")
        self.set_bottom_label("" if self._brief else self.tr("Hidden neurons h"))
        self.setToolTip(
            self.tr(
                "Validation accuracy of each network's best epoch, and fainter the training accuracy of the same "
                "epoch. Right of the dotted line there are more parameters than training images."
            )
        )

    def set_training_images(self, training_images: int, one_per_image: float) -> None:
        """Say which n this is, and with how many hidden neurons there is one parameter per image."""
        if training_images != self._training_images:
            self._training_images = training_images
            self._line.setPos(log10(max(one_per_image, 1e-9)))
            self._line.show()
            self.retranslate()

    def name_lines(self, names: list[tuple[Line, str]]) -> None:
        """Name the line styles; leave out the dotted line's meaning if there is no room for all."""
        self.legend.set_entries([(Line.DOTTED, self.tr("1 parameter per image")), *names])

    def _restyle(self) -> None:
        super()._restyle()
        style = self.style_of_plot
        self._line.setPen(pg.mkPen(style.text, width=0.7 * style.curve_width, style=Qt.PenStyle.DotLine))
