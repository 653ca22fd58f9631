"""When a run is judged again, and when not."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.overfitting import DEFAULT_THRESHOLDS, YES, overfitting_signs
from nnreg_gui.pages.learning.signs_of_run import SignsOfRun
from nnreg_gui.plots.drawn_run import DrawnRun
from tests.pages.learning.signs_material import grow, history_with, recorded

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture(scope="module")
def curves() -> np.ndarray:
    return recorded("images_1000_off")[:, :61]


def test_a_run_is_judged_again_only_when_it_has_grown(curves: np.ndarray, small: Small, trained: Trained) -> None:
    signs, history = SignsOfRun(), history_with(curves, small, trained, 20)
    assert signs.judge(None)
    assert signs.whole is None
    assert signs.judge(DrawnRun(history, 1, live=True))
    assert not signs.judge(DrawnRun(history, 1, live=True))

    grow(history, curves, trained(small(epochs=1)), 21)
    assert signs.judge(DrawnRun(history, 1, live=True))
    assert signs.whole is not None
    assert len(signs.whole.signs["gap"].state) == 22


def test_other_thresholds_and_other_runs_are_reasons_too(curves: np.ndarray, small: Small, trained: Trained) -> None:
    signs, history = SignsOfRun(), history_with(curves, small, trained, 60)
    signs.judge(DrawnRun(history, 1))
    signs.thresholds = replace(DEFAULT_THRESHOLDS, gap=0.5)
    assert signs.judge(DrawnRun(history, 1))
    assert signs.whole is not None
    assert signs.whole.signs["gap"].state[-1] != YES

    assert signs.judge(DrawnRun(history_with(curves, small, trained, 60), 1))
    assert signs.judge(None)
    assert (signs.whole, signs.looked_at) == (None, None)


def test_looking_back_shows_what_was_said_then(curves: np.ndarray, small: Small, trained: Trained) -> None:
    signs, history = SignsOfRun(), history_with(curves, small, trained, 60)
    signs.judge(DrawnRun(history, 1))
    assert signs.judge(DrawnRun(history, 1, epoch=12))
    assert not signs.judge(DrawnRun(history, 1, epoch=12))

    assert signs.whole is not None
    assert signs.looked_at is not None
    assert all(sign.state[-1] == YES for sign in signs.whole.signs.values())
    assert all(len(sign.state) == 13 for sign in signs.looked_at.signs.values())
    assert not any(sign.state[-1] == YES for sign in signs.looked_at.signs.values())
    assert signs.judge(DrawnRun(history, 1))
    assert signs.looked_at is signs.whole


def test_of_repeats_the_means_are_judged(small: Small, trained: Trained) -> None:
    both = [recorded("images_1000_off", seed)[:, :61] for seed in (1, 2)]
    histories = tuple(history_with(one, small, trained, 60) for one in both)
    signs = SignsOfRun()
    signs.judge(DrawnRun(histories[0], 1, repeats=histories))

    assert signs.whole is not None
    expected = overfitting_signs(*np.mean(both, axis=0))
    assert signs.whole.lowest_cost == expected.lowest_cost
    np.testing.assert_array_equal(signs.whole.signs["costs"].state, expected.signs["costs"].state)


def test_a_long_run_that_goes_on_is_judged_when_it_has_grown_by_a_hundredth(small: Small, trained: Trained) -> None:
    course = recorded("images_1000_off")
    curves = np.concatenate([course, np.repeat(course[:, -1:], 3_000, axis=1)], axis=1)
    signs, history, pattern = SignsOfRun(), history_with(curves, small, trained, 2_500), trained(small(epochs=1))
    signs.judge(DrawnRun(history, 1, live=True))
    grow(history, curves, pattern, 2_510)
    assert not signs.judge(DrawnRun(history, 1, live=True))
    grow(history, curves, pattern, 2_530)
    assert signs.judge(DrawnRun(history, 1, live=True))

    grow(history, curves, pattern, 2_535)
    assert signs.judge(DrawnRun(history, 1)), "when it has ended, all counts"
