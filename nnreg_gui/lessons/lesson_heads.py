"""What lesson files say of themselves: quick to read, so that the first window can offer them."""

import re
import stat
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from nnreg_gui.engine.specs import shown
from nnreg_gui.lessons.lesson import LessonHead
from nnreg_gui.lessons.mistakes import Mistake, error_at
from nnreg_gui.lessons.tables import Source, Table

FORMAT, VERSION = "nnreg-lesson", 1
KEYS = ("format", "version", "title", "about", "minutes", "offered", "runs", "step")
_MOST_BYTES, _LONGEST_LINE, _MOST_DOTS = 1_000_000, 4_000, 200
_MOST_MINUTES = 600
_LINE_OF_ERROR = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_FIRST_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


@cache
def load_heads(folder: Path) -> tuple[LessonHead, ...]:
    """Return what a folder's lessons say of themselves, in the order of their file names; read it once.

    Raises:
        LessonError: the head of one of them has a mistake.
    """
    return tuple(_read_head(path) for path in sorted(folder.glob("*.toml")))


def _read_head(path: Path) -> LessonHead:
    text = text_in(path.name, path)
    tables = _FIRST_TABLE.search(text)
    head = document_of(path.name, text if tables is None else text[: tables.start()])
    return head_of(path, Table(Source(path.name, text), head, (), KEYS))


def head_of(path: Path, lesson: Table) -> LessonHead:
    """Return what a lesson says of itself.

    Raises:
        LessonError: the first mistake.
    """
    _check_format(lesson)
    title, about = lesson.words("title", most=60), lesson.words("about")
    minutes, offered = lesson.count("minutes", 1, _MOST_MINUTES), lesson.truth("offered", True)
    return LessonHead(path, title, about, minutes, offered=offered)


def text_in(name: str, path: Path) -> str:
    """Return what stands in a lesson file.

    Raises:
        LessonError: it cannot be read, or is no text, or too large for a lesson; it calls the file by this name.
    """
    try:
        content = _content(path)
    except (OSError, ValueError) as error:  # ValueError: a character that no path can have
        reason = getattr(error, "strerror", None) or str(error)
        raise error_at(name, 0, Mistake("This file cannot be read ({reason}).", reason=reason)) from None
    if content is None:
        raise error_at(name, 0, Mistake("This is not a regular file."))
    if len(content) > _MOST_BYTES:
        raise error_at(name, 0, Mistake("This file is larger than 1 MB, which no lesson is."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise error_at(name, line, Mistake("This is not written in UTF-8.")) from None


def _content(path: Path) -> bytes | None:
    """Return what a file holds; None if it is no regular file: a pipe or a device could make us wait for ever."""
    if not stat.S_ISREG(path.stat().st_mode):
        return None
    with path.open("rb") as file:
        return file.read(_MOST_BYTES + 1)


def document_of(name: str, text: str) -> dict[str, Any]:
    """Return the tables in the text of a lesson, or of its head.

    Raises:
        LessonError: it is no TOML; it calls the file by this name.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _MOST_DOTS:  # a key with thousands of dots takes tomllib minutes
            raise error_at(name, number, Mistake("This is not valid TOML ({reason}).", reason="too many dots"))
        if len(line) > _LONGEST_LINE:
            raise error_at(name, number, Mistake("A line must not be longer than {most} characters.",
                                                 most=f"{_LONGEST_LINE:,}"))  # fmt: skip
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE_OF_ERROR.search(str(error))
        place = int(found[1]) if found and found[1] else text.count("\n") + 1
        reason = _LINE_OF_ERROR.sub("", str(error))
        raise error_at(name, place, Mistake("This is not valid TOML ({reason}).", reason=reason)) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or nested too deeply
        raise error_at(name, 0, Mistake("This is not valid TOML.")) from None


def _check_format(lesson: Table) -> None:
    if lesson.value("format") != FORMAT:
        raise lesson.wrong("format", Mistake("The format of a lesson is “{format}”, not {value}.", format=FORMAT,
                                             value=shown(lesson.value("format"))))  # fmt: skip
    version = lesson.value("version")
    if version != VERSION or isinstance(version, bool):
        raise lesson.wrong(
            "version",
            Mistake(
                "“version” is {value}, but this program reads version {version}: open the file with a newer nnreg-gui.",
                value=shown(version),
                version=str(VERSION),
            ),
        )
