"""The two record scenarios: `python -m tests.benchmarks.record` trains three seeds, and lets them answer together.

That takes 20 minutes on two cores. The network of the last epoch counts, so that nothing is chosen by the test set.
"""

import argparse
import os
from dataclasses import replace
from statistics import median
from time import perf_counter

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.network import forward
from nnreg_gui.engine.questions.ensembles import called_by_average
from nnreg_gui.engine.scenarios import load_scenarios
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path

LEAST, LEAST_MEDIAN, LEAST_TOGETHER = 0.992, 0.993, 0.994
MOST_MINUTES = 10.0


def outputs_of(experiment: Experiment, digits: Digits) -> np.ndarray:
    """Train to the last epoch; return the outputs for the test images, (images, 10)."""
    last = None
    for event in train(experiment, digits, threads=os.cpu_count() or 1):
        if isinstance(event, EpochRecord):
            last = event
    assert last is not None
    return forward(last.parameters, digits.test.inputs, experiment.network.activation, experiment.cost)


def main() -> None:
    """Train, and compare with the goals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, help="fewer, to try this program")
    epochs = parser.parse_args().epochs
    digits, together = load_mnist(resource_path("mnist")), load_scenarios(resource_path("scenarios"))[-1]
    experiment = together.experiment
    if epochs is not None:
        experiment = replace(experiment, training=replace(experiment.training, epochs=epochs))
    accuracies, minutes, outputs = [], [], []
    for seed in range(experiment.seed, experiment.seed + together.seeds):
        began = perf_counter()
        outputs.append(outputs_of(replace(experiment, seed=seed), digits))
        minutes.append((perf_counter() - began) / 60)
        accuracies.append(float((outputs[-1].argmax(1) == digits.test.labels).mean()))
        print(f"seed {seed}: {accuracies[-1]:.2%} of the test images, {minutes[-1]:.1f} minutes", flush=True)
    average = float((called_by_average(np.stack(outputs)) == digits.test.labels).mean())
    for what, is_so in (
        (f"each at least {LEAST:.1%}, median at least {LEAST_MEDIAN:.1%}: {median(accuracies):.2%}",
         min(accuracies) >= LEAST and median(accuracies) >= LEAST_MEDIAN),
        (f"each in at most {MOST_MINUTES:.0f} minutes: {max(minutes):.1f}", max(minutes) <= MOST_MINUTES),
        (f"together at least {LEAST_TOGETHER:.1%}: {average:.2%}", average >= LEAST_TOGETHER),
    ):  # fmt: skip
        print(f"- {what}, {'met' if is_so else 'MISSED'}")


if __name__ == "__main__":
    main()
