"""Guessed numbers and right ones in the unit in which a question shows them."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.widgets.texts import number_text, significant_text, whole_text

_DIGITS = 3  # of numbers without a unit
_MOST_DECIMALS = 9  # of a guess
_LEAST_WHOLE, _LARGEST_WHOLE = 100, 1e15  # between them, numbers without a unit are whole


def decimals_for(low: float, step: float) -> int:
    """Return how many decimals numbers have that begin with the first, and are as far apart as the second says."""
    fewer = range(_MOST_DECIMALS)
    return next((n for n in fewer if all(round(one, n) == one for one in (low, step))), _MOST_DECIMALS)


def shown_text(value: float, unit: str, decimals: int | None = None) -> str:
    """Return a number with its unit.

    Args:
        value: in the unit in which it is shown.
        unit: "percent", "points" or "number".
        decimals: how many; None for as many as a right answer has.
    """
    if unit == "number":
        return _plain_text(value, decimals)
    number = number_text(value, 1 if decimals is None else decimals)
    return f"{number}\N{NO-BREAK SPACE}%" if unit == "percent" else _points_text(number)


def distance_text(distance: float, unit: str) -> str:
    """Return how far two numbers in a unit are apart; shares differ by points."""
    return _plain_text(distance, None) if unit == "number" else _points_text(number_text(distance, 1))


def _points_text(number: str) -> str:
    return QCoreApplication.translate("ShownNumbers", "{0} points").format(number)


def _plain_text(value: float, decimals: int | None) -> str:
    if decimals == 0 or (decimals is None and _LEAST_WHOLE <= abs(value) <= _LARGEST_WHOLE):
        return whole_text(round(value))
    return significant_text(value, _DIGITS) if decimals is None else number_text(value, decimals)
