"""How often the signs of overfitting show in newly trained runs: `python -m tests.benchmarks.signs --seeds 20`."""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.overfitting import NEVER, SIGNS, YES, OverfittingSigns, overfitting_signs
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path

IMPROVING = 10  # epochs during which the networks of all runs still improve
_L2_5, _L2_01 = (RegularizationSpec(penalty="l2", lambda_=lambda_) for lambda_ in (5.0, 0.1))
RUNS = {
    "images_1000_off": Experiment(),
    "images_50000_l2_5": Experiment(
        data=DataSpec(training_images=50_000), regularization=_L2_5, training=TrainingSpec(epochs=30)
    ),
    "images_50000_off": Experiment(data=DataSpec(training_images=50_000), training=TrainingSpec(epochs=30)),
    "images_1000_l2_01": Experiment(regularization=_L2_01),
}
# These overfit within ten epochs.
for _hidden, _images, _rate in ((300, 200, 0.3), (100, 300, 0.1), (100, 1_000, 0.1)):
    RUNS[f"relu_{_hidden}_images_{_images}"] = Experiment(
        data=DataSpec(training_images=_images),
        network=NetworkSpec(hidden=(_hidden,), activation="relu", initial_weights="scaled"),
        training=TrainingSpec(learning_rate=_rate, epochs=40),
    )
_MOST_SEEDS = {"images_1000_off": 20, "images_50000_l2_5": 10, "images_50000_off": 3}
_SEEDS = 5  # of the others


def first_epochs(signs: OverfittingSigns) -> dict[str, int]:
    """Return, for each sign, the first epoch at which it says YES, or NEVER."""
    return {
        name: int((sign.state == YES).argmax()) if (sign.state == YES).any() else NEVER
        for name, sign in signs.signs.items()
    }


def curves_of(experiment: Experiment, digits: Digits) -> np.ndarray:
    """Train, and return costs and accuracies of training and validation images, (4, epochs)."""
    records = (event for event in train(experiment, digits) if isinstance(event, EpochRecord))
    rows = [(r.training_cost, r.validation_cost, r.training_accuracy, r.validation_accuracy) for r in records]
    return np.array(rows).T


def report(name: str, curves: np.ndarray) -> Iterator[str]:
    """Say how often each sign shows in the runs of a kind, (seeds, 4, epochs), and from when on."""
    found = [first_epochs(overfitting_signs(*run)) for run in curves]
    early = [first_epochs(overfitting_signs(*run[:, : IMPROVING + 1])) for run in curves]
    yield f"{name}: {len(curves)} seeds, {curves.shape[2] - 1} epochs"
    for sign in SIGNS:
        epochs = [one[sign] for one in found if one[sign] != NEVER]
        when = f", first at epoch {min(epochs)} to {max(epochs)}, median {median(epochs):g}" if epochs else ""
        yield f"  {sign:14} seen in {len(epochs)} of {len(curves)}{when}"
    firsts = [min((epoch for epoch in one.values() if epoch != NEVER), default=NEVER) for one in found]
    yield f"  the first of all four at epoch {firsts}"
    yield f"  in the first {IMPROVING} epochs: {sum(any(e != NEVER for e in one.values()) for one in early)} seen"


def seconds_to_judge(epochs: int, curves: np.ndarray) -> float:
    """Return the median of nine times to judge curves of this length."""
    long = np.tile(curves[0], (1, epochs // curves.shape[2] + 1))[:, :epochs]
    times = []
    for _ in range(9):
        began = perf_counter()
        overfitting_signs(*long)
        times.append(perf_counter() - began)
    return median(times)


def main(arguments: list[str] | None = None) -> int:
    """Train and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="at most so many of each kind of run")
    parser.add_argument("--only", choices=list(RUNS), help="one kind of run")
    parser.add_argument("--record", type=Path, help="also write the curves to this file")
    chosen = parser.parse_args(arguments)
    digits, kept = load_mnist(resource_path("mnist")), {}
    for name, experiment in RUNS.items():
        if chosen.only in (None, name):
            seeds = range(1, min(chosen.seeds, _MOST_SEEDS.get(name, _SEEDS)) + 1)
            kept[name] = np.stack([curves_of(replace(experiment, seed=seed), digits) for seed in seeds])
            print("\n".join(report(name, kept[name])), flush=True)
    any_curves = next(iter(kept.values()))
    for epochs in (400, 100_000):
        print(f"{1000 * seconds_to_judge(epochs, any_curves):.2f} ms to judge {epochs:,} epochs")
    if chosen.record is not None:
        np.savez_compressed(chosen.record, **{n: np.round(c, 5).astype(np.float32) for n, c in kept.items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
