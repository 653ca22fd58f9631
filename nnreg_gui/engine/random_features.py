"""A hidden layer of random neurons that is never trained; least squares finds the output weights.

The same double descent as in `double_descent`, on digits: with as many neurons as training images the network passes
through all labels, but by huge weights, and recognizes new digits by chance only; with ten times as many, better than
with any fewer.
"""

from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.activations import sigmoid
from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.network import layer_sizes, parameter_count

_NEURONS_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class RandomNeurons:
    """Sigmoid neurons whose weights and biases ~ N(0, 1); the first ones are the same however many there are.

    Attributes:
        neurons: h, how many.
        seed: of the draw.
    """

    neurons: int
    seed: int

    def activations(self, *inputs: np.ndarray) -> list[np.ndarray]:
        """Return what the neurons make of inputs, float32, (images, pixels) each: float32, (images, h) each."""
        of_weights, of_biases = np.random.default_rng(self.seed).spawn(2)
        biases = of_biases.standard_normal(self.neurons, np.float32)
        found = [np.empty((len(images), self.neurons), np.float32) for images in inputs]
        for start in range(0, self.neurons, _NEURONS_AT_ONCE):
            some = slice(start, min(start + _NEURONS_AT_ONCE, self.neurons))
            weights = of_weights.standard_normal((some.stop - start, inputs[0].shape[1]), np.float32)
            for images, activations in zip(inputs, found, strict=True):
                z = images @ weights.T + biases[some]
                activations[:, some] = sigmoid(z, z)
        return found


def output_weights(activations: np.ndarray, targets: np.ndarray, lambdas: tuple[float, ...]) -> np.ndarray:
    """Return the output weights with the least (1/2n) ‖y − A w‖² + (λ/2n) ‖w‖²; for λ = 0, of least norm.

    They come from the eigenvalues of the smaller of AᵀA and A Aᵀ in float64, which is ten times as fast as the singular
    values of A. It squares A's condition: 10² to 10³ far from the peak, 10⁵ at h = n = 1,000, so that six digits are
    right even there. Directions below ε · n of the largest eigenvalue are rounding, and left out.

    Args:
        activations: A, (images, h).
        targets: y, (images, outputs).
        lambdas: the λ ≥ 0 to use.

    Returns:
        float64, (lambdas, h, outputs).
    """
    exact, targets = activations.astype(np.float64), targets.astype(np.float64)
    images, neurons = exact.shape
    tall = neurons <= images
    eigenvalues, vectors = np.linalg.eigh(exact.T @ exact if tall else exact @ exact.T)
    is_sure = eigenvalues > np.finfo(float).eps * len(eigenvalues) * eigenvalues[-1]
    eigenvalues, vectors = eigenvalues[is_sure], vectors[:, is_sure]
    projected = vectors.T @ (exact.T @ targets if tall else targets)
    found = [vectors @ (projected / (eigenvalues + lambda_)[:, np.newaxis]) for lambda_ in lambdas]
    return np.stack(found if tall else [exact.T @ one for one in found])


def parameters(neurons: int) -> int:
    """Return how many weights and biases a network 784-h-10 has, as on every page; here, biases of outputs are 0."""
    return parameter_count(layer_sizes(MNIST, (neurons,)))
