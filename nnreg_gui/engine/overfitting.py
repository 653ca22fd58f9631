"""The lecture's four signs of overfitting, read from learning curves.

Each is meant "apart from stochastic fluctuations": a sign must exceed the fluctuations of the curves, and last.
Everything is causal: the verdict at an epoch rests on epochs up to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnreg_gui.engine.certainty import added_chance, clear_difference
from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.repeats import mean_and_spread
from nnreg_gui.engine.smoothed_curve import LOOK_BACK, SmoothedCurve

TOO_EARLY, NOT_YET, WATCH, YES = range(4)
SIGNS = ("costs", "accuracies", "high_accuracy", "gap")
NEVER = -1  # instead of an epoch

_CURVES = ("training_cost", "validation_cost", "training_accuracy", "validation_accuracy")
_FLAT_FOR = 10  # epochs after which the answer by accuracy counts
_FLAT = 0.01  # share of the mistakes: on 10,000 validation images, 80 to 84 % recognized, 16 to 20 images
_TINY = 1e-12  # instead of a division by zero


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What counts as a sign.

    The defaults were calibrated on runs of this program's engine on MNIST (784-30-10, cross-entropy, η 0.5, m 10, large
    initial weights): 1,000 images without regularization, 400 epochs, 20 seeds (all four signs, the first by epoch
    40); 50,000 images with L2, λ 5, 30 epochs, 10 seeds (no sign), and the first 10 epochs of these and of 1,000 images
    with L2, λ 0.1, where the network still improves (no sign). `python -m tests.benchmarks.signs` recounts them. Where
    fewer images than MNIST's 10,000 validate, what stands between the two accuracies must exceed that chance, too.

    Attributes:
        cost_fall: share by which the training cost has fallen while the validation cost has not.
        cost_tolerance: a validation cost that falls by less than this share in ten epochs has not fallen.
        mistakes_fall: share of its mistakes that the network no longer makes on training images, while it still makes
            those on validation images: accuracies near 100 % can barely rise, but their mistakes can halve.
        mistakes_tolerance: a validation accuracy has not risen if less than this share of the mistakes disappears in
            ten epochs.
        high_accuracy: 0…1; from here on, a training accuracy above the validation accuracy is suspicious.
        gap: 0…1; the gap is large if the training accuracy exceeds the validation accuracy by more.
        noise: how many standard deviations exceed the fluctuations of a curve.
        lasting: epochs for which a sign must show before it counts, and be gone before it stops counting.
    """

    cost_fall: float = 0.2
    cost_tolerance: float = 0.02
    mistakes_fall: float = 0.5
    mistakes_tolerance: float = 0.1
    high_accuracy: float = 0.995
    gap: float = 0.05
    noise: float = 3.0
    lasting: int = 5


DEFAULT_THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """One sign, epoch by epoch; all arrays are (epochs,), from epoch 0.

    Attributes:
        state: int8: TOO_EARLY, NOT_YET, WATCH or YES. TOO_EARLY while there are too few epochs to see that a curve has
            levelled off, and that this lasts. A YES ends once the sign has been gone for as long as it must last.
        since: the epoch since which the sign has shown, where it says YES, else NEVER; constant during one YES.
        compared_with: the epoch to compare the numbers with: the first since which the validation curve has not
            improved; for the last two signs, which compare two curves at one epoch, that epoch itself.
        training, validation: the two numbers behind it, smoothed: costs for the first sign, else accuracies.
        training_now, validation_now: the same, not smoothed: what the curves show.
    """

    state: np.ndarray
    since: np.ndarray
    compared_with: np.ndarray
    training: np.ndarray
    validation: np.ndarray
    training_now: np.ndarray
    validation_now: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class OverfittingSigns:
    """What a run's curves say.

    Attributes:
        signs: by their names in `SIGNS`.
        thresholds: the ones that decided.
        lowest_cost: the epoch of the lowest validation cost; NEVER if there are no epochs.
        perfect: the first epoch with 100 % training accuracy, or NEVER.
        gap_opened: the epoch since which the gap has been large, or NEVER.
        starts_by_cost: when overfitting starts by the validation cost: its lowest epoch; NEVER while the first sign
            does not say YES, or while that epoch is so new that it may be a fluctuation.
        starts_by_accuracy: the same by the validation accuracy: the first epoch after which not even one hundredth of
            the mistakes on validation images has gone, or no more than these fluctuate; NEVER while the second sign
            does not say YES, or while the accuracy still rises.
    """

    signs: dict[str, Sign]
    thresholds: Thresholds
    lowest_cost: int
    perfect: int
    gap_opened: int
    starts_by_cost: int
    starts_by_accuracy: int


