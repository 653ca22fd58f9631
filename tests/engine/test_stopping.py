"""The stopping rules: worked out by hand, and three equivalent versions compared on any curves."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnreg_gui.engine.events import EpochRecord, Stopped
from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.stopping import (
    StoppingWatch,
    best_epoch,
    fired,
    generalization_loss,
    progress_of_strips,
    stop_epoch,
)

NO_PARAMETERS = Parameters((), ())
SPECS = [
    StoppingSpec(rule="none"),
    *(
        StoppingSpec(rule="no_improvement", parameter=k, watch=watch)
        for k in (1, 2, 4)
        for watch in ("accuracy", "cost")
    ),
    *(StoppingSpec(rule="gl", parameter=alpha) for alpha in (1, 5, 20)),
    *(StoppingSpec(rule="pq", parameter=alpha) for alpha in (0.01, 0.1, 1)),
    *(StoppingSpec(rule="up", parameter=s) for s in (1, 2, 3)),
]
# Coarse numbers, so that equal values and whole series of rises occur.
COSTS = st.integers(0, 12).map(lambda whole: whole / 8)
RUNS = st.lists(st.tuples(COSTS, COSTS, st.integers(0, 6).map(lambda whole: whole / 6)), max_size=40)


def curves(run: list[tuple[float, float, float]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    table = np.array(run, float).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


def records(run: list[tuple[float, float, float]]) -> list[EpochRecord]:
    return [
        EpochRecord(epoch, training, cost, 0.0, accuracy, accuracy, 0.0, (), NO_PARAMETERS)
        for epoch, (training, cost, accuracy) in enumerate(run)
    ]


# ------------------------------------------------------------------------------------------------------------ by hand


def test_no_improvement_counts_from_the_first_best_epoch() -> None:
    accuracy = np.array([0.1, 0.5, 0.8, 0.7, 0.8, 0.79, 0.9])  # the best is epoch 2; being as good is no improvement
    cost = np.array([3.0, 2.0, 1.0, 1.1, 0.9, 1.2, 1.3])  # the best is epoch 4

    def stops(parameter: float, watch: str) -> int | None:
        return stop_epoch(StoppingSpec(rule="no_improvement", parameter=parameter, watch=watch), cost, cost, accuracy)

    assert stops(1, "accuracy") == 3
    assert stops(3, "accuracy") == 5
    assert stops(4, "accuracy") is None  # epoch 6 is better
    assert stops(1, "cost") == 3
    assert stops(2, "cost") == 6
    spec = StoppingSpec(rule="no_improvement", parameter=3)
    assert best_epoch(spec, cost, accuracy, until=5) == 2
    assert best_epoch(spec, cost, accuracy) == 6


def test_gl_stops_where_the_cost_exceeds_its_lowest_by_more_than_so_many_per_cent() -> None:
    cost = np.array([2.0, 1.0, 1.04, 0.8, 0.84, 0.85])

    # 1.04 is 4 % above 1; 0.84 is 5 % above 0.8, and 0.85 6.25 %
    assert generalization_loss(cost) == pytest.approx([0, 0, 4, 0, 5, 6.25])
    assert stop_epoch(StoppingSpec(rule="gl", parameter=3), cost, cost, cost) == 2
    assert stop_epoch(StoppingSpec(rule="gl", parameter=6), cost, cost, cost) == 5
    assert stop_epoch(StoppingSpec(rule="gl", parameter=6.25001), cost, cost, cost) is None
    assert best_epoch(StoppingSpec(rule="gl", parameter=6), cost, cost, until=5) == 3


def test_pq_divides_the_loss_by_the_progress_of_the_strip() -> None:
    # Epoch 0 is in no strip. Σ = 6, k · min = 5: P = 200 ‰; Σ = 5.05: P = 10 ‰.
    training = np.array([9.0, 1.4, 1.2, 1.2, 1.2, 1.0, 1.05, 1.0, 1.0, 1.0, 1.0])
    cost = np.array([9.0, 1, 1, 1, 1, 1.1, 1, 1, 1.1, 1.1, 1.1])  # GL is 10 at both ends

    assert progress_of_strips(training) == pytest.approx([200, 10])
    # 10/200 = 0.05 and 10/10 = 1
    assert stop_epoch(StoppingSpec(rule="pq", parameter=0.04), training, cost, cost) == 5
    assert stop_epoch(StoppingSpec(rule="pq", parameter=0.06), training, cost, cost) == 10
    assert stop_epoch(StoppingSpec(rule="pq", parameter=1.1), training, cost, cost) is None


def test_up_counts_strips_at_whose_end_the_cost_is_higher() -> None:
    ends = [1.0, 2.0, 1.5, 1.6, 1.7, 1.7, 2.0]  # epochs 0, 5, 10, …: up, down, up, up, level, up
    cost = np.full(31, 9.0)  # epochs inside a strip do not matter
    cost[::5] = ends

    for successive, epoch in ((1, 5), (2, 20), (3, None)):
        assert stop_epoch(StoppingSpec(rule="up", parameter=successive), cost, cost, cost) == epoch


def test_an_untrained_network_may_be_the_best() -> None:
    cost = np.array([1.0, 1.5, 1.2])

    assert stop_epoch(StoppingSpec(rule="gl", parameter=1), cost, cost, -cost) == 1
    assert stop_epoch(StoppingSpec(rule="no_improvement", parameter=2), cost, cost, -cost) == 2
    assert best_epoch(StoppingSpec(rule="gl", parameter=1), cost, -cost, until=1) == 0


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("epochs", [0, 1])
def test_no_epochs_are_no_reason_to_stop(spec: StoppingSpec, epochs: int) -> None:
    assert stop_epoch(spec, *(np.zeros(epochs),) * 3) is None


# ------------------------------------------------------------------------------------------------------- any curves


def naive(spec: StoppingSpec, run: list[tuple[float, float, float]]) -> int | None:
    """Apply the rules as the paper defines them, epoch by epoch, looking back each time."""
    for t in range(len(run)):
        costs = [cost for _, cost, _ in run[: t + 1]]
        lowest = min(costs)
        loss = 0.0 if costs[t] == lowest else 100 * (costs[t] / lowest - 1) if lowest else float("inf")
        ends = [costs[end] for end in range(0, t + 1, 5)]
        is_end = t > 0 and t % 5 == 0
        match spec.rule:
            case "no_improvement":
                seen = [-cost for cost in costs] if spec.watch == "cost" else [a for _, _, a in run[: t + 1]]
                holds = t - seen.index(max(seen)) >= spec.parameter
            case "gl":
                holds = loss > spec.parameter
            case "pq":
                strip = [training for training, _, _ in run[max(1, t - 4) : t + 1]]
                total, smallest = sum(strip), 5 * min(strip, default=0.0)
                moves = 0.0 if total <= smallest else 1000 * (total / smallest - 1) if smallest else float("inf")
                holds = is_end and loss > spec.parameter * moves
            case "up":
                s = int(spec.parameter)
                holds = is_end and len(ends) > s and all(ends[-i] > ends[-i - 1] for i in range(1, s + 1))
            case _:
                holds = False
        if holds:
            return t
    return None


def watched(spec: StoppingSpec, run: list[tuple[float, float, float]]) -> Stopped | None:
    """Return the stop that the training loop hears of, which must be the only one."""
    watch, heard = StoppingWatch(), []
    for record in records(run):
        watch.take(record)
        heard.append(watch.judge(spec))
    fired_at = [stopped for stopped in heard if stopped is not None]
    assert len(fired_at) <= 1
    return fired_at[0] if fired_at else None


@given(run=RUNS, spec=st.sampled_from(SPECS))
@settings(max_examples=120, deadline=None)
def test_three_ways_to_say_a_rule_agree(run: list[tuple[float, float, float]], spec: StoppingSpec) -> None:
    epoch, stopped = stop_epoch(spec, *curves(run)), watched(spec, run)

    assert epoch == naive(spec, run)
    assert epoch == (stopped.epoch if stopped is not None else None)
    if stopped is not None:
        assert stopped.best.epoch == best_epoch(spec, *curves(run)[1:], until=epoch)


@given(run=RUNS, spec=st.sampled_from(SPECS), cut=st.integers(0, 40))
@settings(max_examples=80, deadline=None)
def test_what_a_rule_says_rests_on_the_past(
    run: list[tuple[float, float, float]], spec: StoppingSpec, cut: int
) -> None:
    assert fired(spec, *curves(run[:cut])).tolist() == fired(spec, *curves(run))[:cut].tolist()


# --------------------------------------------------------------------------------------------------- changed rules


def test_a_rule_chosen_in_mid_run_knows_what_was_before() -> None:
    run = [(1.0, cost, accuracy) for cost, accuracy in [(3, 0.1), (1, 0.5), (2, 0.6), (4, 0.4), (5, 0.4), (6, 0.4)]]
    watch = StoppingWatch()
    for record in records(run[:5]):
        watch.take(record)
        assert watch.judge(StoppingSpec()) is None
    watch.take(records(run)[5])
    by_cost = watch.judge(StoppingSpec(rule="gl", parameter=50))
    assert by_cost is not None
    assert (by_cost.epoch, by_cost.best.epoch, by_cost.restored) == (5, 1, True)
    # Another rule can fire again, and watches something else.
    by_accuracy = watch.judge(StoppingSpec(rule="no_improvement", parameter=3, action="mark"))
    assert by_accuracy is not None
    assert (by_accuracy.epoch, by_accuracy.best.epoch, by_accuracy.restored) == (5, 2, False)
    assert watch.judge(StoppingSpec(rule="no_improvement", parameter=3, action="mark")) is None


def test_a_hundred_thousand_epochs_are_judged_in_no_more_steps_than_epochs() -> None:
    watch, record = StoppingWatch(), records([(1.0, 1.0, 0.5)])[0]
    spec = StoppingSpec(rule="no_improvement", parameter=100_000)
    for _ in range(100_000):
        watch.take(record)
        assert watch.judge(spec) is None
    watch.take(record)
    assert watch.judge(spec) is not None
