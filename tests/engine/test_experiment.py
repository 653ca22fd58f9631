"""The experiment: what a file may say, a clear sentence for everything else, and the same JSON both ways."""

import json
import math
import re
import sys
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.data_set import LARGEST_SIDE, LEAST_SIDE, LONGEST_CLASS, MNIST, DataSet
from nnreg_gui.engine.experiment import (
    SAMPLES,
    SCHEDULES,
    STOPPING_RULES,
    WHOLE_PARAMETERS,
    AugmentationSpec,
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    ScheduleSpec,
    StoppingSpec,
    TrainingSpec,
)
from nnreg_gui.engine.penalties import PENALTIES
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.specs import limits_of
from tests.fixture_types import SameCurves, Trained

DOCUMENTED = """{
 "format": "nnreg-experiment",
 "version": 1,
 "data": {"dataset": "mnist", "training_images": 1000, "sample": "first", "wrong_labels": 0.0},
 "network": {"hidden": [30], "activation": "sigmoid", "initial_weights": "large"},
 "cost": "cross_entropy",
 "regularization": {"penalty": "l2", "lambda": 0.1, "l1_ratio": 0.5, "penalize_biases": false, "dropout": 0.0},
 "augmentation": {"rotation": 0, "shift": 0, "zoom": 0, "shear": 0, "blur": 0, "mirror_horizontal": 0,
  "mirror_vertical": 0, "brightness": 0, "contrast": 0, "noise": 0, "elastic_alpha": 0, "elastic_sigma": 4},
 "training": {
  "learning_rate": 0.5, "momentum": 0.0,
  "schedule": {"rule": "constant", "patience": 10, "gamma": 0.97},
  "batch_size": 10, "epochs": 400,
  "stopping": {"rule": "none", "parameter": 10, "watch": "accuracy", "action": "stop"}
 },
 "seed": 1
}"""
SECTIONS: dict[str, dict[str, Any]] = {
    "data": {"dataset": "mnist", "training_images": 1000},
    "network": {"hidden": [30], "activation": "sigmoid", "initial_weights": "large"},
    "regularization": {"penalty": "none", "lambda": 0.0, "penalize_biases": False, "dropout": 0.0},
    "training": {"learning_rate": 0.5, "batch_size": 10, "epochs": 400},
}


def refusal(text: str | bytes) -> str:
    """Return the sentence that refuses a file."""
    with pytest.raises(ExperimentError) as caught:
        Experiment.from_json(text)
    sentence = str(caught.value)
    assert len(sentence.splitlines()) == 1
    assert sentence.isprintable()
    assert len(sentence) <= 300
    return sentence


# ------------------------------------------------------------------------------------------------------- good files


def test_an_empty_object_is_the_overfitting_run_of_the_book() -> None:
    book = Experiment.from_json("{}")
    assert book == Experiment()
    assert (book.data.training_images, book.network.hidden, book.network.activation) == (1_000, (30,), "sigmoid")
    assert (book.network.initial_weights, book.cost, book.seed) == ("large", "cross_entropy", 1)
    assert (book.training.learning_rate, book.training.batch_size, book.training.epochs) == (0.5, 10, 400)
    assert book.penalty_step == book.regularization.dropout == 0


def test_the_documented_file_is_read() -> None:
    assert Experiment.from_json(DOCUMENTED) == Experiment(regularization=RegularizationSpec(penalty="l2", lambda_=0.1))


def test_a_written_file_has_every_setting_in_the_documented_order() -> None:
    documented = Experiment.from_json(DOCUMENTED)
    written = documented.to_json()
    assert written.endswith("}\n")
    pairs = json.loads(written, object_pairs_hook=list)
    assert pairs == json.loads(DOCUMENTED, object_pairs_hook=list)


def test_what_is_missing_takes_the_default() -> None:
    read = Experiment.from_json('{"regularization": {"penalty": "l1", "lambda": 2}, "network": {"hidden": []}}')
    assert read.regularization == RegularizationSpec(penalty="l1", lambda_=2.0)
    assert read.network == NetworkSpec(hidden=())
    assert (read.data, read.training) == (DataSpec(), TrainingSpec())


