"""Penalties on the weights: all that the engine knows of each in one row, by name.

"none" is not here: without a penalty there is no arithmetic. What the window knows of them is in
`nnreg_gui.panels.penalty_rows`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from nnreg_gui.engine.calls import Call, Planned
from nnreg_gui.engine.problems import ExperimentError

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Penalty:
    """A sum over weights; the penalty is λ/n times it.

    Attributes:
        total: ½ Σ w² (L2) or Σ |w| (L1) of one array of weights.
        shrink: takes the penalty's step from an array of weights in place, given ηλ/n and a scratch array of its shape.
        refused: makes the error that says why ηλ/n must be below 1, of numbers in words.
        mixed: makes the same penalty with another share of L1 in it; None where there is no such share.
    """

    total: Callable[[Array], float]
    shrink: Planned[[Array, float, Array]]
    refused: Callable[..., ExperimentError]
    mixed: "Callable[[float], Penalty] | None" = None

    def with_ratio(self, l1_ratio: float) -> "Penalty":
        """Return the penalty with this share of L1, as far as it has one."""
        return self if self.mixed is None else self.mixed(l1_ratio)

    def pull(self, weights: Array) -> Array:
        """Return −∂/∂w of the sum, in float64: what `shrink` adds to each weight, for a step of 1.

        All of it is linear in the step, so that half a step tells; a whole one would take L2 to 0.
        """
        shrunk = np.array(weights, np.float64)
        self.shrink(shrunk, 0.5, np.empty_like(shrunk))
        return (shrunk - weights) / 0.5


def _l2_total(weights: Array) -> float:
    return 0.5 * float(np.square(weights).sum(dtype=np.float64))


@Planned
def _l2_shrink(weights: Array, step: float, scratch: Array) -> Iterator[Call]:
    """w → (1 − ηλ/n) w."""
    yield partial(np.multiply, weights, np.array(1 - step, weights.dtype), weights)


def _l2_refused(**numbers: str) -> ExperimentError:
    """ηλ/n is the share that is taken of each weight."""
    return ExperimentError(
        "“{key}” is too large: ηλ/n = {step} with η = {eta}, λ = {lambda_}, n = {n} is not "
        "below 1, so every step would flip the sign of the weights; choose a smaller λ or η.",
        **numbers,
    )


def _l1_total(weights: Array) -> float:
    return float(np.abs(weights).sum(dtype=np.float64))


@Planned
def _l1_shrink(weights: Array, step: float, scratch: Array) -> Iterator[Call]:
    """w → w − (ηλ/n) sgn(w), with sgn(0) = 0. A weight near zero steps over it, as on the slide: nothing is clipped."""
    yield partial(np.sign, weights, scratch)
    yield partial(np.multiply, scratch, np.array(step, weights.dtype), scratch)
    yield partial(np.subtract, weights, scratch, weights)


def _l1_refused(**numbers: str) -> ExperimentError:
    """ηλ/n is a length; of an elastic net it is a length and a share, which together reach 0 from 1."""
    return ExperimentError(
        "“{key}” is too large: ηλ/n = {step} with η = {eta}, λ = {lambda_}, n = {n} is not "
        "below 1, so every step would throw weights of usual size across 0; choose a smaller λ or η.",
        **numbers,
    )


def shares(lambda_: float, l1_ratio: float) -> tuple[float, float]:
    """Return λ₁ and λ₂ of an elastic net: how much of λ goes to L1, and how much to L2."""
    return l1_ratio * lambda_, (1 - l1_ratio) * lambda_


def _elastic_net(l1_ratio: float) -> Penalty:
    """Return L1 and L2 at once; with a share of 0 it is L2, with 1 it is L1, bit for bit."""

    def total(weights: Array) -> float:
        l1, l2 = shares(1.0, l1_ratio)
        return l1 * _l1_total(weights) + l2 * _l2_total(weights)

    @Planned
    def shrink(weights: Array, step: float, scratch: Array) -> Iterator[Call]:
        """w → (1 − ηλ₂/n) w − (ηλ₁/n) sgn(w). The factor is above 0, so that the sign is the same before and after."""
        l1, l2 = shares(step, l1_ratio)
        yield from _l2_shrink.calls(weights, l2, scratch)
        yield from _l1_shrink.calls(weights, l1, scratch)

    return Penalty(total, shrink, _l1_refused, _elastic_net)


L1_RATIO = 0.5  # where nothing else is chosen, as in scikit-learn
PENALTIES = {
    "l2": Penalty(_l2_total, _l2_shrink, _l2_refused),
    "l1": Penalty(_l1_total, _l1_shrink, _l1_refused),
    "elastic_net": _elastic_net(L1_RATIO),
}
