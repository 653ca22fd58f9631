"""Should biases be penalized, too? Two runs that differ only in this."""

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.lecture_experiments import WITH_L2
from nnreg_gui.pages.shrinking.difference_plot import DifferencePlot
from nnreg_gui.pages.shrinking.pair_view import PairView
from nnreg_gui.pages.shrinking.run_pairs import bias_pair, with_biases
from nnreg_gui.pages.shrinking.sentences import accuracy, bias_sentences, conclude_biases, difference_text, sizes
from nnreg_gui.pages.trial import Trial
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.learning_curves import AccuracyPlot
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import number_text, percent_text
from nnreg_gui.widgets.tile import Tile


class BiasesView(PairView):
    """Places the figures of both runs above their accuracies, and what was measured below."""

    experiments = WITH_L2, with_biases(WITH_L2, penalized=True)

    def __init__(self, trial: Trial, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(trial, conclusion, parent)
        self.pair: tuple[DrawnRun, DrawnRun] | None = None
        self.accuracies, self.sizes = (Tile(Room.LARGE), Tile(Room.LARGE)), (Tile(Room.LARGE), Tile(Room.LARGE))
        self.difference = Tile(Room.LARGE)
        self.plot, self.over_epochs = AccuracyPlot(), DifferencePlot()
        self._plots = self.plot, self.over_epochs
        self._place()
        self.plot.epoch_hovered.connect(self.plot.show_epoch)
        self.plot.zoomed.connect(self.over_epochs.look_at)
        self.over_epochs.zoomed.connect(self.plot.look_at)
        self.retranslate()

    def _place(self) -> None:
        column(
            row(*self.accuracies, self.difference, *self.sizes, spacing=8),
            (self.plot, 4),
            (self.over_epochs, 3),
            self._remarks,
            Details(self._sentence),
            parent=self,
            spacing=6,
        )
        self.show_from(Room.FULL, self.over_epochs, *self.sizes)

    def _draw(self) -> None:
        """Draw the newest two runs that differ only in this."""
        self.pair = bias_pair(self._runs)
        self.plot.show_runs(sorted(self.pair or (), key=lambda run: run.number))
        self._show_difference()

    def retranslate(self) -> None:
        self.bar.set_start_texts(
            self.tr("Train both"),
            self.tr(
                "Train {0} with L2 (λ {2}) on {1} images for 400 epochs, with and without the penalty on biases, if "
                "such runs are not among those that are shown"
            ).format(*self.said_of_experiments()),
        )
        self.over_epochs.set_title(self.tr("Difference in points: biases too − weights only"))
        self.over_epochs.set_bottom_label(self.tr("Epoch"))
        self.plot.show_bottom_axis(self.compact)
        self._caption_tiles()
        super().retranslate()

    def _caption_tiles(self) -> None:
        whole = [self.tr("Validation, weights only"), self.tr("Validation, biases too"), self.tr("Difference, points")]
        short = [self.tr("Weights only"), self.tr("Biases too"), self.tr("Difference")]
        for tile, caption in zip((*self.accuracies, self.difference), short if self.compact else whole, strict=True):
            tile.set_caption(caption)
        sizes = self.tr("Mean |b|, weights only"), self.tr("Mean |b|, biases too")
        for tile, caption in zip(self.sizes, sizes, strict=True):
            tile.set_caption(caption)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_difference()
            self._say()

    def _show_difference(self) -> None:
        if self.pair is None:
            return
        columns = [run.history.column("validation_accuracy") for run in self.pair]
        known = min(map(len, columns))
        colour = run_colour(self.pair[1].number, self.palette())
        self.over_epochs.show_difference(columns[1][:known] - columns[0][:known], colour)

    @Slot()
    def _say(self) -> None:
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
        self._say_below(sentences[-1:] if self.compact else sentences)
        if self.isVisible():
            conclude_biases(self._conclusion, self.pair)

    def _empty_text(self) -> str:
        if self._all_hidden_text:
            return self._all_hidden_text
        if self._trial.running:
            return self.tr("The two networks are being trained …")
        return self.tr(
            "Here you will see two runs that differ only in this: whether the penalty acts on the biases, too. "
            "Press S to train both."
        )
