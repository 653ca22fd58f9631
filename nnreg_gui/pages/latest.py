"""One question at a time: a newer one replaces the previous one."""

from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.pages.asking import Questions
from nnreg_gui.replies import Answer, Reply

if TYPE_CHECKING:
    from nnreg_gui.engine.questions.question import Question  # not at startup, which it would slow down


class Latest(QObject, Generic[Answer]):
    """Asks, and keeps the newest answer.

    Signals:
        answered: carries the newest answer, before `changed`.
        changed: there is a newer answer, or none because of a problem, or more of it is known.

    Attributes:
        answer: the newest answer, None before the first.
        share: 0…1, how much of the present question is answered; None while there is none.
        problem: why the last question has no answer; None if it has one.
    """

    answered = Signal(object)
    changed = Signal()

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answer: Answer | None = None
        self.share: float | None = None
        self.problem: Exception | None = None
        self._questions = questions
        self._reply: Reply[Answer] | None = None

    @property
    def waits(self) -> bool:
        """Whether an answer is still to come."""
        return self._reply is not None

    def ask(self, question: "Question[Answer]") -> None:
        """Ask; earlier questions no longer need an answer."""
        self.withdraw()
        self._reply, self.share, self.problem = self._questions.ask(question, self), 0.0, None
        self._reply.progressed.connect(self._note_progress)
        self._reply.answered.connect(self._keep)
        self._reply.failed.connect(self._note_failure)

    def withdraw(self) -> None:
        """Stop waiting for an answer to the present question."""
        if self._reply is not None:
            self._reply.withdraw()
            self._reply = self.share = None

    def try_again(self) -> None:
        """Forget that a question had no answer."""
        self.problem = None

    @Slot(float)
    def _note_progress(self, share: float) -> None:
        self.share = share
        self.changed.emit()

    @Slot(object)
    def _keep(self, answer: Answer) -> None:
        self._reply, self.share, self.answer = None, None, answer
        self.answered.emit(answer)
        self.changed.emit()

    @Slot(object)
    def _note_failure(self, problem: Exception) -> None:
        self._reply, self.share, self.problem = None, None, problem
        self.changed.emit()
