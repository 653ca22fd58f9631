"""How the training data and the penalty pull at every weight of a network: a tug of war."""

from collections.abc import Generator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.network import Backpropagation
from nnreg_gui.engine.penalties import PENALTIES, shares
from nnreg_gui.engine.questions.question import ExperimentQuestion, Network
from nnreg_gui.engine.wrong_labels import told_images

BALANCED = 0.1  # of the larger pull: what may be left of both where they are called equal
_IMAGES_AT_ONCE = 1_000
_ROUNDING = 1.001  # a weight summed up in float32 may end a little more than one step from 0


@dataclass(frozen=True, slots=True, eq=False)
class DataPullQuestion(ExperimentQuestion[tuple[np.ndarray, ...]]):
    """How do the training data pull at each weight of a network?

    The answer is −∂C₀/∂w over the training images, one array of float32, (neurons, inputs), per layer: the way downhill
    of the data cost, without dropout and without augmentation.

    Attributes:
        experiment: what the network is trained on: its cost, its images, and what it is told of them.
        network: the network.
    """

    experiment: Experiment
    network: Network

    def answers(self, digits: Digits) -> Generator[float, None, tuple[np.ndarray, ...]]:
        (split, _), parameters = told_images(self.experiment, digits), self.network.parameters
        activation, cost = ACTIVATIONS[self.network.activation], COSTS[self.experiment.cost]
        pulls = [np.zeros(w.shape, np.float64) for w in parameters.weights]
        for start in range(0, len(split), _IMAGES_AT_ONCE):
            piece = split[start : start + _IMAGES_AT_ONCE]
            with np.errstate(all="ignore"):  # a network that has run away; not around a yield
                backpropagation = Backpropagation(parameters, len(piece), activation, cost)
                backpropagation.compute_for(piece.inputs, piece.targets, -1 / len(split))
                for pull, gradient in zip(pulls, backpropagation.gradients.weights, strict=True):
                    pull += gradient
            yield (start + len(piece)) / len(split)
        return tuple(pull.astype(np.float32) for pull in pulls)


def penalty_pull(weights: np.ndarray, regularization: RegularizationSpec, training_images: int) -> np.ndarray:
    """Return how the penalty pulls at weights: −(λ/n) w (L2), −(λ/n) sgn w (L1), or both; 0 without a penalty.

    Args:
        weights: any shape.
        regularization: gives the penalty and λ.
        training_images: n.

    Returns:
        float64, as many as there are weights.
    """
    if regularization.penalty == "none":
        return np.zeros(weights.shape)
    penalty = PENALTIES[regularization.penalty].with_ratio(regularization.l1_ratio)
    return regularization.lambda_ / training_images * penalty.pull(weights)


class WeightPlace(NamedTuple):
    """Which weight of a network it is: its layer, the neuron that it leads to, and the one (or pixel) it comes from.

    All from 0.
    """

    layer: int
    neuron: int
    source: int


