"""The lessons that come with the program: in both languages, short enough to be seen, right whatever the runs do."""

from collections.abc import Iterator, Mapping
from copy import copy
from functools import cache
from itertools import groupby, pairwise

import numpy as np
import pytest

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.lessons.known import Known
from nnreg_gui.lessons.lesson import ChoiceQuestion, Lesson, LessonHead, NumberQuestion, Step
from nnreg_gui.lessons.lesson_files import read_lesson
from nnreg_gui.lessons.lesson_heads import load_heads
from nnreg_gui.resource_files import resource_path
from tests.made_up_runs import made_up_run

LESSONS = {path.stem: read_lesson(path) for path in sorted(resource_path("lessons").glob("*.toml"))}
LANGUAGES = ("en", "cs")
# The headings of the lecture's slides, and at the end what one of them only names.
BLOCKS = [
    "Jak zefektivnit učení NN",
    "Overfitting",
    "Regularizace",
    "L2 regularizace",
    "L1 regularizace",
    "Dropout regularizace",
    "Data augmentation",
    "Data augmentation, pruning, ensembling",
]
# Characters: what fits at a text size of 200 % on 1280 × 720, in a strip 1240 pixels wide.
MOST = {"title": 40, "text": 200, "question": 110, "choice": 40, "reveals": 120}
MOST_SAID, MOST_NOTED = 220, 300

each_lesson = pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS)


def test_they_are_a_lecture_ten_minutes_a_lesson_at_home_and_an_exercise() -> None:
    assert list(LESSONS) == ["1-lecture", "2-ten-minutes", "3-at-home", "4-six-nine"]
    assert [lesson.minutes for lesson in LESSONS.values()] == [45, 10, 60, 5]
    assert [lesson.offered for lesson in LESSONS.values()] == [True, True, True, False]


def test_what_a_lesson_says_of_itself_is_read_without_the_rest() -> None:
    heads = load_heads(resource_path("lessons"))

    assert heads == tuple(
        LessonHead(whole.path, whole.title, whole.about, whole.minutes, offered=whole.offered)
        for whole in LESSONS.values()
    )


def test_the_lecture_has_all_blocks_of_the_slides_in_their_order() -> None:
    blocks = [block for block, _ in groupby(step.slide for step in LESSONS["1-lecture"].steps)]

    assert blocks == [*BLOCKS, BLOCKS[0]], "and in the end it comes back to the beginning"


def test_what_a_step_says_of_a_later_one_is_true() -> None:
    lecture = LESSONS["1-lecture"].steps
    seen = next(place for place, step in enumerate(lecture, 1) if step.settings.get("validation"))
    assert f"Validation curves stay hidden: they come in step {seen}." in lecture[0].note["en"]
    assert f"přijdou v kroku {seen}." in lecture[0].note["cs"]

    following = [pair for lesson in LESSONS.values() for pair in pairwise(lesson.steps)]
    reasoned = {after.id for step, after in following if any("next step says why" in said for said in _revealed(step))}
    assert reasoned == {"occam"}


@each_lesson
def test_where_a_step_speaks_of_upright_digits_the_table_shows_these(lesson: Lesson) -> None:
    assert all(step.settings.get("turns") == 0 for step in lesson.steps if step.view == "confused")


@each_lesson
def test_where_a_step_speaks_of_all_weights_the_page_prunes_these(lesson: Lesson) -> None:
    assert all(step.settings.get("of") == "whole" for step in lesson.steps if step.page == "pruning")


def _revealed(step: Step) -> list[str]:
    choices = step.question.choices if isinstance(step.question, ChoiceQuestion) else ()
    return [choice.reveals["en"] for choice in choices]


def test_ten_minutes_are_five_questions() -> None:
    steps = LESSONS["2-ten-minutes"].steps

    assert len(steps) == 5
    assert all(step.question is not None for step in steps)


