"""The published figures the program must reproduce, over several seeds: `python -m tests.benchmarks.figures`."""

import argparse
import math
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from time import perf_counter

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.measuring import data_cost_and_accuracy
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run, epoch by epoch from 0; accuracies in per cent."""

    training_accuracy: np.ndarray
    validation_accuracy: np.ndarray
    test_accuracy: np.ndarray
    test_cost: np.ndarray


def _first_whole(percent: np.ndarray) -> float:
    whole = np.flatnonzero(percent == 100)
    return float(whole[0]) if len(whole) else math.inf


QUANTITIES: dict[str, Callable[[Outcome], float]] = {
    "test accuracy, best epoch": lambda run: float(run.test_accuracy.max()),
    "test accuracy, last epoch": lambda run: float(run.test_accuracy[-1]),
    "training accuracy, last epoch": lambda run: float(run.training_accuracy[-1]),
    "validation accuracy, best epoch": lambda run: float(run.validation_accuracy.max()),
    "epoch of the lowest test cost": lambda run: float(run.test_cost.argmin()),
    "first epoch with training accuracy 100 %": lambda run: _first_whole(run.training_accuracy),
}
BEST_TEST = "test accuracy, best epoch"


@dataclass(frozen=True, slots=True)
class Figure:
    """A published number: what it is, the book's value, and the band in which several seeds fall (None: no band)."""

    quantity: str
    book: str
    band: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A published run with its figures.

    Attributes:
        gain: by how many points its best test accuracy must exceed that of another row with the same seed.
    """

    title: str
    experiment: Experiment
    figures: tuple[Figure, ...]
    gain: tuple[str, float] | None = field(default=None)


def _experiment(
    n: int, hidden: int, eta: float, epochs: int, lambda_: float = 0.0, cost: str = "cross_entropy"
) -> Experiment:
    return Experiment(
        data=DataSpec(training_images=n),
        network=NetworkSpec(hidden=(hidden,)),
        cost=cost,
        regularization=RegularizationSpec(penalty="l2" if lambda_ else "none", lambda_=lambda_),
        training=TrainingSpec(learning_rate=eta, epochs=epochs),
    )


ROWS = {
    "1": Row(
        "784-30-10, n = 1,000, η = 0.5, λ = 0, 400 epochs",
        _experiment(1_000, 30, 0.5, 400),
        (
            Figure(BEST_TEST, "82.27", (80, 86)),
            Figure("test accuracy, last epoch", "82.23", (80, 86)),
            Figure("epoch of the lowest test cost", "≈ 15", (8, 25)),
            Figure("first epoch with training accuracy 100 %", "–", (40, 95)),
            Figure("training accuracy, last epoch", "100", (100, 100)),
        ),
    ),
    "2": Row(
        "784-30-10, n = 1,000, η = 0.5, λ = 0.1, 400 epochs",
        _experiment(1_000, 30, 0.5, 400, lambda_=0.1),
        (Figure(BEST_TEST, "87.1", (86.3, 89.3)), Figure("test accuracy, last epoch", "86.95", (86.3, 89.3))),
        gain=("1", 2.5),
    ),
    "3": Row(
        "784-30-10, n = 50,000, η = 0.5, λ = 0, 30 epochs",
        _experiment(50_000, 30, 0.5, 30),
        (Figure(BEST_TEST, "95.33", (94.9, 95.9)), Figure("training accuracy, last epoch", "97.86", (97.2, 98.2))),
    ),
    "4": Row(
        "784-30-10, n = 50,000, η = 0.5, λ = 5, 30 epochs",
        _experiment(50_000, 30, 0.5, 30, lambda_=5),
        (Figure(BEST_TEST, "96.49", (95.8, 97.0)), Figure("test accuracy, last epoch", "95.61")),
    ),
    "5": Row(
        "784-100-10, n = 50,000, η = 0.5, λ = 5, 30 epochs",
        _experiment(50_000, 100, 0.5, 30, lambda_=5),
        (Figure("validation accuracy, best epoch", "97.92", (97.4, 98.2)),),
    ),
    "6": Row(
        "784-100-10, n = 50,000, η = 0.1, λ = 5, 60 epochs",
        _experiment(50_000, 100, 0.1, 60, lambda_=5),
        (Figure("validation accuracy, best epoch", "98.04", (97.6, 98.3)),),
    ),
    "7": Row(
        "784-30-10, n = 50,000, mean squared error, η = 3, 30 epochs",
        _experiment(50_000, 30, 3.0, 30, cost="mean_squared_error"),
        (Figure(BEST_TEST, "95.42", (94.3, 95.8)),),
    ),
}


def run(experiment: Experiment, digits: Digits) -> Outcome:
    """Train to the end and measure the test set, too, after every epoch."""
    inputs, targets, labels = digits.test.inputs, digits.test.targets, digits.test.labels
    rows = []
    for event in train(experiment, digits):
        if isinstance(event, EpochRecord):
            cost, accuracy = data_cost_and_accuracy(event.parameters, experiment, inputs, targets, labels)
            rows.append((100 * event.training_accuracy, 100 * event.validation_accuracy, 100 * accuracy, cost))
    return Outcome(*np.array(rows).T)


def _over_seeds(values: Sequence[float], unit: str = "g") -> str:
    return f"{median(values):{unit}} ({min(values):{unit}} … {max(values):{unit}})"


def _verdict(values: Sequence[float], low: float, high: float) -> str:
    outside = sum(not low <= round(value, 6) <= high for value in values)
    return f"outside ({outside} of {len(values)} seeds)" if outside else "in band"


def _print_row(row: Row, outcomes: Sequence[Outcome], others: Sequence[Outcome] | None) -> None:
    title = row.title
    for figure in row.figures:
        values = [QUANTITIES[figure.quantity](outcome) for outcome in outcomes]
        measured = _over_seeds(values, ".0f" if "epoch of" in figure.quantity or "first" in figure.quantity else ".2f")
        band = f"{figure.band[0]:g} … {figure.band[1]:g}" if figure.band else "–"
        verdict = _verdict(values, *figure.band) if figure.band else "–"
        print(f"| {title} | {figure.quantity} | {figure.book} | {band} | {measured} | {verdict} |", flush=True)
        title = ""
    if row.gain is not None and others is not None:
        best = QUANTITIES[BEST_TEST]
        gains = [best(outcome) - best(other) for outcome, other in zip(outcomes, others, strict=True)]
        measured, verdict = _over_seeds(gains, ".2f"), _verdict(gains, row.gain[1], math.inf)
        print(
            f"| | points above run {row.gain[0]} with the same seed | – | ≥ {row.gain[1]:g} | {measured} | {verdict} |",
            flush=True,
        )


def main() -> None:
    """Train the chosen rows and print their figures as a table."""
    parser = argparse.ArgumentParser(description="Reproduce the published figures over several seeds.")
    parser.add_argument("--seeds", type=int, default=3, help="how many seeds, from 1 (default 3)")
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=list(ROWS), help="which runs (default all)")
    options = parser.parse_args()
    digits = load_mnist(resource_path("mnist"))
    outcomes: dict[str, list[Outcome]] = {}
    print(f"Median (lowest … highest) of {options.seeds} seeds; accuracies in per cent.\n")
    print("| run | figure | book | band | measured | verdict |\n|---|---|---|---|---|---|", flush=True)
    for name in options.rows:
        outcomes[name] = []
        for seed in range(1, options.seeds + 1):
            print(f"run {name}, seed {seed} … ", end="", file=sys.stderr, flush=True)
            began = perf_counter()
            outcomes[name].append(run(replace(ROWS[name].experiment, seed=seed), digits))
            print(f"{perf_counter() - began:.0f} s", file=sys.stderr)
        gain = ROWS[name].gain
        _print_row(ROWS[name], outcomes[name], outcomes.get(gain[0]) if gain else None)


if __name__ == "__main__":
    main()
