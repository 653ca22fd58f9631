"""Augmentation against scipy and OpenCV, and what it costs a run: `python -m tests.benchmarks.augmentation`."""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np

from nnreg_gui.engine.augmentation import Augmenter, Drawn, augment, draw, source_matrices
from nnreg_gui.engine.digits import Digits, load_mnist
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import AugmentationSpec, DataSpec, Experiment, TrainingSpec
from nnreg_gui.engine.network import initial_parameters
from nnreg_gui.engine.questions.question import Network, RotationQuestion
from nnreg_gui.engine.training import train
from nnreg_gui.resource_files import resource_path

IMAGES, SHAPE = 50_000, (28, 28)
GEOMETRY = AugmentationSpec(rotation=15, shift=2, zoom=0.1, shear=0.1)
KINDS = {
    "rotation, shift, zoom, shear": GEOMETRY,
    "blur": AugmentationSpec(blur=1),
    "mirroring": AugmentationSpec(mirror_horizontal=0.5),
    "brightness, contrast": AugmentationSpec(brightness=0.3, contrast=0.3),
    "noise": AugmentationSpec(noise=0.1),
    "elastic": AugmentationSpec(elastic_alpha=34),
}
EVERYTHING = replace(GEOMETRY, blur=1, mirror_horizontal=0.5, brightness=0.3, contrast=0.3, noise=0.1, elastic_alpha=34)
OURS, SCIPY, OPENCV = "nnreg-gui", "scipy.ndimage.affine_transform", "OpenCV warpAffine"
LEAST_SCIPY, MOST_OPENCV, MOST_PLAIN, MOST_SHEET, MOST_QUESTION = 4.0, 1.5, 2.0, 0.016, 3.0
SHEET = 64

Work = Callable[[], object]


def ours(images: np.ndarray, drawn: Drawn) -> Work:
    """Change all images at once, into an existing array."""
    augmenter, out = Augmenter(SHAPE), np.zeros_like(images)
    return lambda: augmenter.apply(images, drawn, out)


def scipy_loop(images: np.ndarray, drawn: Drawn) -> Work:
    """One image at a time, bilinear; matrices in (row, column) order, relative to the corner, are made beforehand."""
    from scipy import ndimage

    matrices = source_matrices(drawn, len(images)).astype(float)
    middle = (np.array(SHAPE) - 1) / 2
    linear = matrices[:, ::-1, 1::-1].copy()
    offsets = matrices[:, ::-1, 2] + middle - linear @ middle
    out = np.empty_like(images)

    def loop() -> None:
        for image, matrix, offset, target in zip(images, linear, offsets, out, strict=True):
            ndimage.affine_transform(image, matrix, offset, output=target, order=1)

    return loop


def opencv_loop(images: np.ndarray, drawn: Drawn) -> Work:
    """One image at a time, bilinear (in fractions of 1/32 of a pixel), on one thread."""
    import cv2

    cv2.setNumThreads(1)
    matrices = source_matrices(drawn, len(images)).astype(float)
    middle = (np.array(SHAPE[::-1]) - 1) / 2
    matrices[:, :, 2] += middle - matrices[:, :, :2] @ middle
    flags, out = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, np.empty_like(images)

    def loop() -> None:
        for image, matrix, target in zip(images, matrices, out, strict=True):
            cv2.warpAffine(image, matrix, SHAPE, target, flags)

    return loop


def seconds_of(works: dict[str, Work], repetitions: int) -> dict[str, list[float]]:
    """Return the seconds that each takes, one of each in turn."""
    for work in works.values():
        work()  # the first round touches its memory for the first time
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for repetition in range(repetitions):
        for name, work in works.items():
            began = perf_counter()
            work()
            seconds[name].append(perf_counter() - began)
        print(f"{', '.join(works)}: {repetition + 1} of {repetitions}", file=sys.stderr)
    return seconds


def warps(images: np.ndarray, repetitions: int) -> dict[str, list[float]]:
    """Return the seconds of all geometry together on all images, by library."""
    drawn = draw(GEOMETRY, len(images), SHAPE, np.random.default_rng(1))
    works = {OURS: ours(images, drawn)}
    for name, loop in ((SCIPY, scipy_loop), (OPENCV, opencv_loop)):
        try:
            works[name] = loop(images, drawn)
        except ImportError as error:
            print(f"{name} is left out ({error}): pip install nnreg-gui[bench]", file=sys.stderr)
    return seconds_of(works, repetitions)


