"""What is left of one network: how many parameters, what they recognize, which weights."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.pruning import Pruned
from nnreg_gui.pages.pruning.pruned_histogram import PrunedHistogram
from nnreg_gui.pages.pruning.sentences import parameter_count
from nnreg_gui.pages.trained_runs import data_set_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.neuron_rows import NeuronRow, NeuronRows
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import percent_text, whole_text
from nnreg_gui.widgets.tile import Tile


class PrunedView(FittingWidget):
    """Places the numbers above the histogram and the first neurons before and after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_network = self._is_large = False
        self._counts = self._accuracies = "", ""
        self._caption = ""
        self.left, self.accuracy = Tile(Room.LARGE), Tile(Room.LARGE)
        self.histogram, self.neurons = PrunedHistogram(), NeuronRows()
        self._tiles = QWidget()
        row((self.left, 1), (self.accuracy, 1), parent=self._tiles, spacing=6)
        column(self._tiles, (self.histogram, 5), (self.neurons, 4), parent=self, spacing=6)
        self.show_from(Room.COMPACT, self._tiles)
        self.show_from(Room.FULL, self.neurons)
        self.retranslate()

    def show_network(
        self,
        run: DrawnRun | None,
        pruned: Pruned | None,
        share: float,
        *,
        accuracy: float | None,
        exact: bool,
        tuned: float | None,
    ) -> None:
        """Show a run's network, and what is left of it.

        Args:
            run: whose it is; None shows nothing.
            pruned: what is left; None for a network too large to be taken apart between two frames.
            share: 0…1, how much of the weights is pruned.
            accuracy: 0…1, of what is left, as far as known.
            exact: whether the accuracy is measured, or interpolated.
            tuned: accuracy after fine-tuning, if there was any.
        """
        self._has_network = run is not None and pruned is not None
        if run is None or pruned is None or run.record is None:
            self._is_large = run is not None
            self._show_nothing()
            return
        before, after = run.record.parameters.weights[0], pruned.parameters.weights[0]
        colour = run_colour(run.number, self.palette())
        for tile in (self.left, self.accuracy):
            tile.set_colour(colour)
        self._counts = whole_text(pruned.remaining), whole_text(parameter_count(pruned))
        said = percent_text(accuracy) if accuracy is not None else ""
        self._accuracies = said if exact or not said else f"≈ {said}", percent_text(tuned) if tuned is not None else ""
        self._show_numbers()
        self.histogram.set_empty_text("")
        self.histogram.show_weights(before, run.number, 0, pruned.cuts[0])
        caption = self.tr("{0} pruned").format(percent_text(share, 0))
        shape, name = data_set_of(run).shape, self.tr("Run {0}").format(run.number)
        self.neurons.show_rows([NeuronRow(name, before, shape), NeuronRow(caption, after, shape)])

    def _show_numbers(self) -> None:
        """Show what is left, and of how many, or before fine-tuning, if there is room for it."""
        self.left.set_value(self.tr("{0} of {1}").format(*self._counts) if not self.compact else self._counts[0])
        pruned, tuned = self._accuracies
        if not tuned:
            caption, value = self.tr("Accuracy"), pruned
        elif not self.compact:
            caption, value = self.tr("Accuracy → fine-tuned"), f"{pruned} → {tuned}"
        else:
            caption, value = self.tr("Fine-tuned"), tuned
        if caption != self._caption:
            self._caption = caption
            self.accuracy.set_caption(caption)
        self.accuracy.set_value(value)

    def _show_nothing(self) -> None:
        self._counts = self._accuracies = "", ""
        for tile in (self.left, self.accuracy):
            tile.set_colour(None)
            tile.set_value("")
        self.histogram.show_weights(None)
        self.histogram.set_empty_text(
            self.tr("This network is too large for its weights to be drawn; its accuracies are measured all the same.")
            if self._is_large
            else self.tr("The weights of the selected run, and which of them are pruned.")
        )
        self.neurons.show_rows([])

    def retranslate(self) -> None:
        self.left.setToolTip(self.tr("Weights that are not pruned, and all biases"))
        self._caption = self.tr("Accuracy")
        self.accuracy.set_caption(self._caption)
        self.accuracy.setToolTip(
            self.tr(
                "Validation accuracy of what is left, and after fine-tuning (A); with ≈, interpolated between two "
                "measured shares"
            )
        )
        self.neurons.set_empty_text(self.tr("The weights from the pixels to its first neurons, before and after."))
        self.left.set_caption(self.tr("Parameters") if self.compact else self.tr("Parameters left"))
        if self._has_network:
            self._show_numbers()
        else:
            self._show_nothing()
