"""The figures of a run that a lesson may speak of; of a run with several seeds, their means."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import parameter_count, sizes_of
from nnreg_gui.engine.overfitting import NEVER, SIGNS, OverfittingSigns, signs_of
from nnreg_gui.engine.run_figures import RUN_FIGURES, at_used_epoch
from nnreg_gui.lessons.known import MissingError

# A share is 0…1 and written in percent; points are a difference of two shares; whole numbers are epochs and counts.
Unit = Literal["share", "points", "whole", "number", "truth"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its unit, and how it is computed from the histories of a run.

    It is NaN where the run has none, such as the epoch of a sign that never shows.
    """

    unit: Unit
    of: Callable[[Sequence[RunHistory]], float]


def mean_of(one: Callable[[RunHistory], float]) -> Callable[[Sequence[RunHistory]], float]:
    """Return the mean of a figure of one history over several."""
    return lambda histories: float(np.mean([one(history) for history in histories]))


def _recorded(name: str) -> Callable[[Sequence[RunHistory]], float]:
    """Return one of `RUN_FIGURES`; not a number where a run has none."""
    of = RUN_FIGURES[name]
    return mean_of(lambda history: math.nan if (figure := of(history)) is None else figure)


def _test(history: RunHistory) -> float:
    if history.test_accuracy is None:
        raise MissingError("test")
    return history.test_accuracy


def _planned(of: Callable[[Experiment], float]) -> Callable[[Sequence[RunHistory]], float]:
    """Return a figure of the experiment in force, which the seeds share."""
    return lambda histories: float(of(histories[0].current_experiment))


def _epoch_factor(experiment: Experiment) -> float:
    steps = math.ceil(experiment.data.training_images / experiment.training.batch_size)
    return (1 - experiment.penalty_step) ** steps


def _signs(of: Callable[[OverfittingSigns], int]) -> Callable[[Sequence[RunHistory]], float]:
    """Return an epoch that the mean curves tell, as on the Learning page."""

    def epoch(histories: Sequence[RunHistory]) -> float:
        told = of(signs_of(histories))
        return math.nan if told == NEVER else float(told)

    return epoch


def _since(sign: str) -> Callable[[OverfittingSigns], int]:
    return lambda signs: int(signs.signs[sign].since[-1])


FIGURES = {
    "training": Figure("share", _recorded("training_accuracy")),
    "validation": Figure("share", _recorded("validation_accuracy")),
    "gap": Figure("points", _recorded("gap")),
    "best": Figure("share", _recorded("best_validation_accuracy")),
    "best_epoch": Figure("whole", _recorded("best_epoch")),
    "test": Figure("share", mean_of(_test)),
    "training_cost": Figure("number", mean_of(at_used_epoch("training_cost"))),
    "cost": Figure("number", mean_of(at_used_epoch("validation_cost"))),
    "lowest_cost": Figure("number", _recorded("lowest_cost")),
    "lowest_cost_epoch": Figure("whole", _recorded("lowest_cost_epoch")),
    "small": Figure("share", _recorded("small_weights")),
    "largest": Figure("number", _recorded("largest_weight")),
    "epochs": Figure("whole", mean_of(lambda history: len(history) - 1)),
    "parameters": Figure("whole", _planned(lambda experiment: parameter_count(sizes_of(experiment)))),
    "images": Figure("whole", _planned(lambda experiment: experiment.data.training_images)),
    "step_factor": Figure("number", _planned(lambda experiment: 1 - experiment.penalty_step)),
    "epoch_factor": Figure("number", _planned(_epoch_factor)),
    **{f"sign{place}": Figure("whole", _signs(_since(sign))) for place, sign in enumerate(SIGNS, 1)},
    "overfits_by_cost": Figure("whole", _signs(lambda signs: signs.starts_by_cost)),
    "overfits_by_accuracy": Figure("whole", _signs(lambda signs: signs.starts_by_accuracy)),
    "learnt": Figure("share", _recorded("wrong_labels_learnt")),
    "in_spite": Figure("share", _recorded("right_in_spite")),
    "perfect_epoch": Figure("whole", _signs(lambda signs: signs.perfect)),
}
