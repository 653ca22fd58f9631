"""Which two of the shown runs are compared."""

from collections.abc import Sequence
from dataclasses import replace

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.pages.trained_runs import course_of, is_trained
from nnreg_gui.plots.drawn_run import DrawnRun


def newest_with(runs: Sequence[DrawnRun], penalty: str) -> DrawnRun | None:
    """Return the newest trained run with this penalty, those with free biases first; of repeats, the one alone."""
    unpruned = [run for run in runs if is_trained(run) and run.history.pruning is None]
    found = [run for run in unpruned if _penalty_of(run) == penalty]
    newest = max(found, key=lambda run: (not _spec_of(run).penalize_biases, run.number), default=None)
    return replace(newest, repeats=(), selected=False) if newest is not None else None


def bias_pair(runs: Sequence[DrawnRun]) -> tuple[DrawnRun, DrawnRun] | None:
    """Return the newest two trained runs that differ only in the penalty on biases: without it, with it."""
    by_experiment: dict[Experiment, DrawnRun] = {}
    for run in runs:
        if is_trained(run) and run.history.is_plain:
            by_experiment[run.history.experiment.essence] = replace(run, repeats=(), selected=False)
    pairs = [
        (by_experiment[partner], run)
        for experiment, run in by_experiment.items()
        if _penalty_of(run) != "none"
        and experiment.regularization.penalize_biases
        and (partner := with_biases(experiment, penalized=False)) in by_experiment
    ]
    return max(pairs, key=lambda pair: (max(run.number for run in pair), min(run.number for run in pair)), default=None)


def with_biases(experiment: Experiment, *, penalized: bool) -> Experiment:
    """Return the experiment whose penalty acts on biases, too, or on weights only."""
    return replace(experiment, regularization=replace(experiment.regularization, penalize_biases=penalized))


def differ_in_more_than_the_penalty(one: DrawnRun, other: DrawnRun) -> bool:
    """Return whether a difference between two runs may come from anything but L1, L2 and λ."""
    return course_of(one, _without_penalty) != course_of(other, _without_penalty)


def _penalty_of(run: DrawnRun) -> str:
    spec = _spec_of(run)
    return spec.penalty if spec.lambda_ else "none"


def _spec_of(run: DrawnRun) -> RegularizationSpec:
    return run.history.current_experiment.regularization


def _without_penalty(experiment: Experiment) -> Experiment:
    spec = replace(experiment.regularization, penalty="none", lambda_=0.0)
    return replace(experiment, regularization=spec)
