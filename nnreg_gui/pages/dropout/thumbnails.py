"""Thinned networks as small pictures of on and off."""

import math
from collections.abc import Sequence

import numpy as np

_CELL, _GAP = 6, 2  # pixels
_OFF = 0.18  # of the ink: keeps the place of an off neuron visible


def thumbnail(on: Sequence[np.ndarray]) -> np.ndarray:
    """Return a picture in which each hidden neuron is a small square, in the order of the drawing's rows.

    Args:
        on: per hidden layer, (neurons,), bool; layers stand side by side.

    Returns:
        float32, (height, width): 1 for neurons that are on, nearly 0 for those that are off, 0 between them.
    """
    blocks = [_block(layer) for layer in on]
    height = max(block.shape[0] for block in blocks)
    padded = [np.pad(block, ((0, height - block.shape[0]), (0, _CELL + _GAP))) for block in blocks]
    return np.concatenate(padded, 1)[:, : -(_CELL + 2 * _GAP)]


def _block(on: np.ndarray) -> np.ndarray:
    columns = math.ceil(math.sqrt(len(on)))
    rows = math.ceil(len(on) / columns)
    inks = np.zeros(rows * columns, np.float32)
    inks[: len(on)] = np.where(on, 1.0, _OFF)
    squares = np.zeros((rows, _CELL + _GAP, columns, _CELL + _GAP), np.float32)
    squares[:, :_CELL, :, :_CELL] = inks.reshape(rows, 1, columns, 1)
    return squares.reshape(rows * (_CELL + _GAP), columns * (_CELL + _GAP))[: -_GAP or None]
