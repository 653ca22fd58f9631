"""Lesson files: TOML, read and checked to the last figure, so that no lecture stumbles over a mistake."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from nnreg_gui.lessons.key_lines import KeyPath
from nnreg_gui.lessons.lesson import Lesson, LessonRun, Step
from nnreg_gui.lessons.lesson_heads import KEYS, document_of, head_of, text_in
from nnreg_gui.lessons.lesson_runs import MOST_RUNS, read_run
from nnreg_gui.lessons.lesson_steps import MOST_STEPS, read_step, suppose
from nnreg_gui.lessons.mistakes import LessonError, Mistake
from nnreg_gui.lessons.step_reading import StepReading
from nnreg_gui.lessons.tables import Source, Table

LESSON_SUFFIXES = (".nnreg-lesson", ".toml")


def read_lesson(path: Path) -> Lesson:
    """Read a lesson.

    Raises:
        LessonError: the first mistake in the file, or why it cannot be read.
    """
    lesson, mistakes = check_lesson(path)
    if lesson is None:
        raise mistakes[0]
    return lesson


def check_lesson(path: Path, name: str = "") -> tuple[Lesson | None, list[LessonError]]:
    """Return a lesson, or None and what is wrong: of each run and each step the first mistake, by their lines.

    Args:
        path: of the file.
        name: what mistakes call it; "": by its name without the folder.
    """
    name = name or path.name
    try:
        text = text_in(name, path)
        document = document_of(name, text)
    except LessonError as error:
        return None, [error]
    reader = _Reader(path, Source(name, text), document)
    lesson = reader.read()
    mistakes = sorted(reader.mistakes, key=lambda error: error.line)
    return (None if mistakes else lesson), mistakes


class _Reader:
    """Reads a document as far as it goes, and collects the mistakes."""

    def __init__(self, path: Path, source: Source, document: Mapping[str, Any]) -> None:
        self._path, self._source = path, source
        self._document = document
        self.mistakes: list[LessonError] = []

    def read(self) -> Lesson | None:
        """Return the lesson, or None if its head is wrong."""
        try:
            lesson = Table(self._source, self._document, (), KEYS)
            head = head_of(self._path, lesson)
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
        return Lesson(head.path, head.title, head.about, head.minutes, read_runs, read_steps, offered=head.offered)

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
