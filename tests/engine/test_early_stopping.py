"""Runs that a stopping rule ends or marks."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Changed, EpochRecord, Event, Progress, Stopped
from nnreg_gui.engine.events import Tested as FinalTest
from nnreg_gui.engine.experiment import (
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    StoppingSpec,
    TrainingSpec,
)
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.stopping import best_epoch, stop_epoch
from nnreg_gui.engine.training import test_accuracy as accuracy_on_the_test_images
from nnreg_gui.engine.training import train

NO_GAIN = StoppingSpec(rule="no_improvement", parameter=2)
HIGHER_COST = StoppingSpec(rule="gl", parameter=1)


OFF = StoppingSpec()


def an_experiment(stopping: StoppingSpec = OFF, epochs: int = 40) -> Experiment:
    return Experiment(
        data=DataSpec(training_images=200),
        network=NetworkSpec(hidden=(6,)),
        training=TrainingSpec(epochs=epochs, stopping=stopping),
    )


def stopping_as(experiment: Experiment, stopping: StoppingSpec) -> Experiment:
    return replace(experiment, training=replace(experiment.training, stopping=stopping))


@pytest.fixture(scope="module")
def digits(digits: Digits) -> Digits:
    """Few digits, since each epoch of each run is measured on all of them."""
    return Digits(digits.training[:200], digits.validation[:1_000], digits.test[:1_000])


@pytest.fixture(scope="module")
def events(digits: Digits) -> list[Event]:
    """The events of the run without a rule."""
    return list(train(an_experiment(), digits))


def rows(events: list[Event]) -> list[tuple[float, ...]]:
    return [
        (event.training_cost, event.validation_cost, event.training_accuracy, event.validation_accuracy)
        for event in events
        if isinstance(event, EpochRecord)
    ]


def the_stop(events: list[Event]) -> Stopped:
    (stopped,) = [event for event in events if isinstance(event, Stopped)]
    return stopped


@pytest.mark.parametrize("rule", [NO_GAIN, HIGHER_COST])
def test_a_rule_ends_the_run_where_it_fires_and_the_best_epochs_network_is_tested(
    digits: Digits, events: list[Event], rule: StoppingSpec
) -> None:
    table = np.array(rows(events))
    epoch = stop_epoch(rule, table[:, 0], table[:, 1], table[:, 3])
    assert epoch is not None
    assert epoch < 40
    stopping = list(train(an_experiment(rule), digits))
    *_, newest, stopped, tested = stopping

    assert rows(stopping) == rows(events)[: epoch + 1]  # bit for bit
    assert isinstance(newest, EpochRecord)
    assert isinstance(stopped, Stopped)
    assert isinstance(tested, FinalTest)
    assert (newest.epoch, stopped.epoch, stopped.restored) == (epoch, epoch, True)
    assert stopped.best.epoch == best_epoch(rule, table[:, 1], table[:, 3], until=epoch) < epoch
    assert tested.accuracy == accuracy_on_the_test_images(stopped.best.parameters, an_experiment(), digits)
    history = RunHistory.of(an_experiment(rule), stopping)
    assert history.finished
    assert history.in_use is stopped.best


def test_a_mark_is_said_once_and_the_run_goes_on_as_without(digits: Digits, events: list[Event]) -> None:
    marked = list(train(an_experiment(replace(NO_GAIN, action="mark")), digits))
    stopped = the_stop(marked)

    assert not stopped.restored
    assert rows(marked) == rows(events)
    assert marked[-1] == events[-1]  # the newest network is tested


def test_a_rule_that_never_fires_leaves_the_run_alone(digits: Digits, events: list[Event]) -> None:
    quiet = list(train(an_experiment(StoppingSpec(rule="no_improvement", parameter=1_000)), digits))

    assert [type(event) for event in quiet] == [type(event) for event in events]
    assert rows(quiet) == rows(events)
    assert quiet[-1] == events[-1]


def test_the_rule_may_be_chosen_and_taken_back_in_mid_run(digits: Digits, events: list[Event]) -> None:
    run = train(an_experiment(NO_GAIN), digits)
    epoch = the_stop(list(train(an_experiment(NO_GAIN), digits))).epoch
    told: list[Event] = []
    for event in run:
        told.append(event)
        if isinstance(event, EpochRecord) and event.epoch == epoch:  # before the rule is applied to this epoch
            answer = run.send(stopping_as(an_experiment(), OFF))
            assert isinstance(answer, Changed)
        if isinstance(event, EpochRecord) and event.epoch == 35:
            run.send(stopping_as(an_experiment(), HIGHER_COST))
    stopped = the_stop(told)

    assert stopped.epoch == 35  # the cost had long been higher
    assert stopped.best.epoch == int(np.argmin([row[1] for row in rows(events)][:36]))
    assert rows(told) == rows(events)[:36]


def test_after_a_mark_the_run_may_be_changed(digits: Digits) -> None:
    experiment = an_experiment(replace(HIGHER_COST, action="mark"), epochs=30)
    run = train(experiment, digits)
    changed = replace(experiment, regularization=RegularizationSpec(penalty="l2", lambda_=1.0))
    for event in run:
        if isinstance(event, Stopped):
            answer = run.send(changed)
            assert isinstance(answer, Changed)
            assert answer.epoch == event.epoch
            assert answer.after == changed
    with pytest.raises(StopIteration):
        next(run)


def test_nothing_but_the_test_comes_after_the_stop(digits: Digits) -> None:
    told = list(train(an_experiment(HIGHER_COST), digits))

    assert [type(event) for event in told[-2:]] == [Stopped, FinalTest]
    assert not any(isinstance(event, Progress) for event in told[-3:])
