"""Real digits past the peak: random hidden layers, narrow to very wide, as curves that fill in."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.spread import Spread
from nnreg_gui.pages.measuring_sentences import failure_text
from nnreg_gui.pages.past_the_peak.digits_sentences import accuracy, conclude, details_text
from nnreg_gui.pages.past_the_peak.layer_choices import LayerChoices
from nnreg_gui.pages.past_the_peak.layer_curves import LayerCurves
from nnreg_gui.pages.past_the_peak.layer_trial import IMAGES, LAMBDAS, SEEDS, SHARES, WIDTHS, LayerTrial
from nnreg_gui.pages.past_the_peak.power_curves import PowerCurve, PowerCurves
from nnreg_gui.pages.past_the_peak.scales import NEURONS
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.search_curves import SearchPoint, SearchSeries
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.seen_widget import SeenWidget
from nnreg_gui.widgets.texts import significant_text, whole_text

_ENDS = WIDTHS[0], WIDTHS[-1]
_COSTS = 0.05, 1_000.0


class DigitsView(SeenWidget):
    """Places accuracies beside costs, and the details below.

    Args:
        trial: measures.
        conclusion: where the page states what it shows.
    """

    def __init__(self, trial: LayerTrial, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial, self._conclusion = trial, conclusion
        self.choices, self.bar = LayerChoices(), SearchBar(trial)  # which the page places
        self.curves, self.costs = LayerCurves(), PowerCurves(NEURONS)
        self._remarks, self._sentence = Paragraph(), Paragraph()
        self.curves.set_values(*_ENDS, with_off=False, lowest=0.0)
        pictures = row((self.curves, 3), (self.costs, 2), spacing=12)
        column((pictures, 1), self._remarks, Details(self._sentence), parent=self, spacing=6)
        self.choices.changed.connect(self._refresh)
        self.bar.start_pressed.connect(trial.start)
        trial.changed.connect(self._refresh)
        self.retranslate()

    @Slot()
    def show_whole(self) -> None:
        """Show everything again in pictures that were zoomed."""
        self.curves.show_whole()
        self.costs.show_whole()

    @Slot()
    def _refresh(self) -> None:
        self.bar.button.setEnabled(self._trial.running or not self._trial.complete)
        super()._refresh()

    def _draw(self) -> None:
        share, place = self.choices.share, self.choices.penalty
        self.curves.set_wrong_labels(SHARES[share])
        seen: list[tuple[int, str, Line, str, str]] = [(0, self.tr("without penalty"), Line.SOLID, "none", "o")]
        if place is not None:
            seen.append((place, f"λ = {significant_text(LAMBDAS[place])}", Line.DASHED, "l2", "s"))
        known = [width for width in WIDTHS if self._trial.of(width)]
        series = [
            SearchSeries(name, self._points(known, share, at), line, colour, marker)
            for at, name, line, colour, marker in seen
        ]
        valley = accuracy(self._trial, IMAGES, share)
        best = (IMAGES, valley, self.tr("as many as images")) if valley is not None else None
        self.curves.show_series(series if known else [], best)
        empty = self.tr(
            "Press S: networks with 10 to 10,000 hidden neurons, and what each makes of new digits of MNIST."
        )
        self.curves.set_empty_text("" if known or self._trial.running else empty)
        self.costs.setVisible(bool(known) and not self.compact)
        self.costs.set_axes(NEURONS, _ENDS, _COSTS, "h")
        costs = [
            PowerCurve(name, np.array(known), self._costs(known, share, at), line, colour, dotted=True)
            for at, name, line, colour, _ in seen
        ]
        self.costs.show_curves(costs if known else [], peak=IMAGES, peak_text=f"h = n = {whole_text(IMAGES)}")
        conclude(self._conclusion, self._trial, share)
        self._remarks.setText(failure_text(self._trial.problem) if self._trial.problem is not None else "")
        self._sentence.setText(details_text(self._trial, share, place))

    def _points(self, widths: list[int], share: int, place: int) -> tuple[SearchPoint, ...]:
        found = []
        for width in widths:
            training, validation = np.array([one.accuracies[share, place] for one in self._trial.of(width)]).T
            found.append(SearchPoint(width, Spread.of(validation), Spread.of(training), width))
        return tuple(found)

    def _costs(self, widths: list[int], share: int, place: int) -> np.ndarray:
        return np.array([np.mean([one.costs[share, place, 1] for one in self._trial.of(width)]) for width in widths])

    def retranslate(self) -> None:
        """Say everything in the present language; the parts do so themselves."""
        self.costs.set_title(self.tr("Data cost (validation)"))
        self.costs.set_bottom_label(self.tr("Hidden neurons h"))
        self.costs.setToolTip(self.tr("The mean squared error on validation images. The axis goes by powers of ten."))
        tool_tip = self.tr("Measure random layers of {0} to {1} neurons on {2} images of MNIST, with {3} seeds")
        ends = whole_text(WIDTHS[0]), whole_text(WIDTHS[-1]), whole_text(IMAGES), len(SEEDS)
        self.bar.set_start_texts(self.tr("Measure"), tool_tip.format(*ends))
        self._refresh()
