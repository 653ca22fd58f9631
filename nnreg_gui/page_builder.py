"""Builds the pages, whose parts are not imported before the window is up, and carries what they want to the window."""

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnreg_gui.pages.page import AskingPage, Page
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.running.questions import QuestionQueue
from nnreg_gui.running.searches import SearchQueue

if TYPE_CHECKING:
    from nnreg_gui.pages.augmentation.augmentation_page import AugmentationPage
    from nnreg_gui.pages.ensemble.ensemble_page import EnsemblePage
    from nnreg_gui.pages.finding_lambda.lambda_page import LambdaPage
    from nnreg_gui.pages.parameters.parameters_page import ParametersPage
    from nnreg_gui.pages.rotation.rotation_page import RotationPage
    from nnreg_gui.pages.services import Services
    from nnreg_gui.pages.stopping.race_page import RacePage

# The modules and classes of the pages, in the order in which they stand in the window.
_PAGES = {
    "augmentation": ("augmentation.augmentation_page", "AugmentationPage"),
    "rotation": ("rotation.rotation_page", "RotationPage"),
    "stopping": ("stopping.race_page", "RacePage"),
    "lambda": ("finding_lambda.lambda_page", "LambdaPage"),
    "runs": ("runs.runs_page", "RunsPage"),
    "fitting": ("fitting.fitting_page", "FittingPage"),
    "shrinking": ("shrinking.shrinking_page", "ShrinkingPage"),
    "noise": ("noise.noise_page", "NoisePage"),
    "dropout": ("dropout.dropout_page", "DropoutPage"),
    "pruning": ("pruning.pruning_page", "PruningPage"),
    "ensemble": ("ensemble.ensemble_page", "EnsemblePage"),
    "parameters": ("parameters.parameters_page", "ParametersPage"),
}
_PAUSE = 100  # milliseconds between two imports beforehand: they are not to be felt


class PageBuilder(QObject):
    """Gives pages what they ask, and connects them with the window.

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
        self, questions: QuestionQueue, searches: SearchQueue, panel: ExperimentPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._questions, self._searches, self._panel = questions, searches, panel
        self._connectors: dict[str, Callable[[Any], None]] = {
            "augmentation": self._connect_augmentation,
            "rotation": self._connect_rotation,
            "stopping": self._connect_stopping,
            "lambda": self._connect_lambda,
            "ensemble": self._connect_ensemble,
            "parameters": self._connect_parameters,
        }
        self._ahead = iter(_PAGES)
        self._clock = QTimer(self, interval=_PAUSE)
        self._clock.timeout.connect(self._import_next)

    def import_ahead(self) -> None:
        """Import the pages one after the other, that each opens at once: half of that time is for their imports."""
        self._clock.start()

    @Slot()
    def _import_next(self) -> None:
        name = next(self._ahead, None)
        if name is None:
            self._clock.stop()
        else:
            _page_class(name)

    def build(self, name: str) -> Page:
        """Return a new page, connected."""
        page_class = _page_class(name)
        if issubclass(page_class, AskingPage):
            page: Page = self._asking_page(page_class)
        else:
            page = page_class()
        if name in self._connectors:
            self._connectors[name](page)
        return page

    def _asking_page(self, page_class: type[AskingPage]) -> AskingPage:
        page = page_class(self._services)
        page.run_trained.connect(self.run_trained)
        return page

    @cached_property
    def _services(self) -> "Services":
        from nnreg_gui.engine.questions import ValidationQuestion  # not at the window's start, which it would delay
        from nnreg_gui.pages.asked_digits import AskedDigits
        from nnreg_gui.pages.services import Services

        validation = AskedDigits(self._questions, ValidationQuestion(), self)
        return Services(self._questions, self._searches, validation)

    def _show_experiment_on(self, show: Callable[..., None]) -> None:
        """Let a page know the chosen experiment, now and when it changes."""
        if self._panel.problem() is None:
            show(self._panel.value())
        self.experiment_shown.connect(show)

    # ------------------------------------------------------------------------------------------------ each for itself

    def _connect_augmentation(self, page: "AugmentationPage") -> None:
        page.set_augmentation(self._panel.augmentation())
        self.augmentation_shown.connect(page.set_augmentation)
        page.chosen.connect(self.augmentation_chosen)

    def _connect_rotation(self, page: "RotationPage") -> None:
        page.wanted.connect(self.wanted)

    def _connect_stopping(self, page: "RacePage") -> None:
        page.stopping_chosen.connect(self.stopping_chosen)

    def _connect_lambda(self, page: "LambdaPage") -> None:
        self._show_experiment_on(page.set_experiment)
        page.experiment_chosen.connect(self.experiment_chosen)
        page.cluster_chosen.connect(self._searches.set_cluster)

    def _connect_ensemble(self, page: "EnsemblePage") -> None:
        self._show_experiment_on(page.set_experiment)
        page.repeats_trained.connect(self.repeats_trained)
        page.dropout_page_wanted.connect(self._want_dropout_page)

    def _connect_parameters(self, page: "ParametersPage") -> None:
        page.experiment_chosen.connect(self.experiment_chosen)

    @Slot()
    def _want_dropout_page(self) -> None:
        self.page_wanted.emit("dropout")


def _page_class(name: str) -> type[Page]:
    """Import a page."""
    module, page = _PAGES[name]
    found: type[Page] = getattr(import_module(f"nnreg_gui.pages.{module}"), page)
    return found