def test_a_file_from_before_the_elastic_net_is_read_as_it_was() -> None:
    old = DOCUMENTED.replace('"l1_ratio": 0.5, ', "")
    assert old != DOCUMENTED
    assert Experiment.from_json(old) == Experiment.from_json(DOCUMENTED)


def test_a_file_from_before_momentum_is_read_as_it_was() -> None:
    old = re.sub(r' "momentum".*\n  "schedule".*', "", DOCUMENTED)
    assert "schedule" not in old
    assert Experiment.from_json(old) == Experiment.from_json(DOCUMENTED)


@pytest.mark.parametrize("momentum", ["-0.1", "1", "true", '"0.5"', "null"])
def test_momentum_is_a_number_below_1(momentum: str) -> None:
    assert "“training.momentum”" in refusal(f'{{"training": {{"momentum": {momentum}}}}}')


def test_a_file_from_before_wrong_labels_is_read_as_it_was() -> None:
    old = DOCUMENTED.replace(', "wrong_labels": 0.0', "")
    assert old != DOCUMENTED
    assert Experiment.from_json(old) == Experiment.from_json(DOCUMENTED)


def test_a_file_from_before_samples_is_read_as_it_was() -> None:
    old = DOCUMENTED.replace(' "sample": "first",', "")
    assert old != DOCUMENTED
    assert Experiment.from_json(old) == Experiment.from_json(DOCUMENTED)


def test_nothing_is_drawn_of_all_images() -> None:
    drawn, first = (Experiment(data=DataSpec(training_images=50_000, sample=sample)) for sample in ("seed", "first"))
    assert drawn.essence == first.essence
    assert replace(drawn, data=replace(drawn.data, training_images=20)).essence != first.essence


@pytest.mark.parametrize("wrong_labels", ["-0.1", "1.1", "true", '"0.5"', "null"])
def test_the_share_of_wrong_labels_is_a_number_from_0_to_1(wrong_labels: str) -> None:
    assert "“data.wrong_labels”" in refusal(f'{{"data": {{"wrong_labels": {wrong_labels}}}}}')


@pytest.mark.parametrize("l1_ratio", ["-0.1", "1.1", "true", '"0.5"', "null"])
def test_a_share_is_a_number_from_0_to_1(l1_ratio: str) -> None:
    assert "“regularization.l1_ratio”" in refusal(f'{{"regularization": {{"l1_ratio": {l1_ratio}}}}}')


@pytest.mark.parametrize("penalty", ["none", "l2", "l1"])
def test_the_share_of_l1_is_no_part_of_another_penalty(penalty: str) -> None:
    spec = RegularizationSpec(penalty=penalty, lambda_=0.1)
    one, other = (Experiment(regularization=replace(spec, l1_ratio=ratio)) for ratio in (0.5, 0.9))

    assert one != other
    assert one.essence == other.essence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_may_come_from_any_editor(encoding: str) -> None:
    assert Experiment.from_json(DOCUMENTED.replace("\n", "\r\n").encode(encoding)) == Experiment.from_json(DOCUMENTED)


@st.composite
def data_sets(draw: st.DrawFn) -> DataSet:
    """Draw any possible data set."""
    sides = st.integers(LEAST_SIDE, LARGEST_SIDE)
    text = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=LONGEST_CLASS)
    return DataSet(
        "sha256:" + 64 * draw(st.sampled_from("0123456789abcdef")),
        draw(text),
        draw(text | st.just("")),
        draw(sides),
        draw(sides),
        tuple(draw(st.lists(text, min_size=2, max_size=26, unique=True))),
        draw(st.integers(1, 1_000_000)),
        draw(st.integers(1, 1_000_000)),
    )


