"""What the views of the page about 6 and 9 conclude, each in one sentence."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.questions.question import NINE, SIX
from nnreg_gui.pages.rotation.rotation_measurements import ANGLES
from nnreg_gui.widgets.texts import percent_text

translate = QCoreApplication.translate
_OTHER = {SIX: NINE, NINE: SIX}


def one_digit_question() -> str:
    """Return what to ask before there is a network."""
    return translate("RotationSentences", "Can a 6 become a 9?")


def one_digit_conclusion(called: np.ndarray, label: int | None) -> str:
    """Return at how many angles a 6 is read as a 9, or vice versa; for other digits, as what they are.

    Args:
        called: (360,), what it is called at −180°, −179°, … 179°.
        label: what it is; None for a drawing, which is what it is called upright.
    """
    shown = int(called[180]) if label is None else label
    other = _OTHER.get(shown, shown)
    count = int(np.count_nonzero(called == other))
    if other == shown:
        text = translate("RotationSentences", "This {0} is read as {1} at {2} of 360 angles.")
    elif count:
        text = translate("RotationSentences", "This {0} is read as a {1} at {2} of 360 angles.")
    else:
        text = translate("RotationSentences", "This {0} is never read as a {1}, however it is turned.")
    return text.format(shown, other, count)


def all_digits_question() -> str:
    """Return what to ask before anything is measured."""
    return translate("RotationSentences", "What are turned sixes read as?")


def all_digits_conclusion(number: int, counts: np.ndarray) -> str:
    """Return what the run with this number reads most sixes as when they are turned by 180°.

    Args:
        number: the run's.
        counts: what its network takes the digits for, (2, angles, 10), first the sixes.
    """
    upside_down = counts[0, ANGLES.index(180)]
    six, nine = upside_down[[SIX, NINE]] / max(upside_down.sum(), 1)
    rest = 1.0 - six - nine
    if nine > max(six, rest):
        text = translate("RotationSentences", "Run {0} reads {1} of the sixes as 9 when they are turned by 180°.")
    elif six > max(nine, rest):
        text = translate("RotationSentences", "Run {0} recognizes {1} of the sixes even turned by 180°.")
    else:
        text = translate("RotationSentences", "Run {0} reads {1} of the sixes as neither 6 nor 9 when turned by 180°.")
    return text.format(number, percent_text(max(six, nine, rest), 0))


def confusion_question() -> str:
    """Return what to ask before anything is measured."""
    return translate("RotationSentences", "What is confused with what?")


def confusion_conclusion(matrix: np.ndarray) -> str:
    """Return what share of all mistakes confuses 6 and 9, from (10, 10) counts; rows are what the digits are."""
    mistakes = matrix - np.diag(np.diag(matrix))
    both = mistakes + mistakes.T
    if not mistakes.sum():
        return translate("RotationSentences", "Nothing is confused at all.")
    share = float(both[SIX, NINE] / mistakes.sum())
    if not share:
        return translate("RotationSentences", "6 and 9 are not confused.")
    if both[SIX, NINE] == both.max():
        text = translate("RotationSentences", "6 and 9 are confused most of all: {0} of the mistakes.")
    else:
        text = translate("RotationSentences", "6 and 9 make {0} of the mistakes, other pairs make more.")
    return text.format(percent_text(share))
