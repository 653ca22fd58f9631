"""Training: steps worked out by hand, curves determined by the experiment alone, and changes in mid-run."""

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.events import Changed, EpochRecord, Event, Progress
from nnreg_gui.engine.events import Tested as FinalTest
from nnreg_gui.engine.experiment import (
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    ScheduleSpec,
    TrainingSpec,
)
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.problems import DivergedError, ExperimentError
from nnreg_gui.engine.training import RandomStreams, train


def an_experiment(
    n: int = 100,
    hidden: tuple[int, ...] = (6,),
    activation: str = "sigmoid",
    cost: str = "cross_entropy",
    seed: int = 1,
    start: str = "large",
    eta: float = 0.5,
    m: int = 10,
    epochs: int = 3,
    momentum: float = 0.0,
    schedule: ScheduleSpec | None = None,
    **regularization: Any,
) -> Experiment:
    return Experiment(
        data=DataSpec(training_images=n),
        network=NetworkSpec(hidden=hidden, activation=activation, initial_weights=start),
        cost=cost,
        regularization=RegularizationSpec(**regularization),
        training=TrainingSpec(
            learning_rate=eta, batch_size=m, epochs=epochs, momentum=momentum, schedule=schedule or ScheduleSpec()
        ),
        seed=seed,
    )


def records(experiment: Experiment, digits: Digits) -> list[EpochRecord]:
    return [event for event in train(experiment, digits) if isinstance(event, EpochRecord)]


def curve(events: list[Any]) -> list[tuple[Any, ...]]:
    """Return everything in the records except the seconds, to the last bit."""
    return [
        (
            record.epoch,
            record.training_cost,
            record.validation_cost,
            record.penalty,
            record.training_accuracy,
            record.validation_accuracy,
            [array.tobytes() for array in record.parameters.weights + record.parameters.biases],
            [(layer.counts.tolist(), layer.limit, layer.largest, layer.small) for layer in record.layers],
        )
        for record in events
        if isinstance(record, EpochRecord)
    ]