def epochs(digits: Digits, repetitions: int) -> dict[str, list[float]]:
    """Return the seconds of epochs of 50,000 images, 784-30-10, m = 10, plain and augmented, one of each in turn."""
    few = replace(digits, validation=digits.validation[:2], test=digits.test[:2])
    runs: dict[str, Work] = {}
    seconds: dict[str, list[float]] = {"plain": [], "augmented": []}
    for name, spec in (("plain", AugmentationSpec()), ("augmented", GEOMETRY)):
        experiment = Experiment(
            data=DataSpec(training_images=IMAGES), augmentation=spec, training=TrainingSpec(epochs=100_000)
        )
        records = (event.seconds for event in train(experiment, few) if isinstance(event, EpochRecord))
        next(records)  # epoch 0, the untrained network
        runs[name] = lambda records=records, into=seconds[name]: into.append(next(records))
    seconds_of(runs, repetitions)
    return {name: values[1:] for name, values in seconds.items()}


def rotation_question(digits: Digits) -> Callable[[], None]:
    """All validation sixes and nines at 73 angles, shown to three networks of 100 hidden neurons."""
    parameters = initial_parameters((784, 100, 10), "scaled", np.random.default_rng(1))
    question = RotationQuestion((Network(parameters, "sigmoid"),) * 3, tuple(float(a) for a in range(-180, 181, 5)))

    def answer() -> None:
        for _ in question.answers(digits):
            pass

    return answer


def verdict(what: str, measured: str, met: bool) -> str:
    """Return a line that says whether it meets a target."""
    return f"- {what}: {measured}, {'met' if met else 'MISSED'}"


def table(title: str, seconds: dict[str, list[float]], unit: str = "") -> None:
    """Print the seconds of each, on request also in units of one of them."""
    print(f"\n| {title} | median s | min s |{f' × {unit} |' if unit else ''}")
    print(f"|---|---|---|{'---|' if unit else ''}")
    for name, measured in seconds.items():
        times = f" {min(measured) / min(seconds[unit]):.2f} |" if unit else ""
        print(f"| {name} | {median(measured):.3f} | {min(measured):.3f} |{times}", flush=True)


def main() -> None:
    """Measure, print the tables, and compare with the targets."""
    parser = argparse.ArgumentParser(description="Measure augmentation: seconds for 50,000 images, one thread.")
    parser.add_argument("--repetitions", type=int, default=5, help="of each (default 5)")
    repetitions = parser.parse_args().repetitions
    digits = load_mnist(resource_path("mnist"))
    images = digits.training.inputs.reshape(-1, *SHAPE)
    random = np.random.default_rng(1)
    kinds = {
        name: (lambda spec=spec: augment(images, draw(spec, len(images), SHAPE, random)))
        for name, spec in KINDS.items()
    }

    print(f"{IMAGES:,} images, one thread, {repetitions} repetitions in turn.")
    warped = warps(images, repetitions)
    table("all geometry together", warped, OURS)
    table("a kind alone, drawing included", seconds_of(kinds, repetitions))
    trained = epochs(digits, repetitions)
    table("an epoch, 784-30-10, m = 10", trained, "plain")
    window = {
        f"{SHEET} digits, every kind": lambda: augment(images[:SHEET], draw(EVERYTHING, SHEET, SHAPE, random)),
        "all sixes and nines, 73 angles, 3 networks": rotation_question(digits),
    }
    pictures = seconds_of(window, 3)
    table("what the window waits for", pictures)
    print_targets(warped, trained, pictures)


def print_targets(
    warped: dict[str, list[float]], trained: dict[str, list[float]], pictures: dict[str, list[float]]
) -> None:
    """Compare the measurements with the targets."""
    print("\nTargets:\n")
    if SCIPY in warped:
        times = min(warped[SCIPY]) / min(warped[OURS])
        print(verdict(f"{LEAST_SCIPY:g} × faster than a loop of {SCIPY}", f"{times:.1f} ×", times >= LEAST_SCIPY))
    if OPENCV in warped:
        times = min(warped[OURS]) / min(warped[OPENCV])
        print(verdict(f"at most {MOST_OPENCV:g} × a loop of {OPENCV}", f"{times:.2f} ×", times <= MOST_OPENCV))
    times = median(trained["augmented"]) / median(trained["plain"])
    print(verdict(f"an augmented epoch at most {MOST_PLAIN:g} × a plain one", f"{times:.2f} ×", times <= MOST_PLAIN))
    for (what, seconds), most in zip(pictures.items(), (MOST_SHEET, MOST_QUESTION), strict=True):
        print(verdict(f"{what}, at most {most:g} s", f"{median(seconds):.4f} s", median(seconds) <= most))


if __name__ == "__main__":
    main()