@st.composite
def augmentations(draw: st.DrawFn, largest_shift: float = MNIST.largest_shift) -> AugmentationSpec:
    """Draw any possible augmentation."""
    kinds = {one.name: limits_of(AugmentationSpec, one.name) for one in fields(AugmentationSpec)}
    kinds["shift"] = kinds["shift"]._replace(high=largest_shift)
    return AugmentationSpec(
        **{name: draw(st.just(0.0) | st.floats(limits.low, limits.high)) if limits.low == 0
           else draw(st.floats(limits.low, limits.high)) for name, limits in kinds.items()}
    )  # fmt: skip


@st.composite
def stopping_rules(draw: st.DrawFn) -> StoppingSpec:
    """Draw any possible rule of early stopping."""
    rule, any_number = draw(st.sampled_from(STOPPING_RULES)), st.floats(0, 100_000, exclude_min=True)
    return StoppingSpec(
        rule=rule,
        parameter=draw(st.integers(1, 100_000) if rule in WHOLE_PARAMETERS else any_number),
        watch=draw(st.sampled_from(["accuracy", "cost"])),
        action=draw(st.sampled_from(["stop", "mark"])),
    )


@st.composite
def experiments(draw: st.DrawFn) -> Experiment:
    """Draw any possible experiment."""
    penalty = draw(st.sampled_from(["none", *PENALTIES]))
    data_set = draw(st.just(MNIST) | data_sets())
    n = draw(st.integers(1, min(50_000, data_set.training_images)))
    eta = draw(st.floats(0, 1_000, exclude_min=True))
    # ηλ/n < 1 with some room for rounding.
    most = min(0.999 * n / eta, 1e300) if penalty != "none" else sys.float_info.max
    return Experiment(
        data=DataSpec(
            dataset=data_set,
            training_images=n,
            sample=draw(st.sampled_from(SAMPLES)),
            wrong_labels=draw(st.floats(0, 1)),
        ),
        network=NetworkSpec(
            hidden=tuple(draw(st.lists(st.integers(1, 2_000), max_size=3))),
            activation=draw(st.sampled_from(["sigmoid", "tanh", "relu"])),
            initial_weights=draw(st.sampled_from(["large", "scaled"])),
        ),
        cost=draw(st.sampled_from(list(COSTS))),
        regularization=RegularizationSpec(
            penalty=penalty,
            lambda_=draw(st.floats(0, most)),
            l1_ratio=draw(st.floats(0, 1)),
            penalize_biases=draw(st.booleans()),
            dropout=draw(st.floats(0, 1, exclude_max=True)),
        ),
        augmentation=draw(augmentations(data_set.largest_shift)),
        training=TrainingSpec(
            learning_rate=eta,
            momentum=draw(st.floats(0, 1, exclude_max=True)),
            schedule=ScheduleSpec(
                rule=draw(st.sampled_from(SCHEDULES)),
                patience=draw(st.integers(1, 100_000)),
                gamma=draw(st.floats(0, 1, exclude_min=True)),
            ),
            batch_size=draw(st.integers(1, n)),
            epochs=draw(st.integers(1, 100_000)),
            stopping=draw(stopping_rules()),
        ),
        seed=draw(st.integers(0, 2**31 - 1)),
    )


@settings(deadline=None)
@given(experiment=experiments())
def test_every_experiment_comes_back_from_its_file_as_it_was(experiment: Experiment) -> None:
    text = experiment.to_json()
    assert Experiment.from_json(text) == experiment
    assert Experiment.from_json(text.encode()) == experiment
    assert Experiment.from_json(text).to_json() == text


# -------------------------------------------------------------------------------------------------------- bad files

