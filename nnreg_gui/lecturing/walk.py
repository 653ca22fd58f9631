"""The way through a lesson: ask first, then train, then say what was seen; no widgets."""

from collections.abc import Sequence
from time import monotonic
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from nnreg_gui.engine.experiment_line import experiment_line
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lessons.known import Known, MissingError, from_shown
from nnreg_gui.lessons.lesson import ChoiceQuestion, Lesson, LessonRun, NumberQuestion, Step
from nnreg_gui.lessons.measurements import Measurement
from nnreg_gui.lessons.outcomes import outcome_of, said_of
from nnreg_gui.lessons.record import DoneStep, Guess, Outcome, Record
from nnreg_gui.replies import Reply

_TRIES = 2  # then, a lecturer before an audience had better go on


class Training(Protocol):
    """Trains the runs of a lesson, one or two at a time.

    Attributes:
        grown: a run is longer than before.
        ended: nothing more comes of what was started.
    """

    grown: SignalInstance
    ended: SignalInstance

    def histories(self, run: LessonRun) -> Sequence[RunHistory]:
        """Return the run, or its repeats, trained to the end; nothing if it is not."""

    def growing(self, run: LessonRun) -> RunHistory | None:
        """Return the run as far as it is."""

    def replayed(self, run: LessonRun) -> bool:
        """Return whether the run was trained before the lesson, and only shown again."""

    def start(self, runs: Sequence[LessonRun]) -> None:
        """Train those that are missing."""

    def train_page(self) -> bool:
        """Let the page train what it misses; return whether it does."""

    def go_on(self) -> bool:
        """Go on with a paused run; return whether there was one."""

    def stop(self) -> None:
        """Train no more."""


class Questions(Protocol):
    """Answers questions about networks, as in `nnreg_gui.running.questions`."""

    def ask(self, question: Any, parent: QObject) -> Reply[Any]:
        """Answer a question after those before it."""


