"""How does the network learn? Costs, accuracies and weights, live."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.run_figures import figures_at
from nnreg_gui.engine.scenarios import Published, Scenario
from nnreg_gui.pages.learning.epoch_marks import change_marks, stopping_marks
from nnreg_gui.pages.learning.lies_sentences import lies_text
from nnreg_gui.pages.learning.signs_marks import accuracy_marks, cost_marks
from nnreg_gui.pages.learning.signs_of_run import SignsOfRun
from nnreg_gui.pages.learning.signs_sentences import conclusion_text, question_text
from nnreg_gui.pages.learning.signs_strip import SignsStrip
from nnreg_gui.pages.learning.weight_histogram import WeightHistogram
from nnreg_gui.pages.outcome import gap_text, overshoots
from nnreg_gui.pages.page import Page
from nnreg_gui.pages.run_figures import figures_of
from nnreg_gui.pages.setting import Setting
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.learning_curves import AccuracyPlot, CostPlot
from nnreg_gui.plots.epochs.published_bands import PublishedBand
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column, row
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import percent_text, significant_text
from nnreg_gui.widgets.tile import Tile

if TYPE_CHECKING:
    from nnreg_gui.engine.overfitting import Thresholds
    from nnreg_gui.pages.learning.signs_view import SignsView  # not at startup, which it would slow down

_VIEWS = WEIGHTS, SIGNS = "weights", "signs"  # what stands beside the curves
_OF_VALIDATION = ("validation", "gap")
_OF_LIES, _OF_WEIGHTS = ("learnt", "in_spite"), ("largest_weight", "small_weights")  # the ones in place of the others
_TILES = ("training", *_OF_VALIDATION, *_OF_LIES, *_OF_WEIGHTS)


class LearningPage(Page):
    """Places tiles, the signs of overfitting, learning curves, and weight histograms or the signs in detail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenarios: Sequence[Scenario] = ()
        self._language = "en"
        self._runs: Sequence[DrawnRun] = ()
        self._lies = False  # whether the selected run has wrong labels
        self.tiles = {name: Tile(Room.LARGE) for name in _TILES}
        self.cost, self.accuracy = CostPlot(), AccuracyPlot()
        self._signs, self.signs = SignsOfRun(), SignsStrip()
        self.signs_view: SignsView | None = None  # until somebody looks at it
        self.histograms: list[WeightHistogram] = []
        self._histogram_area, self._curves = QWidget(), QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._histogram_grid = QGridLayout(self._histogram_area)
        self._place()
        self.cost.zoomed.connect(self.accuracy.look_at)
        self.accuracy.zoomed.connect(self.cost.look_at)
        for plot in (self.cost, self.accuracy):
            plot.epoch_hovered.connect(self._show_epoch)
        self.signs.details_wanted.connect(self._show_details)
        self.retranslate()

    def _place(self) -> None:
        self._curves.setSpacing(4)
        self._curves.addWidget(self.cost, 10)
        self._curves.addWidget(self.accuracy, 11)
        self._histogram_grid.setContentsMargins(0, 0, 0, 0)
        tiles = row(*((tile, 1) for tile in self.tiles.values()), spacing=8)
        self._plots = row((self._curves, 6), (self._histogram_area, 4), spacing=12)
        parts = self.conclusion, tiles, self.signs, (self._plots, 1)
        column(*parts, parent=self, spacing=8, margins=PAGE_MARGINS)

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw these runs; the selected one fills the tiles."""
        self._runs = runs
        selected = self._selected()
        self.cost.show_runs(runs)
        self.accuracy.show_runs(runs)
        looked_at = runs if selected is None else [selected]
        self._show_layers(max((len(run.history.experiment.network.hidden) + 1 for run in looked_at), default=2))
        for histogram in self.histograms:
            histogram.show_runs(runs)
        self._fill_tiles(selected)
        history = selected.history if selected is not None else None
        marks = change_marks(history) if history is not None else []
        if history is not None and self.shows_validation:
            marks += stopping_marks(history)
        self.cost.show_marks(marks)
        self.accuracy.show_marks([(epoch, "") for epoch, _ in marks])
        self._show_published(history)
        self._show_signs(selected)
        self._conclude(selected)
        self._show_empty()

    def set_scenarios(self, scenarios: Sequence[Scenario], language: str) -> None:
        self._scenarios, self._language = scenarios, language
        self.show_runs(self._runs)

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Choose between a linear and a logarithmic axis of epochs."""
        self.cost.set_logarithmic(logarithmic)
        self.accuracy.set_logarithmic(logarithmic)
        self.logarithmic_changed.emit(logarithmic)

    def show_validation(self, shown: bool) -> None:
        """Show what was measured on validation images, or nothing that says anything about it."""
        if shown == self.shows_validation:
            return
        self.shows_validation = shown
        self.cost.leave_out(() if shown else ("validation_cost",))
        self.accuracy.leave_out(() if shown else ("validation_accuracy",))
        self.show_runs(self._runs)
        self.fit()
        self.view_changed.emit()

    @property
    def views(self) -> tuple[str, ...]:
        """What may stand beside the curves."""
        return _VIEWS

    @property
    def present_view(self) -> str:
        """What stands beside the curves."""
        return SIGNS if self.signs.button.isChecked() else WEIGHTS

    def open_view(self, name: str) -> None:
        if name not in _VIEWS:
            raise KeyError(name)
        self.signs.button.setChecked(name == SIGNS)

    def settings(self) -> Mapping[str, Setting]:
        return {
            "logarithmic": Setting(self.set_logarithmic, lambda: self.cost.epochs.logarithmic),
            "validation": Setting(self.show_validation, lambda: self.shows_validation),
        }

    @Slot()
    def show_whole(self) -> None:
        """Make all plots follow the run again."""
        for plot in (self.cost, self.accuracy, *self.histograms):
            plot.show_whole()

    def retranslate(self) -> None:
        captions = {
            "training": (self.tr("Training"), self.tr("Share of the training images that are recognized")),
            "validation": (
                self.tr("Validation"),
                self.tr("Share of the validation images that are recognized: they are never learned"),
            ),
            "gap": (self.tr("Gap (points)"), self.tr("Training accuracy minus validation accuracy, in points")),
            "learnt": (
                self.tr("Lies learnt by heart"),
                self.tr("Share of the training images with a wrong label that the network calls by that label"),
            ),
            "in_spite": (
                self.tr("Right in spite"),
                self.tr("Share of the training images with a wrong label that are recognized in spite of it"),
            ),
            "largest_weight": (self.tr("Largest |w|"), self.tr("The largest weight of all layers, without its sign")),
            "small_weights": (
                self.tr("|w| < 0.01"),
                self.tr("Share of the weights of all layers that are nearly zero"),
            ),
        }
        for name, (caption, help_text) in captions.items():
            self.tiles[name].set_caption(caption)
            self.tiles[name].setToolTip(help_text)
        self.show_runs(self._runs)
        self._mark_signs()
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.show_runs(self._runs)

    def fit(self) -> None:
        """Leave most of a tiny page to the curves: signs and histograms make room for them."""
        tiny = self.room is Room.TINY
        for name, tile in self.tiles.items():
            replaced = name in (_OF_WEIGHTS if self._lies else _OF_LIES)
            tile.setVisible(not replaced and (self.shows_validation or name not in _OF_VALIDATION))
        details = self.signs.button.isChecked() and self.shows_validation
        self.signs.setVisible(not tiny and self.shows_validation)
        self._histogram_area.setVisible(not tiny and not details)
        if self.signs_view is not None:
            self.signs_view.setVisible(not tiny and details)
        side_by_side = QBoxLayout.Direction.LeftToRight
        self._curves.setDirection(side_by_side if tiny else QBoxLayout.Direction.TopToBottom)
        self.cost.show_bottom_axis(self.room in (Room.TINY, Room.LARGE))
        self.accuracy.set_bottom_label("" if self.compact else self.tr("Epoch"))

    def _fill_tiles(self, run: DrawnRun | None) -> None:
        """Say how the selected run stands at the epoch that the user looks at, or the means of its repeats."""
        lies = run is not None and run.history.experiment.data.lies > 0
        if lies != self._lies:
            self._lies = lies
            self.fit()
        figures = _figures(run)
        if run is None or not figures:
            for tile in self.tiles.values():
                tile.set_value("")
                tile.set_colour(None)
            return
        values = {
            "training": percent_text(figures["training_accuracy"]),
            "validation": percent_text(figures["validation_accuracy"]),
            "gap": gap_text(figures["gap"]),
            "largest_weight": significant_text(figures["largest_weight"], 3),
            "small_weights": percent_text(figures["small_weights"]),
            "learnt": percent_text(figures["wrong_labels_learnt"]) if lies else "",
            "in_spite": percent_text(figures["right_in_spite"]) if lies else "",
        }
        for name, value in values.items():
            self.tiles[name].set_value(value)
            self.tiles[name].set_colour(run_colour(run.number, self.palette()))

    def _show_signs(self, run: DrawnRun | None) -> None:
        """Say what the curves of the selected run say about overfitting, if they have gone on."""
        if self._signs.judge(run):
            self.signs.show_signs(self._signs.looked_at, _wrong_labels(run))
            if self.signs_view is not None:
                self.signs_view.show_signs(self._signs.looked_at, _wrong_labels(run))
            self._mark_signs()

    def _conclude(self, run: DrawnRun | None) -> None:
        """Say what the selected run made of lies, or whether it overfits; keep asking until that is known."""
        if not self.shows_validation:
            self.conclusion.ask(self.tr("Is this a good network?"))
        elif run is not None and overshoots(run.history):
            self.conclusion.say(self.tr("Run {0} does not learn: η is too large.").format(run.number))
        elif run is not None and run.history.experiment.data.lies and (lies := _lies_text(run)):
            self.conclusion.say(lies)
        elif run is not None and (answer := conclusion_text(self._signs.looked_at, run.number)):
            self.conclusion.say(answer)
        else:
            number = run.number if run is not None else 0
            self.conclusion.ask(question_text(self._signs.looked_at, number))

    def _mark_signs(self) -> None:
        self.cost.show_curve_marks(cost_marks(self._signs.whole))
        self.accuracy.show_curve_marks(accuracy_marks(self._signs.whole))

    @Slot(bool)
    def _show_details(self, wanted: bool) -> None:
        """Show the signs in detail in place of the histograms, or vice versa."""
        if wanted and self.signs_view is None:
            from nnreg_gui.pages.learning.signs_view import SignsView

            self.signs_view = SignsView()
            self.signs_view.thresholds_changed.connect(self._take_thresholds)
            self.signs_view.show_signs(self._signs.looked_at, _wrong_labels(self._selected()))
            self._plots.addWidget(self.signs_view, 5)
        self.fit()

    @Slot(object)
    def _take_thresholds(self, thresholds: "Thresholds") -> None:
        self._signs.thresholds = thresholds
        self.show_runs(self._runs)

    def _selected(self) -> DrawnRun | None:
        return next((run for run in self._runs if run.selected), None)

    def _show_layers(self, layers: int) -> None:
        """Provide as many histograms as the networks have layers; up to two are stacked, more go into a square."""
        if len(self.histograms) == layers:
            return
        for histogram in self.histograms:
            self._histogram_grid.removeWidget(histogram)
            histogram.hide()  # at once; it is deleted when there is nothing else to do
            histogram.deleteLater()
        self.histograms = [WeightHistogram(layer) for layer in range(layers)]
        columns = 1 if layers <= 2 else 2
        for place, histogram in enumerate(self.histograms):
            self._histogram_grid.addWidget(histogram, place // columns, place % columns)

    def _show_published(self, history: RunHistory | None) -> None:
        """Draw the figures published for the selected run's experiment."""
        figures: tuple[Published, ...] = ()
        if history is not None and history.is_plain and self.shows_validation:
            figures = next((s.published for s in self._scenarios if s.describes(history.experiment)), ())
        of_epochs = [figure for figure in figures if figure.quantity == "lowest_cost_epoch"]
        self.cost.show_bands([self._band(figure) for figure in of_epochs])
        self.accuracy.show_bands([self._band(figure) for figure in figures if figure not in of_epochs])

    def _band(self, figure: Published) -> PublishedBand:
        of_epochs = figure.quantity == "lowest_cost_epoch"
        return PublishedBand(figure.low, figure.high, figure.text[self._language], of_epochs)

    def _show_empty(self) -> None:
        """Let each plot say, before the first run, what will appear and which key starts it."""
        nothing = not any(len(run.history) for run in self._runs)
        texts: dict[Plot, str] = {
            self.cost: self.tr("Here the cost C₀ of training and validation images will fall. Press Space to start."),
            self.accuracy: self.tr(
                "Here the accuracies will rise, and the gap between them will show overfitting. Press Space to start."
            ),
            **{plot: self.tr("Here you will see the weights spread or shrink.") for plot in self.histograms},
        }
        if not self.shows_validation:
            texts[self.cost] = texts[self.accuracy] = ""  # which would speak of validation
        for plot, text in texts.items():
            plot.set_empty_text((self.hidden_text() if self.all_hidden else text) if nothing else "")

    @Slot(object)
    def _show_epoch(self, epoch: float | None) -> None:
        self.cost.show_epoch(epoch)
        self.accuracy.show_epoch(epoch)


def _figures(run: DrawnRun | None) -> Mapping[str, float]:
    """Return the figures of a run at the epoch that the user looks at, or the means of its repeats; {} if unknown."""
    record = run.record if run is not None else None
    if run is None or record is None:
        return {}
    if len(run.repeats) > 1:
        return {name: figure.mean for name, figure in figures_of(run.repeats).items()}
    return figures_at(run.history, record.epoch)


def _wrong_labels(run: DrawnRun | None) -> float:
    return run.history.experiment.essence.data.wrong_labels if run is not None else 0.0


def _lies_text(run: DrawnRun) -> str:
    """Return what the network looked at made of lies; "" for an untrained one, which repeats some by chance."""
    trained = run.record is not None and (run.record.epoch > 0 or run.history.pruning is not None)
    return lies_text(run.number, run.history.experiment, _figures(run)) if trained else ""
