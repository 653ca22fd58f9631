"""The history: a row per epoch, the best and newest network, changes, and few enough records in memory."""

import tracemalloc
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Changed, EpochRecord, Progress, Stopped, WeightSummary
from nnreg_gui.engine.events import Tested as FinalTest
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.history import MOST_CHANGES, RECORDED, RunHistory, merged
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.training import train

SMALL = Experiment(
    data=DataSpec(training_images=100), network=NetworkSpec(hidden=(5,)), training=TrainingSpec(epochs=4)
)
MOST_BYTES = 16 * 2**20


def with_lambda(lambda_: float) -> Experiment:
    return replace(SMALL, regularization=RegularizationSpec(penalty="l2", lambda_=lambda_))


def a_record(epoch: int, validation_accuracy: float = 0.5, numbers: int = 4) -> EpochRecord:
    """Return a record of a network with this many weights."""
    weights = np.zeros((1, numbers), np.float32)
    layer = WeightSummary(counts=np.array([numbers]), limit=1.0, largest=0.5, small=1)
    return EpochRecord(
        epoch=epoch,
        training_cost=1.0,
        validation_cost=2.0,
        penalty=0.0,
        training_accuracy=0.9,
        validation_accuracy=validation_accuracy,
        seconds=0.01,
        layers=(layer,),
        parameters=Parameters((weights,), (np.zeros(0, np.float32),)),
    )


def test_a_new_history_is_empty() -> None:
    history = RunHistory(SMALL)
    assert len(history) == 0
    assert (history.initial, history.newest, history.best, history.test_accuracy) == (None, None, None, None)
    assert list(history.kept()) == history.changes == []
    assert history.current_experiment == SMALL
    assert history.epochs_done == 0
    assert not history.finished
    assert history.column("epoch").tolist() == []


def test_the_columns_are_what_the_records_say(few_digits: Digits) -> None:
    events = list(train(SMALL, few_digits))
    records = [event for event in events if isinstance(event, EpochRecord)]
    history = RunHistory.of(SMALL, events)

    assert len(history) == 5
    assert history.column("epoch").tolist() == [0, 1, 2, 3, 4]
    for name in RECORDED:
        assert history.column(name).tolist() == [getattr(record, name) for record in records]
    for row, record in enumerate(records):
        magnitudes = np.concatenate([np.abs(w).ravel() for w in record.parameters.weights])
        assert history.column("largest_weight")[row] == magnitudes.max()
        assert history.column("small_weights")[row] == np.count_nonzero(magnitudes < 0.01) / magnitudes.size
    assert history.initial is records[0]
    assert history.newest is records[-1]
    assert history.finished
    assert isinstance(events[-1], FinalTest)
    assert history.test_accuracy == events[-1].accuracy


def test_epochs_to_come_take_no_memory_and_all_that_come_are_recorded() -> None:
    experiment = replace(SMALL, training=TrainingSpec(epochs=100_000))
    tracemalloc.start()
    history = RunHistory(experiment)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000

    early = []
    for epoch in range(1_000):
        history.add(a_record(epoch))
        early.append(history.column("epoch"))
    assert history.column("epoch").tolist() == list(range(1_000))
    assert all(len(column) == number for number, column in enumerate(early, 1))


def test_a_column_has_only_the_epochs_so_far() -> None:
    history = RunHistory(SMALL)
    for epoch in range(3):
        history.add(a_record(epoch, 0.1 * epoch))
    assert history.column("validation_accuracy").tolist() == [0.0, 0.1, 0.2]
    assert not history.finished


def test_the_share_of_small_weights_counts_all_layers() -> None:
    two_layers = replace(
        a_record(0),
        layers=(
            WeightSummary(np.array([6]), limit=1.0, largest=0.75, small=3),
            WeightSummary(np.array([2]), limit=2.0, largest=1.5, small=1),
        ),
        parameters=Parameters((np.zeros((2, 3)), np.zeros((1, 2))), (np.zeros(2), np.zeros(1))),
    )
    history = RunHistory(SMALL)
    history.add(two_layers)
    assert history.column("small_weights").tolist() == [4 / 8]
    assert history.column("largest_weight").tolist() == [1.5]


def test_the_best_is_the_first_of_the_highest_validation_accuracy() -> None:
    history, best = RunHistory(SMALL), []
    for epoch, accuracy in enumerate([0.2, 0.7, 0.5, 0.7, 0.8]):
        history.add(a_record(epoch, accuracy))
        assert history.best is not None
        best.append(history.best.epoch)
    assert best == [0, 1, 1, 1, 4]


def test_progress_counts_until_the_epoch_is_recorded() -> None:
    history = RunHistory(SMALL)
    history.add(a_record(0))
    history.add(Progress(epoch=1, images=25, seconds=0.1))
    assert history.progress is not None
    assert history.epochs_done == 0.25
    history.add(Progress(epoch=1, images=100, seconds=0.4))
    assert history.epochs_done == 1.0
    history.add(a_record(1))
    assert history.progress is None
    assert history.epochs_done == 1.0
    history.add(Progress(epoch=2, images=50, seconds=0.2))
    assert history.epochs_done == 1.5


# ---------------------------------------------------------------------------------------------------------- changes


def test_a_change_is_kept_with_its_epoch() -> None:
    history = RunHistory(with_lambda(1))
    history.add(Changed(2.5, with_lambda(1), with_lambda(2)))
    history.add(Changed(3.0, with_lambda(2), with_lambda(4)))
    assert [(change.epoch, change.after) for change in history.changes] == [
        (2.5, with_lambda(2)),
        (3.0, with_lambda(4)),
    ]
    assert history.current_experiment == with_lambda(4)
    assert history.experiment == with_lambda(1)


