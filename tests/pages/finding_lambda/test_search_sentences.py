"""Sentences about searches."""

from dataclasses import replace

import pytest

from nnreg_gui.engine.experiment import AugmentationSpec, RegularizationSpec
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.searches.grids import GridPoint, PointSummary, Spread, lambda_search, rate_search, summarize
from nnreg_gui.pages.finding_lambda.search_sentences import (
    best_text,
    doubt_text,
    lambda_conclusion,
    measured_text,
    point_text,
    spread_text,
    trial_remarks,
)
from nnreg_gui.pages.grid_trial import GridTrial
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import Small, by_rule

SPACE = "\N{NO-BREAK SPACE}"
pytestmark = pytest.mark.usefixtures("qapp")


def test_points_and_accuracies_are_named(small: Small) -> None:
    grid = lambda_search(small(), lambdas=(0.0, 0.3), seeds=(1, 2))
    off, on = summarize(grid, {place: by_rule(one) for place, one in enumerate(grid.search.experiments)})

    assert point_text(off.point) == "no penalty"
    assert point_text(on.point, "dropout") == "L2 λ = 0.3, p 0"
    assert point_text(on.point, "sizes") == "L2 λ = 0.3, n 100"
    assert best_text(on) == f"best: L2 λ = 0.3, 89.4{SPACE}% ± 0.1"
    assert spread_text(Spread(0.5, 0.0), seeds=1) == f"50.0{SPACE}%"


def test_it_is_said_on_what_was_measured(small: Small) -> None:
    base = small(images=300, hidden=(20,), epochs=7, batch_size=5)
    text = measured_text(lambda_search(base, lambdas=(0.0, 0.3), seeds=(4, 5)))
    for part in ("300 images", "7 epochs", "seeds 4 to 5", "784-20-10", "large weights", "η 0.5", "m 5"):
        assert part in text

    other = replace(
        base,
        augmentation=AugmentationSpec(rotation=10),
        regularization=RegularizationSpec(dropout=0.5),
        cost="mean_squared_error",
        network=replace(base.network, activation="tanh"),
    )
    text = measured_text(rate_search(other, rates=(0.1, 1.0), seeds=(1,)))
    for part in ("seed 1", "tanh", "mean squared error", "dropout 0.5", "10"):
        assert part in text
    assert "η" not in text

    net = replace(base, regularization=RegularizationSpec(l1_ratio=0.8))
    for penalties, said in ((("l2", "elastic_net"), True), (("l2", "l1"), False)):
        text = measured_text(lambda_search(net, lambdas=(0.0, 0.3), seeds=(1,), penalties=penalties))
        assert ("L1 share 0.8" in text) is said


def test_what_went_wrong_is_named(trial: GridTrial, trainer: Searching, small: Small) -> None:
    trial.start_grid(lambda_search(small(), lambdas=(0.0, 0.3, 1_000.0, 3_000.0), seeds=(1, 2)))
    assert trial_remarks(trial) == ["Left out, as ηλ/n would not be below 1: λ = 1,000; 3,000."]

    trainer.fail(1, Problem("It diverged."))
    trainer.train(0)
    trainer.end(Problem("Nothing can be reached."))
    remarks = trial_remarks(trial)
    assert remarks[1] == "Without a result: L2 λ 0.3, η 0.5 (seed 1). It diverged."
    assert "1 of 4 runs" in remarks[2]
    assert remarks[3] == "Nothing can be reached."


def test_a_search_that_is_complete_needs_no_remark(trial: GridTrial, trainer: Searching, small: Small) -> None:
    assert trial_remarks(trial) == []
    trial.start_grid(lambda_search(small(), lambdas=(0.0, 0.3), seeds=(1,)))
    trainer.train_all()

    assert trial_remarks(trial) == []


def _found(penalty: str, lambda_: float, *accuracies: float, images: int = 1_000) -> PointSummary:
    point = GridPoint(penalty=penalty, lambda_=lambda_, dropout=0.0, training_images=images, learning_rate=0.5)
    return PointSummary(point, len(accuracies), Spread.of(accuracies), Spread(1.0, 0.0), Spread(5.0, 0.0))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], ""),
        (
            [_found("none", 0, 0.8, 0.81), _found("l2", 1, 0.9, 0.91)],
            "L2 λ = 1 helps: +10.0 points against no penalty.",
        ),
        (
            [_found("none", 0, 0.8, 0.81), _found("l2", 1, 0.9, 0.91), _found("l2", 2, 0.899, 0.909)],
            "L2 helps, best with λ from 1 to 2.",
        ),
        (
            [_found("none", 0, 0.8, 0.84), _found("l1", 1, 0.81, 0.85)],
            "No λ clearly helps: the best is L1 λ = 1, +1.0 points.",
        ),
        (
            [_found("none", 0, 0.8, 0.81), _found("l2", 1, 0.7, 0.71)],
            "No λ helps here: without a penalty the network is best.",
        ),
        (
            [_found("none", 0, 0.8, 0.81), _found("elastic_net", 1, 0.9, 0.91)],
            "Elastic net λ = 1 helps: +10.0 points against no penalty.",
        ),
        ([_found("none", 0, 0.8), _found("l2", 1, 0.9)], "With one seed each, L2 λ = 1 comes out best: +10.0 points."),
        ([_found("l2", 1, 0.9, 0.91)], "L2 λ = 1 is best, but no run without a penalty is there."),
    ],
)
def test_a_penalty_helps_only_where_seeds_do_not_explain_it(found: list[PointSummary], said: str) -> None:
    assert lambda_conclusion(found) == said


def test_a_lambda_that_clearly_helps_is_told_though_another_one_has_the_highest_mean() -> None:
    found = [_found("none", 0, 0.8, 0.81), _found("l2", 1, 0.83, 0.831), _found("l2", 2, 0.75, 0.92)]
    assert lambda_conclusion(found) == "L2 helps, best with λ from 1 to 2."


def test_a_lambda_that_helps_with_few_images_is_told_though_none_helps_with_the_most() -> None:
    few = [_found("none", 0, 0.7, 0.71, images=300), _found("l2", 1, 0.8, 0.81, images=300)]
    many = [_found("none", 0, 0.9, 0.91), _found("l2", 1, 0.88, 0.89)]

    said = lambda_conclusion([*few, *many], "sizes")
    assert said == "L2 λ = 1, n 300 helps: +10.0 points against no penalty."


def test_a_best_value_of_which_a_seed_has_no_result_is_not_said_to_have_been_tried_with_one() -> None:
    found = [_found("l2", 1, 0.9, 0.92), _found("l2", 2, 0.915), _found("l2", 3, 0.7, 0.72)]

    assert doubt_text(found[1], found) == "Within one standard error of it: λ from 1 to 2."
    assert doubt_text(found[1], found[1:2]) == "One seed each does not tell neighbours apart."