class Walk(QObject):
    """Leads through a lesson, and keeps what was guessed and seen.

    Signals:
        changed: another step or phase, or something to say.
        grown: a run of this step is longer than before.
        entered: another step.

    Attributes:
        lesson: the lesson.
        record: what was guessed, and what came out.
        place: of the present step, from 0.
        phase: how far it is.
        guess: the audience's, not recorded yet; None while there is none.
        warned: whether going on once more leaves out what is not done.
        problem: why something could not be measured, or None.
    """

    changed = Signal()
    grown = Signal()
    entered = Signal()

    def __init__(self, lesson: Lesson, training: Training, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lesson, self.record = lesson, Record(lesson)
        self.place, self.phase = 0, Phase.ASKED
        self.guess: Guess | None = None
        self.warned = False
        self.problem: Exception | None = None
        self._training, self._questions = training, questions
        self._failures = 0  # of the present step: runs without a result, figures that could not be measured
        self._guesses: dict[str, Guess] = {}  # of steps that may have been left before they were done
        self._known = Known()
        self._reply: Reply[Any] | None = None
        self._asked_for: Measurement | None = None
        self._page_has_trained = False  # for this step
        self._began = monotonic()
        training.grown.connect(self.grown)
        training.ended.connect(self._go_on_after_training)

    @property
    def step(self) -> Step:
        """The present step."""
        return self.lesson.steps[self.place]

    @property
    def done(self) -> DoneStep | None:
        """What came out of the present step; None before."""
        return self.record.done.get(self.step.id)

    @property
    def gave_up(self) -> bool:
        """Whether trying again has failed, too, so that going on leaves the step out, if another one follows."""
        return self.phase is Phase.INTERRUPTED and self._failures >= _TRIES and self.following is not None

    @property
    def following(self) -> Step | None:
        """The step after the present one."""
        return self.lesson.steps[self.place + 1] if self.place + 1 < len(self.lesson.steps) else None

    @property
    def seconds(self) -> float:
        """How long ago the lesson has begun."""
        return monotonic() - self._began

    @property
    def runs(self) -> list[LessonRun]:
        """The runs that the present step needs, in the order in which the lesson describes them."""
        names = self.step.run_names()
        return [run for name, run in self.lesson.runs.items() if name in names]

    def drawn(self) -> list[RunHistory]:
        """Return the runs to draw now: those of this step that are trained."""
        return [
            history for name in self.step.runs for history in self._training.histories(self.lesson.runs[name])
        ]  # in the order in which the step names them

    def growing(self) -> RunHistory | None:
        """Return the run whose curve is asked for, as far as it is."""
        run = self.step.curve_run
        return self._training.growing(self.lesson.runs[run]) if run else None

    def earlier_guess(self) -> Guess | None:
        """Return what was guessed where the present question was asked before."""
        question = self.step.question
        earlier = self.record.done.get(question.again) if isinstance(question, ChoiceQuestion) else None
        return earlier.guess if earlier is not None else None

    # ---------------------------------------------------------------------------------------------- going to and fro

    def enter(self, place: int) -> None:
        """Go to a step; one that is done already is seen as it came out."""
        self._leave_step()
        self.place = place
        self.guess, self.warned, self.problem = self._guesses.get(self.step.id), False, None
        self._failures = 0
        self.entered.emit()
        if self.done is not None:
            self._set_phase(Phase.SEEN)
        elif self.step.question is not None:
            self._set_phase(Phase.ASKED)
        else:
            self._train()

    @Slot()
    def go_on(self) -> None:
        """Record the guess, or go to the next step; leave out what is not done only at the second wish."""
        match self.phase:
            case Phase.ASKED if self.guess is not None:
                self._train()
            case Phase.INTERRUPTED if not self.gave_up:
                self._train()
            case Phase.TRAINING if self._training.go_on() or self.following is None:
                pass
            case Phase.ASKED | Phase.TRAINING if not self.warned:
                self.warned = True
                self.changed.emit()
            case Phase.ASKED:
                self.skip()
            case _:
                self._go_to_next()

    @Slot()
    def go_back(self) -> None:
        """Go to the step before."""
        if self.place > 0:
            self.enter(self.place - 1)

    @Slot()
    def skip(self) -> None:
        """Go on without a guess, or without the run."""
        match self.phase:
            case Phase.ASKED:
                self._take_guess(None)
                self._train()
            case Phase.INTERRUPTED:
                self._go_to_next()

    def interrupt(self) -> None:
        """Train no more for this step, until it is wished again."""
        if self.phase is Phase.TRAINING:
            self._leave_step()
            self.changed.emit()

    def note_guess(self, guess: Guess | None) -> None:
        """Take what the audience guesses, until it is recorded."""
        if self.phase is Phase.ASKED:
            self._take_guess(guess)
            self.warned = False
            self.changed.emit()

    def close(self) -> None:
        """End what goes on for the lesson."""
        self._leave_step()

    def _take_guess(self, guess: Guess | None) -> None:
        self.guess = guess
        if guess is not None:
            self._guesses[self.step.id] = guess
        else:
            self._guesses.pop(self.step.id, None)

    def _go_to_next(self) -> None:
        if self.following is not None:
            self.enter(self.place + 1)

    def _leave_step(self) -> None:
        going_on, self.phase = self.phase is Phase.TRAINING, Phase.INTERRUPTED
        if self._reply is not None:
            self._reply.withdraw()
            self._reply = None
        if going_on:
            self._training.stop()

    # ---------------------------------------------------------------------------------------- training and measuring

    def _train(self) -> None:
        self.warned, self.problem = False, None
        self._page_has_trained = False
        self._set_phase(Phase.TRAINING)
        if self._missing():
            self._training.start(self._missing())
        else:
            self._train_page()

    def _missing(self) -> list[LessonRun]:
        return [run for run in self.runs if not self._training.histories(run)]

    @Slot()
    def _go_on_after_training(self) -> None:
        if self.phase is not Phase.TRAINING:
            return
        if self._missing():
            self._fail()
        else:
            self._train_page()

    def _train_page(self) -> None:
        """Let the page train what the step wants of it, once; then measure."""
        wanted = self.step.train_page and not self._page_has_trained
        self._page_has_trained = True
        if not (wanted and self._training.train_page()):
            self._measure()

    def _measure(self) -> None:
        """Ask for the next figure that is not known yet; with all of them, conclude."""
        self._know()
        missing = next((one for one in self.step.measurements() if one not in self._known.measured), None)
        try:
            if missing is None:
                self._conclude()
                return
            question = missing.question(self._known.histories(missing.run))
        except MissingError:  # such as the test accuracy of a run that a crash ended before it was known
            self._fail()
            return
        reply = self._reply = self._questions.ask(question, self)
        self._asked_for = missing
        reply.answered.connect(self._keep)
        reply.failed.connect(self._give_up)

    @Slot(object)
    def _keep(self, answer: object) -> None:
        asked_for, self._reply, self._asked_for = self._asked_for, None, None
        assert asked_for is not None
        self._known.measured[asked_for] = asked_for.figure(answer)
        self._measure()

    @Slot(object)
    def _give_up(self, problem: Exception) -> None:
        self._reply, self.problem = None, problem
        self._fail()

    def _fail(self) -> None:
        self._failures += 1
        self._set_phase(Phase.INTERRUPTED)

    def _know(self) -> None:
        """Note the figures of the runs, as the list has them now."""
        before = self._known.runs
        self._known.runs = {run.name: tuple(self._training.histories(run)) for run in self.lesson.runs.values()}
        changed = {name for name, histories in self._known.runs.items() if before.get(name) != histories}
        self._known.measured = {one: value for one, value in self._known.measured.items() if one.run not in changed}

    def _conclude(self) -> None:
        """Compare what came out with the guess, and say it."""
        step, guess = self.step, self.guess
        if guess is not None and isinstance(step.question, NumberQuestion) and guess.number is not None:
            self._known.guesses[step.id] = from_shown(guess.number, step.question.unit)
        outcome = outcome_of(step, self._known) if step.question is not None else Outcome()
        self.record.done[step.id] = DoneStep(
            step,
            guess,
            outcome,
            said=Words(said_of(step, self._known, tuple(self.lesson.title))),
            picture=b"",
            experiment=experiment_line(self.lesson.runs[step.runs[-1]].experiment) if step.runs else "",
            replayed=any(self._training.replayed(run) for run in self.runs),
        )
        self._set_phase(Phase.SEEN)

    def _set_phase(self, phase: Phase) -> None:
        self.phase = phase
        self.changed.emit()
