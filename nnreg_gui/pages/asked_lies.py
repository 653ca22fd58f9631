"""The training digits whose labels lie, asked for once for the same data and seed."""

from PySide6.QtCore import QObject

from nnreg_gui.engine.experiment import DataSpec, Experiment
from nnreg_gui.engine.questions.lies import LyingDigits, LyingDigitsQuestion
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest


class AskedLies(Latest[LyingDigits]):
    """Keeps those of one experiment."""

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(questions, parent)
        self._about: tuple[DataSpec, int] | None = None  # the data and the seed, which say what lies

    def of(self, experiment: Experiment) -> LyingDigits | None:
        """Return the digits whose labels lie in an experiment, some of whose do; ask for them unless they are there."""
        if self._about != (experiment.data, experiment.seed):
            self._about = experiment.data, experiment.seed
            self.ask(LyingDigitsQuestion(experiment))
        return None if self.waits or self.problem is not None else self.answer

    def try_again(self) -> None:
        """Forget that a question failed."""
        if self.problem is not None:
            self._about = None
        super().try_again()
