"""Drawings made like the digits of MNIST."""

import numpy as np

from nnreg_gui.engine.data_set import MNIST

_INK_SHARE = 20 / 28  # of the picture's sides: the box that MNIST fits its ink into


def like_mnist(image: np.ndarray, shape: tuple[int, int] = MNIST.shape) -> np.ndarray:
    """Return a drawing as MNIST prepares its digits: ink fitted into 20 × 20, its centre of mass in pixel (14, 14).

    LeCun, Bottou, Bengio and Haffner, "Gradient-Based Learning Applied to Document Recognition", 1998.

    Args:
        image: float32, (height, width) of any size, 0 = paper … 1 = ink.
        shape: height and width of the result; in others than MNIST's, box and centre are as large a share of it.

    Returns:
        float32, of this shape, 0…1; all 0 if nothing is drawn.
    """
    result = np.zeros(shape, np.float32)
    rows, columns = np.flatnonzero(image.max(1) > 0), np.flatnonzero(image.max(0) > 0)
    if not len(rows):
        return result
    ink = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    # Smaller than the box if ink far from a heavy part would otherwise leave the picture.
    box = [max(1, round(_INK_SHARE * side)) for side in shape]
    scales = [
        min(room / side, (whole // 2 - 1) / max(centre + 1, side - centre))
        for room, whole, centre, side in zip(box, shape, _centre(ink), ink.shape, strict=True)
    ]
    scale = min(scales)
    height, width = (max(1, round(scale * side)) for side in ink.shape)
    small = _averages(ink.shape[0], height) @ ink @ _averages(ink.shape[1], width).T
    # The centres of MNIST's own digits lie in pixel (14, 14), counted from 0.
    top, left = (round(side // 2 - centre) for side, centre in zip(shape, _centre(small), strict=True))
    result[top : top + height, left : left + width] = np.clip(small, 0, 1)
    return result


def _centre(image: np.ndarray) -> tuple[float, float]:
    """Return the row and the column of the centre of mass."""
    row, column = (image.sum(1 - axis) @ np.arange(image.shape[axis]) / image.sum() for axis in (0, 1))
    return float(row), float(column)


def _averages(before: int, after: int) -> np.ndarray:
    """Return the matrix, (after, before), whose rows average the old pixels under each new one.

    A pixel under two new ones counts in each by its overlap; when enlarging, each new one covers one or two old ones.
    """
    edges = np.linspace(0, before, after + 1)
    pixels = np.arange(before)
    covered = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    weights = np.clip(covered, 0, None)
    return (weights / weights.sum(1, keepdims=True)).astype(np.float32)
