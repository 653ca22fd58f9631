"""Trained networks past the peak: few parameters to very many, with true labels and with wrong ones."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.random_features import parameters
from nnreg_gui.engine.searches.parameter_cut import HIDDEN, IMAGES, LAST, LOWEST, SEEDS, SHARES, CutSummary
from nnreg_gui.pages.past_the_peak.cut_curves import AccuracyCut, CostCut
from nnreg_gui.pages.past_the_peak.cut_trial import CutTrial
from nnreg_gui.pages.past_the_peak.trained_sentences import Curves, conclude, details_text, peak
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.trial_sentences import remarks_about
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.search_curves import SearchPoint, SearchSeries
from nnreg_gui.widgets.button import CheckBox
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.seen_widget import SeenWidget
from nnreg_gui.widgets.texts import percent_text, whole_text

_LOOKS = ((Line.SOLID, 1, "o"), (Line.DASHED, 2, "s"))  # of the series, by share


class TrainedView(SeenWidget):
    """Places accuracies beside costs, and the details below.

    Args:
        trial: trains.
        conclusion: where the page states what it shows.
    """

    def __init__(self, trial: CutTrial, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial, self._conclusion = trial, conclusion
        self.choices, self.bar = CheckBox("V"), SearchBar(trial)  # which the page places
        self.accuracies, self.costs = AccuracyCut(), CostCut()
        self._remarks, self._sentence = Paragraph(), Paragraph()
        pictures = row((self.accuracies, 1), (self.costs, 1), spacing=12)
        column((pictures, 1), self._remarks, Details(self._sentence), parent=self, spacing=6)
        self.choices.toggled.connect(self._refresh)
        self.bar.start_pressed.connect(trial.begin)
        trial.changed.connect(self._refresh)
        self.retranslate()

    @Slot()
    def show_whole(self) -> None:
        """Show everything again in pictures that were zoomed."""
        self.accuracies.show_whole()
        self.costs.show_whole()

    @Slot()
    def _refresh(self) -> None:
        self.bar.button.setEnabled(self._trial.running or not self._trial.complete)
        super()._refresh()

    def _draw(self) -> None:
        epoch = LOWEST if self.choices.isChecked() else LAST
        curves = self._trial.curves(epoch)
        known = any(curves.values())
        self.accuracies.show_series(self._series(curves, "accuracy"))
        self.costs.show_series(self._series(curves, "cost"), self._mark(curves))
        empty = self.tr("Press S: trained networks with {0} to {1} hidden neurons, with true and with wrong labels.")
        self.costs.set_empty_text("" if known or self._trial.running else empty.format(HIDDEN[0], HIDDEN[-1]))
        self.accuracies.setVisible(known and not self.compact)
        conclude(self._conclusion, curves, epoch)
        self._remarks.setText(" ".join(remarks_about(self._trial)))
        self._sentence.setText(details_text(curves))

    def _series(self, curves: Curves, quantity: str) -> list[SearchSeries]:
        names = self.tr("true labels"), self.tr("{0} wrong").format(percent_text(SHARES[-1], 0))
        return [
            SearchSeries(
                name,
                tuple(_point(hidden, one, quantity) for hidden, one in curves[share].items()),
                line,
                colour,
                marker,
            )
            for share, name, (line, colour, marker) in zip(SHARES, names, _LOOKS, strict=True)
            if curves[share]
        ]

    def _mark(self, curves: Curves) -> tuple[float, float, str] | None:
        """Return where the highest peak is, and the words there."""
        found = [(curve[hidden].validation_cost.mean, hidden) for curve in curves.values() if (hidden := peak(curve))]
        if not found:
            return None
        cost, hidden = max(found)
        return parameters(hidden), cost, self.tr("peak")

    def retranslate(self) -> None:
        """Say everything in the present language; the parts do so themselves."""
        self.choices.set_texts(
            self.tr("Stopped early"),
            self.tr("Show each network as it was at its lowest validation cost, as early stopping would keep it"),
        )
        tool_tip = self.tr(
            "Train networks of {0} to {1} hidden neurons on {2} images of MNIST, with true and with {3} wrong labels, "
            "with {4} seeds: some minutes"
        )
        ends = HIDDEN[0], HIDDEN[-1], whole_text(IMAGES), percent_text(SHARES[-1], 0), len(SEEDS)
        self.bar.set_start_texts(self.tr("Train"), tool_tip.format(*ends))
        self._refresh()


def _point(hidden: int, one: CutSummary, quantity: str) -> SearchPoint:
    spreads = {
        "accuracy": (one.validation_accuracy, one.training_accuracy),
        "cost": (one.validation_cost, one.training_cost),
    }
    return SearchPoint(parameters(hidden), *spreads[quantity], hidden, f"h = {hidden}")
