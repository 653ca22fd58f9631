"""The published figures the program must reproduce, over several seeds: `python -m tests.benchmarks.figures`."""

import argparse
import math
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from time import perf_counter

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.measuring import data_cost_and_accuracy
from nnreg_gui.engine.scenarios import load_scenarios
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run, epoch by epoch from 0; accuracies in per cent."""

    training_accuracy: np.ndarray
    validation_accuracy: np.ndarray
    test_accuracy: np.ndarray
    validation_cost: np.ndarray
    test_cost: np.ndarray


def _first_whole(percent: np.ndarray) -> float:
    whole = np.flatnonzero(percent == 100)
    return float(whole[0]) if len(whole) else math.inf


QUANTITIES: dict[str, Callable[[Outcome], float]] = {
    "highest test accuracy": lambda run: float(run.test_accuracy.max()),
    "test accuracy, last epoch": lambda run: float(run.test_accuracy[-1]),
    "training accuracy, last epoch": lambda run: float(run.training_accuracy[-1]),
    "validation accuracy, best epoch": lambda run: float(run.validation_accuracy.max()),
    "epoch of the lowest validation cost": lambda run: float(run.validation_cost.argmin()),
    "epoch of the lowest test cost": lambda run: float(run.test_cost.argmin()),
    "first epoch with training accuracy 100 %": lambda run: _first_whole(run.training_accuracy),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A published number: what it is, the book's value, and the band for several seeds (None: no band)."""

    quantity: str
    book: str
    band: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A published run with its figures.

    Attributes:
        gain: by how many points its highest test accuracy must exceed another row's with the same seed.
    """

    experiment: Experiment
    figures: tuple[Figure, ...]
    gain: tuple[str, float] | None = None

    @property
    def title(self) -> str:
        """The symbols of the lecture with their numbers."""
        one = self.experiment
        layers = "-".join(str(neurons) for neurons in (784, *one.network.hidden, 10))
        augmentation = one.augmentation
        kinds = {"rotation": augmentation.rotation, "shift": augmentation.shift}
        changed = "".join(f", {kind} ±{limit:g}" for kind, limit in kinds.items() if limit)
        return (
            f"{layers}, n = {one.data.training_images:,}, {one.cost.replace('_', ' ')}, "
            f"η = {one.training.learning_rate:g}, λ = {one.regularization.lambda_:g}, {one.training.epochs} epochs"
            f"{changed}"
        )


# By the number of the scenario.
FIGURES: dict[str, tuple[Figure, ...]] = {
    "1": (
        Figure("highest test accuracy", "82.27", (80, 86)),
        Figure("test accuracy, last epoch", "82.23", (80, 86)),
        Figure("epoch of the lowest test cost", "≈ 15", (8, 25)),
        Figure("epoch of the lowest validation cost", "–", (8, 25)),
        Figure("first epoch with training accuracy 100 %", "–", (40, 95)),
        Figure("training accuracy, last epoch", "100", (100, 100)),
    ),
    "2": (
        Figure("highest test accuracy", "87.1", (86.3, 89.3)),
        Figure("test accuracy, last epoch", "86.95", (86.3, 89.3)),
    ),
    "3": (
        Figure("highest test accuracy", "95.33", (94.9, 95.9)),
        Figure("training accuracy, last epoch", "97.86", (97.2, 98.2)),
    ),
    "4": (
        Figure("highest test accuracy", "96.49", (95.8, 97.0)),
        Figure("test accuracy, last epoch", "95.61"),
    ),
    "5": (Figure("validation accuracy, best epoch", "97.92", (97.4, 98.2)),),
    "6": (Figure("validation accuracy, best epoch", "98.04", (97.6, 98.3)),),
    "7": (Figure("highest test accuracy", "95.42", (94.3, 95.8)),),
    "8": (Figure("highest test accuracy", "88.8", (87.3, 90.3)),),
    "9": (Figure("highest test accuracy", "91.2", (89.7, 92.7)),),
    "10": (Figure("highest test accuracy", "94.7", (93.2, 96.2)),),
    "11": (Figure("highest test accuracy", "95.0", (93.5, 96.5)),),
    "12": (Figure("highest test accuracy", "82.2", (80.7, 83.7)),),
}
GAINS = {"2": ("1", 2.5)}


def read_rows() -> dict[str, Row]:
    """Return the program's scenarios by number, with their figures."""
    scenarios = load_scenarios(resource_path("scenarios"))
    return {
        number: Row(scenarios[int(number) - 1].experiment, figures, GAINS.get(number))
        for number, figures in FIGURES.items()
    }


