"""One experiment trained with several seeds, as one entry in the list of runs."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.experiment import LARGEST_SEED, Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.pages.trial_sentences import search_name
from nnreg_gui.running.searches import SearchQueue
from nnreg_gui.widgets.texts import duration_text, whole_text

if TYPE_CHECKING:
    from nnreg_gui.engine.search import Search

PURPOSE = "repeat"
SEEDS = 5


class RepeatedTraining(QObject):
    """Has an experiment trained in as many processes as there are processors, and lists what is found.

    Signals:
        changed: there is something new to be said by `sentence()`.
        failed: carries the `Problem` why a seed has no run.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, searches: SearchQueue, run_list: RunList, parent: QObject) -> None:
        super().__init__(parent)
        self._searches, self._run_list = searches, run_list
        self._search: Search | None = None
        self._first: RunHistory | None = None  # by which the list knows the entry
        self._found = 0
        self._share, self._seconds_left = 0.0, -1.0
        self._waits_for = ""  # the purpose of the search that must end before this one begins
        searches.waiting.connect(self._take_wait)
        searches.progressed.connect(self._take_progress)
        searches.found.connect(self._take_found)
        searches.not_found.connect(self._take_not_found)
        searches.noticed.connect(self._take_notice)
        searches.ended.connect(self._take_end)

    @property
    def going_on(self) -> bool:
        """Whether seeds are still to be trained."""
        return self._search is not None

    def start(self, experiment: Experiment) -> None:
        """Train an experiment with its own seed and those after it; what was being repeated before ends."""
        from nnreg_gui.engine.search import Search  # not at the window's start, which it would delay

        first = min(experiment.seed, LARGEST_SEED - SEEDS + 1)
        experiments = tuple(replace(experiment, seed=seed) for seed in range(first, first + SEEDS))
        self._search, self._first = Search(PURPOSE, experiments, networks=True), None
        self._found, self._share, self._seconds_left, self._waits_for = 0, 0.0, -1.0, ""
        self._searches.search(self._search)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Keep the seeds that are trained, and leave it at that."""
        if self._search is not None:
            self._searches.cancel(PURPOSE)

    def progress(self) -> tuple[str, float, float]:
        """Return what goes on in a few words, its share that is done (0…1), and the seconds left; negative: unknown."""
        words = self.tr("Seeds: {0} of {1}").format(whole_text(self._found), whole_text(SEEDS))
        return words, self._share, self._seconds_left

    def sentence(self) -> str:
        """Say how far it is."""
        if self._waits_for:
            text = self.tr("Training with {0} seeds waits for {1}; Esc ends it.")
            return text.format(whole_text(SEEDS), search_name(self._waits_for))
        done = self.tr("Training with {0} seeds: {1} of them done.").format(whole_text(SEEDS), whole_text(self._found))
        if self._seconds_left < 0:
            return done
        left = self.tr("{0} left; Esc ends it.").format(duration_text(max(1.0, self._seconds_left)))
        return f"{done} {left}"

    @Slot(object, float, float)
    def _take_progress(self, search: "Search", share: float, seconds_left: float) -> None:
        if search is self._search:
            self._share, self._seconds_left, self._waits_for = share, seconds_left, ""
            self.changed.emit()

    @Slot(object, object)
    def _take_wait(self, search: "Search", first: "Search") -> None:
        if search is self._search:
            self._waits_for = first.purpose
            self.changed.emit()

    @Slot(object, int, object)
    def _take_found(self, search: "Search", place: int, history: RunHistory) -> None:
        if search is not self._search:
            return
        self._found += 1
        if self._first is None:
            self._first = history
            self._run_list.add_repeats([history])
        else:
            self._run_list.add_to_repeats(self._first, history)
        self.changed.emit()

    @Slot(object, int, object)
    def _take_not_found(self, search: "Search", place: int, problem: Exception) -> None:
        if search is self._search:
            self.failed.emit(problem)

    @Slot(object, object)
    def _take_notice(self, search: "Search", problem: Exception) -> None:
        if search is self._search:
            self.failed.emit(problem)

    @Slot(object, object)
    def _take_end(self, search: "Search", problem: Exception | None) -> None:
        if search is not self._search:
            return
        self._search = None
        if problem is not None:
            self.failed.emit(problem)
        self.changed.emit()
