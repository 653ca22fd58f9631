"""What the view of the tug of war states, with three seeds: `python -m tests.benchmarks.tug_of_war`."""

import argparse
import os
import sys
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.lecture_experiments import UNREGULARIZED, WITH_L1, WITH_L2
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.questions.tug_of_war import DataPullQuestion, TugOfWar
from nnreg_gui.pages.shrinking.tug_view import AT_REST
from nnreg_gui.resource_files import resource_path
from tests.benchmarks.trained import TrainedRuns

RUNS = {
    "Off": UNREGULARIZED,
    "L2 λ 0.1": WITH_L2,
    "L2 λ 1": replace(WITH_L2, regularization=RegularizationSpec(penalty="l2", lambda_=1.0)),
    "L2 λ 10, m 10": replace(WITH_L2, regularization=AT_REST.regularization),
    "L2 λ 10, all images in a step": AT_REST,
    "L1 λ 0.2": WITH_L1,
    "elastic net λ 0.2": replace(WITH_L2, regularization=RegularizationSpec(penalty="elastic_net", lambda_=0.2)),
}


def tug_of(record: EpochRecord, experiment: Experiment, digits: Digits) -> tuple[TugOfWar, float]:
    """Return the pulls at the weights of a network, and how many seconds they took to measure."""
    network, began = Network(record.parameters, experiment.network.activation), perf_counter()
    data = _answer(DataPullQuestion(experiment, network).answers(digits))
    return TugOfWar.of(record.parameters.weights, data, experiment), perf_counter() - began


def _answer(answers: Generator[float, None, tuple[np.ndarray, ...]]) -> tuple[np.ndarray, ...]:
    while True:
        try:
            next(answers)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def _without_ink(experiment: Experiment, digits: Digits) -> float:
    """Return the share of all weights that come from pixels without ink in any training image."""
    inked = digits.training[: experiment.data.training_images].inputs.any(0)
    hidden = experiment.network.hidden[0]
    weights = hidden * digits.pixels + hidden * 10
    return float(hidden * np.count_nonzero(~inked) / weights)


def main(arguments: list[str] | None = None) -> int:
    """Train and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--keep", type=Path, help="a folder for the runs, so that they need not be trained again")
    chosen = parser.parse_args(arguments)
    digits = load_mnist(resource_path("mnist"))
    runs, seconds = TrainedRuns(digits, chosen.keep), []
    for name, experiment in RUNS.items():
        for seed in chosen.seeds:
            history = runs.run(experiment, seed)
            for epoch in (history.epochs // 2, history.epochs):
                record = history.record_near(epoch)
                assert record is not None
                tug, taken = tug_of(record, experiment, digits)
                seconds.append(taken)
                within = float((np.abs(tug.data) < tug.corridor).mean())
                print(
                    f"{name}, seed {seed}, epoch {record.epoch}: both cancel at {tug.balanced.mean():.1%}, correlation "
                    f"{tug.correlation:.2f}, rest {tug.rest:.2f}, held at 0 {tug.held.mean():.1%}, pulled less than "
                    f"λ₁/n {within:.1%}, not pulled {tug.untouched.mean():.1%}",
                    flush=True,
                )
    print(f"weights from pixels without ink: {_without_ink(UNREGULARIZED, digits):.1%}")
    print(f"{1000 * median(seconds):.0f} ms to measure (at most {1000 * max(seconds):.0f} ms)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
