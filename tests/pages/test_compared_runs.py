"""Which runs to draw, and which two to compare."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import AugmentationSpec, DataSpec, Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.lecture_experiments import UNREGULARIZED, WITH_L1, WITH_L2
from nnreg_gui.pages.compared_runs import (
    MOST_RUNS,
    compared,
    differ_in_one_thing,
    measured_runs,
    missing_experiments,
    regularization_of,
    short_names,
    unfair_text,
)
from nnreg_gui.panels.experiment_text import images_text
from nnreg_gui.plots.drawn_run import DrawnRun

Make = Callable[..., DrawnRun]


@pytest.fixture
def make(small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory]) -> Make:
    """Make runs: all have the same two epochs, whatever their experiments say."""
    records = list(trained(small(epochs=2)).kept())
    rows = trained(small(epochs=2)).rows

    def run(number: int, penalty: str = "none", lambda_: float = 0.0, dropout: float = 0.0, **more: Any) -> DrawnRun:
        experiment = small(epochs=2, penalty=penalty, lambda_=lambda_, dropout=dropout)
        return DrawnRun(RunHistory.restored(experiment, rows, records), number, f"name {number}", **more)

    return run


def test_what_is_off_and_what_it_is_called(make: Make) -> None:
    runs = [make(1), make(2, "l2", 0.1), make(3, dropout=0.5), make(4, "l1", 0.1, dropout=0.5), make(5, "l2", 0.0)]

    assert [regularization_of(run).is_off for run in runs] == [True, False, False, False, True]
    assert list(short_names(runs[:4]).values()) == ["No regularization", "L2", "dropout 0.5", "L1, dropout 0.5"]


def test_a_long_name_leaves_a_sentence_room_for_what_it_says(make: Make) -> None:
    first, second = (replace(make(number), name=name, renamed=True) for number, name in ((1, "x" * 200), (2, "mine")))

    assert short_names([first, second]) == {1: "x" * 23 + "…", 2: "mine"}


def test_names_in_a_picture_say_first_what_differs_there(make: Make, small: Callable[..., Experiment]) -> None:
    def named(*runs: DrawnRun) -> list[str]:
        return list(short_names(runs).values())

    def of(number: int, **changes: Any) -> DrawnRun:
        return replace(make(number), history=RunHistory(replace(small(epochs=2), **changes)))

    turned, more = AugmentationSpec(rotation=180), DataSpec(training_images=2_000)
    off, rotated, much = of(1), of(2, augmentation=turned, data=more), of(3, data=more)
    assert named(off, rotated, much) == [images_text(100), "rotation ±180°", "No regularization"], (
        "most have 2,000 images"
    )
    assert named(of(1), make(2, "l2", 0.1), of(3, augmentation=turned), of(4, seed=7)) == [
        "No regularization",
        "L2",
        "rotation ±180°",
        "seed 7",
    ]
    assert named(off, rotated) == ["no augmentation", "rotation ±180°"], "one difference tells them apart"
    assert named(make(1, "l2", 0.1), make(2, "l2", 1.0)) == ["L2 λ 0.1", "L2 λ 1"]
    assert named(make(1), make(2, "l2", 0.1)) == ["No regularization", "L2"]
    assert named(make(1, "l2", 0.1), make(2, "l2", 0.1)) == ["L2", "L2"], "nothing differs"
    assert named(replace(off, name="mine", renamed=True), rotated) == ["mine", "rotation ±180°"]


def test_the_selected_run_is_compared_with_one_of_the_other_kind(make: Make) -> None:
    off, l2, l1 = make(1), make(2, "l2", 0.1), make(3, "l1", 0.1, selected=True)
    assert compared([off, l2, l1]) == [off, l1]
    assert compared([l2, l1]) == [l2, l1]
    assert compared([l1]) == [l1]
    assert compared([]) == []

    off = replace(off, selected=True)
    assert compared([l2, off]) == [off, l2], "the unregularized one comes first"


def test_the_baseline_is_what_others_are_compared_with(make: Make) -> None:
    off, l2, l1 = make(1), make(2, "l2", 0.1, baseline=True), make(3, "l1", 0.1, selected=True)

    assert compared([off, l2, l1]) == [l2, l1]


def test_of_too_many_runs_the_newest_are_drawn_and_those_that_are_compared(make: Make) -> None:
    runs = [make(number, "l2", 0.1, selected=number == 2) for number in range(1, 15)]
    runs[0] = make(1)
    numbers = [run.number for run in measured_runs(runs)]

    assert numbers == [1, 2, 9, 10, 11, 12, 13, 14]
    assert len(numbers) == MOST_RUNS
    assert measured_runs([make(1, live=True)]) == []


def test_what_is_there_need_not_be_trained(make: Make) -> None:
    history = make(1).history
    done = RunHistory.restored(WITH_L2, history.rows, history.kept())
    assert missing_experiments([]) == (UNREGULARIZED, WITH_L2, WITH_L1)
    assert missing_experiments([DrawnRun(done, 1)]) == (UNREGULARIZED, WITH_L2, WITH_L1), "it has not come to its end"

    done._count = WITH_L2.training.epochs + 1
    assert missing_experiments([DrawnRun(done, 1)]) == (UNREGULARIZED, WITH_L1)


def test_only_runs_that_differ_in_one_thing_may_be_judged(make: Make) -> None:
    def changed(run: DrawnRun, **changes: Any) -> DrawnRun:
        experiment = replace(run.history.experiment, **changes)
        return replace(run, history=RunHistory.restored(experiment, run.history.rows, run.history.kept()))

    off, l2 = make(1), make(2, "l2", 0.1)
    assert differ_in_one_thing(off, l2)
    assert differ_in_one_thing(off, changed(off, seed=7))
    assert unfair_text(off, l2) == ""
    unused = AugmentationSpec(elastic_sigma=7.0)  # for a deformation that is off
    assert differ_in_one_thing(off, changed(l2, augmentation=unused)), "what has no effect is no difference"
    for changes in ({"seed": 7}, {"data": DataSpec(training_images=2_000)}, {"cost": "mean_squared_error"}):
        assert not differ_in_one_thing(off, changed(l2, **changes))
    assert not differ_in_one_thing(off, replace(l2, epoch=1)), "the user looks back at one"
    assert unfair_text(off, changed(l2, seed=7)) == (
        "Runs 1 and 2 differ in more than one thing: No regularization, seed 1 against L2 λ 0.1, seed 7."
    )


def test_what_was_changed_in_mid_run_and_back_is_a_difference(make: Make) -> None:
    off, l2 = make(1), make(2, "l2", 0.1)
    before = l2.history.experiment
    faster = replace(before, training=replace(before.training, learning_rate=1.0))
    l2.history.changes = [Changed(0.5, before, faster), Changed(1.5, faster, before)]

    assert l2.history.current_experiment == before
    assert not differ_in_one_thing(off, l2)
    assert differ_in_one_thing(make(3, "l2", 0.1), l2)


def test_a_penalty_that_came_in_mid_run_is_one_difference(make: Make) -> None:
    off, later = make(1), make(2)
    before, after = later.history.experiment, make(3, "l2", 0.1).history.experiment
    later.history.changes = [Changed(1.5, before, after)]

    assert differ_in_one_thing(off, later)
