"""The way through a lesson: asked, trained, seen; and whatever comes in between."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from nnreg_gui.engine.experiment_line import experiment_from_text
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.ensembles import EnsembleQuestion
from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lecturing.walk import Walk
from nnreg_gui.lessons.lesson import Lesson, LessonRun
from nnreg_gui.lessons.lesson_files import read_lesson
from nnreg_gui.lessons.record import Guess
from nnreg_gui.replies import Reply
from tests.lecturing.tiny_lesson import TINY, tiny_lesson, tiny_path
from tests.made_up_runs import made_up_run

SIXTY, NO = Guess(number=60.0), Guess(votes=(1, 3, 0))
CURVE = Guess(curve=((1.0, 10.0), (2.0, 20.0), (3.0, 50.0)))
ENSEMBLE = SimpleNamespace(single=np.array([0.25]), average=np.array([3, 5]), labels=np.array([3, 5]))
PROBLEM = Problem("The measuring did not answer and was ended: ask for it again.")


class FakeTraining(QObject):
    """Trains when the test says so."""

    grown = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.trained: dict[str, list[RunHistory]] = {}
        self.wanted: list[str] = []  # what was to be trained, or goes on
        self.starts = self.stops = 0
        self.kept: set[str] = set()  # what was trained before the lesson
        self.paused = False
        self.page_misses = False

    def histories(self, run: LessonRun) -> Sequence[RunHistory]:
        return self.trained.get(run.name, [])

    def growing(self, run: LessonRun) -> RunHistory | None:
        return _made_up(run) if run.name in self.wanted else None

    def replayed(self, run: LessonRun) -> bool:
        return run.name in self.kept

    def start(self, runs: Sequence[LessonRun]) -> None:
        self.wanted = [run.name for run in runs]
        self.starts += 1

    def train_page(self) -> bool:
        missed, self.page_misses = self.page_misses, False
        return missed

    def go_on(self) -> bool:
        paused, self.paused = self.paused, False
        return paused

    def stop(self) -> None:
        self.wanted = []
        self.stops += 1

    def train(self, lesson: Lesson) -> None:
        """Train what is wanted, to the end."""
        for name in self.wanted:
            run = lesson.runs[name]
            self.trained[name] = [_made_up(run) for _ in range(run.seeds)]
        self.end()

    def end(self) -> None:
        """End what is wanted, wherever it is."""
        self.wanted = []
        self.ended.emit()


class FakeQuestions:
    """Answers when the test says so."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []

    def ask(self, question: object, parent: QObject) -> Reply:
        self.replies.append(Reply(question, parent))
        return self.replies[-1]

    @property
    def open(self) -> list[Reply]:
        """Those that somebody waits for."""
        return [reply for reply in self.replies if reply.wanted]

    def answer(self) -> None:
        """Answer the question in turn."""
        reply = self.open[0]
        self.replies.remove(reply)
        reply.answered.emit(ENSEMBLE if isinstance(reply.question, EnsembleQuestion) else np.array([[0.5]]))

    def fail(self) -> None:
        """Answer with a problem."""
        reply = self.open[0]
        self.replies.remove(reply)
        reply.failed.emit(PROBLEM)


def _made_up(run: LessonRun) -> RunHistory:
    history = made_up_run(training_accuracy=[0.1, 0.6, 0.8, 0.9], validation_accuracy=[0.1, 0.4, 0.6, 0.5])
    history.experiment = run.experiment
    return history


class Audience:
    """Walks through the tiny lesson."""

    def __init__(self, lesson: Lesson) -> None:
        self.training, self.questions = FakeTraining(), FakeQuestions()
        self.walk = Walk(lesson, self.training, self.questions)
        self.changes: list[Phase] = []
        self.walk.changed.connect(lambda: self.changes.append(self.walk.phase))

    def enter(self, step: str) -> None:
        self.walk.enter(self.walk.lesson.place(step))

    def do(self, step: str, guess: Guess | None = None) -> str:
        """Go through a step, and return what is said in English."""
        self.enter(step)
        if guess is not None:
            self.walk.note_guess(guess)
            self.walk.go_on()
        else:
            self.walk.skip()
        self.conclude()
        assert self.walk.done is not None
        return self.walk.done.said["en"]

    def conclude(self) -> None:
        """Train and answer all that the step needs."""
        if self.training.wanted:
            self.training.train(self.walk.lesson)
        while self.questions.open:
            self.questions.answer()
        assert self.walk.phase is Phase.SEEN