def run(experiment: Experiment, digits: Digits) -> Outcome:
    """Train to the end, and measure the test set as well after every epoch."""
    rows = []
    for event in train(experiment, digits):
        if isinstance(event, EpochRecord):
            cost, accuracy = data_cost_and_accuracy(event.parameters, experiment, digits.test)
            percent = (100 * event.training_accuracy, 100 * event.validation_accuracy, 100 * accuracy)
            rows.append((*percent, event.validation_cost, cost))
    return Outcome(*np.array(rows).T)


def _over_seeds(values: Sequence[float], unit: str = "g") -> str:
    return f"{median(values):{unit}} ({min(values):{unit}} … {max(values):{unit}})"


def _verdict(values: Sequence[float], low: float, high: float) -> str:
    outside = sum(not low <= round(value, 6) <= high for value in values)
    return f"outside ({outside} of {len(values)} seeds)" if outside else "in band"


def _print_row(number: str, row: Row, outcomes: dict[str, list[Outcome]]) -> None:
    title = f"{number}: {row.title}"
    for figure in row.figures:
        values = [QUANTITIES[figure.quantity](outcome) for outcome in outcomes[number]]
        measured = _over_seeds(values, ".2f" if "accuracy," in figure.quantity else ".0f")
        band = f"{figure.band[0]:g} … {figure.band[1]:g}" if figure.band else "–"
        verdict = _verdict(values, *figure.band) if figure.band else "–"
        print(f"| {title} | {figure.quantity} | {figure.book} | {band} | {measured} | {verdict} |", flush=True)
        title = ""
    if row.gain is not None and row.gain[0] in outcomes:
        other, least = row.gain
        highest = QUANTITIES["highest test accuracy"]
        gains = [highest(one) - highest(two) for one, two in zip(outcomes[number], outcomes[other], strict=True)]
        what, verdict = (
            f"highest test accuracy: points above run {other} with the same seed",
            _verdict(gains, least, math.inf),
        )
        print(f"| | {what} | – | ≥ {least:g} | {_over_seeds(gains, '.2f')} | {verdict} |", flush=True)


def main() -> None:
    """Train the chosen rows and print their figures as a table."""
    every_row = read_rows()
    parser = argparse.ArgumentParser(description="Reproduce the published figures over several seeds.")
    parser.add_argument("--seeds", type=int, default=3, help="how many seeds, from 1 (default 3)")
    parser.add_argument(
        "--rows", nargs="+", choices=every_row, default=list(every_row), help="which runs (default all)"
    )
    options = parser.parse_args()
    digits = load_mnist(resource_path("mnist"))
    outcomes: dict[str, list[Outcome]] = {}
    print(f"Median (lowest … highest) of {options.seeds} seeds; accuracies in per cent.\n")
    print("| run | figure | book | band | measured | verdict |\n|---|---|---|---|---|---|", flush=True)
    for number in options.rows:
        row, outcomes[number] = every_row[number], []
        for seed in range(1, options.seeds + 1):
            print(f"run {number}, seed {seed} … ", end="", file=sys.stderr, flush=True)
            began = perf_counter()
            outcomes[number].append(run(replace(row.experiment, seed=seed), digits))
            print(f"{perf_counter() - began:.0f} s", file=sys.stderr)
        _print_row(number, row, outcomes)


if __name__ == "__main__":
    main()
