"""Searches as in the window: one after another, cancelled, and safe against dying processes."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing import active_children

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import DataSpec, Experiment, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import DivergedError, Problem
from nnreg_gui.engine.searches import search as searching
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.replies import SearchReply
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.searches import SearchQueue
from tests.fixture_types import SameCurves, Small, Trained
from tests.hard_experiments import DIVERGING, LONG

WAIT = 30_000


@dataclass
class Heard:
    """Begins searches, and keeps what the replies tell."""

    queue: SearchQueue
    parent: QObject = field(init=False)
    shares: dict[int, list[tuple[float, float]]] = field(default_factory=dict)
    found: list[tuple[Search, int, RunHistory]] = field(default_factory=list)
    not_found: list[tuple[Search, int, Problem]] = field(default_factory=list)
    noticed: list[tuple[Search, Problem]] = field(default_factory=list)
    ended: list[tuple[Search, Problem | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parent = QObject(self.queue)  # replies call bound methods, which must not be the last to hold it

    def search(self, search: Search, page: str = "finding_lambda") -> SearchReply:
        reply = self.queue.begin(search, page, self.parent)
        reply.progressed.connect(lambda *how_far: self.shares.setdefault(id(search), []).append(how_far))
        reply.found.connect(lambda *what: self.found.append((search, *what)))
        reply.not_found.connect(lambda *what: self.not_found.append((search, *what)))
        reply.noticed.connect(lambda what: self.noticed.append((search, what)))
        reply.ended.connect(lambda what: self.ended.append((search, what)))
        return reply

    def places(self, search: Search) -> list[int]:
        return sorted(place for one, place, _ in self.found if one is search)

    def has_ended(self, search: Search) -> bool:
        return any(one is search for one, _ in self.ended)

    def is_going_on(self, search: Search) -> bool:
        return any(share > 0 for share, _ in self.shares.get(id(search), []))


@pytest.fixture(scope="module")
def warm(qapp: QApplication) -> Iterator[SearchQueue]:
    """A control whose two processes exist before and after the tests here, unless a test ends them."""
    control = SearchQueue(resource_path(), workers=2)
    short = Experiment(data=DataSpec(training_images=10), training=TrainingSpec(epochs=1))
    control.begin(Search((short, short)), "runs", control)
    while control.busy:
        QTest.qWait(1)
    yield control
    control.close()


@pytest.fixture
def control(qtbot: QtBot) -> Iterator[SearchQueue]:
    """A control of the test's own, without processes yet."""
    control = SearchQueue(resource_path(), workers=2)
    yield control
    control.close()
    control.deleteLater()


@pytest.fixture
def heard(control: SearchQueue) -> Heard:
    return Heard(control)


def _all() -> set[int]:
    return {child.pid for child in active_children() if child.name == "worker" and child.pid is not None}


@pytest.fixture
def processes(warm: SearchQueue, control: SearchQueue) -> Callable[[], set[int]]:
    """Return the processes of the test's own control."""
    others = _all()
    return lambda: _all() - others


