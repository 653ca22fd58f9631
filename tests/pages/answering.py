"""What tests of pages share: reading a page, and stand-ins at the other end that answer when told to."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.question import Question, ValidationQuestion
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.pages.asked_digits import AskedDigits
from nnreg_gui.pages.services import Services
from nnreg_gui.replies import Reply, SearchReply
from nnreg_gui.widgets.elided_label import ElidedLabel
from tests.questions import answer_to

Train = Callable[[Experiment], RunHistory]


def texts(page: QWidget) -> str:
    """Return the texts on a page."""
    labels: list[QLabel | ElidedLabel] = [*page.findChildren(QLabel), *page.findChildren(ElidedLabel)]
    return "\n".join(one.text() for one in labels if one.isVisible()).replace("\N{NO-BREAK SPACE}", " ")


def show_in_front(page: QWidget, qtbot: QtBot) -> None:
    """Show a page, and give it the keyboard."""
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def _now_and_then(tell: Callable[[float], object]) -> Callable[[float], None]:
    """Return what tells of progress a few times, as the window's clock does, not at every step of the engine."""
    told = -1.0

    def tell_some(share: float) -> None:
        nonlocal told
        if share >= told + 0.3 or share == 1:
            told = share
            tell(share)

    return tell_some


class Answering:
    """Takes questions in place of the window's queue, and answers them when told to.

    Args:
        digits: those that questions are about.

    Attributes:
        replies: those to all questions, in order.
    """

    def __init__(self, digits: Digits | None = None) -> None:
        self._digits = digits
        self.replies: list[Reply[Any]] = []
        self._answered = 0

    def ask(self, question: Question[Any], parent: QObject) -> Reply[Any]:
        """Keep the question."""
        self.replies.append(Reply(question, parent))
        return self.replies[-1]

    @property
    def asked(self) -> list[Question[Any]]:
        """All questions, in order, including answered and withdrawn ones."""
        return [reply.question for reply in self.replies]

    @property
    def waiting(self) -> list[Question[Any]]:
        """The questions neither answered nor withdrawn."""
        return [reply.question for reply in self.replies[self._answered :] if reply.wanted]

    def of(self, kind: type) -> list[Any]:
        """Return the questions of this kind."""
        return [question for question in self.asked if isinstance(question, kind)]

    def answer(self, most: int = 1_000) -> None:
        """Answer the questions, and those that follow; at most `most` in all since the beginning."""
        while self._answered < min(len(self.replies), most):
            reply = self._next()
            if reply.wanted:
                assert self._digits is not None
                reply.answered.emit(answer_to(reply.question, self._digits, _now_and_then(reply.progressed.emit)))

    def answer_with(self, answer: object) -> None:
        """Give this answer to the next question still wanted."""
        self._next_wanted().answered.emit(answer)

    def fail(self, problem: Exception | None = None) -> None:
        """Fail to answer any of the questions."""
        for _ in range(len(self.replies) - self._answered):
            reply = self._next()
            if reply.wanted:
                reply.failed.emit(problem or ValueError("no memory"))

    def _next(self) -> Reply[Any]:
        self._answered += 1
        return self.replies[self._answered - 1]

    def _next_wanted(self) -> Reply[Any]:
        while not (reply := self._next()).wanted:
            pass
        return reply


class Searching:
    """Takes searches in place of the window's queue, and trains what it is told to.

    Args:
        train: becomes `run_of`.

    Attributes:
        run_of: returns the run of an experiment.
        replies: to all searches, in order.
        address: of the cluster to train on; "" for this computer.
    """

    def __init__(self, train: Train | None = None) -> None:
        self.run_of = train
        self.replies: list[SearchReply] = []
        self.address = ""

    def begin(self, search: Search, page: str, parent: QObject) -> SearchReply:
        """Keep the search."""
        self.replies.append(SearchReply(search, page, parent))
        return self.replies[-1]

    def set_cluster(self, address: str) -> None:
        """Keep where to train."""
        self.address = address

    @property
    def searches(self) -> list[Search]:
        """The searches begun, in order."""
        return [reply.search for reply in self.replies]

    @property
    def cancelled(self) -> list[SearchReply]:
        """The cancelled ones; the window's queue ends such a search at once, here `end()` does."""
        return [reply for reply in self.replies if not reply.wanted]

    def train(self, *places: int) -> None:
        """Train experiments of the newest search."""
        assert self.run_of is not None
        for place in places:
            self.replies[-1].found.emit(place, self.run_of(self.searches[-1].experiments[place]))
        self.progress(0.5, 3.0)

    def fail(self, place: int, problem: Exception) -> None:
        """Say that there is no result at this place of the newest search."""
        self.replies[-1].not_found.emit(place, problem)

    def progress(self, share: float, seconds_left: float) -> None:
        """Report how far the newest search is."""
        self.replies[-1].progressed.emit(share, seconds_left)

    def end(self, problem: Exception | None = None) -> None:
        """Report that nothing more comes of the newest search."""
        self.replies[-1].ended.emit(problem)

    def train_all(self) -> None:
        """Train all of the newest search, and of those it leads to."""
        done = -1
        while done != len(self.replies):
            done = len(self.replies)
            self.train(*range(len(self.searches[-1].experiments)))
            self.end()


class Window:
    """Stands in for the window at the other end of a page: `Page(window.services)`.

    Args:
        digits: those that questions are about.
        train: returns the run of an experiment.
    """

    def __init__(self, digits: Digits | None = None, train: Train | None = None) -> None:
        self.questions, self.searches = Answering(digits), Searching(train)
        self._owner = QObject()
        self.services = Services(
            self.questions, self.searches, AskedDigits(self.questions, ValidationQuestion, self._owner)
        )
