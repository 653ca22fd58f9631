"""The digits whose labels lie, and what a network says of them."""

from dataclasses import replace

import numpy as np

from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.questions.lies import (
    EnsembleLiesQuestion,
    LiesQuestion,
    LyingDigitsQuestion,
    PrunedLiesQuestion,
    RepeatedLies,
)
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.wrong_labels import told_images
from tests.fixture_types import Small, Trained
from tests.questions import answer_to


def test_only_digits_whose_labels_lie_are_sent_and_asked_about(small: Small, trained: Trained, digits: Digits) -> None:
    experiment = small(images=100, epochs=2)
    history = trained(replace(experiment, data=replace(experiment.data, wrong_labels=0.3)))
    assert history.newest is not None

    found = answer_to(LyingDigitsQuestion(history.experiment), digits)
    lies = found.wrong.lies
    assert len(lies) == len(found.images) == 30
    assert np.array_equal(found.images, digits.training.images[lies])

    outputs = answer_to(LiesQuestion(Network(history.newest.parameters, "sigmoid"), lies), digits)
    assert outputs.shape == (30, 10)
    learnt = outputs.argmax(1) == found.wrong.told[lies]
    assert learnt.mean() == history.newest.wrong_labels_learnt, "in the order of the lies"


# ------------------------------------------------------------------------------ networks that say what they are made to

_IMAGES = 20  # each inks a pixel of its own, so that a network without hidden neurons may say of each what it likes


def _twenty() -> Digits:
    images = np.eye(_IMAGES, dtype=np.uint8).reshape(_IMAGES, 4, 5) * 255
    split = Split(images, np.arange(_IMAGES, dtype=np.uint8) % 10)
    return Digits(split, split, split)


def _saying(labels: np.ndarray, weights: np.ndarray) -> Network:
    """Return a network that calls each image what these labels say, and 0 without its weight."""
    w, b = np.zeros((10, _IMAGES), np.float32), np.zeros(10, np.float32)
    w[labels, np.arange(_IMAGES)] = weights
    return Network(Parameters((w,), (b,)), "sigmoid")


def _lying(small: Small, seed: int = 1) -> Experiment:
    experiment = small(images=_IMAGES, hidden=(), seed=seed)
    return replace(experiment, data=replace(experiment.data, wrong_labels=0.5))


def test_a_pruned_network_repeats_the_lies_whose_weights_are_left(small: Small) -> None:
    digits, experiment = _twenty(), _lying(small)
    told, wrong = told_images(experiment, digits)
    assert wrong is not None
    network = _saying(told.labels, np.linspace(1, 2, _IMAGES))  # the weights of later images are larger
    # Of 200 weights, 180 are 0. Half of the others are those of images 0 to 9; then all outputs are alike: it says 0.
    left = [image for image in wrong.lies if image >= 10 or told.labels[image] == 0]
    zeros = [image for image in wrong.lies if told.labels[image] == 0]
    assert 0 < len(left) < 10

    for per_layer in (False, True):
        found = answer_to(PrunedLiesQuestion(experiment, (network, network), (0.0, 0.9, 0.95, 1.0), per_layer), digits)
        assert found.tolist() == [[1.0, 1.0, len(left) / 10, len(zeros) / 10]] * 2


def test_what_a_trained_network_repeats_is_what_its_run_says(small: Small, trained: Trained, digits: Digits) -> None:
    experiment = replace(small(epochs=3), data=replace(small().data, wrong_labels=0.3))
    newest = trained(experiment).newest
    assert newest is not None
    network = Network.of(newest.parameters, experiment)
    assert answer_to(PrunedLiesQuestion(experiment, (network,), (0.0,)), digits)[0, 0] == newest.wrong_labels_learnt
    alone = answer_to(EnsembleLiesQuestion((experiment,), (network,)), digits)
    assert (alone.single, alone.average, alone.vote) == (newest.wrong_labels_learnt,) * 3


def test_networks_repeat_together_what_most_say_or_what_some_say_loudly(small: Small) -> None:
    digits = _twenty()
    first, second = _lying(small), _lying(small, seed=2)
    told, true = told_images(first, digits)[0].labels, digits.training.labels
    liar, honest = _saying(told, np.full(_IMAGES, 0.5)), _saying(true, np.full(_IMAGES, 10.0))

    # Each was told ten lies. Of 30, the liar repeats its ten; together, two honest ones outvote it.
    other = told_images(second, digits)[0].labels
    found = answer_to(EnsembleLiesQuestion((first, second, second), (liar, honest, honest)), digits)
    assert not np.array_equal(told, other)
    assert found == RepeatedLies(10 / 30, 0.0, 0.0, same=False)

    # Two liars outvote the honest one: 2 of 3 repeat all. In the average its σ(10) = 1 beside two σ(0) = 0.5 is more
    # than their σ(0.5) = 0.62 beside its 0.5.
    found = answer_to(EnsembleLiesQuestion((first, first, first), (liar, liar, honest)), digits)
    assert found == RepeatedLies(20 / 30, 0.0, 1.0, same=True)

    # One without lies has a voice, but no lies of its own.
    true_labels = replace(first, data=replace(first.data, wrong_labels=0.0))
    found = answer_to(EnsembleLiesQuestion((first, true_labels, true_labels), (liar, honest, honest)), digits)
    assert found == RepeatedLies(1.0, 0.0, 0.0, same=False)
