"""The book's path to λ, step by step."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.experiment import Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.pages.finding_lambda.path_steps import DECADES, ONE, RATE, REFINE, PathSteps
from nnreg_gui.pages.grid_trial import GridTrial
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import made_up_run


@pytest.fixture
def path(trial: GridTrial) -> PathSteps:
    path = PathSteps(trial)
    path.set_experiment(Experiment(seed=4))
    return path


def _lambdas(path: PathSteps, step: int) -> list[float]:
    return [one.point.lambda_ for one in path.summaries(step)]


def test_each_step_rests_on_the_one_before(path: PathSteps, trainer: Searching) -> None:
    path.choose(RATE)
    trainer.train_all()
    assert path.rate == 1.0
    assert path.done == {RATE}

    path.choose(ONE)
    assert {one.training.learning_rate for one in trainer.searches[-1].experiments} == {1.0}
    trainer.train_all()
    assert _lambdas(path, ONE) == [0.0, 1.0]

    path.choose(DECADES)
    trainer.train_all()
    assert _lambdas(path, DECADES) == [0.0, 0.01, 0.1, 1.0, 10.0]
    assert path.best_decade == 0.1

    path.choose(REFINE)
    trainer.train_all()
    assert path.result is not None
    assert (path.result.lambda_, path.result.learning_rate) == (0.3, 1.0)
    assert path.done == {RATE, ONE, DECADES, REFINE}
    for search in trainer.searches:
        assert {one.seed for one in search.experiments} == {4, 5}
        assert {one.data.training_images for one in search.experiments} == {1_000}


def test_the_last_step_does_the_others_first(path: PathSteps, trainer: Searching) -> None:
    path.choose(REFINE)
    trainer.train_all()

    assert path.done == {RATE, ONE, DECADES, REFINE}
    assert path.step == REFINE


@pytest.mark.parametrize(("best", "decades"), [(1.0, [0.1, 1, 10]), (100.0, [0.1, 1, 10, 100, 1_000])])
def test_powers_of_ten_are_tried_until_the_best_is_between_others(
    path: PathSteps, trainer: Searching, best: float, decades: list[float]
) -> None:
    def peak(experiment: Experiment) -> RunHistory:
        lambda_ = experiment.regularization.lambda_
        return made_up_run(experiment, 0.8 - 0.02 * abs(np.log10(lambda_ / best)) if lambda_ else 0.6)

    trainer.run_of = peak
    path.choose(DECADES)
    trainer.train_all()

    assert _lambdas(path, DECADES) == [0.0, *decades]


def test_a_penalty_step_above_one_is_not_tried(path: PathSteps, trainer: Searching) -> None:
    def more_is_better(experiment: Experiment) -> RunHistory:
        spec = experiment.regularization
        return made_up_run(experiment, 0.5 + spec.lambda_ / 1e6 + experiment.training.learning_rate / 1e3)

    trainer.run_of = more_is_better
    path.choose(REFINE)
    trainer.train_all()

    assert path.rate == 5.0
    assert max(_lambdas(path, DECADES)) == 100  # with 1,000, ηλ/n would be 5
    assert all(one.penalty_step < 1 for search in trainer.searches for one in search.experiments)


def test_a_cancelled_step_keeps_what_it_found_and_is_not_done(path: PathSteps, trainer: Searching) -> None:
    path.choose(REFINE)
    trainer.train(0, 1, 2)
    path.trial.cancel()
    trainer.end()

    assert path.done == set()
    assert len(path.summaries()) == 3
    path.choose(RATE)
    assert len(trainer.searches[-1].experiments) == 13
    trainer.train_all()
    assert path.done == {RATE}


def test_a_step_without_any_result_is_not_done(path: PathSteps, trainer: Searching) -> None:
    path.choose(RATE)
    for place in range(16):
        trainer.fail(place, Problem("It diverged."))
    trainer.end()

    assert path.done == set()
    assert path.rate is None
    assert path.result is None


def test_steps_can_be_looked_at_again_and_done_again(path: PathSteps, trainer: Searching) -> None:
    path.choose(ONE)
    trainer.train_all()
    searches = len(trainer.searches)
    path.choose(RATE)
    assert (path.step, len(trainer.searches)) == (RATE, searches)
    assert len(path.summaries()) == 8

    path.set_experiment(Experiment(seed=4, network=NetworkSpec(hidden=(10,))))
    assert path.is_of_another
    path.choose(RATE)
    assert trainer.searches[-1].experiments[0].network.hidden == (10,)
    assert path.done == set()
    assert not path.is_of_another


def test_while_a_step_is_trained_others_can_be_chosen(path: PathSteps, trainer: Searching) -> None:
    path.choose(RATE)
    trainer.train_all()
    path.choose(ONE)
    path.choose(RATE)
    assert path.step == RATE
    path.choose(DECADES)
    assert path.step == ONE
    trainer.train_all()

    assert path.done == {RATE, ONE, DECADES}


def test_the_found_rate_makes_no_other_experiment(path: PathSteps, trainer: Searching) -> None:
    path.choose(RATE)
    trainer.train_all()
    path.set_experiment(replace(Experiment(seed=4), training=TrainingSpec(learning_rate=1.0)))
    assert not path.is_of_another

    path.begin_anew()
    assert path.done == {RATE}  # at once: the runs are known
