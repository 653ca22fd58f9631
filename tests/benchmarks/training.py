"""Seconds per epoch against the bare products, torch and scikit-learn: `python -m tests.benchmarks.training`.

With `BENCH_THREADS=2` in the environment, BLAS and torch use two threads; the program itself trains with one, and uses
the others for measuring and for augmentation.
"""

import argparse
import json
import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.update(  # before numpy is imported
    dict.fromkeys(
        ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"),
        os.environ.get("BENCH_THREADS", "1"),
    )
)

import numpy as np

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path
from nnreg_gui.system_information import blas_kernel

THREADS = int(os.environ["OMP_NUM_THREADS"])
IMAGES = 50_000
SMALL, BIG = (10, 30), (100, 800)  # m, and the hidden neurons
CONFIGURATIONS = (SMALL, (10, 100), (100, 30), (100, 100), BIG)
ENGINE, FLOOR, TORCH, SKLEARN = "nnreg-gui", "bare products", "torch", "scikit-learn"
# Of the small network: the engine's seconds in units of the floor's, the others' in units of the engine's.
MOST_FLOORS, LEAST_TORCH, LEAST_SKLEARN = 1.5, 6.0, 5.0
LEAST_TORCH_BIG = 1.0  # the same for the big one
# The demonstration (1,000 images, 400 epochs, measured on 11,000 after each): its seconds in units of its updates'.
MOST_UPDATES = {2: 3.0, 4: 2.2}

Epoch = Callable[[], float]
"""Trains one epoch and returns its seconds."""


def engine(digits: Digits, m: int, hidden: int) -> Epoch:
    """The program's own training loop, without measuring."""
    experiment = Experiment(
        data=DataSpec(training_images=IMAGES),
        network=NetworkSpec(hidden=(hidden,)),
        training=TrainingSpec(batch_size=m, epochs=100_000),
    )
    # Two test and validation images will do: only training is timed.
    run = train(experiment, replace(digits, validation=digits.validation[:2], test=digits.test[:2]))
    records = (event.seconds for event in run if isinstance(event, EpochRecord))
    next(records)  # epoch 0, the untrained network
    return lambda: next(records)


def floor(digits: Digits, m: int, hidden: int) -> Epoch:
    """The least that any implementation with these products must do: gather the mini-batches, multiply five times."""
    training = digits.training[:IMAGES]
    inputs, targets = training.inputs, training.targets
    random = np.random.default_rng(1)
    w1, w2 = random.standard_normal((hidden, 784), np.float32), random.standard_normal((10, hidden), np.float32)
    x, y = np.empty((m, 784), np.float32), np.empty((m, 10), np.float32)
    a1, a2 = random.standard_normal((m, hidden), np.float32), random.standard_normal((m, 10), np.float32)
    delta1, gradient1, gradient2 = np.empty_like(a1), np.empty_like(w1), np.empty_like(w2)
    w1_transposed, w2_transposed, delta1_transposed, delta2_transposed = w1.T, w2.T, delta1.T, a2.T

    def epoch() -> float:
        order = random.permutation(IMAGES)
        began = perf_counter()
        for start in range(0, IMAGES, m):
            batch = order[start : start + m]
            inputs.take(batch, 0, out=x, mode="clip")
            targets.take(batch, 0, out=y, mode="clip")
            np.dot(x, w1_transposed, out=a1)
            np.dot(a1, w2_transposed, out=a2)
            np.dot(delta2_transposed, a1, out=gradient2)
            np.dot(a2, w2, out=delta1)
            np.dot(delta1_transposed, x, out=gradient1)
        return perf_counter() - began

    return epoch


def torch_network(digits: Digits, m: int, hidden: int) -> Epoch:
    """The same network as usually written in torch."""
    import torch
    from torch import nn

    torch.set_num_threads(THREADS)
    torch.manual_seed(1)
    training = digits.training[:IMAGES]
    inputs, targets = torch.from_numpy(training.inputs), torch.from_numpy(training.targets)
    network = nn.Sequential(nn.Linear(784, hidden), nn.Sigmoid(), nn.Linear(hidden, 10))
    for parameter in network.parameters():
        nn.init.normal_(parameter)
    cost = nn.BCEWithLogitsLoss(reduction="sum")
    descent = torch.optim.SGD(network.parameters(), lr=0.5)

    def epoch() -> float:
        began = perf_counter()
        for batch in torch.randperm(IMAGES).split(m):
            descent.zero_grad()
            loss = cost(network(inputs[batch]), targets[batch]) / len(batch)
            loss.backward()
            descent.step()
        return perf_counter() - began

    return epoch


