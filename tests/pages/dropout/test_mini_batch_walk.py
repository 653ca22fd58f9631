"""The walk through a mini-batch: it shows what the step did, phase by phase."""

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.dropout_step import take_dropout_step
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.network import initial_parameters
from nnreg_gui.pages.dropout.mini_batch_picture import picture_of
from nnreg_gui.pages.dropout.mini_batch_walk import BATCH_SIZE, MiniBatchWalk, Phase, Walked
from nnreg_gui.pages.dropout.sentences import count_text, phase_sentence

pytestmark = pytest.mark.usefixtures("qapp")  # whose tests write numbers in English


@pytest.fixture
def walk(digits: Digits) -> MiniBatchWalk:
    parameters = initial_parameters((784, 6, 4, 10), "large", np.random.default_rng(1))
    return MiniBatchWalk(Walked.of(parameters, Experiment()), digits.training[:25], 0.5)


def test_every_image_goes_forward_and_back_and_then_comes_the_step(walk: MiniBatchWalk) -> None:
    phases = []
    for _ in range(2 * BATCH_SIZE + 2):
        phases.append((walk.batch, walk.image, walk.phase))
        walk.advance()

    assert phases[:3] == [(0, 0, Phase.FORWARD), (0, 0, Phase.BACKWARD), (0, 1, Phase.FORWARD)]
    assert phases[2 * BATCH_SIZE] == (0, BATCH_SIZE - 1, Phase.STEP)
    assert phases[-1] == (1, 0, Phase.FORWARD)
    assert len(walk.seen) == BATCH_SIZE + 1


def test_the_step_of_one_mini_batch_is_where_the_next_begins(walk: MiniBatchWalk) -> None:
    walk.finish_batch()
    assert walk.phase is Phase.STEP
    first = walk.step
    walk.finish_batch()

    assert walk.batch == 1
    assert walk.step.before is first.after
    assert first.before is walk.start.parameters


@pytest.mark.parametrize("learning_rate", [10.0, 1_000.0])
def test_numbers_beyond_all_bounds_can_be_drawn_and_lead_no_further(digits: Digits, learning_rate: float) -> None:
    """Of a run that diverged, the walk goes on with the network before, and with its η."""
    experiment = Experiment(
        network=NetworkSpec(hidden=(30, 30, 30), activation="relu"), training=TrainingSpec(learning_rate=learning_rate)
    )
    parameters = initial_parameters((784, 30, 30, 30, 10), "large", np.random.default_rng(1))
    walk = MiniBatchWalk(Walked.of(parameters, experiment), digits.training[:100], 0.5)
    for _ in range(6 * (2 * BATCH_SIZE + 1)):
        picture = picture_of(walk, "", phase_sentence(walk))
        assert all(np.isfinite(one).all() for one in (*picture.fills, picture.outputs, *picture.lines))
        walk.advance()

    assert walk.phase is Phase.STEP
    assert walk.step.before.finite


def test_a_run_of_few_images_learns_no_others(digits: Digits) -> None:
    parameters = initial_parameters((784, 6, 10), "large", np.random.default_rng(1))
    start = Walked.of(parameters, Experiment(data=DataSpec(training_images=12)))
    walk = MiniBatchWalk(start, digits.training[:25], 0.5)
    walk.finish_batch()
    walk.finish_batch()

    assert np.array_equal(walk.inputs, digits.training[np.r_[10, 11, 0:8]].inputs)


def test_it_learns_the_labels_as_told(digits: Digits) -> None:
    """True labels taught a network that was told lies something else than its run does."""
    parameters = initial_parameters((784, 6, 10), "large", np.random.default_rng(1))
    true = digits.training[:10]
    told = true.labels.copy()
    told[1] = (told[1] + 1) % 10
    start = Walked.of(parameters, Experiment(), np.append(told, np.zeros(990, np.uint8)))
    walk = MiniBatchWalk(start, digits.training[:25], 0.0)

    targets = Split(true.images, told).targets
    step = take_dropout_step(parameters, true.inputs, targets, np.random.default_rng(1), dropout=0.0, learning_rate=0.5)
    assert all(map(np.array_equal, walk.step.after.weights, step.after.weights))
    assert np.array_equal(walk.targets, targets), "what the cost is measured with"
    assert f"network reads the {true.labels[0]} as " in phase_sentence(walk)
    walk.advance()
    walk.advance()
    assert (walk.true, walk.label) == (true.labels[1], told[1])
    assert f"network reads the {true.labels[1]}, which the label calls {told[1]}, as " in phase_sentence(walk)
    assert picture_of(walk, "", "").wanted == told[1]


