"""Rehearsing a lesson: everything it needs is trained and measured, and each claim is held against what came out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nnreg_gui.engine.experiment import LARGEST_SEED, Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.repeats import seeds_from
from nnreg_gui.lessons.known import Known
from nnreg_gui.lessons.lesson import ChoiceQuestion, CurveQuestion, Lesson, LessonRun, NumberQuestion, Step
from nnreg_gui.lessons.measurements import Measurement
from nnreg_gui.lessons.outcomes import outcome_of, said_of


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim of a lesson, and what came out.

    Attributes:
        step: the step's id.
        claim: a condition of the file, or what its question promises.
        seen: what came out, as the lesson would say it.
        holds: whether it is as claimed.
    """

    step: str
    claim: str
    seen: str
    holds: bool


class Rehearsal:
    """Keeps what a lesson needs until all of it is known; somebody else trains and measures.

    Args:
        lesson: what to rehearse.
        other_seeds: is added to the seed of every run: a claim should hold for other networks, too.

    Attributes:
        experiments: what to train, each once.
    """

    def __init__(self, lesson: Lesson, other_seeds: int = 0) -> None:
        self._lesson = lesson
        self._runs = {run.name: _experiments(run, other_seeds) for run in lesson.runs.values()}
        self.experiments = tuple(dict.fromkeys(one for experiments in self._runs.values() for one in experiments))
        self._known = Known()
        self._found: dict[Experiment, RunHistory] = {}

    def take(self, history: RunHistory) -> None:
        """Take one of the runs, trained to the end."""
        self._found[history.experiment] = history
        self._known.runs = {
            name: tuple(self._found[one] for one in experiments)
            for name, experiments in self._runs.items()
            if all(one in self._found for one in experiments)
        }

    def histories(self, run: str) -> tuple[RunHistory, ...]:
        """Return a run, or its repeats, as far as they are trained."""
        return tuple(self._known.runs.get(run, ()))

    def missing_measurements(self) -> list[Measurement]:
        """Return what is still to be measured."""
        wanted = (one for step in self._lesson.steps for claim in step.expressions() for one in claim.measurements)
        return [one for one in dict.fromkeys(wanted) if one not in self._known.measured]

    def keep(self, measurement: Measurement, answer: object) -> None:
        """Take what a measurement's question was answered."""
        self._known.measured[measurement] = measurement.figure(answer)

    def findings(self, language: str) -> list[Finding]:
        """Hold each claim against what came out, once all is trained and measured."""
        return [finding for step in self._lesson.steps for finding in self._findings(step, language)]

    def _findings(self, step: Step, language: str) -> Iterator[Finding]:
        if step.question is not None:
            yield _answered(step, self._known, language)
        if step.seen is not None:
            claim = step.holds.source if step.holds is not None else ""
            holds = step.holds is None or step.holds.holds(self._known)
            yield Finding(step.id, claim, said_of(step, self._known, [language])[language], holds)


def _experiments(run: LessonRun, other_seeds: int) -> tuple[Experiment, ...]:
    first = min(run.experiment.seed + other_seeds, LARGEST_SEED)
    return tuple(replace(run.experiment, seed=seed) for seed in seeds_from(first, run.seeds))


def _answered(step: Step, known: Known, language: str) -> Finding:
    """Return whether a question has an answer that the audience can give."""
    outcome = outcome_of(step, known)
    match step.question:
        case ChoiceQuestion() as question:
            right = [
                one.text[language] for one, is_right in zip(question.choices, outcome.right, strict=True) if is_right
            ]
            return Finding(step.id, "an answer is right", " / ".join(right), bool(right))
        case NumberQuestion() as question:
            number = outcome.number if outcome.number is not None else float("nan")
            claim = f"{question.low:g} ≤ {question.answer.source} ≤ {question.high:g}"
            return Finding(step.id, claim, f"{number:.4g}", question.low <= number <= question.high)
        case CurveQuestion() as question:
            values = [y for _, y in outcome.curve]
            seen = f"{min(values):.4g} … {max(values):.4g}" if values else ""
            inside = bool(values) and question.low <= min(values) and max(values) <= question.high
            return Finding(step.id, f"{question.low:g} ≤ curve ≤ {question.high:g}", seen, inside)
    raise AssertionError(step.question)
