"""What a search for λ tries, and what its result means for the chosen experiment."""

from dataclasses import replace

import pytest

from nnreg_gui.engine.experiment import (
    LARGEST_SEED,
    DataSpec,
    Experiment,
    ExperimentError,
    RegularizationSpec,
    StoppingSpec,
    TrainingSpec,
)
from nnreg_gui.engine.repeats import seeds_from
from nnreg_gui.engine.searches.grids import GridPoint
from nnreg_gui.pages.finding_lambda.lambda_plan import (
    QUICK,
    THOROUGH,
    LambdaPlan,
    applied,
    applied_or_none,
    bare,
    sizes_around,
)

LARGE = Experiment(
    data=DataSpec(training_images=50_000),
    regularization=RegularizationSpec(penalty="l1", lambda_=3.0),
    training=TrainingSpec(batch_size=2_000, epochs=30, stopping=StoppingSpec(rule="gl", parameter=1.0)),
    seed=7,
)


def _point(penalty: str, lambda_: float, n: int = 1_000, dropout: float = 0.0, rate: float = 0.5) -> GridPoint:
    return GridPoint(penalty=penalty, lambda_=lambda_, dropout=dropout, training_images=n, learning_rate=rate)


def test_quick_is_nine_values_with_two_seeds_on_few_images() -> None:
    grid = QUICK.grid(LARGE)

    assert len(grid.points) == 2 * (9 + 1)
    assert {(one.data.training_images, one.training.epochs) for one in grid.search.experiments} == {(1_000, 60)}
    assert {one.seed for one in grid.search.experiments} == {7, 8}
    assert {one.training.stopping.rule for one in grid.search.experiments} == {"none"}


def test_thorough_keeps_images_and_epochs() -> None:
    grid = THOROUGH.grid(LARGE)

    assert len(grid.points) == 5 * (3 * 13 + 1)
    assert {(one.data.training_images, one.training.epochs) for one in grid.search.experiments} == {(50_000, 30)}


def test_crossing_multiplies() -> None:
    with_dropout = LambdaPlan(count=2, seeds=1, crossed="dropout").grid(LARGE)
    with_sizes = LambdaPlan(count=2, seeds=1, crossed="sizes").grid(LARGE)

    assert {point.dropout for point in with_dropout.points} == {0.0, 0.2, 0.5}
    assert {point.training_images for point in with_sizes.points} == {333, 1_000, 3_000}
    assert len(with_dropout.points) == len(with_sizes.points) == 9


def test_sizes_stay_within_the_data() -> None:
    assert sizes_around(DataSpec(training_images=50_000)) == (16_667, 50_000)
    assert sizes_around(DataSpec(training_images=1)) == (1, 3)


def test_what_is_chosen_of_the_penalty_makes_no_other_base() -> None:
    assert bare(LARGE) == bare(replace(LARGE, regularization=RegularizationSpec()))


def test_the_share_of_l1_is_the_experiments_where_it_is_searched_and_goes_with_what_is_found() -> None:
    experiment = replace(LARGE, regularization=RegularizationSpec(l1_ratio=0.8))
    plan = LambdaPlan(penalties=("l2", "elastic_net"), count=2, seeds=1)
    grid = plan.grid(experiment)

    assert LambdaPlan().base(experiment) == LambdaPlan().base(LARGE), "elsewhere it does not matter"
    assert plan.base(experiment) != plan.base(LARGE)
    assert {(point.penalty, point.l1_ratio) for point in grid.points} == {
        ("none", 0.5),
        ("l2", 0.5),
        ("elastic_net", 0.8),
    }
    net = next(point for point in grid.points if point.penalty == "elastic_net")
    assert grid.search.experiments[grid.points.index(net)].regularization.l1_ratio == 0.8
    assert applied(LARGE, net).regularization.l1_ratio == 0.8
    assert applied(experiment, _point("l2", 0.1)).regularization.l1_ratio == 0.8


def test_there_is_room_for_seeds() -> None:
    assert list(seeds_from(LARGEST_SEED, 2)) == [LARGEST_SEED - 1, LARGEST_SEED]


def test_a_penalty_is_put_into_the_experiment_and_nothing_else() -> None:
    experiment = Experiment(seed=5)
    chosen = applied(experiment, _point("l2", 0.3, dropout=0.5, rate=2.5))

    assert chosen == replace(experiment, regularization=RegularizationSpec(penalty="l2", lambda_=0.3))


def test_dropout_and_rate_come_along_on_request() -> None:
    chosen = applied(Experiment(), _point("l2", 0.3, dropout=0.5, rate=2.5), dropout=True, rate=True)

    assert chosen.regularization.dropout == 0.5
    assert chosen.training.learning_rate == 2.5


def test_the_same_lambda_per_image_where_n_is_another_one() -> None:
    assert applied(LARGE, _point("l2", 0.1)).regularization.lambda_ == 5.0


def test_what_cannot_be_is_not_applied() -> None:
    experiment = Experiment(training=TrainingSpec(learning_rate=500.0))
    with pytest.raises(ExperimentError):
        applied(experiment, _point("l2", 10.0))
    assert applied_or_none(experiment, _point("l2", 10.0)) is None
    assert applied_or_none(experiment, _point("none", 0.0)) == experiment
