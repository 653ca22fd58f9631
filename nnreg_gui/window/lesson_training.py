"""Trains the runs of a lesson in the window, where the user sees them and may take over."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.lessons.lesson import LessonRun
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.running.side_by_side import SideBySide, State
from nnreg_gui.window.repeated_training import RepeatedTraining


class LessonTraining(QObject):
    """Trains what is not in the list of runs yet: two at a time side by side, those with several seeds one by one.

    Args:
        load: chooses an experiment in the panel, and ends the run in progress.

    Signals:
        grown: a run is longer than before.
        ended: nothing more comes of what was started: all is trained, or somebody stopped or changed a run.
    """

    grown = Signal()
    ended = Signal()

    def __init__(
        self,
        control: SideBySide,
        repeats: RepeatedTraining,
        run_list: RunList,
        load: Callable[[Experiment], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._control, self._repeats, self._run_list, self._load = control, repeats, run_list, load
        self._waiting: list[LessonRun] = []
        self._going_on: list[LessonRun] = []
        self._live: dict[Experiment, RunHistory] = {}
        control.started.connect(self._note)
        control.advanced.connect(self._tell)
        # The list must hear of the end first: it says which runs are whole.
        control.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        repeats.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def histories(self, run: LessonRun) -> Sequence[RunHistory]:
        """Return the run, or its repeats, trained to the end; nothing if it is not."""
        if run.seeds > 1:
            return self._run_list.find_repeats(run.experiment, run.seeds)
        found = self._run_list.find_run(run.experiment)
        return [found] if found is not None else []

    def growing(self, run: LessonRun) -> RunHistory | None:
        """Return the run as far as it is."""
        return self._run_list.find_run(run.experiment) or self._live.get(run.experiment)

    def replayed(self, run: LessonRun) -> bool:
        """Return whether the run was trained before the lesson, and only shown again."""
        return False

    def start(self, runs: Sequence[LessonRun]) -> None:
        """Train runs one after the other, or two at a time."""
        self._waiting, self._going_on = list(runs), []
        self._begin_next()

    def go_on(self) -> bool:
        """Go on with a paused run; return whether there was one."""
        paused = bool(self._going_on) and self._control.state is State.PAUSED
        if paused:
            self._control.start(self._going_on[0].experiment)
        return paused

    def stop(self) -> None:
        """Train no more; what was trained so far stays in the list."""
        going_on, self._waiting, self._going_on = self._going_on, [], []
        if going_on:
            self._control.stop()
            self._repeats.stop()

    @property
    def going_on(self) -> bool:
        """Whether something is being trained for the lesson."""
        return bool(self._going_on)

    def _begin_next(self) -> None:
        first = self._waiting.pop(0)
        self._going_on = [first]
        if first.seeds > 1:
            self._repeats.start(first.experiment, first.seeds)
            return
        if self._waiting and self._waiting[0].seeds == 1:
            self._going_on.append(self._waiting.pop(0))
        leader, *companions = reversed(self._going_on)  # the last one is what the panel shows
        self._load(leader.experiment)
        self._control.start(leader.experiment, companions[0].experiment if companions else None)

    @Slot(object)
    def _note(self, history: RunHistory) -> None:
        self._live[history.experiment] = history

    @Slot()
    def _tell(self) -> None:
        if self._going_on:
            self.grown.emit()

    @Slot()
    def _end(self) -> None:
        """Go on with the next runs, unless one has no result or somebody has begun something else meanwhile."""
        if not self._going_on or self._control.state is not State.IDLE or self._repeats.going_on:
            return
        whole = all(self.histories(run) for run in self._going_on)
        self._going_on, self._live = [], {}
        if whole and self._waiting:
            self._begin_next()
        else:
            self._waiting = []
            self.ended.emit()
