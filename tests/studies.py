"""Studies, answered without an engine process."""

from collections.abc import Callable
from typing import Any

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.studies import Study


def answer_to(study: Study, digits: Digits, tell: Callable[[float], object] | None = None) -> Any:
    """Return the answer to a study, as the engine process gives it; `tell` hears of its progress, which only grows."""
    answers, done = study.answers(digits), 0.0
    while True:
        try:
            share = next(answers)
        except StopIteration as end:
            return end.value
        assert done <= share <= 1
        done = share
        if tell is not None:
            tell(share)
