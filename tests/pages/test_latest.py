"""One question at a time."""

import pytest

from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import ValidationQuestion
from nnreg_gui.pages.latest import Latest
from tests.pages.answering import Answering


@pytest.fixture
def questions() -> Answering:
    return Answering()


@pytest.fixture
def latest(questions: Answering) -> Latest[str]:
    return Latest(questions)


@pytest.fixture
def heard(latest: Latest[str]) -> list[tuple[object, ...]]:
    """The answers known at each change."""
    heard: list[tuple[object, ...]] = []
    latest.changed.connect(lambda: heard.append((latest.waits, latest.share, latest.answer, latest.problem)))
    return heard


def test_an_answer_is_told_and_kept(latest: Latest[str], questions: Answering, heard: list[tuple[object, ...]]) -> None:
    assert not latest.waits
    latest.ask(ValidationQuestion())
    assert (latest.waits, latest.share, latest.answer) == (True, 0.0, None)
    questions.replies[0].progressed.emit(0.25)
    questions.answer_with("yes")
    latest.ask(ValidationQuestion())

    assert heard == [(True, 0.25, None, None), (False, None, "yes", None)]
    assert latest.answer == "yes", "until there is a newer one"


def test_a_newer_question_withdraws_the_older_reply(
    latest: Latest[str], questions: Answering, heard: list[tuple[object, ...]]
) -> None:
    latest.ask(ValidationQuestion())
    questions.replies[0].progressed.emit(0.5)
    newer = ValidationQuestion()
    latest.ask(newer)
    assert questions.waiting == [newer]
    assert latest.share == 0.0

    questions.answer_with("to the newer one")
    assert heard == [(True, 0.5, None, None), (False, None, "to the newer one", None)]


@pytest.mark.parametrize("asks_again", [True, False])
def test_what_comes_late_of_a_withdrawn_question_changes_nothing(
    latest: Latest[str], questions: Answering, heard: list[tuple[object, ...]], asks_again: bool
) -> None:
    latest.ask(ValidationQuestion())
    if asks_again:
        latest.ask(ValidationQuestion())
    else:
        latest.withdraw()
    late = questions.replies[0]
    late.progressed.emit(0.9)
    late.failed.emit(Problem("late"))
    late.answered.emit("late")

    assert not heard
    assert (latest.waits, latest.share) == ((True, 0.0) if asks_again else (False, None))
    assert (latest.answer, latest.problem) == (None, None)


def test_a_withdrawn_question_need_not_be_answered(latest: Latest[str], questions: Answering) -> None:
    latest.ask(ValidationQuestion())
    withdrawn: list[bool] = []
    questions.replies[0].withdrawn.connect(lambda: withdrawn.append(questions.replies[0].wanted))
    latest.withdraw()
    latest.withdraw()

    assert withdrawn == [False], "whoever answers hears of it, once"
    assert not questions.waiting


def test_a_failure_is_kept_until_somebody_tries_again_or_asks(
    latest: Latest[str], questions: Answering, heard: list[tuple[object, ...]]
) -> None:
    problem = Problem("The measuring ended.")
    latest.ask(ValidationQuestion())
    questions.answer_with("before")
    latest.ask(ValidationQuestion())
    questions.fail(problem)
    assert heard[-1] == (False, None, "before", problem), "the answer before is kept"

    latest.try_again()
    assert latest.problem is None
    latest.ask(ValidationQuestion())
    questions.fail(problem)
    latest.ask(ValidationQuestion())
    assert latest.problem is None


def test_it_hears_of_its_own_question_only(latest: Latest[str], questions: Answering) -> None:
    other: Latest[str] = Latest(questions)
    other.ask(ValidationQuestion())
    latest.ask(ValidationQuestion())
    questions.replies[0].progressed.emit(0.5)
    questions.answer_with("the other's")

    assert other.answer == "the other's"
    assert (latest.answer, latest.share) == (None, 0.0)


def test_whoever_hears_an_answer_may_ask_the_next_question(latest: Latest[str], questions: Answering) -> None:
    latest.changed.connect(lambda: latest.ask(ValidationQuestion()) if len(questions.asked) < 3 else None)
    latest.ask(ValidationQuestion())
    for answer in ("first", "second", "third"):
        questions.answer_with(answer)
        assert latest.answer == answer

    assert not latest.waits
