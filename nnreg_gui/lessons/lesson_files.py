"""Lesson files: TOML, read and checked to the last figure, so that no lecture stumbles over a mistake."""

import re
import stat
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from nnreg_gui.engine.specs import shown
from nnreg_gui.lessons.key_lines import KeyPath
from nnreg_gui.lessons.lesson import Lesson, LessonRun, Step
from nnreg_gui.lessons.lesson_runs import MOST_RUNS, read_run
from nnreg_gui.lessons.lesson_steps import MOST_STEPS, read_step, suppose
from nnreg_gui.lessons.mistakes import LessonError, Mistake, error_at
from nnreg_gui.lessons.step_reading import StepReading
from nnreg_gui.lessons.tables import Source, Table

FORMAT, VERSION = "nnreg-lesson", 1
LESSON_SUFFIXES = (".nnreg-lesson", ".toml")
_KEYS = ("format", "version", "title", "about", "minutes", "offered", "runs", "step")
_MOST_BYTES, _LONGEST_LINE, _MOST_DOTS = 1_000_000, 4_000, 200
_MOST_MINUTES = 600
_LINE_OF_ERROR = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_lesson(path: Path) -> Lesson:
    """Read a lesson.

    Raises:
        LessonError: the first mistake in the file, or why it cannot be read.
    """
    lesson, mistakes = check_lesson(path)
    if lesson is None:
        raise mistakes[0]
    return lesson


@cache
def load_lessons(folder: Path) -> tuple[Lesson, ...]:
    """Return a folder's lessons in the order of their file names; read it once.

    Raises:
        LessonError: one of them has a mistake.
    """
    return tuple(read_lesson(path) for path in sorted(folder.glob("*.toml")))


def check_lesson(path: Path, name: str = "") -> tuple[Lesson | None, list[LessonError]]:
    """Return a lesson, or None and what is wrong: of each run and each step the first mistake, by their lines.

    Args:
        path: of the file.
        name: what mistakes call it; "": by its name without the folder.
    """
    name = name or path.name
    try:
        text = _text(name, path)
        document = _document(name, text)
    except LessonError as error:
        return None, [error]
    reader = _Reader(path, Source(name, text), document)
    lesson = reader.read()
    mistakes = sorted(reader.mistakes, key=lambda error: error.line)
    return (None if mistakes else lesson), mistakes


def _text(name: str, path: Path) -> str:
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


def _document(name: str, text: str) -> dict[str, Any]:
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


class _Reader:
    """Reads a document as far as it goes, and collects the mistakes."""

    def __init__(self, path: Path, source: Source, document: Mapping[str, Any]) -> None:
        self._path, self._source = path, source
        self._document = document
        self.mistakes: list[LessonError] = []

    def read(self) -> Lesson | None:
        """Return the lesson, or None if its head is wrong."""
        try:
            lesson = Table(self._source, self._document, (), _KEYS)
            _check_format(lesson)
            title, about = lesson.words("title", most=60), lesson.words("about")
            minutes, offered = lesson.count("minutes", 1, _MOST_MINUTES), lesson.truth("offered", True)
            runs = lesson.table("runs")
            if len(list(runs)) > MOST_RUNS:
                raise lesson.wrong("runs", Mistake("A lesson has at most {most} runs, not {count}.",
                                                   most=str(MOST_RUNS), count=str(len(list(runs)))))  # fmt: skip
            steps = lesson.tables("step")
            if not 1 <= len(steps) <= MOST_STEPS:
                raise lesson.wrong("step", Mistake("A lesson has 1 to {most} steps, not {count}.",
                                                   most=str(MOST_STEPS), count=str(len(steps))))  # fmt: skip
        except LessonError as error:
            self.mistakes.append(error)
            return None
        read_runs = self._runs(runs)
        read_steps = self._steps(steps, list(runs), read_runs)
        return Lesson(self._path, title, about, minutes, read_runs, read_steps, offered)

    def _runs(self, runs: Table) -> dict[str, LessonRun]:
        read: dict[str, LessonRun] = {}
        faulty: set[str] = set()
        for name in runs:
            try:
                run = read_run(runs, name, read, faulty)
            except LessonError as error:
                self.mistakes.append(error)
                run = None
            if run is not None:
                read[name] = run
            else:
                faulty.add(name)
        return read

    def _steps(
        self, steps: Sequence[tuple[KeyPath, Mapping[str, Any]]], names: Sequence[str], runs: Mapping[str, LessonRun]
    ) -> tuple[Step, ...]:
        reading, read = StepReading(names, runs), []
        for path, values in steps:
            try:
                read.append(read_step(Table(self._source, values, path), reading))
            except LessonError as error:
                self.mistakes.append(error)
                suppose(values, reading)
        return tuple(read)


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
