"""Measures random hidden layers of all widths, seed by seed, each as a question of its own, so that they fill in."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.questions.random_layers import RandomLayer, RandomLayerQuestion
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.long_work import LongWork
from nnreg_gui.replies import Reply

WIDTHS = 10, 30, 100, 300, 500, 700, 900, 1_000, 1_100, 1_300, 2_000, 4_000, 10_000
SEEDS = 1, 2, 3  # the picture is complete after the first; the others say what chance does
IMAGES = 1_000
LAMBDAS = 0.0, 1.0, 10.0, 100.0, 1_000.0  # all come from the same decomposition,
SHARES = 0.0, 0.1  # of wrong labels: and so do these
_BASE = 300  # neurons that take as long as what does not depend on their number


class LayerTrial(LongWork):
    """Asks one question after the other, and keeps the answers.

    Attributes:
        found: answers by width and seed.
    """

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._reply: Reply[RandomLayer] | None = None
        self._left: list[tuple[int, int]] = []
        self.found: dict[tuple[int, int], RandomLayer] = {}

    @property
    def running(self) -> bool:
        return self._reply is not None

    @property
    def done(self) -> int:
        return len(self.found)

    @property
    def number(self) -> int:
        return len(WIDTHS) * len(SEEDS)

    def start(self) -> None:
        """Ask for everything that is not known yet."""
        self.problem = None
        self._left = [(neurons, seed) for seed in SEEDS for neurons in WIDTHS if (neurons, seed) not in self.found]
        self._ask_next()

    def cancel(self) -> None:
        if self._reply is not None:
            self._reply.withdraw()
            self._end()

    def of(self, neurons: int) -> Sequence[RandomLayer]:
        """Return what is known about a width, seed by seed."""
        return [self.found[neurons, seed] for seed in SEEDS if (neurons, seed) in self.found]

    def _ask_next(self) -> None:
        if not self._left:
            self._end()
            return
        neurons, seed = self._left[0]
        self._reply = self._questions.ask(RandomLayerQuestion(neurons, seed, LAMBDAS, IMAGES, SHARES), self)
        self._reply.progressed.connect(self._note_progress)
        self._reply.answered.connect(self._keep)
        self._reply.failed.connect(self._fail)
        self._note_progress(0.0)

    def _end(self) -> None:
        self._reply, self._left = None, []
        self.changed.emit()
        self.ended.emit()

    @Slot(float)
    def _note_progress(self, share: float) -> None:
        """Note how much of the present question is answered."""
        left = sum(_BASE + neurons for neurons, _ in self._left) - share * (_BASE + self._left[0][0])
        self.share = 1 - left / (len(SEEDS) * sum(_BASE + neurons for neurons in WIDTHS))
        self.changed.emit()

    @Slot(object)
    def _keep(self, answer: RandomLayer) -> None:
        self.found[self._left.pop(0)] = answer
        self._ask_next()

    @Slot(object)
    def _fail(self, problem: Exception) -> None:
        self.problem = problem
        self._end()