def sigma(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def images_of(pixels: list[list[int]], labels: list[int]) -> Digits:
    """Return digits whose images are single rows of pixels."""
    split = Split(np.array(pixels, np.uint8)[:, None, :], np.array(labels, np.uint8))
    return Digits(split, split, split)


def numbers(parameters: Parameters) -> tuple[list[Any], list[Any]]:
    return [w.tolist() for w in parameters.weights], [b.tolist() for b in parameters.biases]


# ------------------------------------------------------------------------------------------- one step, by hand

TWO_IMAGES = images_of([[255, 51], [0, 153]], [3, 8])
X, LABELS = [[1.0, 0.2], [0.0, 0.6]], [3, 8]  # 51/255 = 0.2, 153/255 = 0.6


@pytest.mark.parametrize("penalty", ["none", "l2", "l1", "elastic_net"])
@pytest.mark.parametrize("biases", [False, True])
@pytest.mark.parametrize("cost", ["cross_entropy", "mean_squared_error"])
def test_one_step_without_hidden_neurons_is_that_of_the_lecture(penalty: str, biases: bool, cost: str) -> None:
    # n = m = 2, η = 0.5, λ = 0.8: ηλ/n = 0.2, η/m = 0.25
    experiment = an_experiment(
        n=2, hidden=(), cost=cost, m=2, epochs=1, penalty=penalty, lambda_=0.8, penalize_biases=biases
    )
    before, after = records(experiment, TWO_IMAGES)
    (w,), (b,) = numbers(before.parameters)
    (new_w,), (new_b,) = numbers(after.parameters)

    def shrunk(number: float, penalized: bool = True) -> float:
        if penalty == "none" or not penalized:
            return number
        if penalty == "elastic_net":  # λ₁ = λ₂ = 0.4
            return 0.9 * number - 0.1 * math.copysign(1, number)
        return 0.8 * number if penalty == "l2" else number - 0.2 * math.copysign(1, number)

    for j in range(10):
        steps = []
        for x, label in zip(X, LABELS, strict=True):
            y = 1.0 if j == label else 0.0
            a = sigma(w[j][0] * x[0] + w[j][1] * x[1] + b[j])
            steps.append(a - y if cost == "cross_entropy" else (a - y) * a * (1 - a))
        # Image 1 is (1, 0.2), image 2 is (0, 0.6).
        assert new_w[j][0] == pytest.approx(shrunk(w[j][0]) - 0.25 * steps[0], abs=1e-6)
        assert new_w[j][1] == pytest.approx(shrunk(w[j][1]) - 0.25 * (0.2 * steps[0] + 0.6 * steps[1]), abs=1e-6)
        assert new_b[j] == pytest.approx(shrunk(b[j], biases) - 0.25 * (steps[0] + steps[1]), abs=1e-6)


@pytest.mark.parametrize("cost", ["cross_entropy", "mean_squared_error"])
def test_one_step_with_a_hidden_neuron_is_that_of_the_lecture(cost: str) -> None:
    # One image x = (1, 0.2) of the digit 3; n = m = 1, η = 0.5, λ = 0.4 with L2: 1 − ηλ/n = 0.8
    digits = images_of([[255, 51]], [3])
    experiment = an_experiment(n=1, hidden=(1,), cost=cost, m=1, epochs=1, penalty="l2", lambda_=0.4)
    before, after = records(experiment, digits)
    (w1, w2), (b1, b2) = numbers(before.parameters)
    (new_w1, new_w2), (new_b1, new_b2) = numbers(after.parameters)

    h = sigma(w1[0][0] * 1.0 + w1[0][1] * 0.2 + b1[0])
    back = 0.0
    for j in range(10):
        y = 1.0 if j == 3 else 0.0
        a = sigma(w2[j][0] * h + b2[j])
        delta = a - y if cost == "cross_entropy" else (a - y) * a * (1 - a)
        back += w2[j][0] * delta
        assert new_w2[j][0] == pytest.approx(0.8 * w2[j][0] - 0.5 * delta * h, abs=1e-6)
        assert new_b2[j] == pytest.approx(b2[j] - 0.5 * delta, abs=1e-6)
    hidden_delta = back * h * (1 - h)
    assert new_w1[0][0] == pytest.approx(0.8 * w1[0][0] - 0.5 * hidden_delta * 1.0, abs=1e-6)
    assert new_w1[0][1] == pytest.approx(0.8 * w1[0][1] - 0.5 * hidden_delta * 0.2, abs=1e-6)
    assert new_b1[0] == pytest.approx(b1[0] - 0.5 * hidden_delta, abs=1e-6)


def test_the_recorded_costs_are_those_of_the_formulas() -> None:
    for cost in ("cross_entropy", "mean_squared_error"):
        for record in records(an_experiment(n=2, hidden=(), cost=cost, m=2, epochs=2), TWO_IMAGES):
            (w,), (b,) = numbers(record.parameters)
            total = 0.0
            for x, label in zip(X, LABELS, strict=True):
                for j in range(10):
                    a = sigma(w[j][0] * x[0] + w[j][1] * x[1] + b[j])
                    y = 1.0 if j == label else 0.0
                    entropy = -(y * math.log(a) + (1 - y) * math.log(1 - a))
                    total += entropy if cost == "cross_entropy" else (y - a) ** 2 / 2
            assert record.training_cost == pytest.approx(total / 2, rel=1e-5)
            assert record.validation_cost == record.training_cost


# --------------------------------------------------------------------------- epochs, against a slow reference

FORMULAS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0) * 1.0),
}