def signs_of(
    histories: Sequence[RunHistory], thresholds: Thresholds = DEFAULT_THRESHOLDS, count: int | None = None
) -> OverfittingSigns:
    """Judge a run, or the mean curves of its repeats.

    Args:
        histories: at least one.
        thresholds: what counts as a sign.
        count: how many records, from epoch 0, to judge; all that they have in common if not given.
    """
    curves = {name: mean_and_spread(histories, name)[0][:count] for name in _CURVES}
    images = histories[0].experiment.data.dataset.validation_images
    return overfitting_signs(**curves, thresholds=thresholds, images=images)


def overfitting_signs(
    training_cost: np.ndarray,
    validation_cost: np.ndarray,
    training_accuracy: np.ndarray,
    validation_accuracy: np.ndarray,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    images: int = MNIST.validation_images,
) -> OverfittingSigns:
    """Judge the curves of any run.

    Args:
        training_cost, validation_cost: (epochs,), the data cost without penalty; index 0 is the untrained network.
        training_accuracy, validation_accuracy: (epochs,), 0…1.
        thresholds: what counts as a sign.
        images: how many the validation curves were measured on.

    Raises:
        ValueError: the arrays are not four curves of the same length with finite numbers, accuracies in 0…1.
    """
    costs = [SmoothedCurve.of(one, thresholds.noise) for one in (training_cost, validation_cost)]
    # Mistakes behave like costs: they fall to zero, and halving them is the same progress anywhere.
    mistakes = [
        SmoothedCurve.of(1.0 - np.asarray(one, float), thresholds.noise)
        for one in (training_accuracy, validation_accuracy)
    ]
    if len({len(curve.raw) for curve in (*costs, *mistakes)}) != 1:
        raise ValueError("The four curves must have one number per epoch each, all of the same length.")
    if any(curve.raw.min(initial=0.0) < 0 or curve.raw.max(initial=0.0) > 1 for curve in mistakes):
        raise ValueError("Accuracies must lie between 0 and 1.")
    improves = mistakes[1].falls(thresholds.mistakes_tolerance)
    chance = thresholds.noise * added_chance(mistakes[1].smooth, images)
    gap = SmoothedCurve.of(mistakes[1].raw - mistakes[0].raw, thresholds.noise)
    signs = {
        "costs": _parting(costs, thresholds.cost_fall, thresholds.cost_tolerance, thresholds),
        "accuracies": _in_accuracies(
            _parting(mistakes, thresholds.mistakes_fall, thresholds.mistakes_tolerance, thresholds)
        ),
        "high_accuracy": _in_accuracies(_high_accuracy(mistakes, chance, improves, thresholds)),
        "gap": _in_accuracies(_large_gap(mistakes, gap, chance, improves, thresholds)),
    }
    lowest = int(costs[1].raw.argmin()) if len(costs[1].raw) else NEVER
    return OverfittingSigns(
        signs=signs,
        thresholds=thresholds,
        lowest_cost=lowest,
        perfect=_first(mistakes[0].raw <= 0),
        gap_opened=_gap_opened(gap, thresholds),
        starts_by_cost=lowest if _is_yes(signs["costs"]) and lowest < len(improves) - thresholds.lasting else NEVER,
        starts_by_accuracy=_flat_from(mistakes[1], images, thresholds) if _is_yes(signs["accuracies"]) else NEVER,
    )


# ---------------------------------------------------------------------------------------------------------- the signs


def _parting(curves: list[SmoothedCurve], fall: float, tolerance: float, thresholds: Thresholds) -> Sign:
    """The training curve falls while the validation curve does not."""
    training, validation = curves
    compared = validation.first_as_low(tolerance)
    fallen = training.smooth[compared] - training.smooth
    # Beyond the fluctuations of both: had the validation curve fallen by the same share, it would have shown.
    # Compare two values by the present estimate of fluctuations: earlier ones come from a steep descent.
    noises = [2 * one.noise for one in curves]
    scale = training.smooth[compared] / np.maximum(validation.smooth[compared], _TINY)
    scaled = np.multiply(noises[1], scale, out=np.zeros_like(scale), where=scale > 0)
    enough = np.maximum.reduce([fall * training.smooth[compared], noises[0], scaled])
    stands = ~validation.falls(tolerance)
    seen = (fallen > enough) & stands
    begins = (fallen > enough / 2) & stands
    return _sign(seen, begins, compared, curves, thresholds)


