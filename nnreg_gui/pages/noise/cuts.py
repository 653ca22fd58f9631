"""What is known of cuts through the costs around networks: each asked once, one at a time, and kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.questions.along_a_line import Cut
from nnreg_gui.engine.questions.question import Network, Question
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest

_MOST_KEPT = 24  # what is forgotten is measured again
# The networks that a cut leads through, and the seed of its directions.
Line = tuple[tuple[Network, ...], int]
_Key = tuple[int, ...]


class Cuts(Latest[Cut]):
    """Asks about lines, and keeps the answers; after a failure, nothing more is asked until `try_again()`."""

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(questions, parent)
        self._line: Line | None = None  # of the present question
        # With their networks: while these are kept, no others can have the same identity.
        self._known: dict[_Key, tuple[Line, Cut]] = {}
        self.answered.connect(self._remember)

    def of(self, line: Line) -> Cut | None:
        """Return what is known of a line."""
        known = self._known.get(_key(line))
        return known[1] if known is not None else None

    def want(self, wanted: list[tuple[Line, Callable[[], Question[Cut]]]]) -> None:
        """Ask about the first of these lines that is not known; call it again on `changed`."""
        if self.waits or self.problem is not None:
            return
        for line, question in wanted:
            if self.of(line) is None:
                self._line = line
                self.ask(question())
                return

    @Slot(object)
    def _remember(self, cut: Cut) -> None:
        assert self._line is not None
        self._known[_key(self._line)] = self._line, cut
        while len(self._known) > _MOST_KEPT:
            del self._known[next(iter(self._known))]


def _key(line: Line) -> _Key:
    networks, seed = line
    return (*(id(network.parameters) for network in networks), seed)
