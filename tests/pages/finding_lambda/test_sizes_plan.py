"""Which sizes to train, and for how long."""

import pytest

from nnreg_gui.engine.experiment import DataSpec, Experiment, RegularizationSpec, StoppingSpec, TrainingSpec
from nnreg_gui.pages.finding_lambda.sizes_plan import ALL_SIZES, QUICK_SIZES, SizesPlan


@pytest.mark.parametrize("plan", [QUICK_SIZES, ALL_SIZES])
def test_no_run_sees_more_than_it_should(plan: SizesPlan) -> None:
    grid = plan.grid(Experiment())

    assert len(grid.points) == len(plan.sizes) * 2 * plan.seeds
    assert {point.training_images for point in grid.points} >= {100, 50_000}
    assert all(one.training.epochs * one.data.training_images <= plan.most_seen for one in grid.search.experiments)
    assert max(one.training.epochs for one in grid.search.experiments) == plan.epochs


def test_lambda_is_scaled_with_n() -> None:
    grid = QUICK_SIZES.grid(Experiment(regularization=RegularizationSpec(penalty="l1", lambda_=0.2)))
    shares = {point.lambda_ / point.training_images for point in grid.points if point.penalty == "l1"}

    assert all(share == pytest.approx(0.0002) for share in shares)
    assert {point.penalty for point in grid.points} == {"none", "l1"}


def test_without_regularization_it_is_that_of_the_book() -> None:
    off = Experiment(data=DataSpec(training_images=50_000), regularization=RegularizationSpec(penalty="l2"))

    assert QUICK_SIZES.base(off).regularization == RegularizationSpec(penalty="l2", lambda_=5.0)


def test_dropout_alone_is_regularization_too() -> None:
    base = QUICK_SIZES.base(
        Experiment(
            regularization=RegularizationSpec(penalty="l2", lambda_=0.0, dropout=0.5),
            training=TrainingSpec(stopping=StoppingSpec(rule="gl")),
        )
    )

    assert base.regularization == RegularizationSpec(dropout=0.5)
    assert base.training.stopping.rule == "none"
