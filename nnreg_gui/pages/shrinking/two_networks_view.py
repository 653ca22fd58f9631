"""How L1 and L2 have shrunk the weights of two real networks."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnreg_gui.engine.lecture_experiments import WITH_L1, WITH_L2
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.shrinking.network_sentences import conclude, difference_text, one_missing_text, pair_sentences
from nnreg_gui.pages.shrinking.run_pairs import newest_with
from nnreg_gui.pages.shrinking.weight_curves import LargestWeightPlot, SmallWeightsPlot
from nnreg_gui.pages.trained_runs import known_runs, missing
from nnreg_gui.pages.trial import Trial
from nnreg_gui.pages.trial_sentences import remarks_about
from nnreg_gui.panels.experiment_text import regularization_text
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.neuron_rows import NeuronRow, NeuronRows
from nnreg_gui.plots.weight_shares_plot import WeightSharesPlot
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.paragraph import Paragraph

EXPERIMENTS = (WITH_L2, WITH_L1)
_LOW, _NARROW = 20, 44  # lines of text: lower views leave out the curves, narrower ones the pictures


class TwoNetworksView(FittingWidget):
    """Places the histogram above the curves, beside the pictures of neurons, and what was measured below.

    Args:
        trial: trains what is missing.
        conclusion: where the page says what is seen.

    Attributes:
        bar: starts the training; the page places it.
    """

    def __init__(self, trial: Trial, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial, self._conclusion = trial, conclusion
        self._runs: Sequence[DrawnRun] = ()
        self._all_hidden_text = ""
        self._said: tuple[object, ...] = ()
        self.l2: DrawnRun | None = None
        self.l1: DrawnRun | None = None
        self.bar = SearchBar(trial)
        self.histogram, self.neurons = WeightSharesPlot(), NeuronRows()
        self.small, self.largest = SmallWeightsPlot(), LargestWeightPlot()
        self._curves, self._sentence, self._remarks = QWidget(), Paragraph(), Paragraph()
        self._place()
        self.bar.start_pressed.connect(self._start)
        trial.changed.connect(self._say)
        trial.ended.connect(self._say)
        for plot, other in ((self.small, self.largest), (self.largest, self.small)):
            plot.epoch_hovered.connect(self._show_epoch)
            plot.zoomed.connect(other.look_at)
        self.retranslate()

    def _place(self) -> None:
        curves = QHBoxLayout(self._curves)
        curves.setContentsMargins(0, 0, 0, 0)
        curves.setSpacing(12)
        curves.addWidget(self.small)
        curves.addWidget(self.largest)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.histogram, 6)
        left.addWidget(self._curves, 5)
        pictures = QHBoxLayout()
        pictures.setSpacing(12)
        pictures.addLayout(left, 8)
        pictures.addWidget(self.neurons, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(pictures, 1)
        column.addWidget(self._remarks)
        column.addWidget(Details(self._sentence))

    def show_runs(self, runs: Sequence[DrawnRun], hidden_text: str) -> None:
        """Draw the newest run with L2 and the newest with L1; `hidden_text` says that all runs are hidden, if so."""
        self._runs, self._all_hidden_text = runs, hidden_text
        self.l2, self.l1 = newest_with(runs, "l2"), newest_with(runs, "l1")
        pair = [run for run in (self.l2, self.l1) if run is not None]
        self.histogram.show_runs(self.l2, self.l1)
        for plot in (self.small, self.largest):
            plot.show_runs(sorted(pair, key=lambda run: run.number))
        self.neurons.show_rows([_neuron_row(run, self.tr("Run {0}: {1}")) for run in pair])
        said = (hidden_text, *((run.history, run.number, run.epoch, len(run.history), run.live) for run in runs))
        if said != self._said:
            self._said = said
            self._say()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.bar.set_start_texts(
            self.tr("Train both"),
            self.tr(
                "Train 784-30-10 with L2 (λ 0.1) and with L1 (λ 0.2) on 1,000 images for 400 epochs, if they are not "
                "among the runs that are shown"
            ),
        )
        for plot in (self.small, self.largest):
            plot.set_bottom_label(self.tr("Epoch"))
        self._said = ()
        self.show_runs(self._runs, self._all_hidden_text)
        self._say()
        self.fit()

    def fit(self) -> None:
        """Leave out what there is no room for."""
        em = self.fontMetrics().height()
        narrow = self.width() < _NARROW * em
        self._curves.setVisible(not self._is_low())
        self.neurons.setVisible(not narrow)
        self._sentence.setVisible(self.height() >= 12 * em)
        self.histogram.setMinimumSize(10 * em, 5 * em)
        self.bar.set_brief(narrow)
        self._say()

    def _is_low(self) -> bool:
        return self.height() < _LOW * self.fontMetrics().height()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what is seen here, where another view may have spoken."""
        super().showEvent(event)
        self._say()

    @Slot()
    def show_whole(self) -> None:
        """Show all again in every picture."""
        for plot in (self.histogram, self.small, self.largest):
            plot.show_whole()

    @Slot()
    def _start(self) -> None:
        self._trial.start(Search(EXPERIMENTS, networks=True), known_runs(self._runs))

    @Slot(object)
    def _show_epoch(self, epoch: float | None) -> None:
        for plot in (self.small, self.largest):
            plot.show_epoch(epoch)

    @Slot()
    def _say(self) -> None:
        """Say what is seen, or what will be."""
        both = self.l2 is not None and self.l1 is not None
        nothing = self.l2 is None and self.l1 is None
        self.bar.button.setEnabled(bool(missing(self._runs, EXPERIMENTS)) or self._trial.running)
        texts = self._empty_texts() if nothing else ("", "", "", "")
        for plot, text in zip((self.histogram, self.small, self.largest), texts, strict=False):
            plot.set_empty_text(text)
        self.neurons.set_empty_text(texts[-1])
        remarks = remarks_about(self._trial)
        sentences = []
        if both:
            assert self.l2 is not None
            assert self.l1 is not None
            sentences = pair_sentences(self.l2, self.l1)[: 1 if self._is_low() else None]
            remarks.insert(0, difference_text(self.l2, self.l1))
        elif not nothing and not self._trial.running:
            present = self.l2 or self.l1
            assert present is not None
            remarks.insert(0, one_missing_text(present, "L1" if self.l1 is None else "L2"))
        self._sentence.setText(" ".join(sentences))
        self._remarks.setText(" ".join(filter(None, remarks)))
        self._remarks.setVisible(bool(self._remarks.text()))
        if self.isVisible():
            conclude(self._conclusion, self.l2, self.l1)

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
    return NeuronRow(caption.format(run.number, name), run.record.parameters.weights[0])
