"""Trains the runs of a lesson in the window, where the user sees them and may take over, or shows kept ones again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.lessons.lesson import LessonRun
from nnreg_gui.running.side_by_side import State

if TYPE_CHECKING:
    from nnreg_gui.pages.page import Page
    from nnreg_gui.running.replay import Replay
    from nnreg_gui.window.main_window import MainWindow

# How many seconds the replay of a run takes that a rehearsal has kept; None: it is trained anew.
PACES: dict[str, float | None] = {"quick": 4.0, "slow": 12.0, "at_once": 0.0, "train": None}


class LessonTraining(QObject):
    """Trains what is not in the list of runs yet: two at a time side by side, those with several seeds one by one.

    What a rehearsal has kept is not trained again, but replayed at the chosen pace.

    Signals:
        grown: a run is longer than before.
        ended: nothing more comes of what was started: all is trained, or somebody stopped or changed a run.
        replay_begun, replay_ended: carries the `RunHistory` that is replayed.
        replay_advanced: one of them has grown.

    Attributes:
        pace: one of the `PACES`.
    """

    grown = Signal()
    ended = Signal()
    replay_begun = Signal(object)
    replay_advanced = Signal()
    replay_ended = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._control, self._repeats, self._run_list = (
            window, window.control, window.repeats, window.run_list
        )  # fmt: skip
        self.pace = next(iter(PACES))
        self._waiting: list[LessonRun] = []
        self._going_on: list[LessonRun] = []
        self._live: dict[Experiment, RunHistory] = {}
        self._replays: list[Replay] = []
        self._page_in_training: Page | None = None  # the page that trains what it misses
        self._replayed: set[Experiment] = set()
        self._control.started.connect(self._note)
        self._control.advanced.connect(self._tell)
        # The list must hear of the end first: it says which runs are whole.
        self._control.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._repeats.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def histories(self, run: LessonRun) -> Sequence[RunHistory]:
        """Return the run, or its repeats, trained to the end; nothing if it is not."""
        if run.seeds > 1:
            return self._run_list.find_repeats(run.experiment, run.seeds)
        found = self._run_list.find_run(run.experiment)
        return [found] if found is not None else []

    def growing(self, run: LessonRun) -> RunHistory | None:
        """Return the run as far as it is."""
        return self._run_list.find_run(run.experiment) or self._live.get(run.experiment)

    @property
    def replaying(self) -> bool:
        """Whether kept runs are being shown again."""
        return bool(self._replays)

    def replayed(self, run: LessonRun) -> bool:
        """Return whether the run was kept by a rehearsal, and only shown again."""
        return run.experiment in self._replayed

    def start(self, runs: Sequence[LessonRun]) -> None:
        """Train runs one after the other, or two at a time."""
        self._waiting, self._going_on = list(runs), []
        self._begin_next()

    def train_page(self) -> bool:
        """Let the visible page train what it misses; return whether it does."""
        page = self._window.tabs.page
        if not page.train_missing():
            return False
        self._page_in_training = page
        page.trial_ended.connect(self._end_page, Qt.ConnectionType.QueuedConnection)
        return True

    @Slot()
    def _end_page(self) -> None:
        page, self._page_in_training = self._page_in_training, None
        if page is not None:
            page.trial_ended.disconnect(self._end_page)
            self.ended.emit()

    def go_on(self) -> bool:
        """Go on with a paused run; return whether there was one."""
        paused = self._is_steered and self._control.state is State.PAUSED
        if paused:
            self._control.start(*self._side_by_side())
        return paused

    def stop(self) -> None:
        """Train no more; what was trained so far stays in the list."""
        page, self._page_in_training = self._page_in_training, None
        if page is not None:  # it goes on training, as after the key S
            page.trial_ended.disconnect(self._end_page)
        if self._is_steered:
            self._control.stop()
        elif self._is_repeated:
            self._repeats.stop()
        self._waiting, self._going_on = [], []
        for replay in self._replays:
            replay.stop()
            self._end_replay(replay)
        self._replays = []

    @property
    def _is_steered(self) -> bool:
        """Whether the user steers what goes on: neither seeds nor a replay, beside which there may be a run of his."""
        return any(run.seeds == 1 and run.experiment not in self._replayed for run in self._going_on)

    @property
    def _is_repeated(self) -> bool:
        """Whether seeds are trained for the lesson: otherwise, those that are trained are the user's own."""
        return any(run.seeds > 1 and run.experiment not in self._replayed for run in self._going_on)

    def _begin_next(self) -> None:
        first = self._waiting.pop(0)
        self._going_on = [first]
        if first.seeds == 1 and self._waiting and self._waiting[0].seeds == 1:
            self._going_on.append(self._waiting.pop(0))
        if self._show_again():
            return
        self._replayed.difference_update(run.experiment for run in self._going_on)
        if first.seeds > 1:
            self._repeats.start(first.experiment, first.seeds)
            return
        leader, *companions = self._side_by_side()
        self._window.load(leader)
        self._control.start(leader, *companions)

    def _side_by_side(self) -> list[Experiment]:
        """Return what goes on, the leading run first: the last that the step names, which the panel shows."""
        return [run.experiment for run in reversed(self._going_on)]

    @Slot(object)
    def _note(self, history: RunHistory) -> None:
        if self._going_on:
            self._live[history.experiment] = history
        else:  # the user trains it, whatever was kept of it
            self._replayed.discard(history.experiment)

    @Slot()
    def _tell(self) -> None:
        if self._going_on:
            self.grown.emit()

    @Slot()
    def _end(self) -> None:
        """Go on with the next runs, unless one has no result or somebody has begun something else meanwhile."""
        if not self._going_on or self._replays or (self._is_repeated and self._repeats.going_on):
            return
        if self._is_steered and self._control.state is not State.IDLE:
            return
        whole = all(self.histories(run) for run in self._going_on)
        self._going_on, self._live = [], {}
        if whole and self._waiting:
            self._begin_next()
        else:
            self._waiting = []
            self.ended.emit()

    # ------------------------------------------------------------------------------------------------------- kept runs

    def _show_again(self) -> bool:
        """Show what a rehearsal has kept of the runs that are next; return whether it has kept all of them."""
        seconds = PACES[self.pace]
        if seconds is None:
            return False
        from nnreg_gui.engine.repeats import experiments_of
        from nnreg_gui.running.replay import Replay

        wanted = [experiments_of(run.experiment, run.seeds) for run in self._going_on]
        kept = self._window.rehearsal.kept().kept_runs(one for experiments in wanted for one in experiments)
        if not all(one in kept for experiments in wanted for one in experiments):
            return False
        self._replayed.update(run.experiment for run in self._going_on)
        if len(wanted[0]) > 1:
            self._run_list.add_repeats([kept[one] for one in wanted[0]])
            QTimer.singleShot(0, self._end)
            return True
        self._window.load(self._side_by_side()[0])
        self._replays = [Replay(kept[run.experiment], seconds, self) for run in self._going_on]
        for run, replay in zip(self._going_on, self._replays, strict=True):
            replay.advanced.connect(self.replay_advanced)
            replay.advanced.connect(self._tell)
            replay.ended.connect(self._end_replays)
            self._live[run.experiment] = replay.history
            self.replay_begun.emit(replay.history)
        return True

    @Slot()
    def _end_replays(self) -> None:
        over = [replay for replay in self._replays if not replay.going_on]
        self._replays = [replay for replay in self._replays if replay.going_on]
        for replay in over:
            self._end_replay(replay)
        self._end()

    def _end_replay(self, replay: "Replay") -> None:
        self.replay_ended.emit(replay.history)
        replay.deleteLater()
