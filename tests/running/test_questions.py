"""Questions beside the training: answered in order, withdrawn, and safe against a dying process."""

import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.questions.question import (
    ConfusionQuestion,
    Network,
    Question,
    RotationQuestion,
    ValidationQuestion,
)
from nnreg_gui.replies import Reply
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import mailboxes
from nnreg_gui.running.questions import QuestionQueue
from tests.fixture_types import Small, Trained
from tests.questions import answer_to

WAIT = 10_000
LONG = tuple(float(angle) for angle in range(-180, 180))


@pytest.fixture(scope="module")
def queue(qapp: QApplication) -> Iterator[QuestionQueue]:
    """A queue whose process all tests here share."""
    queue = QuestionQueue(resource_path())
    queue.ask(ValidationQuestion(), queue)  # starts the process, which exists before and after the tests
    while not queue.idle:
        QTest.qWait(1)
    yield queue
    queue.close()


@pytest.fixture
def network(trained: Trained, small: Small) -> Network:
    history = trained(small(images=500, hidden=(10,), epochs=5))
    assert history.newest is not None
    return Network(history.newest.parameters, "sigmoid")


class Heard(list[tuple[str, Question[Any], object]]):
    """Asks questions, and keeps what the replies tell."""

    def __init__(self, queue: QuestionQueue) -> None:
        super().__init__()
        self._queue, self.parent = queue, QObject(queue)

    def ask(self, question: Question[Any]) -> Reply[Any]:
        reply = self._queue.ask(question, self.parent)
        for kind in ("answered", "progressed", "failed"):
            getattr(reply, kind).connect(partial(self._hear, kind, question))
        return reply

    def _hear(self, kind: str, question: Question[Any], said: object) -> None:
        self.append((kind, question, said))

    def of(self, kind: str) -> list[Question[Any]]:
        """Return the questions whose replies told something of this kind."""
        return [question for one, question, _ in self if one == kind]


@pytest.fixture
def heard(queue: QuestionQueue, qtbot: QtBot) -> Iterator[Heard]:
    heard = Heard(queue)
    yield heard
    shiboken6.delete(heard.parent)  # nobody waits for anything anymore
    qtbot.waitUntil(lambda: queue.idle, timeout=WAIT)


def test_an_answer_is_the_same_as_without_a_process(
    queue: QuestionQueue, heard: Heard, qtbot: QtBot, network: Network, digits: Digits
) -> None:
    question = ConfusionQuestion((network,), AugmentationSpec(rotation=30), seed=2)
    heard.ask(question)
    qtbot.waitUntil(lambda: len(heard.of("answered")) == 1, timeout=WAIT)

    (answer,) = [value for what, _, value in heard if what == "answered"]
    assert heard[-1][1] is question
    assert np.array_equal(answer, answer_to(question, digits))


def test_questions_are_answered_one_after_the_other(
    queue: QuestionQueue, heard: Heard, qtbot: QtBot, network: Network
) -> None:
    questions = [
        RotationQuestion((network,), (0.0, 90.0)),
        ConfusionQuestion((network,), AugmentationSpec(), 1),
        ValidationQuestion(),
        ConfusionQuestion((network,), AugmentationSpec(), 1),
    ]
    for question in questions:
        heard.ask(question)
    qtbot.waitUntil(lambda: len(heard.of("answered")) == 4, timeout=WAIT)

    assert heard.of("answered") == questions
    assert heard.of("failed") == []


def test_what_is_withdrawn_is_ended_at_once_and_not_told(
    queue: QuestionQueue, heard: Heard, qtbot: QtBot, network: Network
) -> None:
    long, waiting, newest = (RotationQuestion((network,), angles) for angles in (LONG, LONG, (0.0,)))
    first = heard.ask(long)
    qtbot.waitUntil(lambda: long in heard.of("progressed"), timeout=WAIT)
    second = heard.ask(waiting)
    heard.ask(newest)
    for reply in (first, second):
        assert reply.wanted
        reply.withdraw()
        assert not reply.wanted
    said = len(heard.of("progressed"))
    qtbot.waitUntil(lambda: len(heard.of("answered")) == 1, timeout=WAIT)

    assert heard.of("answered") == [newest]
    assert heard.of("failed") == []
    assert set(heard.of("progressed")[said:]) <= {newest}
    shares = [float(said) for kind, question, said in heard if (kind, question) == ("progressed", long)]
    assert shares == sorted(shares)
    assert max(shares) < 1


def test_a_reply_dies_with_its_parent_and_the_next_question_is_answered(
    queue: QuestionQueue, heard: Heard, qtbot: QtBot, network: Network
) -> None:
    parent, short = QObject(), RotationQuestion((network,), (0.0,))
    long = queue.ask(RotationQuestion((network,), LONG), parent)
    waiting = queue.ask(RotationQuestion((network,), LONG), parent)
    with qtbot.waitSignal(long.progressed, timeout=WAIT):
        pass
    heard.ask(short)
    shiboken6.delete(parent)
    qtbot.waitUntil(lambda: heard.of("answered") == [short], timeout=WAIT)

    assert not long.wanted
    assert not waiting.wanted


