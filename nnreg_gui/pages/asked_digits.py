"""Digits that are asked for only once, whichever data set they are of."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.question import Question
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest

_MOST_KEPT = 3  # data sets; what is forgotten is asked for again


class AskedDigits(QObject):
    """Asks questions whose answers are digits, unless they are already there.

    Args:
        questions: answers them.
        make: returns the question about a data set.

    Signals:
        changed: there are more digits, or none because of a problem.
    """

    changed = Signal()

    def __init__(
        self, questions: Questions, make: Callable[[DataSet], Question[Split]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._questions, self._make = questions, make
        self._asked: dict[DataSet, Latest[Split]] = {}

    def of(self, data_set: DataSet = MNIST) -> Split | None:
        """Return the digits of a data set; None until they arrive."""
        asked = self._asked.get(data_set)
        return asked.answer if asked is not None else None

    def problem(self, data_set: DataSet = MNIST) -> Exception | None:
        """Return why there are none."""
        asked = self._asked.get(data_set)
        return asked.problem if asked is not None else None

    def want(self, data_set: DataSet = MNIST) -> None:
        """Ask, unless the digits are there or already asked for, or there were none; call it as often as you like."""
        asked = self._asked.pop(data_set, None)
        if asked is None:
            asked = Latest[Split](self._questions, self)
            asked.changed.connect(self._note)
        self._asked[data_set] = asked  # the newest stands last
        while len(self._asked) > _MOST_KEPT:
            self._asked.pop(next(iter(self._asked))).deleteLater()
        if asked.answer is None and not asked.waits and asked.problem is None:
            asked.ask(self._make(data_set))

    def try_again(self) -> None:
        """Forget that there were none."""
        for asked in self._asked.values():
            asked.try_again()

    def ask_again(self) -> None:
        """Ask once more for what there was none of: now it may be open."""
        for data_set in [one for one in self._asked if self.problem(one) is not None]:
            self._asked[data_set].try_again()
            self.want(data_set)

    @Slot()
    def _note(self) -> None:
        self.changed.emit()
