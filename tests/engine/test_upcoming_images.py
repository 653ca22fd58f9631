"""Preparing ahead: the same images as without, whenever they are requested; nothing is left running."""

import threading
from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.augmentation import augment, draw
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Changed, EpochRecord, Progress
from nnreg_gui.engine.experiment import AugmentationSpec, DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.training import train
from nnreg_gui.engine.upcoming_images import UpcomingImages

GENTLE, MUCH, OFF = AugmentationSpec(rotation=15, shift=2), AugmentationSpec(rotation=180), AugmentationSpec()
AT_ONCE = 30


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("augmentation")]


@pytest.fixture
def images() -> np.ndarray:
    return np.random.default_rng(1).random((100, 6, 6), dtype=np.float32)


def an_epoch(images: np.ndarray, specs: list[AugmentationSpec], seed: int = 1) -> list[np.ndarray]:
    """Return the pieces of the second epoch, each requested with its own spec."""
    with UpcomingImages(images, AT_ONCE, np.random.default_rng(seed)) as upcoming:
        upcoming.begin_epoch(np.arange(100))
        upcoming.begin_epoch(np.arange(100)[::-1])
        return [upcoming.take(start, spec) for start, spec in zip(range(0, 100, AT_ONCE), specs, strict=True)]


def test_an_epoch_is_every_image_once_in_its_order(images: np.ndarray) -> None:
    barely = AugmentationSpec(brightness=1e-9)
    pieces = an_epoch(images, [barely] * 4)

    assert [len(piece) for piece in pieces] == [30, 30, 30, 10]
    assert np.allclose(np.concatenate(pieces), images[::-1].reshape(100, -1))


def test_a_piece_depends_on_its_own_spec_and_place_only(images: np.ndarray) -> None:
    gentle, much = an_epoch(images, [GENTLE] * 4), an_epoch(images, [MUCH] * 4)
    mixed = an_epoch(images, [GENTLE, MUCH, MUCH, GENTLE])  # discards what was prepared for the other spec

    for piece, expected in zip(mixed, (gentle[0], much[1], much[2], gentle[3]), strict=True):
        assert np.array_equal(piece, expected)
    assert not np.array_equal(gentle[1], much[1])


def test_another_epoch_and_another_seed_draw_anew(images: np.ndarray) -> None:
    with UpcomingImages(images, 100, np.random.default_rng(1)) as upcoming:
        epochs = []
        for _ in range(2):
            upcoming.begin_epoch(np.arange(100))
            epochs.append(upcoming.take(0, GENTLE))

    assert (np.abs(epochs[0] - epochs[1]).max(1) > 0.01).all()
    assert not np.array_equal(an_epoch(images, [GENTLE] * 4)[0], an_epoch(images, [GENTLE] * 4, seed=2)[0])


def test_it_makes_no_difference_where_in_an_epoch_augmentation_was_switched_on(images: np.ndarray) -> None:
    second_epochs = []
    for first_asked in (0, 90):  # the last piece is smaller than the others
        with UpcomingImages(images, AT_ONCE, np.random.default_rng(1)) as upcoming:
            upcoming.begin_epoch(np.arange(100))
            upcoming.take(first_asked, GENTLE)
            upcoming.begin_epoch(np.arange(100))
            second_epochs.append(upcoming.take(0, GENTLE))

    assert np.array_equal(*second_epochs)


def test_threads_end_with_the_context_and_off_has_none(images: np.ndarray) -> None:
    with UpcomingImages(images, AT_ONCE, np.random.default_rng(1)) as upcoming:
        upcoming.begin_epoch(np.arange(100))
        assert threads() == []
        upcoming.take(0, GENTLE)
        assert len(threads()) == 1
    assert threads() == []


# ------------------------------------------------------------------------------------------------- in the training loop


def experiment(augmentation: AugmentationSpec, *, n: int = 2_500, epochs: int = 2, seed: int = 1) -> Experiment:
    return Experiment(
        data=DataSpec(training_images=n),
        network=NetworkSpec(hidden=(4,), initial_weights="scaled"),
        augmentation=augmentation,
        training=TrainingSpec(epochs=epochs),
        seed=seed,
    )