@pytest.fixture
def audience(qapp: QApplication, tmp_path: Path) -> Iterator[Audience]:
    audience = Audience(tiny_lesson(tmp_path))
    yield audience
    audience.walk.close()
    audience.walk.deleteLater()


# --------------------------------------------------------------------------------------------- ask, train, say


def test_a_guess_is_recorded_before_anything_is_trained(audience: Audience) -> None:
    walk, training = audience.walk, audience.training
    audience.enter("known")
    assert (walk.phase, training.starts, walk.guess) == (Phase.ASKED, 0, None)
    walk.note_guess(SIXTY)
    walk.note_guess(Guess(number=70.0))
    assert training.starts == 0
    walk.go_on()
    assert (walk.phase, training.wanted) == (Phase.TRAINING, ["off"])
    walk.note_guess(SIXTY)
    audience.conclude()

    done = walk.done
    assert done is not None
    assert done.guess == Guess(number=70.0), "too late to change one's mind"
    assert done.outcome.number == pytest.approx(90.0)
    assert done.said == {"en": "It recognizes 90.0\N{NO-BREAK SPACE}%.", "cs": "Pozná jich 90,0\N{NO-BREAK SPACE}%."}
    assert experiment_from_text(done.experiment) == walk.lesson.runs["off"].experiment
    assert audience.changes == 3 * [Phase.ASKED] + [Phase.TRAINING, Phase.SEEN]


def test_without_a_guess_the_second_wish_skips_the_question(audience: Audience) -> None:
    walk = audience.walk
    audience.enter("known")
    walk.go_on()
    assert (walk.phase, walk.warned) == (Phase.ASKED, True)
    walk.go_on()
    assert (walk.phase, walk.warned) == (Phase.TRAINING, False)
    audience.conclude()
    assert walk.done is not None
    assert walk.done.guess is None


def test_a_guess_after_the_warning_is_recorded(audience: Audience) -> None:
    walk = audience.walk
    audience.enter("good")
    walk.go_on()
    walk.note_guess(NO)
    assert not walk.warned
    walk.go_on()
    audience.conclude()
    assert walk.done is not None
    assert walk.done.guess == NO


def test_a_guess_that_was_taken_back_is_none(audience: Audience) -> None:
    walk = audience.walk
    audience.enter("good")
    walk.note_guess(NO)
    walk.note_guess(None)
    walk.go_on()
    assert walk.phase is Phase.ASKED


def test_skipping_drops_the_hands_raised_so_far(audience: Audience) -> None:
    walk = audience.walk
    audience.enter("good")
    walk.note_guess(NO)
    walk.skip()
    audience.conclude()
    assert walk.done is not None
    assert walk.done.guess is None


def test_a_step_that_asks_nothing_trains_at_once(audience: Audience) -> None:
    audience.enter("seeds")
    assert audience.training.wanted == ["two"]
    audience.conclude()
    assert audience.walk.done is not None
    assert audience.walk.done.said["cs"].replace("\N{NO-BREAK SPACE}", " ") == "Samy 25,0 %, společně 100,0 %."


def test_what_is_trained_is_not_trained_again(audience: Audience) -> None:
    audience.do("known", SIXTY)
    audience.do("good", NO)
    assert audience.training.starts == 1
    audience.enter("drawn")
    audience.walk.skip()
    assert audience.training.wanted == ["l2"]


def test_all_that_is_said_needs_is_trained_even_if_it_is_not_drawn(audience: Audience) -> None:
    audience.enter("again")
    audience.walk.skip()
    assert audience.training.wanted == ["off"]
    audience.conclude()
    assert audience.walk.drawn() == []


