"""Seconds per epoch against the bare products, torch and scikit-learn: `python -m tests.benchmarks.training`."""

import argparse
import json
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.training import train
from nnreg_gui.headless import train_file
from nnreg_gui.resource_files import resource_path

IMAGES = 50_000
CONFIGURATIONS = ((10, 30), (10, 100), (100, 30), (100, 100))
ENGINE, FLOOR, TORCH, SKLEARN = "nnreg-gui", "bare products", "torch", "scikit-learn"
# At m = 10 with 30 hidden neurons: the engine's seconds in units of the floor's, the others' in units of the engine's.
MOST_FLOORS, LEAST_TORCH, LEAST_SKLEARN = 1.6, 6.0, 5.0
MOST_SECONDS, LEAST_SHARE = 10.0, 0.5

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
    """The same network as usually written in torch, on one thread."""
    import torch
    from torch import nn

    torch.set_num_threads(1)
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
    """Return how many times longer `name` takes than `unit`, by the fastest epoch of each."""
    return min(seconds[name]) / min(seconds[unit])


def rows(m: int, hidden: int, seconds: dict[str, list[float]]) -> Iterator[str]:
    """Yield a line of the table for each contender."""
    for name, measured in seconds.items():
        yield (
            f"| {m} | {hidden} | {name} | {median(measured):.3f} | {min(measured):.3f} "
            f"| {ratio(seconds, name, FLOOR):.2f} | {ratio(seconds, name, ENGINE):.2f} |"
        )


def small_run(repetitions: int) -> tuple[float, float]:
    """Return the wall-clock seconds of the book's 400 epochs on 1,000 images without a window, and training's share."""
    walls, shares = [], []
    with TemporaryDirectory() as folder:
        file, table = Path(folder, "experiment.json"), Path(folder, "run.csv")
        file.write_text(Experiment().to_json(), encoding="utf-8")
        for _ in range(repetitions):
            began, said = perf_counter(), StringIO()
            with redirect_stdout(said):
                train_file(str(file), str(table))
            walls.append(perf_counter() - began)
            shares.append(json.loads(said.getvalue().splitlines()[-1])["seconds"] / walls[-1])
    return median(walls), median(shares)


def verdict(what: str, measured: str, met: bool) -> str:
    """Return a line that says whether it meets a target."""
    return f"- {what}: {measured}, {'met' if met else 'MISSED'}"


def main() -> None:
    """Measure, print the tables, and compare with the targets."""
    parser = argparse.ArgumentParser(description="Measure the seconds per epoch of 50,000 images, one thread.")
    parser.add_argument("--repetitions", type=int, default=5, help="epochs of each (default 5)")
    repetitions = parser.parse_args().repetitions
    digits = load_mnist(resource_path("mnist"))
    print(f"Seconds per epoch of {IMAGES:,} images, one thread, {repetitions} repetitions in turn.\n")
    print("| m | hidden | | median s | min s | × bare products | × nnreg-gui |\n|---|---|---|---|---|---|---|")
    measured = {}
    for m, hidden in CONFIGURATIONS:
        measured[m, hidden] = measure(digits, m, hidden, repetitions)
        print(*rows(m, hidden, measured[m, hidden]), sep="\n", flush=True)
    wall, share = small_run(repetitions)

    seconds = measured[10, 30]
    print("\nTargets (784-30-10, m = 10, unless said):\n")
    floors = ratio(seconds, ENGINE, FLOOR)
    print(verdict(f"at most {MOST_FLOORS} × the bare products", f"{floors:.2f} ×", floors <= MOST_FLOORS))
    for name, least in ((TORCH, LEAST_TORCH), (SKLEARN, LEAST_SKLEARN)):
        if name in seconds:
            times = ratio(seconds, name, ENGINE)
            print(verdict(f"at least {least:g} × faster than {name}", f"{times:.1f} ×", times >= least))
    print(verdict(f"1,000 images, 400 epochs, in at most {MOST_SECONDS:g} s", f"{wall:.1f} s", wall <= MOST_SECONDS))
    print(verdict(f"of these at least {LEAST_SHARE:.0%} training", f"{share:.0%}", share >= LEAST_SHARE))


if __name__ == "__main__":
    main()
