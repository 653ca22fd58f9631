"""Thinned networks: what remains of a network with hidden neurons switched off."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.dropout import draw_masks
from nnreg_gui.engine.network import Parameters, weighted_outputs
from nnreg_gui.engine.questions.question import Network, NetworksQuestion

SHARES_OFF = tuple(tenth / 10 for tenth in range(10))


def hidden_sizes(parameters: Parameters) -> tuple[int, ...]:
    """Return the number of neurons of each hidden layer."""
    return tuple(len(b) for b in parameters.biases[:-1])


def network_count(neurons: int) -> int:
    """Return how many thinned networks there are: 2^h, since each of the h hidden neurons is on or off."""
    return int(2**neurons)


@np.errstate(all="ignore")  # as in `weighted_outputs()`
def masked_activations(
    parameters: Parameters,
    inputs: np.ndarray,
    activation: str,
    masks: Sequence[np.ndarray | float],
    cost: str = "cross_entropy",
) -> tuple[np.ndarray, ...]:
    """Return mask · f(z) of every hidden layer, then the outputs a^L: the forward pass with dropout.

    Args:
        parameters: the network.
        inputs: (images, pixels).
        activation: name of the hidden activation.
        masks: per hidden layer, (images, neurons): 0 where a neuron is off; or 1 where none is.
        cost: name of the cost, which says what the outputs are.

    Returns:
        (images, neurons) each.
    """
    found, received = [], inputs
    for layer, (w, b) in enumerate(zip(parameters.weights, parameters.biases, strict=True)):
        z = received @ w.T + b
        if layer == len(masks):
            found.append(COSTS[cost].outputs.value(z, z))
            break
        received = ACTIVATIONS[activation].value(z, z) * masks[layer]
        found.append(received)
    return tuple(found)


def thinned(parameters: Parameters, masks: Sequence[np.ndarray]) -> Parameters:
    """Return the thinned network: multiply every weight leading out of a hidden neuron by that neuron's mask.

    Args:
        parameters: the whole network.
        masks: per hidden layer, (neurons,).
    """
    first, *others = parameters.weights
    return Parameters((first, *(w * mask for w, mask in zip(others, masks, strict=True))), parameters.biases)


# ----------------------------------------------------------------------------------------- one image, many networks


@dataclass(frozen=True, slots=True, eq=False)
class ThinnedOutputs:
    """What many thinned networks and the whole one make of one image.

    Attributes:
        masks: per hidden layer, (k, neurons).
        outputs: of the thinned networks, (k, classes).
        full: outputs of the whole network, (classes,), with unscaled activations.
    """

    masks: tuple[np.ndarray, ...]
    outputs: np.ndarray
    full: np.ndarray

    @property
    def mean(self) -> np.ndarray:
        """The average of the thinned networks' outputs, (classes,)."""
        return np.asarray(self.outputs.mean(0))

    @property
    def spread(self) -> np.ndarray:
        """Their standard deviation, (classes,)."""
        return np.asarray(self.outputs.std(0))

    @property
    def votes(self) -> np.ndarray:
        """How many thinned networks take the image for each digit: int64, (classes,)."""
        return np.bincount(self.outputs.argmax(1), minlength=self.outputs.shape[1])


def ask_thinned(
    network: Network, image: np.ndarray, count: int, dropout: float, random: "np.random.Generator"
) -> ThinnedOutputs:
    """Ask `count` networks, thinned at random as by dropout, about one image.

    Args:
        network: the whole network.
        image: float32, (pixels,).
        count: k.
        dropout: p, 0 ≤ p < 1; kept activations are scaled by 1/(1−p), as in training.
        random: the stream to draw masks from.
    """
    masks = [np.ones((count, neurons), np.float32) for neurons in hidden_sizes(network.parameters)]
    if dropout:
        draw_masks(random, dropout, masks)
    same = np.broadcast_to(image, (count, len(image)))
    outputs = masked_activations(network.parameters, same, network.activation, masks, network.cost)[-1]
    return ThinnedOutputs(tuple(masks), outputs, network.outputs(image[None])[0])


# ------------------------------------------------------------------------------------ all validation images: questions


