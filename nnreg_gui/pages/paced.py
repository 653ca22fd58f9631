"""Questions about what keeps changing: one at a time, and not too many about a network that is still being trained."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest
from nnreg_gui.replies import Answer

if TYPE_CHECKING:
    from nnreg_gui.engine.questions.question import Question  # not at startup, which it would slow down


class Paced(Latest[Answer]):
    """Keeps up with any run: who wants an answer says so again whenever something changes, and asks if he may.

    Args:
        questions: answers them.
        seconds: how far apart questions about a network in training are.

    Signals:
        due: what may have been too soon to ask can be asked now; a run that was paused does not change any more.
    """

    due = Signal()

    def __init__(self, questions: Questions, seconds: float, parent: QObject | None = None) -> None:
        super().__init__(questions, parent)
        self._pause = QTimer(self, singleShot=True, interval=round(1_000 * seconds))  # runs while it is too soon
        self._pause.timeout.connect(self.due)

    def may_ask(self, *, paced: bool) -> bool:
        """Return whether to ask now: not while an answer is to come, after a failure, or (if `paced`) too soon."""
        return not (self.waits or self.problem is not None or (paced and self._pause.isActive()))

    def ask(self, question: "Question[Answer]") -> None:
        """Ask; earlier questions no longer need an answer."""
        self._pause.start()
        super().ask(question)
