"""A lesson: steps that set the scene, ask first, train, and say in figures of these runs what was seen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.scenarios import Words

if TYPE_CHECKING:
    from nnreg_gui.lessons.expressions import Expression
    from nnreg_gui.lessons.measurements import Measurement
    from nnreg_gui.lessons.sentences import Sentence

Setting = float | str | bool


@dataclass(frozen=True, slots=True)
class LessonRun:
    """A run that steps speak of by a name.

    Attributes:
        name: what the lesson calls it.
        experiment: what is trained.
        seeds: how many networks, with this seed and those after it; figures are means over them.
    """

    name: str
    experiment: Experiment
    seeds: int = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose.

    Attributes:
        text: a few words, by language.
        right: whether it is right, from the figures of the runs; None: never.
        reveals: what choosing it tells of the one who chose it, by language; may be empty.
    """

    text: Words
    right: "Expression | None"
    reveals: Words


@dataclass(frozen=True, slots=True)
class ChoiceQuestion:
    """Two to four answers, for which hands are counted.

    Attributes:
        text: the question, by language.
        choices: the answers.
        again: the id of an earlier step with the same answers, whose votes are shown beside these; "" if none.
    """

    text: Words
    choices: tuple[Choice, ...]
    again: str = ""

    def expressions(self) -> "tuple[Expression, ...]":
        """Return what tells which answers are right."""
        return tuple(choice.right for choice in self.choices if choice.right is not None)


@dataclass(frozen=True, slots=True)
class NumberQuestion:
    """A number to guess on a slider.

    Attributes:
        text: the question, by language.
        low, high, step: the slider's range, and what one press of a key adds, in the unit in which it is shown.
        unit: "percent" (the answer is a share, 0…1), "points" (a difference of shares), or "number".
        answer: what is right, from the figures of the runs.
    """

    text: Words
    low: float
    high: float
    step: float
    unit: str
    answer: "Expression"

    def expressions(self) -> "tuple[Expression, ...]":
        """Return what tells the right number."""
        return (self.answer,)


@dataclass(frozen=True, slots=True)
class CurveQuestion:
    """A curve to draw with the mouse.

    Attributes:
        text: the question, by language.
        run: whose curve over the epochs it is; "" if it goes through `points`.
        quantity: "training_accuracy", "validation_accuracy", "training_cost" or "validation_cost", of `run`.
        points: else where the curve goes: what stands at the axis, and the value there.
        axis: what the points lie along, by language.
        unit: as of a `NumberQuestion`.
        low, high: the ends of the upright axis, in the unit in which it is shown.
    """

    text: Words
    run: str
    quantity: str
    points: tuple[tuple[str, "Expression"], ...]
    axis: Words
    unit: str
    low: float
    high: float

    def expressions(self) -> "tuple[Expression, ...]":
        """Return what tells the points of the right curve, if it goes through points."""
        return tuple(value for _, value in self.points)


LessonQuestion = ChoiceQuestion | NumberQuestion | CurveQuestion


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a lesson.

    Attributes:
        id: its name in the file.
        slide: the slide of the lecture that it belongs to.
        title, text, note: for the audience in a few words, then in at most three short sentences, and for the speaker.
        page, view: what to open; view "" leaves the page as it is.
        settings: what to set there, by name.
        runs: the names of the runs to draw; those that are not trained yet are trained, after the question.
        show: the groups of the experiment panel to show; none: the panel is folded away.
        see: whether the page is seen while the question is asked.
        train_page: whether the page trains what it misses, as its key S does, after the runs.
        question: what to ask first; None to ask nothing.
        seen: what is said afterwards.
        holds: what rehearsing checks, and what makes `seen` true; None if it always is.
        otherwise: what is said instead of `seen` where it does not hold; may be None.
        beside: says what had been guessed before; left out if one of those guesses is missing; may be None.
    """

    id: str
    slide: str
    title: Words
    text: Words
    note: Words
    page: str
    view: str
    settings: Mapping[str, Setting]
    runs: tuple[str, ...]
    show: tuple[str, ...]
    see: bool
    train_page: bool
    question: LessonQuestion | None
    seen: "Sentence | None"
    holds: "Expression | None"
    otherwise: "Sentence | None"
    beside: "Sentence | None"

    @property
    def curve_run(self) -> str:
        """The name of the run whose curve it asks for; "" if it asks for none."""
        return self.question.run if isinstance(self.question, CurveQuestion) else ""

    def run_names(self) -> tuple[str, ...]:
        """Return the runs that it needs, each once: those it draws, asks for, and speaks of."""
        spoken_of = (run for expression in self.expressions() for run in sorted(expression.runs))
        return tuple(dict.fromkeys(run for run in (*self.runs, self.curve_run, *spoken_of) if run))

    def measurements(self) -> "tuple[Measurement, ...]":
        """Return what an engine must measure for it, each once."""
        measured = (one for expression in self.expressions() for one in expression.measurements)
        return tuple(dict.fromkeys(measured))

    def expressions(self) -> "tuple[Expression, ...]":
        """Return all that its question and its sentences take from the runs."""
        asked = self.question.expressions() if self.question is not None else ()
        holds = (self.holds,) if self.holds is not None else ()
        said = (one for one in (self.seen, self.otherwise, self.beside) if one is not None)
        return (*asked, *holds, *(expression for one in said for expression in one.expressions))


@dataclass(frozen=True, slots=True)
class LessonHead:
    """What is said of a lesson before it begins.

    Attributes:
        path: the file it comes from.
        title, about: what it is called, and in one sentence what it is, by language.
        minutes: how long it takes with talking.
        offered: whether the empty program offers it; others are begun by a page, or from the menu.
    """

    path: Path
    title: Words
    about: Words
    minutes: int
    offered: bool = field(default=True, kw_only=True)

    @property
    def name(self) -> str:
        """What commands and pages call it."""
        return lesson_name(self.path)


@dataclass(frozen=True, slots=True)
class Lesson(LessonHead):
    """What a lecturer is led through.

    Attributes:
        runs: its runs by name.
        steps: in their order.
    """

    runs: Mapping[str, LessonRun]
    steps: tuple[Step, ...] = field(repr=False)

    def place(self, step: str) -> int:
        """Return where the step with this id stands."""
        return next(place for place, one in enumerate(self.steps) if one.id == step)


def lesson_name(path: Path) -> str:
    """Return the name of a lesson's file without the number that puts it in its place, and without the suffix."""
    return re.sub(r"^\d+-", "", path.stem)
