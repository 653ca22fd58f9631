"""A data set is the same however it was packed, and what was changed is said."""

from pathlib import Path

import numpy as np
import pytest

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import Split, key_of
from nnreg_gui.files.data_sets.opening import open_data_set
from nnreg_gui.resource_files import resource_path
from tests.files.data_sets.made_sets import (
    KINDS,
    Writer,
    all_of,
    idx_plain,
    inverted,
    keras,
    lying,
    opened,
    ordered,
    pictures,
    refused,
    said,
    tables,
    whole,
    write_npz,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_same_images_are_found_however_they_are_packed(
    tmp_path: Path, train: Split, test: Split, kind: Writer
) -> None:
    found = opened(kind(tmp_path, train, test))

    assert [len(split) for split in (found.digits.training, found.digits.validation, found.digits.test)] == [
        200,
        40,
        60,
    ]
    for ours, theirs in ((whole(found.digits), ordered(train)), (ordered(found.digits.test), ordered(test))):
        assert np.array_equal(ours[0], theirs[0])
        assert np.array_equal(ours[1], theirs[1])
    assert found.data_set.classes == found.digits.classes == tuple("0123456789")
    assert (found.data_set.height, found.data_set.width, found.data_set.training_images) == (28, 28, 200)
    assert "40 of the training images were drawn" in said(found)


def test_equal_content_has_an_equal_key_wherever_it_lies(tmp_path: Path, train: Split, test: Split) -> None:
    kinds = (idx_plain, keras, tables, inverted, lying)
    for kind in kinds:
        (tmp_path / kind.__name__).mkdir()
    found = [opened(kind(tmp_path / kind.__name__, train, test)) for kind in kinds]

    assert len({one.data_set for one in found}) == 1
    assert found[0].data_set.key == key_of(found[0].digits)
    assert found[0].data_set.name == "idx_plain"
    assert found[0].data_set.path == str(tmp_path / "idx_plain")


def test_mnist_itself_is_recognized() -> None:
    found = opened(resource_path("mnist"))

    assert found.data_set == MNIST
    assert said(found) == "This is MNIST, which comes with the program."


def test_counts_tell_how_many_images_of_each_class_each_split_has(tmp_path: Path, train: Split, test: Split) -> None:
    found = opened(keras(tmp_path, train, test))

    assert found.counts["test"] == tuple(np.bincount(test.labels, minlength=10))
    assert sum(found.counts["training"]) == 200
    known = np.array(found.counts["training"]) + found.counts["validation"]
    assert np.array_equal(known, np.bincount(train.labels, minlength=10))


def test_what_stands_class_by_class_is_shuffled(tmp_path: Path, train: Split, test: Split) -> None:
    found = opened(pictures(tmp_path, train, test))

    assert len(set(found.digits.training.labels[:40].tolist())) > 7
    assert "shuffled" in said(found)
    assert opened(tmp_path).data_set == found.data_set


def test_without_a_test_set_both_others_are_drawn_from_the_training_images(tmp_path: Path, train: Split) -> None:
    found = opened(write_npz(tmp_path / "some.npz", data=train.images, target=train.labels))

    splits = found.digits.training, found.digits.validation, found.digits.test
    assert [len(split) for split in splits] == [160, 40, 40]
    for ours, theirs in zip(all_of(found.digits), ordered(train), strict=True):
        assert np.array_equal(ours, theirs)
    assert "no images for validation" in said(found)
    assert "no images to test with" in said(found)


def test_fewer_images_than_can_be_split_are_refused(tmp_path: Path, train: Split) -> None:
    path = write_npz(tmp_path / "few.npz", data=train.images[:13], target=train.labels[:13])

    assert refused(path) == "There are only 13 images to train with, but it takes 14 or more."


def test_labels_with_gaps_become_0_1_2(tmp_path: Path, train: Split) -> None:
    path = write_npz(tmp_path / "letters.npz", data=train.images, target=train.labels.astype(int) * 3 + 1)
    found = opened(path)

    assert found.data_set.classes == ("1", "4", "7", "10", "13", "16", "19", "22", "25", "28")
    assert found.digits.training.labels.max() == 9
    assert "The labels 1 to 28 became 0 to 9" in said(found)


def test_names_of_classes_stand_beside_the_file(tmp_path: Path, train: Split) -> None:
    (tmp_path / "classes.txt").write_text("Ankle boot\nBag\n", encoding="utf-8")
    path = write_npz(tmp_path / "two.npz", data=train.images, target=train.labels % 2 + 1)

    assert opened(path).data_set.classes == ("Ankle boot", "Bag")


def test_names_that_do_not_fit_are_left_aside_and_it_is_said(tmp_path: Path, train: Split) -> None:
    (tmp_path / "classes.txt").write_text("A\nB\nC\n", encoding="utf-8")
    found = opened(write_npz(tmp_path / "some.npz", data=train.images, target=train.labels))

    assert found.data_set.classes == tuple("0123456789")
    assert "there are 3 names for 10 classes" in said(found)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a\nb\nc\nd\ne\nf\ng\nh\ni\na\n", "Two classes are called a: give one of them another name."),
        (b"\xff\xfe", "classes.txt is not written in UTF-8: save it so."),
        (b"\n\n", "classes.txt must have the name of a class in each line."),
    ],
)
def test_bad_names_are_refused(tmp_path: Path, train: Split, content: bytes, sentence: str) -> None:
    (tmp_path / "classes.txt").write_bytes(content)

    assert refused(write_npz(tmp_path / "some.npz", data=train.images, target=train.labels)) == sentence


@pytest.mark.parametrize(("classes", "said_"), [(1, "All images here are of one class"), (27, "There are 27 classes")])
def test_only_2_to_26_classes_are_taken(tmp_path: Path, train: Split, classes: int, said_: str) -> None:
    path = write_npz(tmp_path / "some.npz", data=train.images, target=np.arange(len(train)) % classes)

    assert said_ in refused(path)


def test_who_waits_is_told_how_far_it_is(tmp_path: Path, train: Split, test: Split) -> None:
    shares: list[float] = []
    open_data_set(pictures(tmp_path, train, test), progress=shares.append)

    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)


@pytest.mark.parametrize("kind", KINDS[:6], ids=lambda kind: kind.__name__)
def test_reading_ends_when_nobody_waits_any_more(tmp_path: Path, train: Split, test: Split, kind: Writer) -> None:
    path = kind(tmp_path, train, test)
    shares: list[float] = []

    assert open_data_set(path, progress=shares.append, stopped=lambda: bool(shares)) is None
    assert len(shares) == 1
