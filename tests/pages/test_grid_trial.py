"""What was asked for, and what was found of it."""

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.grids import GridSearch, lambda_search
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.search import Search
from nnreg_gui.pages.grid_trial import GridTrial
from tests.pages.finding_lambda.search_material import Small, Trained, Trainer


@pytest.fixture
def trial(qtbot: QtBot) -> GridTrial:
    return GridTrial()


@pytest.fixture
def grid(small: Small) -> GridSearch:
    return lambda_search(small(epochs=1), lambdas=(0.0, 0.1, 1.0), seeds=(1, 2))


def test_a_grid_is_trained_and_found(trial: GridTrial, grid: GridSearch, trained: Trained, qtbot: QtBot) -> None:
    trainer = Trainer(trial, trained)
    trial.start_grid(grid)
    assert trial.running
    trainer.progress(0.5, 3.0)
    assert (trial.share, trial.seconds_left) == (0.5, 3.0)
    with qtbot.waitSignal(trial.ended):
        trainer.train_all()

    assert not trial.running
    assert trial.complete
    assert [one.seeds for one in trial.summaries()] == [2, 2, 2]
    assert all(trial.found[place].experiment == one for place, one in enumerate(grid.search.experiments))


def test_what_was_trained_before_is_not_trained_again(trial: GridTrial, small: Small) -> None:
    trainer, base = Trainer(trial), small(epochs=1)
    trial.start_grid(lambda_search(base, lambdas=(0.1, 1.0), seeds=(1,)))
    trainer.train_all()
    trial.start_grid(lambda_search(base, lambdas=(0.1, 0.3, 1.0), seeds=(1,)))

    assert [one.regularization.lambda_ for one in trainer.searches[-1].experiments] == [0.3]
    assert sorted(trial.found) == [0, 2]
    trainer.train_all()
    assert sorted(trial.found) == [0, 1, 2]
    trial.start_grid(lambda_search(base, lambdas=(0.1, 1.0), seeds=(1,)))
    assert len(trainer.searches) == 2
    assert trial.complete


def test_what_was_found_is_kept_after_a_cancel(trial: GridTrial, grid: GridSearch) -> None:
    trainer = Trainer(trial)
    trial.start_grid(grid)
    trainer.train(0, 3)
    trial.cancel()
    trainer.end()

    assert trainer.cancelled == ["lambda"]
    assert not trial.running
    assert not trial.complete
    assert sorted(trial.found) == [0, 3]


def test_what_has_no_result_is_kept_apart(trial: GridTrial, grid: GridSearch) -> None:
    trainer = Trainer(trial)
    trial.start_grid(grid)
    problem = Problem("It diverged.")
    trainer.fail(0, problem)
    trainer.train(*range(1, 6))
    trainer.end()

    assert trial.missing == {0: problem}
    assert trial.complete


def test_searches_of_others_do_not_matter(trial: GridTrial, grid: GridSearch) -> None:
    trial.start_grid(grid)
    other = Search("lambda", grid.search.experiments)
    trial.take_progress(other, 0.5, 1.0)
    trial.take_not_found(other, 0, Problem("It diverged."))
    trial.take_notice(other, Problem("Something happened."))
    trial.take_end(other, None)

    assert trial.running
    assert (trial.share, trial.missing, trial.problem) == (0.0, {}, None)


def test_what_happened_on_the_way_is_said_until_all_is_there(trial: GridTrial, grid: GridSearch) -> None:
    trainer, problem = Trainer(trial), Problem("A process ended.")
    trial.start_grid(grid)
    trial.take_notice(trainer.searches[-1], problem)
    assert trial.problem is problem

    trainer.train_all()
    assert trial.problem is None
