"""How much faster a search is on several cores: `python -m tests.benchmarks.search` trains 8 λ × 2 seeds both ways.

“One after the other” means in this process, with nothing in between; the search includes starting its processes, beside
an engine process that is ready, as in the window. Both are repeated in turn, since other work on the machine disturbs
them.
"""

import argparse
import os
from functools import partial
from statistics import median
from time import perf_counter

import nnreg_gui.__main__  # noqa: F401  # one BLAS thread, before numpy is imported
from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.experiment import DataSpec, Experiment, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.searches.grids import GridSearch, best_of, lambda_grid, lambda_search, summarize
from nnreg_gui.engine.searches.search import results
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.engine_process import EngineProcess
from nnreg_gui.running.executors import LocalExecutor
from nnreg_gui.system_information import blas_kernel


def one_after_the_other(grid: GridSearch, digits: Digits) -> dict[int, RunHistory]:
    """Train everything in this process."""
    experiments = enumerate(grid.search.experiments)
    return {place: RunHistory.of(experiment, train(experiment, digits)) for place, experiment in experiments}


def searched(grid: GridSearch, workers: int) -> tuple[dict[int, RunHistory], float]:
    """Train everything on processes; return also when the first result came, in seconds."""
    began, first, found = perf_counter(), 0.0, {}
    for place, history in results(grid.search, partial(LocalExecutor, resource_path(), workers)):
        first = first or perf_counter() - began
        found[place] = history
    return found, first


def main() -> None:
    """Print a table of the rounds, the ratio, and what the search says of λ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=60)
    parser.add_argument("--images", type=int, default=1_000)
    options = parser.parse_args()
    base = Experiment(data=DataSpec(training_images=options.images), training=TrainingSpec(epochs=options.epochs))
    grid = lambda_search(base, lambdas=lambda_grid(0.01, 10, count=8), seeds=(1, 2))
    digits = load_mnist(resource_path("mnist"))
    engine = EngineProcess(resource_path())
    assert engine.pid is not None

    print(f"BLAS kernel: {blas_kernel()}")
    print(f"{len(grid.points)} experiments, n = {options.images:,}, {options.epochs} epochs; {os.cpu_count()} cores")
    together = f"{options.workers} processes"
    print(f"{'round':>5} {'one after the other':>20} {together:>14} {'first result':>13} {'ratio':>6}")
    ratios, found = [], {}
    for number in range(1, options.rounds + 1):
        began = perf_counter()
        alone = one_after_the_other(grid, digits)
        between = perf_counter()
        found, first = searched(grid, options.workers)
        ended = perf_counter()
        assert all(
            (alone[place].column("validation_cost") == found[place].column("validation_cost")).all() for place in alone
        )
        ratios.append((between - began) / (ended - between))
        print(f"{number:5} {between - began:18.1f} s {ended - between:12.1f} s {first:11.1f} s {ratios[-1]:6.2f}")
    print(f"median ratio {median(ratios):.2f}\n")

    print(f"{'λ':>6} {'validation':>16} {'training':>16}   best epochs")
    summaries = summarize(grid, found)
    for one in summaries:
        accuracies = "  ".join(f"{100 * a.mean:6.2f} ± {100 * a.spread:4.2f} %" for a in (one.validation_accuracy,
                               one.training_accuracy))  # fmt: skip
        print(
            f"{one.point.lambda_:6g} {accuracies}   {one.best_epoch.mean:.0f}{'  best' * (one is best_of(summaries))}"
        )


if __name__ == "__main__":
    main()
