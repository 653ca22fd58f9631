"""Which images are learned: the first n, as ever, or those that the seed draws."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.questions.lies import EnsembleLiesQuestion, LiesQuestion, LyingDigitsQuestion
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.wrong_labels import learned_rows, told_images
from tests.fixture_types import Trained
from tests.questions import answer_to


@pytest.fixture
def drawn() -> Experiment:
    return Experiment(
        data=DataSpec(training_images=300, sample="seed", wrong_labels=0.2),
        network=NetworkSpec(hidden=(10,)),
        training=TrainingSpec(epochs=3),
    )


def test_the_first_images_are_learned_as_ever(digits: Digits) -> None:
    split, _ = told_images(Experiment(data=DataSpec(training_images=20)), digits)

    assert np.array_equal(split.images, digits.training.images[:20])


def test_each_seed_draws_other_images_and_the_same_ones_again(drawn: Experiment, digits: Digits) -> None:
    rows = [np.asarray(learned_rows(replace(drawn, seed=seed), 50_000)) for seed in (1, 2, 1)]

    assert np.array_equal(rows[0], rows[2])
    assert len(np.intersect1d(rows[0], rows[1])) < 30
    assert len(np.unique(rows[0])) == 300
    split, wrong = told_images(drawn, digits)
    assert wrong is not None
    assert np.array_equal(split.images, digits.training.images[rows[0]])
    assert np.array_equal(np.delete(split.labels, wrong.lies), np.delete(digits.training.labels[rows[0]], wrong.lies))


def test_more_images_are_those_and_others(drawn: Experiment) -> None:
    few, many = (
        np.asarray(learned_rows(replace(drawn, data=replace(drawn.data, training_images=n)), 50_000)) for n in (10, 100)
    )
    assert set(few.tolist()) < set(many.tolist())


def test_all_of_them_are_all_of_them(drawn: Experiment) -> None:
    everything = replace(drawn, data=replace(drawn.data, training_images=50_000))
    assert np.array_equal(learned_rows(everything, 50_000), np.arange(50_000))


def test_lies_are_asked_about_where_they_stand(drawn: Experiment, digits: Digits, trained: Trained) -> None:
    newest = trained(drawn).newest
    assert newest is not None
    network = Network.of(newest.parameters, drawn)
    lying = answer_to(LyingDigitsQuestion(drawn), digits)
    outputs = answer_to(LiesQuestion(network, lying.rows), digits)

    assert np.array_equal(digits.training.images[lying.rows], lying.images)
    repeated = float((outputs.argmax(1) == lying.wrong.told[lying.wrong.lies]).mean())
    assert repeated == newest.wrong_labels_learnt
    together = answer_to(EnsembleLiesQuestion((drawn, drawn), (network, network)), digits)
    assert together.single == pytest.approx(repeated)
    assert together.same


def test_lies_about_other_images_are_other_lies(drawn: Experiment, digits: Digits, trained: Trained) -> None:
    newest = trained(drawn).newest
    assert newest is not None
    network = Network.of(newest.parameters, drawn)
    other = replace(drawn, seed=2)
    assert not answer_to(EnsembleLiesQuestion((drawn, other), (network, network)), digits).same
