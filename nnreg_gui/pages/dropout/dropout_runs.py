"""Which runs the page about dropout compares, and which network it takes apart."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.lecture_experiments import UNREGULARIZED
from nnreg_gui.engine.network import Parameters, initial_parameters, parameter_count, sizes_of
from nnreg_gui.engine.training import RandomStreams
from nnreg_gui.pages.trained_runs import course_of, ended, missing, on_data_set
from nnreg_gui.plots.drawn_run import DrawnRun

# Large initial weights and 1,000 images: here dropout helps, with p 0.2 at its best epoch as much as with 0.5.
WITH_DROPOUT = replace(UNREGULARIZED, regularization=RegularizationSpec(dropout=0.2))
PAIR = (UNREGULARIZED, WITH_DROPOUT)
_MOST_CONSIDERED = 20  # runs, for a pair
_MOST_PARAMETERS = 300_000  # of a network that takes a step while the window waits


@lru_cache(maxsize=8)  # asking again returns the same network
def untrained(experiment: Experiment = UNREGULARIZED) -> Parameters:
    """Return the network that a run of an experiment begins with; by default, of the lecture's run."""
    weights = RandomStreams.of(experiment.seed).weights
    return initial_parameters(sizes_of(experiment), experiment.network.initial_weights, weights)


def beginning_of(run: DrawnRun) -> Parameters:
    """Return the network that a run began with; if a session has forgotten it, draw it again."""
    initial = run.history.initial
    return initial.parameters if initial is not None else untrained(run.history.experiment)


def dropout_of(run: DrawnRun) -> float:
    """Return the p that a run was trained with last."""
    return run.history.current_experiment.regularization.dropout


def has_hidden_neurons(run: DrawnRun) -> bool:
    """Return whether there is anything for dropout to switch off."""
    return bool(run.history.experiment.network.hidden)


def can_be_walked(run: DrawnRun) -> bool:
    """Return whether a run's network has neurons to switch off, and is small enough for a step between two frames.

    The walk is through the first training digits: what was told of others cannot be shown.
    """
    data = run.history.experiment.data
    if data.lies and data.sample != "first":
        return False
    small = parameter_count(sizes_of(run.history.experiment)) <= _MOST_PARAMETERS
    return small and has_hidden_neurons(run)


def missing_of_pair(runs: Sequence[DrawnRun], data_set: DataSet = MNIST) -> tuple[Experiment, ...]:
    """Return which experiments of the pair must be trained on a data set before they can be compared."""
    return missing(runs, on_data_set(PAIR, data_set))


def compared_pair(runs: Sequence[DrawnRun]) -> list[DrawnRun]:
    """Return the two runs whose neurons are compared: without and with dropout, otherwise alike, if possible.

    Otherwise one without and one with dropout; otherwise any two, or one. The selected run comes before newer ones.
    """
    trained = sorted(ended(runs), key=lambda run: (not run.selected, -run.number))[:_MOST_CONSIDERED]
    otherwise = {run.number: course_of(run, _without_dropout) for run in trained}
    pairs = list(combinations(trained, 2))
    unlike = [(one, other) for one, other in pairs if bool(dropout_of(one)) != bool(dropout_of(other))]
    alike = [(one, other) for one, other in unlike if otherwise[one.number] == otherwise[other.number]]
    chosen = next(iter([*alike, *unlike, *pairs]), trained)
    return sorted(chosen, key=lambda run: (dropout_of(run) > 0, run.number))


def differ_only_in_dropout(one: DrawnRun, other: DrawnRun) -> bool:
    """Return whether two runs are alike except for dropout, and seen at the same epoch."""
    alike = (course_of(one, _without_dropout), one.history.pruning, one.epoch)
    return alike == (course_of(other, _without_dropout), other.history.pruning, other.epoch)


def _without_dropout(experiment: Experiment) -> Experiment:
    return replace(experiment, regularization=replace(experiment.regularization, dropout=0.0))
