"""Experiments in words."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from nnreg_gui.engine.experiment import (
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    ScheduleSpec,
    StoppingSpec,
    TrainingSpec,
)
from nnreg_gui.panels.experiment_text import (
    architecture_text,
    brief_names,
    change_text,
    regularization_text,
    run_names,
    whole_experiment_text,
)

OFF = Experiment()
NBSP = "\N{NO-BREAK SPACE}"


def _regularized(**options: Any) -> Experiment:
    return replace(OFF, regularization=RegularizationSpec(**options))


@pytest.fixture(autouse=True)
def in_english(qapp: QApplication) -> None:
    """Provide the application that texts need; tests that need Czech ask for it."""


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({}, "no regularization"),
        ({"lambda_": 3.0}, "no regularization"),
        ({"penalty": "l2", "lambda_": 0.1}, "L2 λ 0.1"),
        ({"penalty": "l1", "lambda_": 5.0, "penalize_biases": True}, "L1 λ 5, biases too"),
        ({"dropout": 0.5}, "dropout 0.5"),
        ({"penalty": "l2", "lambda_": 0.1, "dropout": 0.25}, "L2 λ 0.1, dropout 0.25"),
    ],
)
def test_a_regularization_is_said_in_a_few_words(options: dict[str, Any], text: str) -> None:
    assert regularization_text(RegularizationSpec(**options)) == text


@pytest.mark.parametrize(
    ("hidden", "text"), [((), "784-10"), ((30,), "784-30-10"), ((100, 50, 20), "784-100-50-20-10")]
)
def test_a_network_is_written_as_on_the_slides(hidden: tuple[int, ...], text: str) -> None:
    assert architecture_text(replace(OFF, network=NetworkSpec(hidden=hidden))) == text


def test_a_run_is_called_by_its_regularization_alone_where_all_else_is_equal() -> None:
    assert run_names([OFF]) == ["No regularization"]
    assert run_names([OFF, _regularized(penalty="l2", lambda_=0.1)]) == ["No regularization", "L2 λ 0.1"]
    assert run_names([]) == []


@pytest.mark.parametrize(
    ("other", "names"),
    [
        (
            replace(OFF, data=DataSpec(training_images=50_000)),
            ["No regularization, 1,000 images", "No regularization, 50,000 images"],
        ),
        (
            replace(OFF, network=NetworkSpec(hidden=(100,))),
            ["No regularization, 784-30-10", "No regularization, 784-100-10"],
        ),
        (
            replace(OFF, network=NetworkSpec(activation="relu")),
            ["No regularization, sigmoid", "No regularization, ReLU"],
        ),
        (
            replace(OFF, network=NetworkSpec(initial_weights="scaled")),
            ["No regularization, large weights", "No regularization, scaled weights"],
        ),
        (
            replace(OFF, cost="mean_squared_error"),
            ["No regularization, cross-entropy", "No regularization, mean squared error"],
        ),
        (
            replace(OFF, training=TrainingSpec(learning_rate=0.1)),
            ["No regularization, η 0.5", "No regularization, η 0.1"],
        ),
        (
            replace(OFF, training=TrainingSpec(momentum=0.9)),
            ["No regularization, η 0.5", "No regularization, η 0.5, μ 0.9"],
        ),
        (
            replace(OFF, training=TrainingSpec(schedule=ScheduleSpec(rule="exponential", gamma=0.97))),
            ["No regularization, η 0.5", "No regularization, η 0.5 × 0.97 per epoch"],
        ),
        (
            replace(OFF, training=TrainingSpec(schedule=ScheduleSpec(rule="halving", patience=7))),
            ["No regularization, η 0.5", "No regularization, η 0.5 halved after 7 epochs without improvement"],
        ),
        (
            replace(OFF, cost="log_likelihood"),
            ["No regularization, cross-entropy", "No regularization, softmax, log-likelihood"],
        ),
        (replace(OFF, training=TrainingSpec(batch_size=20)), ["No regularization, m 10", "No regularization, m 20"]),
        (
            replace(OFF, training=TrainingSpec(epochs=30)),
            ["No regularization, 400 epochs", "No regularization, 30 epochs"],
        ),
        (
            replace(OFF, training=TrainingSpec(stopping=StoppingSpec(rule="gl", parameter=5))),
            ["No regularization, no early stopping", "No regularization, stop: GL 5"],
        ),
        (replace(OFF, seed=2), ["No regularization, seed 1", "No regularization, seed 2"]),
    ],
)
def test_whatever_differs_is_in_the_names(other: Experiment, names: list[str]) -> None:
    assert run_names([OFF, other]) == names


def test_wrong_labels_are_said_where_there_are_any() -> None:
    lying = replace(OFF, data=DataSpec(wrong_labels=0.125))

    assert run_names([OFF, lying]) == ["No regularization", f"No regularization, 12.5{NBSP}% wrong labels"]
    assert brief_names([OFF, lying]) == ["No regularization", f"12.5{NBSP}% wrong labels"]
    assert f", 1,000 images, 12.5{NBSP}% wrong labels, 784-30-10" in whole_experiment_text(lying)


def test_only_what_differs_is_in_the_names_and_all_runs_say_it() -> None:
    runs = [OFF, replace(OFF, seed=2), replace(_regularized(penalty="l2", lambda_=1.0), seed=2)]

    assert run_names(runs) == ["No regularization, seed 1", "No regularization, seed 2", "L2 λ 1, seed 2"]


def test_an_elastic_net_is_named_with_its_share_of_l1() -> None:
    nets = [_regularized(penalty="elastic_net", lambda_=0.1, l1_ratio=ratio) for ratio in (0.5, 0.8)]

    assert run_names(nets) == ["Elastic net λ 0.1, L1 share 0.5", "Elastic net λ 0.1, L1 share 0.8"]
    assert brief_names(nets) == run_names(nets)
    assert brief_names([OFF, nets[0]]) == ["No regularization", "Elastic net"]


def test_the_whole_experiment_is_said_in_one_line() -> None:
    assert whole_experiment_text(_regularized(penalty="l2", lambda_=0.1)) == (
        "L2 λ 0.1, no augmentation, MNIST, 1,000 images, 784-30-10, sigmoid, large weights, cross-entropy, η 0.5, "
        "m 10, 400 epochs, no early stopping, seed 1"
    )


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ({"penalty": "l2", "lambda_": 0.1}, {"penalty": "l2", "lambda_": 1.0}, "λ 0.1 → 1"),
        ({}, {"penalty": "l2", "lambda_": 0.5}, "Off → L2, λ 0 → 0.5"),
        ({"penalty": "l2", "lambda_": 0.5}, {"penalty": "l1", "lambda_": 0.5}, "L2 → L1"),
        ({"penalty": "l1", "lambda_": 0.5}, {"lambda_": 0.7}, "L1 → Off"),
        (
            {"penalty": "elastic_net", "lambda_": 0.5},
            {"penalty": "elastic_net", "lambda_": 0.5, "l1_ratio": 0.8},
            "L1 share 0.5 → 0.8",
        ),
        ({}, {"penalty": "elastic_net", "lambda_": 0.5}, "Off → elastic net, λ 0 → 0.5"),
        ({"dropout": 0.0}, {"dropout": 0.5}, "dropout 0 → 0.5"),
        (
            {"penalty": "l2", "lambda_": 1.0},
            {"penalty": "l2", "lambda_": 1.0, "penalize_biases": True},
            "biases too",
        ),
        (
            {"penalty": "l2", "lambda_": 1.0, "penalize_biases": True},
            {"penalty": "l2", "lambda_": 1.0},
            "biases free",
        ),
    ],
)
def test_a_change_is_said_as_before_and_after(before: dict[str, Any], after: dict[str, Any], text: str) -> None:
    assert change_text(_regularized(**before), _regularized(**after)) == text


def test_a_change_of_the_learning_rate_is_said_too() -> None:
    after = replace(_regularized(dropout=0.5), training=TrainingSpec(learning_rate=0.1))

    assert change_text(OFF, after) == "dropout 0 → 0.5, η 0.5 → 0.1"


def test_czech_experiments_are_in_czech(czech: None) -> None:
    text = whole_experiment_text(_regularized(penalty="l2", lambda_=0.1, dropout=0.5))

    assert "λ 0,1" in text
    assert f"1{NBSP}000" in text
    for english in ("images", "large", "cross-entropy", "epochs"):
        assert english not in text
    assert run_names([OFF]) == ["Bez regularizace"]


def test_a_stopping_rule_changed_in_mid_run_is_said() -> None:
    before = replace(OFF, training=TrainingSpec(stopping=StoppingSpec(rule="up", parameter=2)))
    after = replace(OFF, training=TrainingSpec(stopping=StoppingSpec(rule="no_improvement", parameter=10)))

    assert change_text(before, after) == "stop: UP 2 → stop: 10 epochs without improvement"
    assert change_text(after, OFF) == "stop: 10 epochs without improvement → no early stopping"


def test_momentum_and_a_fall_of_the_rate_changed_in_mid_run_are_said() -> None:
    falling = ScheduleSpec(rule="exponential", gamma=0.9)
    after = replace(OFF, training=TrainingSpec(momentum=0.5, schedule=falling))

    assert change_text(OFF, after) == "μ 0 → 0.5, η × 0.9 per epoch"
    assert change_text(after, OFF) == "μ 0.5 → 0, constant η"
