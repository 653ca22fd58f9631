"""Whether the lecture's claims hold of other images, too: `python -m tests.benchmarks.other_data --seeds 3`.

On MNIST, on Fashion-MNIST where Debian's package `dataset-fashion-mnist` is installed, on MNIST's digits averaged to
16 × 16 pixels, and on what `--data` opens: networks with 30 hidden neurons, 1,000 images, the lecture's λ per image.
The README's table was made with seeds to which nothing was tuned, 11 to 13.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import load_mnist
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.pruning import prune
from nnreg_gui.engine.questions.ensembles import called_by_average
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.spread import Spread, clearly_above
from nnreg_gui.files.data_sets.opening import open_data_set
from nnreg_gui.resource_files import resource_path
from tests.benchmarks.measures import l2, last
from tests.benchmarks.trained import TrainedRuns
from tests.other_digits import FASHION, Other, all_on_sixteen

_LAMBDAS = (0.01, 0.1, 1, 10)  # 0.1 for 1,000 images is the lecture's 5 for 50,000
_SMALL_WEIGHTS = 1  # a λ by which most weights have faded after so few epochs
_SHIFT = 2 / 28  # of the side: ±2 pixels of MNIST's
_TOGETHER = 5
_SEEDS_APART = 100  # so that no network is in two ensembles
_PRUNED, _LITTLE = 0.8, 1.0  # a share of the weights, and points


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a claim holds, and what was seen."""

    holds: bool
    seen: str


class Measured:
    """Measures a data set, with several seeds.

    Attributes:
        name: of the data set.
    """

    def __init__(self, name: str, other: Other, seeds: Sequence[int], epochs: int) -> None:
        self.name, self._data_set, self._seeds, self._epochs = name, other.data_set, seeds, epochs
        self._runs = TrainedRuns(other.digits)

    def with_penalty(self, lambda_: float) -> Spread:
        """Return the last validation accuracies with L2, in per cent."""
        return self._accuracies(l2(lambda_))

    def with_dropout(self) -> Spread:
        """Return those with dropout of p 0.2, which 30 hidden neurons can bear."""
        return self._accuracies(replace(l2(0), regularization=RegularizationSpec(dropout=0.2)))

    def with_shift(self) -> Spread:
        """Return those with images shifted by up to a fourteenth of their side."""
        shift = round(_SHIFT * self._data_set.width, 2)
        return self._accuracies(replace(l2(0), augmentation=AugmentationSpec(shift=shift)))

    def alone_and_together(self) -> tuple[Spread, Spread]:
        """Return the accuracies of single networks without regularization, and of five of them by their average."""
        split = self._runs.digits.validation
        alone, together = [], []
        for seed in self._seeds:
            networks = [self._network(l2(0), seed + _SEEDS_APART * place) for place in range(_TOGETHER)]
            outputs = np.stack([one.outputs(split.inputs) for one in networks])
            alone += [100 * float(share) for share in (outputs.argmax(2) == split.labels).mean(1)]
            together.append(100 * float((called_by_average(outputs) == split.labels).mean()))
        return Spread.of(alone), Spread.of(together)

    def lost_by_pruning(self, lambda_: float) -> Spread:
        """Return how many points it costs to prune 80 % of the weights of networks with L2."""
        split = self._runs.digits.validation
        lost = []
        for seed in self._seeds:
            whole = self._network(l2(lambda_), seed)
            left = Network(prune(whole.parameters, _PRUNED, False).parameters, whole.activation)
            right, still = ((one.outputs(split.inputs).argmax(1) == split.labels).mean() for one in (whole, left))
            lost.append(100 * float(right - still))
        return Spread.of(lost)

    def _accuracies(self, experiment: Experiment) -> Spread:
        return Spread.of([last(self._runs.run(self._here(experiment), seed)) for seed in self._seeds])

    def _network(self, experiment: Experiment, seed: int) -> Network:
        newest = self._runs.run(self._here(experiment), seed).newest
        assert newest is not None
        return Network(newest.parameters, experiment.network.activation)

    def _here(self, experiment: Experiment) -> Experiment:
        return replace(experiment, training=TrainingSpec(epochs=self._epochs)).on(self._data_set)


