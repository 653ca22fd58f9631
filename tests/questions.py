"""Answers questions without an engine process."""

from collections.abc import Callable
from typing import Any

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.questions.question import Question


def answer_to(question: Question, digits: Digits, tell: Callable[[float], object] | None = None) -> Any:
    """Return the answer as the engine process gives it; `tell` hears of its progress, which only grows."""
    answers, done = question.answers(digits), 0.0
    while True:
        try:
            share = next(answers)
        except StopIteration as end:
            return end.value
        assert done <= share <= 1
        done = share
        if tell is not None:
            tell(share)