@pytest.fixture(scope="module")
def few(digits: Digits) -> Digits:
    return replace(digits, validation=digits.validation[:50], test=digits.test[:50])


def weights(events: list) -> list[np.ndarray]:
    return [event.parameters.weights[0] for event in events if isinstance(event, EpochRecord)]


def test_equal_experiments_give_equal_networks(few: Digits) -> None:
    one, two = (weights(list(train(experiment(GENTLE), few))) for _ in range(2))

    assert all(np.array_equal(a, b) for a, b in zip(one, two, strict=True))


def test_augmentation_changes_neither_start_weights_nor_the_order_of_images(few: Digits) -> None:
    plain, augmented, barely = (
        weights(list(train(experiment(spec), few))) for spec in (OFF, MUCH, AugmentationSpec(brightness=1e-9))
    )

    assert np.array_equal(plain[0], augmented[0])
    assert not np.allclose(plain[1], augmented[1], atol=1e-3)
    assert np.allclose(plain[1], barely[1], atol=1e-4), "the same images in the same order"


def test_only_training_images_are_changed_never_what_is_measured(few: Digits) -> None:
    measured = [next(iter(train(experiment(spec), few))) for spec in (OFF, MUCH)]

    assert measured[0].training_cost == measured[1].training_cost
    assert measured[0].validation_cost == measured[1].validation_cost


def test_a_run_learns_from_exactly_what_is_drawn_for_its_epoch_and_place(few: Digits) -> None:
    """One step, worked out from the public parts: the stream, the draw, the change."""
    whole = replace(experiment(GENTLE, n=20, epochs=1), training=TrainingSpec(epochs=1, batch_size=20))
    before, after = weights(list(train(whole, few)))
    streams = np.random.default_rng(whole.seed).spawn(4)
    order, seed = streams[1].permutation(20), int(streams[3].integers(2**62))
    images = few.training[:20].inputs.reshape(-1, 28, 28)[order]
    changed = augment(images, draw(GENTLE, 20, (28, 28), np.random.default_rng((seed, 0))))

    moved = np.abs(after - before).max(0).reshape(28, 28) > 0
    assert np.array_equal(moved, changed.max(0) > 0), "weights move exactly where an augmented image has ink"


@pytest.mark.parametrize("changed", [(GENTLE, MUCH), (OFF, GENTLE), (GENTLE, OFF)])
def test_a_change_in_mid_run_takes_effect_with_the_next_piece(
    few: Digits, changed: tuple[AugmentationSpec, AugmentationSpec]
) -> None:
    def changed_run() -> list:
        before, after = (experiment(spec) for spec in changed)
        run, events = train(before, few), []
        for event in run:
            events.append(event)
            if isinstance(event, Progress) and event.epoch == 1 and event.images == 1_000:
                events.append(run.send(after))
        return events

    one, two = changed_run(), changed_run()
    assert [event.epoch for event in one if isinstance(event, Changed)] == [0.4]
    assert all(np.array_equal(a, b) for a, b in zip(weights(one), weights(two), strict=True))
    for unchanged in changed:
        assert not np.array_equal(weights(one)[1], weights(list(train(experiment(unchanged), few)))[1])


def test_leaving_a_run_ends_its_thread(few: Digits) -> None:
    run = train(experiment(GENTLE), few)
    next(run)
    next(run)
    assert len(threads()) == 1
    run.close()
    assert threads() == []


def test_augmentation_helps_on_few_images(few: Digits, digits: Digits) -> None:
    """On 1,000 images: 88.8 % without, 95.0 % with rotation ±15° and shift ±2 px (100 neurons, many epochs)."""
    best = {}
    for spec in (OFF, GENTLE):
        run = train(
            replace(experiment(spec, n=1_000, epochs=25), network=NetworkSpec(hidden=(50,), initial_weights="scaled")),
            replace(digits, validation=digits.validation[:3_000], test=few.test),
        )
        best[spec] = max(event.validation_accuracy for event in run if isinstance(event, EpochRecord))

    assert best[GENTLE] > best[OFF] + 0.025
