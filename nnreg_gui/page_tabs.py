"""The pages as tabs; but for the first two, each is built when it is first looked at."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QShortcut
from PySide6.QtWidgets import QMenu, QTabWidget, QVBoxLayout, QWidget

from nnreg_gui.engine.scenarios import Scenario
from nnreg_gui.pages.learning.learning_page import LearningPage
from nnreg_gui.pages.page import Page, SearchPage, StudyPage
from nnreg_gui.pages.weights_page import WeightsPage
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.picture import Pictured, plot_at
from nnreg_gui.plots.plot import Plot
from nnreg_gui.running.search_control import SearchControl
from nnreg_gui.running.study_control import StudyControl

_LEARNING, _WEIGHTS, _AUGMENTATION, _ROTATION, _RACE, _LAMBDA, _RUNS = range(7)


class PageTabs(QTabWidget):
    """Shows one page at a time, tells it what there is to draw, and passes its questions and wishes on.

    Signals:
        augmentation_chosen: the user has chosen this `AugmentationSpec` on a page.
        stopping_chosen: the user has chosen this `StoppingSpec` on a page.
        experiment_chosen: the user has chosen this `Experiment` on a page.
        wanted: a page asks for this `Experiment` to be trained.
        augmentation_shown: the chosen augmentation, or one that a slider is being dragged over.
        experiment_shown: the chosen experiment.
        augmentation_opened: the page about augmentation is looked at.
        picture_to_be_saved, picture_to_be_copied: a picture of what `pictured()` returns is wanted.
    """

    augmentation_chosen = Signal(object)
    stopping_chosen = Signal(object)
    experiment_chosen = Signal(object)
    wanted = Signal(object)
    augmentation_shown = Signal(object)
    experiment_shown = Signal(object)
    augmentation_opened = Signal()
    picture_to_be_saved = Signal()
    picture_to_be_copied = Signal()

    def __init__(
        self,
        scenarios: Sequence[Scenario],
        studies: StudyControl,
        searches: SearchControl,
        panel: ExperimentPanel,
    ) -> None:
        super().__init__()
        self._studies, self._searches, self._panel = studies, searches, panel
        self._runs: Sequence[DrawnRun] = ()
        self._all_hidden = False
        self._plot: Plot | None = None  # of which a picture is wanted; None for the whole page
        self.learning, self.weights = LearningPage(scenarios), WeightsPage()
        self._pages: dict[int, Page] = {_LEARNING: self.learning, _WEIGHTS: self.weights}
        self._builders: dict[int, Callable[[], Page]] = {
            _AUGMENTATION: self._augmentation_page,
            _ROTATION: self._rotation_page,
            _RACE: self._race_page,
            _LAMBDA: self._lambda_page,
            _RUNS: self._runs_page,
        }
        self._rooms: dict[int, QVBoxLayout] = {}  # for the pages that are not built yet
        for place in range(_RUNS + 1):
            self.addTab(self._pages.get(place) or self._room(place), "")
            shortcut = QShortcut(f"Alt+{place + 1}", self)
            shortcut.activated.connect(partial(self.setCurrentIndex, place))
        self.setDocumentMode(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._open)

    @property
    def page(self) -> Page:
        """The page that is looked at."""
        return self._pages[self.currentIndex()]

    def show_runs(self, runs: Sequence[DrawnRun], *, all_hidden: bool = False) -> None:
        """Draw the page that is seen; the others are drawn when they are.

        Args:
            runs: to be drawn.
            all_hidden: whether there are runs, but the user wants none of them drawn.
        """
        self._runs, self._all_hidden = runs, all_hidden
        self.page.all_hidden = all_hidden
        self.page.show_runs(runs)

    @Slot()
    def show_whole(self) -> None:
        """Let every picture that was zoomed show all again."""
        for page in self._pages.values():
            page.show_whole()

    def pictured(self) -> Pictured:
        """Return what a picture is to show: the plot whose menu was asked for one, or the page."""
        runs = [run for run in self._runs if len(run.history)]
        if self._plot is not None and self._plot.isVisible():
            return Pictured(self._plot, runs=runs)
        return Pictured(self.page, self.tabText(self.currentIndex()), runs)

    @Slot()
    def save_page_picture(self) -> None:
        """Have a picture of the page saved."""
        self._plot = None
        self.picture_to_be_saved.emit()

    @Slot()
    def copy_page_picture(self) -> None:
        """Have a picture of the page copied."""
        self._plot = None
        self.picture_to_be_copied.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer a picture of the plot under the mouse."""
        plot = plot_at(self, event.pos())
        if plot is None:
            super().contextMenuEvent(event)
            return
        self._plot = plot
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Save a picture of this plot…")).triggered.connect(self.picture_to_be_saved)
        menu.addAction(self.tr("Copy a picture of this plot")).triggered.connect(self.picture_to_be_copied)
        menu.popup(event.globalPos())

    def retranslate(self, language: str) -> None:
        """Say everything in this language."""
        titles = (
            self.tr("Learning"),
            self.tr("Weights"),
            self.tr("Augmentation"),
            self.tr("6 ↔ 9"),
            self.tr("Stopping"),
            self.tr("Finding λ"),
            self.tr("Runs"),
        )
        for place, title in enumerate(titles):
            self.setTabText(place, title)
            self.setTabToolTip(place, f"{title} (Alt+{place + 1})")
        self.learning.set_language(language)

    def _room(self, place: int) -> QWidget:
        room = QWidget()
        self._rooms[place] = QVBoxLayout(room)
        self._rooms[place].setContentsMargins(0, 0, 0, 0)
        return room

    @Slot(int)
    def _open(self, place: int) -> None:
        if place not in self._pages:
            page = self._pages[place] = self._builders[place]()
            self._rooms.pop(place).addWidget(page)
        self.show_runs(self._runs, all_hidden=self._all_hidden)
        if place == _AUGMENTATION:
            self.augmentation_opened.emit()

    # ----------------------------- building and connecting the pages, whose parts are not imported before they are seen

    def _augmentation_page(self) -> Page:
        from nnreg_gui.pages.augmentation.augmentation_page import AugmentationPage

        page = AugmentationPage()
        page.set_augmentation(self._panel.augmentation())
        self.augmentation_shown.connect(page.set_augmentation)
        page.chosen.connect(self.augmentation_chosen)
        self._connect_studies(page)
        return page

    def _rotation_page(self) -> Page:
        from nnreg_gui.pages.rotation.rotation_page import RotationPage

        page = RotationPage()
        page.wanted.connect(self.wanted)
        self._connect_studies(page)
        return page

    def _race_page(self) -> Page:
        from nnreg_gui.pages.stopping.race_page import RacePage

        page = RacePage()
        page.stopping_chosen.connect(self.stopping_chosen)
        return page

    def _lambda_page(self) -> Page:
        from nnreg_gui.pages.finding_lambda.lambda_page import LambdaPage

        page = LambdaPage()
        if self._panel.problem() is None:
            page.set_experiment(self._panel.value())
        self.experiment_shown.connect(page.set_experiment)
        page.experiment_chosen.connect(self.experiment_chosen)
        page.cluster_chosen.connect(self._searches.set_cluster)
        self._connect_searches(page)
        return page

    def _runs_page(self) -> Page:
        from nnreg_gui.pages.runs.runs_page import RunsPage

        return RunsPage()

    def _connect_studies(self, page: StudyPage) -> None:
        page.asked.connect(self._studies.ask)
        self._studies.progressed.connect(page.take_progress)
        self._studies.answered.connect(page.take_answer)
        self._studies.failed.connect(page.take_failure)

    def _connect_searches(self, page: SearchPage) -> None:
        page.search_wanted.connect(self._searches.search)
        page.cancel_wanted.connect(self._searches.cancel)
        self._searches.progressed.connect(page.take_search_progress)
        self._searches.found.connect(page.take_found)
        self._searches.not_found.connect(page.take_not_found)
        self._searches.noticed.connect(page.take_search_notice)
        self._searches.ended.connect(page.take_search_end)
