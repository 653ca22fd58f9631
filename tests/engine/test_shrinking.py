"""Weights on which only the penalty acts, checked by hand."""

import numpy as np
import pytest

from nnreg_gui.engine.shrinking import ShrinkingNumbers, ShrinkingWeights, change, drawn_weights, shrunk


def test_one_step_worked_out_by_hand() -> None:
    # η = 0.5, n = 100: ηλ/n is 1/4 for L2 with λ = 50, and 1/8 for L1 with λ = 25.
    numbers = ShrinkingNumbers(lambda_l2=50, lambda_l1=25, learning_rate=0.5, training_images=100)
    start = np.array([2.0, 0.5, 0.0625, 0.0, -1.0], np.float32)
    after = ShrinkingWeights.at(start).after(1, numbers)

    assert after.l2.tolist() == [1.5, 0.375, 0.046875, 0.0, -0.75]
    assert after.l1.tolist() == [1.875, 0.375, -0.0625, 0.0, -0.875]  # steps across 0; exactly 0 stays
    assert after.mini_batches == 1
    assert after.start.tolist() == start.tolist() == [2.0, 0.5, 0.0625, 0.0, -1.0]


def test_the_change_is_proportional_under_l2_and_constant_under_l1() -> None:
    weights = np.array([-2.0, -0.5, 0.0, 0.5, 2.0])

    assert change("l2", weights, 0.125).tolist() == [0.25, 0.0625, 0.0, -0.0625, -0.25]
    assert change("l1", weights, 0.125).tolist() == [0.125, 0.125, 0.0, -0.125, -0.125]


@pytest.mark.parametrize(("lambda_l1", "lambda_l2", "crossing"), [(0.1, 0.1, 1.0), (0.3, 0.1, 3.0), (0.05, 0.2, 0.25)])
def test_at_the_crossing_both_take_the_same(lambda_l1: float, lambda_l2: float, crossing: float) -> None:
    numbers = ShrinkingNumbers(lambda_l1=lambda_l1, lambda_l2=lambda_l2)
    assert numbers.crossing == pytest.approx(crossing)
    place = np.array([crossing, 0.9 * crossing, 1.1 * crossing])
    l2, l1 = (-change(penalty, place, numbers.penalty_step(penalty)) for penalty in ("l2", "l1"))

    assert l2[0] == pytest.approx(l1[0])
    assert l2[1] < l1[1]
    assert l2[2] > l1[2]


def test_without_a_penalty_there_is_no_crossing() -> None:
    assert ShrinkingNumbers(lambda_l1=0.0).crossing is None
    assert ShrinkingNumbers(lambda_l2=0.0).crossing is None


def test_many_steps_follow_the_closed_forms_until_l1_reaches_zero() -> None:
    start = np.array([1.5, 0.02], np.float32)
    step = ShrinkingNumbers().penalty_step("l1")
    assert step == pytest.approx(5e-5)

    assert shrunk("l2", start, step, 1_000) == pytest.approx(start * (1 - step) ** 1_000, rel=2e-4)
    large, small = shrunk("l1", start, step, 1_000)
    assert large == pytest.approx(1.5 - 0.05, abs=1e-4)
    assert 0 < abs(small) <= 1.001 * step  # back and forth across 0


def test_drawn_weights_are_the_same_for_the_same_seed_and_sorted() -> None:
    weights = drawn_weights(16, 1)

    assert weights.dtype == np.float32
    assert np.array_equal(weights, drawn_weights(16, 1))
    assert not np.array_equal(weights, drawn_weights(16, 2))
    assert (np.diff(weights) <= 0).all()
    assert np.std(drawn_weights(10_000, 1)) == pytest.approx(1.0, abs=0.03)
