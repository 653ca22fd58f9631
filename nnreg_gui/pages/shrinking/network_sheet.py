"""The sheet of weights of one neuron next to the pixels, or of the outputs, that the user has chosen."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.questions.tug_of_war import WeightPlace
from nnreg_gui.pages.shrinking.sheet_choices import ALL, NEURON, OUTPUTS, SheetChoices
from nnreg_gui.pages.shrinking.tug_sentences import sheet_titles
from nnreg_gui.pages.shrinking.weight_sheet import WeightSheet

_NOTHING = np.zeros((0, 0), np.float32)


class NetworkSheet(WeightSheet):
    """Follows the choices.

    Args:
        choices: what to show.

    Signals:
        weight_chosen: carries a `WeightPlace`.
        changed: other weights are to be shown.
    """

    weight_chosen = Signal(object)
    changed = Signal()

    def __init__(self, choices: SheetChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._layers: Sequence[np.ndarray] = ()
        self._data_set = MNIST
        self._chosen: WeightPlace | None = None
        self.chosen.connect(self._choose_cell)
        choices.picture_changed.connect(self._open)
        choices.neuron_changed.connect(self._choose_neuron)

    def show_network(
        self,
        layers: Sequence[np.ndarray],
        chosen: WeightPlace | None = None,
        *,
        pruned: bool = False,
        data_set: DataSet = MNIST,
    ) -> None:
        """Show weights of a network.

        Args:
            layers: its weights, (neurons, sources) each; none to show none.
            chosen: the weight to frame, if it is in the picture.
            pruned: whether weights that are 0 were pruned, and cannot be chosen.
            data_set: what the network was trained on.
        """
        self._layers, self._chosen, self._data_set = layers, chosen, data_set
        if not layers:
            self.show_weights(_NOTHING)
            return
        self._choices.set_network(len(layers[0]), is_hidden=len(layers) > 1, classes=data_set.classes)
        if self._choices.picture == ALL:
            return
        cells = layers[-1]
        if self._choices.picture == NEURON:
            cells = layers[0][self._choices.neuron].reshape(data_set.shape)
        self.set_title(*sheet_titles(self._choices.picture, len(layers), data_set))
        self.show_weights(cells, cells != 0 if pruned else None)
        self.mark(self._cell_of(chosen) if chosen is not None else None)

    def follow(self, place: WeightPlace) -> None:
        """Turn to the picture with this weight, if there is one, and if not all weights are shown as points."""
        if self._choices.picture == ALL or not self._layers:
            return
        self._chosen = place
        if place.layer == 0:
            self._choices.show_neuron(place.neuron)
        elif place.layer == len(self._layers) - 1:
            self._choices.choice.set_value(OUTPUTS)

    def _cell_of(self, place: WeightPlace) -> tuple[int, int] | None:
        """Return where a weight stands in the picture, if it does."""
        if self._choices.picture == OUTPUTS:
            return (place.neuron, place.source) if place.layer == len(self._layers) - 1 else None
        if (place.layer, place.neuron) != (0, self._choices.neuron):
            return None
        row, column = divmod(place.source, self._data_set.width)
        return row, column

    @Slot(int, int)
    def _choose_cell(self, row: int, column: int) -> None:
        if self._choices.picture == OUTPUTS:
            self.weight_chosen.emit(WeightPlace(len(self._layers) - 1, row, column))
        else:
            self.weight_chosen.emit(WeightPlace(0, self._choices.neuron, row * self._data_set.width + column))

    @Slot()
    def _choose_neuron(self) -> None:
        """Go on to the same pixel of another neuron, if a weight from a pixel is chosen."""
        if self._chosen is not None and self._chosen.layer == 0:
            self.weight_chosen.emit(self._chosen._replace(neuron=self._choices.neuron))
        self.changed.emit()

    @Slot()
    def _open(self) -> None:
        """Begin with the neuron whose weight is chosen."""
        if self._choices.picture == NEURON and self._chosen is not None and self._chosen.layer == 0:
            self._choices.show_neuron(self._chosen.neuron)
        self.changed.emit()