def slow_training(experiment: Experiment, digits: Digits, start: Parameters) -> list[np.ndarray]:
    """Train by the lecture's algorithm, image by image in float64; only the random streams are the engine's."""
    ws, bs = ([array.astype(np.float64) for array in arrays] for arrays in (start.weights, start.biases))
    streams, regularization = RandomStreams.of(experiment.seed), experiment.regularization
    n, m, eta = experiment.data.training_images, experiment.training.batch_size, experiment.training.learning_rate
    value, slope = FORMULAS[experiment.network.activation]
    p, mu, schedule = regularization.dropout, experiment.training.momentum, experiment.training.schedule
    velocities = [np.zeros_like(array) for array in [*ws, *bs]]
    for epoch in range(experiment.training.epochs):
        if schedule.rule == "exponential":
            eta = experiment.training.learning_rate * schedule.gamma**epoch
        order = streams.batches.permutation(n)
        for begin in range(0, n, m):
            batch = order[begin : begin + m]
            masks = [np.ones((len(batch), neurons)) for neurons in experiment.network.hidden]
            if p:
                masks = [(streams.dropout.random(mask.shape, np.float32) >= p) / (1 - p) for mask in masks]
            w_steps, b_steps = [np.zeros_like(w) for w in ws], [np.zeros_like(b) for b in bs]
            for image, row in enumerate(batch):
                a, zs = [digits.training.images[row].ravel() / 255], []
                for layer, (w, b) in enumerate(zip(ws, bs, strict=True)):
                    zs.append(w @ a[-1] + b)
                    last = layer == len(ws) - 1
                    if not last:
                        a.append(value(zs[-1]) * masks[layer][image])
                    elif experiment.cost == "log_likelihood":
                        a.append(np.exp(zs[-1]) / np.exp(zs[-1]).sum())
                    else:
                        a.append(1 / (1 + np.exp(-zs[-1])))
                delta = a[-1] - np.eye(10)[digits.training.labels[row]]
                if experiment.cost == "mean_squared_error":
                    delta = delta * a[-1] * (1 - a[-1])
                for layer in range(len(ws) - 1, -1, -1):
                    w_steps[layer] += np.outer(delta, a[layer])
                    b_steps[layer] += delta
                    if layer:
                        delta = (ws[layer].T @ delta) * masks[layer - 1][image] * slope(zs[layer - 1])
            for arrays, steps, moving, penalized in (
                (ws, w_steps, velocities[: len(ws)], True),
                (bs, b_steps, velocities[len(ws) :], regularization.penalize_biases),
            ):
                for array, step, velocity in zip(arrays, steps, moving, strict=True):
                    shrinking = eta * regularization.lambda_ / n
                    if penalized and regularization.penalty == "l2":
                        array *= 1 - shrinking
                    if penalized and regularization.penalty == "l1":
                        array -= shrinking * np.sign(array)
                    velocity *= mu
                    velocity -= eta / len(batch) * step
                    array += velocity
    return [*ws, *bs]


@pytest.mark.parametrize(
    ("activation", "cost", "hidden", "penalty", "biases", "dropout"),
    [
        *product(["sigmoid"], ["cross_entropy"], [(5,)], ["none", "l2", "l1"], [False, True], [0.0, 0.3]),
        *product(
            ["sigmoid", "tanh", "relu"], ["cross_entropy", "mean_squared_error"], [(), (6, 5), (6, 5, 4)],
            ["l2"], [False], [0.3],
        ),
    ],
)  # fmt: skip
def test_two_epochs_are_those_of_the_lectures_algorithm(
    few_digits: Digits, activation: str, cost: str, hidden: tuple[int, ...], penalty: str, biases: bool, dropout: float
) -> None:
    # 25 images in mini-batches of 10: the last one has 5.
    experiment = an_experiment(
        n=25, hidden=hidden, activation=activation, cost=cost, start="scaled", eta=0.3, epochs=2,
        penalty=penalty, lambda_=1.5, penalize_biases=biases, dropout=dropout,
    )  # fmt: skip
    first, *_, last = records(experiment, few_digits)
    expected = slow_training(experiment, few_digits, first.parameters)
    for array, slow in zip(last.parameters.weights + last.parameters.biases, expected, strict=True):
        assert array == pytest.approx(slow, rel=1e-4, abs=2e-5)


@pytest.mark.parametrize(("n", "m"), [(117, 10), (100, 10), (117, 60), (7, 7)])
def test_however_many_mini_batches_are_gathered_at_once_each_takes_its_step(few_digits: Digits, n: int, m: int) -> None:
    experiment = an_experiment(n=n, m=m, hidden=(5,), start="scaled", eta=0.3, epochs=2, dropout=0.3)
    first, *_, last = records(experiment, few_digits)
    expected = slow_training(experiment, few_digits, first.parameters)
    for array, slow in zip(last.parameters.weights + last.parameters.biases, expected, strict=True):
        assert array == pytest.approx(slow, rel=1e-4, abs=2e-5)


@pytest.mark.parametrize(
    ("cost", "momentum", "schedule", "penalty"),
    [
        ("cross_entropy", 0.9, ScheduleSpec(), "l2"),
        ("log_likelihood", 0.0, ScheduleSpec(), "none"),
        ("log_likelihood", 0.5, ScheduleSpec(rule="exponential", gamma=0.6), "l1"),
        ("mean_squared_error", 0.0, ScheduleSpec(rule="exponential", gamma=0.6), "l2"),
    ],
)
def test_three_epochs_with_softmax_momentum_and_a_falling_rate_are_those_of_their_formulas(
    few_digits: Digits, cost: str, momentum: float, schedule: ScheduleSpec, penalty: str
) -> None:
    experiment = an_experiment(
        n=25, hidden=(6, 5), cost=cost, start="scaled", eta=0.2, epochs=3, momentum=momentum, schedule=schedule,
        penalty=penalty, lambda_=1.5, dropout=0.2,
    )  # fmt: skip
    first, *_, last = records(experiment, few_digits)
    expected = slow_training(experiment, few_digits, first.parameters)
    for array, slow in zip(last.parameters.weights + last.parameters.biases, expected, strict=True):
        assert array == pytest.approx(slow, rel=1e-4, abs=2e-5)


