"""Questions beside the training: answered in order, replaced by newer ones, safe against a process that dies."""

import os
import signal
import sys
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions import ConfusionQuestion, Network, RotationQuestion, ValidationQuestion
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import mailboxes
from nnreg_gui.running.questions import QuestionQueue
from tests.questions import answer_to

WAIT = 10_000
LONG = tuple(float(angle) for angle in range(-180, 180))


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[QuestionQueue]:
    """One process for all tests here."""
    control = QuestionQueue(resource_path())
    control.ask(ValidationQuestion())  # begins the process, which is to be there before the tests and after them
    while not control.idle:
        QTest.qWait(1)
    yield control
    control.close()


@pytest.fixture
def control(shared: QuestionQueue, qtbot: QtBot) -> Iterator[QuestionQueue]:
    yield shared
    for purpose in ("confusion", "rotation", "validation", "other"):
        shared.withdraw(purpose)
    qtbot.waitUntil(lambda: shared.idle, timeout=WAIT)


@pytest.fixture
def network(trained: Callable[[Experiment], RunHistory], small: Callable[..., Experiment]) -> Network:
    history = trained(small(images=500, hidden=(10,), epochs=5))
    assert history.newest is not None
    return Network(history.newest.parameters, "sigmoid")


@pytest.fixture
def heard(control: QuestionQueue) -> Iterator[list[tuple[str, object, object]]]:
    heard: list[tuple[str, object, object]] = []
    connections = [
        control.answered.connect(lambda question, answer: heard.append(("answered", question, answer))),
        control.progressed.connect(lambda question, share: heard.append(("progressed", question, share))),
        control.failed.connect(lambda question, problem: heard.append(("failed", question, problem))),
    ]
    yield heard
    for connection in connections:
        control.disconnect(connection)


def of(heard: list[tuple[str, object, object]], kind: str) -> list[object]:
    return [question for what, question, _ in heard if what == kind]


def test_an_answer_is_the_same_as_without_a_process(
    control: QuestionQueue, heard: list, qtbot: QtBot, network: Network, digits: Digits
) -> None:
    question = ConfusionQuestion(network, AugmentationSpec(rotation=30), seed=2)
    control.ask(question)
    qtbot.waitUntil(lambda: len(of(heard, "answered")) == 1, timeout=WAIT)

    (answer,) = [value for what, _, value in heard if what == "answered"]
    assert heard[-1][1] is question
    assert np.array_equal(answer, answer_to(question, digits))


def test_questions_of_different_purposes_are_answered_one_after_the_other(
    control: QuestionQueue, heard: list, qtbot: QtBot, network: Network
) -> None:
    questions = [
        RotationQuestion((network,), (0.0, 90.0)),
        ConfusionQuestion(network, AugmentationSpec(), 1),
        ValidationQuestion(),
        ConfusionQuestion(network, AugmentationSpec(), 1, purpose="other"),
    ]
    for question in questions:
        control.ask(question)
    qtbot.waitUntil(lambda: len(of(heard, "answered")) == 4, timeout=WAIT)

    assert of(heard, "answered") == questions
    assert of(heard, "failed") == []


def test_a_newer_question_of_the_same_purpose_replaces_the_older_at_once(
    control: QuestionQueue, heard: list, qtbot: QtBot, network: Network
) -> None:
    long, waiting, newest = (RotationQuestion((network,), angles) for angles in (LONG, LONG, (0.0,)))
    control.ask(long)
    qtbot.waitUntil(lambda: long in of(heard, "progressed"), timeout=WAIT)
    control.ask(waiting)
    control.ask(newest)
    qtbot.waitUntil(lambda: len(of(heard, "answered")) == 1, timeout=WAIT)

    assert of(heard, "answered") == [newest]
    shares = [value for what, question, value in heard if what == "progressed" and question is long]
    assert shares == sorted(shares)
    assert max(shares) < 1


