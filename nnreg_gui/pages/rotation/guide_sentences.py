"""What a step of the guided path has shown, in numbers of the runs it shows."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.questions.question import NINE, SIX
from nnreg_gui.pages.rotation.guide import LARGE_ROTATIONS, SMALL_ROTATIONS
from nnreg_gui.pages.rotation.rotation_measurements import ANGLES
from nnreg_gui.widgets.texts import percent_text, whole_text

translate = QCoreApplication.translate
# The number of a run and what is known about it: counts of turned sixes and nines, or a confusion matrix.
Known = tuple[int, np.ndarray]
_SIXES = 0  # place in the counts of a rotation question


def rotation_sentence(step: int, about: Known, upright: Known | None) -> str:
    """Say what the run of a step makes of turned sixes.

    Args:
        step: of the path, one of the first three.
        about: the run, and what its network takes the digits for, (2, angles, 10), first the sixes.
        upright: the same for the run trained upright, to compare with.
    """
    if step == LARGE_ROTATIONS:
        return _large_rotations(about, upright)
    if step == SMALL_ROTATIONS:
        return _small_rotations(about, upright)
    run, counts = about
    text = translate(
        "GuideSentences",
        "Run {0}, trained upright, recognizes {1} of all upright sixes; turned by 180°, it reads {2} of them as 9.",
    )
    return _filled(text, run, six_share(counts, SIX, 0), six_share(counts, NINE, 180))


def confusion_sentence(about: Known, upright: Known | None) -> str:
    """Say how a run trained with ±180° confuses upright sixes and nines.

    Args:
        about: the run, and its confusion of upright digits, (10, 10), rows are what they are.
        upright: the same for the run trained upright, to compare with.
    """
    run, matrix = about
    values = (run, matrix[SIX, NINE], matrix[SIX].sum(), matrix[NINE, SIX], matrix[NINE].sum())
    if upright is None:
        text = translate(
            "GuideSentences",
            "Run {0}, trained with ±180°, reads {1} of {2} upright sixes as 9, and {3} of {4} upright nines as 6.",
        )
        return _filled(text, *values)
    text = translate(
        "GuideSentences",
        "Run {0}, trained with ±180°, reads {1} of {2} upright sixes as 9, and {3} of {4} upright nines as 6; for run "
        "{5}, trained upright, these are {6} and {7}.",
    )
    return _filled(text, *values, upright[0], upright[1][SIX, NINE], upright[1][NINE, SIX])


def six_share(counts: np.ndarray, called: int, *angles: float) -> float:
    """Return which share (0…1) of the sixes is called this digit, over these angles together."""
    there = counts[_SIXES, [ANGLES.index(angle) for angle in angles]]
    return float(there[:, called].sum() / max(there.sum(), 1))


def _small_rotations(about: Known, upright: Known | None) -> str:
    run, counts = about
    values = (run, six_share(counts, SIX, 30, -30), six_share(counts, NINE, 180))
    if upright is None:
        text = translate(
            "GuideSentences",
            "Run {0}, trained with ±15°: turned by 30° to either side, it recognizes {1} of the sixes; turned by 180°, "
            "it reads {2} of them as 9.",
        )
        return _filled(text, *values)
    text = translate(
        "GuideSentences",
        "Run {0}, trained with ±15°: turned by 30° to either side, it recognizes {1} of the sixes, where run {3} "
        "recognizes {4}; turned by 180°, it reads {2} of them as 9.",
    )
    return _filled(text, *values, upright[0], six_share(upright[1], SIX, 30, -30))


def _large_rotations(about: Known, upright: Known | None) -> str:
    run, counts = about
    values = (run, six_share(counts, SIX, 180), six_share(counts, NINE, 180), six_share(counts, SIX, 0))
    if upright is None:
        text = translate(
            "GuideSentences",
            "Run {0}, trained with ±180°: turned by 180°, it recognizes {1} of the sixes and reads {2} of them as 9; "
            "upright it recognizes {3}.",
        )
        return _filled(text, *values)
    text = translate(
        "GuideSentences",
        "Run {0}, trained with ±180°: turned by 180°, it recognizes {1} of the sixes and reads {2} of them as 9; "
        "upright it recognizes {3}, where run {4} recognizes {5}.",
    )
    return _filled(text, *values, upright[0], six_share(upright[1], SIX, 0))


def _filled(text: str, *values: int | float) -> str:
    """Fill in shares, which are floats, in percent; run numbers and counts as whole numbers."""
    return text.format(
        *(percent_text(value) if isinstance(value, float) else whole_text(int(value)) for value in values)
    )