def _in_accuracies(sign: Sign) -> Sign:
    """Return a sign of mistakes as one of accuracies."""
    numbers = ("training", "validation", "training_now", "validation_now")
    return replace(sign, **{name: 1 - getattr(sign, name) for name in numbers})


def _high_accuracy(
    mistakes: list[SmoothedCurve], chance: np.ndarray, improves: np.ndarray, thresholds: Thresholds
) -> Sign:
    """The training accuracy is suspiciously high: that of validation images, which is above suspicion, is lower."""
    training, validation = mistakes
    few = 1.0 - thresholds.high_accuracy
    lower = validation.smooth - validation.noise - few
    high = (training.smooth <= few + 1e-12) & (lower > 0)
    here = np.arange(len(high))
    return _sign(high & (lower > chance) & ~improves, high, here, mistakes, thresholds)


def _large_gap(
    mistakes: list[SmoothedCurve], gap: SmoothedCurve, chance: np.ndarray, improves: np.ndarray, thresholds: Thresholds
) -> Sign:
    """The gap is large; while validation accuracy still rises clearly, that may be temporary."""
    large, here = gap.smooth - gap.noise - chance > thresholds.gap, np.arange(len(improves))
    begins = gap.smooth > thresholds.gap / 2
    return _sign(large & ~improves, begins, here, mistakes, thresholds)


def _sign(
    seen: np.ndarray,
    begins: np.ndarray,
    compared: np.ndarray,
    curves: list[SmoothedCurve],
    thresholds: Thresholds,
) -> Sign:
    """Say YES once something has shown long enough, until it has been gone as long; WATCH when it begins."""
    lasting = max(1, thresholds.lasting)
    epochs = np.arange(len(seen))
    seen_since, gone_since = (_beginning_of_stretch(one) for one in (seen, ~seen))
    lit = seen & (epochs - seen_since + 1 >= lasting)
    out = ~seen & (epochs - gone_since + 1 >= lasting)
    yes = _last(lit) > _last(out)
    # The YES began with the stretch of epochs that lit it.
    begun = yes & ~np.concatenate([[False], yes[:-1]])
    since = np.where(yes, seen_since[np.maximum(_last(begun), 0)], NEVER) if len(yes) else epochs
    nothing = np.where(epochs < LOOK_BACK + lasting, TOO_EARLY, NOT_YET)
    state = np.where(yes, YES, np.where(seen | begins, WATCH, nothing)).astype(np.int8)
    smooth, now = ((one.smooth for one in curves), (one.raw for one in curves))
    return Sign(state, since, compared, *smooth, *now)


def _is_yes(sign: Sign) -> bool:
    return bool(len(sign.state)) and sign.state[-1] == YES


# ---------------------------------------------------------------------------------------------- marks and two answers


def _gap_opened(gap: SmoothedCurve, thresholds: Thresholds) -> int:
    """Return the epoch since which the gap has been large without interruption."""
    large = gap.smooth > thresholds.gap
    if not len(large) or not large[-1]:
        return NEVER
    return int(_beginning_of_stretch(large)[-1])


def _flat_from(mistakes: SmoothedCurve, images: int, thresholds: Thresholds) -> int:
    """Return the first epoch with hardly more mistakes than any later one, if that has lasted."""
    flat = int(mistakes.first_as_low(clear_difference(_FLAT, images))[-1])
    return flat if len(mistakes.raw) - 1 - flat >= max(_FLAT_FOR, thresholds.lasting) else NEVER


def _first(true: np.ndarray) -> int:
    return int(true.argmax()) if true.any() else NEVER


def _beginning_of_stretch(true: np.ndarray) -> np.ndarray:
    """Return for each epoch where its stretch of equal truth values began."""
    changes = np.concatenate([[True], true[1:] != true[:-1]])[: len(true)]
    return np.maximum.accumulate(np.where(changes, np.arange(len(true)), 0))


def _last(true: np.ndarray) -> np.ndarray:
    """Return for each epoch the last one so far at which something was true, or −1."""
    return np.maximum.accumulate(np.where(true, np.arange(len(true)), NEVER))