def test_a_reply_is_gone_after_its_last_word(queue: QuestionQueue, heard: Heard, qtbot: QtBot) -> None:
    reply = heard.ask(ValidationQuestion())
    with qtbot.waitSignal(reply.destroyed, timeout=WAIT):
        pass

    assert len(heard.of("answered")) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_that_dies_is_told_and_the_next_question_gets_a_new_one(
    queue: QuestionQueue, heard: Heard, qtbot: QtBot, network: Network
) -> None:
    question, next_one = RotationQuestion((network,), LONG), ValidationQuestion()
    heard.ask(question)
    qtbot.waitUntil(lambda: question in heard.of("progressed"), timeout=WAIT)
    killed = queue.engine_pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    qtbot.waitUntil(lambda: heard.of("failed") == [question], timeout=WAIT)
    assert "ask for it again" in str(heard[-1][2])

    heard.ask(next_one)
    qtbot.waitUntil(lambda: heard.of("answered") == [next_one], timeout=WAIT)
    assert queue.engine_pid != killed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_that_dies_while_nothing_is_asked_is_replaced(
    queue: QuestionQueue, heard: Heard, qtbot: QtBot
) -> None:
    killed, question = queue.engine_pid, ValidationQuestion()
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    qtbot.waitUntil(lambda: queue.engine_pid != killed, timeout=WAIT)
    ready = queue.engine_pid
    heard.ask(question)
    qtbot.waitUntil(lambda: heard.of("answered") == [question], timeout=WAIT)

    assert queue.engine_pid == ready is not None
    assert heard.of("failed") == []


stops = pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process")


@pytest.fixture
def stopped(queue: QuestionQueue, heard: Heard, network: Network, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> int:
    """The id of an engine that the system has stopped in the middle of a question."""
    monkeypatch.setattr(mailboxes, "SECONDS_OF_SILENCE", 1.0)
    question = RotationQuestion((network,), LONG)
    heard.ask(question)
    qtbot.waitUntil(lambda: question in heard.of("progressed"), timeout=WAIT)
    assert queue.engine_pid is not None
    os.kill(queue.engine_pid, signal.SIGSTOP)
    return queue.engine_pid


@stops
def test_an_engine_that_does_not_answer_is_told_until_it_does(queue: QuestionQueue, stopped: int, qtbot: QtBot) -> None:
    said: list[bool] = []
    queue.silence_changed.connect(lambda: said.append(queue.silent))
    queue.end_silence()  # there is no process yet
    qtbot.waitUntil(lambda: queue.silent, timeout=WAIT)
    os.kill(stopped, signal.SIGCONT)
    qtbot.waitUntil(lambda: not queue.silent, timeout=WAIT)

    assert said[:2] == [True, False]
    assert queue.engine_pid == stopped


@stops
def test_an_engine_that_does_not_answer_is_ended_on_request_and_the_next_question_gets_a_new_one(
    queue: QuestionQueue, heard: Heard, stopped: int, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: queue.silent, timeout=WAIT)
    queue.end_silence()
    assert not queue.silent
    assert heard[-1][0] == "failed"
    assert "did not answer" in str(heard[-1][2])
    next_one = ValidationQuestion()
    heard.ask(next_one)
    qtbot.waitUntil(lambda: heard.of("answered") == [next_one], timeout=WAIT)

    assert len(heard.of("failed")) == 1
    assert queue.engine_pid != stopped


@stops
def test_nobody_waits_for_an_answer_that_nobody_wants_anymore(
    queue: QuestionQueue, heard: Heard, stopped: int, qtbot: QtBot, network: Network
) -> None:
    """However large the question: here, larger than the pipe holds."""
    shiboken6.delete(heard.parent)
    heard.parent = QObject(queue)
    next_one = RotationQuestion((network,) * 20, (0.0,))
    heard.ask(next_one)
    qtbot.waitUntil(lambda: heard.of("answered") == [next_one], timeout=WAIT)

    assert heard.of("failed") == []
    assert queue.engine_pid != stopped


@stops
def test_asking_more_than_a_pipe_holds_of_a_stopped_engine_waits_for_nobody(
    queue: QuestionQueue, heard: Heard, qtbot: QtBot, network: Network
) -> None:
    assert queue.engine_pid is not None
    os.kill(queue.engine_pid, signal.SIGSTOP)
    question = RotationQuestion((network,) * 20, (0.0,))
    heard.ask(question)
    os.kill(queue.engine_pid, signal.SIGCONT)
    qtbot.waitUntil(lambda: heard.of("answered") == [question], timeout=WAIT)


def test_a_question_that_fails_says_so_and_harms_no_other(
    queue: QuestionQueue, heard: Heard, qtbot: QtBot, network: Network, capfd: pytest.CaptureFixture
) -> None:
    impossible = Network(network.parameters, "no such activation")
    heard.ask(ConfusionQuestion((impossible,), AugmentationSpec(), 1))
    heard.ask(ValidationQuestion())
    qtbot.waitUntil(lambda: len(heard.of("answered")) == 1, timeout=WAIT)

    assert len(heard.of("failed")) == 1


def test_closing_ends_everything_at_once(qapp: QApplication, qtbot: QtBot, network: Network) -> None:
    queue = QuestionQueue(resource_path())
    queue.close()
    assert queue.engine_pid is None, "a process that nobody has asked is not there"
    queue.ask(RotationQuestion((network,), LONG), queue)
    queue.close()

    assert queue.idle
