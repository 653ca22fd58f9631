"""Sentences with figures filled in, written as a reader of each language writes numbers."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lessons.expressions import Expression
from nnreg_gui.lessons.figures import Unit
from nnreg_gui.lessons.known import Known
from nnreg_gui.lessons.mistakes import Mistake
from nnreg_gui.lessons.text_length import PLACES

_NO_BREAK_SPACE, _MINUS, _DASH = "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}", "–"
_SIGNS = {"en": (",", "."), "cs": (_NO_BREAK_SPACE, ",")}  # between thousands, and before decimals
_MOST_DECIMALS = 6
_SMALLEST_PLAIN, _LARGEST_PLAIN = 1e-6, 1e15


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A figure within a sentence, with this many decimals; None: as many as suit its unit."""

    expression: Expression
    decimals: int | None = None

    def text(self, language: str, known: Known) -> str:
        """Return the figure as a language writes it."""
        return value_text(self.expression.value(known), self.expression.unit, language, self.decimals)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with figures filled in.

    Attributes:
        by_language: the text as it stands in the file.
        parts: the same, taken apart.
    """

    by_language: Words
    parts: Mapping[str, tuple[str | Placeholder, ...]]

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """What is filled in, in all languages."""
        found = (part.expression for parts in self.parts.values() for part in parts if isinstance(part, Placeholder))
        return tuple(dict.fromkeys(found))

    def text(self, language: str, known: Known) -> str:
        """Return the text with its figures, in English if there is none in this language.

        Raises:
            MissingError: a figure is not known yet.
        """
        language = language if language in self.parts else "en"
        return "".join(part if isinstance(part, str) else part.text(language, known) for part in self.parts[language])


def parse_sentence(words: Words, expression: Callable[[str], Expression]) -> Sentence:
    """Read a sentence.

    Args:
        words: by language; ``{…}`` is filled in, ``{…:2}`` with two decimals, and ``{{`` is a brace.
        expression: reads what stands within braces.

    Raises:
        Problem: braces that do not belong together, or what stands within them.
    """
    return Sentence(words, {language: _parts(text, expression) for language, text in words.items()})


def _parts(text: str, expression: Callable[[str], Expression]) -> tuple[str | Placeholder, ...]:
    parts: list[str | Placeholder] = []
    end = 0
    for found in PLACES.finditer(text):
        parts.append(text[end : found.start()])
        end = found.end()
        if found[1] is not None:
            parts.append(_placeholder(found[1], expression))
        elif len(found[0]) == 2:
            parts.append(found[0][0])
        else:
            raise Mistake("A brace has no partner: figures stand between {{ and }}, and a brace itself is doubled.")
    return (*parts, text[end:])


def _placeholder(text: str, expression: Callable[[str], Expression]) -> Placeholder:
    source, colon, decimals = text.partition(":")
    if colon and not re.fullmatch(f"[0-{_MOST_DECIMALS}]", decimals.strip()):
        raise Mistake(
            "After the colon stands the number of decimals, 0 to {most}, not “{text}”.",
            most=str(_MOST_DECIMALS),
            text=decimals[:20],
        )
    found = expression(source)
    if found.unit == "truth":
        raise Mistake("A sentence is filled in with numbers, but this is true or false.")
    return Placeholder(found, int(decimals) if colon else None)


# ------------------------------------------------------------------------------------------------------------ numbers


def value_text(number: float, unit: Unit, language: str, decimals: int | None = None) -> str:
    """Return a value as a language writes it: “95.2 %”, “4.3” (points), “23,860”, “0.0123”; “–” if there is none.

    Args:
        number: as an `Expression` computes it.
        unit: the expression's.
        language: "cs" writes “95,2 %” and “23 860”; all that we do not know write as English does.
        decimals: how many; None: one for shares and points, none for whole numbers, else three significant digits.
    """
    if math.isnan(number):
        return _DASH
    if unit == "share":
        return decimal_text(100 * number, 1 if decimals is None else decimals, language) + _NO_BREAK_SPACE + "%"
    if unit == "points":
        return decimal_text(100 * number, 1 if decimals is None else decimals, language)
    if unit == "whole" or decimals is not None:
        return decimal_text(number, decimals or 0, language)
    return _significant(number, language)


def decimal_text(number: float, decimals: int, language: str, *, zeros: bool = True) -> str:
    """Return a number as a language writes it, rounded to decimals: “23,860.0”; without `zeros`, “23,860”.

    Infinity is “∞”, and a number with very many digits gets a power of ten.
    """
    if math.isinf(number):
        return (_MINUS if number < 0 else "") + "∞"
    if abs(number) > _LARGEST_PLAIN:
        return _localized(f"{number:.2e}", language)
    text = f"{round(number, decimals) + 0.0:,.{decimals}f}"  # −0.0 + 0.0 is 0.0
    return _localized(text if zeros or not decimals else text.rstrip("0").rstrip("."), language)


def _significant(number: float, language: str, digits: int = 3) -> str:
    """Return a number with three significant digits and no trailing zeros, or rounded to a whole one if it is large."""
    if number == 0 or not math.isfinite(number) or abs(number) >= 10 ** (digits - 1):
        return decimal_text(number, 0, language)
    if abs(number) < _SMALLEST_PLAIN:
        return _localized(f"{number:.2e}", language)
    return decimal_text(number, digits - 1 - math.floor(math.log10(abs(number))), language, zeros=False)


def _localized(text: str, language: str) -> str:
    """Return a number that Python wrote as the language writes it."""
    group, point = _SIGNS.get(language, _SIGNS["en"])
    signs = {",": group, ".": point, "-": _MINUS}
    return "".join(signs.get(sign, sign) for sign in text)
