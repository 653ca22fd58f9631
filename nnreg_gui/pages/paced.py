"""Questions about what keeps changing: one at a time, and not too many about a network that is still being trained."""

from math import ceil, inf
from time import monotonic
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
        due: what it was too soon to ask may be asked now; a run that was paused does not change any more.
    """

    due = Signal()

    def __init__(self, questions: Questions, seconds: float, parent: QObject | None = None) -> None:
        super().__init__(questions, parent)
        self._seconds, self._asked_at = seconds, -inf
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.due)

    def may_ask(self, *, paced: bool) -> bool:
        """Return whether to ask now: not while an answer is to come, after a failure, or (if `paced`) too soon."""
        if self.waits or self.problem is not None:
            return False
        seconds = self._seconds - (monotonic() - self._asked_at) if paced else 0.0
        if seconds > 0:
            self._pause.start(ceil(1_000 * seconds))
        return seconds <= 0

    def ask(self, question: "Question[Answer]") -> None:
        """Ask; earlier questions no longer need an answer."""
        self._asked_at = monotonic()
        super().ask(question)
