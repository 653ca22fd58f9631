"""The engine process: how it answers commands, and how it ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import forkserver, get_context
from pathlib import Path
from select import select
from textwrap import dedent, indent
from threading import Timer

import numpy as np
import pytest

from nnreg_gui.engine import events
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Changed, EpochRecord, Progress, Stopped
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec, StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import DigitsError, DivergedError, Problem
from nnreg_gui.engine.training import test_accuracy as accuracy_on_the_test_images
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import engine_process
from nnreg_gui.running.engine_messages import Change, Ended, Go, Held, Hold, Message, Start, Stop
from nnreg_gui.running.engine_process import EngineProcess
from nnreg_gui.running.engine_service import serve
from nnreg_gui.running.executors import LocalExecutor
from tests.fixture_types import SameCurves, Small, Trained

SECONDS = 30.0  # far longer than anything takes
L2 = RegularizationSpec(penalty="l2", lambda_=1.0)


def _with_watchdog(engine: EngineProcess) -> Iterator[EngineProcess]:
    """Kill a process that does not answer, so that waiting for it yields `Ended`."""
    watchdog = Timer(SECONDS, engine.kill)
    watchdog.start()
    yield engine
    watchdog.cancel()
    engine.kill()


@pytest.fixture(scope="module")
def engine() -> Iterator[EngineProcess]:
    """A process shared by all tests that leave it ready for the next run."""
    yield from _with_watchdog(EngineProcess(resource_path()))


@pytest.fixture
def another_engine() -> Iterator[EngineProcess]:
    """A process for a test that ends it."""
    yield from _with_watchdog(EngineProcess(resource_path()))


def _until(engine: EngineProcess, kind: type[Message]) -> list[Message]:
    """Return the messages up to the first of a kind."""
    messages = [engine.receive()]
    while not isinstance(messages[-1], kind):
        assert not isinstance(messages[-1], Ended), f"ended before {kind.__name__}: {messages[-1]}"
        messages.append(engine.receive())
    return messages


def _records(messages: list[Message]) -> list[EpochRecord]:
    return [message for message in messages if isinstance(message, EpochRecord)]


def _history(experiment: Experiment, messages: list[Message]) -> RunHistory:
    history = RunHistory(experiment)
    for message in messages:
        if not isinstance(message, Held | Ended):
            history.add(message)
    return history


# -------------------------------------------------------------------------------------------------------- a run


def test_a_run_is_what_train_tells_bit_for_bit(
    engine: EngineProcess, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    experiment = small(epochs=4, penalty="l2", lambda_=0.5, dropout=0.2)
    engine.send(Start(experiment))
    messages = _until(engine, Ended)

    here, there = trained_on_all(experiment), _history(experiment, messages)
    assert len(there) == 5
    assert same_curves(there, here)
    assert there.test_accuracy == here.test_accuracy
    assert there.newest is not None
    assert here.newest is not None
    for ours, theirs in zip(there.newest.parameters.weights, here.newest.parameters.weights, strict=True):
        assert np.array_equal(ours, theirs)
    assert messages[-2:] == [events.Tested(here.test_accuracy), Ended()]


def test_progress_comes_seldom_enough_to_be_read(engine: EngineProcess, small: Small) -> None:
    engine.send(Start(small(images=20_000, epochs=2)))
    began = time.monotonic()
    messages = _until(engine, Ended)
    seconds = time.monotonic() - began

    told = [message for message in messages if isinstance(message, Progress)]
    assert 0 < len(told) <= 40 * seconds + 1
    assert all(0 < progress.images < 20_000 for progress in told)


def test_a_run_may_hold_after_the_first_epochs(engine: EngineProcess, small: Small) -> None:
    for epochs in (0, 1, 2):
        engine.send(Start(small(epochs=3), epochs))
        messages = _until(engine, Held)

        assert [record.epoch for record in _records(messages)] == list(range(epochs + 1))
        engine.send(Stop())
        _until(engine, Ended)


def _stopped_by(experiment: Experiment, **rule: object) -> Experiment:
    return replace(experiment, training=replace(experiment.training, stopping=StoppingSpec(**rule)))


def test_a_rule_ends_the_run_and_the_restored_network_is_tested(
    engine: EngineProcess, small: Small, digits: Digits
) -> None:
    # With this λ, no later epoch recognizes more images than the best early one.
    experiment = _stopped_by(small(epochs=1_000, penalty="l2", lambda_=100.0), rule="no_improvement", parameter=2)
    engine.send(Start(experiment))
    *_, record, stopped, tested, ended = _until(engine, Ended)

    assert isinstance(record, EpochRecord)
    assert isinstance(stopped, Stopped)
    assert (stopped.epoch, stopped.best.epoch, stopped.restored) == (record.epoch, record.epoch - 2, True)
    assert tested == events.Tested(accuracy_on_the_test_images(stopped.best.parameters, experiment, digits))
    assert ended == Ended()


def test_whoever_holds_where_the_rule_fires_may_still_take_the_rule_back(engine: EngineProcess, small: Small) -> None:
    plain = small(epochs=1_000, penalty="l2", lambda_=100.0)
    experiment = _stopped_by(plain, rule="no_improvement", parameter=2)
    engine.send(Start(experiment))
    epoch = next(message.epoch for message in _until(engine, Ended) if isinstance(message, Stopped))
    for taken_back in (False, True):
        engine.send(Start(experiment, epoch))
        assert not any(isinstance(message, Stopped) for message in _until(engine, Held))
        if taken_back:
            engine.send(Change(plain))
        engine.send(Go(2, 1))
        if taken_back:
            assert [record.epoch for record in _records(_until(engine, Held))] == [epoch + 1, epoch + 2]
            engine.send(Stop())
        assert any(isinstance(message, Stopped) for message in _until(engine, Ended)) is not taken_back


def test_after_a_mark_a_stop_by_hand_tests_the_newest_network(
    engine: EngineProcess, small: Small, digits: Digits
) -> None:
    plain = small(epochs=100_000, penalty="l2", lambda_=100.0)
    experiment = _stopped_by(plain, rule="no_improvement", parameter=2, action="mark")
    engine.send(Start(experiment))
    messages = _until(engine, Stopped)
    engine.send(Stop())
    messages += _until(engine, Ended)
    newest = _records(messages)[-1]

    assert sum(isinstance(message, Stopped) for message in messages) == 1
    assert messages[-2] == events.Tested(accuracy_on_the_test_images(newest.parameters, experiment, digits))


def test_while_it_holds_nothing_comes_but_answers(engine: EngineProcess, small: Small) -> None:
    experiment = small(epochs=10_000)
    engine.send(Start(experiment))
    _until(engine, EpochRecord)
    engine.send(Hold())
    held = _until(engine, Held)
    for lambda_ in (1.0, 2.0, 3.0):  # each answer would come after anything else that was said
        changed = replace(experiment, regularization=replace(L2, lambda_=lambda_))
        engine.send(Change(changed))
        answer = engine.receive()

        assert isinstance(answer, Changed)
        assert answer.after == changed
    assert held[-1] == Held(0)
    engine.send(Stop())
    _until(engine, Ended)


def test_going_on_after_a_hold_carries_the_number_of_the_go(engine: EngineProcess, small: Small) -> None:
    engine.send(Start(small(epochs=10_000), 0))
    _until(engine, Held)
    engine.send(Go(2, number=7))
    messages = _until(engine, Held)

    assert [record.epoch for record in _records(messages)] == [1, 2]
    assert messages[-1] == Held(7)
    engine.send(Stop())
    _until(engine, Ended)


def test_holding_twice_is_confirmed_once(engine: EngineProcess, small: Small) -> None:
    engine.send(Start(small(epochs=10_000), 0))
    _until(engine, Held)
    engine.send(Hold())
    engine.send(Hold())
    engine.send(Go(1, number=1))
    messages = _until(engine, Held)

    assert messages.count(Held(0)) == 0
    engine.send(Stop())
    _until(engine, Ended)


def test_a_held_run_that_goes_on_gives_the_same_curve(
    engine: EngineProcess, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    experiment = small(epochs=6, dropout=0.3)
    engine.send(Start(experiment, 0))
    messages = _until(engine, Held)
    for number, epochs in enumerate((1, 2, 1, None), start=1):
        engine.send(Go(epochs, number))
        messages += _until(engine, Held if epochs is not None else Ended)

    assert len(_records(messages)) == 7
    assert same_curves(_history(experiment, messages), trained_on_all(experiment))


def test_a_change_takes_effect_where_it_is_told(engine: EngineProcess, small: Small) -> None:
    experiment = small(epochs=4)
    changed = replace(experiment, regularization=L2)
    engine.send(Start(experiment, 2))
    messages = _until(engine, Held)
    engine.send(Change(changed))
    engine.send(Go(None, 1))
    messages += _until(engine, Ended)

    assert [m for m in messages if isinstance(m, Changed)] == [Changed(2.0, experiment, changed)]
    assert [record.penalty > 0 for record in _records(messages)] == [False, False, False, True, True]


def test_stop_tests_the_newest_network(engine: EngineProcess, small: Small, digits: Digits) -> None:
    experiment = small(epochs=10_000)
    engine.send(Start(experiment, 3))
    newest = _records(_until(engine, Held))[-1]
    engine.send(Stop())
    messages = _until(engine, Ended)

    assert newest.epoch == 3
    assert messages == [events.Tested(accuracy_on_the_test_images(newest.parameters, experiment, digits)), Ended()]


def test_commands_for_a_run_that_has_ended_do_not_disturb_the_next_one(
    engine: EngineProcess, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    experiment = small(epochs=3)
    engine.send(Start(experiment))
    _until(engine, Ended)
    for command in (Hold(), Change(small(epochs=3, penalty="l1", lambda_=1.0)), Go(1, 5), Stop()):
        engine.send(command)
    engine.send(Start(experiment))
    messages = _until(engine, Ended)

    assert not any(isinstance(message, Held | Changed) for message in messages)
    assert len(_records(messages)) == 4
    assert same_curves(_history(experiment, messages), trained_on_all(experiment))


def test_a_run_that_diverges_ends_with_the_sentence(engine: EngineProcess, small: Small) -> None:
    experiment = small(epochs=50, hidden=(20, 20, 20), activation="relu", learning_rate=1000.0)
    engine.send(Start(experiment))
    ended = _until(engine, Ended)[-1]

    assert isinstance(ended, Ended)
    assert isinstance(ended.problem, DivergedError)
    assert "η = 1000" in str(ended.problem)
    assert engine.alive


def test_a_change_that_cannot_be_ends_the_run_with_a_sentence_and_not_the_process(
    engine: EngineProcess, small: Small
) -> None:
    engine.send(Start(small(epochs=10_000), 0))
    _until(engine, Held)
    engine.send(Change(small(epochs=10_000, images=200)))
    ended = engine.receive()

    assert isinstance(ended, Ended)
    assert "cannot change while a run goes on" in str(ended.problem)
    engine.send(Start(small(epochs=1)))
    assert _until(engine, Ended)[-1] == Ended()


# -------------------------------------------------------------------------------------------------- the files of MNIST


def test_damaged_digits_are_said_at_every_start(tmp_path: Path, small: Small) -> None:
    (tmp_path / "mnist").mkdir()
    for path in resource_path("mnist").glob("*.gz"):
        (tmp_path / "mnist" / path.name).write_bytes(path.read_bytes()[:5_000])
    for engine in _with_watchdog(EngineProcess(tmp_path)):
        for _ in range(2):
            engine.send(Start(small()))
            ended = engine.receive()

            assert isinstance(ended, Ended)
            assert isinstance(ended.problem, DigitsError)
            assert "train-images-idx3-ubyte.gz" in str(ended.problem)


# --------------------------------------------------------------------------------------------------------- the end


def test_a_killed_process_is_told_of_and_asked_nothing(another_engine: EngineProcess, small: Small) -> None:
    another_engine.send(Start(small(epochs=10_000)))
    _until(another_engine, EpochRecord)
    assert another_engine.pid is not None
    os.kill(another_engine.pid, signal.SIGKILL)
    message = another_engine.receive()
    while not isinstance(message, Ended):
        message = another_engine.receive()
    another_engine.send(Stop())

    assert isinstance(message.problem, Problem)
    assert "ended unexpectedly" in str(message.problem)
    again = another_engine.receive()
    assert isinstance(again, Ended)
    assert str(again.problem) == str(message.problem)
    another_engine.kill()
    assert not another_engine.alive
    assert another_engine.gone(SECONDS)


def test_the_process_ends_when_its_parents_end_of_the_pipe_is_closed(small: Small) -> None:
    """While it is idle, in training, or holding."""
    context = get_context("spawn")
    running = []
    for start in (None, Start(small(epochs=10_000)), Start(small(epochs=10_000), 1)):
        ours, its = context.Pipe()
        process = context.Process(target=serve, args=(its, resource_path()), daemon=True)
        process.start()
        its.close()
        if start is not None:
            ours.send(start)
        running.append((start, ours, process))
    for start, ours, process in running:
        if start is not None:
            message = ours.recv()
            while not isinstance(message, EpochRecord if start.epochs is None else Held):
                message = ours.recv()
        ours.close()
        process.join(SECONDS)
        code = process.exitcode
        process.kill()

        assert code == 0


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="asks Linux to tell of the end of a process that is no child")
def test_the_process_ends_when_its_parent_is_killed() -> None:
    program = """
