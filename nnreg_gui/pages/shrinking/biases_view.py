"""Should biases be penalized, too? Two runs that differ only in this."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnreg_gui.engine.lecture_experiments import WITH_L2
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.shrinking.bias_sentences import accuracy, bias_sentences, conclude, difference_text, sizes
from nnreg_gui.pages.shrinking.difference_plot import DifferencePlot
from nnreg_gui.pages.shrinking.run_pairs import bias_pair, with_biases
from nnreg_gui.pages.trained_runs import known_runs, missing
from nnreg_gui.pages.trial import Trial
from nnreg_gui.pages.trial_sentences import remarks_about
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.learning_curves import AccuracyPlot
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.texts import number_text, percent_text
from nnreg_gui.widgets.tile import Tile

EXPERIMENTS = (WITH_L2, with_biases(WITH_L2, penalized=True))
_LOW, _HIGH, _NARROW = 22, 34, 48  # lines of text: what is left out depends on them


class BiasesView(FittingWidget):
    """Places the figures of both runs above their accuracies, and what was measured below.

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
        self.pair: tuple[DrawnRun, DrawnRun] | None = None
        self.bar = SearchBar(trial)
        self.accuracies, self.sizes = (Tile(), Tile()), (Tile(), Tile())
        self.difference = Tile()
        self.plot, self.over_epochs = AccuracyPlot(), DifferencePlot()
        self._sentence, self._remarks = Paragraph(), Paragraph()
        self._place()
        self.bar.start_pressed.connect(self._start)
        self.plot.epoch_hovered.connect(self.plot.show_epoch)
        self.plot.zoomed.connect(self.over_epochs.look_at)
        self.over_epochs.zoomed.connect(self.plot.look_at)
        trial.changed.connect(self._say)
        trial.ended.connect(self._say)
        self.retranslate()

    def _place(self) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(8)
        for tile in (*self.accuracies, self.difference, *self.sizes):
            tiles.addWidget(tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(tiles)
        column.addWidget(self.plot, 4)
        column.addWidget(self.over_epochs, 3)
        column.addWidget(self._remarks)
        column.addWidget(Details(self._sentence))

    def show_runs(self, runs: Sequence[DrawnRun], hidden_text: str) -> None:
        """Draw the newest two runs that differ only in this; `hidden_text` says that all runs are hidden, if so."""
        self._runs, self._all_hidden_text = runs, hidden_text
        self.pair = bias_pair(runs)
        self.plot.show_runs(sorted(self.pair or (), key=lambda run: run.number))
        self._show_difference()
        said = (hidden_text, *((run.history, run.number, run.epoch, len(run.history), run.live) for run in runs))
        if said != self._said:
            self._said = said
            self._say()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.bar.set_start_texts(
            self.tr("Train both"),
            self.tr(
                "Train 784-30-10 with L2 (λ 0.1) on 1,000 images for 400 epochs, with and without the penalty on "
                "biases, if such runs are not among those that are shown"
            ),
        )
        self.over_epochs.set_title(self.tr("Difference in points: biases too − weights only"))
        self.over_epochs.set_bottom_label(self.tr("Epoch"))
        self._caption_tiles()
        self._say()
        self.fit()

    def fit(self) -> None:
        """Leave out what there is no room for."""
        em = self.fontMetrics().height()
        low, narrow = self._is_low(), self._is_narrow()
        for tile in (*self.accuracies, self.difference, *self.sizes):
            tile.set_compact(self.height() < _HIGH * em)
        for tile in self.sizes:
            tile.setVisible(not narrow)
        self._sentence.setVisible(self.height() >= 14 * em)
        self.over_epochs.setVisible(not low)
        self.plot.show_bottom_axis(low)
        self._caption_tiles()
        self._say()
        for plot in (self.plot, self.over_epochs):
            plot.setMinimumSize(10 * em, 4 * em)
        self.bar.set_brief(narrow)

    def _is_low(self) -> bool:
        return self.height() < _LOW * self.fontMetrics().height()

    def _is_narrow(self) -> bool:
        return self.width() < _NARROW * self.fontMetrics().height()

    def _caption_tiles(self) -> None:
        whole = [self.tr("Validation, weights only"), self.tr("Validation, biases too"), self.tr("Difference, points")]
        short = [self.tr("Weights only"), self.tr("Biases too"), self.tr("Difference")]
        for tile, caption in zip(
            (*self.accuracies, self.difference), short if self._is_narrow() else whole, strict=True
        ):
            tile.set_caption(caption)
        sizes = self.tr("Mean |b|, weights only"), self.tr("Mean |b|, biases too")
        for tile, caption in zip(self.sizes, sizes, strict=True):
            tile.set_caption(caption)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what is seen here, where another view may have spoken."""
        super().showEvent(event)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_difference()
            self._say()

    @Slot()
    def show_whole(self) -> None:
        """Show all again."""
        self.plot.show_whole()
        self.over_epochs.show_whole()

    def _show_difference(self) -> None:
        if self.pair is None:
            return
        columns = [run.history.column("validation_accuracy") for run in self.pair]
        known = min(map(len, columns))
        colour = run_colour(self.pair[1].number, self.palette())
        self.over_epochs.show_difference(columns[1][:known] - columns[0][:known], colour)

    @Slot()
    def _start(self) -> None:
        self._trial.start(Search(EXPERIMENTS, networks=True), known_runs(self._runs))

    @Slot()
    def _say(self) -> None:
        """Say what is seen, or what will be."""
        self.bar.button.setEnabled(bool(missing(self._runs, EXPERIMENTS)) or self._trial.running)
        self.plot.set_empty_text("" if self.pair is not None else self._empty_text())
        self.over_epochs.set_empty_text("" if self.pair is not None else self.tr("The difference, over the epochs."))
        runs = self.pair or (None, None)
        for run, share, size in zip(runs, self.accuracies, self.sizes, strict=True):
            colour = run_colour(run.number, self.palette()) if run is not None else None
            share.set_value(percent_text(accuracy(run), 2) if run is not None else "")
            size.set_value(number_text(sizes(run).mean, 2) if run is not None else "")
            share.set_colour(colour)
            size.set_colour(colour)
        self.difference.set_value(difference_text(*self.pair) if self.pair is not None else "")
        sentences = bias_sentences(*self.pair) if self.pair is not None else []
        if self._is_low():
            del sentences[:-1]
        self._sentence.setText(" ".join(sentences))
        self._remarks.setText(" ".join(remarks_about(self._trial)))
        self._remarks.setVisible(bool(self._remarks.text()))
        if self.isVisible():
            conclude(self._conclusion, self.pair)

    def _empty_text(self) -> str:
        if self._all_hidden_text:
            return self._all_hidden_text
        if self._trial.running:
            return self.tr("The two networks are being trained …")
        return self.tr(
            "Here you will see two runs that differ only in this: whether the penalty acts on the biases, too. "
            "Press S to train both."
        )
