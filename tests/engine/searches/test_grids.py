"""Grids: their experiments, the point at each place, and the results."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.experiment import DataSpec, Experiment, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.searches.grids import (
    GridPoint,
    PointSummary,
    as_good_as,
    best_of,
    lambda_grid,
    lambda_search,
    rate_search,
    sizes_search,
    summarize,
)
from nnreg_gui.engine.spread import Spread
from tests.fixture_types import Small, Trained

BASE = Experiment(training=TrainingSpec(epochs=60))


def test_values_of_lambda_are_evenly_spaced_on_a_logarithmic_axis() -> None:
    assert lambda_grid(0.01, 10, count=4) == (0.01, 0.1, 1.0, 10.0)
    assert lambda_grid(0.01, 1, count=5) == (0.01, 0.032, 0.1, 0.32, 1.0)
    eight = lambda_grid(0.01, 10, count=8)
    assert len(eight) == 8
    assert (eight[0], eight[-1]) == (0.01, 10.0)
    np.testing.assert_allclose(np.diff(np.log(eight)), np.log(1_000) / 7, rtol=0.1)


@pytest.mark.parametrize("wrong", [(0, 1), (1, 1), (2, 1), (-1, 1)])
def test_an_axis_that_cannot_be_is_refused(wrong: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="does not hold"):
        lambda_grid(*wrong, count=3)


def test_values_of_lambda_are_crossed_with_penalties_and_seeds() -> None:
    grid = lambda_search(BASE, lambdas=(0.1, 1), penalties=("l1", "l2"), seeds=(4, 5))

    found = {(e.regularization.penalty, e.regularization.lambda_, e.seed) for e in grid.search.experiments}
    assert found == {(p, l, s) for p in ("l1", "l2") for l in (0.1, 1.0) for s in (4, 5)}  # noqa: E741
    assert len(grid.search.experiments) == len(grid.points) == 8
    assert [grid.seed(place) for place in range(8)] == [4] * 4 + [5] * 4  # a picture of everything comes first
    for place, (point, experiment) in enumerate(zip(grid.points, grid.search.experiments, strict=True)):
        assert (point.penalty, point.lambda_) == (experiment.regularization.penalty, experiment.regularization.lambda_)
        assert point.experiment(BASE, experiment.seed) == experiment
        assert place in grid.places(point)
    assert len(grid.distinct) == 4


def test_lambda_zero_is_trained_once_for_all_penalties() -> None:
    grid = lambda_search(BASE, lambdas=(0, 1), penalties=("l1", "l2"), seeds=(1,))

    assert [(point.penalty, point.lambda_) for point in grid.points] == [("none", 0), ("l1", 1), ("l2", 1)]
    assert grid.search.experiments[0].regularization == RegularizationSpec()


def test_a_lambda_that_would_flip_the_weights_is_left_out_and_named() -> None:
    grid = lambda_search(BASE, lambdas=(1, 1_999, 2_000, 5_000), seeds=(1, 2))  # η 0.5, n = 1,000

    assert [point.lambda_ for point in grid.distinct] == [1, 1_999]
    assert [point.lambda_ for point in grid.left_out] == [2_000, 5_000]


def test_dropout_and_training_set_sizes_may_be_crossed_with_lambda() -> None:
    grid = lambda_search(BASE, lambdas=(0.1, 1), seeds=(1,), dropouts=(0, 0.5), sizes=(5, 1_000))

    assert len(grid.points) == 8
    assert {(p.dropout, p.training_images) for p in grid.points} == {(d, n) for d in (0, 0.5) for n in (5, 1_000)}
    few = next(e for e in grid.search.experiments if e.data.training_images == 5)
    assert few.training.batch_size == 5  # a mini-batch is no larger than the training set


def test_learning_rates_are_tried_without_a_penalty() -> None:
    grid = rate_search(BASE, rates=(0.1, 0.5), seeds=(1, 2))

    assert {e.training.learning_rate for e in grid.search.experiments} == {0.1, 0.5}
    assert {point.penalty for point in grid.points} == {"none"}
    assert len(grid.points) == 4


def test_training_set_sizes_are_tried_with_and_without_regularization_with_lambda_over_n_constant() -> None:
    base = Experiment(
        data=DataSpec(training_images=1_000),
        regularization=RegularizationSpec(penalty="l2", lambda_=0.1, dropout=0.2),
        training=TrainingSpec(epochs=60),
    )

    grid = sizes_search(base, sizes=(100, 50_000), seeds=(1, 2), most_seen=150_000)

    assert len(grid.points) == 8
    off = [point for point in grid.distinct if point.penalty == "none"]
    on = [point for point in grid.distinct if point.penalty == "l2"]
    assert [point.training_images for point in off] == [point.training_images for point in on] == [100, 50_000]
    assert [point.dropout for point in off] == [0, 0]
    assert [point.lambda_ / point.training_images for point in on] == pytest.approx([1e-4, 1e-4])
    assert {(e.data.training_images, e.training.epochs) for e in grid.search.experiments} == {(100, 60), (50_000, 3)}


def test_sizes_of_an_unregularized_experiment_are_trained_once() -> None:
    assert len(sizes_search(BASE, sizes=(100, 200), seeds=(1,)).points) == 2


def test_what_was_found_is_summed_up_over_the_seeds(trained: Trained, small: Small) -> None:
    grid = lambda_search(small(epochs=3), lambdas=(0.1, 1, 10), seeds=(1, 2))
    found = {place: trained(grid.search.experiments[place]) for place in (0, 1, 3)}  # λ 10 is not trained yet

    both, one = summarize(grid, found)

    assert (both.point.lambda_, both.seeds, one.point.lambda_, one.seeds) == (0.1, 2, 1, 1)
    best = [found[place].column("validation_accuracy").max() for place in (0, 3)]
    assert both.validation_accuracy.mean == pytest.approx(np.mean(best))
    assert both.validation_accuracy.spread == pytest.approx(abs(best[0] - best[1]) / np.sqrt(2))
    epoch = int(found[1].column("validation_accuracy").argmax())
    assert one.training_accuracy.mean == found[1].column("training_accuracy")[epoch]
    assert (one.best_epoch.mean, one.best_epoch.spread) == (epoch, 0)
    assert best_of([both, one]) is max((both, one), key=lambda summary: summary.validation_accuracy.mean)
    assert best_of([]) is None
    assert summarize(grid, {}) == ()


def _summary(lambda_: float, mean: float, *, penalty: str = "l2", seeds: int = 2) -> PointSummary:
    point = GridPoint(penalty=penalty, lambda_=lambda_, dropout=0, training_images=1_000, learning_rate=0.5)
    accuracy = Spread(mean, 0.004 if seeds > 1 else 0.0, seeds)
    return PointSummary(point, seeds, accuracy, Spread(1.0, 0.0, seeds), Spread(3.0, 0.0, seeds))


def test_neighbours_within_one_standard_error_may_be_as_good() -> None:
    # Two seeds each, both with deviation 0.004: the standard error of a difference is 0.004, too.
    found = [_summary(*one) for one in ((0.03, 0.878), (0.1, 0.87), (0.3, 0.8765), (1, 0.88), (3, 0.877), (10, 0.86))]

    assert as_good_as(found[3], found) == (0.3, 3)  # a value beyond a worse one is no neighbour
    assert as_good_as(found[3], [*found, _summary(4, 0.88, penalty="l1")]) == (0.3, 3)
    assert as_good_as(found[3], found[3:4]) == (1, 1)


def test_of_one_seed_each_nothing_is_said_to_be_as_good() -> None:
    found = [_summary(0.3, 0.88, seeds=1), _summary(1, 0.88, seeds=1)]
    assert as_good_as(found[0], found) == (0.3, 0.3)


def test_learning_rates_may_be_as_good_as_each_other_too() -> None:
    one = _summary(0, 0.88, penalty="none")
    other = replace(_summary(0, 0.879, penalty="none"), point=replace(one.point, learning_rate=1.0))
    assert as_good_as(one, [one, other], "learning_rate") == (0.5, 1.0)


def test_points_are_equal_by_what_they_are() -> None:
    grid = lambda_search(BASE, lambdas=(0.1,), seeds=(1,))

    assert grid.points[0] == GridPoint(penalty="l2", lambda_=0.1, dropout=0, training_images=1_000, learning_rate=0.5)
