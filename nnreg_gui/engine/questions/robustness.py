"""How much of a network's answer survives disturbed inputs: noise, rotation, the slope itself.

`nnreg_gui.engine.questions.thinning` shows what survives when hidden neurons are switched off.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.augmentation import rotate
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.questions.question import Network, NetworksQuestion
from nnreg_gui.engine.questions.thinning import masked_activations

SIGMAS = tuple(twentieth / 20 for twentieth in range(21))  # standard deviations, of pixels that go from 0 to 1
ANGLES = tuple(float(angle) for angle in range(-60, 61, 5))  # degrees, counter-clockwise
GRADIENT_IMAGES = 2_000  # enough for a mean of norms; large networks would take half a minute for all 10,000

_IMAGES_AT_ONCE = 500
_GRADIENTS_AT_ONCE = 100  # images whose (images, 10, neurons) still fits the cache


# --------------------------------------------------------------------------------------------------- what is disturbed


def noise_of(rows: Sequence[int] | np.ndarray, pixels: int, seed: int) -> np.ndarray:
    """Return standard normal numbers for images, float32 (rows, pixels): each image always gets the same.

    Args:
        rows: which images, by their place in the split.
        pixels: of an image.
        seed: another one gives every image other noise.
    """
    drawn = np.empty((len(rows), pixels), np.float32)
    for place, row in enumerate(rows):
        np.random.default_rng((seed, int(row))).standard_normal(dtype=np.float32, out=drawn[place])
    return drawn


def with_noise(images: np.ndarray, noise: np.ndarray, sigma: float) -> np.ndarray:
    """Return images + σ · noise, clipped to 0…1, so that they stay images: what is shown is what networks see.

    Clipping makes noise one-sided where pixels are 0 or 1: the background only gains ink, σ/√(2π) on average. So this
    noise also shifts the mean of an image, which networks withstand differently: the lecture's runs with L2 and L1
    recognize 53 and 63 % at σ = 0.5; without clipping 71 and 72 %.

    Args:
        images: float32, (k, pixels), 0…1.
        noise: float32, (k, pixels), as from `noise_of`.
        sigma: 0 leaves the images as they are.
    """
    return np.clip(images + np.float32(sigma) * noise, 0, 1)


@dataclass(frozen=True, slots=True, eq=False)
class NoiseQuestion(NetworksQuestion[np.ndarray]):
    """How many validation images do networks recognize with Gaussian noise on the pixels?

    All networks see the same disturbed images; a larger σ makes the same noise larger.
    The answer is float64, (networks, sigmas): accuracies, 0…1.

    Attributes:
        networks: the networks to ask.
        sigmas: standard deviations, of pixels that go from 0 to 1; see `with_noise`.
        seed: of the noise.
    """

    networks: tuple[Network, ...]
    sigmas: tuple[float, ...] = SIGMAS
    seed: int = 0

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:

        def disturbed(rows: slice, images: np.ndarray) -> Iterator[np.ndarray]:
            noise = noise_of(range(rows.start, rows.stop), images.shape[1], self.seed)
            return (with_noise(images, noise, sigma) for sigma in self.sigmas)

        return _accuracies(self.networks, digits.validation, len(self.sigmas), disturbed)


@dataclass(frozen=True, slots=True, eq=False)
class TurnQuestion(NetworksQuestion[np.ndarray]):
    """How many validation images do networks recognize when all are turned?

    The answer is float64, (networks, angles): accuracies, 0…1.

    Attributes:
        networks: the networks to ask.
        angles: degrees, counter-clockwise.
    """

    networks: tuple[Network, ...]
    angles: tuple[float, ...] = ANGLES

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        shape = digits.validation.images.shape[1:]

        def disturbed(rows: slice, images: np.ndarray) -> Iterator[np.ndarray]:
            return (rotate(images.reshape(-1, *shape), angle) for angle in self.angles)

        return _accuracies(self.networks, digits.validation, len(self.angles), disturbed)


def _accuracies(
    networks: Sequence[Network],
    split: Split,
    count: int,
    disturbed: Callable[[slice, np.ndarray], Iterator[np.ndarray]],
) -> Generator[float, None, np.ndarray]:
    """Yield the share done; return accuracies, (networks, count). Disturb each image once for all networks.

    Args:
        networks: the networks to ask.
        split: the images to ask about.
        count: how many disturbances there are.
        disturbed: yields the images of these rows, (k, pixels), once for each disturbance.
    """
    recognized = np.zeros((len(networks), count), np.int64)
    for start in range(0, len(split), _IMAGES_AT_ONCE):
        rows = slice(start, min(start + _IMAGES_AT_ONCE, len(split)))
        piece = split[rows]
        for place, images in enumerate(disturbed(rows, piece.inputs)):
            for number, network in enumerate(networks):
                recognized[number, place] += np.count_nonzero(network.called(images) == piece.labels)
            yield (start + (place + 1) / count * len(piece)) / len(split)
    return recognized / len(split)


# ----------------------------------------------------------------------------------------------------------- the slope


def input_gradients(network: Network, inputs: np.ndarray) -> np.ndarray:
    """Return ∂a^L/∂x, how each output changes with each pixel: (images, outputs, pixels).

    Backpropagate without a cost: ∂a^L/∂z^L, then through each layer by its weights and its f′(z).

    Args:
        network: any number of hidden layers.
        inputs: (images, pixels), of the parameters' type.
    """
    return _of_first_layer(network, inputs) @ network.parameters.weights[0]


def gradient_norms(network: Network, inputs: np.ndarray) -> np.ndarray:
    """Return the Frobenius norm ‖∂a^L/∂x‖ for each image, (images,): the root of the sum of all squared slopes.

    ∂a^L/∂x is B·W with the first layer's weights W, so its squared norm is the trace of B (W Wᵀ) Bᵀ: with fewer neurons
    than pixels, there is no need to write down the slopes by the pixels.
    """
    w = network.parameters.weights[0]
    if w.shape[0] > w.shape[1]:
        return np.asarray(np.sqrt(np.square(input_gradients(network, inputs)).sum((1, 2))))
    products, found = w @ w.T, np.empty(len(inputs))
    for start in range(0, len(inputs), _GRADIENTS_AT_ONCE):
        rows = slice(start, start + _GRADIENTS_AT_ONCE)
        b = _of_first_layer(network, inputs[rows])
        squares = np.einsum("kij,kij->k", b @ products, b)
        found[rows] = np.sqrt(np.maximum(squares, 0))  # rounding may make a zero negative
    return found


def _of_first_layer(network: Network, inputs: np.ndarray) -> np.ndarray:
    """Return ∂a^L/∂z¹, the slopes by the first layer's weighted inputs: (images, outputs, neurons)."""
    parameters, nothing_off = network.parameters, [1.0] * (len(network.parameters.weights) - 1)
    *hidden, outputs = masked_activations(parameters, inputs, network.activation, nothing_off, network.cost)
    found = COSTS[network.cost].outputs.slope(outputs)
    for w, a in zip(reversed(parameters.weights[1:]), reversed(hidden), strict=True):
        found = (found @ w) * ACTIVATIONS[network.activation].slope(a, np.empty_like(a))[:, None, :]
    return found


@dataclass(frozen=True, slots=True, eq=False)
class GradientQuestion(NetworksQuestion[np.ndarray]):
    """How steep are networks, on average over validation images?

    The answer is float64, (networks,): the mean of `gradient_norms` over the first images.

    Attributes:
        networks: the networks to ask.
        images: how many.
    """

    networks: tuple[Network, ...]
    images: int = GRADIENT_IMAGES

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        # In float64: too large a rate makes parameters whose squares overflow float32.
        inputs = digits.validation[: self.images].inputs.astype(np.float64)
        found = np.zeros(len(self.networks))
        for place, asked in enumerate(self.networks):
            network = replace(asked, parameters=asked.parameters.astype(np.float64))
            for start in range(0, len(inputs), _GRADIENTS_AT_ONCE):
                piece = inputs[start : start + _GRADIENTS_AT_ONCE]
                found[place] += gradient_norms(network, piece).sum() / len(inputs)
                yield (place + (start + len(piece)) / len(inputs)) / len(self.networks)
        return found