import sys
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.engine_process import EngineProcess

if __name__ == "__main__":
    print(EngineProcess(resource_path()).pid, flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        process = os.pidfd_open(int(parent.stdout.readline()))
        alive = not select([process], [], [], 0)[0]
        parent.kill()
    ended = select([process], [], [], SECONDS)[0]
    os.close(process)

    assert alive
    assert ended


# -------------------------------------------------------------------------------------------------- how it begins

forks = pytest.mark.skipif(not engine_process.FORKS, reason="processes fork on Linux only")


def _said_by(program: str, folder: Path) -> list[str]:
    """Return what a program says, line by line, that runs in a folder of its own."""
    begin = (
        "from nnreg_gui.resource_files import resource_path\nfrom nnreg_gui.running.executors import LocalExecutor\n"
    )
    file = folder / "program.py"
    file.write_text(f"{begin}if __name__ == '__main__':\n{indent(dedent(program), '    ')}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", file], cwd=folder, capture_output=True, text=True, check=True, timeout=SECONDS
    )
    assert not done.stderr
    return done.stdout.splitlines()


@forks
def test_processes_fork_from_one_that_has_read_the_digits_whatever_lies_in_the_folder(tmp_path: Path) -> None:
    for module in ("numpy", "random", "nnreg_gui"):
        (tmp_path / f"{module}.py").write_text("raise OSError", encoding="utf-8")
    program = """
        executor = LocalExecutor(resource_path(), 1)
        print(executor.submit(eval, "[*__import__('nnreg_gui.running.engine_service').running.engine_service.WARM]")
              .result() == [resource_path()])
        print(executor.submit(eval, "__import__('threading').active_count()").result())
        print(executor.submit(eval, "__import__('signal').getsignal(2).name").result())
        print(executor.submit(eval, "__import__('os').environ['OPENBLAS_NUM_THREADS']").result())
        executor.abandon()
    """
    assert _said_by(program, tmp_path) == ["True", "1", "SIG_IGN", "1"]


