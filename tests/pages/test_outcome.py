"""The sentence about a run."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from nnreg_gui.engine.events import EpochRecord, Stopped
from nnreg_gui.engine.experiment import Experiment, NetworkSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.outcome import gap_text, outcome_text, overshoots
from nnreg_gui.widgets.texts import percent_text

NBSP = "\N{NO-BREAK SPACE}"

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def finished(qapp: QApplication, small: Small, trained: Trained) -> RunHistory:
    return trained(small(images=300, hidden=(8,), epochs=12))


def _until(history: RunHistory, epoch: int) -> RunHistory:
    """Return how the history was at an epoch."""
    earlier = RunHistory(history.experiment)
    for record in history.kept():
        if isinstance(record, EpochRecord) and record.epoch <= epoch:
            earlier.add(record)
    return earlier


def test_it_names_the_accuracies_the_gap_the_lowest_cost_and_at_the_end_the_test(finished: RunHistory) -> None:
    newest, lowest = finished.newest, int(np.argmin(finished.column("validation_cost")))
    assert newest is not None
    assert finished.test_accuracy is not None
    gap = f"{100 * (newest.training_accuracy - newest.validation_accuracy):.1f}"

    assert outcome_text(finished) == (
        f"Training {percent_text(newest.training_accuracy)}, validation {percent_text(newest.validation_accuracy)}, "
        f"gap {gap} points; lowest validation cost at epoch {lowest}. "
        f"Test accuracy at epoch 12: {percent_text(finished.test_accuracy)}."
    )


def test_while_it_goes_on_there_is_no_test_accuracy(finished: RunHistory) -> None:
    text = outcome_text(_until(finished, 5))

    assert text.startswith("Training ")
    assert "Test" not in text


@pytest.mark.parametrize("weights", ["large", "scaled"])
def test_it_is_said_that_eta_is_too_large_where_steps_lead_uphill(
    qapp: QApplication, small: Small, trained: Trained, weights: str
) -> None:
    experiment = small(images=300, epochs=6, learning_rate=100.0)
    wild = trained(replace(experiment, network=NetworkSpec(hidden=(8,), initial_weights=weights)))

    assert outcome_text(wild).startswith("Not learning: η is too large. Training ")
    assert not overshoots(_until(wild, 4)), "too early to tell"


def test_a_run_that_learns_does_not_overshoot(finished: RunHistory, small: Small, trained: Trained) -> None:
    assert not overshoots(finished)
    slow = trained(small(images=10, epochs=6, learning_rate=0.001))
    assert not overshoots(slow), "η is too small"


def test_an_untrained_network_is_no_outcome(finished: RunHistory) -> None:
    assert "Untrained" in outcome_text(_until(finished, 0))
    assert outcome_text(RunHistory(finished.experiment)) == ""


@pytest.mark.parametrize("restored", [True, False])
def test_it_says_what_the_stopping_rule_did(finished: RunHistory, restored: bool) -> None:
    stopped = _until(finished, 9)
    best = finished.record_near(6)
    assert best is not None
    assert best.epoch == 6
    stopped.add(Stopped(9, best, restored))
    text = outcome_text(stopped)

    if restored:
        assert text.startswith("Stopped at epoch 9; the network of epoch 6 is used. Training ")
        assert f"validation {percent_text(best.validation_accuracy)}" in text
        stopped.test_accuracy = 0.5
        assert f"Test accuracy at epoch 6: 50.0{NBSP}%." in outcome_text(stopped)
    else:
        assert text.startswith("The rule would have stopped at epoch 9 and used the network of epoch 6. Training ")
        assert stopped.newest is not None
        assert f"validation {percent_text(stopped.newest.validation_accuracy)}" in text


def test_the_sentence_is_czech_in_czech(finished: RunHistory, czech: None) -> None:
    text = outcome_text(finished)
    newest = finished.newest
    assert newest is not None

    assert f"{100 * newest.training_accuracy:.1f}".replace(".", ",") + f"{NBSP}%" in text
    assert "testovací" in text.lower()
    assert "12" in text
    assert "Training" not in text


@pytest.mark.parametrize(("gap", "text"), [(0.1789, "17.9"), (-0.02, "−2.0"), (0.0, "0.0"), (-0.0001, "0.0")])
def test_a_gap_is_said_in_points(qapp: QApplication, gap: float, text: str) -> None:
    assert gap_text(gap) == text
