"""Digits that do not come with the program: sent to a process once, and only where they are needed."""

from collections.abc import Iterator
from threading import Timer

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import DataSets, Digits
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.engine.questions.question import ValidationQuestion
from nnreg_gui.engine.searches.search_jobs import train_job
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.engine_messages import Answered, Ask, Ended, Message, Start
from nnreg_gui.running.engine_process import EngineProcess
from nnreg_gui.running.executors import LocalExecutor
from nnreg_gui.running.questions import QuestionQueue
from nnreg_gui.running.side_by_side import SideBySide
from tests.conftest import WAIT
from tests.fixture_types import SameCurves, Small
from tests.other_digits import Other


@pytest.fixture
def opened() -> dict[DataSet, Digits]:
    """What the user has opened; the processes of a test know it from the beginning, as in the window."""
    return {}


@pytest.fixture
def engine(opened: dict[DataSet, Digits]) -> Iterator[EngineProcess]:
    engine = EngineProcess(resource_path(), opened)
    yield engine
    engine.kill()
    engine.gone(5)


def experiment_on(other: Other) -> Experiment:
    return Experiment(
        data=DataSpec(dataset=other.data_set, training_images=100),
        network=NetworkSpec(hidden=(5,)),
        training=TrainingSpec(epochs=2),
    )


def trained_here(other: Other) -> RunHistory:
    return RunHistory.of(experiment_on(other), train(experiment_on(other), other.digits))


def messages_until_the_end(engine: EngineProcess) -> list[Message]:
    messages: list[Message] = []
    while not messages or not isinstance(messages[-1], Ended):
        messages.append(engine.receive())
    return messages


def test_a_process_trains_on_digits_that_were_opened_after_it_began(
    engine: EngineProcess, opened: dict[DataSet, Digits], other: Other, same_curves: SameCurves
) -> None:
    opened[other.data_set] = other.digits
    engine.send(Start(experiment_on(other)))
    history = RunHistory.of(experiment_on(other), messages_until_the_end(engine)[:-1])  # type: ignore[arg-type]

    assert same_curves(history, trained_here(other))


def test_without_memory_to_send_digits_a_run_ends_instead_of_never_beginning(
    engine: EngineProcess, opened: dict[DataSet, Digits], other: Other
) -> None:
    class Unsendable(Digits):
        def __reduce__(self) -> str:
            raise MemoryError

    opened[other.data_set] = Unsendable(other.digits.training, other.digits.validation, other.digits.test)
    watchdog = Timer(WAIT / 1_000, engine.kill)
    watchdog.start()
    engine.send(Start(experiment_on(other)))
    ended = engine.receive()

    assert watchdog.is_alive()
    watchdog.cancel()
    assert isinstance(ended, Ended)
    assert "perhaps out of memory" in str(ended.problem)


def test_a_process_keeps_what_it_was_sent(engine: EngineProcess, opened: dict[DataSet, Digits], other: Other) -> None:
    opened[other.data_set] = other.digits
    engine.send(Ask(ValidationQuestion(other.data_set)))
    first = messages_until_the_end(engine)
    opened.clear()
    engine.send(Ask(ValidationQuestion(other.data_set)))
    second = messages_until_the_end(engine)

    for messages in (first, second):
        [answer] = [message.value for message in messages if isinstance(message, Answered)]
        assert np.array_equal(answer.images, other.digits.validation.images)
        assert answer.classes == len(other.digits.classes)


def test_what_is_not_open_ends_with_one_sentence_and_the_process_goes_on(
    engine: EngineProcess, small: Small, other: Other
) -> None:
    engine.send(Start(experiment_on(other)))
    [ended] = messages_until_the_end(engine)

    assert isinstance(ended, Ended)
    assert isinstance(ended.problem, DigitsError)
    assert other.data_set.name in str(ended.problem)
    assert other.data_set.path in str(ended.problem)
    engine.send(Start(small(epochs=1)))
    assert any(isinstance(message, EpochRecord) for message in messages_until_the_end(engine))


def test_questions_are_answered_about_what_is_open(qtbot: QtBot, other: Other) -> None:
    queue = QuestionQueue(resource_path(), opened={other.data_set: other.digits})
    answers: list[object] = []
    reply = queue.ask(ValidationQuestion(other.data_set), queue)
    reply.answered.connect(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    queue.close()
    queue.deleteLater()

    assert len(answers[0]) == len(other.digits.validation)  # type: ignore[arg-type]


def test_searches_train_on_what_is_open(other: Other, same_curves: SameCurves) -> None:
    executor = LocalExecutor(resource_path(), 1, {other.data_set: other.digits})
    histories = [executor.submit(train_job, place, experiment_on(other), True).result(60) for place in range(2)]
    executor.abandon(5)

    for history in histories:
        assert same_curves(history, trained_here(other))


def test_two_runs_side_by_side_train_on_different_digits(
    qtbot: QtBot, small: Small, other: Other, patient: None
) -> None:
    control = SideBySide(resource_path())
    control.opened[other.data_set] = other.digits
    histories: list[RunHistory] = []
    control.ended.connect(histories.append)
    control.start(experiment_on(other), small(epochs=2))
    qtbot.waitUntil(lambda: len(histories) == 2, timeout=WAIT)
    control.close()
    control.deleteLater()

    assert {history.experiment.data.dataset for history in histories} == {other.data_set, small().data.dataset}
    assert all(history.finished for history in histories)


def test_a_folder_holds_what_it_holds(other: Other) -> None:
    with pytest.raises(DigitsError):
        DataSets(resource_path())[other.data_set]
