"""A table of a lesson file: gives its values in the wanted type, or says what is wrong and on which line."""

import math
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.scenarios import Words
from nnreg_gui.engine.specs import shown
from nnreg_gui.lessons.key_lines import KeyLines, KeyPath
from nnreg_gui.lessons.mistakes import LessonError, Mistake, error_at, unknown
from nnreg_gui.lessons.text_length import plain, sentence_count
from nnreg_gui.resource_files import language_codes

Result = TypeVar("Result")
_SPACES = re.compile(r"[ \t\r\n]+")  # but not those that must not break
REQUIRED: Any = object()  # in place of a default


class Source:
    """Where a lesson comes from: the name of its file, and the lines of its keys."""

    def __init__(self, file: str, text: str) -> None:
        self._file, self._text = file, text

    @cached_property
    def _lines(self) -> KeyLines:
        return KeyLines(self._text)  # not before there is a mistake: it takes as long as reading a lesson

    def line(self, path: KeyPath) -> int:
        """Return the line of a key."""
        return self._lines.line(path)

    def error(self, path: KeyPath, mistake: Problem) -> LessonError:
        """Return what is wrong with a key, to be raised."""
        return error_at(self._file, self.line(path), mistake)


class Table:
    """One table.

    Args:
        source: where it comes from.
        values: as `tomllib` gives them.
        path: where it stands in the file.
        allowed: the keys it may have; None: any.

    Raises:
        LessonError: it has another key. So do all methods if a value is not as it must be.
    """

    def __init__(
        self, source: Source, values: Mapping[str, Any], path: KeyPath, allowed: Collection[str] | None = None
    ) -> None:
        self.source, self._values, self.path = source, values, path
        if allowed is not None:
            self.refuse_others(allowed)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def refuse_others(self, allowed: Collection[str]) -> None:
        """Refuse keys that are none of these."""
        for key in self._values:
            if key not in allowed:
                raise self.wrong(key, unknown(key, allowed))

    def wrong(self, key: str, mistake: Problem) -> LessonError:
        """Return what is wrong with the value of a key, to be raised."""
        return self.source.error((*self.path, key) if key else self.path, mistake)

    def read(self, key: str, how: Callable[[], Result]) -> Result:
        """Return what a function makes of the value of a key; its `Problem` gets the line."""
        try:
            return how()
        except LessonError:
            raise
        except Problem as problem:
            raise self.wrong(key, problem) from problem

    def value(self, key: str, default: Any = REQUIRED) -> Any:
        """Return a value as it is."""
        if key in self._values:
            return self._values[key]
        if default is REQUIRED:
            raise self.wrong("", Mistake("“{name}” is missing here.", name=key))
        return default

    def string(self, key: str, default: str = REQUIRED, most: int = 300) -> str:
        """Return a text that is not empty, of at most so many characters."""
        text = self.value(key, default)
        if text is default:
            return default
        if not isinstance(text, str) or not text.strip():
            raise self.wrong(key, Mistake("“{name}” must be a text in quotes, not {value}.", **self._said(key)))
        if len(text) > most:
            raise self.wrong(key, _too_long(most, len(text)))
        return text.strip()

    def choice(self, key: str, names: Collection[str], default: str = REQUIRED) -> str:
        """Return one of these names."""
        name = self.value(key, default)
        if name is default:
            return default
        if not isinstance(name, str):
            raise self.wrong(key, Mistake("“{name}” must be a text in quotes, not {value}.", **self._said(key)))
        if name not in names:
            raise self.wrong(key, unknown(name, names))
        return name

    def truth(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self.value(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, Mistake("“{name}” must be true or false, not {value}.", **self._said(key)))
        return value

    def number(self, key: str, low: float, high: float, default: float = REQUIRED, whole: bool = False) -> float:
        """Return a number within these limits."""
        value = self.value(key, default)
        is_number = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
        if not is_number or not _is_finite(value):
            if whole:
                raise self.wrong(key, Mistake("“{name}” must be a whole number, not {value}.", **self._said(key)))
            raise self.wrong(key, Mistake("“{name}” must be a number, not {value}.", **self._said(key)))
        if not low <= value <= high:
            raise self.wrong(
                key,
                Mistake(
                    "“{name}” must be between {low} and {high}, not {value}.",
                    low=f"{low:,g}",
                    high=f"{high:,g}",
                    **self._said(key),
                ),
            )
        return float(value)

    def count(self, key: str, low: int, high: int, default: int = REQUIRED) -> int:
        """Return a whole number within these limits."""
        return int(self.number(key, low, high, default, whole=True))

    def names(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Return a list of these names, none of them twice; empty if there is none."""
        names = self.value(key, [])
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise self.wrong(
                key, Mistake("“{name}” must be a list of texts in quotes, not {value}.", **self._said(key))
            )
        for place, name in enumerate(names):
            if name not in allowed:
                raise self.wrong(key, unknown(name, allowed))
            if name in names[:place]:
                raise self.wrong(key, Mistake("“{name}” stands there twice: keep one of them.", name=name))
        return tuple(names)

    def table(self, key: str, allowed: Collection[str] | None = None) -> "Table":
        """Return a table within this one; an empty one if there is none."""
        values = self.value(key, {})
        if not isinstance(values, dict):
            raise self.wrong(key, Mistake("“{name}” must be a table, not {value}.", **self._said(key)))
        return Table(self.source, values, (*self.path, key), allowed)

    def tables(self, key: str) -> list[tuple[KeyPath, Mapping[str, Any]]]:
        """Return the tables of an array of tables, with their places."""
        values = self.value(key, [])
        if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
            raise self.wrong(
                key, Mistake("“{name}” must be tables that begin with [[…{name}]], not {value}.", **self._said(key))
            )
        return [((*self.path, key, place), one) for place, one in enumerate(values)]

    def words(self, key: str, default: Words = REQUIRED, most: int = 300, sentences: int = 3) -> Words:
        """Return a text by language, without placeholders; English must be among them."""
        words = self.filled_words(key, default, most, sentences)
        for language, text in words.items():
            if "{" in text or "}" in text:
                raise self.source.error(
                    (*self.path, key, language),
                    Mistake("Figures in braces may stand only in “seen”, “otherwise” and “beside”."),
                )
        return words

    def filled_words(self, key: str, default: Words = REQUIRED, most: int = 300, sentences: int = 3) -> Words:
        """Return a text by language that may have placeholders."""
        if key not in self._values and default is not REQUIRED:
            return default
        if isinstance(self.value(key), str):
            raise self.wrong(key, Mistake("A text needs its language: write {name}.en = …", name=key))
        texts = self.table(key, language_codes())
        words = Words({language: _SPACES.sub(" ", texts.string(language, most=10 * most)) for language in texts})
        for language, text in words.items():
            length, count = len(plain(text)), sentence_count(text)
            if length > most:
                raise texts.wrong(language, _too_long(most, length))
            if count > sentences:
                raise texts.wrong(language, Mistake("A text has at most {most} sentences, not {count}.",
                                                    most=str(sentences), count=str(count)))  # fmt: skip
        if "en" not in words:
            raise self.wrong(key, Mistake("The English text is missing: write {name}.en = …", name=key))
        return words

    def _said(self, key: str) -> dict[str, str]:
        return {"name": key, "value": shown(self._values.get(key))}


def _too_long(most: int, length: int) -> Mistake:
    return Mistake("A text must not be longer than {most} characters here, and this has {length}.",
                   most=str(most), length=str(length))  # fmt: skip


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number of hundreds of digits
        return False
