"""What was requested at the points of a grid, and what was found there."""

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.searches.grids import lambda_search
from nnreg_gui.pages.grid_trial import GridTrial
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import Small, Trained, by_rule


@pytest.fixture
def trainer(qtbot: QtBot) -> Searching:
    return Searching(by_rule)


@pytest.fixture
def trial(trainer: Searching) -> GridTrial:
    return GridTrial(trainer, "lambda")


def test_a_grid_is_trained_and_found(
    trial: GridTrial, trainer: Searching, small: Small, trained: Trained, qtbot: QtBot
) -> None:
    trainer.run_of, grid = trained, lambda_search(small(epochs=1), lambdas=(0.0, 0.1, 1.0), seeds=(1, 2))
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


def test_what_was_trained_before_is_not_trained_again(trial: GridTrial, trainer: Searching, small: Small) -> None:
    base = small(epochs=1)
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
