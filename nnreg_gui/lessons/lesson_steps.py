"""The steps of a lesson file."""

import re
from collections.abc import Mapping
from typing import Any

from nnreg_gui.engine.experiment_document import GROUPS
from nnreg_gui.engine.scenarios import Words
from nnreg_gui.engine.specs import shown
from nnreg_gui.lessons.expressions import Expression
from nnreg_gui.lessons.lesson import ChoiceQuestion, LessonQuestion, NumberQuestion, Setting, Step
from nnreg_gui.lessons.lesson_questions import UNITS, question_unit, read_question
from nnreg_gui.lessons.mistakes import Mistake
from nnreg_gui.lessons.stage_words import PAGES, Allowed, Range
from nnreg_gui.lessons.step_reading import StepReading
from nnreg_gui.lessons.tables import Table

MOST_STEPS = 200
_KEYS = (
    "id", "slide", "title", "text", "note", "page", "view", "set", "runs", "show", "see", "train_page", "question",
    "holds", "seen", "otherwise", "beside",
)  # fmt: skip
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_MOST_IN_TITLE, _MOST_IN_NOTE = 60, 600
_NOTHING = Words({"en": ""})
_FORMER_PAGES = {"lies": ("mistakes", "lies")}  # which are a view of another page now


def read_step(step: Table, reading: StepReading) -> Step:
    """Read a step.

    Args:
        step: its table.
        reading: what the steps before it have said; this one is added.

    Raises:
        LessonError: it is none.
    """
    step.refuse_others(_KEYS)
    name = _id(step, reading)
    reading.paths[name] = step.path
    runs = step.names("runs", reading.names)
    reading.draw(runs)
    page, view = _page(step)
    question = read_question(step, reading)
    _note(question, name, reading)
    holds = _holds(step, reading)
    return Step(
        id=name,
        slide=step.string("slide", "", most=100),
        title=step.words("title", most=_MOST_IN_TITLE),
        text=step.words("text", _NOTHING),
        note=step.words("note", _NOTHING, most=_MOST_IN_NOTE, sentences=10),
        page=page,
        view=step.choice("view", PAGES[page].views, view),
        settings=_settings(step.table("set", PAGES[page].settings), PAGES[page].settings),
        runs=runs,
        show=step.names("show", GROUPS),
        see=step.truth("see", False),
        train_page=step.truth("train_page", False),
        question=question,
        seen=reading.sentence(step, "seen"),
        holds=holds,
        otherwise=reading.sentence(step, "otherwise"),
        beside=reading.sentence(step, "beside", with_guesses=True),
    )


def _page(step: Table) -> tuple[str, str]:
    """Return which page a step opens, and which view unless it names one."""
    former = _FORMER_PAGES.get(str(step.value("page", "")))
    return former or (step.choice("page", PAGES), "")


def _id(step: Table, reading: StepReading) -> str:
    name = step.string("id")
    if not _ID.fullmatch(name):
        raise step.wrong("id", Mistake("An id has small letters, digits and hyphens, at most 40, and {value} is none.",
                                       value=shown(name)))  # fmt: skip
    if name in reading.paths:
        raise step.wrong("id", Mistake("The step of line {other} has the id “{name}”, too: give one of them another.",
                                       name=name, other=str(step.source.line(reading.paths[name]))))  # fmt: skip
    return name


def _holds(step: Table, reading: StepReading) -> Expression | None:
    if "holds" in step:
        condition = reading.condition(step, "holds", step.string("holds", most=500))
        return step.read("holds", lambda: reading.known(condition))
    if "otherwise" in step:
        raise step.wrong("otherwise", Mistake("“otherwise” is said where “holds” is false, and there is no “holds”."))
    return None


def _note(question: LessonQuestion | None, name: str, reading: StepReading) -> None:
    """Note what later steps may refer to, and what this one may say of the guess."""
    match question:
        case ChoiceQuestion():
            reading.choices[name] = len(question.choices)
        case NumberQuestion():
            reading.guesses[name] = question_unit(question.unit)


def suppose(values: Mapping[str, Any], reading: StepReading) -> None:
    """Note what a faulty step seems to say, so that later steps are not blamed for it."""
    runs, name, question = values.get("runs"), values.get("id"), values.get("question")
    if isinstance(runs, list):
        reading.draw([run for run in reading.names if run in runs])
    if isinstance(name, str) and isinstance(question, dict):
        choices, unit = question.get("choice"), question.get("unit")
        if question.get("kind") == "number":
            reading.guesses.setdefault(name, question_unit(unit if unit in UNITS else UNITS[0]))
        elif isinstance(choices, list):
            reading.choices.setdefault(name, len(choices))


def _settings(table: Table, allowed: Mapping[str, Allowed]) -> dict[str, Setting]:
    return {name: _setting(table, name, allowed[name]) for name in table}


def _setting(table: Table, name: str, allowed: Allowed) -> Setting:
    match allowed:
        case Range():
            number = table.number(name, allowed.low, allowed.high, whole=allowed.whole)
            return int(number) if allowed.whole else number
        case tuple():
            return table.choice(name, allowed)
    return table.truth(name, False)
