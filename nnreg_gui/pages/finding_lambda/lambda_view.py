"""The search for λ: choices, the picture, and what is best."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.searches.grids import GridPoint, PointSummary, best_of
from nnreg_gui.pages.finding_lambda.lambda_choices import LambdaChoices
from nnreg_gui.pages.finding_lambda.lambda_curves import LambdaCurves
from nnreg_gui.pages.finding_lambda.lambda_plan import LambdaPlan, applied_or_none
from nnreg_gui.pages.finding_lambda.search_sentences import (
    best_text,
    changed_text,
    doubt_text,
    lambda_conclusion,
    measured_text,
    point_text,
    spread_text,
    trial_remarks,
    without_penalty,
)
from nnreg_gui.pages.finding_lambda.search_series import lambda_series
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.panels.experiment_text import regularization_text
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.seen_widget import SeenWidget
from nnreg_gui.widgets.texts import significant_text, whole_text


class LambdaView(SeenWidget):
    """Places the choices above the picture, and the results below it, in details.

    Args:
        trial: runs the search.
        conclusion: where the page states what it shows.

    Signals:
        experiment_chosen: carries the chosen `Experiment` with the penalty that was found.
    """

    experiment_chosen = Signal(object)

    def __init__(self, trial: GridTrial, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial, self._conclusion = trial, conclusion
        self._experiment: Experiment | None = None
        self._asked: tuple[LambdaPlan, Experiment] | None = None  # what the picture shows
        self.choices, self.bar, self.plot = LambdaChoices(), SearchBar(trial), LambdaCurves()
        self._count, self._remarks, self.use = QLabel(), Paragraph(), Button("U")
        self._found, self._measured = Paragraph(), ElidedLabel()
        self._place()
        self.choices.changed.connect(self._show_count)
        self.bar.start_pressed.connect(self._start)
        self.use.clicked.connect(self._use_best)
        self.plot.point_chosen.connect(self._use)
        trial.changed.connect(self._refresh)
        self.retranslate()

    def _place(self) -> None:
        self.choices.first_row.addWidget(self.bar)
        self.choices.second_row.addWidget(self._count)
        below = row((self._remarks, 1), self.use, spacing=12)
        details = Details(self._found, self._measured)
        column(self.choices, (self.plot, 1), below, details, parent=self, spacing=6)
        self.show_from(Room.FULL, self._count)

    def set_experiment(self, experiment: Experiment) -> None:
        """Take the chosen experiment: the next search starts from it, and the λ found is applied to it."""
        self._experiment = experiment
        self._show_count()
        self._refresh()

    def retranslate(self) -> None:
        self.use.set_texts(
            self.tr("Use this λ"),
            self.tr("Put the best penalty into the experiment; a click on a point puts that one there"),
        )
        self._show_count()
        self._refresh()

    # ----------------------------------------------------------------------------------------------------- searching

    @Slot()
    def _start(self) -> None:
        if self._experiment is None:
            return
        plan = self.choices.value()
        grid = plan.grid(self._experiment)
        self._asked = plan, plan.base(self._experiment)
        tried = [point.lambda_ for point in grid.points if point.lambda_] or [plan.low, plan.high]
        self.plot.set_values(min(tried), max(max(tried), 2 * min(tried)), with_off=True)
        self._trial.start_grid(grid)

    def _draw(self) -> None:
        """Show what is known now."""
        summaries = self._trial.summaries()
        best = best_of(summaries)
        mark = None
        if best is not None:
            mark = best.point.lambda_, best.validation_accuracy.mean, best_text(best, self._crossed)
        self.plot.show_series(lambda_series(summaries), mark)
        self.plot.name_lines(self._asked[0].penalties if self._asked is not None else ())
        self.plot.set_empty_text(self._empty_text() if not summaries else "")
        self.use.setEnabled(best is not None and self._applied(best.point) is not None)
        self._conclude(summaries)
        self._remarks.setText(self._remarks_text(best))
        self._found.setText(self._sentence(summaries, best))
        self._measured.setText(self._measured_sentence())

    @Slot()
    def _show_count(self) -> None:
        if self._experiment is not None:
            runs = len(self.choices.value().grid(self._experiment).points)
            self._count.setText(self.tr("{0} runs").format(whole_text(runs)))

    # --------------------------------------------------------------------------------------------------------- using

    @Slot()
    def _use_best(self) -> None:
        best = best_of(self._trial.summaries())
        if best is not None:
            self._use(best.point)

    @Slot(object)
    def _use(self, point: GridPoint) -> None:
        experiment = self._applied(point)
        if experiment is not None:
            self.experiment_chosen.emit(experiment)

    def _applied(self, point: GridPoint) -> Experiment | None:
        if self._experiment is None:
            return None
        return applied_or_none(self._experiment, point, dropout=self._crossed == "dropout")

    @property
    def _crossed(self) -> str:
        """What λ is crossed with in the picture."""
        return self._asked[0].crossed if self._asked is not None else ""

    # ----------------------------------------------------------------------------------------------------- sentences

    def _empty_text(self) -> str:
        if self._trial.running:
            return self.tr("The first runs are being trained …")
        return self.tr(
            "Here you will see how many validation images are recognized with each λ. On MNIST a small one changes "
            "little, and beyond the best one accuracy falls again. Press S to search."
        )

    def _conclude(self, summaries: tuple[PointSummary, ...]) -> None:
        """Say which λ is best, once everything is known."""
        answer = lambda_conclusion(summaries, self._crossed) if self._trial.complete else ""
        self._conclusion.say_or_ask(answer, self.tr("Which λ is best?"))

    def _sentence(self, summaries: tuple[PointSummary, ...], best: PointSummary | None) -> str:
        """Say what was found."""
        if best is None:
            return ""
        said = self._comparison(summaries, best)
        doubt = doubt_text(best, summaries) if not self._trial.running else ""
        return f"{said} {doubt}" if doubt else said

    def _remarks_text(self, best: PointSummary | None) -> str:
        """Say what the results mean for the chosen experiment, and what went wrong."""
        parts = trial_remarks(self._trial)
        if best is None or self._experiment is None:
            return " ".join(parts)
        if self._asked is not None and self._asked[0].base(self._experiment) != self._asked[1]:
            parts.insert(0, changed_text())
        n = self._experiment.data.training_images
        applied = self._applied(best.point)
        if applied is None:
            text = self.tr("For the chosen n = {0} and η = {1}, ηλ/n would not be below 1.")
            parts.append(text.format(whole_text(n), significant_text(self._experiment.training.learning_rate)))
        elif n != best.point.training_images and best.point.lambda_:
            text = self.tr("For the chosen n = {0}, the same λ/n is {1}.")
            parts.append(text.format(whole_text(n), regularization_text(applied.regularization)))
        return " ".join(parts)

    def _comparison(self, summaries: tuple[PointSummary, ...], best: PointSummary) -> str:
        name, accuracy = point_text(best.point, self._crossed), spread_text(best.validation_accuracy, best.seeds)
        off = without_penalty(best, summaries)
        if off is None or off is best:
            text = self.tr("Best so far: {0} with {1}.") if self._trial.running else self.tr("Best: {0} with {1}.")
            return text.format(name, accuracy)
        text = self.tr("Best: {0} with {1}; without a penalty, {2}.")
        if self._trial.running:
            text = self.tr("Best so far: {0} with {1}; without a penalty, {2}.")
        return text.format(name, accuracy, spread_text(off.validation_accuracy, off.seeds))

    def _measured_sentence(self) -> str:
        """Say what the accuracies were measured on."""
        grid = self._trial.grid
        if grid is None or self._asked is None:
            return ""
        images = ""
        if self._crossed == "sizes":
            sizes = sorted({point.training_images for point in grid.points})
            images = self.tr("{0} images").format("; ".join(whole_text(n) for n in sizes))
        return measured_text(grid, images=images)