def test_changes_at_the_same_point_are_one() -> None:
    history = RunHistory(with_lambda(1))
    for before, after in ((1, 2), (2, 3), (3, 4)):
        history.add(Changed(2.5, with_lambda(before), with_lambda(after)))
    assert history.changes == [Changed(2.5, with_lambda(1), with_lambda(4))]


def test_of_very_many_changes_two_become_one() -> None:
    history = RunHistory(with_lambda(0))
    for step in range(1, 2_502):
        history.add(Changed(step / 10, with_lambda((step - 1) / 100), with_lambda(step / 100)))

    assert MOST_CHANGES // 2 < len(history.changes) <= MOST_CHANGES
    assert history.changes[0].before == with_lambda(0)
    assert history.changes[-1] == Changed(250.1, history.changes[-2].after, with_lambda(25.01))
    assert all(one.after == following.before for one, following in pairwise(history.changes))
    assert [change.epoch for change in history.changes] == sorted({change.epoch for change in history.changes})


def test_changes_that_undo_each_other_vanish_when_they_become_one() -> None:
    there, back = Changed(1, with_lambda(0), with_lambda(1)), Changed(2, with_lambda(1), with_lambda(0))
    last = Changed(3, with_lambda(0), with_lambda(7))

    assert merged([there, back, last], 2) == [last]
    assert merged([there, back, last], 3) == [there, back, last]


def test_a_change_that_undoes_itself_is_none() -> None:
    history = RunHistory(with_lambda(1))
    history.add(Changed(1.0, with_lambda(1), with_lambda(5)))
    history.add(Changed(2.5, with_lambda(5), with_lambda(2)))
    history.add(Changed(2.5, with_lambda(2), with_lambda(5)))
    assert history.changes == [Changed(1.0, with_lambda(1), with_lambda(5))]
    assert history.current_experiment == with_lambda(5)


def test_a_change_to_the_same_is_none() -> None:
    history = RunHistory(with_lambda(1))
    history.add(Changed(1.0, with_lambda(1), with_lambda(1)))
    assert history.changes == []


# ------------------------------------------------------------------------------------------------------ what is kept


def test_a_short_run_keeps_every_record() -> None:
    history = RunHistory(SMALL)
    for epoch in range(5):
        history.add(a_record(epoch))
    assert [record.epoch for record in history.kept()] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("numbers", [23_860, 250_000])
def test_a_long_run_keeps_few_records_evenly_spaced(numbers: int) -> None:
    epochs = 5_000
    history = RunHistory(replace(SMALL, training=TrainingSpec(epochs=epochs)))
    one = a_record(0, numbers=numbers)
    for epoch in range(epochs + 1):
        history.add(replace(one, epoch=epoch))
        if epoch % 97 == 0 or epoch == epochs:
            kept = [record.epoch for record in history.kept()]
            assert kept[0] == 0
            assert kept[-1] == epoch
            assert (len(kept) - 1) * one.parameters.nbytes <= MOST_BYTES
            # Evenly spaced except for the newest, and at least a quarter of what there is room for.
            assert len(set(np.diff(kept[:-1]))) <= 1
            assert len(kept) >= min(epoch + 1, MOST_BYTES // one.parameters.nbytes // 2)
    assert len(history) == epochs + 1
    assert history.finished


def test_a_huge_network_is_kept_at_its_start_and_now() -> None:
    history = RunHistory(SMALL)
    for epoch in range(5):
        history.add(a_record(epoch, numbers=MOST_BYTES // 4))
    kept = [record.epoch for record in history.kept()]
    assert kept[0] == 0
    assert kept[-1] == 4
    assert len(kept) <= 3


def test_a_history_grows_like_another_and_ends_equal(few_digits: Digits) -> None:
    source, growing = RunHistory.of(SMALL, train(SMALL, few_digits)), RunHistory(SMALL)

    for epochs in range(4):
        growing.grow_like(source, epochs)
        accuracies = source.column("validation_accuracy")[: epochs + 1]
        assert growing.column("epoch").tolist() == list(range(epochs + 1))
        assert growing.newest is source.record_near(epochs)
        assert growing.best is source.record_near(int(accuracies.argmax()))
        assert growing.initial is source.initial
        assert growing.test_accuracy is None
        assert not growing.finished
    growing.grow_like(source, 4)

    assert growing.finished
    assert growing.test_accuracy == source.test_accuracy
    assert (growing.best, growing.newest) == (source.best, source.newest)
    assert list(growing.kept()) == list(source.kept())


def test_between_kept_networks_the_newest_is_the_one_before() -> None:
    whole, growing = RunHistory(SMALL), RunHistory(SMALL)
    for epoch, accuracy in enumerate([0.1, 0.6, 0.7, 0.9, 0.8]):
        whole.add(a_record(epoch, accuracy))
    light = whole.with_records(whole.named())
    growing.grow_like(light, 2)

    assert growing.newest is whole.initial
    assert growing.best is None  # the network of epoch 2 was not kept
    growing.grow_like(light, 3)
    assert growing.newest is growing.best is whole.best


def test_growing_tells_of_changes_and_of_early_stopping_when_they_come() -> None:
    source, growing = RunHistory(SMALL), RunHistory(SMALL)
    for epoch in range(5):
        source.add(a_record(epoch))
    assert source.best is not None
    change = Changed(1.5, SMALL, with_lambda(1))
    source.add(change)
    source.add(Stopped(3, source.best, restored=False))
    told = []
    for epochs in range(5):
        growing.grow_like(source, epochs)
        told.append((len(growing.changes), growing.stopped is not None))

    assert told == [(0, False), (0, False), (1, False), (1, True), (1, True)]
    assert len(source.changes) == 1
