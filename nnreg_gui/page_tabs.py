"""The pages as tabs; one that asks studies is built when it is first looked at."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.scenarios import Scenario
from nnreg_gui.pages.learning_page import LearningPage
from nnreg_gui.pages.page import Page, StudyPage
from nnreg_gui.pages.weights_page import WeightsPage
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.running.study_control import StudyControl

_LEARNING, _WEIGHTS, _AUGMENTATION, _ROTATION = range(4)


class PageTabs(QTabWidget):
    """Shows one page at a time, tells it what there is to draw, and passes its questions on.

    Signals:
        augmentation_chosen: the user has chosen this `AugmentationSpec` on a page.
        wanted: a page asks for this `Experiment` to be trained.
        augmentation_shown: the chosen augmentation, or one that a slider is being dragged over.
        augmentation_opened: the page about augmentation is looked at.
    """

    augmentation_chosen = Signal(object)
    wanted = Signal(object)
    augmentation_shown = Signal(object)
    augmentation_opened = Signal()

    def __init__(
        self, scenarios: Sequence[Scenario], studies: StudyControl, augmentation: Callable[[], AugmentationSpec]
    ) -> None:
        super().__init__()
        self._studies, self._augmentation = studies, augmentation
        self._runs: Sequence[DrawnRun] = ()
        self._all_hidden = False
        self.learning, self.weights = LearningPage(scenarios), WeightsPage()
        self._pages: dict[int, Page] = {_LEARNING: self.learning, _WEIGHTS: self.weights}
        self._rooms: dict[int, QVBoxLayout] = {}  # for the pages that are not built yet
        for place in range(4):
            self.addTab(self._pages.get(place) or self._room(place), "")
            shortcut = QShortcut(f"Alt+{place + 1}", self)
            shortcut.activated.connect(self._chooser(place))
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

    def retranslate(self, language: str) -> None:
        """Say everything in this language."""
        titles = (self.tr("Learning"), self.tr("Weights"), self.tr("Augmentation"), self.tr("6 ↔ 9"))
        for place, title in enumerate(titles):
            self.setTabText(place, title)
            self.setTabToolTip(place, f"{title} (Alt+{place + 1})")
        self.learning.set_language(language)

    def _room(self, place: int) -> QWidget:
        room = QWidget()
        self._rooms[place] = QVBoxLayout(room)
        self._rooms[place].setContentsMargins(0, 0, 0, 0)
        return room

    def _chooser(self, place: int) -> Callable[[], None]:
        return lambda: self.setCurrentIndex(place)

    @Slot(int)
    def _open(self, place: int) -> None:
        if place not in self._pages:
            page = self._pages[place] = self._built(place)
            self._rooms.pop(place).addWidget(page)
        self.show_runs(self._runs, all_hidden=self._all_hidden)
        if place == _AUGMENTATION:
            self.augmentation_opened.emit()

    def _built(self, place: int) -> Page:
        """Build a page and connect it; its parts are imported only now, as they are not needed at the start."""
        page: StudyPage
        if place == _AUGMENTATION:
            from nnreg_gui.pages.augmentation_page import AugmentationPage

            about_augmentation = page = AugmentationPage()
            about_augmentation.set_augmentation(self._augmentation())
            about_augmentation.chosen.connect(self.augmentation_chosen)
            self.augmentation_shown.connect(about_augmentation.set_augmentation)
        else:
            from nnreg_gui.pages.rotation_page import RotationPage

            about_rotation = page = RotationPage()
            about_rotation.wanted.connect(self.wanted)
        page.asked.connect(self._studies.ask)
        self._studies.progressed.connect(page.take_progress)
        self._studies.answered.connect(page.take_answer)
        self._studies.failed.connect(page.take_failure)
        return page
