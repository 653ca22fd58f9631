"""Which shares of a layer's weights lie where, counted in bins that two networks can have in common."""

import numpy as np

from nnreg_gui.engine.measuring import SMALL_WEIGHT


def near_zero(weights: np.ndarray) -> float:
    """Return the share (0…1) of weights with |w| < 0.01."""
    return float(np.count_nonzero(np.abs(weights) < SMALL_WEIGHT)) / weights.size


def bin_edges(limit: float, bins: int) -> np.ndarray:
    """Return the edges, (bins + 1,), from −limit to limit; with an odd number of bins, 0 lies in the middle of one."""
    return np.linspace(-limit, limit, bins + 1)


def shares(weights: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Return the share (0…1) of all weights in each bin, (bins,); those beyond the edges count in the outer bins."""
    inside = np.clip(weights.ravel(), edges[0], edges[-1])
    width = (edges[-1] - edges[0]) / (len(edges) - 1)
    places = ((inside - edges[0]) / width).astype(np.intp).clip(0, len(edges) - 2)
    return np.bincount(places, minlength=len(edges) - 1) / weights.size
