"""What a penalty does to weights that nothing else acts on: the data have no say here."""

from dataclasses import dataclass

import numpy as np
from numpy.random import default_rng  # at import time, because loading it takes longer than all the rest

from nnreg_gui.engine.penalties import PENALTIES


@dataclass(frozen=True, slots=True, kw_only=True)
class ShrinkingNumbers:
    """What decides how fast L1 and L2 shrink a weight.

    Attributes:
        lambda_l2, lambda_l1: λ of each penalty.
        learning_rate: η.
        training_images: n.
    """

    lambda_l2: float = 0.1
    lambda_l1: float = 0.1
    learning_rate: float = 0.5
    training_images: int = 1_000

    def penalty_step(self, penalty: str) -> float:
        """Return ηλ/n of "l2" or "l1": the share of a weight, or the amount, that one mini-batch takes from it."""
        lambda_ = self.lambda_l2 if penalty == "l2" else self.lambda_l1
        return self.learning_rate * lambda_ / self.training_images

    @property
    def crossing(self) -> float | None:
        """The |w| from which both take the same amount: λ₁/λ₂; None if either takes nothing."""
        return self.lambda_l1 / self.lambda_l2 if self.lambda_l1 and self.lambda_l2 else None


def change(penalty: str, weights: np.ndarray, step: float) -> np.ndarray:
    """Return what one mini-batch of the penalty alone adds to each weight: −(ηλ/n) w for L2, −(ηλ/n) sgn w for L1.

    Args:
        penalty: "l2" or "l1".
        weights: any shape.
        step: ηλ/n.
    """
    return step * PENALTIES[penalty].pull(weights)


def shrunk(penalty: str, weights: np.ndarray, step: float, mini_batches: int) -> np.ndarray:
    """Return the weights after steps of the penalty alone, by the arithmetic that training uses.

    Args:
        penalty: "l2" or "l1".
        weights: float32 as in training, any shape.
        step: ηλ/n.
        mini_batches: how many steps.
    """
    result, scratch = weights.copy(), np.empty_like(weights)
    calls = tuple(PENALTIES[penalty].shrink.calls(result, step, scratch))
    for _ in range(mini_batches):
        for call in calls:
            call()
    return result


def drawn_weights(count: int, seed: int) -> np.ndarray:
    """Return weights from N(0, 1), as in a new network, float32, (count,), largest first."""
    return np.sort(default_rng(seed).standard_normal(count, dtype=np.float32))[::-1].copy()


@dataclass(frozen=True, slots=True)
class ShrinkingWeights:
    """The same weights under L2 and under L1, after some steps.

    Attributes:
        start: float32, (weights,).
        mini_batches: how many steps each has taken.
        l2, l1: the weights after them, in the same shape.
    """

    start: np.ndarray
    mini_batches: int
    l2: np.ndarray
    l1: np.ndarray

    @classmethod
    def at(cls, start: np.ndarray) -> "ShrinkingWeights":
        """Return the weights before the first step."""
        return cls(start, 0, start, start)

    def after(self, mini_batches: int, numbers: ShrinkingNumbers) -> "ShrinkingWeights":
        """Return the weights after this many more steps with these numbers."""
        l2, l1 = (
            shrunk(penalty, weights, numbers.penalty_step(penalty), mini_batches)
            for penalty, weights in (("l2", self.l2), ("l1", self.l1))
        )
        return ShrinkingWeights(self.start, self.mini_batches + mini_batches, l2, l1)
