"""The network: its parameters, the forward pass, and the gradients by backpropagation."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np

from nnreg_gui.engine.activations import ACTIVATIONS, Activation
from nnreg_gui.engine.aligned_arrays import empty_aligned
from nnreg_gui.engine.calls import Call
from nnreg_gui.engine.costs import COSTS, Cost
from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.experiment import Experiment

# Annotations quote np.random: looking it up would load it, which costs the window 15 ms at its start.
# OpenBLAS has a faster path for products of fewer than a million multiplications: 10,000 images times 784-30 take
# 6.5 ms in pieces of 42, 9.5 ms at once; not so with 100.
_IMAGES_AT_ONCE = 5_000
_SMALL_PRODUCT, _FEWEST_ROWS = 1_000_000, 32


@dataclass(frozen=True, slots=True)
class Parameters:
    """Weights and biases, layer by layer from the input.

    Attributes:
        weights: arrays (neurons, inputs): w_jk leads from input k to neuron j, as in the lecture.
        biases: arrays (neurons,).
    """

    weights: tuple[np.ndarray, ...]
    biases: tuple[np.ndarray, ...]

    def copy(self) -> "Parameters":
        """Return an independent copy, which nobody changes."""
        return mapped(np.copy, self)

    def astype(self, dtype: type) -> "Parameters":
        """Return a copy in another floating-point type."""
        return mapped(lambda array: array.astype(dtype), self)

    @property
    def finite(self) -> bool:
        """Whether every parameter is a finite number."""
        return all(bool(np.isfinite(array).all()) for array in (*self.weights, *self.biases))

    @property
    def nbytes(self) -> int:
        """Size in bytes."""
        return sum(array.nbytes for array in (*self.weights, *self.biases))


def mapped(function: Callable[..., np.ndarray], *networks: Parameters) -> Parameters:
    """Return what a function makes of each array of weights and of biases of networks of equal shapes."""
    weights = tuple(map(function, *(one.weights for one in networks)))
    return Parameters(weights, tuple(map(function, *(one.biases for one in networks))))


def in_one_array(parameters: Parameters) -> tuple[np.ndarray, Parameters]:
    """Return one array of all numbers, weights first, and parameters that are views of it.

    One operation on it covers all layers: in networks of the lecture's size a call costs as much as its work.
    """
    arrays = parameters.weights + parameters.biases
    everything = empty_aligned((sum(array.size for array in arrays),), np.result_type(*arrays))
    np.concatenate([array.ravel() for array in arrays], out=everything)
    return everything, parameters_in(everything, [array.shape for array in arrays])


def parameters_in(everything: np.ndarray, shapes: Sequence[tuple[int, ...]]) -> Parameters:
    """Return parameters that are views of one array: as many arrays of weights, then of biases, in these shapes."""
    ends = np.cumsum([math.prod(shape) for shape in shapes])
    views = [part.reshape(shape) for part, shape in zip(np.split(everything, ends[:-1]), shapes, strict=True)]
    layers = len(shapes) // 2
    return Parameters(tuple(views[:layers]), tuple(views[layers:]))


def layer_sizes(data_set: DataSet, hidden: tuple[int, ...]) -> tuple[int, ...]:
    """Return the numbers of neurons from the input to the output, e.g. (784, 30, 10)."""
    return (data_set.pixels, *hidden, len(data_set.classes))


def sizes_of(experiment: Experiment) -> tuple[int, ...]:
    """Return the layer sizes of an experiment's network, from input to output."""
    return layer_sizes(experiment.data.dataset, experiment.network.hidden)


def fit(parameters: Parameters, split: Split) -> bool:
    """Return whether a network has an input for each pixel of these images, and an output for each class."""
    return parameters.weights[0].shape[1] == math.prod(split.images.shape[1:]) and (
        len(parameters.biases[-1]) == split.classes
    )


def parameter_count(sizes: tuple[int, ...]) -> int:
    """Return the number of weights and biases: 784-30-10 has 23,860."""
    return sum((inputs + 1) * neurons for inputs, neurons in pairwise(sizes))


