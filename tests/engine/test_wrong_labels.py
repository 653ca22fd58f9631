"""Wrong labels: how many, which, drawn from random numbers of their own, and what a run tells of them."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.experiment_line import experiment_from_text, experiment_line
from nnreg_gui.engine.history import OF_LIES
from nnreg_gui.engine.network import weighted_outputs
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.engine.sessions.session_reading import read_session
from nnreg_gui.engine.training import RandomStreams, train
from nnreg_gui.engine.wrong_labels import WrongLabels, wrong_labels
from tests.fixture_types import Trained

HONEST = Experiment(
    data=DataSpec(training_images=100), network=NetworkSpec(hidden=(20,)), training=TrainingSpec(epochs=60)
)
# What these random numbers were when wrong labels came: files must give the same curves for ever.
FIRST_OF_SEED_7 = [1311550352, 2926574226, 1703541269, 2059596620]
LIES, TOLD = [0, 5, 6, 7, 9], [2, 3, 9, 2, 5]


def lying(share: float, experiment: Experiment = HONEST, **changed: object) -> Experiment:
    return replace(experiment, data=replace(experiment.data, wrong_labels=share), **changed)  # type: ignore[arg-type]


def drawn(share: float, labels: np.ndarray, seed: int = 1) -> WrongLabels:
    return wrong_labels(Experiment(data=DataSpec(training_images=len(labels), wrong_labels=share), seed=seed), labels)


# ------------------------------------------------------------------------------------------------------- which labels


@pytest.mark.parametrize("share", [0.0, 0.004, 0.2, 0.5, 1.0])
def test_exactly_so_many_labels_are_wrong_and_the_others_are_true(digits: Digits, share: float) -> None:
    labels = digits.training.labels[:1_000]
    wrong = drawn(share, labels)

    assert len(wrong.lies) == round(1_000 * share) == DataSpec(wrong_labels=share).lies
    assert np.array_equal(np.flatnonzero(wrong.told != labels), wrong.lies), "each lie names another digit"
    assert np.array_equal(wrong.true, labels[wrong.lies])
    assert wrong.told.dtype == np.uint8
    assert wrong.told.max() <= 9


def test_each_of_the_nine_other_digits_is_as_likely(digits: Digits) -> None:
    labels = digits.training.labels[:50_000]
    wrong = drawn(1.0, labels)
    counts = np.bincount((wrong.told.astype(int) - labels) % 10, minlength=10)

    assert counts[0] == 0
    assert np.abs(counts[1:] - 50_000 / 9).max() < 5 * np.sqrt(50_000 / 9)


def test_more_lies_are_added_to_those_that_are_there(digits: Digits) -> None:
    labels = digits.training.labels[:500]
    few, many = drawn(0.1, labels), drawn(0.4, labels)

    assert set(few.lies) < set(many.lies)
    assert np.array_equal(few.told[few.lies], many.told[few.lies])


def test_the_seed_decides_which_labels_are_wrong(digits: Digits) -> None:
    labels = digits.training.labels[:500]

    assert np.array_equal(drawn(0.2, labels).told, drawn(0.2, labels).told)
    assert not np.array_equal(drawn(0.2, labels).lies, drawn(0.2, labels, seed=2).lies)


def test_the_same_seed_tells_the_same_lies_in_every_version() -> None:
    wrong = drawn(0.5, np.zeros(10, np.uint8))

    assert wrong.lies.tolist() == LIES
    assert wrong.told[wrong.lies].tolist() == TOLD


def test_a_lie_is_learnt_or_seen_through_or_neither() -> None:
    wrong = WrongLabels(np.array([3, 1, 9, 5]), np.array([1, 2, 3]), np.array([7, 4, 0]))
    called = np.array([3, 1, 4, 8])  # the lie, the truth, another digit

    assert wrong.learnt(called).tolist() == [True, False, False]
    assert wrong.in_spite(called).tolist() == [False, True, False]


# ----------------------------------------------------------------------------------------- no other number has changed


def test_the_other_random_numbers_are_those_of_before_wrong_labels() -> None:
    streams = RandomStreams.of(7)
    drawn_first = [
        int(stream.integers(2**32))
        for stream in (streams.weights, streams.batches, streams.dropout, streams.augmentation)
    ]

    assert drawn_first == FIRST_OF_SEED_7


def test_wrong_labels_change_neither_the_start_nor_the_order_nor_what_is_never_learned(measured: Digits) -> None:
    honest, liar = (_records(experiment, measured) for experiment in (HONEST, lying(0.3)))

    assert all(
        np.array_equal(one, other)
        for one, other in zip(honest[0].parameters.weights, liar[0].parameters.weights, strict=True)
    )
    assert honest[0].validation_cost == liar[0].validation_cost
    assert honest[0].validation_accuracy == liar[0].validation_accuracy
    assert honest[0].training_cost != liar[0].training_cost


def test_a_run_without_lies_says_nothing_of_them(trained: Trained) -> None:
    history = trained(HONEST)

    assert history.newest is not None
    assert (history.newest.wrong_labels_learnt, history.newest.right_in_spite) == (None, None)
    assert not set(OF_LIES) & set(history.rows.dtype.names or ())


# ---------------------------------------------------------------------------------------------------- what a run tells


def _records(experiment: Experiment, digits: Digits) -> list[EpochRecord]:
    return [event for event in train(experiment, digits) if isinstance(event, EpochRecord)]


def test_every_epoch_tells_how_many_lies_are_learnt_and_how_many_seen_through(measured: Digits) -> None:
    experiment, split = lying(0.2), measured.training[:100]
    wrong = wrong_labels(experiment, split.labels)
    for record in _records(experiment, measured):
        called = weighted_outputs(record.parameters, split.inputs, "sigmoid").argmax(1)
        lies = [(int(called[at]), int(wrong.told[at]), int(split.labels[at])) for at in wrong.lies]
        assert record.wrong_labels_learnt == sum(said == lie for said, lie, _ in lies) / 20
        assert record.right_in_spite == sum(said == true for said, _, true in lies) / 20
        assert record.training_accuracy == pytest.approx((called == wrong.told).mean())


def test_a_network_learns_lies_by_heart_and_with_small_weights_fewer(trained: Trained) -> None:
    off = trained(lying(0.2)).newest
    l2 = trained(lying(0.2, regularization=RegularizationSpec(penalty="l2", lambda_=3))).newest

    assert off is not None
    assert l2 is not None
    assert off.wrong_labels_learnt is not None
    assert l2.wrong_labels_learnt is not None
    assert off.wrong_labels_learnt > 0.9
    assert l2.wrong_labels_learnt < 0.5
    assert off.training_accuracy > 0.95 > l2.training_accuracy, "the better network has the lower training accuracy"


def test_a_history_has_their_columns_and_a_session_keeps_them(trained: Trained) -> None:
    liar, honest = trained(lying(0.2)), trained(HONEST)
    content = session_bytes(Session((ListedRun(liar, 1), ListedRun(honest, 2))))
    read = [run.history for run in read_session(content).runs]

    for was, comes in zip((liar, honest), read, strict=True):
        assert was.experiment == comes.experiment
        assert was.rows.dtype == comes.rows.dtype
        assert np.array_equal(was.rows, comes.rows)
    assert read[0].newest is not None
    assert liar.newest is not None
    assert read[0].column("wrong_labels_learnt")[-1] == liar.newest.wrong_labels_learnt
    assert read[0].newest.wrong_labels_learnt == liar.newest.wrong_labels_learnt
    assert read[0].newest.right_in_spite == liar.newest.right_in_spite


def test_a_line_and_a_file_say_how_many_labels_are_wrong() -> None:
    experiment = lying(0.2)

    assert experiment_line(experiment).startswith("nnreg: n=100 wrong=0.2 ")
    assert experiment_from_text(experiment_line(experiment)) == experiment
    assert Experiment.from_json(experiment.to_json()) == experiment
