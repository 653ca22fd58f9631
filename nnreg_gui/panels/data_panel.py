"""The choice of what to train on: the data set, how many of its images, and how many of their labels lie."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.experiment import DataSpec
from nnreg_gui.panels.experiment_text import images_text, sample_text, wrong_labels_text
from nnreg_gui.panels.panel import Panel
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.log_slider import LogSlider
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import whole_text

_FEWEST_ON_SLIDER = 100
_NAME_LENGTH = 10  # characters of a data set's name that are seen at least
_MOST_WRONG_ON_SLIDER = 50  # percent
_PERCENT = "\N{NO-BREAK SPACE}%"


class DataPanel(Panel):
    """Chooses the data set, the size n of the training set, and the share of wrong labels in it.

    Signals:
        data_set_chosen: carries the `DataSet` that the user has chosen; other groups may have to follow it.
        data_set_wanted: the user wants to open another one.
    """

    data_set_chosen = Signal(object)
    data_set_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = DataSpec()
        most = self._value.dataset.training_images
        self._data_sets: tuple[DataSet, ...] = (MNIST,)
        self._data_set = QComboBox()
        self._data_set.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._data_set.setMinimumContentsLength(_NAME_LENGTH)
        self._images = LogSlider(_FEWEST_ON_SLIDER, most, maximum=most, whole=True)
        self._sample = SegmentedChoice()
        self._wrong = LinearSlider(0, _MOST_WRONG_ON_SLIDER, step=5, maximum=100, sample="12.5", suffix=_PERCENT)
        self._lies = QLabel(wordWrap=True)
        self.add_row("data_set", self._data_set)
        self.add_row("images", self._images)
        self.add_row("sample", self._sample)
        self.add_row("wrong_labels", self._wrong)
        self.form.addRow(self._lies)
        self._data_set.activated.connect(self._choose_data_set)
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
        before, self._value = self._value.dataset, value
        with self.quietly():
            most = value.dataset.training_images
            self._images.set_span(min(_FEWEST_ON_SLIDER, max(1, most // 10)), most)
            self._images.set_value(value.training_images)
            self._sample.set_value(value.sample)
            self._wrong.set_value(100 * value.wrong_labels)
        if (value.dataset, value.dataset.name) != (before, before.name):
            self.retranslate()
        else:
            self._show_consequences()

    def show_data_sets(self, opened: Sequence[DataSet]) -> None:
        """Offer these data sets beside MNIST."""
        self._data_sets = (MNIST, *opened)
        self._fill_data_sets()

    @Slot(int)
    def _choose_data_set(self, place: int) -> None:
        data_set = self._data_set.itemData(place)
        self._fill_data_sets()  # until the choice takes effect, the box says what is in force
        if data_set is None:
            self.data_set_wanted.emit()
        elif data_set != self._value.dataset:
            self.data_set_chosen.emit(data_set)

    def _fill_data_sets(self) -> None:
        """List what is open, what the experiment is about, and that there may be more."""
        present = self._value.dataset
        offered = dict.fromkeys((*self._data_sets, present))
        with QSignalBlocker(self._data_set):
            self._data_set.clear()
            for one in offered:
                is_open = one in self._data_sets
                self._data_set.addItem(one.name if is_open else self.tr("{0} (not open)").format(one.name), one)
            self._data_set.addItem(self.tr("Open…"), None)
            self._data_set.setCurrentIndex(list(offered).index(present))

    def summary(self) -> str:
        value = self.value()
        name = "" if value.dataset.is_mnist else value.dataset.name
        parts = name, images_text(value.training_images), sample_text(value), wrong_labels_text(value)
        return ", ".join(filter(None, parts))

    def is_off(self) -> bool:
        return not self.value().lies

    def retranslate(self) -> None:
        self._fill_data_sets()
        self.label(
            "data_set",
            self.tr("Data set"),
            self.tr("Whose images are learned. “Open…” reads others from a file: IDX, .npz or CSV. Starts a new run."),
        )
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