def initial_parameters(sizes: tuple[int, ...], kind: str, random: "np.random.Generator") -> Parameters:
    """Draw float32 parameters.

    Args:
        sizes: neurons from input to output.
        kind: "large": every weight and bias ~ N(0, 1); "scaled": weights ~ N(0, 1/n_in), biases ~ N(0, 1).
        random: the run's own stream for weights.
    """
    weights, biases = [], []
    for inputs, neurons in pairwise(sizes):
        draw = random.standard_normal((neurons, inputs), dtype=np.float32)
        weights.append(draw / np.sqrt(np.float32(inputs)) if kind == "scaled" else draw)
        biases.append(random.standard_normal(neurons, dtype=np.float32))
    return Parameters(tuple(weights), tuple(biases))


def weighted_outputs(parameters: Parameters, inputs: np.ndarray, activation: str) -> np.ndarray:
    """Return z^L, the weighted inputs of the output neurons, shape (images, outputs), without dropout.

    Args:
        parameters: the network.
        inputs: (images, pixels), of the parameters' type.
        activation: name of the hidden activation.
    """
    answers = Answers(parameters, [inputs], activation)
    for piece in answers.pieces:
        answers.fill(piece)
    return answers.weighted_outputs[0]


class Answers:
    """The z^L of sets of images, to be filled in piece by piece, by several threads if one likes: BLAS lets them.

    Args:
        parameters: the network; do not change it meanwhile.
        sets: images, each (images, pixels), of the parameters' type.
        activation: name of the hidden activation.

    Attributes:
        weighted_outputs: z^L of each set, (images, outputs).
        pieces: what to fill in: a set, and a range of its images. They do not depend on who fills them in, so that the
            numbers are the same bit for bit.
    """

    def __init__(self, parameters: Parameters, sets: Sequence[np.ndarray], activation: str) -> None:
        self._parameters, self._sets, self._value = parameters, sets, ACTIVATIONS[activation].value
        outputs = len(parameters.biases[-1])
        self.weighted_outputs = [np.empty((len(inputs), outputs), inputs.dtype) for inputs in sets]
        self.pieces = [(number, rows) for number, inputs in enumerate(sets) for rows in _pieces(len(inputs))]

    # The numbers of a network that has run away say enough, and now and then BLAS raises a flag for no reason.
    @np.errstate(all="ignore")
    def fill(self, piece: tuple[int, slice]) -> None:
        """Work out a piece."""
        number, rows = piece
        a, last = self._sets[number][rows], len(self._parameters.weights) - 1
        for layer, (w, b) in enumerate(zip(self._parameters.weights, self._parameters.biases, strict=True)):
            here = self.weighted_outputs[number][rows] if layer == last else np.empty((len(a), len(b)), a.dtype)
            z = _product(a, w.T, here)
            z += b
            a = z if layer == last else self._value(z, z)


