"""One experiment trained with several seeds, as one entry in the list of runs."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.repeats import seeds_from
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.pages.trial_sentences import REPEATS, search_name
from nnreg_gui.replies import SearchReply
from nnreg_gui.running.searches import SearchQueue
from nnreg_gui.widgets.texts import duration_text, whole_text

SEEDS = 5


class RepeatedTraining(QObject):
    """Trains an experiment in as many processes as there are processors, and lists the results.

    Signals:
        changed: `sentence()` has something new to say.
        failed: carries the `Problem` why a seed has no run.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, searches: SearchQueue, run_list: RunList, parent: QObject) -> None:
        super().__init__(parent)
        self._searches, self._run_list = searches, run_list
        self._reply: SearchReply | None = None  # while there are seeds to train
        self._first: RunHistory | None = None  # the list knows the entry by it
        self._found = 0
        self._share, self._seconds_left = 0.0, -1.0

    @property
    def going_on(self) -> bool:
        """Whether there are seeds left to train."""
        return self._reply is not None

    def start(self, experiment: Experiment) -> None:
        """Train an experiment with its own seed and those after it; end any earlier repeats."""
        from nnreg_gui.engine.searches.search import Search  # not at the start, which it would delay

        self.stop()
        experiments = tuple(replace(experiment, seed=seed) for seed in seeds_from(experiment.seed, SEEDS))
        self._first, self._found, self._share, self._seconds_left = None, 0, 0.0, -1.0
        reply = self._reply = self._searches.begin(Search(experiments, networks=True), REPEATS, self)
        reply.waiting.connect(self.changed)
        reply.progressed.connect(self._note_progress)
        reply.found.connect(self._list)
        reply.not_found.connect(self._note_missing)
        reply.noticed.connect(self.failed)
        reply.ended.connect(self._end)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Keep the seeds trained so far, and train no more."""
        if self._reply is not None:
            self._reply.cancel()

    def progress(self) -> tuple[str, float, float]:
        """Return in a few words what is running, the share done (0…1), and the seconds left; negative: unknown."""
        words = self.tr("Seeds: {0} of {1}").format(whole_text(self._found), whole_text(SEEDS))
        return words, self._share, self._seconds_left

    def sentence(self) -> str:
        """Say how far the training is."""
        if self._reply is not None and self._reply.waits_for:
            text = self.tr("Training with {0} seeds waits for {1}; Esc ends it.")
            return text.format(whole_text(SEEDS), search_name(self._reply.waits_for))
        done = self.tr("Training with {0} seeds: {1} of them done.").format(whole_text(SEEDS), whole_text(self._found))
        if self._seconds_left < 0:
            return done
        left = self.tr("{0} left; Esc ends it.").format(duration_text(max(1.0, self._seconds_left)))
        return f"{done} {left}"

    @Slot(float, float)
    def _note_progress(self, share: float, seconds_left: float) -> None:
        self._share, self._seconds_left = share, seconds_left
        self.changed.emit()

    @Slot(int, object)
    def _list(self, place: int, history: RunHistory) -> None:
        self._found += 1
        if self._first is None:
            self._first = history
            self._run_list.add_repeats([history])
        else:
            self._run_list.add_to_repeats(self._first, history)
        self.changed.emit()

    @Slot(int, object)
    def _note_missing(self, place: int, problem: Exception) -> None:
        self.failed.emit(problem)

    @Slot(object)
    def _end(self, problem: Exception | None) -> None:
        self._reply = None
        if problem is not None:
            self.failed.emit(problem)
        self.changed.emit()
