"""How much accuracy is left when hidden neurons are switched off, and how much these say the same."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.questions.coadaptation import mean_absolute_correlation
from nnreg_gui.engine.questions.thinning import SHARES_OFF
from nnreg_gui.pages.dropout.correlation_picture import STRONGEST, CorrelationPicture
from nnreg_gui.pages.dropout.dropout_runs import compared_pair, differ_only_in_dropout, dropout_of
from nnreg_gui.pages.dropout.neurons_off_curves import NeuronsOffCurves, OffCurve
from nnreg_gui.pages.dropout.sentences import SPOKEN_OF, conclude_robust
from nnreg_gui.pages.measuring_sentences import failure_text
from nnreg_gui.pages.per_network import PerNetwork
from nnreg_gui.pages.trained_runs import ended, network_of
from nnreg_gui.plots.colour_scale import ColourScale
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.seen_widget import SeenWidget
from nnreg_gui.widgets.texts import number_text, percent_text

_MOST_RUNS = 6  # more would be indistinguishable
_RESOLUTION = 1000


class RobustView(SeenWidget):
    """Places the curves beside the correlations of two runs, and the details below.

    Args:
        off: the share of the validation images that networks recognize, (shares, draws), for all `SHARES_OFF`.
        correlations: how the hidden neurons of networks are correlated, (neurons, neurons).
        conclusion: where the page states what it shows.
    """

    def __init__(
        self,
        off: PerNetwork[np.ndarray],
        correlations: PerNetwork[np.ndarray],
        conclusion: Conclusion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._images = MNIST.validation_images
        self._conclusion = conclusion
        self._off, self._correlations = off, correlations
        self._runs: list[DrawnRun] = []
        self._pair: list[DrawnRun] = []
        self._why_not = ""
        self.plot, self.pictures = NeuronsOffCurves(SHARES_OFF), [CorrelationPicture(), CorrelationPicture()]
        self.scale, self._hovered = ColourScale(), QLabel()
        self._robust, self._alike, self._remark = Paragraph(), Paragraph(), Paragraph()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, _RESOLUTION)
        self._side = QWidget()
        self._place()
        for picture in self.pictures:
            picture.pair_hovered.connect(self._show_pair)
        for measurements in (off, correlations):
            measurements.changed.connect(self._refresh)
        self.retranslate()

    def _place(self) -> None:
        both = row(*((picture, 1) for picture in self.pictures), spacing=12)
        column((both, 1), row(STRETCH, self._hovered, self.scale, STRETCH), parent=self._side)
        pictures = row((self.plot, 1), (self._side, 1), spacing=12)
        details = Details(self._robust, self._alike)
        column((pictures, 1), self._bar, self._remark, details, parent=self, spacing=6)
        self.show_from(Room.FULL, self._side)

    # -------------------------------------------------------------------------------------------------- what is shown

    def show_runs(self, runs: Sequence[DrawnRun], why_not: str, images: int = MNIST.validation_images) -> None:
        """Show the finished ones of these runs, at most the newest six.

        Args:
            runs: those in the list.
            why_not: why there may be none.
            images: on how many they are measured.
        """
        self._images = images
        self._pair, self._why_not = compared_pair(runs), why_not
        own = ended(runs)
        others = [run for run in own if run not in self._pair][-(_MOST_RUNS - len(self._pair)) :]
        self._runs = [run for run in own if run in self._pair or run in others]
        self._refresh()

    @Slot()
    def show_whole(self) -> None:
        """Show everything again."""
        self.plot.show_whole()

    def _draw(self) -> None:
        """Show what is known, and request what is not."""
        curves = [curve for run in self._runs if (curve := self._curve_of(run)) is not None]
        self.plot.show_curves(curves)
        self.plot.set_empty_text("" if curves else self._empty_text())
        matrices = [self._correlations.of(network_of(run)) for run in self._pair]
        for picture, run, matrix in zip(self.pictures, self._pair, matrices, strict=False):
            picture.show_matrix(matrix, run.number, self._heading(run, matrix))
        for picture in self.pictures[len(self._pair) :]:
            picture.show_matrix(None)
        self.scale.set_limit(STRONGEST if any(matrix is not None for matrix in matrices) else 0.0)
        self._robust.setText(self._robust_text())
        self._alike.setText(self._alike_text(matrices))
        self._conclude()
        self._show_progress()
        self._off.want([network_of(run) for run in self._runs])
        self._correlations.want([network_of(run) for run in self._pair])

    def _show_progress(self) -> None:
        share = self._off.share
        self._bar.setVisible(share is not None)
        self._bar.setFixedHeight(self.fontMetrics().height() // 2)
        self._bar.setValue(round(_RESOLUTION * (share or 0.0)))

    def _curve_of(self, run: DrawnRun) -> OffCurve | None:
        """Return the curve of a run, as far as it is known."""
        found = self._off.of(network_of(run))
        if found is None:
            return None
        return OffCurve(run.number, found, with_dropout=bool(dropout_of(run)), strong=run.strong)

    def _heading(self, run: DrawnRun, matrix: np.ndarray | None) -> str:
        if matrix is None:
            return ""
        return self.tr("Run {0}: mean |r| {1}").format(run.number, _correlation_text(matrix))

    @Slot(object)
    def _show_pair(self, pair: tuple[int, int] | None) -> None:
        """State the correlation of the pair of neurons that the mouse points at."""
        picture = self.sender()
        matrix = picture.matrix if isinstance(picture, CorrelationPicture) else None
        if pair is None or matrix is None:
            self._hovered.setText("")
            return
        value = float(matrix[pair])
        text = self.tr("Neurons {0} and {1}: r = {2}")
        number = number_text(value, 2) if np.isfinite(value) else "–"
        self._hovered.setText(text.format(pair[0] + 1, pair[1] + 1, number))

    # ------------------------------------------------------------------------------------------------------ sentences

    def _conclude(self) -> None:
        """Say what the pair shows, if it differs in dropout alone, or why there is nothing to say."""
        found = [self._off.of(network_of(run)) for run in self._pair]
        is_pair = len(found) == 2 and bool(dropout_of(self._pair[0])) != bool(dropout_of(self._pair[1]))
        is_fair = is_pair and differ_only_in_dropout(*self._pair)
        known = [one for one in found if one is not None]
        pair = (known[0], known[1]) if is_fair and len(known) == 2 else None
        conclude_robust(self._conclusion, pair, self._images)
        remark, problem = "", self._off.problem or self._correlations.problem
        if problem is not None:
            remark = failure_text(problem)
        elif is_pair and not is_fair:
            text = self.tr("Runs {0} and {1} differ in more than dropout.")
            remark = text.format(*(run.number for run in self._pair))
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def _robust_text(self) -> str:
        """Say what the runs of the pair, or all runs, lose."""
        said = []
        for run in self._pair:
            found = self._off.of(network_of(run))
            if found is not None:
                text = self.tr("Run {0} ({1}): {2} with all neurons, {3} with {4} of them off.")
                said.append(text.format(run.number, run.name, percent_text(float(found[0].mean())),
                                        percent_text(float(found[SPOKEN_OF].mean())),
                                        percent_text(SHARES_OFF[SPOKEN_OF], 0)))  # fmt: skip
        return " ".join(said)

    def _alike_text(self, matrices: Sequence[np.ndarray | None]) -> str:
        """Say which run's neurons are correlated more."""
        known = [matrix for matrix in matrices if matrix is not None]
        if len(self._pair) != 2 or len(known) != 2:
            return ""
        without, with_it = (mean_absolute_correlation(matrix) for matrix in known)
        if not np.isfinite(without + with_it):
            return ""  # such as of a single hidden neuron
        if bool(dropout_of(self._pair[0])) or not dropout_of(self._pair[1]):
            text = self.tr("Two hidden neurons are correlated with |r| = {0} on average in run {1}, {2} in run {3}.")
            return text.format(
                number_text(without, 2), self._pair[0].number, number_text(with_it, 2), self._pair[1].number
            )
        if round(without, 2) == round(with_it, 2):
            text = self.tr("Hidden neurons are correlated alike with dropout and without: mean |r| {0} and {1}.")
        elif with_it > without:
            text = self.tr(
                "Hidden neurons are correlated more with dropout, not less: mean |r| {0}, without {1} (one seed each)."
            )
        else:
            text = self.tr(
                "Hidden neurons are correlated less with dropout: mean |r| {0}, without {1} (one seed each)."
            )
        return text.format(number_text(with_it, 2), number_text(without, 2))

    def _empty_text(self) -> str:
        if self._why_not:
            return self._why_not
        if self._runs:
            return self.tr("Hidden neurons are being switched off …")
        return self.tr(
            "Here you will see what runs recognize when hidden neurons are switched off, as soon as one is over. "
            "Press S to train one without and one with dropout."
        )

    # ---------------------------------------------------------------------------------------------- texts, and room

    def retranslate(self) -> None:
        self._bar.setAccessibleName(self.tr("How much is measured"))
        self._bar.setToolTip(self.tr("How much is measured"))
        self.plot.setToolTip(
            self.tr(
                "All validation images; each point is the mean of {0} random choices of neurons, the bar one standard "
                "deviation up and down. The neurons that stay on are not scaled."
            ).format(10)
        )
        for picture in self.pictures:
            picture.setAccessibleName(self.tr("Correlation of hidden neurons"))
            picture.setToolTip(
                self.tr(
                    "Each square: the correlation r of two neurons of the last hidden layer over all validation images"
                )
            )
            picture.set_empty_text(self.tr("Here the correlation of every two hidden neurons will be seen."))
        self._refresh()


def _correlation_text(matrix: np.ndarray) -> str:
    mean = mean_absolute_correlation(matrix)
    return number_text(mean, 2) if np.isfinite(mean) else "–"
