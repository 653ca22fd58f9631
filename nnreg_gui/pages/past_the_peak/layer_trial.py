"""Measures random hidden layers of all widths, seed by seed, each as a question of its own, so that they fill in."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.questions.random_layers import RandomLayer, RandomLayerQuestion
from nnreg_gui.pages.asking import Questions
from nnreg_gui.replies import Reply

WIDTHS = 10, 30, 100, 300, 500, 700, 900, 1_000, 1_100, 1_300, 2_000, 4_000, 10_000
SEEDS = 1, 2, 3  # the picture is complete after the first; the others say what chance does
IMAGES = 1_000
LAMBDAS = 0.0, 1.0, 10.0, 100.0, 1_000.0  # all come from the same decomposition
_BASE = 300  # neurons that take as long as what does not depend on their number


class LayerTrial(QObject):
    """Asks one question after the other, and keeps the answers.

    Signals:
        changed: there is one more answer, or it has begun, got on or ended.
        ended: it has ended, or was cancelled.

    Attributes:
        found: answers by width and seed.
        problem: why it ended early; None if it did not.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._reply: Reply[RandomLayer] | None = None
        self._left: list[tuple[int, int]] = []
        self._part = 0.0  # of the present question
        self.found: dict[tuple[int, int], RandomLayer] = {}
        self.problem: Exception | None = None

    @property
    def running(self) -> bool:
        """Whether it is in progress."""
        return self._reply is not None

    @property
    def complete(self) -> bool:
        """Whether everything is known."""
        return len(self.found) == len(WIDTHS) * len(SEEDS)

    @property
    def share(self) -> float:
        """How much is done, 0…1."""
        left = float(sum(_BASE + neurons for neurons, _ in self._left))
        if self.running:
            left -= self._part * (_BASE + self._left[0][0])
        return 1 - left / (len(SEEDS) * sum(_BASE + neurons for neurons in WIDTHS))

    def start(self) -> None:
        """Ask for everything that is not known yet."""
        self.problem = None
        self._left = [(neurons, seed) for seed in SEEDS for neurons in WIDTHS if (neurons, seed) not in self.found]
        self._ask_next()

    def cancel(self) -> None:
        """Ask no more; what was found is kept."""
        if self._reply is not None:
            self._reply.withdraw()
            self._end()

    def of(self, neurons: int) -> Sequence[RandomLayer]:
        """Return what is known about a width, seed by seed."""
        return [self.found[neurons, seed] for seed in SEEDS if (neurons, seed) in self.found]

    def _ask_next(self) -> None:
        self._part = 0.0
        if not self._left:
            self._end()
            return
        neurons, seed = self._left[0]
        self._reply = self._questions.ask(RandomLayerQuestion(neurons, seed, LAMBDAS, IMAGES), self)
        self._reply.progressed.connect(self._note_progress)
        self._reply.answered.connect(self._keep)
        self._reply.failed.connect(self._fail)
        self.changed.emit()

    def _end(self) -> None:
        self._reply, self._left = None, []
        self.changed.emit()
        self.ended.emit()

    @Slot(float)
    def _note_progress(self, share: float) -> None:
        self._part = share
        self.changed.emit()

    @Slot(object)
    def _keep(self, answer: RandomLayer) -> None:
        self.found[self._left.pop(0)] = answer
        self._ask_next()

    @Slot(object)
    def _fail(self, problem: Exception) -> None:
        self.problem = problem
        self._end()
