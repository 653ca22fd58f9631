"""What the views about 6 and 9 conclude, from figures that are known."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.questions.question import NINE, SIX
from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair, six_and_nine_of
from nnreg_gui.pages.rotation.rotation_measurements import ANGLES
from nnreg_gui.pages.rotation.rotation_sentences import (
    all_digits_conclusion,
    confusion_conclusion,
    one_digit_conclusion,
    one_digit_question,
)

NBSP = "\N{NO-BREAK SPACE}"
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("label", "called", "said"),
    [
        (6, [6] * 300 + [9] * 60, "This 6 is read as a 9 at 60 of 360 angles."),
        (9, [9] * 320 + [6] * 40, "This 9 is read as a 6 at 40 of 360 angles."),
        (6, [6] * 300 + [0] * 60, "This 6 is never read as a 9, however it is turned."),
        (3, [3] * 100 + [8] * 260, "This 3 is read as 3 at 100 of 360 angles."),
        (None, [9] * 170 + [6] * 190, "This 6 is read as a 9 at 170 of 360 angles."),
    ],
)
def test_one_digit(label: int | None, called: list[int], said: str) -> None:
    assert one_digit_conclusion(np.array(called), label) == said


@pytest.mark.parametrize(
    ("sixes", "nines", "said"),
    [
        (20, 70, f"Run 4 reads 70{NBSP}% of the sixes as 9 when they are turned by 180°."),
        (60, 30, f"Run 4 recognizes 60{NBSP}% of the sixes even turned by 180°."),
        (20, 30, f"Run 4 reads 50{NBSP}% of the sixes as neither 6 nor 9 when turned by 180°."),
        (50, 50, f"Run 4 reads 50{NBSP}% of the sixes as 9 when they are turned by 180°."),
        (50, 0, f"Run 4 reads 50{NBSP}% of the sixes as neither 6 nor 9 when turned by 180°."),
    ],
)
def test_all_sixes(sixes: int, nines: int, said: str) -> None:
    counts = np.zeros((2, len(ANGLES), 10), int)
    counts[:, :, 0] = 100
    counts[0, ANGLES.index(180)] = 0
    counts[0, ANGLES.index(180), [SIX, NINE, 0]] = sixes, nines, 100 - sixes - nines

    assert all_digits_conclusion(4, counts) == said


@pytest.mark.parametrize(
    ("six_as_nine", "nine_as_six", "two_as_three", "said"),
    [
        (0, 0, 0, "Nothing is confused at all."),
        (0, 0, 5, "6 and 9 are not confused."),
        (4, 2, 2, f"6 and 9 are confused most of all: 75.0{NBSP}% of the mistakes."),
        (1, 0, 3, f"6 and 9 make 25.0{NBSP}% of the mistakes, other pairs make more."),
    ],
)
def test_confusion(six_as_nine: int, nine_as_six: int, two_as_three: int, said: str) -> None:
    matrix = 90 * np.eye(10, dtype=int)
    matrix[SIX, NINE], matrix[NINE, SIX], matrix[2, 3] = six_as_nine, nine_as_six, two_as_three

    assert confusion_conclusion(matrix) == said


def test_a_pair_is_not_confused_most_of_all_where_another_is_as_often() -> None:
    matrix = 90 * np.eye(10, dtype=int)
    matrix[SIX, NINE] = matrix[2, 3] = 5

    assert confusion_conclusion(matrix) == f"6 and 9 make 50.0{NBSP}% of the mistakes, no other pair makes more."


WORDS = Pair(2, 0, ("coat", "ankle boot", "a name that is longer than any button"))


def test_other_pairs_are_called_by_their_names_cut_to_fit() -> None:
    assert WORDS.names == ("a name that is…", "coat")
    assert one_digit_question(WORDS) == "Can “a name that is…” become “coat”?"
    counts = np.zeros((2, len(ANGLES), 3), int)
    counts[0, ANGLES.index(180)] = 3, 1, 1
    assert all_digits_conclusion(2, counts, WORDS) == (
        f"Run 2 reads 60{NBSP}% of “a name that is…” as “coat” when turned by 180°."
    )
    assert confusion_conclusion(np.array([[9, 0, 3], [1, 9, 0], [0, 0, 9]]), WORDS) == (
        f"“a name that is…” and “coat” are confused most of all: 75.0{NBSP}% of the mistakes."
    )
    assert six_and_nine_of(MNIST) == SIX_AND_NINE
    assert six_and_nine_of(replace(MNIST, classes=tuple("abcdefghij"))) is None
