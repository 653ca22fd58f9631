"""One experiment trained with several seeds, as one entry in the list of runs."""

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.repeats import experiments_of
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.pages.trial import Trial
from nnreg_gui.pages.trial_sentences import REPEATS, search_name
from nnreg_gui.running.searches import SearchQueue
from nnreg_gui.widgets.texts import duration_text, whole_text

SEEDS = 5


class RepeatedTraining(QObject):
    """Trains an experiment in as many processes as there are processors, and lists the results.

    Signals:
        changed: `sentence()` has something new to say.
        failed: carries the `Problem` why a seed has no run.
        ended: nothing more comes.
    """

    changed = Signal()
    failed = Signal(object)
    ended = Signal()

    def __init__(self, searches: SearchQueue, run_list: RunList, parent: QObject) -> None:
        super().__init__(parent)
        self._run_list, self._trial = run_list, Trial(searches, REPEATS, self)
        self._first: RunHistory | None = None  # the list knows the entry by it
        self._seeds = SEEDS
        self._trial.run_found.connect(self._list)
        self._trial.failed.connect(self.failed)
        self._trial.changed.connect(self.changed)
        self._trial.ended.connect(self.ended)

    @property
    def going_on(self) -> bool:
        """Whether there are seeds left to train."""
        return self._trial.running

    def start(self, experiment: Experiment, seeds: int = SEEDS) -> None:
        """Train an experiment with so many seeds, its own and those after it; end any earlier repeats."""
        from nnreg_gui.engine.searches.search import Search  # not at the start, which it would delay

        self._first, self._seeds = None, seeds
        self._trial.start(Search(experiments_of(experiment, seeds), networks=True))

    @Slot()
    def stop(self) -> None:
        """Keep the seeds trained so far, and train no more."""
        self._trial.cancel()

    def progress(self) -> tuple[str, float, float]:
        """Return in a few words what is running, the share done (0…1), and the seconds left; negative: unknown."""
        words = self.tr("Seeds: {0} of {1}").format(whole_text(len(self._trial.found)), whole_text(self._seeds))
        return words, self._trial.share, self._trial.seconds_left

    def sentence(self) -> str:
        """Say how far the training is."""
        if self._trial.waits_for:
            text = self.tr("Training with {0} seeds waits for {1}; Esc ends it.")
            return text.format(whole_text(self._seeds), search_name(self._trial.waits_for))
        found = whole_text(len(self._trial.found))
        done = self.tr("Training with {0} seeds: {1} of them done.").format(whole_text(self._seeds), found)
        if self._trial.seconds_left < 0:
            return done
        left = self.tr("{0} left; Esc ends it.").format(duration_text(max(1.0, self._trial.seconds_left)))
        return f"{done} {left}"

    @Slot(object)
    def _list(self, history: RunHistory) -> None:
        if self._first is None:
            self._first = history
            self._run_list.add_repeats([history])
        else:
            self._run_list.add_to_repeats(self._first, history)
        self.changed.emit()
