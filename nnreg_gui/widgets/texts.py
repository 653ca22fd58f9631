"""Numbers as a reader of the default locale writes them, and names as sentences have room for them."""

from math import floor, isfinite, log10

from PySide6.QtCore import QLocale

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}"
_SHORTEST = QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value
_SMALLEST_PLAIN, _LARGEST_PLAIN = 1e-6, 1e9


def with_minus(number: str) -> str:
    """Return a number with a minus sign as wide as a plus, in place of Qt's hyphen."""
    return number.replace("-", _MINUS)


def number_text(value: float, decimals: int) -> str:
    """Return the number with exactly this many decimals: ``82.30``, in Czech ``82,30``."""
    rounded = round(value, decimals) if isfinite(value) else value
    return with_minus(QLocale().toString(rounded + 0.0, "f", decimals))  # −0.0 + 0.0 is 0.0: nobody reads "−0.0"


def percent_text(share: float, decimals: int = 1) -> str:
    """Return a share of 1 in percent: 0.823 is ``82.3 %``."""
    return number_text(100 * share, decimals) + _NO_BREAK_SPACE + "%"


def whole_text(n: int) -> str:
    """Return the whole number in groups of three digits: ``50,000``."""
    return with_minus(QLocale().toString(n))


def significant_text(value: float, digits: int = 4) -> str:
    """Return the number rounded to significant digits, without trailing zeros.

    Plain notation from 1e-6 to 1e9; only smaller or larger numbers get an exponent.
    """
    if value == 0:
        return QLocale().toString(0)
    if not isfinite(value) or not _SMALLEST_PLAIN <= abs(value) <= _LARGEST_PLAIN:
        return with_minus(QLocale().toString(value, "g", digits))
    decimals = digits - 1 - floor(log10(abs(value)))
    return with_minus(QLocale().toString(round(float(value), decimals), "f", _SHORTEST))


def duration_text(seconds: float) -> str:
    """Return a duration in its two largest units: ``6 s``, ``2 min 5 s``, ``1 h 3 min``."""
    whole_seconds = round(seconds)
    minutes, rest = divmod(whole_seconds, 60)
    if whole_seconds < 3600:
        parts = [(minutes, "min"), (rest, "s")]
    else:
        hours, minutes = divmod(round(whole_seconds / 60), 60)
        parts = [(hours, "h"), (minutes, "min")]
    said = [whole_text(amount) + _NO_BREAK_SPACE + unit for amount, unit in parts if amount]
    return " ".join(said) or f"0{_NO_BREAK_SPACE}s"


def cut_text(name: str, most: int) -> str:
    """Return a name with at most so many characters, of which the last is “…” if there were more."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
