"""What tests of pages share: what is said there, and somebody at the other end who answers when told to."""

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
    """Return what is said on a page."""
    labels: list[QLabel | ElidedLabel] = [*page.findChildren(QLabel), *page.findChildren(ElidedLabel)]
    return "\n".join(one.text() for one in labels if one.isVisible()).replace("\N{NO-BREAK SPACE}", " ")


def show_in_front(page: QWidget, qtbot: QtBot) -> None:
    """Show a page, and give it the keyboard."""
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


class Answering:
    """Takes questions where the window's queue does, and answers them when it is told to.

    Args:
        digits: what questions are about.

    Attributes:
        replies: to all that was asked, in order.
    """

    def __init__(self, digits: Digits | None = None) -> None:
        self._digits = digits
        self.replies: list[Reply[Any]] = []
        self._answered = 0

    def ask(self, question: Question[Any], parent: QObject) -> Reply[Any]:
        """Keep what is asked."""
        self.replies.append(Reply(question, parent))
        return self.replies[-1]

    @property
    def asked(self) -> list[Question[Any]]:
        """All questions, in order, answered and withdrawn ones included."""
        return [reply.question for reply in self.replies]

    @property
    def waiting(self) -> list[Question[Any]]:
        """The questions that are neither answered nor withdrawn."""
        return [reply.question for reply in self.replies[self._answered :] if reply.wanted]

    def of(self, kind: type) -> list[Any]:
        """Return the questions of this kind."""
        return [question for question in self.asked if isinstance(question, kind)]

    def answer(self, most: int = 1_000) -> None:
        """Answer what was asked, and what is asked then; `most` questions in all since the beginning."""
        while self._answered < min(len(self.replies), most):
            reply = self._next()
            if reply.wanted:
                assert self._digits is not None
                reply.answered.emit(answer_to(reply.question, self._digits, reply.progressed.emit))

    def answer_with(self, answer: object) -> None:
        """Give the next question that is wanted this answer."""
        self._next_wanted().answered.emit(answer)

    def fail(self, problem: Exception | None = None) -> None:
        """Answer none of what was asked."""
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
    """Takes searches where the window's queue does, and trains what it is told to.

    Args:
        train: becomes `run_of`.

    Attributes:
        run_of: returns the run of an experiment.
        replies: to all searches, in order.
        address: of the cluster on which is trained; "" for this computer.
    """

    def __init__(self, train: Train | None = None) -> None:
        self.run_of = train
        self.replies: list[SearchReply] = []
        self.address = ""

    def begin(self, search: Search, page: str, parent: QObject) -> SearchReply:
        """Keep what is searched."""
        self.replies.append(SearchReply(search, page, parent))
        return self.replies[-1]

    def set_cluster(self, address: str) -> None:
        """Keep where is to be trained."""
        self.address = address

    @property
    def searches(self) -> list[Search]:
        """What was begun, in order."""
        return [reply.search for reply in self.replies]

    @property
    def cancelled(self) -> list[SearchReply]:
        """Those that were cancelled; the window's queue ends such a search at once, here `end()` does."""
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
        """Say how far the newest search is."""
        self.replies[-1].progressed.emit(share, seconds_left)

    def end(self, problem: Exception | None = None) -> None:
        """Say that nothing more comes of the newest search."""
        self.replies[-1].ended.emit(problem)

    def train_all(self) -> None:
        """Train all of the newest search, and of those that it leads to."""
        done = -1
        while done != len(self.replies):
            done = len(self.replies)
            self.train(*range(len(self.searches[-1].experiments)))
            self.end()


class Window:
    """Stands for the window at the other end of a page: `Page(window.services)`.

    Args:
        digits: what questions are about.
        train: returns the run of an experiment.
    """

    def __init__(self, digits: Digits | None = None, train: Train | None = None) -> None:
        self.questions, self.searches = Answering(digits), Searching(train)
        self._owner = QObject()
        self.services = Services(
            self.questions, self.searches, AskedDigits(self.questions, ValidationQuestion(), self._owner)
        )