def test_a_search_tells_what_it_finds_and_what_not(
    warm: SearchQueue, qtbot: QtBot, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    heard = Heard(warm)
    search = Search((small(epochs=2), DIVERGING, small(epochs=2, seed=9)), networks=True)

    heard.search(search)
    assert warm.busy
    qtbot.waitUntil(lambda: heard.has_ended(search), timeout=WAIT)

    assert not warm.busy
    assert heard.places(search) == [0, 2]
    assert all(same_curves(history, trained_on_all(search.experiments[place])) for _, place, history in heard.found)
    ((_, place, problem),) = heard.not_found
    assert (place, type(problem)) == (1, DivergedError)
    assert heard.ended == [(search, None)]
    assert heard.shares[id(search)][-1] == (1, 0)
    assert heard.noticed == []


def test_whoever_hears_of_a_result_may_end_the_search(warm: SearchQueue, qtbot: QtBot, small: Small) -> None:
    heard, search = Heard(warm), Search(tuple(small(epochs=1, seed=seed) for seed in range(20)))
    reply = heard.search(search)
    reply.found.connect(reply.cancel)
    qtbot.waitUntil(lambda: heard.has_ended(search), timeout=WAIT)

    assert len(heard.found) == 1
    assert not warm.busy


def test_searches_come_one_after_the_other_and_end_when_they_are_cancelled(
    control: SearchQueue, heard: Heard, qtbot: QtBot, small: Small, processes: Callable[[], set[int]]
) -> None:
    first, second, other, withdrawn, last = (
        Search(experiments) for experiments in ((LONG,), (small(epochs=1),), (small(epochs=1),), (LONG,), (LONG, LONG))
    )
    going_on, _, waiting = (heard.search(search) for search in (first, other, withdrawn))
    qtbot.waitUntil(lambda: heard.is_going_on(first), timeout=WAIT)
    first_processes = processes()

    waiting.cancel()
    going_on.cancel()
    heard.search(second)
    assert heard.ended == [(withdrawn, None), (first, None)]
    qtbot.waitUntil(lambda: heard.has_ended(second), timeout=WAIT)
    assert [search for search, _ in heard.ended] == [withdrawn, first, other, second]
    assert heard.places(other) == heard.places(second) == [0]
    assert heard.places(first) == []
    assert not processes() & first_processes

    reply = heard.search(last)
    qtbot.waitUntil(lambda: heard.is_going_on(last), timeout=WAIT)
    reply.cancel()
    assert heard.ended[-1] == (last, None)
    assert not control.busy
    qtbot.waitUntil(lambda: not processes(), timeout=WAIT)


def test_a_search_ends_with_whoever_waited_for_it(
    control: SearchQueue, heard: Heard, qtbot: QtBot, small: Small, processes: Callable[[], set[int]]
) -> None:
    long, waiting, next_one = Search((LONG,)), Search((LONG,)), Search((small(epochs=1),))
    for search in (long, waiting):
        heard.search(search)
    qtbot.waitUntil(lambda: heard.is_going_on(long), timeout=WAIT)
    another = Heard(control)
    another.search(next_one)
    shiboken6.delete(heard.parent)
    qtbot.waitUntil(lambda: another.has_ended(next_one), timeout=WAIT)

    assert another.places(next_one) == [0]
    assert heard.ended == []
    assert not control.busy


def test_processes_that_die_are_reported_and_their_experiments_trained_again_and_closing_leaves_none(
    control: SearchQueue, heard: Heard, qtbot: QtBot, small: Small, processes: Callable[[], set[int]]
) -> None:
    search, another = Search(tuple(small(epochs=10, seed=s) for s in range(3))), Search((LONG,))
    heard.search(search)
    qtbot.waitUntil(lambda: heard.is_going_on(search), timeout=WAIT)
    for pid in processes():
        os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: heard.has_ended(search), timeout=WAIT)
    assert heard.places(search) == [0, 1, 2]
    noticed = len(heard.noticed)
    assert noticed in (1, 2)  # two deaths at a time are told once, unless the clock ticks between them

    # Processes waiting for the next search may be gone by then: nobody needs to hear of it.
    for pid in processes():
        os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: not processes(), timeout=WAIT)
    heard.search(another)
    qtbot.waitUntil(lambda: heard.is_going_on(another), timeout=WAIT)
    assert len(heard.noticed) == noticed

    control.close()
    assert processes() == set()
    assert not control.busy
    assert not any(timer.isActive() for timer in control.findChildren(QTimer))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process")
def test_processes_that_do_not_get_on_are_told_of_once_and_the_search_may_be_ended(
    control: SearchQueue,
    heard: Heard,
    qtbot: QtBot,
    small: Small,
    processes: Callable[[], set[int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    search, next_one = Search((LONG, LONG)), Search((small(epochs=1),))
    reply = heard.search(search)
    qtbot.waitUntil(lambda: heard.is_going_on(search) and len(processes()) == 2, timeout=WAIT)
    stopped = processes()
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    monkeypatch.setattr(searching, "SECONDS_OF_SILENCE", 1)
    qtbot.waitUntil(lambda: len(heard.noticed) == 1, timeout=WAIT)
    assert "made no progress" in str(heard.noticed[0][1])
    with qtbot.waitSignals([reply.progressed] * 20, timeout=WAIT):
        pass
    assert len(heard.noticed) == 1

    reply.cancel()
    heard.search(next_one)
    assert heard.ended == [(search, None)]
    qtbot.waitUntil(lambda: heard.has_ended(next_one), timeout=WAIT)
    assert heard.places(next_one) == [0]
    assert not stopped & processes()


def test_a_search_that_waits_says_for_what_and_says_so_again_when_that_changes(
    control: SearchQueue, qtbot: QtBot
) -> None:
    parent = QObject()
    replies = [control.begin(Search((LONG,)), page, parent) for page in ("finding_lambda", "noise", "pruning")]
    assert [reply.waits_for for reply in replies] == ["", "finding_lambda", "finding_lambda"]

    with qtbot.waitSignal(replies[2].waiting, timeout=WAIT):
        replies[0].cancel()
    assert [reply.waits_for for reply in replies[1:]] == ["", "noise"]


def test_a_search_that_waited_for_somebody_who_has_gone_does_not_hinder_the_next(control: SearchQueue) -> None:
    first, gone, next_one = QObject(), QObject(), QObject()
    control.begin(Search((LONG,)), "finding_lambda", first)
    control.begin(Search((LONG,)), "noise", gone)
    shiboken6.delete(gone)
    assert control.begin(Search((LONG,)), "pruning", next_one).waits_for == "finding_lambda"

    shiboken6.delete(first)
    assert control.begin(Search((LONG,)), "dropout", next_one).waits_for == "pruning"


def test_closing_before_anything_has_begun_leaves_nothing(
    control: SearchQueue, heard: Heard, processes: Callable[[], set[int]]
) -> None:
    heard.search(Search((LONG,)))
    control.close()

    assert processes() == set()
    assert not control.busy
    assert heard.found == []