IN_SECTION = [
    ("data.training_images", "true"),
    ("data.training_images", "1000.0"),
    ("data.training_images", '"1000"'),
    ("data.training_images", "null"),
    ("data.training_images", "NaN"),
    ("data.training_images", "1e999"),
    ("data.training_images", "0"),
    ("data.training_images", "50001"),
    ("data.training_images", "-1"),
    ("data.training_images", "9" * 40),
    ("data.training_images", "9" * 4_000),
    ("data.dataset", '"fashion"'),
    ("data.dataset", "1"),
    ("data.dataset", '["mnist"]'),
    ("data.colour", '"red"'),
    ("network.hidden", "30"),
    ("network.hidden", '"30"'),
    ("network.hidden", '["30"]'),
    ("network.hidden", "[0]"),
    ("network.hidden", "[2001]"),
    ("network.hidden", "[true]"),
    ("network.hidden", "[30.5]"),
    ("network.hidden", "[[30]]"),
    ("network.hidden", "[30, 30, 30, 30]"),
    ("network.hidden", json.dumps([30] * 10_000)),
    ("network.hidden", '{"30": 30}'),
    ("network.hidden", "null"),
    ("network.activation", '"softplus"'),
    ("network.activation", '"Sigmoid"'),
    ("network.initial_weights", '"zero"'),
    ("network.initial_weights", "{}"),
    ("regularization.penalty", '"L2"'),
    ("regularization.penalty", "null"),
    ("regularization.penalty", "false"),
    ("regularization.penalty", json.dumps("x" * 10_000)),
    ("regularization.lambda", "-1"),
    ("regularization.lambda", "true"),
    ("regularization.lambda", '"0.1"'),
    ("regularization.lambda", "NaN"),
    ("regularization.lambda", "Infinity"),
    ("regularization.lambda", "-Infinity"),
    ("regularization.lambda", "1e999"),
    ("regularization.lambda", "[0.1]"),
    ("regularization.lambda", "9" * 400),
    ("regularization.lambda", "9" * 4_000),
    ("regularization.lambda_", "0.1"),
    ("regularization.penalize_biases", "0"),
    ("regularization.penalize_biases", "1"),
    ("regularization.penalize_biases", '"false"'),
    ("regularization.penalize_biases", "null"),
    ("regularization.dropout", "1"),
    ("regularization.dropout", "1.0"),
    ("regularization.dropout", "-0.1"),
    ("regularization.dropout", "NaN"),
    ("regularization.dropout", "false"),
    ("training.learning_rate", "0"),
    ("training.learning_rate", "-0.5"),
    ("training.learning_rate", "1000.1"),
    ("training.learning_rate", "Infinity"),
    ("training.learning_rate", "1e-999"),
    ("training.learning_rate", '"0.5"'),
    ("training.batch_size", "0"),
    ("training.batch_size", "-10"),
    ("training.batch_size", "10.0"),
    ("training.batch_size", "1001"),
    ("training.batch_size", "true"),
    ("training.epochs", "0"),
    ("training.epochs", "100001"),
    ("training.epochs", "1e2"),
    ("training.nesterov", "0.9"),
]


@pytest.mark.parametrize(("key", "value"), IN_SECTION, ids=[f"{key}={value:.20}" for key, value in IN_SECTION])
def test_a_wrong_value_is_refused_with_its_key(key: str, value: str) -> None:
    section, name = key.split(".")
    assert f"“{key}”" in refusal(f'{{"{section}": {{"{name}": {value}}}}}')


AT_TOP = [
    ("seed", "-1"),
    ("seed", str(2**31)),
    ("seed", "1.0"),
    ("seed", "true"),
    ("seed", '"1"'),
    ("seed", "null"),
    ("cost", '"log"'),
    ("cost", "2"),
    ("cost", '["cross_entropy"]'),
    ("version", "2"),
    ("version", '"1"'),
    ("version", "true"),
    ("version", "null"),
    ("version", "[1]"),
    ("version", "NaN"),
    ("format", '"nnreg"'),
    ("format", "1"),
    ("format", "null"),
    ("data", "[]"),
    ("network", "30"),
    ("regularization", '"l2"'),
    ("training", "null"),
    ("epochs", "400"),
    ("Seed", "1"),
    ("", "1"),
]


@pytest.mark.parametrize(("key", "value"), AT_TOP, ids=[f"{key}={value}" for key, value in AT_TOP])
def test_a_wrong_value_at_the_top_is_refused_with_its_key(key: str, value: str) -> None:
    assert f"“{key}”" in refusal(f'{{"{key}": {value}}}')


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"seed": 1, "seed": 1}', "seed"),
        ('{"seed": 1, "cost": "cross_entropy", "seed": 2}', "seed"),
        ('{"data": {}, "data": {}}', "data"),
        ('{"version": 1, "version": 1}', "version"),
        ('{"training": {"epochs": 1, "epochs": 2}}', "epochs"),
        ('{"regularization": {"lambda": 0.1, "dropout": 0.5, "lambda": 0.1}}', "lambda"),
    ],
)
def test_a_repeated_key_is_refused(text: str, key: str) -> None:
    sentence = refusal(text)
    assert f"“{key}”" in sentence
    assert "twice" in sentence


