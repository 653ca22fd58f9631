"""Searches, one after the other, on processes of their own or on a cluster."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from nnreg_gui.engine.search import Search, SearchRun

_POLLS_PER_SECOND = 15
_SECONDS_TO_CLOSE = 2.0  # at most: killed processes end within milliseconds
_SECONDS_KEPT = 30  # that processes wait for another search, which then begins a second earlier


class SearchQueue(QObject):
    """Owns the search that goes on, those that wait for it, and the executor that trains for them.

    It has neither thread nor lock: a clock polls the search.

    Signals:
        progressed: carries the `Search`, which share (0…1) is done, and how many seconds the rest may take; negative
            while that is not known.
        found: carries a `Search`, the place of an experiment, and its `RunHistory`.
        not_found: carries a `Search`, the place of an experiment that has no result, and the `Problem`.
        noticed: carries a `Search` and the `Problem` that it has coped with.
        ended: carries a `Search` of which nothing more comes, and the `Problem` because of which not everything was
            trained; None where it is complete, cancelled or replaced.
        waiting: carries a `Search` that has not begun, and the one that goes on or comes first.
        busy_changed: carries whether a search goes on or waits.
    """

    progressed = Signal(object, float, float)
    found = Signal(object, int, object)
    not_found = Signal(object, int, object)
    noticed = Signal(object, object)
    ended = Signal(object, object)
    waiting = Signal(object, object)
    busy_changed = Signal(bool)

    def __init__(self, data_folder: Path, parent: QObject | None = None, *, workers: int | None = None) -> None:
        super().__init__(parent)
        self._data_folder, self._workers = data_folder, workers
        self._address = self._run_address = ""
        self._waiting: list[Search] = []
        self._run: SearchRun | None = None
        self._spare: Executor | None = None
        self._spare_since = 0.0
        self._was_busy = False
        self._clock = QTimer(self, interval=1000 // _POLLS_PER_SECOND)
        self._clock.timeout.connect(self._poll)

    @property
    def busy(self) -> bool:
        """Whether a search goes on or waits."""
        return self._run is not None or bool(self._waiting)

    @property
    def address(self) -> str:
        """The address of the dask scheduler that is used; empty for this computer."""
        return self._address

    @Slot(object)
    def search(self, search: "Search") -> None:
        """Begin a search as soon as those before it are over; one of the same purpose ends."""
        self.cancel(search.purpose)
        self._waiting.append(search)
        self._clock.start()
        self._tell_waiting()
        self._tell_busy()

    @Slot(str)
    def cancel(self, purpose: str) -> None:
        """End the search of this purpose, if there is one: what it has found was told."""
        dropped = [search for search in self._waiting if search.purpose == purpose]
        self._waiting = [search for search in self._waiting if search.purpose != purpose]
        if self._run is not None and self._run.search.purpose == purpose:
            run, self._run = self._run, None
            run.cancel()
            dropped.append(run.search)
        for search in dropped:
            self.ended.emit(search, None)
        self._tell_waiting()
        self._tell_busy()

    @Slot(str)
    def set_cluster(self, address: str) -> None:
        """Train on the cluster of the dask scheduler at this address, or (empty) on this computer.

        A search that goes on stays where it is.
        """
        if address.strip() != self._address:
            self._address = address.strip()
            self._drop_spare()

    def close(self) -> None:
        """End everything at once; no process is left."""
        self._clock.stop()
        self._waiting = []
        if self._run is not None:
            self._run.cancel(_SECONDS_TO_CLOSE)
            self._run = None
        self._drop_spare(_SECONDS_TO_CLOSE)
        self._tell_busy()

    # ---- how it is done

    @Slot()
    def _poll(self) -> None:
        """Tell what is new; begin what waits; let processes go that nobody has needed for a while."""
        if self._run is None and self._waiting:
            self._begin(self._waiting.pop(0))
            return  # what it imports is enough for once
        if self._run is None:
            if monotonic() - self._spare_since > _SECONDS_KEPT:
                self._drop_spare()
            if self._spare is None:
                self._clock.stop()
            return
        self._advance(self._run)

    def _begin(self, search: "Search") -> None:
        from nnreg_gui.engine.search import SearchRun  # not at the window's start, which it would delay

        executor, self._spare = self._spare, None
        self._run_address = self._address
        self._run = SearchRun(search, self._maker(), executor)
        self._tell_waiting()

    def _maker(self) -> "Callable[[], Executor]":
        """Return what makes an executor for the address that holds now."""
        if self._address:
            from nnreg_gui.running.cluster import cluster_executor

            return partial(cluster_executor, self._address)
        from nnreg_gui.running.executors import LocalExecutor

        return partial(LocalExecutor, self._data_folder, self._workers)

    def _advance(self, run: "SearchRun") -> None:
        from nnreg_gui.engine.search import Found, NotFound, Noticed

        for news in run.poll():
            match news:
                case Found(place, history):
                    self.found.emit(run.search, place, history)
                case NotFound(place, problem):
                    self.not_found.emit(run.search, place, problem)
                case Noticed(problem):
                    self.noticed.emit(run.search, problem)
            if self._run is not run:  # whoever heard it has ended the search
                return
        self.progressed.emit(run.search, *run.progress())
        if run.over and self._run is run:
            self._end(run)

    def _end(self, run: "SearchRun") -> None:
        self._run = None
        executor = run.release()
        if self._run_address == self._address:
            self._drop_spare()
            self._spare, self._spare_since = executor, monotonic()
        elif executor is not None:
            _abandon(executor)
        self.ended.emit(run.search, run.problem)
        self._tell_busy()

    def _drop_spare(self, patience: float | None = None) -> None:
        spare, self._spare = self._spare, None
        if spare is not None:
            _abandon(spare, patience)

    def _tell_waiting(self) -> None:
        """Tell all that wait what they wait for."""
        searches = [*([self._run.search] if self._run is not None else []), *self._waiting]
        for search in searches[1:]:
            self.waiting.emit(search, searches[0])

    def _tell_busy(self) -> None:
        if self.busy != self._was_busy:
            self._was_busy = self.busy
            self.busy_changed.emit(self._was_busy)


def _abandon(executor: "Executor", patience: float | None = None) -> None:
    from nnreg_gui.engine.search_jobs import PATIENCE, JobExecutor

    assert isinstance(executor, JobExecutor)
    executor.abandon(PATIENCE if patience is None else patience)
