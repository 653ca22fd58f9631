"""What all pages share: they draw runs, and some ask studies about them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot

from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.fitting_widget import FittingWidget

if TYPE_CHECKING:
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
