"""The choice of how many images to train on."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import MOST_TRAINING_IMAGES, DataSpec
from nnreg_gui.panels.experiment_text import images_text
from nnreg_gui.panels.panel import Panel
from nnreg_gui.widgets.log_slider import LogSlider

_FEWEST_ON_SLIDER = 100


class DataPanel(Panel):
    """Chooses the size n of the training set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = DataSpec()
        self._images = LogSlider(_FEWEST_ON_SLIDER, MOST_TRAINING_IMAGES, maximum=MOST_TRAINING_IMAGES, whole=True)
        self.add_row("images", self._images)
        self._images.changed.connect(self.changed)
        self.retranslate()
        self.set_value(DataSpec())

    def value(self) -> DataSpec:
        return replace(self._value, training_images=round(self._images.value()))

    def set_value(self, value: DataSpec) -> None:
        self._value = value
        with self.quietly():
            self._images.set_value(value.training_images)

    def summary(self) -> str:
        return images_text(self.value().training_images)

    def retranslate(self) -> None:
        self.label(
            "images",
            self.tr("Images n"),
            self.tr(
                "How many images of the training set are learned: the first n of 50,000. The fewer there are, the more "
                "easily a network learns them by heart. Takes effect with a new run."
            ),
        )
