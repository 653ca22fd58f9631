"""The question of a step in a lesson file: a choice, a number, or a curve."""

from typing import Any

from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lessons.expressions import Expression
from nnreg_gui.lessons.figures import Unit
from nnreg_gui.lessons.lesson import Choice, ChoiceQuestion, CurveQuestion, LessonQuestion, NumberQuestion
from nnreg_gui.lessons.mistakes import Mistake
from nnreg_gui.lessons.step_reading import StepReading
from nnreg_gui.lessons.tables import REQUIRED, Table

KINDS = ("choice", "number", "curve")
UNITS = ("percent", "points", "number")
QUANTITIES = ("training_accuracy", "validation_accuracy", "training_cost", "validation_cost")
_KEYS = {
    "choice": ("kind", "text", "again", "choice"),
    "number": ("kind", "text", "low", "high", "step", "unit", "answer"),
    "curve": ("kind", "text", "run", "quantity", "points", "axis", "unit", "low", "high"),
}
_CHOICE_KEYS = ("text", "right", "reveals")
_FEWEST_CHOICES, _MOST_CHOICES = 2, 4
_FEWEST_POINTS, _MOST_POINTS = 2, 20
_MOST_IN_CHOICE, _MOST_AT_AXIS = 80, 12
_LARGEST = 1e9
_MOST_STEPS = 2**31 - 1  # of a slider
# The units of values that may be shown in the unit of a question.
_FITTING: dict[str, tuple[Unit, ...]] = {
    "percent": ("share",),
    "points": ("points",),
    "number": ("number", "whole"),
}


def question_unit(unit: str) -> Unit:
    """Return the unit of what is guessed in the unit of a question."""
    return _FITTING[unit][0]


def read_question(step: Table, reading: StepReading) -> LessonQuestion | None:
    """Read the question of a step; None if it asks nothing.

    Raises:
        LessonError: it is none.
    """
    if "question" not in step:
        return None
    kind = step.table("question").choice("kind", KINDS)
    question = step.table("question", _KEYS[kind])
    match kind:
        case "choice":
            return _choice_question(question, reading)
        case "number":
            return _number_question(question, reading)
    return _curve_question(question, reading)


# -------------------------------------------------------------------------------------------------------------- choice


def _choice_question(question: Table, reading: StepReading) -> ChoiceQuestion:
    choices = tuple(
        _choice(Table(question.source, values, path, _CHOICE_KEYS), reading)
        for path, values in question.tables("choice")
    )
    if not _FEWEST_CHOICES <= len(choices) <= _MOST_CHOICES:
        raise question.wrong("choice", Mistake("A question has {fewest} to {most} choices, not {count}.",
                                               fewest=str(_FEWEST_CHOICES), most=str(_MOST_CHOICES),
                                               count=str(len(choices))))  # fmt: skip
    if all(choice.right is None for choice in choices):
        raise question.wrong("choice", Mistake("None of the choices can be right: give one of them “right = …”."))
    again = question.choice("again", reading.choices, "")
    if again and reading.choices[again] != len(choices):
        raise question.wrong("again", Mistake("“{name}” has {count} choices, and this question has {own}.", name=again,
                                              count=str(reading.choices[again]), own=str(len(choices))))  # fmt: skip
    return ChoiceQuestion(question.words("text"), choices, again)


def _choice(choice: Table, reading: StepReading) -> Choice:
    text = choice.words("text", most=_MOST_IN_CHOICE)
    right = choice.value("right", False)
    if isinstance(right, bool):
        right = "true" if right else ""
    elif not isinstance(right, str):
        raise choice.wrong("right", Mistake("“right” must be a condition in quotes, true or false."))
    condition = reading.condition(choice, "right", right) if right else None
    return Choice(text, condition, choice.words("reveals", Words({"en": ""})))


# ----------------------------------------------------------------------------------------------------- number and curve


def _number_question(question: Table, reading: StepReading) -> NumberQuestion:
    unit = question.choice("unit", UNITS)
    low, high = _ends(question)
    step = question.number("step", 0, high - low)
    if not step:
        raise question.wrong("step", Mistake("“step” must be above 0."))
    question.number("step", (high - low) / _MOST_STEPS, high - low)
    answer = reading.expression(question, "answer", question.string("answer", most=500))
    _check_unit(question, "answer", answer, unit)
    return NumberQuestion(question.words("text"), low, high, step, unit, answer)


def _curve_question(question: Table, reading: StepReading) -> CurveQuestion:
    text = question.words("text")
    if "points" not in question:
        run = question.choice("run", reading.drawn_runs)
        quantity = question.choice("quantity", QUANTITIES)
        unit = "percent" if quantity.endswith("accuracy") else "number"
        if question.choice("unit", UNITS, unit) != unit:
            raise question.wrong("unit", Mistake("The unit of {name} is “{unit}”.", name=quantity, unit=unit))
        low, high = _ends(question, 0.0, 100.0 if unit == "percent" else REQUIRED)
        return CurveQuestion(text, run, quantity, (), Words({"en": ""}), unit, low, high)
    for key in ("run", "quantity"):
        if key in question:
            raise question.wrong(key, Mistake("A curve goes through points or over the epochs of a run, not both."))
    unit = question.choice("unit", UNITS)
    low, high = _ends(question)
    return CurveQuestion(
        text, "", "", _points(question, unit, reading), question.words("axis", most=60), unit, low, high
    )


def _points(question: Table, unit: str, reading: StepReading) -> tuple[tuple[str, Expression], ...]:
    points = question.value("points")
    if not isinstance(points, list) or not all(map(_is_point, points)):
        raise question.wrong("points", Mistake("“points” must be a list of pairs such as {example}.",
                                               example='["0.1", "l2.validation"]'))  # fmt: skip
    if not _FEWEST_POINTS <= len(points) <= _MOST_POINTS:
        raise question.wrong("points", Mistake("A curve has {fewest} to {most} points, not {count}.",
                                               fewest=str(_FEWEST_POINTS), most=str(_MOST_POINTS),
                                               count=str(len(points))))  # fmt: skip
    read = []
    for label, text in points:
        value = reading.expression(question, "points", text)
        _check_unit(question, "points", value, unit)
        read.append((label, value))
    return tuple(read)


def _is_point(point: Any) -> bool:
    if not (isinstance(point, list) and len(point) == 2 and all(isinstance(one, str) for one in point)):
        return False
    return 0 < len(point[0]) <= _MOST_AT_AXIS


def _ends(question: Table, low: float = REQUIRED, high: float = REQUIRED) -> tuple[float, float]:
    ends = (
        question.number("low", -_LARGEST, _LARGEST, low),
        question.number("high", -_LARGEST, _LARGEST, high),
    )
    if ends[0] >= ends[1]:
        raise question.wrong("high", Mistake("“high” must be above “low”."))
    return ends


def _check_unit(question: Table, key: str, value: Expression, unit: str) -> None:
    if value.unit == "truth":
        raise question.wrong(key, Mistake("A number is asked for, but {text} is true or false.", text=value.source))
    if value.unit not in _FITTING[unit]:
        fitting = next(one for one, units in _FITTING.items() if value.unit in units)
        raise question.wrong(key, Mistake("The unit of {text} is “{fitting}”, not “{unit}”.", text=value.source,
                                          fitting=fitting, unit=unit))  # fmt: skip
