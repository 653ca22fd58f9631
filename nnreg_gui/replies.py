"""What becomes of a question, or of a search: as with QNetworkReply, only whoever has asked hears of it."""

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from nnreg_gui.engine.questions.question import Question  # not at the window's start, which it would delay
    from nnreg_gui.engine.searches.search import Search

Answer = TypeVar("Answer")


class Reply(QObject, Generic[Answer]):
    """The reply to one question. It dies with its parent, and after its last signal.

    Signals:
        progressed: carries the share (0…1) that is done.
        answered: carries the answer; the last signal.
        failed: carries the `Problem` because of which there is no answer; the last signal.
        withdrawn: for whoever answers.

    Attributes:
        question: what was asked.
    """

    progressed = Signal(float)
    answered = Signal(object)
    failed = Signal(object)
    withdrawn = Signal()

    def __init__(self, question: "Question[Answer]", parent: QObject) -> None:
        super().__init__(parent)
        self.question = question
        self._withdrawn = False

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for it."""
        return isValid(self) and not self._withdrawn

    def withdraw(self) -> None:
        """Need no answer any more: what comes late is dropped."""
        if self.wanted:
            self._withdrawn = True
            self.withdrawn.emit()
            self.blockSignals(True)
            self.deleteLater()


class SearchReply(QObject):
    """The reply to one search. It dies with its parent, and after its last signal; a search nobody waits for ends.

    Signals:
        progressed: carries which share (0…1) is done, and how many seconds the rest may take; negative: not known.
        waiting: another search must end before this one begins, or none any more: see `waits_for`.
        found: carries the place of an experiment, and its `RunHistory`.
        not_found: carries the place of an experiment that has no result, and the `Problem`.
        noticed: carries a `Problem` that the search has coped with.
        ended: the last signal; carries the `Problem` because of which not everything was trained, None where all was,
            or the search was cancelled.
        cancelled: for whoever searches.

    Attributes:
        search: what is searched.
        page: the key of the page for which it is.
        waits_for: the page whose search must end before this one begins; "" where there is none.
    """

    progressed = Signal(float, float)
    waiting = Signal()
    found = Signal(int, object)
    not_found = Signal(int, object)
    noticed = Signal(object)
    ended = Signal(object)
    cancelled = Signal()

    def __init__(self, search: "Search", page: str, parent: QObject) -> None:
        super().__init__(parent)
        self.search, self.page = search, page
        self.waits_for = ""
        self._cancelled = False

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for it."""
        return isValid(self) and not self._cancelled

    def cancel(self) -> None:
        """End the search; what it has found was told."""
        if self.wanted:
            self._cancelled = True
            self.cancelled.emit()

    def wait_for(self, other: "SearchReply | None") -> None:
        """Tell which search must end before, if any."""
        page = other.page if other is not None else ""
        if page != self.waits_for:
            self.waits_for = page
            self.waiting.emit()
