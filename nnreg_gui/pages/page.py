"""What all pages share: they draw runs, and some ask about them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.fitting_widget import FittingWidget

if TYPE_CHECKING:
    from nnreg_gui.engine.history import RunHistory
    from nnreg_gui.engine.questions import Question  # not at the window's start, which it would delay
    from nnreg_gui.engine.search import Search
    from nnreg_gui.pages.asker import Asker
    from nnreg_gui.pages.trial import Trial


class Page(FittingWidget):
    """Places plots for one question that a lecturer asks.

    Signals:
        view_changed: another of its views is looked at, which may show a run where the one before did not.

    Attributes:
        conclusion: what is seen, in one sentence, above all else; each page places it.
        all_hidden: whether there are runs, but the user wants none of them drawn.
        shows_training: whether something of a run that goes on is seen; if not, the space bar plays the page.
    """

    view_changed = Signal()
    all_hidden = False
    shows_training = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conclusion = Conclusion()

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw these runs, up to 30 times a second."""
        raise NotImplementedError

    def hidden_text(self) -> str:
        """Say why nothing is drawn when all runs are hidden."""
        return QCoreApplication.translate("Page", "All runs are hidden: check one in the list below, or press H.")

    @Slot()
    def show_whole(self) -> None:
        """Show all again in every picture that was zoomed."""

    def play(self) -> bool:
        """Play what is looked at, or pause it; return whether there is such a thing."""
        return False

    def retranslate(self) -> None:
        """Say everything in the present language."""
        raise NotImplementedError


class AskingPage(Page):
    """A page that asks, by its askers. It also hears of those of others, and lets its askers hear of all.

    Signals:
        asked: carries a `Question` that is to be answered.
        withdrawn: carries the purpose (str) of a question that need not be answered any more.
    """

    asked = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._askers: list[Asker] = []

    def add_asker(self, asker: "Asker") -> None:
        """Let an asker ask, and hear the answers."""
        self._askers.append(asker)
        asker.asked.connect(self.asked)

    @Slot(object, float)
    def take_progress(self, question: "Question", share: float) -> None:
        """Show which share (0…1) of a question is done."""
        for asker in self._askers:
            asker.take_progress(question, share)

    @Slot(object, object)
    def take_answer(self, question: "Question", answer: object) -> None:
        """Show what a question has found."""
        for asker in self._askers:
            asker.take_answer(question, answer)

    @Slot(object, object)
    def take_failure(self, question: "Question", problem: Exception) -> None:
        """Say why a question has no answer."""
        for asker in self._askers:
            asker.take_failure(question, problem)


class SearchPage(Page):
    """A page that has many experiments trained, by its trials. It lets these hear of others' searches, too.

    Signals:
        search_wanted: carries a `Search`.
        cancel_wanted: carries the purpose (str) of a search that is to end; what it has found is kept.
        run_trained: carries a finished `RunHistory` that is to be in the list of runs.
    """

    search_wanted = Signal(object)
    cancel_wanted = Signal(str)
    run_trained = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trials: list[Trial] = []

    def add_trial(self, trial: "Trial", *, listed: bool = False) -> None:
        """Let a trial ask for searches, and hear what they find; `listed` runs go into the list of runs."""
        self._trials.append(trial)
        if listed:
            trial.run_found.connect(self.run_trained)
        trial.wanted.connect(self.search_wanted)
        trial.cancelled.connect(self.cancel_wanted)

    @Slot(object, float, float)
    def take_search_progress(self, search: "Search", share: float, seconds_left: float) -> None:
        """Show which share (0…1) is done, and how long the rest may take; negative while that is not known."""
        for trial in self._trials:
            trial.take_progress(search, share, seconds_left)

    @Slot(object, object)
    def take_search_wait(self, search: "Search", first: "Search") -> None:
        """Show that a search has not begun, since the first one goes on."""
        for trial in self._trials:
            trial.take_wait(search, first)

    @Slot(object, int, object)
    def take_found(self, search: "Search", place: int, history: "RunHistory") -> None:
        """Show the run of the experiment at this place."""
        for trial in self._trials:
            trial.take_found(search, place, history)

    @Slot(object, int, object)
    def take_not_found(self, search: "Search", place: int, problem: Exception) -> None:
        """Show that the experiment at this place has no result, such as when it diverges."""
        for trial in self._trials:
            trial.take_not_found(search, place, problem)

    @Slot(object, object)
    def take_search_notice(self, search: "Search", problem: Exception) -> None:
        """Say what happened on the way, such as that a process died and its experiments are trained again."""
        for trial in self._trials:
            trial.take_notice(search, problem)

    @Slot(object, object)
    def take_search_end(self, search: "Search", problem: Exception | None) -> None:
        """Show that nothing more comes; a problem says why not everything was trained."""
        for trial in self._trials:
            trial.take_end(search, problem)
