"""What stands above the page about noise: the choice of the disturbance, the progress, the training."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.compared_runs import name_button
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.plots.disturbance import Disturbance
from nnreg_gui.widgets.brief import Brief
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.keys import give_digits
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

_NARROW = 46  # lines of text: narrower heads have short names only


class NoiseHead(Brief, FittingWidget):
    """Places them in a row.

    Args:
        bar: starts the training.

    Signals:
        opened: the user has chosen another disturbance.
    """

    opened = Signal()
    _brief = True  # until there is room: a page must not widen the window

    def __init__(self, bar: SearchBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice, self.progress, self.bar = SegmentedChoice(), ElidedLabel(), bar
        row(self.choice, (self.progress, 1), self.bar, parent=self, spacing=12)
        self.retranslate()
        self.choice.changed.connect(self._open)
        give_digits(self.choice, [disturbance.value for disturbance in Disturbance], self)

    @property
    def disturbance(self) -> Disturbance:
        """The present disturbance."""
        return Disturbance(self.choice.value())

    @Slot()
    def _open(self) -> None:
        self.opened.emit()

    def retranslate(self) -> None:
        texts = (
            (self.tr("Noise"), self.tr("Noise"), self.tr("Gaussian noise is added to the pixels")),
            (self.tr("Rotation"), self.tr("Rotation"), self.tr("The images are turned")),
            (self.tr("Neurons off"), self.tr("Neurons"), self.tr("Hidden neurons are switched off at random")),
        )
        self.choice.set_choices(
            [
                (disturbance.value, short if self._brief else text, f"{tool_tip} ({key})")
                for key, (disturbance, (text, short, tool_tip)) in enumerate(zip(Disturbance, texts, strict=True), 1)
            ]
        )
        self.choice.setAccessibleName(self.tr("What is disturbed"))
        name_button(self.bar, narrow=self._brief)

    def fit(self) -> None:
        self.set_brief(self.width() < _NARROW * self.fontMetrics().height())
        self.bar.set_brief(self._brief)
