"""Co-adaptation made visible: how much a network's hidden neurons say the same."""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.questions.question import Network, NetworksQuestion
from nnreg_gui.engine.questions.thinning import hidden_activations


def correlation_matrix(activations: np.ndarray) -> np.ndarray:
    """Return Pearson's r for every pair of neurons over images.

    r_jk = Σ_x (a_j − ā_j)(a_k − ā_k) / √(Σ_x (a_j − ā_j)² · Σ_x (a_k − ā_k)²)

    Args:
        activations: (images, neurons).

    Returns:
        float64, (neurons, neurons); NaN where one of the two neurons says the same about every image.
    """
    deviations = activations - activations.mean(0, dtype=np.float64)
    products = deviations.T @ deviations
    # A saturated neuron's constant activation varies only by rounding, which says nothing.
    lengths = np.sqrt(np.diag(products))
    lengths[lengths <= 1e-6 * np.sqrt(len(activations))] = np.nan
    return np.asarray((products / np.outer(lengths, lengths)).clip(-1, 1))


def mean_absolute_correlation(matrix: np.ndarray) -> float:
    """Return the mean |r| over all pairs of different neurons with a known r; NaN if there are none."""
    pairs = np.abs(matrix[np.triu_indices(len(matrix), 1)])
    known = pairs[np.isfinite(pairs)]
    return float(known.mean()) if len(known) else float("nan")


@dataclass(frozen=True, slots=True, eq=False)
class CorrelationQuestion(NetworksQuestion[list[np.ndarray]]):
    """How do the neurons of the last hidden layer correlate over the validation images?

    The answer is one `correlation_matrix()` for each network.

    Attributes:
        networks: the networks to ask, with nothing switched off.
    """

    networks: tuple[Network, ...]

    def answers(self, digits: Digits) -> Generator[float, None, list[np.ndarray]]:
        found = []
        for network in self.networks:
            last = len(network.parameters.weights) - 2
            found.append(correlation_matrix(hidden_activations(network, digits.validation.inputs, last)))
            yield len(found) / len(self.networks)
        return found
