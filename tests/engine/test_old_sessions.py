"""Sessions that users have: files of an earlier program open as they were, and their runs can be reproduced."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Event
from nnreg_gui.engine.experiment import (
    AugmentationSpec,
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    StoppingSpec,
    TrainingSpec,
)
from nnreg_gui.engine.history import RECORDED, RunHistory
from nnreg_gui.engine.pruning import Pruning
from nnreg_gui.engine.questions.pruning_questions import FineTuningQuestion
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_reading import read_session
from nnreg_gui.engine.training import train
from tests.questions import answer_to

OLD = Path(__file__).parent / "data" / "every_kind_of_run.nnreg-session"

PLAIN = Experiment(
    data=DataSpec(training_images=60),
    network=NetworkSpec(hidden=(1,)),
    training=TrainingSpec(epochs=2, learning_rate=0.5, batch_size=10),
    seed=7,
)
EVERY_AUGMENTATION = AugmentationSpec(
    rotation=30,
    shift=2,
    zoom=0.2,
    shear=0.3,
    blur=1,
    mirror_horizontal=0.5,
    mirror_vertical=0.5,
    brightness=0.3,
    contrast=0.3,
    noise=0.2,
    elastic_alpha=30,
    elastic_sigma=4,
)
STOPPING = StoppingSpec(rule="no_improvement", parameter=1, watch="cost", action="stop")

EXPERIMENTS = {
    "plain": PLAIN,
    "L2": replace(PLAIN, regularization=RegularizationSpec(penalty="l2", lambda_=0.5)),
    "L1, biases too": replace(
        PLAIN, regularization=RegularizationSpec(penalty="l1", lambda_=0.2, penalize_biases=True)
    ),
    "dropout": replace(PLAIN, network=NetworkSpec(hidden=(2,)), regularization=RegularizationSpec(dropout=0.5), seed=8),
    "augmented": replace(PLAIN, augmentation=EVERY_AUGMENTATION),
    "deep, ReLU, scaled": replace(
        PLAIN, network=NetworkSpec(hidden=(1, 2), activation="relu", initial_weights="scaled")
    ),
    "tanh, squared error": replace(
        PLAIN, network=NetworkSpec(hidden=(1,), activation="tanh"), cost="mean_squared_error"
    ),
    "no hidden neuron": replace(PLAIN, network=NetworkSpec(hidden=()), training=replace(PLAIN.training, epochs=1)),
    "stopped": replace(
        PLAIN, training=TrainingSpec(epochs=6, learning_rate=20, batch_size=10, stopping=STOPPING), seed=3
    ),
    "marked": replace(
        PLAIN,
        training=TrainingSpec(epochs=6, learning_rate=20, batch_size=10, stopping=replace(STOPPING, action="mark")),
        seed=3,
    ),
}


PRUNINGS = {"pruned": Pruning(0.5), "fine-tuned": Pruning(0.5, per_layer=True, epochs=2)}


def trained(experiment: Experiment, digits: Digits) -> RunHistory:
    return RunHistory.of(experiment, train(experiment, digits))


def changed(digits: Digits) -> RunHistory:
    """Return a run whose λ changes after its first epoch."""
    history, run = RunHistory(PLAIN), train(PLAIN, digits)
    event: Event | None = next(run)
    while event is not None:
        history.add(event)
        change = len(history) == 2 and not history.changes
        event = run.send(EXPERIMENTS["L2"]) if change else next(run, None)
    return history


def pruned(history: RunHistory, pruning: Pruning, digits: Digits) -> RunHistory:
    """Return a run's network pruned, and trained on."""
    assert history.newest is not None
    return answer_to(FineTuningQuestion(history.experiment, history.newest.parameters, pruning), digits)


def every_kind_of_run(digits: Digits) -> Session:
    """Return the file's contents as computed today. The file was written by `frozen()` and `session_bytes()`."""
    histories = {name: trained(experiment, digits) for name, experiment in EXPERIMENTS.items()}
    histories |= {name: pruned(histories["plain"], pruning, digits) for name, pruning in PRUNINGS.items()}
    runs = [ListedRun(history, number, name) for number, (name, history) in enumerate(histories.items(), 1)]
    runs.append(ListedRun(changed(digits), 21, "changed", shown=False))
    repeats = tuple(trained(replace(PLAIN, seed=seed), digits) for seed in (7, 8, 9))
    runs.append(ListedRun(repeats[0], 22, repeats=repeats))
    return Session(tuple(runs), baseline=1, selected=3)


def test_an_old_session_opens_as_it_was_and_its_runs_come_out_again(digits: Digits) -> None:
    old, new = read_session(OLD.read_bytes()), every_kind_of_run(digits)

    assert (old.baseline, old.selected) == (new.baseline, new.selected)
    assert [(run.number, run.name, run.shown) for run in old.runs] == [
        (run.number, run.name, run.shown) for run in new.runs
    ]
    for one, other in zip(old.runs, new.runs, strict=True):
        assert len(one.repeats) == len(other.repeats)
        for was, comes in zip((one.history, *one.repeats), (other.history, *other.repeats), strict=True):
            assert was.experiment == comes.experiment, one.name
            assert (was.pruning, was.changes) == (comes.pruning, comes.changes), one.name
            assert_same_run(was, comes)


def assert_same_run(was: RunHistory, comes: RunHistory) -> None:
    """Compare figures and networks, except for the last digits, in which computers may differ."""
    assert (was.stopped is None) == (comes.stopped is None)
    if was.stopped is not None and comes.stopped is not None:
        assert (was.stopped.epoch, was.stopped.restored) == (comes.stopped.epoch, comes.stopped.restored)
        assert was.stopped.best.epoch == comes.stopped.best.epoch
    assert was.test_accuracy == pytest.approx(comes.test_accuracy, abs=2e-3)
    for name in RECORDED:
        if name != "seconds":
            tolerance = {"abs": 2e-3} if "accuracy" in name else {"rel": 1e-4}
            assert was.column(name) == pytest.approx(comes.column(name), **tolerance), name
    assert was.newest is not None
    assert comes.newest is not None
    for old, new in zip(was.newest.parameters.weights, comes.newest.parameters.weights, strict=True):
        np.testing.assert_allclose(old, new, rtol=1e-3, atol=1e-4)
