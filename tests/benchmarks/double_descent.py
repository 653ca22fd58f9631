"""What the page *Past the peak* states, measured: `python -m tests.benchmarks.double_descent [PART …]`."""

import argparse
import os
from pathlib import Path
from statistics import median
from time import process_time

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.double_descent import POINTS, fits_over_degree, line_error, line_points
from nnreg_gui.engine.questions.random_layers import RandomLayerQuestion
from nnreg_gui.engine.random_features import parameters
from nnreg_gui.engine.searches.parameter_cut import (
    HIDDEN,
    IMAGES,
    LAST,
    LOWEST,
    SHARES,
    TARGETS,
    around_peak,
    cut_experiment,
    summarize,
)
from nnreg_gui.resource_files import resource_path
from tests.benchmarks.trained import TrainedRuns
from tests.questions import answer_to

DEGREES = 1, 3, 5, 8, 10, 12, 14, 16, 20, 30, 40, 60, 100, 200, 500
WIDTHS = 10, 30, 100, 300, 500, 700, 900, 1_000, 1_100, 1_300, 2_000, 4_000, 10_000
DRAWS, SEEDS, LAMBDA, RIDGE, WRONG = range(20), (1, 2, 3), 100.0, 0.1, 0.1
NOT_THOSE_SHOWN = 11, 12, 13  # seeds of trained networks; the page has 1 to 3
STEPS = 10, 30, 100, 1_000, 10_000, 100_000


def polynomials() -> None:
    """Print errors and norms over the degree, and over the steps of gradient descent: medians of the draws."""
    draws = [fits_over_degree(line_points(POINTS, seed), np.array(DEGREES)) for seed in DRAWS]
    print(
        f"Polynomials through {POINTS} points, medians of {len(DRAWS)} draws\ndegree     error   ‖c‖  error, λ {RIDGE}"
    )
    for place, degree in enumerate(DEGREES):
        fits = [draw[place] for draw in draws]
        error = median(line_error(one.fit()) for one in fits)
        norm = median(float(np.linalg.norm(one.fit())) for one in fits)
        ridge = median(line_error(one.fit(RIDGE)) for one in fits)
        print(f"{degree:6d} {error:9.3g} {norm:9.3g} {ridge:9.3g}")
    print("\nGradient descent, error after so many steps; distance from the smallest-norm fit")
    for degree in (POINTS - 1, DEGREES[-1]):
        fits = [draw[DEGREES.index(degree)] for draw in draws]
        for steps in STEPS:
            after = [one.descended(steps) for one in fits]
            ends = [one.fit() for one in fits]
            far = [np.linalg.norm(a - b) / np.linalg.norm(b) for a, b in zip(after, ends, strict=True)]
            print(f"degree {degree}, {steps:7,} steps: {median(map(line_error, after)):.3f}; {median(far):.4f}")


def random_layers(digits: Digits) -> None:
    """Print accuracies and costs over the width, with true and with wrong labels, and the processor time."""
    print(
        f"\nRandom hidden layers, 1,000 images, seeds 1 to 3; then the same with {WRONG:.0%} wrong labels\n"
        "     h  parameters" + 2 * " | validation % training %   cost"
    )
    times = dict.fromkeys(SEEDS, 0.0)
    for neurons in WIDTHS:
        found = []
        for seed in SEEDS:
            begun = process_time()
            question = RandomLayerQuestion(neurons, seed, (0.0, LAMBDA), shares=(0.0, WRONG))
            found.append(answer_to(question, digits))
            times[seed] += process_time() - begun
        for place, lambda_ in enumerate((0.0, LAMBDA)):
            cells = []
            for share in range(2):
                validation = span([100 * one.accuracies[share, place, 1] for one in found])
                training = min(100 * one.accuracies[share, place, 0] for one in found)
                cost = median(float(one.costs[share, place, 1]) for one in found)
                cells.append(f" | {validation:>12} {training:10.1f} {cost:6.3g}")
            print(f"{neurons:6,} {parameters(neurons):11,}{''.join(cells)}{f'  λ {lambda_:g}' if lambda_ else ''}")
    print("processor time per seed:", ", ".join(f"{seconds:.1f} s" for seconds in times.values()))


def trained_networks(digits: Digits, folder: Path | None) -> None:
    """Print what trained networks of all sizes are worth, at their end and stopped early, and where the cost peaks."""
    runs = TrainedRuns(digits, folder)
    print(f"\nTrained networks, {IMAGES:,} images, seeds {NOT_THOSE_SHOWN}; parameters = 10 n at {TARGETS:,}")
    for share in SHARES:
        rows = [[runs.run(cut_experiment(share, hidden, seed), seed) for seed in NOT_THOSE_SHOWN] for hidden in HIDDEN]
        for epoch in (LAST, LOWEST):
            print(
                f"{share:.0%} wrong labels, {epoch} epoch\n     h  parameters   C₀ val.   C₀ train.  val. %  train. %"
            )
            summaries = [summarize(row, epoch) for row in rows]
            for hidden, one in zip(HIDDEN, summaries, strict=True):
                cost, accuracy = one.validation_cost, one.validation_accuracy
                print(
                    f"{hidden:6} {parameters(hidden):11,}  {cost.mean:.2f} ± {cost.spread:.2f}  "
                    f"{one.training_cost.mean:.3f}  {100 * accuracy.mean:5.1f} ± {100 * accuracy.spread:.1f}  "
                    f"{100 * one.training_accuracy.mean:5.1f}"
                )
            around = around_peak([one.validation_cost for one in summaries])
            ends = [f"{parameters(HIDDEN[place]):,}" for place in around or ()]
            print(f"as high as the peak: {' to '.join(ends)} parameters" if around else "no peak")


def span(values: list[float], decimals: int = 1) -> str:
    """Return the least and the largest value."""
    return f"{min(values):.{decimals}f}–{max(values):.{decimals}f}"


def main() -> None:
    """Measure all parts, or some."""
    parser = argparse.ArgumentParser(description=__doc__)
    parts = "polynomials", "layers", "trained"
    parser.add_argument("parts", nargs="*", help=f"{', '.join(parts)}; all by default")
    parser.add_argument("--folder", type=Path, help="where to keep trained networks for another time")
    options = parser.parse_args()
    chosen = options.parts or parts
    if "polynomials" in chosen:
        polynomials()
    digits = load_mnist(resource_path("mnist"))
    if "layers" in chosen:
        random_layers(digits)
    if "trained" in chosen:
        trained_networks(digits, options.folder)


if __name__ == "__main__":
    main()