def test_velocity_is_forgotten_while_there_is_no_momentum(few_digits: Digits) -> None:
    off = an_experiment(epochs=3)
    on = replace(off, training=replace(off.training, momentum=0.9))
    run, kept = train(off, few_digits), []
    for event in run:
        while isinstance(event, EpochRecord):
            kept.append(event)
            wished = {1: on, 2: off}.get(event.epoch)
            event = run.send(wished) if wished else None
    two_epochs = records(an_experiment(epochs=3), few_digits)
    assert np.array_equal(kept[1].parameters.weights[0], two_epochs[1].parameters.weights[0])
    assert not np.array_equal(kept[2].parameters.weights[0], two_epochs[2].parameters.weights[0])


# ------------------------------------------------------------------------------------------------ events and records


def test_the_untrained_network_comes_first_and_the_test_last(few_digits: Digits) -> None:
    events = list(train(an_experiment(n=2_000, epochs=2), few_digits))
    assert [type(event) for event in events] == [
        EpochRecord, Progress, EpochRecord, Progress, EpochRecord, FinalTest,
    ]  # fmt: skip
    assert [event.epoch for event in events if isinstance(event, EpochRecord)] == [0, 1, 2]
    told = [(event.epoch, event.images) for event in events if isinstance(event, Progress)]
    assert told == [(1, 1_000), (2, 1_000)]  # at the end of an epoch, its record says more


def test_the_test_accuracy_is_that_of_the_last_network(few_digits: Digits) -> None:
    *_, last, tested = train(an_experiment(), few_digits)
    assert isinstance(last, EpochRecord)
    assert isinstance(tested, FinalTest)
    a = few_digits.test.inputs
    for w, b in zip(last.parameters.weights, last.parameters.biases, strict=True):
        a = 1 / (1 + np.exp(-(a @ w.T + b)))
    assert tested.accuracy == np.mean(a.argmax(1) == few_digits.test.labels)


def test_untrained_seconds_are_none_and_an_epochs_seconds_go_on_from_its_progress(few_digits: Digits) -> None:
    events = list(train(an_experiment(n=2_000, epochs=1), few_digits))
    assert next(event.seconds for event in events if isinstance(event, EpochRecord)) == 0
    progress, record = events[1], events[2]
    assert isinstance(progress, Progress)
    assert isinstance(record, EpochRecord)
    assert record.seconds > progress.seconds > 0


def test_a_record_is_never_modified_afterwards(few_digits: Digits) -> None:
    seen, copies = [], []
    for event in train(an_experiment(penalty="l1", lambda_=0.5), few_digits):
        if isinstance(event, EpochRecord):
            seen.append(event)
            copies.append(curve([event]))
    assert [curve([record]) for record in seen] == copies
    assert len({record.training_cost for record in seen}) == len(seen)


def test_only_the_first_n_images_are_used(few_digits: Digits) -> None:
    first = Digits(few_digits.training[:60], few_digits.validation, few_digits.test)
    assert curve(records(an_experiment(n=60), first)) == curve(records(an_experiment(n=60), few_digits))


def test_more_images_than_there_are_is_refused(few_digits: Digits) -> None:
    with pytest.raises(ExperimentError, match=r"2,001.*2,000"):
        next(train(an_experiment(n=2_001), few_digits))


def test_a_run_that_is_left_can_be_left(few_digits: Digits) -> None:
    run = train(an_experiment(), few_digits)
    next(run)
    next(run)
    run.close()
    assert list(run) == []


