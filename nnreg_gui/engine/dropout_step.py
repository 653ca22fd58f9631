"""One step of gradient descent with dropout, seen from the inside."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.dropout import draw_masks
from nnreg_gui.engine.network import Backpropagation, Parameters, in_one_array
from nnreg_gui.engine.questions.thinning import masked_activations


@dataclass(frozen=True, slots=True, eq=False)
class DropoutStep:
    """What happened to a mini-batch, and what it did to the network.

    Every image of the mini-batch has its own thinned network: it draws its own hidden neurons.

    Attributes:
        before, after: the network, before and after the step w → w − (η/m) Σ_x ∂C_x/∂w (biases likewise).
        masks: per hidden layer, (m, neurons): 0 where a neuron was off, 1/(1−p) where it was on.
        activations: per hidden layer what the next layer received, mask · f(z); then the outputs; (m, neurons) each.
        deltas: per layer δ = ∂C_x/∂z, (m, neurons) each; 0 for a neuron that was off.
        rate: η/m.
    """

    before: Parameters
    after: Parameters
    masks: tuple[np.ndarray, ...]
    activations: tuple[np.ndarray, ...]
    deltas: tuple[np.ndarray, ...]
    rate: float

    @property
    def mean_deltas(self) -> tuple[np.ndarray, ...]:
        """Mean |δ| of each neuron over the mini-batch, per layer: (neurons,)."""
        return tuple(np.abs(delta).mean(0) for delta in self.deltas)

    def change_by(self, image: int, layer: int) -> np.ndarray:
        """Return one image's part of the step in a layer's weights: −(η/m) δ_j a_k.

        Args:
            image: its place in the mini-batch.
            layer: from 1, the weights leading out of the first hidden layer.

        Returns:
            (neurons, inputs), as the weights.
        """
        return -self.rate * np.outer(self.deltas[layer][image], self.activations[layer - 1][image])


@np.errstate(all="ignore")  # as in `weighted_outputs()`
def take_dropout_step(
    parameters: Parameters,
    inputs: np.ndarray,
    targets: np.ndarray,
    random: "np.random.Generator",
    *,
    dropout: float,
    learning_rate: float,
    activation: str = "sigmoid",
    cost: str = "cross_entropy",
) -> DropoutStep:
    """Take the step that training takes without a penalty, but leave the given parameters as they are.

    Args:
        parameters: float32, of a network with at least one hidden layer.
        inputs, targets: float32, (m, pixels) and one-hot (m, outputs).
        random: the stream to draw masks from, as in training.
        dropout: p, 0 ≤ p < 1.
        learning_rate: η.
        activation, cost: names.
    """
    m, neurons = len(inputs), [len(b) for b in parameters.biases[:-1]]
    masks = [np.ones((m, count), np.float32) for count in neurons]
    if dropout:
        draw_masks(random, dropout, masks)
    everything, after = in_one_array(parameters)
    backpropagation = Backpropagation(after, m, ACTIVATIONS[activation], COSTS[cost])
    everything -= backpropagation.compute_for(inputs, targets, learning_rate / m, masks if dropout else None)
    activations = masked_activations(parameters, inputs, activation, masks, cost)
    return DropoutStep(
        before=parameters,
        after=after,
        masks=tuple(masks),
        activations=activations,
        deltas=_deltas(parameters, activations, targets, masks, activation, cost),
        rate=learning_rate / m,
    )


def _deltas(
    parameters: Parameters,
    activations: Sequence[np.ndarray],
    targets: np.ndarray,
    masks: Sequence[np.ndarray],
    activation: str,
    cost: str,
) -> tuple[np.ndarray, ...]:
    """Return δ of every layer: δ^L from the cost, below it δ^l = (δ^(l+1) w^(l+1)) · mask · f′(z^l)."""
    outputs = activations[-1]
    found = [COSTS[cost].delta(outputs, targets, np.empty_like(outputs))]
    for w, mask, kept in zip(parameters.weights[:0:-1], masks[::-1], activations[-2::-1], strict=True):
        on = mask > 0
        a = np.divide(kept, mask, out=np.zeros_like(kept), where=on)  # f(z) before scaling
        slope = ACTIVATIONS[activation].slope(a, np.empty_like(a))
        found.append((found[-1] @ w) * mask * slope)
    return tuple(found[::-1])