def test_the_run_of_a_curve_is_trained_even_if_the_step_draws_others(audience: Audience) -> None:
    step = audience.walk.lesson.steps[audience.walk.lesson.place("drawn")]
    alone = replace(step, runs=("off",), seen=None, holds=None, beside=None)
    audience.walk.lesson = replace(audience.walk.lesson, steps=(alone,))  # as if continued there at the next start

    audience.walk.enter(0)
    audience.walk.note_guess(CURVE)
    audience.walk.go_on()

    assert audience.training.wanted == ["off", "l2"]
    audience.conclude()
    assert audience.walk.done is not None
    assert audience.walk.done.outcome.curve


def test_a_kept_run_is_said_to_be_replayed(audience: Audience) -> None:
    audience.training.kept = {"off"}
    audience.do("known", SIXTY)
    assert audience.walk.done is not None
    assert audience.walk.done.replayed
    audience.do("seeds")
    assert not audience.walk.done.replayed


# ------------------------------------------------------------------------------------------------- what is said


@pytest.mark.parametrize(
    ("guess", "beside"), [(SIXTY, "You guessed 60\N{NO-BREAK SPACE}%."), (None, "50.0\N{NO-BREAK SPACE}%.")]
)
def test_what_was_guessed_earlier_is_said_beside(audience: Audience, guess: Guess | None, beside: str) -> None:
    audience.do("known", guess)
    assert audience.do("drawn", CURVE).endswith(beside)


def test_where_it_came_out_differently_another_sentence_stands(audience: Audience) -> None:
    assert audience.do("good", NO) == "No more than 50.0\N{NO-BREAK SPACE}%."
    assert audience.walk.done is not None
    assert audience.walk.done.outcome.right == (False, True, False)


def test_votes_of_the_same_question_before_are_there_again(audience: Audience) -> None:
    audience.enter("again")
    assert audience.walk.earlier_guess() is None
    audience.do("good", NO)
    assert audience.walk.earlier_guess() is None, "asked for the first time"
    audience.enter("again")
    assert audience.walk.earlier_guess() == NO


def test_the_curve_asked_for_grows_while_it_is_trained(audience: Audience) -> None:
    audience.enter("drawn")
    assert audience.walk.growing() is None
    audience.walk.skip()
    growing = audience.walk.growing()
    assert growing is not None
    assert growing.experiment == audience.walk.lesson.runs["l2"].experiment
    audience.conclude()
    assert audience.walk.done is not None
    assert audience.walk.done.outcome.curve == ((1.0, 40.0), (2.0, 60.0), (3.0, 50.0))


def test_a_curve_through_points_has_their_figures(audience: Audience) -> None:
    audience.do("points", CURVE)
    assert audience.walk.done is not None
    assert audience.walk.done.outcome.curve == ((0.0, 50.0), (1.0, 50.0), (2.0, 50.0))


def test_everything_is_said_in_both_languages(audience: Audience) -> None:
    for step in audience.walk.lesson.steps:
        audience.do(step.id)
        assert audience.walk.done is not None
        said = audience.walk.done.said
        assert set(said) == {"en", "cs"}
        assert said["en"] != said["cs"] != ""


def test_a_figure_is_measured_only_once(audience: Audience) -> None:
    audience.do("drawn", CURVE)
    audience.enter("points")
    audience.walk.skip()
    assert audience.walk.phase is Phase.SEEN, "the noise of L2 is known already"


# ----------------------------------------------------------------------------------------------- interrupted


def test_a_run_that_was_stopped_or_changed_is_trained_again(audience: Audience) -> None:
    walk = audience.walk
    audience.enter("known")
    walk.note_guess(SIXTY)
    walk.go_on()
    audience.training.end()
    assert (walk.phase, walk.done) == (Phase.INTERRUPTED, None)
    walk.go_on()
    assert audience.training.wanted == ["off"]
    audience.conclude()
    assert walk.done is not None
    assert walk.done.guess == SIXTY, "it was recorded"


def test_training_and_measuring_can_be_interrupted(audience: Audience) -> None:
    walk = audience.walk
    audience.enter("drawn")
    walk.interrupt()
    assert walk.phase is Phase.ASKED, "there is nothing to interrupt"
    walk.skip()
    walk.interrupt()
    assert (walk.phase, audience.training.stops) == (Phase.INTERRUPTED, 1)
    walk.go_on()
    audience.training.train(walk.lesson)
    assert len(audience.questions.open) == 1
    walk.interrupt()
    assert (walk.phase, audience.questions.open) == (Phase.INTERRUPTED, [])
    walk.go_on()
    audience.conclude()


