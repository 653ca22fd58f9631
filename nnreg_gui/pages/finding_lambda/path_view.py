"""The book's path to λ: steps above, the picture of the present one, and results below."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.searches.grids import best_of
from nnreg_gui.pages.finding_lambda.lambda_curves import LambdaCurves
from nnreg_gui.pages.finding_lambda.lambda_plan import applied, quick_base
from nnreg_gui.pages.finding_lambda.path_buttons import PathButtons
from nnreg_gui.pages.finding_lambda.path_sentences import conclude, path_sentence
from nnreg_gui.pages.finding_lambda.path_steps import RATE, RATES, PathSteps
from nnreg_gui.pages.finding_lambda.rate_curves import RateCurves
from nnreg_gui.pages.finding_lambda.search_sentences import (
    best_text,
    changed_text,
    measured_text,
    spread_text,
    trial_remarks,
)
from nnreg_gui.pages.finding_lambda.search_series import lambda_series, rate_series
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.seen_widget import SeenWidget
from nnreg_gui.widgets.texts import significant_text, whole_text


class PathView(SeenWidget):
    """Places the steps, the picture, remarks and details.

    Args:
        trial: runs the search.
        conclusion: where the page states what it shows.

    Signals:
        experiment_chosen: carries the chosen `Experiment` with the η and λ that were found.
    """

    experiment_chosen = Signal(object)

    def __init__(self, trial: GridTrial, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conclusion = conclusion
        self._experiment: Experiment | None = None
        self.path, self.buttons, self.bar = PathSteps(trial, self), PathButtons(), SearchBar(trial)
        self.rates, self.lambdas, self._plots = RateCurves(), LambdaCurves(), QStackedWidget()
        self._remarks, self.use = Paragraph(), Button("U")
        self._found, self._measured = Paragraph(), ElidedLabel()
        self._place()
        self.buttons.chosen.connect(self.path.choose)
        self.bar.start_pressed.connect(self._start)
        self.path.changed.connect(self._refresh)
        self.use.clicked.connect(self._use)
        self.retranslate()

    def _place(self) -> None:
        self._plots.addWidget(self.rates)
        self._plots.addWidget(self.lambdas)
        column(
            row((self.buttons, 1), self.bar, spacing=12),
            (self._plots, 1),
            row((self._remarks, 1), self.use, spacing=12),
            Details(self._found, self._measured),
            parent=self,
            spacing=6,
        )

    def set_experiment(self, experiment: Experiment) -> None:
        """Take the chosen experiment: the next path starts from it, and the η and λ found are applied to it."""
        self._experiment = experiment
        self.path.set_experiment(experiment)
        self._refresh()

    def retranslate(self) -> None:
        self.use.set_texts(
            self.tr("Use η and λ"), self.tr("Put the η and the λ that the path has led to into the experiment")
        )
        self._refresh()

    @Slot()
    def show_whole(self) -> None:
        """Show everything again in both pictures."""
        self.rates.show_whole()
        self.lambdas.show_whole()

    @Slot()
    def _start(self) -> None:
        """Go to the next step, or start over after the last one."""
        step = next((one for one in self.buttons.steps if one not in self.path.done), None)
        if step is None:
            self.path.begin_anew()
        else:
            self.path.choose(step)

    def _draw(self) -> None:
        """Show the present step."""
        path = self.path
        self.buttons.show_path(path)
        anew = len(path.done) == len(self.buttons.steps)
        self.bar.set_start_texts(
            self.tr("Start over") if anew else self.tr("Next step"),
            self.tr("Go the whole path again from the chosen experiment")
            if anew
            else self.tr("Train what the next step needs"),
        )
        self._draw_step()
        of_this_step = path.trial.grid is not None and path.trial.grid is path.grid()
        remarks = trial_remarks(path.trial) if of_this_step else []
        changed = changed_text() if path.grid() is not None and path.is_of_another else ""
        self._remarks.setText(" ".join(part for part in (changed, self._scaled_sentence(), *remarks) if part))
        conclude(self._conclusion, path)
        self._found.setText(path_sentence(path))
        self._measured.setText(self._measured_sentence())
        self.use.setEnabled(self._applied() is not None)

    def _draw_step(self) -> None:
        """Draw what was found at the present step."""
        path, summaries = self.path, self.path.summaries()
        best = best_of(summaries)
        plot = self.rates if path.step <= RATE else self.lambdas
        self._plots.setCurrentWidget(plot)
        waiting = self.tr("The first runs are being trained …")
        if plot is self.rates:
            plot.set_values(RATES[0], RATES[-1], with_off=False)
            mark = None
            if best is not None:
                text = self.tr("best: η = {0}, {1}").format(
                    significant_text(best.point.learning_rate), spread_text(best.validation_accuracy, best.seeds)
                )
                mark = best.point.learning_rate, best.validation_accuracy.mean, text
            plot.show_series(rate_series(summaries), mark)
            hint = self.tr("Here you will see how many validation images are recognized with each η. Press 1.")
            empty = waiting if path.trial.running else hint
        else:
            grid = path.grid()
            tried = [point.lambda_ for point in grid.points if point.lambda_] if grid is not None else []
            plot.set_values(min([0.1, *tried]), max([10.0, *tried]), with_off=True)
            mark = None
            if best is not None:
                mark = best.point.lambda_, best.validation_accuracy.mean, best_text(best)
            plot.show_series(lambda_series(summaries), mark)
            empty = waiting
        plot.set_empty_text("" if summaries else empty)

    def _applied(self) -> Experiment | None:
        """Return the chosen experiment with what the path has found; None if that is nothing, or impossible."""
        point = self.path.result
        if self._experiment is None or point is None:
            return None
        try:
            return applied(self._experiment, point, rate=True)
        except ExperimentError:
            return None

    @Slot()
    def _use(self) -> None:
        experiment = self._applied()
        if experiment is not None:
            self.experiment_chosen.emit(experiment)

    def _scaled_sentence(self) -> str:
        """Say which λ corresponds to the chosen experiment's n, if that differs."""
        experiment, point = self._applied(), self.path.result
        if experiment is None or point is None or not point.lambda_:
            return ""
        n = experiment.data.training_images
        if n == point.training_images or self.path.step != max(self.path.done):
            return ""
        text = self.tr("For the chosen n = {0}, the same λ/n is λ = {1}.")
        return text.format(whole_text(n), significant_text(experiment.regularization.lambda_))

    def _measured_sentence(self) -> str:
        grid = self.path.grid()
        if grid is None:
            images = quick_base(self._experiment or Experiment()).data.training_images
            text = self.tr("All steps are trained on {0} images, whatever the experiment has.")
            return text.format(whole_text(images))
        return measured_text(grid)
