"""What an engine answers, against what is computed directly from a few digits."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.augmentation import rotate
from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.pruning import prune
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.questions.robustness import gradient_norms, noise_of, with_noise
from nnreg_gui.engine.questions.thinning import neurons_off, thinned
from nnreg_gui.lessons.expressions import parse
from nnreg_gui.lessons.known import Known, MissingError
from nnreg_gui.lessons.measurements import MEASUREMENTS, Measurement
from tests.fixture_types import Small, Trained
from tests.questions import answer_to

IMAGES = 300


@pytest.fixture(scope="module")
def some(digits: Digits) -> Digits:
    return Digits(digits.training, digits.validation[:IMAGES], digits.test[:IMAGES])


@pytest.fixture(scope="module")
def runs(small: Small, trained: Trained) -> list[RunHistory]:
    """Three seeds of one experiment with dropout."""
    return [trained(small(images=300, hidden=(10,), epochs=10, dropout=0.2, seed=seed)) for seed in (1, 2, 3)]


def networks(histories: list[RunHistory]) -> list[Network]:
    records = [history.newest for history in histories]
    return [Network(record.parameters, "sigmoid") for record in records if record is not None]


def accuracy(network: Network, split: Split, images: np.ndarray | None = None) -> float:
    return float((network.called(split.inputs if images is None else images) == split.labels).mean())


def measured(text: str, histories: list[RunHistory], digits: Digits) -> float:
    """Return the value of an expression as a lesson finds it: ask what it needs, then compute it."""
    expression, known = parse(text, ["run"]), Known(runs={"run": histories})
    for measurement in expression.measurements:
        answer = answer_to(measurement.question(histories), digits)
        known.measured[measurement] = measurement.figure(answer)
    return expression.value(known)


def direct(of: Callable[[Network], float], histories: list[RunHistory]) -> float:
    return float(np.mean([of(network) for network in networks(histories)]))


def test_noise(runs: list[RunHistory], some: Digits) -> None:
    split = some.validation
    noisy = with_noise(split.inputs, noise_of(range(IMAGES), 784, 0), 0.3)

    assert measured("noise(run, 0.3)", runs, some) == direct(lambda one: accuracy(one, split, noisy), runs)


def test_turned(runs: list[RunHistory], some: Digits) -> None:
    split = some.validation
    turned = rotate(split.inputs.reshape(-1, 28, 28), -30)

    assert measured("turned(run, -30)", runs[:1], some) == accuracy(networks(runs)[0], split, turned)


def test_neurons_off(runs: list[RunHistory], some: Digits) -> None:
    split = some.validation

    def of(network: Network) -> float:
        masks = [masks for _, masks in neurons_off((10,), (0.5,), 10, 0)]
        return float(
            np.mean([accuracy(replace(network, parameters=thinned(network.parameters, one)), split) for one in masks])
        )

    assert measured("neurons_off(run, 0.5)", runs, some) == pytest.approx(direct(of, runs))


def test_pruned(runs: list[RunHistory], some: Digits) -> None:
    def of(network: Network) -> float:
        left = prune(network.parameters, 0.8, per_layer=False).parameters
        return accuracy(replace(network, parameters=left), some.validation)

    assert measured("pruned(run, 0.8)", runs, some) == direct(of, runs)
    assert measured("pruned(run, 0)", runs, some) == direct(lambda one: accuracy(one, some.validation), runs)


def test_slope(runs: list[RunHistory], some: Digits) -> None:
    inputs = some.validation.inputs

    assert measured("slope(run)", runs, some) == pytest.approx(
        direct(lambda one: float(gradient_norms(one, inputs).mean()), runs), rel=1e-4
    )


def test_ensembles(runs: list[RunHistory], some: Digits) -> None:
    split = some.validation
    called = np.stack([network.called(split.inputs) for network in networks(runs)])
    right = called == split.labels

    assert measured("single(run)", runs, some) == pytest.approx(right.mean())
    average, vote = measured("average(run)", runs, some), measured("vote(run)", runs, some)
    by_two = float((right.sum(0) >= 2).mean())
    assert vote >= by_two, "two of three decide; where all differ, one may still be right"
    assert average == pytest.approx(vote, abs=0.1)
    rescued = measured("rescued(run)", runs, some)
    assert rescued == pytest.approx(average * IMAGES - right.all(0).sum()), "right, though not all are"
    assert measured("average(run)", runs[:1], some) == measured("single(run)", runs[:1], some)


def test_thinned_networks(runs: list[RunHistory], some: Digits) -> None:
    each, together = (measured(f"{name}(run, 20)", runs, some) for name in ("thinned", "thinned_average"))

    assert 0.1 < each < together < 1


@pytest.mark.parametrize(("name", "digit", "other"), [("six_as_nine", 6, 9), ("nine_as_six", 9, 6)])
def test_sixes_and_nines(name: str, digit: int, other: int, runs: list[RunHistory], some: Digits) -> None:
    shown = some.validation[some.validation.labels == digit]
    turned = rotate(shown.inputs.reshape(-1, 28, 28), 180)

    for text, images in ((f"{name}(run)", shown.inputs), (f"{name}_at(run, 180)", turned)):
        expected = direct(lambda one, images=images: float((one.called(images) == other).mean()), runs)  # type: ignore[misc]
        assert measured(text, runs, some) == pytest.approx(expected)
    assert measured(f"{name}_at(run, 180)", runs, some) > 0


def test_a_run_without_a_network_cannot_be_measured(small: Small) -> None:
    for histories in ([], [RunHistory(small())]):
        with pytest.raises(MissingError):
            Measurement("slope", "run").question(histories)


def test_equal_measurements_are_asked_once(runs: list[RunHistory]) -> None:
    expression = parse("noise(run, 0.3) + noise(run, 0.30) - average(run)", ["run"])

    assert expression.measurements == (Measurement("noise", "run", (0.3,)), Measurement("average", "run"))
    assert set(expression.measurements) == {Measurement("noise", "run", (0.3,)), Measurement("average", "run")}


def test_a_question_asks_the_networks_in_use(runs: list[RunHistory]) -> None:
    for name, kind in MEASUREMENTS.items():
        arguments = tuple(float(one.high) for one in kind.arguments)
        question = Measurement(name, "run", arguments).question(runs)

        assert [one.parameters for one in question.networks] == [one.parameters for one in networks(runs)]  # type: ignore[attr-defined]


def test_the_room_opens_without_what_asks_and_without_qt() -> None:
    code = "import sys, nnreg_gui.lessons.lesson_files; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "nnreg_gui.lessons.measurements" in modules
    assert [one for one in modules if one.startswith(("nnreg_gui.engine.questions", "PySide6"))] == []
