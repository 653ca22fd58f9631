"""What a network calls one digit while it is turned, in words."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.plots.digit_dial import degrees_text

translate = QCoreApplication.translate


def longest_turn(called: np.ndarray, digit: int) -> tuple[int, int] | None:
    """Return from where to where, going counter-clockwise, an image is called a digit for longest.

    Args:
        called: (360,), what it is called at −180°, −179°, … 179°.
        digit: its label.

    Returns:
        Degrees, the second being the smaller one if the way crosses ±180°; None if it is never called so. A whole turn
        is (−180, 179).
    """
    is_called = called == digit
    if is_called.all():
        return -180, 179
    if not is_called.any():
        return None
    begin = int(np.flatnonzero(~is_called)[0])  # somewhere outside: no stretch crosses the end from there
    turned = np.concatenate([[False], np.roll(is_called, -begin), [False]]).astype(np.int8)
    starts, ends = np.flatnonzero(np.diff(turned) == 1), np.flatnonzero(np.diff(turned) == -1)
    longest = int((ends - starts).argmax())
    first, last = starts[longest] + begin, ends[longest] - 1 + begin
    return int(first % 360) - 180, int(last % 360) - 180


def turn_text(called: np.ndarray, label: int | None, pair: Pair = SIX_AND_NINE) -> str:
    """Return at how many of 360 angles an image is called what it is, and one of the pair the other one of them.

    Args:
        called: (360,), as above.
        label: what it is; None for a drawing, which is what it is called upright.
        pair: what may be read as each other.
    """
    shown = int(called[180]) if label is None else label
    if label is None:
        always = translate("TurnedDigit", "Your drawing is read as {0} at every angle.")
        never = translate("TurnedDigit", "Your drawing is read as {0} at no angle.")
        mostly = translate(
            "TurnedDigit", "Your drawing is read as {0} at {1} of 360 angles; longest stretch: {2} to {3}."
        )
    else:
        always = translate("TurnedDigit", "This {0} is read as {0} at every angle.")
        never = translate("TurnedDigit", "This {0} is read as {0} at no angle.")
        mostly = translate("TurnedDigit", "This {0} is read as {0} at {1} of 360 angles; longest stretch: {2} to {3}.")
    sentences = [_filled(called, shown, pair, always, never, mostly)]
    other = pair.other(shown)
    if other is not None:
        always = translate("TurnedDigit", "It is read as {0} at every angle.")
        never = translate("TurnedDigit", "It is read as {0} at no angle.")
        mostly = translate("TurnedDigit", "It is read as {0} at {1}; longest stretch: {2} to {3}.")
        sentences.append(_filled(called, other, pair, always, never, mostly))
    return " ".join(sentences)


def _filled(called: np.ndarray, digit: int, pair: Pair, always: str, never: str, mostly: str) -> str:
    turn, name = longest_turn(called, digit), pair.classes[digit]
    if turn is None:
        return never.format(name)
    count = int(np.count_nonzero(called == digit))
    return always.format(name) if count == len(called) else mostly.format(name, count, *map(degrees_text, turn))
