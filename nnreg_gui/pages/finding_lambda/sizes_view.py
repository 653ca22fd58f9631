"""Accuracy over the size of the training set, with and without regularization."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.pages.finding_lambda.search_sentences import changed_text, measured_text, trial_remarks
from nnreg_gui.pages.finding_lambda.search_series import size_series
from nnreg_gui.pages.finding_lambda.size_curves import SizeCurves
from nnreg_gui.pages.finding_lambda.sizes_plan import ALL_SIZES, QUICK_SIZES, SizesPlan
from nnreg_gui.pages.finding_lambda.sizes_sentences import comparison, conclude
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.panels.experiment_text import penalty_text
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.seen_widget import SeenWidget
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import significant_text, whole_text

_PLANS = {"quick": QUICK_SIZES, "full": ALL_SIZES}


class SizesView(SeenWidget):
    """Places the choice above the picture, and the results below it, in details.

    Args:
        trial: runs the search.
        conclusion: where the page states what it shows.
    """

    def __init__(self, trial: GridTrial, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial, self._conclusion = trial, conclusion
        self._experiment: Experiment | None = None
        self._asked: tuple[SizesPlan, Experiment] | None = None  # what the picture shows
        self.choice, self.bar, self.plot = SegmentedChoice(), SearchBar(trial), SizeCurves()
        self._about, self._remarks = ElidedLabel(), Paragraph()
        self._found, self._measured = Paragraph(), ElidedLabel()
        above = row(self.choice, (self._about, 1), self.bar, spacing=12)
        details = Details(self._found, self._measured)
        column(above, (self.plot, 1), self._remarks, details, parent=self, spacing=6)
        self.choice.changed.connect(self._show_about)
        self.bar.start_pressed.connect(self._start)
        trial.changed.connect(self._refresh)
        self.retranslate()

    def set_experiment(self, experiment: Experiment) -> None:
        """Take the chosen experiment: the next search starts from it."""
        self._experiment = experiment
        self._show_about()
        self._refresh()

    def retranslate(self) -> None:
        tool_tip = self.tr("{0} sizes with {1} seeds; no run sees more than {2} images, those of all epochs together")
        self.choice.set_choices(
            [
                (
                    key,
                    text,
                    tool_tip.format(len(plan.sizes), plan.seeds, whole_text(plan.most_seen)),
                )
                for (key, plan), text in zip(_PLANS.items(), (self.tr("Quick"), self.tr("All sizes")), strict=True)
            ]
        )
        self.choice.setAccessibleName(self.tr("How thorough"))
        self._show_about()
        self._refresh()

    @Slot()
    def show_whole(self) -> None:
        """Show everything again."""
        self.plot.show_whole()

    def _plan(self) -> SizesPlan:
        return _PLANS[self.choice.value()]

    @Slot()
    def _start(self) -> None:
        if self._experiment is None:
            return
        plan = self._plan()
        self._asked = plan, plan.base(self._experiment)
        sizes = plan.sizes_for(self._experiment)
        self.plot.set_values(sizes[0], sizes[-1], with_off=False, lowest=0.6)
        self._trial.start_grid(plan.grid(self._experiment))

    def _draw(self) -> None:
        """Show what is known now."""
        summaries = self._trial.summaries()
        if self._asked is not None:
            spec = self._asked[1].regularization
            parts = [penalty_text(spec.penalty)] if spec.penalty != "none" else []
            names = ", ".join([*parts, *self._dropout(spec)]), self.tr("no regularization")
            self.plot.show_series(size_series(summaries, *names, self._trial.epochs))
            self.plot.name_lines(names[1], names[0])
        self.plot.set_empty_text("" if summaries else self._empty_text())
        conclude(self._conclusion, summaries if self._trial.complete else ())
        self._remarks.setText(" ".join(self._remarks_texts()))
        said = comparison(summaries)
        self._found.setText(" ".join(said[-1:] if self.compact else said))
        self._measured.setText(self._measured_sentence())

    @Slot()
    def _show_about(self) -> None:
        if self._experiment is not None:
            text = self.tr("with {0}, and without; {1} runs")
            plan = self._plan()
            runs = len(plan.grid(self._experiment).points)
            self._about.setText(text.format(self._regularized(plan.base(self._experiment)), whole_text(runs)))

    def _regularized(self, base: Experiment) -> str:
        """Return the penalty with λ/n, which is the same at every size, and dropout."""
        spec = base.regularization
        per_image = significant_text(spec.lambda_ / base.data.training_images, 3)
        parts = [f"{penalty_text(spec.penalty)} λ/n = {per_image}"] if spec.penalty != "none" else []
        return ", ".join([*parts, *self._dropout(spec)])

    def _dropout(self, spec: RegularizationSpec) -> list[str]:
        return [self.tr("dropout {0}").format(significant_text(spec.dropout))] if spec.dropout else []

    def _empty_text(self) -> str:
        if self._trial.running:
            return self.tr("The first runs are being trained …")
        return self.tr(
            "Here you will see how many validation images are recognized after training on few images and on many, "
            "with regularization and without. Press S to search."
        )

    def _remarks_texts(self) -> list[str]:
        """Say what went wrong, and whether the results belong to another experiment."""
        remarks = trial_remarks(self._trial)
        if self._asked is not None and self._experiment is not None:
            plan, base = self._asked
            if plan.base(self._experiment) != base:
                return [changed_text(), *remarks]
        return remarks

    def _measured_sentence(self) -> str:
        grid = self._trial.grid
        if grid is None:
            return ""
        epochs = {one.data.training_images: one.training.epochs for one in grid.search.experiments}
        texts = self.tr("{0} epochs at n = {1}"), self.tr("{0} at {1}")
        said = "; ".join(
            texts[min(place, 1)].format(whole_text(count), _range_text(sizes))
            for place, (count, sizes) in enumerate(_sizes_by_epochs(epochs).items())
        )
        images = self.tr("{0} to {1} images").format(whole_text(min(epochs)), whole_text(max(epochs)))
        return measured_text(grid, images=images, epochs=said)


def _sizes_by_epochs(epochs: dict[int, int]) -> dict[int, list[int]]:
    sizes: dict[int, list[int]] = {}
    for n, count in sorted(epochs.items()):
        sizes.setdefault(count, []).append(n)
    return sizes


def _range_text(sizes: list[int]) -> str:
    first, last = whole_text(sizes[0]), whole_text(sizes[-1])
    return first if len(sizes) == 1 else f"{first}–{last}"
