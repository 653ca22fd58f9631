"""How far accuracies must differ before a page says so, when there are fewer images to measure on than MNIST has."""

from math import sqrt

MNIST_IMAGES = 10_000  # that validate: what pages call a clear difference was found with these


def clear_difference(found: float, images: int | None) -> float:
    """Return what to call a clear difference between accuracies, 0…1.

    Args:
        found: what is one with MNIST's validation images.
        images: how many were measured on; None while that is unknown: as many as MNIST has.
    """
    return found if images is None or images >= MNIST_IMAGES else found * sqrt(MNIST_IMAGES / max(images, 1))
