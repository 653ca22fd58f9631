"""Made-up runs of all experiments of a lesson, trained to the end: walking through it then trains nothing."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.measuring import summarize_weights
from nnreg_gui.engine.network import initial_parameters, sizes_of
from nnreg_gui.engine.repeats import experiments_of
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.lessons.lesson import Lesson


def lesson_session(lesson: Lesson) -> Session:
    """Return a session with all runs that a lesson needs."""
    every = [experiments_of(run.experiment, run.seeds) for run in lesson.runs.values()]
    return Session(tuple(_listed(number, experiments) for number, experiments in enumerate(every, start=1)))


def _listed(number: int, experiments: Sequence[Experiment]) -> ListedRun:
    runs = tuple(map(finished_run, experiments))
    return ListedRun(runs[0], number, repeats=runs if len(runs) > 1 else ())


@cache
def finished_run(experiment: Experiment) -> RunHistory:
    """Make up a run that learns everything by heart, with random networks."""
    epochs = np.arange(experiment.training.epochs + 1)
    random = np.random.default_rng(experiment.seed)
    rows = np.zeros(len(epochs), RunHistory(experiment).rows.dtype)
    last = random.uniform(0.7, 0.9)
    rows["epoch"] = epochs
    rows["training_accuracy"] = np.minimum(1, 0.1 + epochs / 40)
    rows["validation_accuracy"] = np.minimum(last, 0.1 + last * epochs / 20)
    rows["training_cost"] = 3 * np.exp(-epochs / 20)
    rows["validation_cost"] = np.where(epochs < 20, 3 - epochs / 15, 1.5 + epochs / 200)
    rows["largest_weight"], rows["small_weights"], rows["seconds"] = 3.0, 0.1, 0.01
    best = int(rows["validation_accuracy"].argmax())
    records = [_record(experiment, rows[epoch], random) for epoch in sorted({0, best, int(epochs[-1])})]
    return RunHistory.restored(experiment, rows, records, test_accuracy=last)


def _record(experiment: Experiment, row: np.ndarray, random: np.random.Generator) -> EpochRecord:
    parameters = initial_parameters(sizes_of(experiment), "scaled", random)
    return EpochRecord(
        epoch=int(row["epoch"]),
        training_cost=float(row["training_cost"]),
        validation_cost=float(row["validation_cost"]),
        penalty=0.0,
        training_accuracy=float(row["training_accuracy"]),
        validation_accuracy=float(row["validation_accuracy"]),
        seconds=0.01,
        layers=tuple(map(summarize_weights, parameters.weights)),
        parameters=parameters,
    )
