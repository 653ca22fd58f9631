"""Builds the pages, importing their parts only once the window is up."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnreg_gui.pages.page import AskingPage, Page
from nnreg_gui.pages.table import KEYS, page_class
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.running.questions import QuestionQueue
from nnreg_gui.running.searches import SearchQueue
from nnreg_gui.system.quick_pyqtgraph import import_pyqtgraph

if TYPE_CHECKING:
    from nnreg_gui.pages.services import Services

_PAUSE = 100  # milliseconds between two imports ahead, so that nobody notices them


class PageBuilder(QObject):
    """Answers what pages ask, and tells them what is chosen.

    Signals:
        built: carries a new `Page`, whose wishes are for the window to fulfil.
        all_imported: there is nothing left to import ahead.
        augmentation_shown: the chosen augmentation, or one that the user is dragging a slider over.
        experiment_shown: the chosen experiment.
    """

    built = Signal(object)
    all_imported = Signal()
    augmentation_shown = Signal(object)
    experiment_shown = Signal(object)

    def __init__(
        self, questions: QuestionQueue, searches: SearchQueue, panel: ExperimentPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._questions, self._searches, self._panel = questions, searches, panel
        self._ahead = iter(KEYS)
        self._clock = QTimer(self, interval=_PAUSE)
        self._clock.timeout.connect(self._import_next)

    def import_ahead(self) -> None:
        """Import the pages one by one, so that each opens at once: imports take half the time to open.

        The first brings pyqtgraph, which takes as long as all the others.
        """
        self._clock.start()

    @Slot()
    def _import_next(self) -> None:
        key = next(self._ahead, None)
        if key is None:
            self._clock.stop()
            self.all_imported.emit()
        else:
            self._imported(key)

    @staticmethod
    def _imported(key: str) -> type[Page]:
        import_pyqtgraph()
        return page_class(key)

    def build(self, key: str) -> Page:
        """Return a new page."""
        found = self._imported(key)
        page = found(self._services) if issubclass(found, AskingPage) else found()
        self._show_choices(page)
        self.built.emit(page)
        return page

    def _show_choices(self, page: Page) -> None:
        """Tell a page what is chosen, now and whenever it changes."""
        page.set_augmentation(self._panel.augmentation())
        if self._panel.problem() is None:
            page.set_experiment(self._panel.value())
        self.augmentation_shown.connect(page.set_augmentation)
        self.experiment_shown.connect(page.set_experiment)

    def ask_again(self) -> None:
        """Ask again for digits that were not open: now they may be."""
        if "_services" in vars(self):
            self._services.validation.ask_again()

    @cached_property
    def _services(self) -> "Services":
        from nnreg_gui.engine.questions.question import ValidationQuestion  # it would delay the window's start
        from nnreg_gui.pages.asked_digits import AskedDigits
        from nnreg_gui.pages.services import Services

        validation = AskedDigits(self._questions, ValidationQuestion, self)
        return Services(self._questions, self._searches, validation)
