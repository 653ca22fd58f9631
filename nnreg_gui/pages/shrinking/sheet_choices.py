"""The choice of what stands beside the arrows: all weights, those of one neuron, or those of the outputs."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.keys import ChoiceKey, with_key
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.number_box import WholeBox
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

ALL, NEURON, OUTPUTS = "all", "neuron", "outputs"


class SheetChoices(FittingWidget):
    """Places the choice beside the number of the neuron.

    Signals:
        picture_changed: another picture is chosen.
        neuron_changed: another neuron is chosen.
    """

    picture_changed = Signal()
    neuron_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice, self.box = SegmentedChoice(), WholeBox()
        self.box.setRange(1, 1)
        self._label = QLabel()
        self._label.setBuddy(self.box)
        self._classes = MNIST.classes
        self._neurons, self._is_hidden = 1, True  # next to the pixels, and whether they are not the outputs
        row(self.choice, self._label, self.box, parent=self, spacing=8)
        ChoiceKey("G", self.choice, self)
        self.choice.changed.connect(self._change)
        self.box.valueChanged.connect(self._name_output)
        self.box.valueChanged.connect(self.neuron_changed)
        self.retranslate()

    @property
    def picture(self) -> str:
        """ALL, NEURON or OUTPUTS."""
        return self.choice.value()

    @property
    def neuron(self) -> int:
        """The neuron next to the pixels whose weights are shown, from 0."""
        return self.box.value() - self._first

    @property
    def _first(self) -> int:
        """What the first neuron is called: hidden ones are counted, outputs are called by their digit, if it is one."""
        return 0 if not self._is_hidden and self._classes == MNIST.classes else 1

    def show_neuron(self, neuron: int) -> None:
        """Choose the picture of a neuron (from 0), without a signal of its number."""
        with QSignalBlocker(self.box):
            self.box.setValue(neuron + self._first)
        self.choice.set_value(NEURON)

    def set_network(self, neurons: int, *, is_hidden: bool, classes: tuple[str, ...] = MNIST.classes) -> None:
        """Offer what a network has.

        Args:
            neurons: next to the pixels.
            is_hidden: whether these are hidden ones, not the outputs.
            classes: the names of the outputs.
        """
        if (neurons, is_hidden, classes) == (self._neurons, self._is_hidden, self._classes):
            return  # a number may just be typed
        neuron = self.neuron
        self._neurons, self._is_hidden, self._classes = neurons, is_hidden, classes
        with QSignalBlocker(self.box):
            self.box.setRange(self._first, neurons - 1 + self._first)
            self.box.setValue(neuron + self._first)  # at most the last one
        self.retranslate()

    def retranslate(self) -> None:
        every, one, outputs = self.tr("All weights"), self.tr("One neuron"), self.tr("Outputs")
        if self.compact:
            every, one = self.tr("All"), self.tr("Neuron")
        choices = [
            (ALL, every, with_key(self.tr("A point for each weight, and the line where both pulls cancel"), "G")),
            (NEURON, one, with_key(self.tr("The weights from the pixels to one neuron, as a picture to click"), "G")),
        ]
        if self._is_hidden:
            last = self.tr("The weights from the last hidden neurons to the outputs, as a picture to click")
            choices.append((OUTPUTS, outputs, with_key(last, "G")))
        self.choice.set_choices(choices)
        self.choice.setAccessibleName(self.tr("Picture"))
        name = self.tr("Neuron") if self._is_hidden else self.tr("Output")
        self._label.setText(name)
        self.box.setAccessibleName(name)
        self.box.setToolTip(self.tr("Whose weights from the pixels are shown"))
        self._show()

    @Slot()
    def _change(self) -> None:
        self._show()
        self.picture_changed.emit()

    @Slot()
    def _name_output(self) -> None:
        """Say which class an output stands for, where its number does not."""
        is_named = not self._is_hidden and self._first > 0
        self.box.setSuffix(f"  {self._classes[self.neuron]}" if is_named else "")

    def _show(self) -> None:
        self._name_output()
        self.box.setVisible(self.picture == NEURON)
        self._label.setVisible(self.picture == NEURON and not self.compact)
