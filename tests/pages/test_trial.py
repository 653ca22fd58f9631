"""What was requested, and what was found of it."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.pages.trial import Trial
from nnreg_gui.replies import SearchReply
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import by_rule

EXPERIMENTS = FIRST, SECOND, THIRD = tuple(replace(Experiment(), seed=seed) for seed in (1, 2, 3))
ALL, PROBLEM = Search(EXPERIMENTS, networks=True), Problem("A process ended.")


@pytest.fixture
def trainer(qtbot: QtBot) -> Searching:
    return Searching(by_rule)


@pytest.fixture
def trial(trainer: Searching) -> Trial:
    return Trial(trainer, "noise")


@pytest.fixture
def said(trial: Trial) -> list[str]:
    """The signals of the trial, in order."""
    said: list[str] = []
    trial.changed.connect(lambda: said.append("changed"))
    trial.ended.connect(lambda: said.append("ended"))
    trial.run_found.connect(lambda history: said.append(f"seed {history.experiment.seed}"))
    return said


def test_it_says_what_is_found_how_far_it_is_and_when_it_ends(
    trial: Trial, trainer: Searching, said: list[str]
) -> None:
    assert not trial.complete, "nothing was asked for"
    trial.start(ALL)
    [reply] = trainer.replies
    assert (reply.page, reply.search.experiments, reply.search.networks) == ("noise", EXPERIMENTS, True)
    assert trial.running
    trainer.train(1, 0)
    assert (trial.share, trial.seconds_left, trial.done) == (0.5, 3.0, 2)
    trainer.train(2)
    trainer.end()

    assert said == ["changed", "seed 2", "seed 1", "changed", "seed 3", "changed", "changed", "ended"]
    assert [trial.found[place].experiment for place in range(3)] == [FIRST, SECOND, THIRD]
    assert trial.complete
    assert not trial.running


def test_known_runs_are_not_trained_again(trial: Trial, trainer: Searching, said: list[str]) -> None:
    known = {one: by_rule(one) for one in (FIRST, THIRD)}
    trial.start(ALL, known)
    assert (trainer.searches[0].experiments, trainer.searches[0].networks) == ((SECOND,), True)
    assert trial.found == {0: known[FIRST], 2: known[THIRD]}
    trainer.train_all()
    assert trial.found[1].experiment == SECOND
    assert said.count("seed 2") == said.count("ended") == 1

    trial.start(Search((THIRD,)), known)
    assert len(trainer.searches) == 1
    assert trial.found == {0: known[THIRD]}
    assert trial.complete
    assert not trial.running
    assert said.count("ended") == 2, "at once"


def test_starting_anew_cancels_the_search_before_and_hears_no_more_of_it(
    trial: Trial, trainer: Searching, said: list[str]
) -> None:
    trial.start(ALL)
    trainer.train(0)
    trial.start(Search((THIRD, SECOND)))
    before, present = trainer.replies
    assert trainer.cancelled == [before]
    assert (trial.found, trial.share, trial.seconds_left) == ({}, 0.0, -1.0)
    said.clear()
    before.found.emit(0, by_rule(FIRST))
    before.not_found.emit(1, PROBLEM)
    before.progressed.emit(0.9, 1.0)
    before.noticed.emit(PROBLEM)
    before.wait_for(present)
    before.ended.emit(PROBLEM)

    assert said == []
    assert trial.running
    assert (trial.found, trial.missing, trial.share, trial.problem, trial.waits_for) == ({}, {}, 0.0, None, "")
    trainer.train_all()
    assert [trial.found[place].experiment for place in range(2)] == [THIRD, SECOND]


def test_what_was_found_is_kept_after_a_cancel(trial: Trial, trainer: Searching) -> None:
    trial.start(ALL)
    trainer.train(0, 2)
    trial.cancel()
    trainer.end()

    assert trainer.cancelled == trainer.replies
    assert not trial.running
    assert not trial.complete
    assert sorted(trial.found) == [0, 2]
    assert trial.problem is None


def test_what_has_no_result_is_kept_apart(trial: Trial, trainer: Searching) -> None:
    trial.start(ALL, {FIRST: by_rule(FIRST)})
    trainer.fail(0, PROBLEM)
    trainer.train(1)
    trainer.end()

    assert trial.missing == {1: PROBLEM}
    assert sorted(trial.found) == [0, 2]
    assert trial.complete
    trial.start(ALL)
    assert trial.missing == {}


def test_it_knows_whose_search_must_end_before_its_own_begins(
    trial: Trial, trainer: Searching, said: list[str]
) -> None:
    assert trial.waits_for == ""
    trial.start(ALL)
    trainer.replies[0].wait_for(SearchReply(ALL, "ensemble", trial))
    assert trial.waits_for == "ensemble"
    trainer.replies[0].wait_for(None)
    assert trial.waits_for == ""
    assert said == 3 * ["changed"]

    trainer.replies[0].wait_for(SearchReply(ALL, "ensemble", trial))
    trainer.end()
    assert trial.waits_for == ""


def test_what_another_search_finds_before_its_own_begins_is_left_out(
    trial: Trial, trainer: Searching, said: list[str]
) -> None:
    first, known = trainer.begin(ALL, "dropout", trial), {one: by_rule(one) for one in EXPERIMENTS}
    trial.start(ALL)
    trainer.replies[-1].wait_for(first)
    trial.leave_out({SECOND: known[SECOND]})
    assert trainer.searches[-1].experiments == (FIRST, THIRD)
    assert trainer.cancelled == [trainer.replies[1]]

    trainer.replies[-1].wait_for(first)
    said.clear()
    trial.leave_out(known)
    assert (trial.running, said[-1]) == (False, "ended")


def test_a_search_that_has_begun_goes_on_with_all(trial: Trial, trainer: Searching) -> None:
    trial.start(ALL)
    trial.leave_out({one: by_rule(one) for one in EXPERIMENTS})

    assert trainer.cancelled == []
    assert trial.running


def test_what_happened_on_the_way_is_said_until_all_is_there(trial: Trial, trainer: Searching) -> None:
    trial.start(ALL)
    trainer.replies[0].noticed.emit(PROBLEM)
    assert trial.problem is PROBLEM
    trainer.train(0)
    trainer.end()
    assert trial.problem is PROBLEM

    trial.start(ALL)
    assert trial.problem is None
    trainer.replies[1].noticed.emit(PROBLEM)
    trainer.train_all()
    assert trial.problem is None


def test_it_tells_why_a_search_ended_before_its_end(trial: Trial, trainer: Searching, said: list[str]) -> None:
    trial.start(ALL)
    trainer.end(PROBLEM)

    assert trial.problem is PROBLEM
    assert not trial.running
    assert said[-2:] == ["changed", "ended"]
