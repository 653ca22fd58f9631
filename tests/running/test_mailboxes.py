"""Messages between window and engine: newest sent first, nobody waited for, and who owes an answer."""

from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pickle import PicklingError
from threading import enumerate as threads
from time import monotonic
from typing import get_args

import pytest

from nnreg_gui.engine.events import Changed, Progress
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.running import mailboxes
from nnreg_gui.running.engine_messages import Ask, Change, Command, Ended, Go, Held, Hold, Keep, Prepare, Start, Stop
from nnreg_gui.running.mailboxes import Inbox, Outbox
from tests.other_digits import Other

SECONDS = 10.0  # far longer than anything takes
EXPERIMENT = Experiment()
CHANGES = [
    Change(replace(EXPERIMENT, regularization=RegularizationSpec(penalty="l2", lambda_=0.001 * step)))
    for step in range(1, 1001)
]


@pytest.fixture
def pipe() -> Iterator[tuple[Connection, Connection]]:
    """The window's end and the engine's, which only the test reads."""
    before, (ours, its) = _outboxes(), Pipe()
    yield ours, its
    its.close()
    deadline = monotonic() + SECONDS
    while _outboxes() > before:
        assert monotonic() < deadline, "a thread is left"
    ours.close()


@pytest.fixture
def outbox(pipe: tuple[Connection, Connection]) -> Iterator[Outbox]:
    outbox = Outbox(pipe[0], pipe[0].close)
    yield outbox
    outbox.close()


@pytest.fixture
def engine(pipe: tuple[Connection, Connection]) -> Connection:
    return pipe[1]


def _outboxes() -> int:
    return sum(thread.name == "outbox" for thread in threads())


def _is_sending(outbox: Outbox, engine: Connection, command: Command) -> None:
    """Send more than fits into the pipe, so that whatever follows has to wait."""
    outbox.put(command)
    assert engine.poll(SECONDS)


def _read(engine: Connection, last: Command) -> list[Command]:
    commands = []
    while not commands or commands[-1] != last:
        assert engine.poll(SECONDS), f"after {commands[-1:]}, nothing comes"
        commands.append(engine.recv())
    return commands


def test_what_is_read_is_sent_one_after_the_other(outbox: Outbox, engine: Connection) -> None:
    commands = [Start(EXPERIMENT, 1), Go(2, 1), Hold(), CHANGES[0], Go(None, 2), Stop(), Start(EXPERIMENT)]
    for command in commands:
        outbox.put(command)
        assert engine.poll(SECONDS)
        assert engine.recv() == command


def test_a_thousand_changes_that_nobody_reads_wait_for_nobody_and_the_newest_is_the_last(
    outbox: Outbox, engine: Connection
) -> None:
    outbox.put(Start(EXPERIMENT))
    for change in CHANGES:
        outbox.put(change)
    commands = _read(engine, CHANGES[-1])

    assert commands[0] == Start(EXPERIMENT)
    assert commands[1:] == [change for change in CHANGES if change in commands]
    assert len(commands) < 1_000


def test_stop_overtakes_what_waits(outbox: Outbox, engine: Connection) -> None:
    _is_sending(outbox, engine, Ask(bytes(10**7)))
    for command in (Go(1, 1), CHANGES[0], Hold(), Stop()):
        outbox.put(command)

    assert _read(engine, Stop())[1:] == [Stop()]


def test_of_each_kind_the_newest_is_sent_and_going_on_ends_a_pause(outbox: Outbox, engine: Connection) -> None:
    _is_sending(outbox, engine, Ask(bytes(10**7)))
    for command in (CHANGES[0], Hold(), Go(1, 1), Go(None, 2), CHANGES[1], Hold(), CHANGES[2]):
        outbox.put(command)
    assert _read(engine, Hold())[1:] == [CHANGES[2], Go(None, 2), Hold()]

    _is_sending(outbox, engine, Ask(bytes(10**7)))
    for command in (Hold(), Go(None, 3)):
        outbox.put(command)
    assert _read(engine, Go(None, 3))[1:] == [Go(None, 3)]


@pytest.mark.parametrize("begin", [Start(EXPERIMENT), Ask("a question")])
def test_what_was_meant_for_an_earlier_run_does_not_disturb_the_next_one(
    outbox: Outbox, engine: Connection, begin: Command
) -> None:
    _is_sending(outbox, engine, Ask(bytes(10**7)))
    for command in (CHANGES[0], Go(1, 1), Hold(), Stop(), begin, Hold()):
        outbox.put(command)

    assert _read(engine, Hold())[1:] == [begin, Hold()]


def test_what_is_to_be_kept_and_prepared_goes_before_the_run_that_needs_it(
    outbox: Outbox, engine: Connection, other: Other
) -> None:
    needed = Keep(other.data_set, other.digits), Prepare(other.data_set), Start(EXPERIMENT)
    for command in needed:
        outbox.put(command)

    assert [type(engine.recv()) for _ in needed] == [Keep, Prepare, Start]


def test_every_command_has_its_place() -> None:
    assert {Keep, *mailboxes._ORDER} == set(get_args(Command))


def test_what_cannot_be_sent_is_the_askers_fault_and_hinders_nobody(outbox: Outbox, engine: Connection) -> None:
    with pytest.raises((AttributeError, PicklingError)):
        outbox.put(Ask(lambda: None))
    outbox.put(Stop())

    assert _read(engine, Stop()) == [Stop()]


def test_nothing_is_sent_to_somebody_who_is_gone(outbox: Outbox, engine: Connection) -> None:
    engine.close()
    for command in (Start(EXPERIMENT), Hold(), Stop()):
        outbox.put(command)
    deadline = monotonic() + SECONDS
    while _outboxes():
        assert monotonic() < deadline, "it still tries"


# ---------------------------------------------------------------------------------------------- who owes an answer


@pytest.fixture
def inbox(monkeypatch: pytest.MonkeyPatch) -> Inbox:
    """An inbox that calls an engine silent as soon as it owes an answer."""
    monkeypatch.setattr(mailboxes, "SECONDS_OF_SILENCE", -1)
    return Inbox()


def test_an_engine_that_trains_owes_something_until_it_holds(inbox: Inbox) -> None:
    assert inbox.silent
    inbox.put(Progress(1, 10, 0.1))
    assert inbox.silent
    inbox.put(Held())
    assert not inbox.silent


@pytest.mark.parametrize(
    ("command", "answer"), [(CHANGES[0], Changed(1.0, EXPERIMENT, CHANGES[0].experiment)), (Go(1, 1), Held(1))]
)
def test_an_engine_that_holds_owes_answers_only(inbox: Inbox, command: Command, answer: Changed | Held) -> None:
    inbox.put(Held())
    inbox.expect_answer(Hold())
    assert not inbox.silent
    inbox.expect_answer(command)
    assert inbox.silent
    inbox.put(answer)
    assert not inbox.silent


def test_an_engine_that_was_told_to_go_on_owes_more_than_the_answer_to_a_change(inbox: Inbox) -> None:
    inbox.put(Held())
    inbox.expect_answer(CHANGES[0])
    inbox.expect_answer(Go(None, 1))
    inbox.put(Changed(1.0, EXPERIMENT, CHANGES[0].experiment))

    assert inbox.silent


def test_somebody_who_has_spoken_is_not_silent() -> None:
    inbox = Inbox()
    assert not inbox.silent
    inbox.put(Ended())
    assert inbox.take() == [Ended()]
    assert not inbox.silent
