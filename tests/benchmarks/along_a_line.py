"""What the view along a line states, with three seeds: `python -m tests.benchmarks.along_a_line`."""

import argparse
import os
import sys
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.lecture_experiments import UNREGULARIZED, WITH_L1, WITH_L2
from nnreg_gui.engine.questions.along_a_line import AroundQuestion, Cut, LineQuestion
from nnreg_gui.engine.questions.question import Network, Question
from nnreg_gui.pages.noise.cut_sentences import FAR
from nnreg_gui.resource_files import resource_path
from tests.benchmarks.trained import TrainedRuns
from tests.questions import answer_to

KINDS = {"Off": UNREGULARIZED, "L2 λ 0.1": WITH_L2, "L1 λ 0.2": WITH_L1}
DIRECTION_SEEDS = 0, 1, 2


def _network(history: RunHistory) -> Network:
    assert history.newest is not None
    return Network(history.newest.parameters, history.experiment.network.activation)


def _timed(question: Question[Cut], digits: Digits, seconds: list[float]) -> Cut:
    began = perf_counter()
    cut: Cut = answer_to(question, digits)
    seconds.append(perf_counter() - began)
    return cut


def report_line(name: str, cut: Cut) -> str:
    """Say how high the training cost gets between the ends, and where validation is best."""
    inside = (cut.places >= 0) & (cut.places <= 1)
    ends = [float(cut.training_cost[np.isclose(cut.places, place)][0]) for place in (0, 1)]
    return (
        f"{name}: training cost {ends[0]:.3f} … at most {cut.training_cost[inside].max():.3f} … {ends[1]:.3f}; "
        f"validation cost lowest at {cut.places[cut.validation_cost.argmin()]:.0%}, accuracy highest at "
        f"{cut.places[cut.validation_accuracy.argmax()]:.0%}, lowest inside {cut.validation_accuracy[inside].min():.1%}"
    )


def main(arguments: list[str] | None = None) -> int:
    """Train and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--keep", type=Path, help="a folder for the runs, so that they need not be trained again")
    chosen = parser.parse_args(arguments)
    digits = load_mnist(resource_path("mnist"))
    runs, seconds = TrainedRuns(digits, chosen.keep), list[float]()
    networks = {(name, seed): _network(runs.run(one, seed)) for name, one in KINDS.items() for seed in chosen.seeds}
    lines = [(("Off", seed), (name, seed)) for seed in chosen.seeds for name in ("L2 λ 0.1", "L1 λ 0.2")]
    lines += [((name, one), (name, other)) for name in KINDS for one, other in pairwise(chosen.seeds)]
    for one, other in lines:
        question = LineQuestion(UNREGULARIZED, networks[one], networks[other])
        print(report_line(f"{one} → {other}", _timed(question, digits, seconds)), flush=True)
    for seed in chosen.seeds:
        for directions in DIRECTION_SEEDS:
            costs = []
            for name in KINDS:
                question = AroundQuestion(UNREGULARIZED, networks[name, seed], seed=directions)
                cut = _timed(question, digits, seconds)
                here, there = (cut.training_cost[np.isclose(np.abs(cut.places), far)].mean() for far in (0, FAR))
                costs.append(f"{name} {here:.3f} → {there:.2f}")
            print(f"training cost {FAR:.0%} away, seed {seed}, directions {directions}: {', '.join(costs)}", flush=True)
    print(f"{1000 * median(seconds):.0f} ms to measure (at most {1000 * max(seconds):.0f} ms)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
