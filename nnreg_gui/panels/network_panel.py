"""The choice of the network: hidden layers, activation, initial weights."""

from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.experiment import INITIAL_WEIGHTS, MOST_HIDDEN_LAYERS, MOST_NEURONS, DataSpec, NetworkSpec
from nnreg_gui.engine.network import layer_sizes, parameter_count
from nnreg_gui.panels.experiment_text import activation_text, initial_weights_text
from nnreg_gui.panels.panel import Panel, choice_box
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.number_box import WholeBox
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import number_text, whole_text

_NEURONS_OF_NEW_LAYERS = (30, 30, 30)


class NetworkPanel(Panel):
    """Chooses the network, and says how many parameters it has, in all and per training image."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = DataSpec()
        self._layers = SegmentedChoice()
        self._neurons = [WholeBox() for _ in range(MOST_HIDDEN_LAYERS)]
        neurons = QWidget()
        row(*self._neurons, parent=neurons)
        for box, count in zip(self._neurons, _NEURONS_OF_NEW_LAYERS, strict=True):
            box.setRange(1, MOST_NEURONS)
            box.setValue(count)
            box.valueChanged.connect(self._change)
        self._activation, self._initial_weights = choice_box(), choice_box()
        self._count = QLabel(wordWrap=True)
        self.add_row("layers", self._layers)
        self.add_row("neurons", neurons)
        self.add_row("activation", self._activation)
        self.add_row("initial_weights", self._initial_weights)
        self.form.addRow(self._count)
        self._fill_choices()
        self._layers.changed.connect(self._change)
        self._activation.currentIndexChanged.connect(self._change)
        self._initial_weights.currentIndexChanged.connect(self._change)
        self.retranslate()
        self.set_value(NetworkSpec())

    def value(self) -> NetworkSpec:
        shown = self._neurons[: int(self._layers.value())]
        return NetworkSpec(
            hidden=tuple(box.value() for box in shown),
            activation=self._activation.currentData(),
            initial_weights=self._initial_weights.currentData(),
        )

    def set_value(self, value: NetworkSpec) -> None:
        with self.quietly():
            self._layers.set_value(str(len(value.hidden)))
            for box, count in zip(self._neurons, value.hidden, strict=False):
                box.setValue(count)
            self._activation.setCurrentIndex(self._activation.findData(value.activation))
            self._initial_weights.setCurrentIndex(self._initial_weights.findData(value.initial_weights))
        self._show_consequences()

    def set_data(self, data: DataSpec) -> None:
        """Take what decides the first and the last layer, and how many images the parameters are compared with."""
        self._data = data
        self._show_consequences()

    def summary(self) -> str:
        value = self.value()
        return ", ".join([self._architecture(value), activation_text(value.activation),
                          initial_weights_text(value.initial_weights)])  # fmt: skip

    def retranslate(self) -> None:
        self._fill_choices()
        self.label(
            "layers",
            self.tr("Hidden layers"),
            self.tr("How many layers stand between the pixels and the outputs. Takes effect with a new run."),
        )
        self.label(
            "neurons",
            self.tr("Neurons"),
            self.tr("How many neurons each hidden layer has, from the input to the output."),
        )
        for number, box in enumerate(self._neurons, start=1):  # the row's label names all boxes together
            box.setAccessibleName(f"{self.tr('Neurons')} {number}")
        self.label(
            "activation",
            self.tr("Activation"),
            self.tr(
                "What a hidden neuron makes of its weighted input. The outputs are sigmoids, or a softmax: see Cost C₀."
            ),
        )
        self.label(
            "initial_weights",
            self.tr("Initial weights"),
            self.tr(
                "Large: every weight is drawn from N(0, 1), as on the slides. Scaled: from N(0, 1/number of inputs). "
                "On 1,000 images of MNIST, scaled weights alone are about as good as large ones with L2 (λ = 0.1), and "
                "L2 then adds less than one point."
            ),
        )
        self._show_consequences()

    def _fill_choices(self) -> None:
        with self.quietly():
            self._layers.set_choices(
                [(str(n), str(n), self.tr("Hidden layers: {0}").format(n)) for n in range(MOST_HIDDEN_LAYERS + 1)]
            )
            for box, names, text in (
                (self._activation, ACTIVATIONS, activation_text),
                (self._initial_weights, INITIAL_WEIGHTS, initial_weights_text),
            ):
                for place, name in enumerate(names):
                    if box.count() <= place:
                        box.addItem(text(name), name)
                    box.setItemText(place, text(name))

    def _architecture(self, value: NetworkSpec) -> str:
        return "-".join(map(str, layer_sizes(self._data.dataset, value.hidden)))

    def _show_consequences(self) -> None:
        value = self.value()
        for place, box in enumerate(self._neurons):
            box.setVisible(place < len(value.hidden))
        self.form.setRowVisible(1, bool(value.hidden))
        count = parameter_count(layer_sizes(self._data.dataset, value.hidden))
        text = self.tr("{0}: {1} parameters, {2} per training image").format(
            self._architecture(value), whole_text(count), number_text(count / self._data.training_images, 1)
        )
        self._count.setText(text)
