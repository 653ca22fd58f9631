"""What is left of a network's answer when its input is disturbed."""

from itertools import pairwise

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.questions.robustness import (
    GradientQuestion,
    NoiseQuestion,
    TurnQuestion,
    gradient_norms,
    input_gradients,
    noise_of,
    with_noise,
)
from tests.fixture_types import Small, Trained
from tests.pages.rotation.rotation_material import few
from tests.questions import answer_to


@pytest.fixture(scope="module")
def some(digits: Digits) -> Digits:
    return few(digits)


@pytest.fixture(scope="module")
def network(small: Small, trained: Trained) -> Network:
    history = trained(small(images=300, hidden=(10,), epochs=10))
    assert history.newest is not None
    return Network(history.newest.parameters, "sigmoid")


def _accuracy(network: Network, split: Split) -> float:
    return float((network.called(split.inputs) == split.labels).mean())


def _drawn_network(sizes: tuple[int, ...], activation: str, cost: str = "cross_entropy") -> Network:
    random = np.random.default_rng(3)
    weights = tuple(random.normal(0, 1 / np.sqrt(i), (o, i)) for i, o in pairwise(sizes))
    return Network(Parameters(weights, tuple(random.normal(0, 1, o) for o in sizes[1:])), activation, cost=cost)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("hidden", [(7,), (7, 5), (7, 5, 6), (30,)])
@pytest.mark.parametrize("cost", ["cross_entropy", "log_likelihood"])  # outputs are sigmoids, or a softmax
def test_gradients_are_those_of_finite_differences(hidden: tuple[int, ...], activation: str, cost: str) -> None:
    network, step = _drawn_network((12, *hidden, 10), activation, cost), 1e-6
    inputs = np.random.default_rng(5).random((4, 12))
    found = input_gradients(network, inputs)

    assert found.shape == (4, 10, 12)
    for pixel in range(12):
        aside = np.zeros(12)
        aside[pixel] = step
        up, down = (network.outputs(inputs + sign * aside) for sign in (1, -1))
        assert found[:, :, pixel] == pytest.approx((up - down) / (2 * step), abs=1e-8)


@pytest.mark.parametrize("hidden", [(7,), (7, 5), (30,)])  # fewer neurons than pixels, and more
def test_norms_are_those_of_the_gradients(hidden: tuple[int, ...]) -> None:
    network, inputs = _drawn_network((12, *hidden, 10), "tanh"), np.random.default_rng(6).random((150, 12))

    expected = [np.linalg.norm(one) for one in input_gradients(network, inputs)]
    assert gradient_norms(network, inputs) == pytest.approx(np.array(expected))


def test_the_gradient_question_is_the_mean_of_the_first_images(network: Network, some: Digits) -> None:
    flat = Network(Parameters((np.zeros((5, 784)), np.zeros((10, 5))), (np.zeros(5), np.zeros(10))), "sigmoid")
    steep, nothing = answer_to(GradientQuestion((network, flat), images=150), some)

    assert steep == pytest.approx(gradient_norms(network, some.validation[:150].inputs).mean())
    assert nothing == 0


def test_the_slope_of_a_network_that_has_run_away_is_a_number(some: Digits) -> None:
    random = np.random.default_rng(3)
    weights = (random.normal(0, 1e15, (5, 784)).astype(np.float32), random.normal(0, 1e-16, (10, 5)).astype(np.float32))
    away = Network(Parameters(weights, (np.zeros(5, np.float32), np.zeros(10, np.float32))), "relu")
    (slope,) = answer_to(GradientQuestion((away,), images=50), some)

    assert 0 < slope < np.inf


def test_no_noise_and_no_turn_give_the_plain_accuracy(network: Network, some: Digits) -> None:
    plain = _accuracy(network, some.validation)

    assert answer_to(NoiseQuestion((network,), (0.0,)), some) == pytest.approx(plain)
    assert answer_to(TurnQuestion((network,), (0.0,)), some) == pytest.approx(plain)


def test_more_noise_and_larger_turns_are_not_better(network: Network, some: Digits) -> None:
    (noise,) = answer_to(NoiseQuestion((network,), (0.0, 0.3, 0.6, 1.0)), some)
    left, upright, right = answer_to(TurnQuestion((network,), (-60.0, 0.0, 60.0)), some)[0]

    assert (np.diff(noise) <= 0.01).all()
    assert noise[0] > 0.5 > noise[-1]
    assert upright > max(left, right) + 0.2


def test_the_same_seed_gives_the_same_answer_whoever_is_asked_besides(network: Network, some: Digits) -> None:
    other = Network(network.parameters.copy(), "sigmoid")
    alone = answer_to(NoiseQuestion((network,), (0.2, 0.5)), some)
    both = answer_to(NoiseQuestion((other, network), (0.2, 0.5)), some)

    assert np.array_equal(both, np.concatenate([alone, alone]))
    assert not np.array_equal(alone, answer_to(NoiseQuestion((network,), (0.2, 0.5), seed=1), some))


def test_progress_rises_to_one(network: Network, some: Digits) -> None:
    for question in (NoiseQuestion((network,)), TurnQuestion((network,), (0.0, 10.0)), GradientQuestion((network,))):
        shares = list(question.answers(some))
        assert (np.diff(shares) > 0).all()
        assert shares[-1] == pytest.approx(1)


def test_an_image_has_the_same_noise_wherever_it_is_asked_for(some: Digits) -> None:
    assert np.array_equal(noise_of([7], 784, 2)[0], noise_of(range(5, 10), 784, 2)[2])
    assert not np.array_equal(noise_of([7], 784, 2), noise_of([8], 784, 2))


def test_pixels_with_noise_stay_pixels_and_the_background_only_gains_ink() -> None:
    noise = noise_of(range(200), 784, 0)
    background = with_noise(np.zeros_like(noise), noise, 0.3)

    assert background.min() == 0
    assert background.mean() == pytest.approx(0.3 / np.sqrt(2 * np.pi), abs=0.002)
    assert with_noise(np.full_like(noise, 0.5), noise, 1.0).max() == 1
    assert background.dtype == np.float32
