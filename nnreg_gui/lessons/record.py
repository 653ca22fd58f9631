"""What has happened in a lesson: what was guessed, what came out, what was said and seen."""

from dataclasses import dataclass, field

from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lessons.lesson import Lesson, Step


@dataclass(frozen=True, slots=True)
class Guess:
    """What the audience answered, in the units in which it is shown; which part counts depends on the question.

    Attributes:
        votes: how many hands each choice got.
        number: the number chosen.
        curve: the points (x, y) of the curve drawn; x rises.
    """

    votes: tuple[int, ...] = ()
    number: float | None = None
    curve: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is right, in the same units.

    Attributes:
        right: whether each choice is.
        number: the number asked for.
        curve: the points (x, y) of the curve asked for; x rises.
    """

    right: tuple[bool, ...] = ()
    number: float | None = None
    curve: tuple[tuple[float, float], ...] = ()


@dataclass(slots=True)
class DoneStep:
    """A step of the lesson that has been gone through.

    Attributes:
        step: which.
        guess: what the audience guessed; None if nothing was asked, or the question was skipped.
        outcome: what came out.
        said: what was said afterwards, by language.
        picture: the page as it was seen then, as a PNG file; empty if there is none.
        experiment: the experiment as a line of text to paste; "" if there is none.
        replayed: whether the run had been kept from an earlier time, instead of being trained at this step.
    """

    step: Step
    guess: Guess | None
    outcome: Outcome
    said: Words
    picture: bytes = field(repr=False)
    experiment: str
    replayed: bool


@dataclass(slots=True)
class Record:
    """What has happened in a lesson so far.

    Attributes:
        lesson: which.
        done: its steps that have been gone through, by their id; a step done again replaces what it was before.
    """

    lesson: Lesson
    done: dict[str, DoneStep] = field(default_factory=dict)
