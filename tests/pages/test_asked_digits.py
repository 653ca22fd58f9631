"""Digits that pages share, asked for only once."""

import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import TrainingQuestion
from nnreg_gui.pages.asked_digits import AskedDigits
from tests.pages.answering import Answering


@pytest.fixture
def questions(digits: Digits) -> Answering:
    return Answering(digits)


@pytest.fixture
def asked(questions: Answering) -> AskedDigits:
    return AskedDigits(questions, TrainingQuestion(7))


def test_they_are_asked_for_when_they_are_wanted_first(asked: AskedDigits, questions: Answering) -> None:
    assert not questions.asked
    asked.want()
    assert asked.split is None
    questions.answer()

    assert asked.split is not None
    assert len(asked.split) == 7


def test_they_are_asked_for_once_though_several_want_them(asked: AskedDigits, questions: Answering) -> None:
    told: list[int] = []
    for one in (1, 2):
        asked.changed.connect(lambda one=one: told.append(one) if asked.split is not None else None)
        asked.want()
    assert len(questions.asked) == len(questions.waiting) == 1
    questions.answer()
    asked.want()

    assert told == [1, 2]
    assert len(questions.asked) == 1


def test_after_a_failure_they_are_asked_for_again(asked: AskedDigits, questions: Answering) -> None:
    problem = Problem("{file} cannot be read.", file="x.gz")
    asked.want()
    questions.fail(problem)
    assert (asked.split, asked.problem) == (None, problem)

    asked.want()
    assert (len(questions.waiting), asked.problem) == (1, None)
    questions.answer()
    assert asked.split is not None