def sklearn_network(digits: Digits, m: int, hidden: int) -> Epoch:
    """The nearest equivalent in scikit-learn: softmax outputs, everything else the same."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    training = digits.training[:IMAGES]
    inputs, labels = training.inputs, training.labels
    network = MLPClassifier(
        (hidden,),
        activation="logistic",
        solver="sgd",
        alpha=0.0,
        batch_size=m,
        learning_rate_init=0.5,
        momentum=0.0,
        max_iter=1,
        warm_start=True,
        random_state=1,
    )

    def epoch() -> float:
        began = perf_counter()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            network.fit(inputs, labels)
        return perf_counter() - began

    return epoch


CONTENDERS: dict[str, Callable[[Digits, int, int], Epoch]] = {
    ENGINE: engine,
    FLOOR: floor,
    TORCH: torch_network,
    SKLEARN: sklearn_network,
}


def measure(digits: Digits, m: int, hidden: int, repetitions: int) -> dict[str, list[float]]:
    """Return the seconds per epoch of each installed contender, one epoch of each in turn."""
    epochs: dict[str, Epoch] = {}
    for name, prepare in CONTENDERS.items():
        try:
            epochs[name] = prepare(digits, m, hidden)
        except ImportError as error:
            print(f"{name} is left out ({error}): pip install nnreg-gui[bench]", file=sys.stderr)
    for epoch in epochs.values():
        epoch()  # the first epoch touches its memory for the first time
    seconds: dict[str, list[float]] = {name: [] for name in epochs}
    for repetition in range(repetitions):
        for name, epoch in epochs.items():
            seconds[name].append(epoch())
        print(f"m = {m}, {hidden} hidden: {repetition + 1} of {repetitions}", file=sys.stderr)
    return seconds


def ratio(seconds: dict[str, list[float]], name: str, unit: str) -> float:
    """Return how many times longer `name` takes than `unit`: the median over epochs that were trained in turn."""
    return median(one / other for one, other in zip(seconds[name], seconds[unit], strict=True))


def rows(m: int, hidden: int, seconds: dict[str, list[float]]) -> Iterator[str]:
    """Yield a line of the table for each contender."""
    for name, measured in seconds.items():
        yield (
            f"| {m} | {hidden} | {name} | {median(measured):.3f} | {min(measured):.3f} "
            f"| {ratio(seconds, name, FLOOR):.2f} | {ratio(seconds, name, ENGINE):.2f} |"
        )


def demonstration(epochs: int = 400) -> tuple[float, float]:
    """Return the seconds of the book's 1,000 images in the program without a window, and of these the updates'."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "experiment.json")
        file.write_text(Experiment(training=TrainingSpec(epochs=epochs)).to_json(), encoding="utf-8")
        began = perf_counter()
        said = subprocess.run(
            [sys.executable, "-m", "nnreg_gui", "--train", file], capture_output=True, text=True, check=True
        )
        return perf_counter() - began, json.loads(said.stdout.splitlines()[-1])["seconds"]


def demonstration_on_four_cores(digits: Digits) -> tuple[float, float]:
    """Return the same for four cores, simulated with two: each thread measures 3,000 images instead of 2,750."""
    half, began = replace(digits, validation=digits.validation[::2]), perf_counter()
    updates = sum(event.seconds for event in train(Experiment(), half, threads=2) if isinstance(event, EpochRecord))
    return perf_counter() - began + demonstration(epochs=1)[0], updates


def verdict(what: str, measured: str, met: bool) -> str:
    """Return a line that says whether it meets a target."""
    return f"- {what}: {measured}, {'met' if met else 'MISSED'}"


def main() -> None:
    """Measure, print the tables, and compare with the targets."""
    parser = argparse.ArgumentParser(description="Measure the seconds per epoch of 50,000 images.")
    parser.add_argument("--repetitions", type=int, default=5, help="epochs of each (default 5)")
    repetitions = parser.parse_args().repetitions
    digits = load_mnist(resource_path("mnist"))
    print(f"Seconds per epoch of {IMAGES:,} images, {repetitions} repetitions in turn, threads: {THREADS}.")
    print(f"BLAS kernel: {blas_kernel()}.\n")
    print("| m | hidden | | median s | min s | × bare products | × nnreg-gui |\n|---|---|---|---|---|---|---|")
    measured = {}
    for m, hidden in CONFIGURATIONS:
        measured[m, hidden] = measure(digits, m, hidden, repetitions)
        print(*rows(m, hidden, measured[m, hidden]), sep="\n", flush=True)

    print("\nTargets (medians):\n")
    floors = ratio(measured[SMALL], ENGINE, FLOOR)
    print(verdict(f"784-30-10, m = 10: at most {MOST_FLOORS} × the products", f"{floors:.2f} ×", floors <= MOST_FLOORS))
    for what, sizes, name, least in (
        ("784-30-10, m = 10", SMALL, TORCH, LEAST_TORCH),
        ("784-30-10, m = 10", SMALL, SKLEARN, LEAST_SKLEARN),
        ("784-800-10, m = 100", BIG, TORCH, LEAST_TORCH_BIG),
    ):
        if name in measured[sizes]:
            times = ratio(measured[sizes], name, ENGINE)
            print(verdict(f"{what}: at least {least:g} × as fast as {name}", f"{times:.2f} ×", times >= least))
    real = [demonstration() for _ in range(repetitions)]
    simulated = [demonstration_on_four_cores(digits) for _ in range(repetitions)]
    for cores, walls in ((2, real), (4, simulated)):
        times = median(wall / updates for wall, updates in walls)
        what = f"1,000 images, 400 epochs, {cores} cores: at most {MOST_UPDATES[cores]} × the updates"
        wall = median(wall for wall, _ in walls)
        print(verdict(what, f"{times:.2f} × ({wall:.1f} s)", times <= MOST_UPDATES[cores]))


if __name__ == "__main__":
    main()