def test_a_withdrawn_question_is_not_answered(
    control: QuestionQueue, heard: list, qtbot: QtBot, network: Network
) -> None:
    control.ask(RotationQuestion((network,), LONG))
    control.withdraw("rotation")
    qtbot.waitUntil(lambda: control.idle, timeout=WAIT)

    assert of(heard, "answered") == of(heard, "failed") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_that_dies_is_told_and_the_next_question_gets_a_new_one(
    control: QuestionQueue, heard: list, qtbot: QtBot, network: Network
) -> None:
    question, next_one = RotationQuestion((network,), LONG), ValidationQuestion()
    control.ask(question)
    qtbot.waitUntil(lambda: question in of(heard, "progressed"), timeout=WAIT)
    killed = control.engine_pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    qtbot.waitUntil(lambda: of(heard, "failed") == [question], timeout=WAIT)
    assert "ask for it again" in str(heard[-1][2])

    control.ask(next_one)
    qtbot.waitUntil(lambda: of(heard, "answered") == [next_one], timeout=WAIT)
    assert control.engine_pid != killed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_that_dies_while_nothing_is_asked_is_replaced(
    control: QuestionQueue, heard: list, qtbot: QtBot
) -> None:
    killed, question = control.engine_pid, ValidationQuestion()
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    qtbot.waitUntil(lambda: control.engine_pid != killed, timeout=WAIT)
    ready = control.engine_pid
    control.ask(question)
    qtbot.waitUntil(lambda: of(heard, "answered") == [question], timeout=WAIT)

    assert control.engine_pid == ready is not None
    assert of(heard, "failed") == []


stops = pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process")


@pytest.fixture
def stopped(
    control: QuestionQueue, heard: list, network: Network, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> int:
    """The number of an engine that the system has stopped in the midst of a question."""
    monkeypatch.setattr(mailboxes, "SECONDS_OF_SILENCE", 1.0)
    question = RotationQuestion((network,), LONG)
    control.ask(question)
    qtbot.waitUntil(lambda: question in of(heard, "progressed"), timeout=WAIT)
    assert control.engine_pid is not None
    os.kill(control.engine_pid, signal.SIGSTOP)
    return control.engine_pid


@stops
def test_an_engine_that_does_not_answer_is_told_until_it_does(
    control: QuestionQueue, stopped: int, qtbot: QtBot
) -> None:
    said: list[bool] = []
    control.silence_changed.connect(lambda: said.append(control.silent))
    control.end_silence()  # there is none yet
    qtbot.waitUntil(lambda: control.silent, timeout=WAIT)
    os.kill(stopped, signal.SIGCONT)
    qtbot.waitUntil(lambda: not control.silent, timeout=WAIT)

    assert said[:2] == [True, False]
    assert control.engine_pid == stopped


@stops
def test_an_engine_that_does_not_answer_is_ended_on_request_and_the_next_question_gets_a_new_one(
    control: QuestionQueue, heard: list, stopped: int, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: control.silent, timeout=WAIT)
    control.end_silence()
    assert not control.silent
    assert heard[-1][0] == "failed"
    assert "did not answer" in str(heard[-1][2])
    next_one = ValidationQuestion()
    control.ask(next_one)
    qtbot.waitUntil(lambda: of(heard, "answered") == [next_one], timeout=WAIT)

    assert len(of(heard, "failed")) == 1
    assert control.engine_pid != stopped


@stops
def test_for_an_answer_that_nobody_wants_any_more_nobody_waits(
    control: QuestionQueue, heard: list, stopped: int, qtbot: QtBot, network: Network
) -> None:
    """However much is asked: here, more than a pipe holds."""
    next_ones = [RotationQuestion((network,) * 20, (angle,)) for angle in (0.0, 90.0)]
    for next_one in next_ones:
        control.ask(next_one)
    qtbot.waitUntil(lambda: of(heard, "answered") == next_ones[-1:], timeout=WAIT)

    assert of(heard, "failed") == []
    assert control.engine_pid != stopped


@stops
def test_asking_more_than_a_pipe_holds_of_a_stopped_engine_waits_for_nobody(
    control: QuestionQueue, heard: list, qtbot: QtBot, network: Network
) -> None:
    assert control.engine_pid is not None
    os.kill(control.engine_pid, signal.SIGSTOP)
    question = RotationQuestion((network,) * 20, (0.0,))
    control.ask(question)
    os.kill(control.engine_pid, signal.SIGCONT)
    qtbot.waitUntil(lambda: of(heard, "answered") == [question], timeout=WAIT)


def test_a_question_that_fails_says_so_and_harms_no_other(
    control: QuestionQueue, heard: list, qtbot: QtBot, network: Network, capfd: pytest.CaptureFixture
) -> None:
    impossible = Network(network.parameters, "no such activation")
    control.ask(ConfusionQuestion(impossible, AugmentationSpec(), 1))
    control.ask(ValidationQuestion())
    qtbot.waitUntil(lambda: len(of(heard, "answered")) == 1, timeout=WAIT)

    assert len(of(heard, "failed")) == 1


def test_closing_ends_everything_at_once(qapp: QApplication, qtbot: QtBot, network: Network) -> None:
    control = QuestionQueue(resource_path())
    control.close()
    assert control.engine_pid is None, "a process that nobody has asked is not there"
    control.ask(RotationQuestion((network,), LONG))
    control.close()

    assert control.idle
