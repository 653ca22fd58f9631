"""Questions: their answers counted another way, on real digits."""

import pickle
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from nnreg_gui.engine.augmentation import rotate
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.network import forward
from nnreg_gui.engine.questions.question import (
    ConfusionQuestion,
    Network,
    Question,
    RotationQuestion,
    TrainingQuestion,
    ValidationQuestion,
    changed_digit,
    changed_digits,
    confusion_matrix,
)
from tests.fixture_types import Small, Trained
from tests.questions import answer_to


def answer(question: Question, digits: Digits) -> tuple[Any, list[float]]:
    """Return the answer to a question, and the progress that it told on the way."""
    shares: list[float] = []
    return answer_to(question, digits, shares.append), shares


@pytest.fixture(scope="module")
def few(digits: Digits) -> Digits:
    return replace(digits, validation=digits.validation[:1_200])


@pytest.fixture(scope="module")
def network(trained: Trained, small: Small) -> Network:
    history = trained(small(images=500, hidden=(10,), epochs=5))
    assert history.newest is not None
    return Network(history.newest.parameters, "sigmoid")


def test_the_validation_digits_are_answered(few: Digits) -> None:
    assert answer(ValidationQuestion(), few)[0] is few.validation


def test_the_first_training_digits_are_answered(few: Digits) -> None:
    first = answer(TrainingQuestion(3), few)[0]
    assert np.array_equal(first.images, few.training.images[:3])
    assert np.array_equal(first.labels, few.training.labels[:3])


def test_an_upright_confusion_is_what_the_network_says(few: Digits, network: Network) -> None:
    networks = network, replace(network, activation="tanh")
    answered, shares = answer(ConfusionQuestion(networks, AugmentationSpec(), seed=1), few)
    called, by_other = answered
    expected = forward(network.parameters, few.validation.inputs, "sigmoid").argmax(1)

    assert np.array_equal(called, expected)
    assert np.array_equal(by_other, forward(network.parameters, few.validation.inputs, "tanh").argmax(1))
    assert not np.array_equal(by_other, called)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    matrix = confusion_matrix(few.validation.labels, called, 10)
    assert matrix.sum() == len(few.validation)
    assert np.trace(matrix) == np.count_nonzero(expected == few.validation.labels)
    assert matrix[6, 0] == np.count_nonzero((few.validation.labels == 6) & (called == 0))


def test_a_confusion_of_changed_digits_speaks_of_the_images_that_can_be_shown(few: Digits, network: Network) -> None:
    spec = AugmentationSpec(rotation=90, noise=0.1, elastic_alpha=10)
    (called,), _ = answer(ConfusionQuestion((network,), spec, seed=3), few)
    images = np.concatenate([piece for _, piece in changed_digits(few.validation, spec, 3)])

    assert np.array_equal(network.called(images), called)
    for row in (0, 499, 500, 1_199):
        assert np.allclose(changed_digit(few.validation, spec, 3, row), images[row], atol=1e-4)
    (again,), _ = answer(ConfusionQuestion((network,), spec, seed=3), few)
    (other,), _ = answer(ConfusionQuestion((network,), spec, seed=4), few)
    assert np.array_equal(again, called)
    assert not np.array_equal(other, called)


def test_the_rotation_question_counts_sixes_and_nines(few: Digits, network: Network) -> None:
    counts, shares = answer(RotationQuestion((network, network), (-90.0, 0.0, 180.0)), few)

    assert counts.shape == (2, 2, 3, 10)
    assert np.array_equal(counts[0], counts[1])
    for place, digit in enumerate((6, 9)):
        images = few.validation[few.validation.labels == digit].inputs.reshape(-1, 28, 28)
        assert (counts[0, place].sum(1) == len(images)).all()
        for at, degrees in enumerate((-90, 0, 180)):
            called = network.called(rotate(images, degrees))
            assert np.array_equal(counts[0, place, at], np.bincount(called, minlength=10))
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_questions_cross_the_pipe_and_are_told_apart_by_who_they_are(network: Network) -> None:
    question = ConfusionQuestion((network,), AugmentationSpec(rotation=15), seed=1)
    copy = pickle.loads(pickle.dumps(question))

    assert (copy.augmentation, copy.seed) == (question.augmentation, question.seed)
    assert copy != question
    assert np.array_equal(copy.networks[0].parameters.weights[0], network.parameters.weights[0])
