"""Smoothing with a Gaussian that reflects its weight at the image's edges, so that no mass is lost."""

import numpy as np


def gaussian_matrices(sigmas: np.ndarray, size: int) -> np.ndarray:
    """Return the matrices that smooth a row (or column) of pixels: G @ row.

    They are symmetric, and each row and column sums to 1. What a Gaussian would spread past an edge comes back at that
    edge, as if the image continued mirrored (… c b a | a b c …).

    Args:
        sigmas: (k,), in pixels; 0 gives the unit matrix.
        size: pixels in a row.

    Returns:
        float32, (k, size, size).
    """
    distances = np.arange(size)
    narrow = np.maximum(np.asarray(sigmas, float), 1e-3)  # so narrow that neighbours get no weight
    weights = np.exp(-0.5 * np.square(distances / narrow[:, None]))
    weights /= 2 * weights.sum(1, keepdims=True) - weights[:, :1]  # both sides, with the middle counted once
    table = np.zeros((len(weights), 2 * size))
    table[:, :size] = weights
    i, j = distances[:, None], distances[None]
    direct, reflected = np.abs(i - j), (i + j + 1, 2 * size - 1 - i - j)
    return (table[:, direct] + table[:, reflected[0]] + table[:, reflected[1]]).astype(np.float32)


def blur(images: np.ndarray, sigmas: np.ndarray) -> np.ndarray:
    """Return images, float32 (k, height, width), each smoothed by a Gaussian of its own σ, (k,)."""
    height, width = images.shape[1:]
    columns = gaussian_matrices(sigmas, height)
    rows = columns if width == height else gaussian_matrices(sigmas, width)
    return np.matmul(np.matmul(columns, images), rows)  # rows is symmetric


def smooth_fields(fields: np.ndarray, sigma: float) -> np.ndarray:
    """Return fields, float32 (…, height, width), all smoothed by one Gaussian."""
    height, width = fields.shape[-2:]
    columns, rows = (gaussian_matrices(np.array([sigma]), size)[0] for size in (height, width))
    return np.matmul(np.matmul(columns, fields), rows)