def _pieces(images: int) -> Iterator[slice]:
    """Cut a set into large pieces, so that threads seldom need the interpreter's lock, then into halves of one."""
    start = 0
    while start < images:
        end = start + (_IMAGES_AT_ONCE if images - start > _IMAGES_AT_ONCE else _IMAGES_AT_ONCE // 2)
        yield slice(start, min(end, images))
        start = end


def _product(a: np.ndarray, transposed: np.ndarray, out: np.ndarray) -> np.ndarray:
    """Return a @ transposed in `out`, in pieces where that makes OpenBLAS faster."""
    rows = _SMALL_PRODUCT // transposed.size
    if not _FEWEST_ROWS <= rows < len(a):
        return np.dot(a, transposed, out=out)
    transposed = np.ascontiguousarray(transposed)  # copied once, read by every piece
    whole = len(a) - len(a) % rows
    # One call for all pieces, so that a thread asks for the interpreter's lock only once.
    pieces = [array[:whole].reshape(-1, rows, array.shape[1]) for array in (a, out)]
    np.matmul(pieces[0], transposed, out=pieces[1])
    np.dot(a[whole:], transposed, out=out[whole:])
    return out


def forward(parameters: Parameters, inputs: np.ndarray, activation: str, cost: str = "cross_entropy") -> np.ndarray:
    """Return the outputs a^L, shape (images, outputs): σ(z^L), or the softmax if the cost goes with it."""
    z = weighted_outputs(parameters, inputs, activation)
    return COSTS[cost].outputs.value(z, z)


class Backpropagation:
    """Gradients of the data cost for mini-batches of one size, in arrays allocated once.

    It keeps views of the parameters it is given, so the next call sees what changed in place.

    Attributes:
        batch_size: images in a mini-batch.
        inputs, targets: what `compute()` takes, to be filled before: (images, pixels), and y, one-hot,
            (images, outputs), for one mini-batch after another.
        masks: the same for dropout: its factors for the activations of each hidden layer (`draw_masks`),
            (mini-batch, neurons).
        factor: the same, (): 1/m for the mean gradient. The training loop takes η/m: backpropagation is linear in δ^L,
            and scaling that small array costs less than scaling every gradient.
        calls: what computes the gradients, without and with dropout, for each mini-batch, each call with its arrays: to
            look all that up for every mini-batch of a small network takes a tenth of its time.
        all_gradients, gradients: the result, and views of it by layer; the next mini-batch overwrites it.
    """

    def __init__(
        self, parameters: Parameters, batch_size: int, activation: Activation, cost: Cost, batches: int = 1
    ) -> None:
        self._parameters, self._activation, self._cost = parameters, activation, cost
        self.batch_size = batch_size
        dtype, images = parameters.weights[0].dtype, batches * batch_size
        self.inputs = empty_aligned((images, parameters.weights[0].shape[1]), dtype)
        self.targets = np.empty((images, len(parameters.biases[-1])), dtype)
        self.factor = np.empty((), dtype)
        self._ones = np.ones(batch_size, dtype)
        # Per layer, (mini-batch, neurons): the activation a, the activation that dropout kept (or the slope), δ, and
        # the bias b for every image: adding one that is copied takes half as long as adding one that is broadcast.
        self._a, self._kept, self._delta, self._b = (
            [np.empty((batch_size, len(b)), dtype) for b in parameters.biases] for _ in range(4)
        )
        self.masks = [np.empty_like(a) for a in self._a[:-1]]
        self.all_gradients, self.gradients = in_one_array(parameters)
        pairs = [
            (self.inputs[start : start + batch_size], self.targets[start : start + batch_size])
            for start in range(0, images, batch_size)
        ]
        self.calls = tuple(
            tuple(tuple(self._planned(inputs, targets, dropout)) for inputs, targets in pairs)
            for dropout in (False, True)
        )

    def compute(self, *, dropout: bool = False) -> np.ndarray:
        """Return factor · Σ_x ∂C_x/∂w of every layer, then factor · Σ_x ∂C_x/∂b, in one array like `in_one_array`'s.

        The sums are over the first mini-batch.
        """
        for call in self.calls[dropout][0]:
            call()
        return self.all_gradients

    def compute_for(
        self, inputs: np.ndarray, targets: np.ndarray, factor: float, masks: Sequence[np.ndarray] | None = None
    ) -> np.ndarray:
        """Fill the arrays and compute; without masks, without dropout."""
        self.inputs[...], self.targets[...], self.factor[...] = inputs, targets, factor
        for array, mask in zip(self.masks, masks or (), strict=False):
            array[...] = mask
        return self.compute(dropout=masks is not None)

    def _planned(self, inputs: np.ndarray, targets: np.ndarray, dropout: bool) -> Iterator[Call]:
        received, last = [inputs], len(self._a) - 1
        for layer, (w, b) in enumerate(zip(self._parameters.weights, self._parameters.biases, strict=True)):
            a = z = self._a[layer]
            yield partial(received[layer].dot, w.T, z)
            yield partial(np.copyto, self._b[layer], b)
            yield partial(np.add, z, self._b[layer], z)
            yield from (self._cost.outputs.value if layer == last else self._activation.value).calls(z, a)
            if layer < last and dropout:
                yield partial(np.multiply, a, self.masks[layer], self._kept[layer])
            received.append(self._kept[layer] if dropout else a)
        yield partial(self._cost.delta, self._a[-1], targets, self._delta[-1])
        yield partial(np.multiply, self._delta[-1], self.factor, self._delta[-1])
        for layer in range(last, -1, -1):
            yield partial(self._delta[layer].T.dot, received[layer], self.gradients.weights[layer])
            yield partial(self._ones.dot, self._delta[layer], self.gradients.biases[layer])
            if layer:
                yield from self._passing_back(layer, dropout)

    def _passing_back(self, layer: int, dropout: bool) -> Iterator[Call]:
        """δ of the layer below = (δ w) · f′(z) there; a switched-off neuron gets none."""
        below, slope = self._delta[layer - 1], self._kept[layer - 1]
        yield partial(self._delta[layer].dot, self._parameters.weights[layer], below)
        if dropout:
            yield partial(np.multiply, below, self.masks[layer - 1], below)
        yield from self._activation.slope.calls(self._a[layer - 1], slope)
        yield partial(np.multiply, below, slope, below)
