"""Dropout: switches hidden neurons off at random for one forward and backward pass."""

import numpy as np


def draw_masks(random: "np.random.Generator", dropout: float, masks: list[np.ndarray]) -> list[np.ndarray]:
    """Fill the masks with 0 (probability p) or 1/(1−p), the factors of hidden activations in training; return them.

    Scaling the kept activations up by 1/(1−p) keeps their expectation that of the whole network, so nothing needs to
    change when measuring ("inverted dropout").

    Args:
        random: the run's own stream for dropout.
        dropout: p, 0 < p < 1.
        masks: float arrays, one per hidden layer, shape (mini-batch, neurons); overwritten.
    """
    for mask in masks:
        random.random(out=mask, dtype=mask.dtype)
        np.greater_equal(mask, mask.dtype.type(dropout), out=mask)
        mask *= 1 / (1 - dropout)
    return masks
