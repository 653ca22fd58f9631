"""Records of a run: the same for any number of threads, which end with the run."""

import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Changed, EpochRecord, Progress
from nnreg_gui.engine.experiment import (
    AugmentationSpec,
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    ScheduleSpec,
    TrainingSpec,
)
from nnreg_gui.engine.learning_rate import FallingRate
from nnreg_gui.engine.network import initial_parameters
from nnreg_gui.engine.problems import DivergedError
from nnreg_gui.engine.recorder import Recorder, measuring_threads
from nnreg_gui.engine.training import train


@pytest.mark.parametrize("hidden", [(), (30,), (100, 20)])
def test_records_are_the_same_bit_for_bit_for_any_number_of_threads(digits: Digits, hidden: tuple[int, ...]) -> None:
    experiment = Experiment(
        data=DataSpec(training_images=50, wrong_labels=0.2),
        network=NetworkSpec(hidden=hidden),
        training=TrainingSpec(epochs=2),
    )
    few = replace(digits, validation=digits.validation[:8_000])  # pieces of 5,000, 2,500 and 500
    figures = [
        [
            (one.training_cost, one.validation_cost, one.training_accuracy, one.validation_accuracy, one.right_in_spite)
            for one in train(experiment, few, threads=threads)
            if isinstance(one, EpochRecord)
        ]
        for threads in (1, 2, 3)
    ]
    assert figures[0] == figures[1] == figures[2]


@pytest.mark.parametrize("threads", [1, 2])
def test_of_the_largest_numbers_there_are_it_says_that_the_run_diverged_and_nothing_else(
    digits: Digits, threads: int
) -> None:
    experiment = Experiment(data=DataSpec(training_images=50), network=NetworkSpec(hidden=()))
    parameters = initial_parameters((784, 10), "large", np.random.default_rng(1))
    parameters.weights[0][:] = np.finfo(np.float32).max
    with Recorder(digits.training[:50], digits.validation[:50], None, threads) as recorder:
        measuring = recorder.begin(parameters, experiment)
        with pytest.raises(DivergedError):
            measuring.record(1, 0.0)


@pytest.mark.parametrize("images", [2_500, 1_000], ids=["the first of an epoch's images", "all of them"])
def test_what_is_learnt_ahead_is_undone_where_the_user_changes_something(digits: Digits, images: int) -> None:
    """Threads learn while the epoch before is measured, yet a change takes effect with the next mini-batch."""
    beginning = Experiment(
        data=DataSpec(training_images=images),
        network=NetworkSpec(hidden=(10,)),
        regularization=RegularizationSpec(dropout=0.2),
        augmentation=AugmentationSpec(shift=1),
        training=TrainingSpec(
            epochs=8, momentum=0.5, learning_rate=3.0, schedule=ScheduleSpec(rule="halving", patience=1)
        ),
    )
    without = replace(beginning, augmentation=AugmentationSpec(), training=replace(beginning.training, momentum=0.0))
    wishes = {
        2: without,
        4: beginning,
        5: replace(beginning, regularization=RegularizationSpec(penalty="l2", lambda_=1.0)),
    }
    few = replace(digits, validation=digits.validation[:200])

    told = [list(_told(beginning, few, wishes, threads)) for threads in (1, 2)]

    assert told[0] == told[1]
    assert len({rate for *_, rate in told[0]}) > 2, "η was halved more than once"


def _told(
    experiment: Experiment, digits: Digits, wishes: dict[int, Experiment], threads: int
) -> Iterator[tuple[object, ...]]:
    """Train, and change the experiment after some epochs; yield what every event says."""
    falling, events, wish = FallingRate(), train(experiment, digits, threads=threads), None
    with suppress(StopIteration):
        while True:
            event, wish = events.send(wish), None
            match event:
                case EpochRecord():
                    wish = wishes.get(event.epoch)
                    falling.take(event.validation_accuracy)
                    weights = event.parameters.weights[0].tobytes()
                    rate = falling.in_force(experiment).training.learning_rate
                    yield event.epoch, weights, event.training_cost, event.validation_cost, rate
                case Progress():
                    yield event.epoch, event.images, None
                case Changed():
                    yield event.epoch, event.after, None


def test_a_run_that_is_left_ends_its_threads(digits: Digits) -> None:
    with closing(train(Experiment(), digits, threads=2)) as events:
        next(events)
        assert any(thread.name.startswith("measuring") for thread in threading.enumerate())
    assert not any(thread.name.startswith("measuring") for thread in threading.enumerate())


@pytest.mark.parametrize(
    ("cores", "runs", "threads"), [(1, 1, 1), (2, 1, 2), (2, 2, 1), (3, 1, 2), (4, 1, 3), (8, 2, 3), (1, 2, 1)]
)
def test_a_window_keeps_a_core_where_there_are_more_than_two(cores: int, runs: int, threads: int) -> None:
    assert measuring_threads(cores, runs) == threads
