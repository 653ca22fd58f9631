"""Rehearsing a lesson: everything it needs is trained and measured, and each claim is held against what came out."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from nnreg_gui.engine.experiment import LARGEST_SEED, Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.question import Question
from nnreg_gui.engine.repeats import experiments_of
from nnreg_gui.lessons.known import Known, from_shown
from nnreg_gui.lessons.lesson import (
    ChoiceQuestion,
    CurveQuestion,
    Lesson,
    LessonQuestion,
    LessonRun,
    NumberQuestion,
    Step,
)
from nnreg_gui.lessons.lesson_questions import question_unit
from nnreg_gui.lessons.measurements import Measurement
from nnreg_gui.lessons.outcomes import outcome_of
from nnreg_gui.lessons.sentences import Sentence, value_text

_UNKNOWN = "–"
_SIGNS = {"percent": "\N{NO-BREAK SPACE}%", "points": " points", "number": ""}


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim of a lesson, and what came out.

    Attributes:
        step: the step's id.
        part: of the step that makes the claim.
        claim: the condition; "" where the file has none: one of the choices must be right, or a sentence must have all
            its figures.
        seen: what came out, in the words of the lesson even where they do not hold: their figures tell why; a dash if
            there are none, or a run that they need has no result.
        holds: whether it is as claimed.
    """

    step: str
    part: Literal["question", "sentence"]
    claim: str
    seen: str
    holds: bool


class Rehearsal:
    """Keeps what a lesson needs until all of it is known; somebody else trains and measures.

    Args:
        lesson: what to rehearse.
        other_seeds: is added to the seed of every run: a claim should hold for other networks, too.

    Attributes:
        lesson: what is rehearsed.
        experiments: what to train, in the order in which the steps need it, each once.
    """

    def __init__(self, lesson: Lesson, other_seeds: int = 0) -> None:
        self.lesson = lesson
        self._runs = {run.name: _experiments(run, other_seeds) for run in lesson.runs.values()}
        self.experiments = self.experiments_of(*lesson.steps)
        self._known = Known()
        self._found: dict[Experiment, RunHistory] = {}  # by the essence of the experiment

    def experiments_of(self, *steps: Step) -> tuple[Experiment, ...]:
        """Return what steps need to be trained, each once; those that come to the same are one."""
        wanted: dict[Experiment, Experiment] = {}
        for one in (one for step in steps for run in step.run_names() for one in self._runs[run]):
            wanted.setdefault(one.essence, one)
        return tuple(wanted.values())

    def runs_with(self, experiment: Experiment) -> list[str]:
        """Return what the lesson calls the runs that an experiment belongs to."""
        essence = experiment.essence
        return [name for name, own in self._runs.items() if any(one.essence == essence for one in own)]

    def take(self, history: RunHistory) -> None:
        """Take one of the runs, trained to the end."""
        self._found[history.experiment.essence] = history
        self._known.runs = {
            name: tuple(self._found[one.essence] for one in own)
            for name, own in self._runs.items()
            if all(one.essence in self._found for one in own)
        }

    def missing_measurements(self, steps: Iterable[Step] | None = None) -> list[Measurement]:
        """Return what can be measured and is not yet, for some of the steps or for all."""
        steps = self.lesson.steps if steps is None else steps
        wanted = (one for step in steps for one in step.measurements())
        known = self._known
        return [one for one in dict.fromkeys(wanted) if one.run in known.runs and one not in known.measured]

    def question(self, measurement: Measurement) -> "Question[Any]":
        """Return what to ask an engine for a measurement."""
        return measurement.question(self._known.histories(measurement.run))

    def keep(self, measurement: Measurement, answer: object) -> None:
        """Take what a measurement's question was answered."""
        self._known.measured[measurement] = measurement.figure(answer)

    def findings(self, language: str) -> list[Finding]:
        """Hold each claim against what came out; one whose runs have no result does not hold."""
        return [finding for step in self.lesson.steps for finding in self._findings(step, language)]

    def _findings(self, step: Step, language: str) -> Iterator[Finding]:
        known = self._known
        runs, measured = set(step.run_names()), set(step.measurements())
        complete = runs <= known.runs.keys() and measured <= known.measured.keys()
        if step.question is not None:
            seen, holds = _answered(step, step.question, known, language) if complete else (_UNKNOWN, False)
            yield Finding(step.id, "question", _claim_of(step.question), seen, holds)
        if step.seen is not None or step.holds is not None:
            seen, holds = _said(step, known, language) if complete else (_UNKNOWN, False)
            claim = step.holds.source if step.holds is not None else ""
            yield Finding(step.id, "sentence", claim, seen, holds)


def _experiments(run: LessonRun, other_seeds: int) -> tuple[Experiment, ...]:
    first = min(run.experiment.seed + other_seeds, LARGEST_SEED)
    return experiments_of(replace(run.experiment, seed=first), run.seeds)


def _claim_of(question: LessonQuestion) -> str:
    """Return what a question promises: an answer that the audience can give. A curve may begin off the paper."""
    match question:
        case NumberQuestion():
            return f"{question.answer.source} {_within(question)}"
        case CurveQuestion() if question.run:
            return f"the end of {question.run}.{question.quantity} {_within(question)}"
        case CurveQuestion():
            return f"{', '.join(value.source for _, value in question.points)} {_within(question)}"
    return ""


def _within(question: NumberQuestion | CurveQuestion) -> str:
    return f"within {question.low:g} … {question.high:g}{_SIGNS[question.unit]}"


def _answered(step: Step, question: LessonQuestion, known: Known, language: str) -> tuple[str, bool]:
    """Return the answer to a question, and whether the audience can give it."""
    outcome = outcome_of(step, known)
    match question:
        case ChoiceQuestion():
            answers = zip(question.choices, outcome.right, strict=True)
            right = [choice.text[language] for choice, is_right in answers if is_right]
            return " / ".join(right) or _UNKNOWN, bool(right)
        case NumberQuestion():
            number = math.nan if outcome.number is None else outcome.number
            return _shown([number], question.unit, language), question.low <= number <= question.high
        case CurveQuestion():
            values = [y for _, y in outcome.curve[-1 if question.run else 0 :]]
            inside = all(question.low <= value <= question.high for value in values)
            return _shown(values, question.unit, language), bool(values) and inside


def _shown(values: Sequence[float], unit: str, language: str) -> str:
    """Return values of a question, which are in the unit in which it shows them: their range, as a sentence says it."""
    ends = sorted({min(values), max(values)}) if values else []
    return " … ".join(value_text(from_shown(one, unit), question_unit(unit), language) for one in ends) or _UNKNOWN


def _said(step: Step, known: Known, language: str) -> tuple[str, bool]:
    """Return the sentence of a step, and whether it can be said: it holds, and has all its figures."""
    seen = step.seen.text(language, known) if step.seen is not None else _UNKNOWN
    return seen, (step.holds is None or step.holds.holds(known)) and _has_figures(step.seen, known)


def _has_figures(sentence: Sentence | None, known: Known) -> bool:
    """Return whether a sentence can say a number wherever it should."""
    return sentence is None or all(math.isfinite(one.value(known)) for one in sentence.expressions)