def test_numpys_warnings_are_as_they_were_between_two_events(few_digits: Digits) -> None:
    before = np.geterr()
    assert all(np.geterr() == before for _ in train(an_experiment(epochs=1), few_digits))


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("penalty", ["none", "l2", "l1", "elastic_net"])
@pytest.mark.parametrize("dropout", [0.0, 0.5])
def test_a_run_stays_in_float32(few_digits: Digits, activation: str, penalty: str, dropout: float) -> None:
    experiment = an_experiment(
        n=30, hidden=(5, 4), activation=activation, start="scaled", eta=0.1, epochs=1,
        penalty=penalty, lambda_=0.5, penalize_biases=True, dropout=dropout,
    )  # fmt: skip
    for record in records(experiment, few_digits):
        arrays = record.parameters.weights + record.parameters.biases
        assert {array.dtype for array in arrays} == {np.dtype(np.float32)}


# ------------------------------------------------------------------------------------------------------ reproducible

EVERYTHING: dict[str, Any] = {
    "hidden": (6, 5),
    "penalty": "l1",
    "lambda_": 0.3,
    "penalize_biases": True,
    "dropout": 0.3,
}


def test_equal_experiments_give_equal_curves_bit_for_bit(few_digits: Digits) -> None:
    experiment = an_experiment(**EVERYTHING)
    assert curve(records(experiment, few_digits)) == curve(records(experiment, few_digits))


def test_a_paused_run_goes_on_as_if_nothing_had_happened(few_digits: Digits) -> None:
    experiment = an_experiment(**EVERYTHING)
    events = []
    for event in train(experiment, few_digits):
        events.append(event)
        # During the pause, others train and draw random numbers.
        next(iter(records(an_experiment(n=20, epochs=1, dropout=0.5, seed=len(events)), few_digits)))
        np.random.default_rng(experiment.seed).random(1_000)
    assert curve(events) == curve(records(experiment, few_digits))


def test_another_seed_gives_another_run(few_digits: Digits) -> None:
    first, second = (records(an_experiment(seed=seed), few_digits) for seed in (1, 2))
    assert curve(first[:1]) != curve(second[:1])
    assert first[-1].validation_cost != second[-1].validation_cost


METHODS: list[dict[str, Any]] = [
    {"penalty": "l2", "lambda_": 1.0},
    {"penalty": "l1", "lambda_": 1.0, "penalize_biases": True},
    {"dropout": 0.5},
]


@pytest.mark.parametrize("method", METHODS, ids=str)
def test_a_method_does_not_change_the_weights_at_the_start(few_digits: Digits, method: dict[str, Any]) -> None:
    plain, other = (records(an_experiment(epochs=1, **options), few_digits) for options in ({}, method))
    assert numbers(plain[0].parameters) == numbers(other[0].parameters)
    assert numbers(plain[1].parameters) != numbers(other[1].parameters)


def test_dropout_does_not_change_the_order_of_the_images(few_digits: Digits) -> None:
    # So rare that no neuron is ever off and 1/(1−p) is 1: all that remains is the drawing of random numbers.
    rare = an_experiment(dropout=1e-12, epochs=4)
    assert curve(records(rare, few_digits)) == curve(records(an_experiment(epochs=4), few_digits))


@pytest.mark.parametrize("penalty", ["l2", "l1", "elastic_net"])
def test_lambda_0_is_off_bit_for_bit(few_digits: Digits, penalty: str) -> None:
    zero = an_experiment(penalty=penalty, lambda_=0.0, penalize_biases=True)
    assert curve(records(zero, few_digits)) == curve(records(an_experiment(), few_digits))


@pytest.mark.parametrize(("l1_ratio", "penalty"), [(0.0, "l2"), (1.0, "l1")])
@pytest.mark.parametrize("biases", [False, True])
def test_at_its_ends_an_elastic_net_is_l2_or_l1_bit_for_bit(
    few_digits: Digits, l1_ratio: float, penalty: str, biases: bool
) -> None:
    options: dict[str, Any] = {"lambda_": 0.7, "penalize_biases": biases}
    net = an_experiment(epochs=3, penalty="elastic_net", l1_ratio=l1_ratio, **options)

    assert curve(list(train(net, few_digits))) == curve(
        list(train(an_experiment(epochs=3, penalty=penalty, **options), few_digits))
    )


def test_the_share_of_l1_may_change_while_a_run_goes_on(few_digits: Digits) -> None:
    before, after = (an_experiment(epochs=3, penalty="elastic_net", lambda_=1.0, l1_ratio=one) for one in (0.1, 0.9))
    assert before.may_become(after)
    changed = changed_run(before, few_digits, {(EpochRecord, 1): after})

    assert the_change(changed).after == after
    untouched = list(train(before, few_digits))
    assert curve(changed)[:2] == curve(untouched)[:2]
    assert curve(changed)[-1] != curve(untouched)[-1]