def test_an_interrupted_run_can_be_left_out(audience: Audience) -> None:
    audience.enter("known")
    audience.walk.skip()
    audience.training.end()
    audience.walk.skip()
    assert audience.walk.step.id == "good"


def test_a_run_in_progress_is_left_only_at_the_second_wish(audience: Audience) -> None:
    walk = audience.walk
    audience.enter("known")
    walk.skip()
    walk.go_on()
    assert (walk.step.id, walk.warned, audience.training.stops) == ("known", True, 0)
    walk.go_on()
    assert (walk.step.id, walk.phase, audience.training.stops) == ("good", Phase.ASKED, 1)


def test_a_paused_run_goes_on(audience: Audience) -> None:
    audience.enter("known")
    audience.walk.skip()
    audience.training.paused = True
    audience.walk.go_on()
    assert (audience.walk.phase, audience.walk.warned) == (Phase.TRAINING, False)


def test_other_runs_that_end_meanwhile_change_nothing(audience: Audience) -> None:
    audience.enter("known")
    audience.training.ended.emit()
    assert audience.walk.phase is Phase.ASKED
    audience.do("known", SIXTY)
    audience.training.ended.emit()
    assert audience.walk.phase is Phase.SEEN


def test_what_cannot_be_measured_is_asked_again(audience: Audience) -> None:
    walk = audience.walk
    audience.enter("drawn")
    walk.note_guess(CURVE)
    walk.go_on()
    audience.training.train(walk.lesson)
    audience.questions.fail()
    assert (walk.phase, walk.problem) == (Phase.INTERRUPTED, PROBLEM)
    walk.go_on()
    assert (walk.phase, walk.problem, audience.training.starts) == (Phase.TRAINING, None, 1)
    audience.conclude()
    assert walk.done is not None
    assert walk.done.guess == CURVE


@pytest.mark.parametrize("measured", [False, True])
def test_what_fails_twice_is_left_out(audience: Audience, measured: bool) -> None:
    walk = audience.walk
    audience.enter("drawn")
    walk.skip()
    for gave_up in (False, True):
        if measured and audience.training.wanted:
            audience.training.train(walk.lesson)
        audience.questions.fail() if measured else audience.training.end()
        assert (walk.phase, walk.gave_up) == (Phase.INTERRUPTED, gave_up)
        walk.go_on()
    assert (walk.step.id, walk.gave_up) == ("both", False)
    walk.go_back()
    walk.enter(walk.lesson.place("drawn"))
    assert walk.phase is Phase.ASKED, "another try"


def test_a_figure_that_a_run_does_not_have_leaves_the_step_out(qapp: QApplication, tmp_path: Path) -> None:
    """As of a run that a crash has ended before its last network was tested."""
    lesson = read_lesson(tiny_path(tmp_path, TINY.replace("recognizes {off.training}", "recognizes {off.test}")))
    audience = Audience(lesson)
    walk = audience.walk
    audience.enter("known")
    walk.skip()
    audience.training.train(lesson)
    assert (walk.phase, walk.gave_up) == (Phase.INTERRUPTED, False)
    walk.go_on()
    assert (walk.phase, walk.gave_up, walk.done) == (Phase.INTERRUPTED, True, None)
    walk.go_on()
    assert walk.step.id == "good"
    walk.close()


def test_whoever_interrupts_may_do_so_as_often_as_they_like(audience: Audience) -> None:
    audience.enter("drawn")
    audience.walk.skip()
    for _ in range(3):
        audience.walk.interrupt()
        assert not audience.walk.gave_up
        audience.walk.go_on()
    assert audience.walk.phase is Phase.TRAINING


