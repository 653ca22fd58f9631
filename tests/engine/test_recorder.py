"""Records of a run: the same for any number of threads, which end with the run."""

import threading
from contextlib import closing
from dataclasses import replace

import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.recorder import measuring_threads
from nnreg_gui.engine.training import train


@pytest.mark.parametrize("hidden", [(), (30,), (100, 20)])
def test_records_are_the_same_bit_for_bit_for_any_number_of_threads(digits: Digits, hidden: tuple[int, ...]) -> None:
    experiment = Experiment(
        data=DataSpec(training_images=50, wrong_labels=0.2),
        network=NetworkSpec(hidden=hidden),
        training=TrainingSpec(epochs=2),
    )
    few = replace(digits, validation=digits.validation[:3_500])  # pieces of 1,000, and a smaller one
    figures = [
        [
            (one.training_cost, one.validation_cost, one.training_accuracy, one.validation_accuracy, one.right_in_spite)
            for one in train(experiment, few, threads=threads)
            if isinstance(one, EpochRecord)
        ]
        for threads in (1, 2, 3)
    ]
    assert figures[0] == figures[1] == figures[2]


def test_a_run_that_is_left_ends_its_threads(digits: Digits) -> None:
    with closing(train(Experiment(), digits, threads=2)) as events:
        next(events)
        assert any(thread.name.startswith("measuring") for thread in threading.enumerate())
    assert not any(thread.name.startswith("measuring") for thread in threading.enumerate())


@pytest.mark.parametrize(
    ("cores", "runs", "threads"), [(1, 1, 1), (2, 1, 2), (2, 2, 1), (3, 1, 2), (4, 1, 3), (8, 2, 3), (1, 2, 1)]
)
def test_a_window_keeps_a_core_where_there_are_more_than_two(cores: int, runs: int, threads: int) -> None:
    assert measuring_threads(cores, runs) == threads