@pytest.mark.parametrize(
    "content",
    [
        "",
        " ",
        "nnreg",
        "[]",
        '"nnreg-experiment"',
        "1",
        "true",
        "null",
        "NaN",
        "{",
        '{"seed": 1,}',
        "{'seed': 1}",
        "{} {}",
        '{"seed": 1} // one',
        b"",
        b"\xff\xfe",
        b"\xff",
        b'{"seed": "\xe9"}',
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        bytes(range(256)),
        b"\0" * 1_000,
        b"\x1f\x8b\x08" + bytes(100),
        "[" * 100_000,
        '{"data":' * 100_000,
        "[" * 100_000 + "]" * 100_000,
        json.dumps("x" * 100_000),
        json.dumps(list(range(100_000))),
        "9" * 100_000,
        '{"seed": ' + "9" * 5_000 + "}",
    ],
    ids=lambda content: f"{content[:12]!r}-{len(content)}",
)
def test_what_is_no_experiment_file_is_refused(content: str | bytes) -> None:
    refusal(content)
    refusal(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_nesting_of_any_depth_is_refused_even_where_it_can_just_be_read(opening: str) -> None:
    closing = "]" if opening == "[" else "}"
    # Somewhere here is the depth that can be read but not written.
    for depth in [*range(1, 30), *range(900, 1_001)]:
        nested = opening * depth + ("" if opening == "[" else "1") + closing * depth
        for text in (nested, f'{{"seed": {nested}}}', f'{{"version": {nested}}}', f'{{"data": {nested}}}'):
            refusal(text)


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\u2028", "\x85", "\x00", "\x1b[31m", "\ud800", "\u202e"])
@pytest.mark.parametrize(
    "text", ['{{"a{0}b": 1}}', '{{"data": {{"a{0}b": 1}}}}', '{{"a{0}": 1, "a{0}": 1}}', '{{"cost": "a{0}b"}}']
)
def test_a_line_break_in_a_key_or_value_does_not_break_the_sentence(text: str, sign: str) -> None:
    refusal(text.format(json.dumps(sign)[1:-1]))


def test_a_key_of_any_length_leaves_the_sentence_short() -> None:
    assert "x" * 30 in refusal(json.dumps({"x" * 100_000: 1}))
    assert "x" * 30 in refusal(json.dumps({"data": {"x" * 100_000: 1}}))


def test_letters_that_are_not_english_are_shown_as_they_are() -> None:
    assert "“čeština”" in refusal('{"čeština": 1}')
    assert '"příčný"' in refusal('{"cost": "příčný"}')


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
known_keys = st.sampled_from(["format", "version", "cost", "seed", *SECTIONS])
documents = st.dictionaries(
    known_keys,
    json_values
    | st.one_of([st.dictionaries(st.sampled_from(list(section)), json_values) for section in SECTIONS.values()]),
)


@settings(deadline=None, max_examples=60)
@given(document=documents | json_values)
@example(document={"training": {"learning_rate": 5e-324}})
@example(document={"regularization": {"penalty": "l2", "lambda": 1e308}})
def test_any_json_at_all_is_an_experiment_or_refused_in_one_sentence(document: Any) -> None:
    text = json.dumps(document)
    try:
        experiment = Experiment.from_json(text)
    except ExperimentError:
        refusal(text)
    else:
        assert Experiment.from_json(experiment.to_json()) == experiment


@settings(deadline=None, max_examples=100)
@given(content=st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_at_all_are_refused_in_one_sentence(content: bytes) -> None:
    try:
        Experiment.from_json(content)
    except ExperimentError:
        refusal(content)
    else:
        assert json.loads(content) == {}


@settings(deadline=None, max_examples=100)
@given(place=st.integers(0, len(DOCUMENTED) - 1), sign=st.characters())
def test_a_documented_file_with_one_letter_changed_is_read_or_refused_in_one_sentence(place: int, sign: str) -> None:
    text = DOCUMENTED[:place] + sign + DOCUMENTED[place + 1 :]
    try:
        Experiment.from_json(text)
    except ExperimentError:
        refusal(text)


# ------------------------------------------------------------------------------------------- valid combinations


@pytest.mark.parametrize("penalty", ["l2", "l1", "elastic_net"])
@pytest.mark.parametrize(("eta", "lambda_", "n"), [(0.5, 2_000.0, 1_000), (1_000.0, 1.0, 1_000), (0.5, 5_000.0, 50)])
def test_a_penalty_of_too_large_steps_is_refused_with_its_numbers_and_its_own_reason(
    penalty: str, eta: float, lambda_: float, n: int
) -> None:
    parts: dict[str, Any] = {"data": DataSpec(training_images=n), "training": TrainingSpec(learning_rate=eta)}
    with pytest.raises(ExperimentError, match=r"ηλ/n") as caught:
        Experiment(regularization=RegularizationSpec(penalty=penalty, lambda_=lambda_), **parts)
    sentence = str(caught.value)
    for number in (f"η = {eta:g}", f"λ = {lambda_:g}", f"n = {n:,}", "“regularization.lambda”"):
        assert number in sentence
    assert Experiment(regularization=RegularizationSpec(penalty="none", lambda_=lambda_), **parts).penalty_step == 0
    reason = "flip the sign of the weights" if penalty == "l2" else "throw weights of usual size across 0"
    assert f"so every step would {reason};" in sentence
    just_below = RegularizationSpec(penalty=penalty, lambda_=0.999 * n / eta)
    assert Experiment(regularization=just_below, **parts).penalty_step == pytest.approx(0.999)


def test_a_mini_batch_larger_than_the_training_set_is_refused() -> None:
    with pytest.raises(ExperimentError, match=r"“training\.batch_size” is 11, more than the 10"):
        Experiment(data=DataSpec(training_images=10), training=TrainingSpec(batch_size=11))
    assert Experiment(data=DataSpec(training_images=10), training=TrainingSpec(batch_size=10))


@pytest.mark.parametrize(
    ("changed", "allowed"),
    [
        ({"regularization": RegularizationSpec(penalty="l1", lambda_=3, penalize_biases=True, dropout=0.5)}, True),
        ({"training": TrainingSpec(learning_rate=0.1)}, True),
        ({}, True),
        ({"training": TrainingSpec(batch_size=20)}, False),
        ({"training": TrainingSpec(epochs=401)}, False),
        ({"data": DataSpec(training_images=999)}, False),
        ({"data": DataSpec(wrong_labels=0.1)}, False),
        ({"network": NetworkSpec(hidden=(31,))}, False),
        ({"network": NetworkSpec(activation="relu")}, False),
        ({"network": NetworkSpec(initial_weights="scaled")}, False),
        ({"cost": "mean_squared_error"}, False),
        ({"seed": 2}, False),
    ],
)
def test_what_may_change_in_mid_run_is_the_regularization_and_eta(changed: dict[str, Any], allowed: bool) -> None:
    assert Experiment().may_become(replace(Experiment(), **changed)) is allowed


# ---------------------------------------------------------------------------------------------------------- values


def test_numbers_of_numpy_become_plain_ones() -> None:
    experiment = Experiment(
        data=DataSpec(training_images=np.int64(100)),
        regularization=RegularizationSpec(penalty="l2", lambda_=np.float32(0.5)),
        network=NetworkSpec(hidden=[np.int32(5)]),
    )
    assert type(experiment.data.training_images) is int
    assert type(experiment.regularization.lambda_) is float
    assert experiment.network.hidden == (5,)
    assert type(experiment.network.hidden[0]) is int
    assert Experiment.from_json(experiment.to_json()) == experiment


@pytest.mark.parametrize("value", [math.nan, math.inf, 1j, object(), b"1", 10**400])
def test_a_value_that_json_does_not_know_is_refused_in_one_sentence_too(value: Any) -> None:
    with pytest.raises(ExperimentError, match=r"“regularization\.lambda”") as caught:
        RegularizationSpec(lambda_=value)
    assert len(str(caught.value)) <= 300


def test_an_experiment_is_a_value() -> None:
    one, same = Experiment(), Experiment.from_json(Experiment().to_json())
    assert one == same
    assert hash(one) == hash(same)
    with pytest.raises(FrozenInstanceError):
        one.seed = 2  # type: ignore[misc]


# ---------------------------------------------------------------------------------------------------------- essences

IDLE_SETTINGS: list[dict[str, Any]] = [
    {"regularization": RegularizationSpec(lambda_=0.5, penalize_biases=True)},
    {"regularization": RegularizationSpec(penalty="l1", penalize_biases=True)},
    {"regularization": RegularizationSpec(penalty="elastic_net", l1_ratio=0.9)},
    {"augmentation": AugmentationSpec(elastic_sigma=7.0)},
    {"data": DataSpec(training_images=20, wrong_labels=0.02)},
    {"training": TrainingSpec(epochs=2, stopping=StoppingSpec(parameter=3.0, watch="cost", action="mark"))},
]


@pytest.mark.parametrize(
    "idle", IDLE_SETTINGS, ids=["lambda", "no lambda", "l1_ratio", "smoothness", "no lie", "stopping"]
)
def test_settings_that_have_no_effect_change_neither_the_essence_nor_the_curves(
    idle: dict[str, Any], trained: Trained, same_curves: SameCurves
) -> None:
    plain = Experiment(
        data=DataSpec(training_images=20), network=NetworkSpec(hidden=(3,)), training=TrainingSpec(epochs=2)
    )
    other = replace(plain, **idle)

    assert other != plain
    assert other.essence == plain == plain.essence
    assert same_curves(trained(other), trained(plain))


def test_what_only_one_stopping_rule_looks_at_is_not_of_the_essence_of_another() -> None:
    def watching(what: str, rule: str) -> Experiment:
        return Experiment(training=TrainingSpec(stopping=StoppingSpec(rule=rule, parameter=2, watch=what)))

    for rule in ("gl", "pq", "up"):
        assert watching("cost", rule).essence == watching("accuracy", rule).essence == watching("accuracy", rule)
    assert watching("cost", "no_improvement").essence != watching("accuracy", "no_improvement").essence


def test_without_hidden_neurons_what_these_would_do_is_not_of_the_essence(
    trained: Trained, same_curves: SameCurves
) -> None:
    plain = Experiment(
        data=DataSpec(training_images=20), network=NetworkSpec(hidden=()), training=TrainingSpec(epochs=2)
    )
    other = replace(
        plain,
        network=NetworkSpec(hidden=(), activation="relu"),
        regularization=RegularizationSpec(dropout=0.5),
    )

    assert other.essence == plain == plain.essence
    assert same_curves(trained(other), trained(plain))


@pytest.mark.parametrize(
    "effective",
    [
        {"regularization": RegularizationSpec(penalty="l2", lambda_=0.5)},
        {"regularization": RegularizationSpec(penalty="elastic_net", lambda_=0.5, l1_ratio=0.9)},
        {"regularization": RegularizationSpec(dropout=0.5)},
        {"augmentation": AugmentationSpec(elastic_alpha=10, elastic_sigma=7.0)},
        {"training": TrainingSpec(stopping=StoppingSpec(rule="gl", parameter=3.0))},
        {"data": DataSpec(wrong_labels=0.1)},
        {"seed": 2},
    ],
    ids=["L2", "elastic net", "dropout", "elastic", "stopping", "lies", "seed"],
)
def test_settings_that_have_an_effect_are_of_the_essence(effective: dict[str, Any]) -> None:
    experiment = replace(Experiment(), **effective)

    assert experiment.essence == experiment