# ---------------------------------------------------------------------------------------------------------- the claims


def _helps(method: Callable[[Measured], Spread], measured: Measured) -> Finding:
    off, on = measured.with_penalty(0), method(measured)
    return Finding(clearly_above(on, off), f"{off.mean:.1f} → {on.mean:.1f}")


def _inverted_u(measured: Measured) -> Finding:
    """Judge whether it clearly rises to a best λ, clearly falls beyond, and nowhere clearly turns round before."""
    seen = [measured.with_penalty(lambda_) for lambda_ in (0, *_LAMBDAS)]
    best = max(range(len(seen)), key=lambda place: seen[place].mean)
    rises, falls = pairwise(seen[: best + 1]), pairwise(seen[best:])
    holds = (
        all(clearly_above(seen[best], end) for end in (seen[0], seen[-1]))
        and not any(clearly_above(before, after) for before, after in rises)
        and not any(clearly_above(after, before) for before, after in falls)
    )
    return Finding(holds, ", ".join(f"{one.mean:.1f}" for one in seen))


def _together(measured: Measured) -> Finding:
    alone, together = measured.alone_and_together()
    return Finding(clearly_above(together, alone), f"{alone.mean:.1f} → {together.mean:.1f}")


def _little_is_lost(measured: Measured) -> Finding:
    lost = measured.lost_by_pruning(_SMALL_WEIGHTS)
    return Finding(lost.mean <= _LITTLE, f"−{lost.mean:.1f}")


def _more_is_lost_without(measured: Measured) -> Finding:
    off, on = (measured.lost_by_pruning(lambda_) for lambda_ in (0, _SMALL_WEIGHTS))
    return Finding(clearly_above(off, on), f"−{on.mean:.1f} against −{off.mean:.1f}")


CLAIMS: dict[str, Callable[[Measured], Finding]] = {
    "L2, λ 0.1, recognizes more": partial(_helps, lambda measured: measured.with_penalty(0.1)),
    "Dropout, p 0.2, recognizes more": partial(_helps, Measured.with_dropout),
    "Shifts by up to 1/14 of the side: more": partial(_helps, Measured.with_shift),
    f"λ 0, {', '.join(f'{one:g}' for one in _LAMBDAS)}: an inverted U": _inverted_u,
    f"{_TOGETHER} networks together recognize more than one": _together,
    f"Pruning 80 %, L2 λ {_SMALL_WEIGHTS}: at most a point is lost": _little_is_lost,
    "… and less than without L2": _more_is_lost_without,
}


def table(measured: Sequence[Measured]) -> Iterator[str]:
    """Yield the lines of a table of all claims, each as soon as it is measured."""
    yield f"| validation accuracy in % | {' | '.join(one.name for one in measured)} |"
    yield "|---|" + "---|" * len(measured)
    for text, claim in CLAIMS.items():
        found = [claim(one) for one in measured]
        yield f"| {text} | " + " | ".join(f"{'yes' if one.holds else '**no**'}: {one.seen}" for one in found) + " |"


def main() -> None:
    """Print which claims hold of which images."""
    parser = argparse.ArgumentParser(description="Measure the lecture's claims on other images than MNIST's.")
    parser.add_argument("--seeds", type=int, default=3, help="how many (default 3), from the first on")
    parser.add_argument("--first", type=int, default=11, help="the first seed (default 11)")
    parser.add_argument("--data", type=Path, nargs="*", default=[], help="other files or folders of images")
    parser.add_argument("--epochs", type=int, default=100, help="of every run (default 100)")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.seeds)
    digits = load_mnist(resource_path("mnist"))
    paths = [*([FASHION] if FASHION.is_dir() else []), *options.data]
    images = {"MNIST": Other(MNIST, digits), "MNIST, 16 × 16": all_on_sixteen(digits)}
    for path in paths:
        opened = open_data_set(path)
        assert opened is not None  # nobody stops it
        images[opened.data_set.name] = Other(opened.data_set, opened.digits)
    for line in table([Measured(name, other, seeds, options.epochs) for name, other in images.items()]):
        print(line, flush=True)


if __name__ == "__main__":
    try:
        main()
    except Problem as problem:
        sys.exit(str(problem))
