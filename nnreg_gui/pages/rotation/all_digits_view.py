"""What networks take all sixes, or all nines, for at every angle: two plots side by side."""

from collections.abc import Sequence
from html import escape

import numpy as np
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from nnreg_gui.engine.questions.question import NINE, SIX, Network
from nnreg_gui.pages.compared_runs import short_names
from nnreg_gui.pages.measuring_sentences import failure_text
from nnreg_gui.pages.per_network import PerNetwork
from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.pages.rotation.rotation_curves import CalledShares, RotationCurves
from nnreg_gui.pages.rotation.rotation_measurements import ANGLES
from nnreg_gui.pages.rotation.rotation_sentences import all_digits_conclusion, all_digits_question
from nnreg_gui.pages.trained_runs import ended, network_of
from nnreg_gui.plots.drawn_run import DrawnRun, most_important
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.texts import whole_text

_RESOLUTION = 1000


class AllDigitsView(FittingWidget):
    """Places the curves of all sixes and of all nines, the names of the runs, and how far measuring has got.

    Args:
        measurements: what is known about networks.
        conclusion: where the page states what it shows.
    """

    def __init__(
        self, measurements: PerNetwork[np.ndarray], conclusion: Conclusion, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._measurements, self._conclusion = measurements, conclusion
        self._runs: list[DrawnRun] = []
        self._pair = SIX_AND_NINE
        self._over = 0  # how many there are
        self.sixes, self.nines = RotationCurves(SIX, ANGLES), RotationCurves(NINE, ANGLES)
        self._names, self._measuring, self._bar = QLabel(wordWrap=True), QLabel(), QProgressBar(textVisible=False)
        self._names.setTextFormat(Qt.TextFormat.RichText)
        self._bar.setRange(0, _RESOLUTION)
        plots = row((self.sixes, 1), (self.nines, 1), spacing=12)
        column((plots, 1), row((self._names, 1), self._measuring, self._bar), parent=self, spacing=4)
        for plot in (self.sixes, self.nines):
            plot.angle_hovered.connect(self._show_angle)
        measurements.changed.connect(self._show)
        self.retranslate()

    def set_pair(self, pair: Pair) -> None:
        """Turn these two classes, which the measurements are about."""
        if pair != self._pair:
            self._pair = pair
            self.sixes.set_digit(pair.first, pair)
            self.nines.set_digit(pair.second, pair)
            self.retranslate()

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw the finished ones of these runs, at most three, and conclude about the selected one.

        More would be indistinguishable, with three curves each.
        """
        over = ended(runs)
        self._runs, self._over = most_important(over), len(over)
        self._show()

    def networks(self) -> list[Network]:
        """Return the networks to measure."""
        return [network_of(run) for run in self._runs]

    @Slot()
    def show_whole(self) -> None:
        """Show everything again in both plots."""
        self.sixes.show_whole()
        self.nines.show_whole()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        of_pair = self.tr("Turning both classes …")
        self._measuring.setText(self.tr("Turning all sixes and nines …") if self._pair.is_six_and_nine else of_pair)
        self._bar.setAccessibleName(self.tr("How much is measured"))
        self._bar.setToolTip(self.tr("How much is measured"))
        self._names.setToolTip(
            self.tr("The runs with a check mark in the list that are over; at most three are drawn.")
        )
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and font, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Restore this view's conclusion."""
        super().showEvent(event)
        self._conclude()

    @Slot()
    def _show(self) -> None:
        measured = [
            (run, counts) for run in self._runs if (counts := self._measurements.of(network_of(run))) is not None
        ]
        for place, plot in enumerate((self.sixes, self.nines)):
            count = int(measured[0][1][place, 0].sum()) if measured else 0
            shares = [(run, called_shares(counts[place], self._pair)) for run, counts in measured if count]
            plot.show_shares([CalledShares(run.number, one, run.strong) for run, one in shares], count)
            plot.set_empty_text("" if measured else self._empty_text())
        em, share = self.fontMetrics().height(), self._measurements.share
        self._bar.setFixedSize(8 * em, 2 * em // 3)
        self._bar.setValue(round(_RESOLUTION * (share or 0.0)))
        for widget in (self._bar, self._measuring):
            widget.setVisible(share is not None)
        briefs = short_names(self._runs)
        names = [self._name(run, briefs[run.number]) for run, _ in measured]
        if self._over > len(self._runs):
            few = self.tr("{0} of {1} runs: the selected one, the baseline, the newest")
            names.append(few.format(len(self._runs), whole_text(self._over)))
        self._names.setText("&emsp; ".join(names))
        self._conclude()

    def _conclude(self) -> None:
        if not self.isVisible():
            return
        run = next((run for run in self._runs if run.selected), None)
        counts = self._measurements.of(network_of(run)) if run is not None else None
        if run is None or counts is None or not counts[0].any():
            self._conclusion.ask(all_digits_question(self._pair))
        else:
            self._conclusion.say(all_digits_conclusion(run.number, counts, self._pair))

    def _name(self, run: DrawnRun, brief: str) -> str:
        colour = run_colour(run.number, self.palette()).name()
        text = self.tr("Run {0}") if self.compact else self.tr("Run {0}: {1}")
        name = text.format(run.number, brief)
        return f'<span style="color:{colour}">⬤</span>&nbsp;{escape(name)}'

    def _empty_text(self) -> str:
        if self._measurements.problem is not None:
            return failure_text(self._measurements.problem)
        if not self._pair.is_six_and_nine:
            if self._runs:
                return self.tr("Both classes of the validation set are being turned …")
            return self.tr("Here you will see what a run reads both classes as at every angle, as soon as it is over.")
        if self._runs:
            return self.tr("All sixes and all nines of the validation set are being turned …")
        return self.tr("Here you will see what a run reads sixes and nines as at every angle, as soon as it is over.")

    @Slot(object)
    def _show_angle(self, angle: float | None) -> None:
        self.sixes.show_angle(angle)
        self.nines.show_angle(angle)


def called_shares(counts: np.ndarray, pair: Pair = SIX_AND_NINE) -> np.ndarray:
    """Return which share is called either one of a pair, or something else: (3, angles), from (angles, classes)."""
    shares = counts / np.maximum(counts.sum(1, keepdims=True), 1)
    first, second = (shares[:, label] for label in pair.labels)
    return np.stack([first, second, 1 - first - second])
