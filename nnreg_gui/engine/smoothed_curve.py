"""A learning curve apart from its stochastic fluctuations.

Smooth it over the last epochs, and estimate how much it fluctuates from its third differences, which a steady bend
leaves at zero: costs fall steeply at first, and that is no fluctuation. Whatever this says of an epoch rests on epochs
up to it.
"""

from dataclasses import dataclass

import numpy as np

LOOK_BACK = 3  # epochs: looking back further would hide for as long that a steeply falling curve has levelled off
_SMOOTHED_OVER = 5  # epochs
_NOISE_FROM = 15  # third differences: a median of fewer fluctuates itself
_MAD_TO_SIGMA = 1 / 0.6745  # for a normal distribution
_THIRD_DIFFERENCE = 20**-0.5  # x₁ − 3x₂ + 3x₃ − x₄ of independent fluctuations has the variance 20 σ²


@dataclass(frozen=True, slots=True, eq=False)
class SmoothedCurve:
    """A curve that falls while a network learns.

    Attributes:
        raw: its values, float64, (epochs,), from epoch 0.
        smooth: their mean over the last epochs.
        noise: how far off a smoothed value may be, (epochs,): a number of standard deviations; infinite in the first
            epochs, which are too few to tell.
    """

    raw: np.ndarray
    smooth: np.ndarray
    noise: np.ndarray

    @classmethod
    def of(cls, values: np.ndarray, deviations: float) -> "SmoothedCurve":
        """Smooth a curve, (epochs,); beyond this many standard deviations of its fluctuations, nothing is noise.

        Raises:
            ValueError: it is not one row of finite numbers.
        """
        raw = np.asarray(values, float)
        if raw.ndim != 1 or not np.isfinite(raw).all():
            raise ValueError("A curve must be one row of finite numbers.")
        noise = _fluctuation(raw)
        known = np.isfinite(noise)  # 0 times an unknown is unknown, too
        noise[known] *= deviations * _SMOOTHED_OVER**-0.5
        return cls(raw, _smoothed(raw), noise)

    def first_as_low(self, tolerance: float) -> np.ndarray:
        """Return for each epoch the first one since which the curve has not fallen by more than a tolerance."""
        lowest = np.minimum.accumulate(self.smooth)
        allowed = lowest + np.maximum(tolerance * np.abs(lowest), self.noise)
        # The first value that low is also the first running minimum that low, and those only fall.
        return np.searchsorted(-lowest, -allowed)

    def falls(self, tolerance: float) -> np.ndarray:
        """Return for each epoch whether the curve still reaches new lows, at a rate of this share in ten epochs.

        After too few epochs, it counts as falling unless it clearly rises: nobody could tell that it has levelled off.
        """
        lowest = np.minimum.accumulate(self.smooth)
        falling = self.smooth - lowest <= np.maximum(tolerance * np.abs(lowest), self.noise)
        before, now = lowest[:-LOOK_BACK], lowest[LOOK_BACK:]
        allowed = np.maximum(tolerance * LOOK_BACK / 10 * np.abs(before), self.noise[LOOK_BACK:])
        falling[LOOK_BACK:] &= before - now > allowed
        return falling


def _smoothed(values: np.ndarray) -> np.ndarray:
    """Return the mean of the last epochs; at the start, of those since the first trained one."""
    if len(values) < 2:
        return values
    sums = np.concatenate([[0.0], np.cumsum(values[1:])])
    ends = np.arange(1, len(values))
    starts = np.maximum(ends - _SMOOTHED_OVER, 0)
    return np.concatenate([values[:1], (sums[ends] - sums[starts]) / (ends - starts)])


def _fluctuation(values: np.ndarray) -> np.ndarray:
    """Estimate a curve's standard deviation around its course, at each epoch from the epochs up to it.

    The untrained network says nothing about it, nor do three trained ones: there it is infinite.
    """
    fluctuation = np.full(len(values), np.inf)
    if len(values) < 5:
        return fluctuation
    bends = np.abs(np.diff(values[1:], 3))
    padded = np.concatenate([np.full(_NOISE_FROM - 1, np.inf), bends])
    windows = np.sort(np.lib.stride_tricks.sliding_window_view(padded, _NOISE_FROM), axis=1)
    known = np.minimum(np.arange(len(bends)) + 1, _NOISE_FROM)
    medians = windows[np.arange(len(bends)), known // 2]  # at the start, unknown values sort last
    fluctuation[4:] = medians * _MAD_TO_SIGMA * _THIRD_DIFFERENCE
    return fluctuation
