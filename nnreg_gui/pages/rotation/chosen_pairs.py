"""Which pair to begin with: 6 and 9 where there are these, otherwise what a network confuses most."""

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.question import ConfusionQuestion, Network, confusion_matrix, most_confused
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest
from nnreg_gui.pages.rotation.pair import Pair, six_and_nine_of


class ChosenPairs(QObject):
    """Keeps a pair for each data set: what the user has chosen, or what was confused most.

    Signals:
        changed: a network has said what it confuses.
    """

    changed = Signal()

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs: dict[DataSet, Pair] = {}
        self._asked: Latest[np.ndarray] = Latest(questions, self)
        self._about: tuple[DataSet, Split] | None = None
        self._asked.answered.connect(self._take)

    def of(self, data_set: DataSet) -> Pair:
        """Return the pair to turn; the first two classes until it is known which are confused."""
        return six_and_nine_of(data_set) or self._pairs.get(data_set) or Pair(0, 1, data_set.classes)

    def choose(self, data_set: DataSet, pair: Pair) -> None:
        """Take the user's choice."""
        self._pairs[data_set] = pair

    def want(self, network: Network, split: Split) -> None:
        """Ask once what a network confuses, if that decides the pair; `split` holds its validation digits."""
        data_set = network.dataset
        is_known = six_and_nine_of(data_set) is not None or data_set in self._pairs
        if not is_known and not self._asked.waits and self._asked.problem is None:
            self._about = data_set, split
            self._asked.ask(ConfusionQuestion((network,)))

    def try_again(self) -> None:
        """Forget that a question had no answer."""
        self._asked.try_again()

    @Slot(object)
    def _take(self, called: np.ndarray) -> None:
        assert self._about is not None
        data_set, split = self._about
        if data_set not in self._pairs:
            counts = confusion_matrix(split.labels, called[0], split.classes)
            self._pairs[data_set] = Pair(*most_confused(counts), data_set.classes)
            self.changed.emit()
