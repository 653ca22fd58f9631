"""The walk through a mini-batch as a drawing."""

import numpy as np

from nnreg_gui.pages.dropout.mini_batch_walk import MiniBatchWalk, Phase
from nnreg_gui.pages.dropout.network_drawing import NetworkPicture

_TINY = 1e-12


@np.errstate(all="ignore")  # as in `weighted_outputs()`
def picture_of(walk: MiniBatchWalk, heading: str, spoken: str) -> NetworkPicture:
    """Return what to draw of a phase.

    Forward: activations a, and w · a, which each connection adds to the next neuron. Backward: |δ|, and how the image
    changes the weights. In the step: the mean of the images, mean |δ|, and how all images together change them.
    """
    step, image = walk.step, walk.image
    whole, backward = walk.phase is Phase.STEP, walk.phase is not Phase.FORWARD
    layers = range(1, len(step.before.weights))
    if whole:
        fills = step.mean_deltas
        lines = tuple(step.after.weights[layer] - step.before.weights[layer] for layer in layers)
    elif backward:
        fills = tuple(np.abs(delta[image]) for delta in step.deltas)
        lines = tuple(step.change_by(image, layer) for layer in layers)
    else:
        fills = tuple(np.abs(a[image]) for a in step.activations)
        lines = tuple(step.before.weights[layer] * step.activations[layer - 1][image] for layer in layers)
    return NetworkPicture(
        image=(walk.inputs.mean(0) if whole else walk.inputs[image]).reshape(walk.shape),
        on=walk.on,
        fills=tuple(np.nan_to_num(fill / max(float(fill.max()), _TINY)) for fill in fills[:-1]),
        outputs=np.nan_to_num(fills[-1]),
        classes=walk.start.classes,
        wanted=None if whole else walk.label,
        lines=_between_neurons_that_are_on(lines, walk.on),
        backward=backward,
        heading=heading,
        spoken=spoken,
    )


def _between_neurons_that_are_on(lines: tuple[np.ndarray, ...], on: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
    """Return the lines, with 0 also for whatever leads to a hidden neuron that is off."""
    lines = tuple(map(np.nan_to_num, lines))
    return (*(line * after[:, None] for line, after in zip(lines, on[1:], strict=False)), lines[-1])
