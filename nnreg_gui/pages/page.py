"""What all pages share: they draw runs, and some ask studies about them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot

from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.fitting_widget import FittingWidget

if TYPE_CHECKING:
    from nnreg_gui.engine.history import RunHistory
    from nnreg_gui.engine.search import Search
    from nnreg_gui.engine.studies import Study  # not at the window's start, which it would delay


class Page(FittingWidget):
    """Places plots for one question that a lecturer asks.

    Attributes:
        all_hidden: whether there are runs, but the user wants none of them drawn.
    """

    all_hidden = False

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw these runs, up to 30 times a second."""
        raise NotImplementedError

    def hidden_text(self) -> str:
        """Say why nothing is drawn when all runs are hidden."""
        return QCoreApplication.translate("Page", "All runs are hidden: check one in the list below, or press H.")

    @Slot()
    def show_whole(self) -> None:
        """Show all again in every picture that was zoomed."""

    def retranslate(self) -> None:
        """Say everything in the present language."""
        raise NotImplementedError


class StudyPage(Page):
    """A page that asks studies. It also hears of those of others: a study is the page's own if it is the same object.

    Signals:
        asked: carries a `Study` that is to be answered.
    """

    asked = Signal(object)

    @Slot(object, float)
    def take_progress(self, study: "Study", share: float) -> None:
        """Show which share (0…1) of a study is done."""
        raise NotImplementedError

    @Slot(object, object)
    def take_answer(self, study: "Study", answer: object) -> None:
        """Show what a study has found."""
        raise NotImplementedError

    @Slot(object, object)
    def take_failure(self, study: "Study", problem: Exception) -> None:
        """Say why a study has no answer."""
        raise NotImplementedError


class SearchPage(Page):
    """A page that has many experiments trained. It also hears of others' searches: its own are the same objects.

    Signals:
        search_wanted: carries a `Search`.
        cancel_wanted: carries the purpose (str) of a search that is to end; what it has found is kept.
    """

    search_wanted = Signal(object)
    cancel_wanted = Signal(str)

    @Slot(object, float, float)
    def take_search_progress(self, search: "Search", share: float, seconds_left: float) -> None:
        """Show which share (0…1) is done, and how long the rest may take; negative while that is not known."""
        raise NotImplementedError

    @Slot(object, int, object)
    def take_found(self, search: "Search", place: int, history: "RunHistory") -> None:
        """Show the run of the experiment at this place."""
        raise NotImplementedError

    @Slot(object, int, object)
    def take_not_found(self, search: "Search", place: int, problem: Exception) -> None:
        """Show that the experiment at this place has no result, such as when it diverges."""
        raise NotImplementedError

    @Slot(object, object)
    def take_search_notice(self, search: "Search", problem: Exception) -> None:
        """Say what happened on the way, such as that a process died and its experiments are trained again."""
        raise NotImplementedError

    @Slot(object, object)
    def take_search_end(self, search: "Search", problem: Exception | None) -> None:
        """Show that nothing more comes; a problem says why not everything was trained."""
        raise NotImplementedError