def test_an_unused_lambda_does_nothing(few_digits: Digits) -> None:
    unused = an_experiment(penalty="none", lambda_=7.0, penalize_biases=True)
    assert curve(records(unused, few_digits)) == curve(records(an_experiment(), few_digits))


# -------------------------------------------------------------------------------------------------------- penalties


@pytest.mark.parametrize(("penalty", "biases"), [*product(["l2", "l1"], [False, True])], ids=str)
def test_the_recorded_penalty_is_divided_by_the_size_of_the_training_set(
    few_digits: Digits, penalty: str, biases: bool
) -> None:
    # n = 100 of 2,000 images, m = 10, 300 validation and 200 test images: only n = 100 counts.
    experiment = an_experiment(n=100, epochs=2, penalty=penalty, lambda_=0.7, penalize_biases=biases)
    for record in records(experiment, few_digits):
        arrays = record.parameters.weights + (record.parameters.biases if biases else ())
        every = np.concatenate([array.ravel() for array in arrays]).astype(np.float64)
        expected = 0.7 / 200 * (every**2).sum() if penalty == "l2" else 0.7 / 100 * np.abs(every).sum()
        assert record.penalty == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(
    ("penalty", "lambdas"),
    [
        ("l2", [0.0, 0.3, 1.0, 3.0, 10.0, 30.0]),
        ("l1", [0.0, 0.03, 0.1, 0.3, 1.0, 3.0]),
        ("elastic_net", [0.0, 0.03, 0.1, 0.3, 1.0, 3.0]),
    ],
)
def test_a_larger_lambda_makes_smaller_weights(few_digits: Digits, penalty: str, lambdas: list[float]) -> None:
    sizes = []
    for lambda_ in lambdas:
        last = records(an_experiment(n=200, epochs=10, penalty=penalty, lambda_=lambda_), few_digits)[-1]
        sizes.append([float(np.abs(w).sum()) for w in last.parameters.weights])
    first_layer, both = [size[0] for size in sizes], [sum(size) for size in sizes]
    assert all(after < 0.99 * before for before, after in pairwise(first_layer))
    assert all(after < 0.99 * before for before, after in pairwise(both))


def test_weights_that_no_image_reaches_shrink_by_a_share_under_l2_and_by_an_amount_under_l1(few_digits: Digits) -> None:
    # The left column of pixels is always empty: only the penalty moves its weights. 10 steps with ηλ/n = 0.01.
    column = slice(None, None, 28)
    assert not few_digits.training.images[:100, :, 0].any()
    old, l2 = (
        r.parameters.weights[0][:, column]
        for r in records(an_experiment(epochs=1, penalty="l2", lambda_=2.0), few_digits)
    )
    _, l1 = (
        r.parameters.weights[0][:, column]
        for r in records(an_experiment(epochs=1, penalty="l1", lambda_=2.0), few_digits)
    )
    assert l2 == pytest.approx(0.99**10 * old, rel=1e-5)
    clear = np.abs(old) > 0.1  # closer to zero, a weight steps across it
    assert l1[clear] == pytest.approx((old - 0.1 * np.sign(old))[clear], abs=1e-5)
    lost_l2, lost_l1 = np.abs(old) - np.abs(l2), np.abs(old) - np.abs(l1)
    large, small = np.abs(old) > 2, clear & (np.abs(old) < 0.5)
    assert lost_l2[large].min() > lost_l1[large].max()
    assert lost_l2[small].max() < lost_l1[small].min()


def weight_that_l1_takes_to_zero(second_pixel: int) -> tuple[list[EpochRecord], Digits, int]:
    """Run two steps of one image: the first takes one weight to exactly zero, since its pixel is dark.

    Returns the records, the digits with the second image's pixel as given, and the neuron of the weight.
    """
    order = RandomStreams.of(1).batches.permutation(2)
    pixels = [[0, 255], [0, 255]]
    pixels[order[1]][0] = second_pixel
    digits = images_of(pixels, [3, 3])
    start = records(an_experiment(n=2, hidden=(), m=1, eta=1.0, epochs=1), digits)[0]
    w = start.parameters.weights[0][:, 0]
    neuron = int(np.where(w > 0, w, np.inf).argmin())
    assert 0 < w[neuron] < 1
    # ηλ/n = λ/2 is the weight itself.
    experiment = an_experiment(n=2, hidden=(), m=1, eta=1.0, epochs=1, penalty="l1", lambda_=2 * float(w[neuron]))
    return records(experiment, digits), digits, neuron


