"""What is said about a phase of a mini-batch, with its numbers."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.activations import sigmoid
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.network import Parameters, weighted_outputs
from nnreg_gui.pages.dropout.mini_batch_walk import BATCH_SIZE, MiniBatchWalk, Phase
from nnreg_gui.widgets.texts import number_text, significant_text, whole_text

translate = QCoreApplication.translate


def phase_sentence(walk: MiniBatchWalk) -> str:
    """Say what is seen."""
    return {Phase.FORWARD: _forward, Phase.BACKWARD: _backward, Phase.STEP: _step}[walk.phase](walk)


def _neurons(walk: MiniBatchWalk) -> tuple[int, int]:
    """Return how many hidden neurons are off, and how many there are."""
    return sum(int((~layer).sum()) for layer in walk.on), sum(len(layer) for layer in walk.on)


def _forward(walk: MiniBatchWalk) -> str:
    off, neurons = _neurons(walk)
    outputs = walk.step.activations[-1][walk.image]
    called = int(outputs.argmax())
    text = translate(
        "MiniBatch",
        "{0} of {1} hidden neurons are off, the others are multiplied by {2}. This thinned network reads the {3} as "
        "{4} ({5}).",
    )
    return text.format(
        whole_text(off),
        whole_text(neurons),
        significant_text(1 / (1 - walk.dropout), 3),
        walk.label,
        called,
        number_text(float(outputs[called]), 2),
    )


def _backward(walk: MiniBatchWalk) -> str:
    off, neurons = _neurons(walk)
    if not off:
        return translate("MiniBatch", "The error goes back to all {0} hidden neurons: none is off.").format(neurons)
    text = translate(
        "MiniBatch",
        "The error goes back to the {0} hidden neurons that are on. No weight from or to the {1} others is changed by "
        "this image.",
    )
    return text.format(whole_text(neurons - off), whole_text(off))


def _step(walk: MiniBatchWalk) -> str:
    off, neurons = _neurons(walk)
    before, after = (_mean_cost(walk, parameters) for parameters in (walk.step.before, walk.step.after))
    text = translate(
        "MiniBatch",
        "The gradients of {0} thinned networks are added: one step of the one network. {1} of {2} hidden neurons were "
        "on at least once. Cost of these images, nothing off: {3} before, {4} after.",
    )
    return text.format(
        BATCH_SIZE, whole_text(neurons - off), whole_text(neurons), number_text(before, 3), number_text(after, 3)
    )


def _mean_cost(walk: MiniBatchWalk, parameters: Parameters) -> float:
    """Return the data cost of the mini-batch per image, nothing switched off."""
    z = weighted_outputs(parameters, walk.inputs, walk.start.activation)
    a = sigmoid(z, np.empty_like(z))
    return COSTS[walk.start.cost].total(z, a, walk.targets) / BATCH_SIZE
