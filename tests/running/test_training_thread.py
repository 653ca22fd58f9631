"""The thread that reads the engine process's messages."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import EpochRecord, Progress
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.engine_messages import Ended, Held, Hold, Message, Start, Stop
from nnreg_gui.running.engine_process import EngineProcess
from nnreg_gui.running.training_thread import TrainingThread
from tests.fixture_types import SameCurves, Small, Trained

WAIT = 10_000


@pytest.fixture(scope="module")
def engine() -> Iterator[EngineProcess]:
    """A process shared by all tests here."""
    engine = EngineProcess(resource_path())
    assert engine.pid is not None  # waits for it: a process that begins later would be left behind by the first test
    yield engine
    engine.kill()


@pytest.fixture
def begin(qapp: QApplication, engine: EngineProcess) -> Iterator[Callable[[Start], TrainingThread]]:
    """Start threads; stop the one still running at the end."""
    threads: list[TrainingThread] = []

    def begin(start: Start) -> TrainingThread:
        threads.append(TrainingThread(engine, start))
        threads[-1].start()
        return threads[-1]

    yield begin
    for thread in threads:
        if thread.isRunning():
            thread.send(Stop())
        assert thread.wait(WAIT)


def _collect_until_end(qtbot: QtBot, thread: TrainingThread) -> list[Message]:
    messages: list[Message] = []

    def ended() -> bool:
        messages.extend(thread.collect())
        return any(isinstance(message, Ended) for message in messages)

    qtbot.waitUntil(ended, timeout=WAIT)
    return messages


def _rows(experiment: Experiment, messages: list[Message]) -> RunHistory:
    history = RunHistory(experiment)
    for message in messages:
        if isinstance(message, EpochRecord):
            history.add(message)
    return history


def test_whether_collected_often_or_once_at_the_end_the_records_are_all_there_in_order(
    qtbot: QtBot,
    begin: Callable[[Start], TrainingThread],
    small: Small,
    trained_on_all: Trained,
    same_curves: SameCurves,
) -> None:
    experiment = small(epochs=30)
    often = _collect_until_end(qtbot, begin(Start(experiment)))
    thread = begin(Start(experiment))
    assert thread.wait(WAIT)
    once = thread.collect()

    for messages in (often, once):
        history = _rows(experiment, messages)
        assert [m.epoch for m in messages if isinstance(m, EpochRecord)] == list(range(31))
        assert same_curves(history, trained_on_all(experiment))
        assert isinstance(messages[-1], Ended)
    assert thread.collect() == []


def test_progress_replaces_progress_and_yields_to_what_is_newer(
    qtbot: QtBot, begin: Callable[[Start], TrainingThread], small: Small
) -> None:
    thread = begin(Start(small(images=50_000, epochs=2)))
    seen: list[list[Message]] = []

    def under_way() -> bool:
        seen.append(thread.collect())
        return any(isinstance(message, Progress) for message in seen[-1])

    qtbot.waitUntil(under_way, timeout=WAIT)
    thread.send(Hold())
    held: list[Message] = []

    def holds() -> bool:
        held.extend(thread.collect())
        return any(isinstance(message, Held) for message in held)

    qtbot.waitUntil(holds, timeout=WAIT)

    for messages in seen:
        assert sum(isinstance(message, Progress) for message in messages) <= 1
    assert isinstance(seen[-1][-1], Progress)
    assert 0 < seen[-1][-1].images < 50_000
    assert isinstance(held[-1], Held)


def test_the_thread_ends_with_the_run(begin: Callable[[Start], TrainingThread], small: Small) -> None:
    thread = begin(Start(small(epochs=100_000)))
    assert thread.isRunning()
    thread.send(Stop())

    assert thread.wait(WAIT)
    assert isinstance(thread.collect()[-1], Ended)


def test_the_thread_ends_with_the_process(qapp: QApplication, small: Small) -> None:
    engine = EngineProcess(resource_path())
    thread = TrainingThread(engine, Start(small(epochs=100_000)))
    thread.start()
    engine.kill()

    assert thread.wait(WAIT)
    ended = thread.collect()[-1]
    assert isinstance(ended, Ended)
    assert "ended unexpectedly" in str(ended.problem)
