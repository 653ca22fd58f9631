"""Which formulas of an experiment are shown large."""

from dataclasses import replace

import pytest

from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec, TrainingSpec
from nnreg_gui.panels.formulas import formula, large_formulas


def _names(experiment: Experiment) -> list[list[list[str]]]:
    """Return the names of the drawings line by line; those of the penalty have an exclamation mark."""
    parts = [f"{one}_{which}" for one in ("becomes", "own", "descent", "slope", "slope_l2", "slope_l1", "amount",
                                      "slope_elastic_net", "amount_elastic_net", "velocity", "moved")
             for which in "wb"]  # fmt: skip
    terms = [f"term_{penalty}{biases}" for penalty in ("l1", "l2", "elastic_net") for biases in ("", "_biases")]
    by_svg = {
        formula(name): name
        for name in (
            *parts,
            *terms,
            *(f"whole_{one}" for one in COSTS),
            "factor",
            "factor_elastic_net",
            "dropout",
            "penalty_none",
        )
    }
    return [
        [[("!" if piece.stressed else "") + by_svg[piece.svg] for piece in one] for one in line]
        for line in large_formulas(experiment)
    ]


def _with(cost: str = "cross_entropy", **choices: object) -> Experiment:
    return Experiment(cost=cost, regularization=replace(RegularizationSpec(), **choices))


@pytest.mark.parametrize("cost", COSTS)
def test_without_a_penalty_nothing_is_stressed(cost: str) -> None:
    assert _names(_with(cost)) == [
        [["penalty_none"]],
        [[f"whole_{cost}"]],
        [["slope_w"], ["slope_b"]],
        [["becomes_w", "own_w", "descent_w"], ["becomes_b", "own_b", "descent_b"]],
    ]


def test_l2_scales_the_weight_and_leaves_the_bias() -> None:
    assert _names(_with(penalty="l2", lambda_=1.0)) == [
        [["penalty_none", "!term_l2"]],
        [["whole_cross_entropy", "!term_l2"]],
        [["slope_w", "!slope_l2_w"], ["slope_b"]],
        [["becomes_w", "!factor", "own_w", "descent_w"], ["becomes_b", "own_b", "descent_b"]],
    ]


def test_l1_takes_an_amount_and_biases_may_be_penalized_too() -> None:
    assert _names(_with("mean_squared_error", penalty="l1", lambda_=1.0, penalize_biases=True, dropout=0.5)) == [
        [["penalty_none", "!term_l1_biases"], ["dropout"]],
        [["whole_mean_squared_error", "!term_l1_biases"]],
        [["slope_w", "!slope_l1_w"], ["slope_b", "!slope_l1_b"]],
        [["becomes_w", "own_w", "!amount_w", "descent_w"], ["becomes_b", "own_b", "!amount_b", "descent_b"]],
    ]


def test_with_momentum_a_velocity_moves_weights_and_biases() -> None:
    moving = replace(_with(penalty="l2", lambda_=1.0), training=TrainingSpec(momentum=0.9))
    *_, velocities, steps = _names(moving)
    assert velocities == [["velocity_w"], ["velocity_b"]]
    assert steps == [["becomes_w", "!factor", "own_w", "moved_w"], ["becomes_b", "own_b", "moved_b"]]


def test_an_elastic_net_scales_the_weight_and_takes_an_amount() -> None:
    assert _names(_with(penalty="elastic_net", lambda_=1.0, penalize_biases=True)) == [
        [["penalty_none", "!term_elastic_net_biases"]],
        [["whole_cross_entropy", "!term_elastic_net_biases"]],
        [["slope_w", "!slope_elastic_net_w"], ["slope_b", "!slope_elastic_net_b"]],
        [
            ["becomes_w", "!factor_elastic_net", "own_w", "!amount_elastic_net_w", "descent_w"],
            ["becomes_b", "!factor_elastic_net", "own_b", "!amount_elastic_net_b", "descent_b"],
        ],
    ]
    assert _names(_with(penalty="elastic_net", lambda_=1.0))[3][1] == ["becomes_b", "own_b", "descent_b"]