def test_an_l1_weight_of_exactly_zero_stays_there_while_no_gradient_moves_it() -> None:
    (before, after), _, neuron = weight_that_l1_takes_to_zero(second_pixel=0)
    assert before.parameters.weights[0][neuron, 0] != 0
    assert after.parameters.weights[0][neuron, 0] == 0


def test_an_l1_weight_of_exactly_zero_leaves_it_by_its_gradient_alone() -> None:
    (before, after), _, neuron = weight_that_l1_takes_to_zero(second_pixel=255)
    w, b = before.parameters.weights[0][neuron].tolist(), before.parameters.biases[0][neuron].item()
    y = 1.0 if neuron == 3 else 0.0
    # First step, x = (0, 1).
    delta = sigma(w[1] + b) - y
    second_weight, b = w[1] - math.copysign(w[0], w[1]) - delta, b - delta
    # Second step, x = (1, 1), with a first weight of zero: w → 0 − ηλ/n sgn(0) − η δ x = −δ.
    delta = sigma(second_weight + b) - y
    assert after.parameters.weights[0][neuron, 0] == pytest.approx(-delta, rel=1e-4)
    assert delta != pytest.approx(0, abs=1e-3)


# ----------------------------------------------------------------------------------------------- changes in mid-run


def changed_run(experiment: Experiment, digits: Digits, changes: dict[tuple[type, int], Experiment]) -> list[Event]:
    """Run an experiment, sending changed ones after the events of a kind and number."""
    run, seen = train(experiment, digits), {EpochRecord: 0, Progress: 0}
    events: list[Event] = []
    wish: Experiment | None = None
    while True:
        try:
            event = next(run) if wish is None else run.send(wish)
        except StopIteration:
            return events
        events.append(event)
        wish = None
        if type(event) in seen:
            wish = changes.get((type(event), seen[type(event)]))
            seen[type(event)] += 1


def the_change(events: list[Event]) -> Changed:
    (change,) = (event for event in events if isinstance(event, Changed))
    return change


MID_RUN: list[dict[str, Any]] = [
    {"penalty": "l2", "lambda_": 5.0},
    {"penalty": "l1", "lambda_": 1.0},
    {"penalty": "l2", "lambda_": 0.1, "penalize_biases": True},
    {"penalty": "elastic_net", "lambda_": 1.0, "l1_ratio": 0.2},
    {"dropout": 0.5},
    {"eta": 0.1},
]


@pytest.mark.parametrize("options", MID_RUN, ids=str)
def test_a_change_after_an_epoch_leaves_what_was_and_changes_what_comes(
    few_digits: Digits, options: dict[str, Any]
) -> None:
    before, after = (an_experiment(epochs=5, **{"penalty": "l2", "lambda_": 0.1, **more}) for more in ({}, options))
    # Record number 2 is that of epoch 2.
    events = changed_run(before, few_digits, {(EpochRecord, 2): after})
    assert the_change(events) == Changed(2.0, before, after)
    unchanged = curve(records(before, few_digits))
    assert curve(events)[:3] == unchanged[:3]
    assert all(one != other for one, other in zip(curve(events)[3:], unchanged[3:], strict=True))
    assert len(curve(events)) == 6


@pytest.mark.parametrize("options", MID_RUN, ids=str)
def test_a_change_at_the_start_is_the_run_of_the_changed_experiment(
    few_digits: Digits, options: dict[str, Any]
) -> None:
    after = an_experiment(**options)
    events = changed_run(an_experiment(), few_digits, {(EpochRecord, 0): after})
    assert the_change(events).epoch == 0
    assert curve(events)[1:] == curve(records(after, few_digits))[1:]


def test_a_change_takes_effect_with_the_next_mini_batch(few_digits: Digits) -> None:
    before, after = (an_experiment(n=2_000, epochs=2, eta=eta) for eta in (0.5, 0.05))
    events = changed_run(before, few_digits, {(Progress, 0): after})
    assert the_change(events) == Changed(0.5, before, after)
    both = [curve(records(experiment, few_digits))[1] for experiment in (before, after)]
    assert curve(events)[1] not in both


