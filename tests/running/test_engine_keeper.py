"""The engine process kept ready: replaced when it dies, and leaving no zombie."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import DataSets, Digits, Split
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import engine_process
from nnreg_gui.running.engine_keeper import EngineKeeper
from nnreg_gui.running.engine_messages import Ended, Message, Start
from nnreg_gui.running.engine_service import prepare
from tests.conftest import small_experiment

WAIT = 10_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither SIGKILL nor zombies")


@pytest.fixture
def keeper(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[EngineKeeper]:
    """A keeper whose processes are children of this one, as in the program."""
    monkeypatch.setattr(engine_process, "FORKS", False)
    keeper = EngineKeeper(resource_path())
    yield keeper
    keeper.close()
    keeper.deleteLater()


def _exists(pid: int) -> bool:
    """Return whether the system still knows a process, even as a zombie."""
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def test_an_idle_process_that_is_killed_is_replaced_and_leaves_no_zombie(keeper: EngineKeeper, qtbot: QtBot) -> None:
    assert keeper.pid is None
    killed = keeper.engine().pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    qtbot.waitUntil(lambda: keeper.pid != killed, timeout=WAIT)
    qtbot.waitUntil(lambda: not _exists(killed), timeout=WAIT)
    ready = keeper.pid

    assert keeper.engine().pid == ready is not None


def test_a_process_that_is_wanted_before_its_death_was_noticed_is_another_one(keeper: EngineKeeper) -> None:
    first = keeper.engine()
    assert first.pid is not None
    os.kill(first.pid, signal.SIGKILL)
    assert isinstance(first.receive(), Ended)
    second = keeper.engine()
    second.send(Start(small_experiment(epochs=1)))
    message = second.receive()
    while not isinstance(message, Ended):
        message = second.receive()

    assert message.problem is None


def test_processes_that_die_again_and_again_are_replaced_when_they_are_wanted_only(
    keeper: EngineKeeper, qtbot: QtBot
) -> None:
    killed = set()
    keeper.engine()
    while keeper.pid is not None:
        if keeper.pid not in killed:
            killed.add(keeper.pid)
            os.kill(keeper.pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: keeper.pid not in killed, timeout=WAIT)

    assert len(killed) == 3
    qtbot.waitUntil(lambda: not any(map(_exists, killed)), timeout=WAIT)
    assert keeper.engine().alive


@pytest.mark.parametrize("stopped", [False, True])
def test_closing_leaves_none_whether_stopped_by_the_system_or_about_to_end(keeper: EngineKeeper, stopped: bool) -> None:
    first = keeper.engine()
    assert first.pid is not None
    if stopped:
        os.kill(first.pid, signal.SIGSTOP)
    first.kill()
    second = keeper.engine()
    assert second.pid is not None
    keeper.close()

    assert first.pid != second.pid
    assert not _exists(first.pid)
    assert not _exists(second.pid)


def test_what_is_prepared_is_ready_for_a_run_of_fewer_images(digits: Digits) -> None:
    some = Digits(digits.training[:300], digits.validation[:10], digits.test[:10])
    data_sets = DataSets(resource_path())
    data_sets[MNIST] = some
    prepare(MNIST, data_sets)

    part = some.training[:100]
    assert np.shares_memory(part.inputs, some.training.inputs)
    assert np.shares_memory(part.told(part.labels[::-1].copy()).inputs, some.training.inputs)
    assert (part.inputs == Split(part.images, part.labels).inputs).all()


def test_an_engine_that_was_prepared_trains_as_any_other(keeper: EngineKeeper) -> None:
    keeper.prepare(DataSpec(training_images=50_000))
    engine = keeper.engine()
    keeper.prepare(DataSpec(training_images=20_000))
    engine.send(Start(small_experiment(epochs=1)))
    messages: list[Message] = []
    while not messages or not isinstance(messages[-1], Ended):
        messages.append(engine.receive())

    assert [one.epoch for one in messages if isinstance(one, EpochRecord)] == [0, 1]
    assert messages[-1] == Ended(None)
