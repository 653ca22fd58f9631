"""What a network calls a digit while it is turned, in words."""

import numpy as np
import pytest

from nnreg_gui.pages.rotation.turned_digit import longest_turn, turn_text

ANGLES = np.arange(-180, 180)


def called(**ranges: tuple[int, int]) -> np.ndarray:
    """Called 0, but some other digit between two angles, both included, over ±180° where the second is smaller."""
    result = np.zeros(360, int)
    for name, (first, last) in ranges.items():
        inside = (first <= ANGLES) & (last >= ANGLES) if first <= last else (first <= ANGLES) | (last >= ANGLES)
        result[inside] = int(name.removeprefix("as_"))
    return result


@pytest.mark.parametrize("turn", [(-52, 61), (118, -161), (-180, -170), (170, 179), (5, 5), (-180, 178), (0, -2)])
def test_a_turn_is_found_wherever_it_lies(turn: tuple[int, int]) -> None:
    assert longest_turn(called(as_6=turn), 6) == turn


def test_the_longest_of_several_counts() -> None:
    array = called(as_6=(-100, -95))
    array[(ANGLES >= 20) & (ANGLES <= 40)] = 6

    assert longest_turn(array, 6) == (20, 40)
    assert longest_turn(array, 7) is None
    assert longest_turn(np.full(360, 6), 6) == (-180, 179)


def test_a_six_is_told_with_the_nine_that_it_becomes() -> None:
    text = turn_text(called(as_6=(-52, 61), as_9=(118, -161)), 6)

    assert text == (
        "This 6 is read as 6 at 114 of 360 angles; longest stretch: −52° to 61°. "
        "It is read as 9 at 82; longest stretch: 118° to −161°."
    )


@pytest.mark.parametrize(
    ("array", "label", "text"),
    [
        (called(as_6=(3, 3)), 6, "This 6 is read as 6 at 1 of 360 angles; longest stretch: 3° to 3°. "
                                 "It is read as 9 at no angle."),
        (np.full(360, 9), 6, "This 6 is read as 6 at no angle. It is read as 9 at every angle."),
        (called(as_3=(-10, 10)), 3, "This 3 is read as 3 at 21 of 360 angles; longest stretch: −10° to 10°."),
        (np.full(360, 8), 8, "This 8 is read as 8 at every angle."),
        (called(as_7=(-10, 10)), None, "Your drawing is read as 7 at 21 of 360 angles; longest stretch: −10° to 10°."),
    ],
)  # fmt: skip
def test_other_cases_are_whole_sentences_too(array: np.ndarray, label: int | None, text: str) -> None:
    assert turn_text(array, label) == text
