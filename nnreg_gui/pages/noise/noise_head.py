"""What stands above the page about noise: the choice of a view, the progress, the training."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.plots.disturbance import Disturbance
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.keys import give_digits
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

LINE = "line"  # the view that disturbs the network, not the image


class NoiseHead(FittingWidget):
    """Places them in a row.

    Args:
        bar: starts the training.

    Signals:
        opened: the user has chosen another view.
    """

    opened = Signal()

    def __init__(self, bar: SearchBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice, self.progress = SegmentedChoice(), ElidedLabel()
        row(self.choice, (self.progress, 1), bar, parent=self, spacing=12)
        self.retranslate()
        self._disturbance = Disturbance.NOISE
        self.choice.changed.connect(self._open)
        give_digits(self.choice, self.choice.names(), self)

    @property
    def disturbance(self) -> Disturbance:
        """The present disturbance; along a line, the one before."""
        return self._disturbance

    @property
    def is_line(self) -> bool:
        """Whether the view along a line is chosen."""
        return self.choice.value() == LINE

    @Slot()
    def _open(self) -> None:
        if not self.is_line:
            self._disturbance = Disturbance(self.choice.value())
        self.opened.emit()

    def retranslate(self) -> None:
        texts = (
            (self.tr("Noise"), self.tr("Noise"), self.tr("Gaussian noise is added to the pixels")),
            (self.tr("Rotation"), self.tr("Rotation"), self.tr("The images are turned")),
            (self.tr("Neurons off"), self.tr("Neurons"), self.tr("Hidden neurons are switched off at random")),
        )
        choices = [
            (disturbance.value, short if self.compact else text, f"{tool_tip} ({key})")
            for key, (disturbance, (text, short, tool_tip)) in enumerate(zip(Disturbance, texts, strict=True), 1)
        ]
        line = self.tr("Line") if self.compact else self.tr("Along a line")
        tool_tip = self.tr("The weights themselves are changed: between two networks, or around each (4)")
        self.choice.set_choices([*choices, (LINE, line, tool_tip)])
        self.choice.setAccessibleName(self.tr("What is disturbed"))
