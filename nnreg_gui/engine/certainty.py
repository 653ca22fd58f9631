"""How far accuracies must differ before it is said, when there are fewer images to measure on than MNIST has."""

from math import sqrt

import numpy as np

from nnreg_gui.engine.data_set import MNIST


def clear_difference(found: float, images: int) -> float:
    """Return what to call a clear difference between accuracies, 0…1.

    Args:
        found: what is one with MNIST's validation images.
        images: how many were measured on.
    """
    return found if images >= MNIST.validation_images else found * sqrt(MNIST.validation_images / images)


def added_chance(shares: np.ndarray, images: int) -> np.ndarray:
    """Return the standard deviations of shares of images, 0…1, that come on top of those with MNIST's number.

    Of n images drawn at random, a share s varies by √(s (1 − s) / n); one curve does not show that, as it is measured
    on the same images in all epochs. Nothing with as many images as MNIST has, or more.
    """
    added = max(0.0, 1 / images - 1 / MNIST.validation_images)
    return np.sqrt(shares * (1 - shares) * added)