@dataclass(frozen=True, eq=False)
class TugOfWar:
    """Both pulls at all weights of a network, layer after layer: float64, (weights,) each.

    Attributes:
        weights: w.
        data: −∂C₀/∂w.
        penalty: the penalty's pull.
        reach: how far from 0 a single step of L1 leads, ηλ/n with the share of L1; 0 without L1.
        corridor: how hard L1 pulls, λ/n with its share: data that pull less cannot move a weight from 0.
        shapes: (neurons, sources) of each layer of the network.
        kept: which of all its weights these are, ascending; None: all.
    """

    weights: np.ndarray
    data: np.ndarray
    penalty: np.ndarray
    reach: float = 0.0
    corridor: float = 0.0
    shapes: tuple[tuple[int, ...], ...] = ()
    kept: np.ndarray | None = None

    @classmethod
    def of(
        cls,
        weights: tuple[np.ndarray, ...],
        data: tuple[np.ndarray, ...],
        experiment: Experiment,
        *,
        pruned: bool = False,
    ) -> "TugOfWar":
        """Return the pulls at a network's weights in an experiment.

        Args:
            weights: (neurons, inputs) of each layer.
            data: −∂C₀/∂w in the same shapes, as from `DataPullQuestion`.
            experiment: gives the penalty, λ, η and n.
            pruned: whether weights that are 0 are held there, so that nothing can pull at them: they are left out.
        """
        w, pull = (np.concatenate([layer.ravel() for layer in layers]).astype(float) for layers in (weights, data))
        kept = np.flatnonzero(w) if pruned else None
        if kept is not None:
            w, pull = w[kept], pull[kept]
        spec, n = experiment.regularization, experiment.data.training_images
        # L1 in it is what pulls at the smallest weight.
        ratio = {"none": 0.0, "l1": 1.0}.get(spec.penalty, spec.l1_ratio if spec.is_mixed else 0.0)
        corridor = shares(spec.lambda_, ratio)[0] / n
        reach, shapes = experiment.training.learning_rate * corridor, tuple(layer.shape for layer in weights)
        return cls(w, pull, penalty_pull(w, spec, n), reach, corridor, shapes, kept)

    def where(self, index: int) -> WeightPlace:
        """Return which weight of the network is the one at an index of these arrays."""
        left = index if self.kept is None else int(self.kept[index])
        for layer, (neurons, sources) in enumerate(self.shapes):
            if left < neurons * sources:
                return WeightPlace(layer, *divmod(left, sources))
            left -= neurons * sources
        raise IndexError(index)

    def index(self, place: WeightPlace) -> int | None:
        """Return where a weight of the network is in these arrays; None if it was pruned, or there is none."""
        if place.layer >= len(self.shapes):
            return None
        neurons, sources = self.shapes[place.layer]
        if place.neuron >= neurons or place.source >= sources:
            return None
        before = sum(rows * columns for rows, columns in self.shapes[: place.layer])
        found = before + place.neuron * sources + place.source
        if self.kept is None:
            return found
        at = int(np.searchsorted(self.kept, found))
        return at if at < len(self.kept) and self.kept[at] == found else None

    @cached_property
    def sum(self) -> np.ndarray:
        """What is left of both pulls."""
        return self.data + self.penalty

    @cached_property
    def balanced(self) -> np.ndarray:
        """Where what is left is less than a tenth of the larger pull: bool."""
        larger = np.maximum(np.abs(self.data), np.abs(self.penalty))
        return np.asarray(np.abs(self.sum) < BALANCED * larger)

    @cached_property
    def held(self) -> np.ndarray:
        """Where L1 holds a weight at 0: bool. It is within one step of 0, and the data pull less than L1 does."""
        near = np.abs(self.weights) <= _ROUNDING * self.reach
        return np.asarray(near & (np.abs(self.data) < self.corridor))

    @cached_property
    def untouched(self) -> np.ndarray:
        """Where the data do not pull at all, such as at weights from pixels that no training image inks: bool."""
        return np.asarray(self.data == 0)

    @cached_property
    def correlation(self) -> float:
        """Pearson's r between −∂C₀/∂w and w; NaN if one of them is the same everywhere."""
        with np.errstate(all="ignore"):
            pairs = np.corrcoef(self.weights, self.data)
        return float(pairs[0, 1])

    @cached_property
    def rest(self) -> float:
        """How much of the data's pull is left of both: ‖their sum‖/‖−∂C₀/∂w‖; not finite if these pull nowhere.

        1 without a penalty, 0 at rest. A correlation does not see a penalty that is too strong or too weak everywhere.
        """
        with np.errstate(all="ignore"):
            return float(np.linalg.norm(self.sum) / np.linalg.norm(self.data))

    @cached_property
    def _by_size(self) -> np.ndarray:
        """The places of the weights from the nearest to 0 to the largest: those that the data pull at, if any."""
        places = np.flatnonzero(~self.untouched)
        places = places if len(places) else np.arange(len(self.weights))
        return np.asarray(places[np.argsort(np.abs(self.weights[places]), kind="stable")])

    def example(self, rank: float) -> int:
        """Return the place of the weight at this rank of size: 0 for the nearest to 0, 1 for the largest.

        Weights at which the data do not pull are left out while there are others.
        """
        return int(self._by_size[round(rank * (len(self._by_size) - 1))])