@forks
def test_a_server_that_dies_is_replaced(tmp_path: Path) -> None:
    program = """
        import os, signal, time
        executor, servers = LocalExecutor(resource_path(), 1), set()
        while len(servers) < 3:
            asked = executor.submit(os.getppid)
            while not asked.done():
                executor.take_deaths()
                time.sleep(0.01)
            servers.add(asked.result())
            os.kill(asked.result(), signal.SIGKILL)
            executor.abandon()
            executor = LocalExecutor(resource_path(), 1)
        print(os.getpid() in servers)
    """
    assert _said_by(program, tmp_path) == ["False"]


@forks
def test_if_somebody_clears_the_folder_for_temporary_files_processes_are_spawned(tmp_path: Path) -> None:
    program = """
        import os
        from pathlib import Path
        from multiprocessing.util import get_temp_dir
        for _ in range(2):
            executor = LocalExecutor(resource_path(), 1)
            print(executor.submit(os.getppid).result() == os.getpid())
            executor.abandon()
            for file in Path(get_temp_dir()).iterdir():
                file.unlink()
    """
    assert _said_by(program, tmp_path) == ["False", "True"]


@forks
def test_a_window_that_is_killed_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    program = """
import os, signal
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.engine_process import EngineProcess

if __name__ == "__main__":
    print(EngineProcess(resource_path()).pid, flush=True)
    print([*os.scandir(os.environ["TMPDIR"])] != [], flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    killed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    until = time.monotonic() + SECONDS
    while (left := [*tmp_path.iterdir()]) and time.monotonic() < until:
        time.sleep(0.01)
    assert killed.stdout.splitlines()[1:] == ["True"]
    assert not left


@forks
def test_without_a_server_processes_are_spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room() -> None:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(forkserver, "ensure_running", no_room)
    executor = LocalExecutor(resource_path(), 1)
    parent = executor.submit(os.getppid).result(SECONDS)
    executor.abandon()
    assert parent == os.getpid()


def test_one_that_is_killed_before_it_has_begun_is_gone() -> None:
    engines = [EngineProcess(resource_path()) for _ in range(8)]
    for engine in engines:
        engine.kill()
    for engine in engines:
        assert not engine.alive
        assert isinstance(engine.receive(), Ended)
        assert engine.gone(SECONDS)


@forks
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("reason", [EOFError, MemoryError])
def test_one_that_cannot_begin_has_ended(monkeypatch: pytest.MonkeyPatch, reason: type[Exception]) -> None:
    def no_answer(fds: list[int]) -> None:
        raise reason

    monkeypatch.setattr(forkserver, "connect_to_new_process", no_answer)
    engine = EngineProcess(resource_path())
    assert isinstance(engine.receive(), Ended)
    assert engine.pid is None
    assert engine.gone()
    engine.kill()
    assert not engine.alive
