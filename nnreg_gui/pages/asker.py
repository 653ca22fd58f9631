"""Those who ask for a page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions import Question, TrainingQuestion, ValidationQuestion


class Asker(QObject):
    """Asks, and hears of what others ask, too: its own questions are the same objects.

    Signals:
        asked: carries the `Question` that is to be answered.
        changed: more is known, or how far a question is, or that it failed.
    """

    asked = Signal(object)
    changed = Signal()

    def take_progress(self, question: Question, share: float) -> None:
        """Note which share (0…1) of a question is done."""

    def take_answer(self, question: Question, answer: object) -> None:
        """Note what a question has found."""
        raise NotImplementedError

    def take_failure(self, question: Question, problem: Exception) -> None:
        """Note why a question has no answer."""
        raise NotImplementedError


class AskedDigits(Asker):
    """Digits that are asked for once.

    Args:
        make_question: returns the question whose answer they are.

    Attributes:
        split: the digits, or None as long as they have not come.
        problem: why they have not.
    """

    def __init__(self, make_question: Callable[[], Question], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.split: Split | None = None
        self.problem: Exception | None = None
        self._make_question = make_question
        self._question: Question | None = None

    def want(self) -> None:
        """Ask, unless they are there or asked for; after a failure, ask again."""
        if self.split is None and self._question is None:
            self._question, self.problem = self._make_question(), None
            self.asked.emit(self._question)

    def take_answer(self, question: Question, answer: object) -> None:
        """Keep the digits."""
        if question is self._question and isinstance(answer, Split):
            self._question, self.split = None, answer
            self.changed.emit()

    def take_failure(self, question: Question, problem: Exception) -> None:
        """Note why they have not come."""
        if question is self._question:
            self._question, self.problem = None, problem
            self.changed.emit()


class ValidationDigits(AskedDigits):
    """The validation digits.

    Args:
        purpose: of the question; pages ask at the same time, so each needs a purpose of its own.
    """

    def __init__(self, purpose: str, parent: QObject | None = None) -> None:
        super().__init__(partial(ValidationQuestion, purpose), parent)


class TrainingDigits(AskedDigits):
    """The first training digits, for whatever learns on a page.

    Args:
        images: how many.
        purpose: of the question, as of `ValidationDigits`.
    """

    def __init__(self, images: int, purpose: str, parent: QObject | None = None) -> None:
        super().__init__(partial(TrainingQuestion, images, purpose), parent)
