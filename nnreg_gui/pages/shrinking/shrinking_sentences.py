"""What is said about weights on which only the penalty acts."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.measuring import SMALL_WEIGHT
from nnreg_gui.engine.shrinking import ShrinkingNumbers, ShrinkingWeights
from nnreg_gui.pages.shrinking.shrink_curves import LARGEST_LIMIT
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, significant_text, whole_text

translate = QCoreApplication.translate
_ROUNDING = 1.001  # a weight that was added up in float32 may be a little more than one step from 0


def conclude(conclusion: Conclusion, weights: ShrinkingWeights, numbers: ShrinkingNumbers) -> None:
    """Say whether L1 or L2 has brought more weights near 0; ask as long as neither has brought any there."""
    l2, l1, start = (_small(one) for one in (weights.l2, weights.l1, weights.start))
    if not numbers.lambda_l1 and not numbers.lambda_l2:
        conclusion.say(translate("ShrinkingSentences", "With λ = 0 neither L1 nor L2 takes anything."))
    elif max(l1, l2) <= start:
        conclusion.ask(question())
    elif l1 > l2:
        only_shrunk = numbers.lambda_l2 and l2 <= start
        text = (
            translate("ShrinkingSentences", "L1 makes weights vanish ({1} of {2}), L2 only makes them smaller.")
            if only_shrunk
            else translate("ShrinkingSentences", "L1 makes more weights vanish: {1} of {2}, L2 {0}.")
        )
        conclusion.say(text.format(l2, l1, len(weights.start)))
    elif l2 > l1:
        text = translate("ShrinkingSentences", "With this λ, L2 makes more weights vanish: {0} of {2}, L1 {1}.")
        conclusion.say(text.format(l2, l1, len(weights.start)))
    else:
        text = translate("ShrinkingSentences", "L1 and L2 have made equally many weights vanish: {0} of {1}.")
        conclusion.say(text.format(l2, len(weights.start)))


def question() -> str:
    """Ask what the page is about."""
    return translate("ShrinkingSentences", "How do L1 and L2 make weights smaller?")


def crossing_sentence(numbers: ShrinkingNumbers) -> str:
    """Say where both penalties take the same, and which takes more on which side."""
    crossing = numbers.crossing
    if crossing is None:
        both = not numbers.lambda_l1 and not numbers.lambda_l2
        text = (
            translate("ShrinkingSentences", "With λ = 0 neither takes anything.")
            if both
            else translate("ShrinkingSentences", "With λ = 0 {0} takes nothing: there is no crossing.")
        )
        return text.format("L2" if not numbers.lambda_l2 else "L1")
    text = translate(
        "ShrinkingSentences",
        "At |w| = λ₁/λ₂ = {0} both take {1} per mini-batch; L2 takes more of larger weights, L1 of smaller ones.",
    )
    sentence = text.format(significant_text(crossing, 3), significant_text(numbers.penalty_step("l1"), 3))
    if crossing >= LARGEST_LIMIT:
        sentence += " " + translate("ShrinkingSentences", "That is outside of the picture.")
    return sentence


def weights_sentence(weights: ShrinkingWeights, numbers: ShrinkingNumbers, mini_batches: int) -> str:
    """Say what has become of the weights; before the first step, what one is, of so many mini-batches."""
    if not weights.mini_batches:
        text = translate(
            "ShrinkingSentences",
            "{0} weights from N(0, 1), without data: only the penalty acts. A step here is {1} mini-batches; a single "
            "one takes {2} (L2) or {3} (L1) of a weight of 1.",
        )
        return text.format(
            len(weights.start),
            whole_text(mini_batches),
            significant_text(numbers.penalty_step("l2"), 3),
            significant_text(numbers.penalty_step("l1"), 3),
        )
    text = translate(
        "ShrinkingSentences",
        "After {0} mini-batches: largest |w| from {1} to {2} (L2) and {3} (L1); below {4} are {5} of {6} (L2) and {7} "
        "of {6} (L1).",
    )
    sentence = text.format(
        whole_text(weights.mini_batches),
        *(number_text(float(np.abs(one).max()), 2) for one in (weights.start, weights.l2, weights.l1)),
        number_text(SMALL_WEIGHT, 2),
        *(count for count in (_small(weights.l2), len(weights.start), _small(weights.l1))),
    )
    return " ".join([sentence, *_about_zero(weights, numbers)])


def _small(weights: np.ndarray) -> int:
    return int(np.count_nonzero(np.abs(weights) < SMALL_WEIGHT))


def _about_zero(weights: ShrinkingWeights, numbers: ShrinkingNumbers) -> list[str]:
    """Say what L1 does with a weight that it has brought to 0, where there is one."""
    step = numbers.penalty_step("l1")
    stepping = int(np.count_nonzero((weights.l1 != 0) & (np.abs(weights.l1) <= _ROUNDING * step)))
    if not stepping:
        return []
    text = translate(
        "ShrinkingSentences",
        "Weights that step to and fro over 0 under L1: {0}; never farther than ηλ/n = {1}. Nothing is clipped: only "
        "exactly 0 would stay (sgn 0 = 0).",
    )
    return [text.format(stepping, significant_text(step, 3))]
