"""What tests of pages share: what is said there, and somebody at the other end."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions import Question
from nnreg_gui.engine.search import Search
from nnreg_gui.pages.page import AskingPage, SearchPage
from nnreg_gui.widgets.elided_label import ElidedLabel
from tests.questions import answer_to


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


class Engine:
    """Stands at the other end of a page that questions and searches, as the window does."""

    def __init__(self, page: AskingPage, digits: Digits) -> None:
        assert isinstance(page, SearchPage)
        self._page, self._digits = page, digits
        self.questions: list[Question] = []
        self.searches: list[Search] = []
        self.trained: list[RunHistory] = []
        self.withdrawn: list[str] = []
        self._answered = 0
        page.asked.connect(self.questions.append)
        page.withdrawn.connect(self.withdrawn.append)
        page.search_wanted.connect(self.searches.append)
        page.run_trained.connect(self.trained.append)

    def answer(self, most: int = 100) -> None:
        """Answer what was asked, and what is asked then."""
        while self._answered < min(len(self.questions), most):
            question = self.questions[self._answered]
            self._answered += 1
            self._page.take_answer(question, answer_to(question, self._digits))

    def fail(self) -> None:
        """Answer none of what was asked."""
        while self._answered < len(self.questions):
            self._answered += 1
            self._page.take_failure(self.questions[self._answered - 1], ValueError("no memory"))

    def asked(self, kind: type) -> int:
        """Return how many questions of a kind were asked."""
        return sum(isinstance(question, kind) for question in self.questions)
