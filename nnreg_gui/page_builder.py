"""Builds the pages, whose parts are not imported before they are seen, and carries what they want to the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from nnreg_gui.pages.page import Page, SearchPage, StudyPage
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.running.search_control import SearchControl
from nnreg_gui.running.study_control import StudyControl


class PageBuilder(QObject):
    """Connects pages with studies, searches and the window.

    Signals:
        augmentation_chosen: the user has chosen this `AugmentationSpec` on a page.
        stopping_chosen: the user has chosen this `StoppingSpec` on a page.
        experiment_chosen: the user has chosen this `Experiment` on a page.
        wanted: a page asks for this `Experiment` to be trained before the user's eyes.
        run_trained: this `RunHistory` was trained for a page, and is to be in the list of runs.
        repeats_trained: these `RunHistory`s, which differ in the seed, are to be one entry there.
        page_wanted: the page of this name is to be looked at.
        augmentation_shown: the chosen augmentation, or one that a slider is being dragged over.
        experiment_shown: the chosen experiment.
    """

    augmentation_chosen = Signal(object)
    stopping_chosen = Signal(object)
    experiment_chosen = Signal(object)
    wanted = Signal(object)
    run_trained = Signal(object)
    repeats_trained = Signal(object)
    page_wanted = Signal(str)
    augmentation_shown = Signal(object)
    experiment_shown = Signal(object)

    def __init__(
        self, studies: StudyControl, searches: SearchControl, panel: ExperimentPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studies, self._searches, self._panel = studies, searches, panel
        self._builders: dict[str, Callable[[], Page]] = {
            "augmentation": self._augmentation,
            "rotation": self._rotation,
            "stopping": self._stopping,
            "lambda": self._lambda,
            "runs": self._runs,
            "fitting": self._fitting,
            "shrinking": self._shrinking,
            "noise": self._noise,
            "dropout": self._dropout,
            "pruning": self._pruning,
            "ensemble": self._ensemble,
            "parameters": self._parameters,
        }

    def build(self, name: str) -> Page:
        """Return a new page, connected."""
        page = self._builders[name]()
        if isinstance(page, StudyPage):
            page.asked.connect(self._studies.ask)
            page.withdrawn.connect(self._studies.withdraw)
            self._studies.progressed.connect(page.take_progress)
            self._studies.answered.connect(page.take_answer)
            self._studies.failed.connect(page.take_failure)
        if isinstance(page, SearchPage):
            page.search_wanted.connect(self._searches.search)
            page.cancel_wanted.connect(self._searches.cancel)
            page.run_trained.connect(self.run_trained)
            self._searches.progressed.connect(page.take_search_progress)
            self._searches.found.connect(page.take_found)
            self._searches.not_found.connect(page.take_not_found)
            self._searches.noticed.connect(page.take_search_notice)
            self._searches.ended.connect(page.take_search_end)
        return page

    def _show_experiment_on(self, show: Callable[..., None]) -> None:
        """Let a page know the chosen experiment, now and when it changes."""
        if self._panel.problem() is None:
            show(self._panel.value())
        self.experiment_shown.connect(show)

    # -------------------------------------------------------------------------------------------------- one of each

    def _augmentation(self) -> Page:
        from nnreg_gui.pages.augmentation.augmentation_page import AugmentationPage

        page = AugmentationPage()
        page.set_augmentation(self._panel.augmentation())
        self.augmentation_shown.connect(page.set_augmentation)
        page.chosen.connect(self.augmentation_chosen)
        return page

    def _rotation(self) -> Page:
        from nnreg_gui.pages.rotation.rotation_page import RotationPage

        page = RotationPage()
        page.wanted.connect(self.wanted)
        return page

    def _stopping(self) -> Page:
        from nnreg_gui.pages.stopping.race_page import RacePage

        page = RacePage()
        page.stopping_chosen.connect(self.stopping_chosen)
        return page

    def _lambda(self) -> Page:
        from nnreg_gui.pages.finding_lambda.lambda_page import LambdaPage

        page = LambdaPage()
        self._show_experiment_on(page.set_experiment)
        page.experiment_chosen.connect(self.experiment_chosen)
        page.cluster_chosen.connect(self._searches.set_cluster)
        return page

    def _runs(self) -> Page:
        from nnreg_gui.pages.runs.runs_page import RunsPage

        return RunsPage()

    def _fitting(self) -> Page:
        from nnreg_gui.pages.fitting.fitting_page import FittingPage

        return FittingPage()

    def _shrinking(self) -> Page:
        from nnreg_gui.pages.shrinking.shrinking_page import ShrinkingPage

        return ShrinkingPage()

    def _noise(self) -> Page:
        from nnreg_gui.pages.noise.noise_page import NoisePage

        return NoisePage()

    def _dropout(self) -> Page:
        from nnreg_gui.pages.dropout.dropout_page import DropoutPage

        return DropoutPage()

    def _pruning(self) -> Page:
        from nnreg_gui.pages.pruning.pruning_page import PruningPage

        return PruningPage()

    def _ensemble(self) -> Page:
        from nnreg_gui.pages.ensemble.ensemble_page import EnsemblePage

        page = EnsemblePage()
        self._show_experiment_on(page.set_experiment)
        page.repeats_trained.connect(self.repeats_trained)
        page.dropout_page_wanted.connect(self._want_dropout_page)
        return page

    def _parameters(self) -> Page:
        from nnreg_gui.pages.parameters.parameters_page import ParametersPage

        page = ParametersPage()
        page.experiment_chosen.connect(self.experiment_chosen)
        return page

    def _want_dropout_page(self) -> None:
        self.page_wanted.emit("dropout")
