"""How much is pruned: the share on a slider, of the whole network or of each layer."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.keys import ChoiceKey
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

WHOLE, LAYERS = "whole", "layers"
_AT_FIRST = 80  # percent: where the lecture's runs differ


class PruningHead(FittingWidget):
    """Places the choice beside the slider.

    Signals:
        kind_changed: the share now applies to the whole network, or to each layer.
        share_changed: the user has chosen another share.
        share_moving: the slider is being dragged over another share.

    Attributes:
        share: 0…1, a whole percentage; includes one that the slider is only being dragged over.
    """

    kind_changed = Signal()
    share_changed = Signal()
    share_moving = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = _AT_FIRST / 100
        self.choice, self.slider = SegmentedChoice(), LinearSlider(0, 99, step=1, steps_per_page=10, whole=True)
        self._unit = QLabel()
        self.slider.set_value(_AT_FIRST)
        row(self.choice, self._unit, (self.slider, 1), parent=self, spacing=12)
        self.choice.changed.connect(self.kind_changed)
        self.slider.changed.connect(self._decide)
        self.slider.moving.connect(self._move)
        ChoiceKey("G", self.choice, self)
        self.retranslate()

    @property
    def per_layer(self) -> bool:
        """Whether each layer loses the share by itself."""
        return self.choice.value() == LAYERS

    @Slot(float)
    def set_share(self, share: float) -> None:
        """Choose a share (0…1)."""
        self.slider.set_value(round(100 * share))

    def retranslate(self) -> None:
        whole = self.tr("Whole") if self.compact else self.tr("Whole network")
        layers = self.tr("Layers") if self.compact else self.tr("Per layer")
        self.choice.set_choices(
            [
                (WHOLE, whole, self.tr("The smallest weights of all layers together are pruned (G)")),
                (LAYERS, layers, self.tr("Each layer loses the same share of its weights (G)")),
            ]
        )
        self.choice.setAccessibleName(self.tr("What the share is of"))
        self._unit.setText(self.tr("Pruned, %"))
        self.slider.setAccessibleName(self.tr("Share of the weights that is pruned, in percent"))
        self.slider.setToolTip(self.tr("The smallest weights become 0; biases stay"))

    @Slot(float)
    def _decide(self, percent: float) -> None:
        self.share = round(percent) / 100
        self.share_changed.emit()

    @Slot(float)
    def _move(self, percent: float) -> None:
        self.share = round(percent) / 100
        self.share_moving.emit()
