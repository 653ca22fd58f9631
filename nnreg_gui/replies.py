"""Replies to questions and searches: as with QNetworkReply, only the one who asked hears them."""

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from nnreg_gui.engine.questions.question import Question  # it would delay the window's start
    from nnreg_gui.engine.searches.search import Search

Answer = TypeVar("Answer")


class Reply(QObject, Generic[Answer]):
    """The reply to one question. It dies with its parent, and after its last signal.

    Signals:
        progressed: carries the share (0…1) done.
        answered: carries the answer; the last signal.
        failed: carries the `Problem` that prevented an answer; the last signal.
        withdrawn: for the one who answers.

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
        """Want no answer any more, and drop one that comes late."""
        if self.wanted:
            self._withdrawn = True
            self.withdrawn.emit()
            self.blockSignals(True)
            self.deleteLater()


class SearchReply(QObject):
    """The reply to one search. It dies with its parent, and after its last signal; a search that nobody awaits ends.

    Signals:
        progressed: carries the share (0…1) done, and how many seconds the rest may take; negative if unknown.
        waiting: another search must end before this one begins, or no longer: see `waits_for`.
        found: carries the place of an experiment, and its `RunHistory`.
        not_found: carries the place of an experiment that has no result, and the `Problem`.
        noticed: carries a `Problem` that the search has coped with.
        ended: the last signal; carries the `Problem` that kept some of it from being trained, or None if all was, or
            the search was cancelled.
        cancelled: for the one who searches.

    Attributes:
        search: what to search.
        page: the key of the page that asked.
        waits_for: the page whose search must end before this one begins; "" if there is none.
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
        """End the search; its results so far have been reported."""
        if self.wanted:
            self._cancelled = True
            self.cancelled.emit()

    def wait_for(self, other: "SearchReply | None") -> None:
        """Say which search must end first, if any."""
        page = other.page if other is not None else ""
        if page != self.waits_for:
            self.waits_for = page
            self.waiting.emit()
