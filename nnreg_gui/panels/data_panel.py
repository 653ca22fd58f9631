"""The choice of how many images to train on, and how many of their labels lie."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.engine.experiment import DataSpec
from nnreg_gui.panels.experiment_text import images_text, sample_text, wrong_labels_text
from nnreg_gui.panels.panel import Panel
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.log_slider import LogSlider
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import whole_text

_FEWEST_ON_SLIDER = 100
_MOST_WRONG_ON_SLIDER = 50  # percent
_PERCENT = "\N{NO-BREAK SPACE}%"


class DataPanel(Panel):
    """Chooses the size n of the training set, and the share of wrong labels in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = DataSpec()
        most = self._value.dataset.training_images
        self._images = LogSlider(_FEWEST_ON_SLIDER, most, maximum=most, whole=True)
        self._sample = SegmentedChoice()
        self._wrong = LinearSlider(0, _MOST_WRONG_ON_SLIDER, step=5, maximum=100, sample="12.5", suffix=_PERCENT)
        self._lies = QLabel(wordWrap=True)
        self.add_row("images", self._images)
        self.add_row("sample", self._sample)
        self.add_row("wrong_labels", self._wrong)
        self.form.addRow(self._lies)
        self._images.changed.connect(self._change)
        self._sample.changed.connect(self._change)
        self._wrong.changed.connect(self._change)
        self.retranslate()
        self.set_value(DataSpec())

    def value(self) -> DataSpec:
        percent, share = self._wrong.value(), self._value.wrong_labels
        # A third that came from a file is a third again, though nobody can type it.
        share = share if percent == 100 * share else percent / 100
        images, sample = round(self._images.value()), self._sample.value()
        return replace(self._value, training_images=images, sample=sample, wrong_labels=share)

    def set_value(self, value: DataSpec) -> None:
        self._value = value
        with self.quietly():
            most = value.dataset.training_images
            self._images.set_span(min(_FEWEST_ON_SLIDER, max(1, most // 10)), most)
            self._images.set_value(value.training_images)
            self._sample.set_value(value.sample)
            self._wrong.set_value(100 * value.wrong_labels)
        self.retranslate()

    def summary(self) -> str:
        value = self.value()
        name = "" if value.dataset.is_mnist else value.dataset.name
        parts = name, images_text(value.training_images), sample_text(value), wrong_labels_text(value)
        return ", ".join(filter(None, parts))

    def is_off(self) -> bool:
        return not self.value().lies

    def retranslate(self) -> None:
        self.label(
            "images",
            self.tr("Images n"),
            self.tr(
                "How many of the {0} training images are learned. The fewer there are, the more easily a network "
                "learns them by heart. Takes effect with a new run."
            ).format(whole_text(self._value.dataset.training_images)),
        )
        with self.quietly():
            self._sample.set_choices(
                [
                    ("first", self.tr("First n"), self.tr("The first n images of the training set, in every run")),
                    ("seed", self.tr("By the seed"), self.tr("n images that the seed draws, other ones for each seed")),
                ]
            )
        self.label(
            "sample",
            self.tr("Which"),
            self.tr(
                "Which n images are learned. Drawn by the seed, repeats with several seeds also show what the choice "
                "of the images does. Takes effect with a new run."
            ),
        )
        self.label(
            "wrong_labels",
            self.tr("Wrong labels"),
            self.tr(
                "The share of training images whose label is replaced by that of another class, drawn at random. A "
                "network that learns them by heart has learnt noise. Validation and test labels stay true. Takes "
                "effect with a new run."
            ),
        )
        self._show_consequences()

    def _show_consequences(self) -> None:
        """Say how many labels lie, if any does."""
        value = self.value()
        self._lies.setVisible(bool(value.lies))
        text = self.tr("{0} of the {1} training labels lie, and nobody tells the network which. The others are true.")
        self._lies.setText(text.format(whole_text(value.lies), whole_text(value.training_images)))
