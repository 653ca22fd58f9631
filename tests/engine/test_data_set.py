"""What an experiment says of its data set, and training on others than MNIST."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnreg_gui.engine.augmentation import augment, draw
from nnreg_gui.engine.data_set import LONGEST_NAME, LONGEST_PATH, MNIST, as_name
from nnreg_gui.engine.digits import MNIST_CONTENT, DataSets, Digits, Split, data_set_of, key_of
from nnreg_gui.engine.experiment import (
    AugmentationSpec,
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    TrainingSpec,
)
from nnreg_gui.engine.experiment_line import experiment_from_text, experiment_line
from nnreg_gui.engine.handwriting import like_mnist
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import sizes_of
from nnreg_gui.engine.problems import DigitsError, ExperimentError, Problem
from nnreg_gui.engine.pruning import Pruning
from nnreg_gui.engine.questions.lies import LyingDigitsQuestion
from nnreg_gui.engine.questions.pruning_questions import FineTuningQuestion
from nnreg_gui.engine.questions.question import ConfusionQuestion, Network, confusion_matrix, most_confused
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import DOCUMENT, MOST_HISTORIES, session_bytes
from nnreg_gui.engine.sessions.session_reading import MOST_CHARACTERS, read_session
from nnreg_gui.engine.specs import LARGEST_NUMBER
from nnreg_gui.engine.training import train
from nnreg_gui.engine.wrong_labels import wrong_labels
from tests.other_digits import WORDS, Other


def experiment_on(other: Other, **options: Any) -> Experiment:
    return Experiment(
        data=DataSpec(dataset=other.data_set, training_images=200, **options),
        network=NetworkSpec(hidden=(8,), initial_weights="scaled"),
        training=TrainingSpec(epochs=3),
    )


def trained_on(other: Other, experiment: Experiment) -> RunHistory:
    return RunHistory.of(experiment, train(experiment, other.digits))


# --------------------------------------------------------------------------------------------------- what files say


def test_an_experiment_names_its_data_set_in_its_file(other: Other) -> None:
    experiment = experiment_on(other)
    said = json.loads(experiment.to_json())["data"]["dataset"]

    assert said["name"] == other.data_set.name
    assert said["path"] == other.data_set.path
    assert tuple(said["classes"]) == other.data_set.classes
    again = Experiment.from_json(experiment.to_json())
    assert again == experiment
    assert again.data.dataset.name == other.data_set.name


def test_mnist_is_a_word_as_ever() -> None:
    assert json.loads(Experiment().to_json())["data"]["dataset"] == "mnist"


def test_where_it_lies_and_what_it_is_called_are_no_part_of_it(other: Other) -> None:
    moved = replace(other.data_set, name="elsewhere", path="/elsewhere")

    assert moved == other.data_set
    assert experiment_on(replace_data_set(other, moved)) == experiment_on(other)


def replace_data_set(other: Other, data_set: Any) -> Other:
    return replace(other, data_set=data_set)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("key", "mnist"),
        ("key", "sha256:12"),
        ("key", "sha256:" + 64 * "G"),
        ("key", None),
        ("name", ""),
        ("name", 7),
        ("name", "two\nlines"),
        ("name", (LONGEST_NAME + 1) * "x"),
        ("path", (LONGEST_PATH + 1) * "x"),
        ("path", "\x1b[31m"),
        ("height", 7),
        ("height", 65),
        ("width", 16.0),
        ("width", True),
        ("width", float("nan")),
        ("classes", "0123456789"),
        ("classes", ["one"]),
        ("classes", 27 * ["x"]),
        ("classes", ["twice", "twice"]),
        ("classes", ["a", ""]),
        ("classes", ["a", 41 * "b"]),
        ("classes", ["a", "\u202eb"]),
        ("training_images", 0),
        ("training_images", 10**12),
        ("validation_images", 0),
        ("validation_images", 10**12),
    ],
)
def test_what_a_file_cannot_say_of_a_data_set_is_refused_by_its_key(name: str, value: object, other: Other) -> None:
    document = json.loads(experiment_on(other).to_json())
    document["data"]["dataset"][name] = value

    with pytest.raises(ExperimentError) as refusal:
        Experiment.from_json(json.dumps(document))
    assert f"“data.dataset.{name}”" in str(refusal.value)
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize("value", ["fashion", 1, None, ["mnist"], {}, {"key": "mnist"}])
def test_what_is_no_description_of_a_data_set_is_refused(value: object) -> None:
    with pytest.raises(ExperimentError, match=r"“data\.dataset"):
        Experiment.from_json(json.dumps({"data": {"dataset": value}}))


def test_an_unknown_word_in_a_description_is_refused(other: Other) -> None:
    document = json.loads(experiment_on(other).to_json())
    document["data"]["dataset"]["colour"] = 1
    with pytest.raises(ExperimentError, match=r"“data\.dataset\.colour”"):
        Experiment.from_json(json.dumps(document))


def test_names_are_made_fit() -> None:
    assert as_name("a\nb\tc", 10) == "a�b�c"
    assert as_name("  ", 10) == "?"
    assert as_name(20 * "x", 10) == 9 * "x" + "…"
    assert as_name("/long/way/to/it", 6, cuts_beginning=True) == "…to/it"


def test_there_cannot_be_more_images_than_the_data_set_has(other: Other) -> None:
    with pytest.raises(ExperimentError, match=f"between 1 and {other.data_set.training_images}"):
        DataSpec(dataset=other.data_set, training_images=other.data_set.training_images + 1)


def test_shifts_go_as_far_as_half_the_picture(other: Other) -> None:
    largest = max(other.data_set.shape) // 2
    experiment = experiment_on(other)

    replace(experiment, augmentation=AugmentationSpec(shift=largest))
    with pytest.raises(ExperimentError, match=f"0 ≤ shift ≤ {largest}"):
        replace(experiment, augmentation=AugmentationSpec(shift=largest + 1))


def test_an_experiment_on_other_digits_keeps_what_they_allow(other: Other) -> None:
    large = Experiment(
        data=DataSpec(training_images=50_000),
        training=TrainingSpec(batch_size=5_000),
        augmentation=AugmentationSpec(shift=14, rotation=15),
    )
    moved = large.on(other.data_set)

    assert moved.data.dataset == other.data_set
    assert moved.data.training_images == moved.training.batch_size == other.data_set.training_images
    assert moved.augmentation == replace(large.augmentation, shift=other.data_set.largest_shift)
    assert moved.on(MNIST).data.dataset == MNIST


def test_the_largest_lambda_that_is_kept_for_later_stays_a_number_on_other_digits(other: Other) -> None:
    largest = replace(Experiment(), regularization=RegularizationSpec(lambda_=LARGEST_NUMBER))
    fewer = replace(other.data_set, training_images=600)

    assert 0 < largest.on(fewer).regularization.lambda_ <= LARGEST_NUMBER


def test_a_line_to_paste_names_the_key_and_the_size(other: Other) -> None:
    experiment = experiment_on(other)
    line = experiment_line(experiment)
    moved = replace(other.data_set, name="elsewhere", path="/elsewhere")

    key, (height, width) = other.data_set.key.removeprefix("sha256:")[:12], other.data_set.shape
    assert line == f"nnreg: data={key}-{height}x{width} n=200 hidden=8 weights=scaled epochs=3"
    assert experiment_from_text(f"Try this: {line.upper().replace('NNREG', 'nnreg')}.", [moved]) == experiment
    assert experiment_from_text(line.replace("x", "×"), [moved]) == experiment
    assert experiment_from_text("nnreg: n=200", [moved]).data.dataset == MNIST


def test_a_line_about_images_that_are_not_open_says_which(other: Other) -> None:
    line = experiment_line(experiment_on(other))
    larger, of_another_key = replace(other.data_set, height=64), replace(other.data_set, key="sha256:" + 64 * "0")
    for opened in ([], [larger, of_another_key]):
        with pytest.raises(ExperimentError) as refusal:
            experiment_from_text(line, opened)
        key, (height, width) = other.data_set.key.removeprefix("sha256:")[:12], other.data_set.shape
        assert f"the data set {key} of {height} × {width} pixels, which is not open" in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "data=",
        "data=mnist",
        "data=3f2a9c1b04de",
        "data=3f2a9c1b04dg-16x16",
        "data=3f2a9c1b04de-16x160",
        f"data={1_000 * '3'}-16x16",
        "data=3f2a9c1b04de-16x16 data=3f2a9c1b04de-16x16",
        "data=3f2a9c1b04de-16x16 dataset=mnist",
        "data",
    ],
)
def test_what_names_no_data_set_in_a_line_is_refused_in_a_short_sentence(text: str) -> None:
    with pytest.raises(ExperimentError) as refusal:
        experiment_from_text(f"nnreg: {text} n=100")
    assert len(str(refusal.value)) < 200


def test_what_an_opened_data_set_does_not_allow_is_refused(other: Other) -> None:
    line = experiment_line(experiment_on(other)).replace("n=200", "n=50000")
    with pytest.raises(ExperimentError, match=r"data\.training_images"):
        experiment_from_text(line, [other.data_set])


# ------------------------------------------------------------------------------------------------------------- keys


def test_mnist_is_known_by_its_content(digits: Digits) -> None:
    assert key_of(digits) == MNIST_CONTENT
    assert data_set_of(digits, "train-images", "/somewhere") is MNIST


def test_the_key_is_that_of_the_content(other: Other) -> None:
    digits = other.digits
    copy = Digits(*(Split(split.images.copy(), split.labels.copy(), split.classes) for split in splits_of(digits)),
                  digits.classes)  # fmt: skip
    assert key_of(copy) == key_of(digits) == other.data_set.key

    changed = digits.test.labels.copy()
    changed[0] = 1 - min(changed[0], 1)
    assert key_of(replace(digits, test=Split(digits.test.images, changed))) != key_of(digits)
    assert key_of(replace(digits, classes=tuple(reversed(digits.classes)))) != key_of(digits)
    assert key_of(replace(digits, test=digits.training, training=digits.test)) != key_of(digits)


def splits_of(digits: Digits) -> tuple[Split, Split, Split]:
    return digits.training, digits.validation, digits.test


def test_what_is_not_open_is_named_with_where_it_was(other: Other, tmp_path: Path) -> None:
    data_sets = DataSets(tmp_path)
    with pytest.raises(DigitsError, match=re.escape(other.data_set.name)) as refusal:
        data_sets[other.data_set]
    assert other.data_set.path in str(refusal.value)

    data_sets[other.data_set] = other.digits
    assert data_sets[replace(other.data_set, path="/elsewhere")] is other.digits
    with pytest.raises(DigitsError):  # a forged file that says other sizes of the same key
        data_sets[replace(other.data_set, height=64)]


# --------------------------------------------------------------------------------------------------- what is trained


def test_networks_have_as_many_inputs_and_outputs_as_their_digits(other: Other) -> None:
    history = trained_on(other, experiment_on(other))
    newest = history.newest
    assert newest is not None

    assert sizes_of(history.experiment) == (other.data_set.pixels, 8, len(other.data_set.classes))
    assert newest.parameters.weights[0].shape == (8, other.data_set.pixels)
    assert newest.parameters.weights[1].shape == (len(other.data_set.classes), 8)
    assert newest.validation_accuracy > 0.4


def test_lies_are_names_of_other_classes(other: Other) -> None:
    experiment = experiment_on(other, wrong_labels=0.5)
    lies = wrong_labels(experiment, other.digits.training.labels[:200])

    assert lies.told.max() < len(other.data_set.classes)
    assert not np.any(lies.told[lies.lies] == lies.true)
    question = LyingDigitsQuestion(experiment)
    assert question.dataset == other.data_set
    assert trained_on(other, experiment).newest is not None


def test_the_digits_are_augmented_in_their_size(other: Other) -> None:
    images = other.digits.training[:10].inputs.reshape(-1, *other.data_set.shape)
    spec = AugmentationSpec(rotation=20, shift=3, elastic_alpha=10, blur=1, mirror_horizontal=0.5)
    changed = augment(images, draw(spec, len(images), other.data_set.shape, np.random.default_rng(1)))

    assert changed.shape == images.shape
    assert not np.array_equal(changed, images)
    experiment = replace(experiment_on(other), augmentation=spec)
    assert trained_on(other, experiment).newest is not None


def test_a_network_is_asked_about_its_own_classes(other: Other) -> None:
    network = network_of(trained_on(other, experiment_on(other)))
    called = answer_of(ConfusionQuestion((network,)).answers(other.digits))[0]
    classes = len(other.data_set.classes)
    counts = confusion_matrix(other.digits.validation.labels, called, classes)

    assert network.dataset == other.data_set
    assert counts.shape == (classes, classes)
    first, second = most_confused(counts)
    assert 0 <= first < second < classes


def test_the_pair_that_is_confused_most_counts_both_ways() -> None:
    counts = np.array([[50, 3, 4], [3, 40, 0], [1, 0, 30]])

    assert most_confused(counts) == (0, 1)
    assert most_confused(np.diag([3, 4, 5])) == (0, 1)


def test_a_network_is_pruned(other: Other) -> None:
    history = trained_on(other, experiment_on(other))
    newest = history.newest
    assert newest is not None
    question = FineTuningQuestion(history.experiment, newest.parameters, Pruning(0.5, False, 1))
    pruned = answer_of(question.answers(other.digits))

    assert pruned.experiment.data.dataset == other.data_set
    assert pruned.newest.parameters.weights[0].shape == newest.parameters.weights[0].shape


def test_a_drawing_is_made_like_the_digits(other: Other) -> None:
    drawing = np.zeros((300, 200), np.float32)
    drawing[50:250, 90:110] = 1.0
    made = like_mnist(drawing, other.data_set.shape)

    assert made.shape == other.data_set.shape
    assert made.max() > 0.5
    assert not np.any(like_mnist(np.zeros((30, 30), np.float32), other.data_set.shape))


# ---------------------------------------------------------------------------------------------------------- sessions


def session_of(*histories: RunHistory) -> Session:
    runs = tuple(ListedRun(history, number, f"run {number}", True) for number, history in enumerate(histories, 1))
    return Session(runs, None, 1)


def test_a_session_brings_its_runs_back(
    other: Other, small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory]
) -> None:
    experiment = experiment_on(other, wrong_labels=0.1)
    history, changed = RunHistory(experiment), False
    events = train(experiment, other.digits)
    for event in events:
        history.add(event)
        if not changed and history.newest is not None and history.newest.epoch == 1:
            changed = True
            history.add(events.send(replace(experiment, training=replace(experiment.training, learning_rate=0.1))))
    content = session_bytes(session_of(history, trained(small(epochs=1))))
    first, second = (run.history for run in read_session(content).runs)

    assert first.experiment == experiment
    assert first.experiment.data.dataset.path == other.data_set.path
    assert first.changes == history.changes
    assert second.experiment.data.dataset is MNIST
    assert first.newest is not None
    assert history.newest is not None
    for one, two in zip(first.newest.parameters.weights, history.newest.parameters.weights, strict=True):
        assert np.array_equal(one, two)
    assert session_bytes(session_of(first, second)) == content


def test_a_session_of_as_many_runs_as_it_may_hold_says_no_more_than_is_read(other: Other) -> None:
    classes = tuple(f"{number:02} {37 * '界'}" for number in range(26))
    data_set = replace(other.data_set, name=LONGEST_NAME * "n", path=LONGEST_PATH * "界", classes=classes)
    experiment = Experiment(data=DataSpec(dataset=data_set, training_images=10), network=NetworkSpec(hidden=()))
    content = session_bytes(session_of(*(RunHistory(experiment) for _ in range(20))))

    assert len(read_session(content).runs) == 20
    said = zipfile.ZipFile(io.BytesIO(content)).read(DOCUMENT)
    assert MOST_HISTORIES / 20 * len(said) < MOST_CHARACTERS * 0.7  # the rest is for the changes of `MOST_CHANGES`


def test_a_change_to_other_digits_is_no_change_of_a_run(other: Other) -> None:
    experiment = experiment_on(other)
    assert not experiment.may_become(replace(experiment, data=DataSpec(training_images=200)))


# ------------------------------------------------------------------------------------------------------------- tools


def network_of(history: RunHistory) -> Network:
    newest = history.newest
    assert newest is not None
    return Network.of(newest.parameters, history.experiment)


def answer_of(answers: Any) -> Any:
    while True:
        try:
            next(answers)
        except StopIteration as end:
            return end.value


def test_words_are_names_of_classes(digits: Digits, other: Other) -> None:
    assert other.digits.classes in (MNIST.classes, WORDS)
    assert other.data_set.label_of(other.digits.classes[1]) == 1
    assert other.data_set.label_of("no such class") is None
    with pytest.raises(Problem):
        replace(experiment_on(other), data=DataSpec(dataset=other.data_set, training_images=999))
