"""Accuracies over the number of hidden neurons."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.lined_curves import LinedCurves
from nnreg_gui.widgets.texts import whole_text


class HiddenCurves(LinedCurves):
    """The picture of what more parameters do at one n, with a line where there is one for each image."""

    symbol = "h"

    def __init__(self, parent: QWidget | None = None) -> None:
        self._training_images = 0
        super().__init__(parent)

    def retranslate(self) -> None:
        super().retranslate()
        title = self.tr("Accuracy, n = {0}")
        self.set_title(title.format(whole_text(self._training_images)) if self._training_images else "")
        self.set_bottom_label("" if self.compact else self.tr("Hidden neurons h"))
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
            self.set_line(one_per_image)
            self.retranslate()

    def name_lines(self, names: list[tuple[Line, str]]) -> None:
        """Name the line styles; leave out the dotted line's meaning if there is no room for all."""
        self.legend.set_entries([(Line.DOTTED, self.tr("1 parameter per image")), *names])
