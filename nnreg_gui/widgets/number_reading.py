"""Numbers as people type them: with either decimal sign, with groups, with an exponent."""

import re
from math import isfinite

from PySide6.QtCore import QLocale

_SPACES = re.compile(r"\s+")  # some locales group digits with a no-break or a narrow space
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*")
_NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?")
_WHOLE = re.compile(r"-?[0-9]+")
_MOST_SIGNS = 400  # of a number; int() of more than 4,300 digits is an error


def read_number(text: str, locale: QLocale) -> float | None:
    """Return the number, or None if there is none, or none that is finite.

    The last '.' or ',' is the decimal sign, unless it occurs twice or is the locale's group separator and stands
    before exactly three digits: "0,125" is an eighth everywhere, "1,000" is one or a thousand as the locale has it.
    """
    mantissa, sign, exponent = _compact(text).lower().partition("e")
    plain = _plain(mantissa, locale) + sign + exponent
    number = float(plain) if _NUMBER.fullmatch(plain) else None
    return number if number is not None and isfinite(number) else None


def read_whole(text: str, locale: QLocale) -> int | None:
    """Return the whole number, or None if there is none.

    The locale's own separators may stand anywhere, since they stay behind when a digit is deleted; the other
    language's only where they group, since "1.5" is not fifteen.
    """
    text = _compact(text).replace(locale.groupSeparator(), "")
    grouped = _GROUPED.fullmatch(text)
    plain = text.replace(grouped[1], "") if grouped else text
    return int(plain) if _WHOLE.fullmatch(plain) else None


def decimals_of(text: str, locale: QLocale) -> int:
    """Return how many decimals a number is written with."""
    return len(_plain(_compact(text), locale).partition(".")[2])


def _compact(text: str) -> str:
    """Return the text without spaces, and with a plain minus; "" if it is too long to be a number."""
    return _SPACES.sub("", text).replace("−", "-") if len(text) <= _MOST_SIGNS else ""


def _plain(text: str, locale: QLocale) -> str:
    """Return the number in the form that float() reads, or something that is no number."""
    signs = [character for character in text if character in ".,"]
    if not signs:
        return text
    last = signs[-1]
    is_grouped = _GROUPED.fullmatch(text) is not None
    if is_grouped and (len(signs) > 1 or last == locale.groupSeparator()):
        return text.replace(last, "")
    whole, _, fraction = text.rpartition(last)
    if len(signs) > 1 and (last in whole or not _GROUPED.fullmatch(whole)):
        return text
    return f"{whole.replace(signs[0], '') if len(signs) > 1 else whole}.{fraction}"
