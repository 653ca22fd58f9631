"""What the views of the page about 6 and 9 conclude, each in one sentence."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair, cut
from nnreg_gui.pages.rotation.rotation_measurements import ANGLES
from nnreg_gui.widgets.texts import percent_text

translate = QCoreApplication.translate


def one_digit_question(pair: Pair = SIX_AND_NINE) -> str:
    """Return what to ask before there is a network."""
    if pair.is_six_and_nine:
        return translate("RotationSentences", "Can a 6 become a 9?")
    return translate("RotationSentences", "Can “{0}” become “{1}”?").format(*pair.names)


def one_digit_conclusion(called: np.ndarray, label: int | None, pair: Pair = SIX_AND_NINE) -> str:
    """Return at how many angles a 6 is read as a 9, or vice versa; for other digits, as what they are.

    Args:
        called: (360,), what it is called at −180°, −179°, … 179°.
        label: what it is; None for a drawing, which is what it is called upright.
        pair: what may be read as each other.
    """
    shown = int(called[180]) if label is None else label
    partner = pair.other(shown)
    other = shown if partner is None else partner
    count = int(np.count_nonzero(called == other))
    if not pair.is_six_and_nine and count:
        text = translate("RotationSentences", "This image of “{0}” is read as “{1}” at {2} of 360 angles.")
    elif not pair.is_six_and_nine:
        text = translate("RotationSentences", "This image of “{0}” is never read as “{1}”, however it is turned.")
    elif other == shown:
        text = translate("RotationSentences", "This {0} is read as {1} at {2} of 360 angles.")
    elif count:
        text = translate("RotationSentences", "This {0} is read as a {1} at {2} of 360 angles.")
    else:
        text = translate("RotationSentences", "This {0} is never read as a {1}, however it is turned.")
    return text.format(cut(pair.classes[shown]), cut(pair.classes[other]), count)


def all_digits_question(pair: Pair = SIX_AND_NINE) -> str:
    """Return what to ask before anything is measured."""
    if pair.is_six_and_nine:
        return translate("RotationSentences", "What are turned sixes read as?")
    return translate("RotationSentences", "What is “{0}” read as when it is turned?").format(pair.names[0])


def all_digits_conclusion(number: int, counts: np.ndarray, pair: Pair = SIX_AND_NINE) -> str:
    """Return what the run with this number reads most sixes as when they are turned by 180°.

    Args:
        number: the run's.
        counts: what its network takes the digits for, (2, angles, classes), first the sixes.
        pair: what is turned instead of sixes and nines.
    """
    upside_down = counts[0, ANGLES.index(180)]
    itself, other = upside_down[list(pair.labels)] / max(upside_down.sum(), 1)
    rest = 1.0 - itself - other
    if other >= itself and other > rest:
        of_six = translate("RotationSentences", "Run {0} reads {1} of the sixes as 9 when they are turned by 180°.")
        of_any = translate("RotationSentences", "Run {0} reads {1} of “{2}” as “{3}” when turned by 180°.")
    elif itself > max(other, rest):
        of_six = translate("RotationSentences", "Run {0} recognizes {1} of the sixes even turned by 180°.")
        of_any = translate("RotationSentences", "Run {0} recognizes {1} of “{2}” even turned by 180°.")
    else:
        of_six = translate(
            "RotationSentences", "Run {0} reads {1} of the sixes as neither 6 nor 9 when turned by 180°."
        )
        of_any = translate("RotationSentences", "Run {0} reads {1} of “{2}” as something else when turned by 180°.")
    text = of_six if pair.is_six_and_nine else of_any
    return text.format(number, percent_text(max(itself, other, rest), 0), *pair.names)


def confusion_question() -> str:
    """Return what to ask before anything is measured."""
    return translate("RotationSentences", "What is confused with what?")


def confusion_conclusion(matrix: np.ndarray, pair: Pair = SIX_AND_NINE) -> str:
    """Return what share of all mistakes confuses a pair, from counts whose rows are what the digits are."""
    mistakes = matrix - np.diag(np.diag(matrix))
    both = mistakes + mistakes.T
    if not mistakes.sum():
        return translate("RotationSentences", "Nothing is confused at all.")
    share = float(both[pair.labels] / mistakes.sum())
    if not share:
        text = translate("RotationSentences", "{1} and {2} are not confused.")
    elif both[pair.labels] < both.max():
        text = translate("RotationSentences", "{1} and {2} make {0} of the mistakes, other pairs make more.")
    elif np.count_nonzero(both == both.max()) > 2:  # the matrix holds each pair twice
        text = translate("RotationSentences", "{1} and {2} make {0} of the mistakes, no other pair makes more.")
    else:
        text = translate("RotationSentences", "{1} and {2} are confused most of all: {0} of the mistakes.")
    quoted = "{0}" if pair.is_six_and_nine else translate("RotationSentences", "“{0}”")
    return text.format(percent_text(share), *map(quoted.format, pair.names))
