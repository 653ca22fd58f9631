"""What was seen, in numbers."""

import numpy as np
import pytest

from nnreg_gui.engine.questions.question import NINE, SIX
from nnreg_gui.pages.rotation.guide import LARGE_ROTATIONS, SMALL_ROTATIONS, TURN
from nnreg_gui.pages.rotation.guide_sentences import confusion_sentence, rotation_sentence, six_share
from nnreg_gui.pages.rotation.rotation_measurements import ANGLES
from nnreg_gui.widgets.texts import percent_text

OTHER = 4


def _counts(shares: dict[float, tuple[int, int]]) -> np.ndarray:
    """Return counts of a thousand sixes: at these angles so many are called 6 and 9, elsewhere all something else."""
    counts = np.zeros((2, len(ANGLES), 10), np.int64)
    counts[0, :, OTHER] = 1_000
    for angle, (six, nine) in shares.items():
        counts[0, ANGLES.index(angle), [SIX, NINE, OTHER]] = six, nine, 1_000 - six - nine
    return counts


ABOUT = _counts({0: (911, 20), 180: (712, 141), 30: (800, 0), -30: (600, 0)})
UPRIGHT = _counts({0: (971, 1), 180: (1, 600), 30: (500, 0), -30: (300, 0)})


@pytest.mark.parametrize(
    ("step", "with_upright", "numbers"),
    [
        (TURN, False, [0.911, 0.141]),
        (SMALL_ROTATIONS, False, [0.7, 0.141]),
        (SMALL_ROTATIONS, True, [0.7, 0.4, 0.141]),
        (LARGE_ROTATIONS, False, [0.712, 0.141, 0.911]),
        (LARGE_ROTATIONS, True, [0.712, 0.141, 0.911, 0.971]),
    ],
)
def test_a_sentence_about_rotation_has_the_numbers_in_order(
    step: int, with_upright: bool, numbers: list[float]
) -> None:
    said = rotation_sentence(step, (3, ABOUT), (1, UPRIGHT) if with_upright else None)

    places = [said.index(percent_text(number)) for number in numbers]
    assert places == sorted(places)
    assert said.count("%") == len(numbers)
    assert said.startswith("Run 3, ")
    assert ("run 1" in said) is with_upright


@pytest.mark.parametrize("with_upright", [False, True])
def test_a_sentence_about_confusion_has_the_counts(with_upright: bool) -> None:
    matrix, upright = np.zeros((10, 10), np.int64), np.zeros((10, 10), np.int64)
    matrix[SIX, [SIX, NINE]] = 927, 40
    matrix[NINE, [NINE, SIX]] = 951, 10
    upright[SIX, NINE], upright[NINE, SIX] = 2, 5
    said = confusion_sentence((3, matrix), (1, upright) if with_upright else None)

    assert "40 of 967" in said
    assert "10 of 961" in said
    assert ("2 and 5" in said) is with_upright
    assert ("run 1" in said) is with_upright


def test_shares_at_several_angles_are_of_all_digits_together() -> None:
    assert six_share(ABOUT, SIX, 30, -30) == pytest.approx(0.7)
    assert six_share(ABOUT, NINE, 180) == pytest.approx(0.141)
