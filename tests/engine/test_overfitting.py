"""The signs of overfitting on recorded runs of the engine, and on made-up curves of known shape."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.overfitting import (
    DEFAULT_THRESHOLDS,
    NEVER,
    NOT_YET,
    SIGNS,
    TOO_EARLY,
    WATCH,
    YES,
    OverfittingSigns,
    Sign,
    overfitting_signs,
)
from tests.fixture_types import Trained

RECORDED = Path(__file__).parent / "data" / "learning_curves.npz"


@pytest.fixture(scope="module")
def recorded() -> dict[str, np.ndarray]:
    """Curves of real runs by name, (seeds, 4, epochs); see data/README.md."""
    with np.load(RECORDED) as file:
        return {name: file[name] for name in file.files}


def _lit(signs: OverfittingSigns) -> dict[str, int]:
    """Return the epoch at which each sign first says YES."""
    return {name: _first(sign, YES) for name, sign in signs.signs.items()}


def _first(sign: Sign, state: int) -> int:
    """Return the first epoch at which a sign reaches this state, or NEVER."""
    return int((sign.state >= state).argmax()) if (sign.state >= state).any() else NEVER


def _parallel(epochs: int, noise: float = 0.0, seed: int = 0) -> list[np.ndarray]:
    """Return curves of a network that improves equally on all images, with independent fluctuations."""
    random, t = np.random.default_rng(seed), np.arange(epochs + 1)
    course = 0.9 * np.exp(-t / 40)
    mistakes = [np.clip(course + 0.01 + noise * random.standard_normal(len(t)), 0, 1) for _ in range(2)]
    costs = [3 * course + 0.1 + 3 * noise * random.standard_normal(len(t)) for _ in range(2)]
    return [np.maximum(cost, 0.01) for cost in costs] + [1 - one for one in mistakes]


# ---------------------------------------------------------------------------------------------------- recorded runs


def test_all_four_are_seen_where_a_thousand_images_are_learned_by_heart(recorded: dict[str, np.ndarray]) -> None:
    runs = [_lit(overfitting_signs(*run)) for run in recorded["images_1000_off"]]
    firsts = [min(run.values()) for run in runs]
    counts = {name: sum(run[name] != NEVER for run in runs) for name in SIGNS}
    print(f"λ 0, n = 1,000, 400 epochs: seen in {counts} of {len(runs)} seeds; the first at epochs {sorted(firsts)}")

    assert len(runs) == 20
    assert set(counts.values()) == {20}
    assert max(firsts) <= 40


def test_once_seen_in_such_a_run_they_stay_and_so_does_since_when(recorded: dict[str, np.ndarray]) -> None:
    for run in recorded["images_1000_off"]:
        for sign in overfitting_signs(*run).signs.values():
            seen = sign.state == YES
            assert not np.diff(seen.astype(int)).min() < 0
            assert len(set(sign.since[seen])) == 1
            assert 0 < sign.since[-1] <= seen.argmax()
            assert (sign.since[~seen] == NEVER).all()


def test_fifty_thousand_images_with_l2_show_no_sign(recorded: dict[str, np.ndarray]) -> None:
    runs = [_lit(overfitting_signs(*run)) for run in recorded["images_50000_l2_5"]]
    off = {name: sum(run[name] == NEVER for run in runs) for name in ("costs", "accuracies", "gap")}
    print(f"L2, λ 5, n = 50,000, 30 epochs: off in {off} of {len(runs)} seeds")

    assert len(runs) == 10
    assert min(off.values()) >= 9


@pytest.mark.parametrize("name", ["images_50000_l2_5", "images_50000_off", "images_1000_l2_01", "images_1000_off"])
def test_in_its_first_ten_epochs_a_network_still_improves_and_shows_no_sign(
    recorded: dict[str, np.ndarray], name: str
) -> None:
    seen = [_lit(overfitting_signs(*run[:, :11])) for run in recorded[name]]
    print(f"{name}, 10 epochs: {sum(any(e != NEVER for e in run.values()) for run in seen)} of {len(seen)} seeds")

    assert all(set(run.values()) == {NEVER} for run in seen)


def test_a_sign_goes_out_where_the_validation_cost_falls_again(recorded: dict[str, np.ndarray]) -> None:
    """With L2, the costs diverge at first; later, the penalty has shrunk the weights."""
    for run in recorded["images_1000_l2_01"]:
        sign = overfitting_signs(*run).signs["costs"]

        assert (sign.state == YES).any()
        assert sign.state[-1] != YES


def test_the_two_answers_to_when_it_starts_lie_far_apart(recorded: dict[str, np.ndarray]) -> None:
    found = [overfitting_signs(*run) for run in recorded["images_1000_off"]]
    by_cost, by_accuracy = [s.starts_by_cost for s in found], [s.starts_by_accuracy for s in found]
    print(f"starts by cost {sorted(by_cost)}, by accuracy {sorted(by_accuracy)}")

    assert all(8 <= epoch <= 25 for epoch in by_cost)
    assert all(later > 2 * sooner for sooner, later in zip(by_cost, by_accuracy, strict=True))
    assert np.median(by_accuracy) > 100


def test_marks_are_where_the_curves_say(recorded: dict[str, np.ndarray]) -> None:
    for run in recorded["images_1000_off"]:
        signs, gap = overfitting_signs(*run), run[2] - run[3]

        assert signs.lowest_cost == run[1].argmin()
        assert signs.perfect == (run[2] == 1).argmax()
        assert gap[signs.gap_opened :].min() > DEFAULT_THRESHOLDS.gap
    for run in recorded["images_50000_l2_5"]:
        signs = overfitting_signs(*run)
        assert (signs.perfect, signs.gap_opened) == (NEVER, NEVER)
        assert (signs.starts_by_cost, signs.starts_by_accuracy) == (NEVER, NEVER)


# ------------------------------------------------------------------------------------ as soon as it can be known


def test_a_plain_u_is_seen_as_soon_as_it_lasts() -> None:
    """The validation cost falls until epoch 4 and then rises for good, without any fluctuation."""
    t = np.arange(41)
    validation_cost = np.where(t <= 4, 3 - 0.3 * t, 1.8 + 0.06 * (t - 4))
    validation = np.where(t <= 4, 0.1 + 0.1 * t, 0.5)
    signs = overfitting_signs(3 * 0.8**t, validation_cost, 1 - 0.9 * 0.75**t, validation).signs
    seen = {name: (_first(sign, WATCH), _first(sign, YES)) for name, sign in signs.items()}
    print(f"plain U: watched and seen at {seen}")

    assert seen["costs"] == (9, 13)
    assert seen["accuracies"] == (11, 15)
    assert seen["gap"][1] == 15
    assert (signs["costs"].state[:8] == TOO_EARLY).all()


@pytest.mark.parametrize(
    ("hidden", "images", "learning_rate", "seed", "watched", "seen"),
    [(300, 200, 0.3, 21, 9, 14), (100, 300, 0.1, 4, 11, 15), (100, 1_000, 0.1, 4, 12, 16)],
)
def test_networks_that_overfit_at_once_are_seen_to(
    trained: Trained, hidden: int, images: int, learning_rate: float, seed: int, watched: int, seen: int
) -> None:
    history = trained(
        Experiment(
            data=DataSpec(training_images=images),
            network=NetworkSpec(hidden=(hidden,), activation="relu", initial_weights="scaled"),
            training=TrainingSpec(learning_rate=learning_rate, epochs=20),
            seed=seed,
        )
    )
    names = ("training_cost", "validation_cost", "training_accuracy", "validation_accuracy")
    sign = overfitting_signs(*(history.column(name) for name in names)).signs["costs"]
    print(f"ReLU, [{hidden}], n = {images}: costs watched at {_first(sign, WATCH)}, seen at {_first(sign, YES)}")

    # An epoch later or earlier on other processors, whose sums differ in the last digits.
    assert abs(_first(sign, WATCH) - watched) <= 1
    assert abs(_first(sign, YES) - seen) <= 1


def test_fluctuations_may_be_left_out_of_account(recorded: dict[str, np.ndarray]) -> None:
    signs = overfitting_signs(*recorded["images_1000_off"][0], replace(DEFAULT_THRESHOLDS, noise=0.0))

    assert all(sign.state[-1] == YES for sign in signs.signs.values())


def test_nobody_is_told_not_yet_before_it_could_be_known(recorded: dict[str, np.ndarray]) -> None:
    for runs in recorded.values():
        for run in runs:
            for sign in overfitting_signs(*run).signs.values():
                assert NOT_YET not in sign.state[:8]
                assert TOO_EARLY not in sign.state[8:]


# ------------------------------------------------------------------------------------------------------- causality


@pytest.mark.parametrize("name", ["images_1000_off", "images_50000_l2_5", "images_50000_off", "images_1000_l2_01"])
def test_what_is_said_at_an_epoch_rests_on_epochs_until_then(recorded: dict[str, np.ndarray], name: str) -> None:
    random = np.random.default_rng(4)
    for run in recorded[name][:3]:
        whole = overfitting_signs(*run).signs
        for end in random.integers(1, run.shape[1], 12):
            part = overfitting_signs(*run[:, :end]).signs
            for sign in SIGNS:
                for field in ("state", "since", "compared_with", "training", "validation"):
                    np.testing.assert_array_equal(getattr(part[sign], field), getattr(whole[sign], field)[:end])


# --------------------------------------------------------------------------------------------------- made-up curves


@pytest.mark.parametrize("noise", [0.0, 0.002, 0.01])
@pytest.mark.parametrize("seed", range(5))
def test_a_network_that_improves_on_all_images_alike_shows_no_sign(noise: float, seed: int) -> None:
    signs = overfitting_signs(*_parallel(120, noise, seed))

    assert set(_lit(signs).values()) == {NEVER}
    assert signs.gap_opened == NEVER


@pytest.mark.parametrize("noise", [0.001, 0.01])
def test_what_only_fluctuates_shows_no_sign(noise: float) -> None:
    """On flat curves, drawn ten times, any sign would be a false alarm."""
    random = np.random.default_rng(1)
    for _ in range(10):
        curves = [level + noise * random.standard_normal(200) for level in (0.3, 0.4, 0.95, 0.94)]
        assert set(_lit(overfitting_signs(*curves)).values()) == {NEVER}


def test_fluctuations_hide_what_is_seen_without_them() -> None:
    t = np.arange(101)
    curves = [0.5 * 0.98**t, np.full(101, 0.6), np.full(101, 0.9), np.full(101, 0.88)]
    assert _lit(overfitting_signs(*curves))["costs"] != NEVER

    curves[0] = curves[0] + 0.2 + 0.2 * (-1.0) ** t
    assert _lit(overfitting_signs(*curves))["costs"] == NEVER
    assert _lit(overfitting_signs(*curves, replace(DEFAULT_THRESHOLDS, noise=0.1)))["costs"] != NEVER


def test_a_sign_must_last_and_is_watched_until_then() -> None:
    curves = _parallel(100)
    curves[2] = np.where(np.arange(101) >= 90, curves[3] + 0.1, curves[3])  # a gap from epoch 90 on
    curves[3] = np.where(np.arange(101) >= 60, curves[3][60], curves[3])  # and validation no longer rises
    curves[2] = np.minimum(curves[2], 1.0)
    for lasting in (1, 3, 8):
        sign = overfitting_signs(*curves, replace(DEFAULT_THRESHOLDS, lasting=lasting, gap=0.12)).signs["gap"]
        lit = int((sign.state == YES).argmax())

        assert lit == sign.since[lit] + lasting - 1
        assert sign.state[lit - 1] == WATCH
        assert (sign.state[: lasting + 3] == TOO_EARLY).all()
        assert sign.state[lasting + 3] == NOT_YET
        assert (sign.since[lit:] == sign.since[lit]).all()


def test_a_gap_counts_only_once_validation_accuracy_no_longer_rises_clearly() -> None:
    epochs = np.arange(81)
    validation = 0.5 + 0.4 * np.minimum(epochs, 50) / 50
    curves = [np.full(81, 0.2), np.full(81, 0.4), np.minimum(validation + 0.09, 0.985), validation]
    sign = overfitting_signs(*curves).signs["gap"]

    assert (sign.state[10:45] == WATCH).all()
    assert sign.state[-1] == YES
    assert sign.since[-1] >= 45


def test_a_high_accuracy_of_all_images_is_not_suspicious() -> None:
    high = np.concatenate([np.linspace(0.1, 0.998, 20), np.full(60, 0.998)])
    costs = [np.full(80, 0.1), np.full(80, 0.1)]
    assert _lit(overfitting_signs(*costs, high, high))["high_accuracy"] == NEVER

    lower = high - 0.02
    assert _lit(overfitting_signs(*costs, high, lower))["high_accuracy"] != NEVER


@pytest.mark.parametrize("name", ["cost_fall", "mistakes_fall", "high_accuracy", "gap", "lasting"])
def test_higher_thresholds_are_reached_later(recorded: dict[str, np.ndarray], name: str) -> None:
    sign = {
        "cost_fall": "costs",
        "mistakes_fall": "accuracies",
        "high_accuracy": "high_accuracy",
        "gap": "gap",
        "lasting": "gap",
    }
    higher = {"cost_fall": 0.9, "mistakes_fall": 0.999, "high_accuracy": 1.0, "gap": 0.2, "lasting": 50}[name]
    for run in recorded["images_1000_off"][:5]:
        one = _lit(overfitting_signs(*run))[sign[name]]
        other = _lit(overfitting_signs(*run, replace(DEFAULT_THRESHOLDS, **{name: higher})))[sign[name]]

        assert other == NEVER or other > one


@pytest.mark.parametrize("epochs", range(9))
def test_short_curves_are_judged_too(recorded: dict[str, np.ndarray], epochs: int) -> None:
    signs = overfitting_signs(*recorded["images_1000_off"][0][:, :epochs])

    assert all(len(sign.state) == epochs for sign in signs.signs.values())
    assert set(_lit(signs).values()) == {NEVER}
    assert (signs.lowest_cost == NEVER) == (epochs == 0)


def test_a_hundred_thousand_epochs_are_judged(recorded: dict[str, np.ndarray]) -> None:
    run = recorded["images_1000_off"][0]
    long = np.concatenate([run, np.repeat(run[:, -1:], 100_000 - run.shape[1], axis=1)], axis=1)
    signs = overfitting_signs(*long)

    assert all(sign.state[-1] == YES for sign in signs.signs.values())
    assert signs.starts_by_cost == run[1].argmin()


def test_numbers_that_are_no_curves_are_refused() -> None:
    good = _parallel(10)
    with pytest.raises(ValueError, match="same length"):
        overfitting_signs(good[0][:-1], *good[1:])
    with pytest.raises(ValueError, match="between 0 and 1"):
        overfitting_signs(*good[:3], 100 * good[3])
    with pytest.raises(ValueError, match="finite"):
        overfitting_signs(np.full(11, np.nan), *good[1:])
    with pytest.raises(ValueError, match="one row"):
        overfitting_signs(np.ones((11, 2)), *good[1:])


def test_a_gap_that_few_validation_images_explain_is_watched_only() -> None:
    """Of 200 images, another choice recognizes up to 8 points more or fewer."""
    curves = _parallel(150)
    curves[3] = np.minimum(curves[3], 0.8)
    curves[2] = np.minimum(curves[2], 0.88)
    many, few = overfitting_signs(*curves), overfitting_signs(*curves, images=200)

    assert many.signs["gap"].state[-1] == YES
    assert few.signs["gap"].state[-1] == WATCH
    assert few.gap_opened == many.gap_opened, "what the curves show is drawn, whatever it means"


def test_a_high_accuracy_that_few_validation_images_explain_is_watched_only() -> None:
    curves, t = _parallel(150), np.arange(151)
    curves[2], curves[3] = np.minimum(0.5 + t / 100, 1.0), np.minimum(0.5 + t / 100, 0.98)

    assert overfitting_signs(*curves).signs["high_accuracy"].state[-1] == YES
    assert overfitting_signs(*curves, images=100).signs["high_accuracy"].state[-1] == WATCH


def test_the_accuracy_is_flat_up_to_what_few_images_can_tell() -> None:
    curves, t = _parallel(150), np.arange(151)
    curves[2] = np.minimum(0.75 + t / 400, 1.0)
    curves[3] = np.interp(t, [0, 40, 90], [0.75, 0.8, 0.81])  # the mistakes of the second half: 2 of 40
    many, few = overfitting_signs(*curves), overfitting_signs(*curves, images=200)

    assert NEVER < few.starts_by_accuracy <= 45 < many.starts_by_accuracy