def test_at_home_exercises_without_an_answer_follow_the_questions() -> None:
    *questions, gap, strongest, smallest, dropout = LESSONS["3-at-home"].steps

    assert all(step.question is not None for step in questions)
    assert all(step.question is None and step.show for step in (gap, strongest, smallest, dropout))


@each_lesson
def test_every_run_is_used_and_every_step_says_what_was_seen(lesson: Lesson) -> None:
    assert {run for step in lesson.steps for run in step.runs} == set(lesson.runs)
    assert all(step.slide and step.text and step.seen is not None for step in lesson.steps)


@each_lesson
def test_everything_is_said_in_both_languages(lesson: Lesson) -> None:
    for step in lesson.steps:
        for what, words in texts(step):
            assert set(words) == set(LANGUAGES), f"{what} of {step.id}"


@each_lesson
def test_texts_are_short_enough_to_be_seen_from_the_last_row(lesson: Lesson) -> None:
    known = made_up(lesson, seed=0)
    for step in lesson.steps:
        assert step.seen is not None
        for language in LANGUAGES:
            for what, words in texts(step):
                assert len(words[language]) <= MOST.get(what, MOST_NOTED), f"{what} of {step.id}: {words[language]}"
            said = step.seen.text(language, known)
            assert len(said) <= MOST_SAID, f"{step.id}: {said}"


@each_lesson
def test_some_answer_is_right_whatever_the_runs_do(lesson: Lesson) -> None:
    for seed in range(5):
        known = made_up(lesson, seed)
        for step in lesson.steps:
            if isinstance(step.question, ChoiceQuestion):
                conditions = (choice.right for choice in step.question.choices if choice.right is not None)
                assert any(right.holds(known) for right in conditions), f"no answer to {step.id} is right"


@each_lesson
def test_a_number_is_within_a_hundred_steps_of_its_slider(lesson: Lesson) -> None:
    for step in lesson.steps:
        if isinstance(step.question, NumberQuestion):
            steps = (step.question.high - step.question.low) / step.question.step
            assert steps == int(steps) <= 100, step.id


# ------------------------------------------------------------------------------------------------------------- material


def texts(step: Step) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield what a step says, without what it leaves out: what it is, and the words by language."""
    yield from (("title", step.title), ("text", step.text))
    if any(step.note.values()):
        yield "note", step.note
    for sentence in (step.seen, step.otherwise, step.beside):
        if sentence is not None:
            yield "said", sentence.by_language
    if step.question is not None:
        yield "question", step.question.text
    for choice in step.question.choices if isinstance(step.question, ChoiceQuestion) else ():
        yield "choice", choice.text
        if any(choice.reveals.values()):
            yield "reveals", choice.reveals


@cache
def some_run(seed: int, wrong_labels: float) -> RunHistory:
    """Make up a run that shows all signs: it learns everything, and at some time nothing gets better any more."""
    random = np.random.default_rng(seed)
    epochs, best, last = np.arange(101), random.integers(15, 25), random.uniform(0.1, 0.9)
    history = made_up_run(
        training_accuracy=np.minimum(1, 0.1 + epochs / 40).tolist(),
        validation_accuracy=np.minimum(last, 0.1 + last * epochs / best).tolist(),
        wrong_labels=wrong_labels,
    )
    history.rows["validation_cost"] = np.where(epochs < best, 3 - epochs / 15, 1 + epochs / 100)
    return history


def made_up(lesson: Lesson, seed: int) -> Known:
    """Make up how the runs of a lesson went, and what was measured of their networks."""
    random, runs = np.random.default_rng(seed), {}
    for run in lesson.runs.values():
        history = copy(some_run(int(random.integers(10)), run.experiment.data.wrong_labels))
        history.experiment = run.experiment
        runs[run.name] = (history,) * run.seeds
    measurements = {one for step in lesson.steps for found in step.expressions() for one in found.measurements}
    return Known(runs=runs, measured={one: random.uniform() for one in sorted(measurements, key=str)})
