"""What is left of one network: how many parameters, what they recognize, which weights."""

from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.pruning import Pruned
from nnreg_gui.pages.pruning.pruned_histogram import PrunedHistogram
from nnreg_gui.pages.pruning.sentences import parameter_count
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.neuron_rows import NeuronRow, NeuronRows
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.texts import percent_text, whole_text
from nnreg_gui.widgets.tile import Tile

# Lines of text: lower views leave out the pictures, then the tiles; narrower ones the original parameter count.
_LOW, _VERY_LOW, _WIDE = 16, 9, 24


class PrunedView(FittingWidget):
    """Places the numbers above the histogram and the first neurons before and after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_network = self._is_large = False
        self._counts = self._accuracies = "", ""
        self._caption = ""
        self.left, self.accuracy = Tile(), Tile()
        self.histogram, self.neurons = PrunedHistogram(), NeuronRows()
        self._tiles = QWidget()
        row((self.left, 1), (self.accuracy, 1), parent=self._tiles, spacing=6)
        for tile in (self.left, self.accuracy):
            tile.set_compact(True)
        column(self._tiles, (self.histogram, 5), (self.neurons, 4), parent=self, spacing=6)
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
        self.neurons.show_rows([NeuronRow(self.tr("Run {0}").format(run.number), before), NeuronRow(caption, after)])

    def _show_numbers(self) -> None:
        """Show what is left, and of how many, or before fine-tuning, if there is room for it."""
        is_wide = self.width() >= _WIDE * self.fontMetrics().height()
        self.left.set_value(self.tr("{0} of {1}").format(*self._counts) if is_wide else self._counts[0])
        pruned, tuned = self._accuracies
        if not tuned:
            caption, value = self.tr("Accuracy"), pruned
        elif is_wide:
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
        if not self._has_network:
            self._show_nothing()
        self.fit()

    def fit(self) -> None:
        em = self.fontMetrics().height()
        self.neurons.setVisible(self.height() >= _LOW * em)
        self._tiles.setVisible(self.height() >= _VERY_LOW * em)
        self.histogram.setMinimumSize(10 * em, 4 * em)
        is_wide = self.width() >= _WIDE * em
        self.histogram.set_brief(not is_wide)
        self.left.set_caption(self.tr("Parameters left") if is_wide else self.tr("Parameters"))
        for tile in (self.left, self.accuracy):
            tile.setMinimumWidth(8 * em)
        self.setMinimumHeight(6 * em)  # otherwise what is left out there would keep the view from becoming that low
        if self._has_network:
            self._show_numbers()