@dataclass(frozen=True, slots=True, eq=False)
class ThinnedEnsembleQuestion(NetworksQuestion[np.ndarray]):
    """How many validation images do thinned networks recognize, each by itself and all by their average?

    The answer is float64, (networks, k + 2): the accuracy of each thinned network, of the average of their outputs, and
    of the whole network.

    Attributes:
        networks: the whole networks.
        dropout: p, 0 < p < 1; kept activations are scaled by 1/(1−p).
        count: k.
        seed: of the masks.
    """

    networks: tuple[Network, ...]
    dropout: float
    count: int = 50
    seed: int = 0

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        found = np.empty((len(self.networks), self.count + 2))
        for at, (row, network) in enumerate(zip(found, self.networks, strict=True)):
            for place in self._thin(network, digits.validation, row):
                yield (at + (place + 1) / (self.count + 1)) / len(self.networks)
        return found

    def _thin(self, network: Network, split: Split, found: np.ndarray) -> Iterator[int]:
        """Fill in the accuracies of one network, thinned network by thinned network; yield the place of each."""
        beyond, random = _BeyondFirstLayer(network, split.inputs), np.random.default_rng(self.seed)
        total = np.zeros((len(split), split.classes), np.float32)
        for place in range(self.count):
            masks = [np.empty((1, neurons), np.float32) for neurons in hidden_sizes(network.parameters)]
            z = beyond.weighted_outputs([mask[0] for mask in draw_masks(random, self.dropout, masks)])
            found[place] = (z.argmax(1) == split.labels).mean()
            total += COSTS[network.cost].outputs.value(z, z)
            yield place
        found[-2] = (total.argmax(1) == split.labels).mean()
        found[-1] = (network.called(split.inputs) == split.labels).mean()


@dataclass(frozen=True, slots=True, eq=False)
class NeuronsOffQuestion(NetworksQuestion[np.ndarray]):
    """How many validation images do networks recognize with some of their hidden neurons switched off?

    Each hidden layer loses the same share, round(share · neurons), at random; the others stay as they are and are not
    scaled, since nobody tells them. Networks of the same size lose the same neurons.

    The answer is float64, (networks, shares, draws).

    Attributes:
        networks: the networks to ask.
        shares: of the neurons to switch off, 0 … 1.
        draws: how often to draw neurons for each share.
        seed: of the draws.
    """

    networks: tuple[Network, ...]
    shares: tuple[float, ...] = SHARES_OFF
    draws: int = 10
    seed: int = 0

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        labels = digits.validation.labels
        found = np.empty((len(self.networks), len(self.shares), self.draws))
        draws_done = 0
        for row, network in zip(found, self.networks, strict=True):
            beyond = _BeyondFirstLayer(network, digits.validation.inputs)
            sizes = hidden_sizes(network.parameters)
            for at, masks in neurons_off(sizes, self.shares, self.draws, self.seed):
                row[at] = (beyond.weighted_outputs(masks).argmax(1) == labels).mean()
                if at[0] == len(self.shares) - 1:
                    draws_done += 1
                    yield draws_done / (len(self.networks) * self.draws)
        return found


def neurons_off(
    sizes: Sequence[int], shares: Sequence[float], draws: int, seed: int
) -> Iterator[tuple[tuple[int, int], list[np.ndarray]]]:
    """Yield masks of 0 and 1, (neurons,) per hidden layer, with the places of their share and their draw.

    Exactly round(share · neurons) of each layer are 0. Within a draw, neurons off at one share are off at larger ones.
    """
    for draw in range(draws):
        random = np.random.default_rng((seed, draw))
        orders = [random.permutation(size) for size in sizes]
        for place, share in enumerate(shares):
            masks = [np.ones(size, np.float32) for size in sizes]
            for mask, order in zip(masks, orders, strict=True):
                mask[order[: round(share * len(order))]] = 0
            yield (place, draw), masks


class _BeyondFirstLayer:
    """A network that computes its first hidden activations for some images once, however it is thinned."""

    def __init__(self, network: Network, inputs: np.ndarray) -> None:
        self._network = network
        # Without hidden neurons there is nothing to switch off: only the pixels come before the outputs.
        self._has_hidden = len(network.parameters.weights) > 1
        self._first = hidden_activations(network, inputs, 0) if self._has_hidden else inputs

    def weighted_outputs(self, masks: Sequence[np.ndarray]) -> np.ndarray:
        """Return z^L of the thinned network, (images, outputs)."""
        parameters, first = thinned(self._network.parameters, masks), int(self._has_hidden)
        rest = Parameters(parameters.weights[first:], parameters.biases[first:])
        return weighted_outputs(rest, self._first, self._network.activation)


def hidden_activations(network: Network, inputs: np.ndarray, layer: int) -> np.ndarray:
    """Return the activations of a hidden layer (from 0) with nothing switched off: (images, neurons)."""
    part = slice(layer + 1)
    below = Parameters(network.parameters.weights[part], network.parameters.biases[part])
    z = weighted_outputs(below, inputs, network.activation)
    return ACTIVATIONS[network.activation].value(z, z)
