"""Rehearsing: what a lesson needs, and whether what it claims has come out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.lessons.lesson_files import read_lesson
from nnreg_gui.lessons.rehearsal import Finding, Rehearsal
from nnreg_gui.lessons.rehearsal_table import claim_text, table_text
from tests.fixture_types import Trained
from tests.lessons.rehearsed_lesson import REHEARSED, written


def rehearsal_of(folder: Path, text: str = REHEARSED, other_seeds: int = 0) -> Rehearsal:
    return Rehearsal(read_lesson(written(folder, text)), other_seeds)


def answer(rehearsal: Rehearsal, digits: Digits) -> None:
    """Measure all that is missing."""
    for measurement in rehearsal.missing_measurements():
        answers = rehearsal.question(measurement).answers(digits)
        while True:
            try:
                next(answers)
            except StopIteration as end:
                rehearsal.keep(measurement, end.value)
                break


@pytest.fixture
def rehearsed(tmp_path: Path, trained: Trained, measured: Digits) -> Rehearsal:
    """The lesson, trained and measured."""
    rehearsal = rehearsal_of(tmp_path)
    for experiment in rehearsal.experiments:
        rehearsal.take(trained(experiment))
    answer(rehearsal, measured)
    return rehearsal


def verdicts(findings: list[Finding]) -> dict[tuple[str, str], bool]:
    return {(one.step, one.part): one.holds for one in findings}


def test_it_trains_what_steps_need_once_in_their_order(tmp_path: Path) -> None:
    rehearsal = rehearsal_of(tmp_path)
    runs = rehearsal.lesson.runs
    two = runs["two"].experiment

    assert rehearsal.experiments == (runs["short"].experiment, two, replace(two, seed=2))
    assert rehearsal.runs_with(runs["same"].experiment) == ["short", "same"]
    assert rehearsal.runs_with(replace(two, seed=2)) == ["two"]


def test_a_step_tells_what_it_needs(tmp_path: Path) -> None:
    rehearsal = rehearsal_of(tmp_path)
    first, _, noise, *_ = rehearsal.lesson.steps

    assert rehearsal.experiments_of(first) == rehearsal.experiments[:1]
    assert len(rehearsal.experiments_of(noise)) == 3


def test_other_seeds_are_other_networks(tmp_path: Path) -> None:
    seeds = [experiment.seed for experiment in rehearsal_of(tmp_path, other_seeds=100).experiments]

    assert seeds == [101, 101, 102]


def test_measured_is_only_what_is_trained(tmp_path: Path, trained: Trained, measured: Digits) -> None:
    rehearsal = rehearsal_of(tmp_path)
    assert rehearsal.missing_measurements() == []
    short, *two = rehearsal.experiments
    rehearsal.take(trained(short))
    assert [one.name for one in rehearsal.missing_measurements()] == ["noise"]
    for experiment in two:
        rehearsal.take(trained(experiment))
    assert [one.name for one in rehearsal.missing_measurements()] == ["average", "noise"]
    assert rehearsal.missing_measurements(rehearsal.lesson.steps[:2]) == []
    answer(rehearsal, measured)

    assert rehearsal.missing_measurements() == []


def test_claims_hold_or_do_not(rehearsed: Rehearsal) -> None:
    assert verdicts(rehearsed.findings("en")) == {
        ("parameters", "question"): True,
        ("parameters", "sentence"): True,
        ("curve", "question"): True,
        ("curve", "sentence"): True,
        ("noise", "question"): True,
        ("noise", "sentence"): True,
        ("wrong", "question"): False,  # two epochs are not on the slider
        ("wrong", "sentence"): False,
        ("never", "sentence"): False,  # it has no such epoch
    }


def test_what_came_out_is_said_as_in_the_lesson(rehearsed: Rehearsal) -> None:
    english, czech = ({(one.step, one.part): one.seen for one in rehearsed.findings(name)} for name in ("en", "cs"))

    assert english["parameters", "question"] == "3,985"
    assert english["parameters", "sentence"] == "It has 3,985."
    assert czech["parameters", "sentence"] == "Má jich 3\N{NO-BREAK SPACE}985."
    assert czech["noise", "question"] == "Víc"
    assert english["wrong", "question"] == "2"
    assert english["wrong", "sentence"].startswith("It knows ")
    assert english["never", "sentence"] == "Perfect since epoch –."


def test_a_claim_is_the_condition_of_the_file(rehearsed: Rehearsal) -> None:
    claims = {(one.step, one.part): claim_text(one) for one in rehearsed.findings("en")}

    assert claims["parameters", "sentence"] == "short.parameters == 3985"
    assert claims["parameters", "question"] == "short.parameters within 0 … 10000"
    assert claims["curve", "question"] == "the end of short.training_cost within 0 … 100"
    assert claims["noise", "question"] == "one of the choices is right"
    assert claims["never", "sentence"] == "the sentence has all its figures"


@pytest.mark.parametrize(
    ("low", "high", "holds"), [(0, 100, True), (0, 0.001, False)], ids=["on the paper", "off the paper"]
)
def test_a_curve_must_end_on_the_paper(tmp_path: Path, trained: Trained, low: float, high: float, holds: bool) -> None:
    rehearsal = rehearsal_of(tmp_path, REHEARSED.replace("low = 0\nhigh = 100\n\n", f"low = {low}\nhigh = {high}\n\n"))
    rehearsal.take(trained(rehearsal.experiments[0]))

    assert verdicts(rehearsal.findings("en"))["curve", "question"] is holds


def test_a_claim_without_its_runs_does_not_hold(tmp_path: Path, trained: Trained) -> None:
    rehearsal = rehearsal_of(tmp_path)
    rehearsal.take(trained(rehearsal.experiments[1]))

    assert not any(verdicts(rehearsal.findings("en")).values())
    assert {one.seen for one in rehearsal.findings("en")} == {"–"}


def test_a_run_that_comes_to_the_same_is_taken(tmp_path: Path, trained: Trained) -> None:
    rehearsal = rehearsal_of(tmp_path)
    rehearsal.take(trained(rehearsal.lesson.runs["same"].experiment))

    assert verdicts(rehearsal.findings("en"))["parameters", "sentence"]


# ---------------------------------------------------------------------------------------------------------- the table


def finding(**changes: Any) -> Finding:
    return replace(Finding("l2", "sentence", "l2.validation > off.validation", "4.3 points more.", True), **changes)


def test_the_table_is_aligned() -> None:
    rows = [finding(), finding(step="a-longer-id", claim="", holds=False)]

    assert table_text(rows, 107).split("\n") == [
        "step         claim                           seen                                             holds",
        "───────────  ──────────────────────────────  ───────────────────────────────────────────────  ─────────────",
        "l2           l2.validation > off.validation  4.3 points more.                                 holds",
        "a-longer-id  the sentence has all its        4.3 points more.                                 DOES NOT HOLD",
        "             figures",
    ]


@pytest.mark.parametrize("width", [10, 60, 80, 200])
def test_no_line_is_longer_than_the_terminal_is_wide(width: int) -> None:
    rows = [finding(step="s" * 40, claim="a" * 150, seen="words and words " * 20)]
    lines = table_text(rows, width).split("\n")

    assert max(map(len, lines)) <= max(60, width)
    assert "".join(line[:24].strip() for line in lines[2:]) == "s" * 40


def test_a_table_without_claims_has_its_head() -> None:
    assert len(table_text([], 80).split("\n")) == 2