def test_a_change_in_the_middle_of_a_later_epoch_says_where(few_digits: Digits) -> None:
    before, after = (an_experiment(n=2_000, epochs=3, eta=eta) for eta in (0.5, 0.05))
    assert the_change(changed_run(before, few_digits, {(Progress, 2): after})).epoch == 2.5
    assert the_change(changed_run(before, few_digits, {(EpochRecord, 2): after})).epoch == 2.0


def test_the_record_of_an_epoch_knows_nothing_of_a_change_at_its_end(few_digits: Digits) -> None:
    before, after = (an_experiment(epochs=2, penalty="l2", lambda_=lambda_) for lambda_ in (0.1, 1.0))
    events = changed_run(before, few_digits, {(EpochRecord, 1): after})
    assert curve(events)[:2] == curve(records(before, few_digits))[:2]


def test_a_change_to_the_same_experiment_has_no_effect(few_digits: Digits) -> None:
    experiment = an_experiment(n=2_000, **EVERYTHING)
    events = changed_run(experiment, few_digits, {(EpochRecord, 1): experiment, (Progress, 1): experiment})
    assert sum(isinstance(event, Changed) for event in events) == 2
    assert curve(events) == curve(records(experiment, few_digits))


def test_a_change_that_is_taken_back_before_the_next_mini_batch_has_no_effect(few_digits: Digits) -> None:
    experiment, other = an_experiment(), an_experiment(penalty="l1", lambda_=9.0, dropout=0.5)
    run = train(experiment, few_digits)
    events: list[Event] = [next(run)]
    assert run.send(other) == Changed(0.0, experiment, other)
    assert run.send(experiment) == Changed(0.0, other, experiment)
    assert curve(events + list(run)) == curve(records(experiment, few_digits))


def test_the_penalty_after_the_last_epoch_may_still_change(few_digits: Digits) -> None:
    before, after = an_experiment(epochs=1), an_experiment(epochs=1, penalty="l2", lambda_=1.0)
    events = changed_run(before, few_digits, {(EpochRecord, 1): after})
    assert [type(event) for event in events[-2:]] == [Changed, FinalTest]


@pytest.mark.parametrize(
    "options",
    [
        {"n": 99}, {"hidden": (7,)}, {"activation": "tanh"}, {"start": "scaled"}, {"cost": "mean_squared_error"},
        {"seed": 2}, {"m": 20}, {"epochs": 4},
    ],
    ids=str,
)  # fmt: skip
def test_a_change_that_needs_a_new_run_is_refused(few_digits: Digits, options: dict[str, Any]) -> None:
    for events in (1, 2):
        run = train(an_experiment(), few_digits)
        for _ in range(events):
            next(run)
        with pytest.raises(ExperimentError):
            run.send(an_experiment(**options))


# -------------------------------------------------------------------------------------------------- numbers too large


@pytest.mark.parametrize("penalty", ["none", "l2"])
def test_a_run_that_diverges_says_so_with_its_numbers(few_digits: Digits, penalty: str) -> None:
    experiment = an_experiment(hidden=(20, 20, 20), activation="relu", eta=1_000.0, penalty=penalty, lambda_=0.05)
    run = train(experiment, few_digits)
    assert isinstance(next(run), EpochRecord)
    with pytest.raises(DivergedError) as caught:
        list(run)
    sentence = str(caught.value)
    for number in ("epoch 1", "η = 1000", "λ = 0.05", "n = 100"):
        assert number in sentence
    assert len(sentence.splitlines()) == 1


def test_a_penalty_beyond_all_bounds_is_a_run_that_diverged(few_digits: Digits) -> None:
    experiment = replace(an_experiment(eta=1e-200), regularization=RegularizationSpec(penalty="l2", lambda_=1e190))
    with pytest.raises(DivergedError):
        list(train(experiment, few_digits))


def test_costs_stay_finite_where_every_output_rounds_to_0_or_1(few_digits: Digits) -> None:
    for record in records(an_experiment(eta=1_000.0, hidden=()), few_digits)[1:]:
        z = few_digits.validation.inputs @ record.parameters.weights[0].T + record.parameters.biases[0]
        assert np.mean(np.abs(z) > 100) > 0.9  # σ(z) is 0 or 1 in float32
        y = few_digits.validation.targets.astype(np.float64)
        expected = (np.logaddexp(0, z.astype(np.float64)) - y * z).sum() / 300
        assert record.validation_cost == pytest.approx(expected, rel=1e-5)
        assert math.isfinite(record.training_cost)
