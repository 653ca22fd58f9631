"""Which runs need no training again."""

from collections.abc import Callable
from dataclasses import replace

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.trained_runs import known_runs, missing
from nnreg_gui.plots.drawn_run import DrawnRun


def test_a_run_without_a_penalty_is_known_whatever_lambda_is_left_in_its_box(
    small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory]
) -> None:
    plain, l2 = small(epochs=1), small(epochs=1, penalty="l2", lambda_=0.1)
    left = replace(plain, regularization=RegularizationSpec(penalty="none", lambda_=0.1))
    runs = [DrawnRun(trained(left), 1, "off")]

    assert missing(runs, (plain, l2)) == (l2,)
    assert known_runs(runs)[plain] is runs[0].history
    assert plain in known_runs(runs)
    assert l2 not in known_runs(runs)
