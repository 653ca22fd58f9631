"""What tests of the page about 6 and 9 share: finished and unfinished runs, and few digits."""

from collections.abc import Callable
from dataclasses import replace

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.plots.drawn_run import DrawnRun

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]
IMAGES = 300


def few(digits: Digits) -> Digits:
    """Return the digits with so few for validation that a question takes milliseconds."""
    return Digits(digits.training, digits.validation[:IMAGES], digits.test)


def turned(experiment: Experiment, rotation: float) -> Experiment:
    """Return the experiment with training images turned by ± degrees."""
    return replace(experiment, augmentation=AugmentationSpec(rotation=rotation))


def recorded(experiment: Experiment, like: RunHistory, epochs: int | None = None) -> RunHistory:
    """Return a history of this experiment with another's records, up to an epoch: training would take seconds."""
    history = RunHistory(experiment)
    for record in like.kept():
        if epochs is None or record.epoch <= epochs:
            history.add(record)
    return history


def whole(experiment: Experiment, like: RunHistory) -> RunHistory:
    """Return a history of this experiment with all its epochs, each with another's newest network."""
    history = RunHistory(experiment)
    assert like.newest is not None
    for epoch in range(experiment.training.epochs + 1):
        history.add(replace(like.newest, epoch=epoch))
    return history


def over(history: RunHistory, number: int = 1, *, selected: bool = False) -> DrawnRun:
    """Return a finished run."""
    return DrawnRun(history, number, f"name {number}", live=False, selected=selected)


def going_on(history: RunHistory, number: int = 1, *, selected: bool = False) -> DrawnRun:
    """Return a run in training."""
    return DrawnRun(history, number, f"name {number}", live=True, selected=selected)
