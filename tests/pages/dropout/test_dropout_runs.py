"""Which network a run started from, whether it is kept or not."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.dropout.dropout_runs import beginning_of, compared_pair, differ_only_in_dropout
from nnreg_gui.plots.drawn_run import DrawnRun


def test_a_beginning_that_was_forgotten_is_drawn_anew(
    trained: Callable[[Experiment], RunHistory], small: Callable[..., Experiment]
) -> None:
    whole = trained(small(epochs=2, seed=3))
    last = DrawnRun(whole.with_records([next(one for one in whole.kept() if one.epoch == 2)]), 1)
    assert whole.initial is not None
    assert beginning_of(DrawnRun(whole, 1)) is whole.initial.parameters

    assert last.history.initial is None
    for one, other in zip(beginning_of(last).weights, whole.initial.parameters.weights, strict=True):
        assert np.array_equal(one, other)
    assert beginning_of(last) is beginning_of(last)


def test_a_lambda_of_no_penalty_makes_no_difference(
    trained: Callable[[Experiment], RunHistory], small: Callable[..., Experiment]
) -> None:
    settings = ({"lambda_": 0.1}, {"dropout": 0.2}, {"penalty": "l2", "lambda_": 0.1, "dropout": 0.2})
    histories = [trained(small(epochs=1, **setting)) for setting in settings]
    off, dropout, both = (DrawnRun(history, number) for number, history in enumerate(histories, 1))
    assert differ_only_in_dropout(off, dropout)
    assert not differ_only_in_dropout(off, both)
    assert not differ_only_in_dropout(off, replace(dropout, epoch=1)), "the user looks back at one"
    assert compared_pair([off, dropout, both]) == [off, dropout]


def test_a_rate_that_was_another_in_mid_run_is_a_difference_beside_dropout(
    trained: Callable[[Experiment], RunHistory], small: Callable[..., Experiment]
) -> None:
    off, dropout = (DrawnRun(trained(small(epochs=1, dropout=p)), number) for number, p in ((1, 0.0), (2, 0.2)))
    before = dropout.history.experiment
    faster = replace(before, training=replace(before.training, learning_rate=1.0))
    dropout.history.changes = [Changed(0.2, before, faster), Changed(0.6, faster, before)]

    assert not differ_only_in_dropout(off, dropout)
