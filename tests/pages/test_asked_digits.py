"""Digits that pages share, asked for only once."""

from dataclasses import replace
from functools import partial

import pytest

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import TrainingQuestion
from nnreg_gui.pages.asked_digits import AskedDigits
from tests.other_digits import Other
from tests.pages.answering import Answering


@pytest.fixture
def questions(digits: Digits) -> Answering:
    return Answering(digits)


@pytest.fixture
def asked(questions: Answering) -> AskedDigits:
    return AskedDigits(questions, partial(TrainingQuestion, 7))


def test_they_are_asked_for_when_they_are_wanted_first(asked: AskedDigits, questions: Answering) -> None:
    assert not questions.asked
    asked.want()
    assert asked.of() is None
    questions.answer()

    split = asked.of()
    assert split is not None
    assert len(split) == 7


def test_they_are_asked_for_once_though_several_want_them(asked: AskedDigits, questions: Answering) -> None:
    told: list[int] = []
    for one in (1, 2):
        asked.changed.connect(lambda one=one: told.append(one) if asked.of() is not None else None)
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
    assert (asked.of(), asked.problem()) == (None, problem)
    asked.want()
    assert not questions.waiting, "a page draws often"

    asked.try_again()
    asked.want()
    assert (len(questions.waiting), asked.problem()) == (1, None)
    questions.answer()
    assert asked.of() is not None


def test_each_data_set_is_asked_for_once(asked: AskedDigits, questions: Answering, other: Other) -> None:
    asked.want()
    asked.want(other.data_set)
    asked.want()
    assert [question.dataset for question in questions.asked] == [MNIST, other.data_set]
    assert asked.of(other.data_set) is None


def test_only_the_newest_data_sets_are_kept(asked: AskedDigits, questions: Answering) -> None:
    for images in (1, 2, 3, 4):
        asked.want(replace(MNIST, training_images=images))
        questions.answer()

    assert asked.of(replace(MNIST, training_images=1)) is None
    assert asked.of(replace(MNIST, training_images=2)) is not None


def test_what_was_not_open_is_asked_for_again_once_it_may_be(
    asked: AskedDigits, questions: Answering, other: Other
) -> None:
    asked.want()
    questions.answer()
    asked.want(other.data_set)
    questions.fail(Problem("{file} is not open.", file="x"))
    asked.ask_again()

    assert [question.dataset for question in questions.waiting] == [other.data_set], "the others are there"
    assert asked.problem(other.data_set) is None