def test_a_page_trains_once_what_it_misses(qapp: QApplication, tmp_path: Path) -> None:
    lesson = tiny_lesson(tmp_path)
    steps = tuple(replace(step, train_page=step.id == "good") for step in lesson.steps)
    audience = Audience(replace(lesson, steps=steps))
    audience.training.page_misses = True
    audience.do("known", SIXTY)
    assert audience.training.page_misses
    audience.enter("good")
    audience.walk.skip()
    assert (audience.walk.phase, audience.training.page_misses) == (Phase.TRAINING, False)
    audience.training.page_misses = True
    audience.training.end()
    assert (audience.walk.phase, audience.training.page_misses) == (Phase.SEEN, True)


def test_a_run_that_is_trained_again_is_measured_again(audience: Audience) -> None:
    audience.do("drawn", CURVE)
    audience.training.trained["l2"] = []
    audience.enter("points")
    audience.walk.skip()
    assert audience.training.wanted == ["l2"]
    audience.training.train(audience.walk.lesson)
    assert len(audience.questions.open) == 1


# ------------------------------------------------------------------------------------------------- to and fro


def test_going_back_and_forth_keeps_what_was_done(audience: Audience) -> None:
    walk = audience.walk
    audience.do("known", SIXTY)
    audience.do("good", NO)
    before = dict(walk.record.done)
    audience.training.trained.clear()  # nor do removed runs matter
    for _ in range(2):
        walk.go_back()
        assert (walk.step.id, walk.phase) == ("known", Phase.SEEN)
        walk.go_back()
        assert walk.step.id == "known", "there is none before"
        walk.go_on()
        assert (walk.step.id, walk.phase) == ("good", Phase.SEEN)
    assert walk.record.done == before
    assert audience.training.starts == 1


def test_after_the_last_step_nothing_follows(audience: Audience) -> None:
    audience.do("again")
    assert audience.walk.following is None
    audience.walk.go_on()
    assert (audience.walk.step.id, audience.walk.phase) == ("again", Phase.SEEN)


def test_nothing_is_promised_to_follow_the_last_step_either(audience: Audience) -> None:
    lesson = audience.walk.lesson
    audience.walk.lesson = replace(lesson, steps=lesson.steps[:1])
    walk = audience.walk
    audience.enter("known")
    walk.skip()
    walk.go_on()
    assert (walk.phase, walk.warned, audience.training.stops) == (Phase.TRAINING, False, 0)
    for starts in (1, 2, 3):
        assert audience.training.starts == starts
        audience.training.end()
        assert (walk.phase, walk.gave_up) == (Phase.INTERRUPTED, False)
        walk.go_on()
    audience.conclude()


def test_a_step_left_in_the_middle_stops_and_is_asked_again_with_the_same_guess(audience: Audience) -> None:
    walk = audience.walk
    audience.do("known", SIXTY)
    audience.enter("drawn")
    walk.note_guess(CURVE)
    walk.go_on()
    walk.go_back()
    assert (walk.step.id, audience.training.stops) == ("good", 1)
    audience.enter("drawn")
    assert (walk.phase, walk.guess) == (Phase.ASKED, CURVE)
    walk.skip()
    walk.go_back()
    audience.enter("drawn")
    assert walk.guess is None, "it was skipped"


def test_closing_stops_what_goes_on_and_only_that(audience: Audience) -> None:
    audience.do("known", SIXTY)
    audience.walk.close()
    assert audience.training.stops == 0
    audience.enter("seeds")
    audience.walk.close()
    assert audience.training.stops == 1
    audience.training.ended.emit()
    assert audience.walk.done is None


def test_a_late_answer_to_a_step_that_was_left_is_dropped(audience: Audience) -> None:
    walk = audience.walk
    audience.do("known", SIXTY)
    audience.enter("drawn")
    walk.skip()
    audience.training.train(walk.lesson)
    (late,) = audience.questions.open
    walk.go_back()
    assert not late.wanted
    late.answered.emit(np.array([[0.5]]))
    assert "drawn" not in walk.record.done
    assert (walk.step.id, walk.phase) == ("good", Phase.ASKED)
    assert "50.0" in audience.do("drawn"), "it is measured then"


def test_it_counts_the_seconds_since_it_began(audience: Audience) -> None:
    assert 0 <= audience.walk.seconds < 600
