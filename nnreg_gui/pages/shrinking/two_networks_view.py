"""How L1 and L2 have shrunk the weights of two real networks."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.lecture_experiments import WITH_L1, WITH_L2
from nnreg_gui.pages.shrinking.pair_view import PairView
from nnreg_gui.pages.shrinking.run_pairs import newest_with
from nnreg_gui.pages.shrinking.sentences import conclude_networks, network_sentences, one_missing_text, unlike_text
from nnreg_gui.pages.shrinking.weight_curves import LargestWeightPlot, SmallWeightsPlot
from nnreg_gui.pages.trained_runs import data_set_of
from nnreg_gui.pages.trial import Trial
from nnreg_gui.panels.experiment_text import regularization_text
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.neuron_rows import NeuronRow, NeuronRows
from nnreg_gui.plots.weight_shares_plot import WeightSharesPlot
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.room import Room


class TwoNetworksView(PairView):
    """Places the histogram above the curves, the pictures of neurons beside them, and what was measured below."""

    experiments = WITH_L2, WITH_L1

    def __init__(self, trial: Trial, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(trial, conclusion, parent)
        self.l2: DrawnRun | None = None
        self.l1: DrawnRun | None = None
        self.histogram, self.neurons = WeightSharesPlot(), NeuronRows()
        self.small, self.largest = SmallWeightsPlot(), LargestWeightPlot()
        self._plots = self.histogram, self.small, self.largest
        self._curves = QWidget()
        self._place()
        for plot, other in ((self.small, self.largest), (self.largest, self.small)):
            plot.epoch_hovered.connect(self._show_epoch)
            plot.zoomed.connect(other.look_at)
        self.retranslate()

    def _place(self) -> None:
        row(self.small, self.largest, parent=self._curves, spacing=12)
        left = column((self.histogram, 6), (self._curves, 5), spacing=6)
        pictures = row((left, 8), (self.neurons, 5), spacing=12)
        column((pictures, 1), self._remarks, Details(self._sentence), parent=self, spacing=6)
        self.show_from(Room.FULL, self._curves, self.neurons)

    def _draw(self) -> None:
        """Draw the newest run with L2 and the newest with L1."""
        self.l2, self.l1 = newest_with(self._runs, "l2"), newest_with(self._runs, "l1")
        pair = [run for run in (self.l2, self.l1) if run is not None]
        self.histogram.show_runs(self.l2, self.l1)
        for plot in (self.small, self.largest):
            plot.show_runs(sorted(pair, key=lambda run: run.number))
        self.neurons.show_rows([_neuron_row(run, self.tr("Run {0}: {1}")) for run in pair])

    def retranslate(self) -> None:
        self.bar.set_start_texts(
            self.tr("Train both"),
            self.tr(
                "Train {0} with L2 (λ {2}) and with L1 (λ {3}) on {1} images for 400 epochs, if they are not among the "
                "runs that are shown"
            ).format(*self.said_of_experiments()),
        )
        for plot in (self.small, self.largest):
            plot.set_bottom_label(self.tr("Epoch"))
        super().retranslate()

    @Slot(object)
    def _show_epoch(self, epoch: float | None) -> None:
        for plot in (self.small, self.largest):
            plot.show_epoch(epoch)

    @Slot()
    def _say(self) -> None:
        present = self.l2 or self.l1
        texts = self._empty_texts() if present is None else ("", "", "", "")
        for plot, text in zip(self._plots, texts, strict=False):
            plot.set_empty_text(text)
        self.neurons.set_empty_text(texts[-1])
        sentences, remark = [], ""
        if self.l2 is not None and self.l1 is not None:
            sentences = network_sentences(self.l2, self.l1)[: 1 if self.compact else None]
            remark = unlike_text(self.l2, self.l1)
        elif present is not None and not self._trial.running:
            remark = one_missing_text(present, "L1" if self.l1 is None else "L2")
        self._say_below(sentences, remark)
        if self.isVisible():
            conclude_networks(self._conclusion, self.l2, self.l1)

    def _empty_texts(self) -> tuple[str, str, str, str]:
        if self._all_hidden_text:
            return (self._all_hidden_text, "", "", "")
        if self._trial.running:
            return (self.tr("The two networks are being trained …"), "", "", "")
        return (
            self.tr(
                "Here you will see the weights of the newest run with L2 and of the newest with L1. "
                "Press S to train both."
            ),
            self.tr("The share of weights near 0, over the epochs."),
            self.tr("The largest weight, over the epochs."),
            self.tr("The weights from the pixels to a few neurons of both networks."),
        )


def _neuron_row(run: DrawnRun, caption: str) -> NeuronRow:
    assert run.record is not None  # only trained runs are shown
    name = regularization_text(run.history.current_experiment.regularization)
    return NeuronRow(caption.format(run.number, name), run.record.parameters.weights[0], data_set_of(run).shape)
