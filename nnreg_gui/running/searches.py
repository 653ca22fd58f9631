"""Runs searches, one after the other, on separate processes or on a cluster."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from shiboken6 import isValid

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.replies import SearchReply

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from nnreg_gui.engine.problems import Problem
    from nnreg_gui.engine.searches.search import Search, SearchRun

_POLLS_PER_SECOND = 15
_SECONDS_TO_CLOSE = 2.0  # at most: killed processes end within milliseconds
_SECONDS_KEPT = 30  # for which processes wait for another search: where they do not fork, it begins a second earlier


class SearchQueue(QObject):
    """Owns the current search, those waiting for it, and the executor that trains for them.

    It has neither thread nor lock: a clock polls the search.
    """

    def __init__(
        self,
        data_folder: Path,
        parent: QObject | None = None,
        *,
        workers: int | None = None,
        opened: Mapping[DataSet, Digits] | None = None,
    ) -> None:
        super().__init__(parent)
        self._data_folder, self._workers, self._opened = data_folder, workers, opened
        self._address = self._run_address = ""
        self._waiting: list[SearchReply] = []
        self._current: SearchReply | None = None  # to the current search
        self._run: SearchRun | None = None
        self._spare: Executor | None = None
        self._spare_since = 0.0
        self._clock = QTimer(self, interval=1000 // _POLLS_PER_SECOND)
        self._clock.timeout.connect(self._poll)

    @property
    def busy(self) -> bool:
        """Whether a search is running or waiting."""
        return self._run is not None or bool(self._waiting)

    @property
    def address(self) -> str:
        """The address of the dask scheduler in use; empty for this computer."""
        return self._address

    def begin(self, search: "Search", page: str, parent: QObject) -> SearchReply:
        """Begin a search for this page after those before it; the reply dies with its parent."""
        self._end_what_is_not_wanted()  # a dead reply can be told nothing
        reply = SearchReply(search, page, parent)
        reply.cancelled.connect(self._end_what_is_not_wanted)
        self._waiting.append(reply)
        self._clock.start()
        self._tell_waiting()
        return reply

    @Slot(str)
    def set_cluster(self, address: str) -> None:
        """Train on the cluster of the dask scheduler at this address, or (empty) on this computer.

        The current search stays where it is.
        """
        if address.strip() != self._address:
            self._address = address.strip()
            self._drop_spare()

    def close(self) -> None:
        """End everything at once, leaving no process."""
        self._clock.stop()
        self._waiting = []
        if self._run is not None:
            self._run.cancel(_SECONDS_TO_CLOSE)
        self._run = self._current = None
        self._drop_spare(_SECONDS_TO_CLOSE)

    # ---- how it is done

    @Slot()
    def _poll(self) -> None:
        """Report what is new, begin what waits, and let go of processes that nobody has needed for a while."""
        self._end_what_is_not_wanted()  # a dead reply does not say so
        if self._run is None and self._waiting:
            self._begin(self._waiting.pop(0))
            return  # its imports are enough for one poll
        if self._run is None:
            if monotonic() - self._spare_since > _SECONDS_KEPT:
                self._drop_spare()
            if self._spare is None:
                self._clock.stop()
            return
        self._advance(self._run)

    @Slot()
    def _end_what_is_not_wanted(self) -> None:
        unwanted = [reply for reply in self._waiting if not reply.wanted]
        self._waiting = [reply for reply in self._waiting if reply.wanted]
        if self._current is not None and not self._current.wanted:
            unwanted.append(self._current)
            run, self._run, self._current = self._run, None, None
            if run is not None:
                run.cancel()
        for reply in unwanted:
            _end(reply, None)
        if unwanted:
            self._tell_waiting()

    def _begin(self, reply: SearchReply) -> None:
        from nnreg_gui.engine.searches.search import SearchRun  # here, because it would delay the window's start

        executor, self._spare = self._spare, None
        self._run_address = self._address
        self._current, self._run = reply, SearchRun(reply.search, self._maker(), executor)
        self._tell_waiting()

    def _maker(self) -> "Callable[[], Executor]":
        """Return a function that makes an executor for the current address."""
        if self._address:
            from nnreg_gui.running.cluster import ClusterExecutor

            return partial(ClusterExecutor, self._address)
        from nnreg_gui.running.executors import LocalExecutor

        return partial(LocalExecutor, self._data_folder, self._workers, self._opened)

    def _advance(self, run: "SearchRun") -> None:
        from nnreg_gui.engine.searches.search import Found, NotFound, Noticed

        reply = self._current
        assert reply is not None
        for news in run.poll():
            match news:
                case Found(place, history):
                    reply.found.emit(place, history)
                case NotFound(place, problem):
                    reply.not_found.emit(place, problem)
                case Noticed(problem):
                    reply.noticed.emit(problem)
            if self._run is not run:  # a listener has ended the search
                return
        reply.progressed.emit(*run.progress())
        if run.over and self._run is run:
            self._release(run, reply)

    def _release(self, run: "SearchRun", reply: SearchReply) -> None:
        self._run = self._current = None
        executor = run.release()
        if self._run_address == self._address:
            self._drop_spare()
            self._spare, self._spare_since = executor, monotonic()
        elif executor is not None:
            _abandon(executor)
        _end(reply, run.problem)

    def _drop_spare(self, patience: float | None = None) -> None:
        spare, self._spare = self._spare, None
        if spare is not None:
            _abandon(spare, patience)

    def _tell_waiting(self) -> None:
        """Tell all waiting replies what they wait for, and the first that its wait is over."""
        replies = [*([self._current] if self._current is not None else []), *self._waiting]
        for place, reply in enumerate(replies):
            reply.wait_for(replies[0] if place else None)


def _end(reply: SearchReply, problem: "Problem | None") -> None:
    """Say that nothing more comes, unless the reply has died."""
    if isValid(reply):
        reply.ended.emit(problem)
        reply.deleteLater()


def _abandon(executor: "Executor", patience: float | None = None) -> None:
    from nnreg_gui.engine.searches.search_jobs import PATIENCE, JobExecutor

    assert isinstance(executor, JobExecutor)
    executor.abandon(PATIENCE if patience is None else patience)
