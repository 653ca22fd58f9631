"""How to find λ: a search over λ, the book's path to it, and what more images do, each in its own view."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages.finding_lambda.cluster_entry import ClusterEntry
from nnreg_gui.pages.finding_lambda.lambda_view import LambdaView
from nnreg_gui.pages.finding_lambda.path_view import PathView
from nnreg_gui.pages.finding_lambda.sizes_view import SizesView
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting, setting
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.layouts import PAGE_MARGINS, STRETCH, column, row
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.view_stack import Stack

LAMBDA, PATH, SIZES = "lambda", "path", "sizes"


class FindingLambdaPage(AskingPage):
    """Places the conclusion, and the choice of a view, above the view."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.choice, self.cluster, self._views = SegmentedChoice(), ClusterEntry(), Stack()
        self.view_choice = self.choice
        trials = [GridTrial(services.searches, "finding_lambda", self) for _ in range(3)]
        self.lambdas = LambdaView(trials[0], self.conclusion)
        self.path = PathView(trials[1], self.conclusion)
        self.sizes = SizesView(trials[2], self.conclusion)
        self._by_name: dict[str, LambdaView | PathView | SizesView] = {
            LAMBDA: self.lambdas,
            PATH: self.path,
            SIZES: self.sizes,
        }
        self._place()
        self.lambdas.experiment_chosen.connect(self.experiment_chosen)
        self.path.experiment_chosen.connect(self.experiment_chosen)
        for trial in trials:
            trial.ended.connect(self._tell_end)  # after the path, which may go on
        self.cluster.chosen.connect(services.searches.set_cluster)
        self.retranslate()
        self.choice.changed.connect(self._open)

    @Slot()
    def _tell_end(self) -> None:
        """Say that a trial has ended, unless the path goes on with it."""
        trial = self.sender()
        if not (isinstance(trial, GridTrial) and trial.running):
            self.trial_ended.emit()

    def _place(self) -> None:
        head = row(self.choice, STRETCH, spacing=12)
        for view in self._by_name.values():
            self._views.addWidget(view)
        column(
            self.conclusion,
            head,
            self.cluster.question,
            (self._views, 1),
            parent=self,
            spacing=6,
            margins=PAGE_MARGINS,
        )
        self.show_from(Room.FULL, self.cluster)
        head.addWidget(self.cluster)  # last: keyboard focus must not land in a line of text by itself

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Ignore the runs in the list: this page trains its own."""

    @Slot(object)
    def set_experiment(self, experiment: Experiment) -> None:
        """Take the chosen experiment: the next search starts from it, and the λ found is applied to it."""
        for view in self._by_name.values():
            view.set_experiment(experiment)

    @Slot()
    def show_whole(self) -> None:
        self.lambdas.plot.show_whole()
        self.path.show_whole()
        self.sizes.show_whole()

    def search_bar(self) -> SearchBar:
        return self._by_name[self.choice.value()].bar

    def settings(self) -> Mapping[str, Setting]:
        return {
            "effort": setting(self.lambdas.choices.effort),
            "penalty": setting(self.lambdas.choices.penalty),
            "sizes": setting(self.sizes.choice),
        }

    def retranslate(self) -> None:
        """Say everything in the present language; the views do so themselves."""
        path = self.tr("Path") if self.compact else self.tr("The book's path")
        sizes = self.tr("Images") if self.compact else self.tr("Training-set size")
        self.choice.set_choices(
            [
                (LAMBDA, "λ", self.tr("Accuracy over λ, for each penalty.")),
                (PATH, path, self.tr("Four steps: η without a penalty, λ = 1, powers of ten, the values between.")),
                (SIZES, sizes, self.tr("Accuracy over the number of training images, with regularization and not.")),
            ]
        )
        self.choice.setAccessibleName(self.tr("View"))

    @Slot(str)
    def _open(self, name: str) -> None:
        self._views.setCurrentWidget(self._by_name[name])
