"""The commands to an engine process, and its answers. No Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Event
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import Problem

if TYPE_CHECKING:
    from nnreg_gui.engine.questions.question import Question


# ----------------------------------------------------------------------------------------- commands, parent to child


@dataclass(frozen=True, slots=True, eq=False)
class Keep:
    """Keep these digits for all that is asked for later: they do not come with the program."""

    data_set: DataSet
    digits: Digits


@dataclass(frozen=True, slots=True)
class Prepare:
    """Make many of these images ready: runs on them may be started soon."""

    dataset: DataSet


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a run.

    Attributes:
        experiment: what to train.
        epochs: hold after so many (0: show the untrained network), or go to the end (None).
        threads: how many may measure at the same time.
    """

    experiment: Experiment
    epochs: int | None = None
    threads: int = 1

    @property
    def dataset(self) -> DataSet:
        """What it needs."""
        return self.experiment.data.dataset


@dataclass(frozen=True, slots=True)
class Go:
    """Go on; hold after this many epochs, or go to the end (None).

    `number` counts the times this run was told to go: a pause confirmed earlier no longer holds.
    """

    epochs: int | None
    number: int


@dataclass(frozen=True, slots=True)
class Hold:
    """Pause where you are."""


@dataclass(frozen=True, slots=True)
class Change:
    """Go on as this experiment."""

    experiment: Experiment


@dataclass(frozen=True, slots=True)
class Ask:
    """Answer a question; any other command, or another question, ends it without an answer."""

    question: "Question[object]"

    @property
    def dataset(self) -> DataSet:
        """What it needs."""
        return self.question.dataset


@dataclass(frozen=True, slots=True)
class Stop:
    """End the run, or the question."""


Command = Keep | Prepare | Start | Go | Hold | Change | Ask | Stop


# ------------------------------------------------------------------------- messages, child to parent: events and these


@dataclass(frozen=True, slots=True)
class Held:
    """The run is paused: nothing comes until the next command. `number` is the last `Go`'s, 0 before any."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class AnswerProgress:
    """The share of the question done, 0…1; a newer one replaces it."""

    share: float


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to the question."""

    value: Any


@dataclass(frozen=True, slots=True)
class Ended:
    """The run or question is over, by itself, on request, or because of a problem; no more messages follow."""

    problem: Problem | None = None


Message = Event | Held | AnswerProgress | Answered | Ended
