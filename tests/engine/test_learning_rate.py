"""How the learning rate falls: by its rules, in the training loop, and changed in mid-run."""

import itertools
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, RegularizationSpec, ScheduleSpec, TrainingSpec
from nnreg_gui.engine.learning_rate import FallingRate, halving_epochs, rate_factor
from nnreg_gui.engine.training import train

CONSTANT, HALVING = ScheduleSpec(), ScheduleSpec(rule="halving", patience=2)
FALLING = ScheduleSpec(rule="exponential", gamma=0.5)


def factors(schedule: ScheduleSpec, accuracies: list[float]) -> list[float]:
    """Return the factor of the epoch after each."""
    return [rate_factor(schedule, accuracies[:count]) for count in range(1, len(accuracies) + 1)]


def test_a_constant_rate_stays() -> None:
    assert factors(CONSTANT, [0.1, 0.1, 0.1]) == [1, 1, 1]


def test_an_exponential_one_is_multiplied_by_gamma_every_epoch() -> None:
    assert factors(FALLING, [0.1, 0.5, 0.4, 0.9]) == [1, 0.5, 0.25, 0.125]


def test_halving_waits_for_epochs_without_improvement_and_then_for_as_many_more() -> None:
    accuracies = [0.1, 0.5, 0.5, 0.4, 0.45, 0.5, 0.6, 0.55, 0.7, 0.7, 0.7]
    #   improves    ·    ·   1    2!   1    2!   ·    1    ·    1    2!
    assert factors(HALVING, accuracies) == [1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.25, 0.125]


@given(st.lists(st.integers(0, 4).map(lambda whole: whole / 4), max_size=30), st.integers(1, 4))
def test_halving_counts_as_one_would_by_hand(accuracies: list[float], patience: int) -> None:
    highest, waited, found = -1.0, 0, []
    for epoch, accuracy in enumerate(accuracies):
        highest, waited = (accuracy, 0) if accuracy > highest else (highest, waited + 1)
        if waited == patience:
            found.append(epoch)
            waited = 0
    assert halving_epochs(patience, accuracies) == found


def test_the_rate_never_reaches_zero() -> None:
    rate = FallingRate()
    for _ in range(2_000):
        rate.take(0.5)
    experiment = Experiment(training=TrainingSpec(schedule=replace(FALLING, gamma=0.1)))
    assert rate.in_force(experiment).training.learning_rate == sys.float_info.min


def test_a_falling_rate_also_makes_the_penaltys_step_smaller(few_digits: Digits) -> None:
    """A pixel that no image has gets no gradient: L2 alone moves its weights, by 1 − ηλ/n in each of 10 steps."""
    experiment = Experiment(
        data=DataSpec(training_images=100),
        regularization=RegularizationSpec(penalty="l2", lambda_=2.0),
        training=TrainingSpec(epochs=3, schedule=FALLING),
    )
    weights = [event.parameters.weights[0] for event in train(experiment, few_digits) if isinstance(event, EpochRecord)]
    unseen = ~few_digits.training[:100].inputs.any(0)
    ratios = [after[:, unseen] / before[:, unseen] for before, after in itertools.pairwise(weights)]
    for ratio, eta in zip(ratios, (0.5, 0.25, 0.125), strict=True):
        assert ratio == pytest.approx(np.full_like(ratio, (1 - eta * 2.0 / 100) ** 10), rel=1e-5)


def test_halving_in_a_run_is_that_of_its_own_curve(few_digits: Digits) -> None:
    """A rate that is halved by hand at the same epochs gives the same weights."""
    experiment = Experiment(
        data=DataSpec(training_images=100), training=TrainingSpec(epochs=12, schedule=replace(HALVING, patience=1))
    )
    records = [event for event in train(experiment, few_digits) if isinstance(event, EpochRecord)]
    expected = factors(experiment.training.schedule, [record.validation_accuracy for record in records])
    assert expected[-2] < 1, "it must fall, or the test says nothing"

    by_hand = replace(experiment, training=replace(experiment.training, schedule=CONSTANT))
    run, last = train(by_hand, few_digits), None
    for event in run:
        while isinstance(event, EpochRecord):
            last, rate = event, 0.5 * expected[event.epoch]
            event = run.send(replace(by_hand, training=replace(by_hand.training, learning_rate=rate)))
    assert last is not None
    for one, other in zip(last.parameters.weights, records[-1].parameters.weights, strict=True):
        assert np.array_equal(one, other)


@pytest.mark.parametrize("schedule", [HALVING, FALLING])
def test_settings_that_a_rule_does_not_use_make_no_other_experiment(schedule: ScheduleSpec) -> None:
    other = replace(schedule, gamma=0.9) if schedule is HALVING else replace(schedule, patience=7)
    one, two = (Experiment(training=TrainingSpec(schedule=each)) for each in (schedule, other))
    assert one != two
    assert one.essence == two.essence