def test_it_can_be_begun_anew_and_goes_the_same_way(walk: MiniBatchWalk) -> None:
    seen = [tuple(layer.tolist() for layer in walk.on)]
    for _ in range(3):
        walk.finish_batch()
    walk.begin_anew()

    assert (walk.batch, walk.image, walk.phase) == (0, 0, Phase.FORWARD)
    assert [tuple(layer.tolist() for layer in walk.on)] == seen
    assert len(walk.seen) == 1


def test_other_neurons_are_drawn_for_the_same_images(walk: MiniBatchWalk) -> None:
    inputs, before = walk.inputs, walk.step
    walk.advance()
    walk.draw_other_masks()

    assert walk.phase is Phase.FORWARD
    assert np.array_equal(walk.inputs, inputs)
    assert walk.step.before is before.before
    assert not all(np.array_equal(one, other) for one, other in zip(walk.step.masks, before.masks, strict=True))
    assert len(walk.seen) == 2


def test_different_networks_are_counted_once(walk: MiniBatchWalk) -> None:
    walk.dropout = 0.0
    walk.begin_anew()
    walk.finish_batch()
    assert walk.different_networks == 1
    assert len(walk.seen) == BATCH_SIZE


def test_the_picture_is_the_step(walk: MiniBatchWalk) -> None:
    step = walk.step
    forward = picture_of(walk, "", "")
    assert forward.wanted == walk.label
    assert forward.outputs == pytest.approx(step.activations[-1][0])
    assert forward.lines[1] == pytest.approx(step.before.weights[2] * step.activations[1][0])
    assert not forward.lines[0][~forward.on[1]].any()  # nothing leads to a neuron that is off

    walk.advance()
    backward = picture_of(walk, "", "")
    assert backward.backward
    assert backward.outputs == pytest.approx(np.abs(step.deltas[-1][0]))
    assert backward.lines[1] == pytest.approx(-0.05 * np.outer(step.deltas[-1][0], step.activations[1][0]))

    walk.finish_batch()
    whole = picture_of(walk, "", "")
    assert whole.wanted is None
    assert whole.lines[1] == pytest.approx(step.after.weights[2] - step.before.weights[2])
    assert all(((fill >= 0) & (fill <= 1)).all() for fill in whole.fills)


def test_the_sentences_are_counted(walk: MiniBatchWalk) -> None:
    off = sum(int((mask[0] == 0).sum()) for mask in walk.step.masks)
    said = phase_sentence(walk)
    assert said.startswith(f"{off} of 10 hidden neurons are off, the others are multiplied by 2.")
    assert f"reads the {walk.label} as {walk.step.activations[-1][0].argmax()} (" in said

    walk.advance()
    assert f"to the {10 - off} hidden neurons that are on" in phase_sentence(walk)
    walk.finish_batch()
    assert "The gradients of 10 thinned networks are added" in phase_sentence(walk)
    assert f"{sum(int(on.sum()) for on in walk.on)} of 10 hidden neurons were on at least once" in phase_sentence(walk)
    walk.dropout = 0.0
    walk.begin_anew()
    walk.advance()
    assert "none is off" in phase_sentence(walk)


def test_images_come_round_when_the_digits_are_through(walk: MiniBatchWalk) -> None:
    for _ in range(3):
        walk.finish_batch()
    assert walk.inputs.shape == (BATCH_SIZE, 784)


def test_counts_that_are_too_long_are_powers() -> None:
    assert count_text(2**30) == "1,073,741,824"
    assert count_text(2**100) == "2¹⁰⁰"


def test_its_first_step_is_the_engines(walk: MiniBatchWalk, digits: Digits) -> None:
    batch = digits.training[:10]
    step = take_dropout_step(walk.start.parameters, batch.inputs, batch.targets, np.random.default_rng(1), dropout=0.5, learning_rate=0.5)  # fmt: skip  # noqa: E501
    assert np.array_equal(step.after.weights[0], walk.step.after.weights[0])
