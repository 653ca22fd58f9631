"""Those who ask studies for a page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.studies import Study, TrainingStudy, ValidationStudy


class Asker(QObject):
    """Asks studies, and hears of those of others, too: its own are the same objects.

    Signals:
        asked: carries the `Study` that is to be answered.
        changed: more is known, or how far a study is, or that it failed.
    """

    asked = Signal(object)
    changed = Signal()

    def take_progress(self, study: Study, share: float) -> None:
        """Note which share (0…1) of a study is done."""

    def take_answer(self, study: Study, answer: object) -> None:
        """Note what a study has found."""
        raise NotImplementedError

    def take_failure(self, study: Study, problem: Exception) -> None:
        """Note why a study has no answer."""
        raise NotImplementedError


class AskedDigits(Asker):
    """Digits that are asked for once.

    Args:
        make_study: returns the study whose answer they are.

    Attributes:
        split: the digits, or None as long as they have not come.
        problem: why they have not.
    """

    def __init__(self, make_study: Callable[[], Study], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.split: Split | None = None
        self.problem: Exception | None = None
        self._make_study = make_study
        self._study: Study | None = None

    def want(self) -> None:
        """Ask, unless they are there or asked for; after a failure, ask again."""
        if self.split is None and self._study is None:
            self._study, self.problem = self._make_study(), None
            self.asked.emit(self._study)

    def take_answer(self, study: Study, answer: object) -> None:
        """Keep the digits."""
        if study is self._study and isinstance(answer, Split):
            self._study, self.split = None, answer
            self.changed.emit()

    def take_failure(self, study: Study, problem: Exception) -> None:
        """Note why they have not come."""
        if study is self._study:
            self._study, self.problem = None, problem
            self.changed.emit()


class ValidationDigits(AskedDigits):
    """The validation digits.

    Args:
        purpose: of the study; pages ask at the same time, so each needs a purpose of its own.
    """

    def __init__(self, purpose: str, parent: QObject | None = None) -> None:
        super().__init__(partial(ValidationStudy, purpose), parent)


class TrainingDigits(AskedDigits):
    """The first training digits, for whatever learns on a page.

    Args:
        images: how many.
        purpose: of the study, as of `ValidationDigits`.
    """

    def __init__(self, images: int, purpose: str, parent: QObject | None = None) -> None:
        super().__init__(partial(TrainingStudy, images, purpose), parent)
