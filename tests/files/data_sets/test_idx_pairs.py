"""IDX files: which of them belong together follows from what they hold; names only break ties."""

import gzip
import os
import struct
from pathlib import Path

import numpy as np
import pytest

from nnreg_gui.engine.digits import Split
from tests.files.data_sets.made_sets import (
    all_of,
    idx_bytes,
    idx_packed,
    idx_plain,
    opened,
    ordered,
    refused,
    said,
    whole,
    write_idx,
)
from tests.other_digits import FASHION

EMNIST = ("emnist-{}-train-images-idx3-ubyte.gz", "emnist-{}-train-labels-idx1-ubyte.gz")


def test_the_larger_pair_is_to_train_with_whatever_the_files_are_called(
    tmp_path: Path, train: Split, test: Split
) -> None:
    write_idx(tmp_path, train.images, train.labels, ("t10k-images", "x"), packed=False)
    write_idx(tmp_path, test.images, test.labels, ("train-images", "y"), packed=True)

    found = opened(tmp_path)
    assert (len(found.digits.training) + len(found.digits.validation), len(found.digits.test)) == (240, 60)


def test_among_pairs_of_one_size_the_names_say_it(tmp_path: Path, train: Split) -> None:
    one, other = train[:100], train[100:200]
    write_idx(tmp_path, one.images, one.labels, ("a-test-images", "a-test-labels"), packed=False)
    write_idx(tmp_path, other.images, other.labels, ("a-train-images", "a-train-labels"), packed=False)

    assert np.array_equal(whole(opened(tmp_path).digits)[0], ordered(other)[0])


@pytest.mark.parametrize("name", ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"])
def test_any_of_the_files_stands_for_all(tmp_path: Path, train: Split, test: Split, name: str) -> None:
    idx_packed(tmp_path, train, test)

    found = opened(tmp_path / name)
    assert found.data_set == opened(tmp_path).data_set
    assert found.data_set.name == name


def test_unpacked_copies_beside_the_packed_files_are_no_other_data_set(
    tmp_path: Path, train: Split, test: Split
) -> None:
    idx_packed(tmp_path, train, test)
    for path in list(tmp_path.iterdir()):
        path.with_suffix("").write_bytes(gzip.decompress(path.read_bytes()))

    assert len(opened(tmp_path).digits.test) == 60


def test_of_several_data_sets_one_must_be_chosen(tmp_path: Path, train: Split) -> None:
    for name, part in (("letters", train[:100]), ("digits", train[100:])):
        names = [one.format(name) for one in EMNIST]
        write_idx(tmp_path, part.images, part.labels, names, packed=True)
        names = [one.format(name).replace("train", "test") for one in EMNIST]
        write_idx(tmp_path, part.images[:50], part.labels[:50], names, packed=True)

    assert refused(tmp_path) == "There is more than one data set here: open one of its files instead."
    for path in tmp_path.glob("emnist-letters-*"):
        found = opened(path)
        assert np.array_equal(whole(found.digits)[0], ordered(train[:100])[0])
        assert len(found.digits.test) == 50


def test_emnists_letters_have_the_names_in_its_table(tmp_path: Path, train: Split) -> None:
    names = [one.format("letters") for one in EMNIST]
    write_idx(tmp_path / "raw", train.images.transpose(0, 2, 1), train.labels + 1, names, packed=True)
    lines = [f"{label} {64 + label} {96 + label}\n" for label in range(1, 11)]
    (tmp_path / "raw" / "emnist-letters-mapping.txt").write_text("".join(lines), "utf-8")
    (tmp_path / "raw" / "emnist-digits-mapping.txt").write_text("0 48\n", "utf-8")

    found = opened(tmp_path / "raw" / names[0])
    assert found.data_set.classes == ("Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg", "Hh", "Ii", "Jj")
    assert "By its name this is EMNIST" in said(found)
    assert np.array_equal(all_of(found.digits)[0], ordered(train)[0])


def test_a_folder_with_nothing_but_a_folder_stands_for_it(tmp_path: Path, train: Split, test: Split) -> None:
    idx_plain(tmp_path / "MNIST" / "raw", train, test)

    assert opened(tmp_path).data_set == opened(tmp_path / "MNIST" / "raw").data_set


def test_the_first_column_of_qmnists_labels_is_the_class(tmp_path: Path, train: Split) -> None:
    labels = np.zeros((len(train), 8), ">i4")
    labels[:, 0], labels[:, 2] = train.labels, 300
    (tmp_path / "qmnist-train-images-idx3-ubyte").write_bytes(idx_bytes(train.images))
    (tmp_path / "qmnist-train-labels-idx2-int").write_bytes(idx_bytes(labels, 0x0C))

    found = opened(tmp_path)
    assert sum(map(np.array, found.counts.values())).tolist() == np.bincount(train.labels).tolist()


def test_too_many_images_are_drawn_from(tmp_path: Path, train: Split, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nnreg_gui.files.data_sets.image_rows.MOST_VALUES", 100 * 28 * 28)
    write_idx(tmp_path, train.images, train.labels, ("a", "b"), packed=True)

    found = opened(tmp_path)
    assert sum(map(sum, found.counts.values())) == 100
    assert str(found.remarks[0]) == "There are more images than fit: 100 of 240 were drawn at random."
    digits = found.digits
    known = {image.tobytes(): label for image, label in zip(train.images, train.labels, strict=True)}
    for split in (digits.training, digits.validation, digits.test):
        assert [known[image.tobytes()] for image in split.images] == split.labels.tolist()


# -------------------------------------------------------------------------------------------------------- what is wrong


def pair(folder: Path, images: bytes, labels: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "images").write_bytes(images)
    (folder / "labels").write_bytes(labels)
    return folder


def header(*sizes: int) -> bytes:
    return bytes([0, 0, 8, len(sizes)]) + struct.pack(f">{len(sizes)}I", *sizes)


def test_labels_for_one_image_less_are_refused(tmp_path: Path, train: Split) -> None:
    folder = pair(tmp_path, idx_bytes(train.images[:-1]), idx_bytes(train.labels))

    assert refused(folder) == "images holds 239 images but labels holds 240 labels: they do not belong together."


def test_images_without_labels_are_refused(tmp_path: Path, train: Split) -> None:
    (tmp_path / "images").write_bytes(idx_bytes(train.images))

    assert "no labels" in refused(tmp_path)


def test_images_of_two_sizes_are_refused(tmp_path: Path, train: Split, test: Split) -> None:
    idx_plain(tmp_path, train, test)
    (tmp_path / "c").write_bytes(idx_bytes(test.images[:, 2:, 2:]))

    assert refused(tmp_path) == "c holds images of another size than a: they do not belong together."


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("sizes", [(10**9, 28, 28), (60_000, 2**31, 2**31), (240, 1_025, 28), (900_000, 64, 64)])
def test_what_no_data_set_holds_is_refused_by_its_header(
    tmp_path: Path, train: Split, sizes: tuple[int, int, int], packed: bool
) -> None:
    images, labels = header(*sizes), header(sizes[0]) + bytes(1_000)
    folder = pair(tmp_path, *(map(gzip.compress, (images, labels)) if packed else (images, labels)))

    assert "nothing to train on here" in refused(folder)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(header(1_000, 28, 28) + bytes(50_000_000))
    folder = pair(tmp_path, bomb, header(1_000) + bytes(range(10)) * 100)

    assert "holds more than it says" in refused(folder)


def test_images_too_small_to_see_are_refused(tmp_path: Path, train: Split) -> None:
    folder = pair(tmp_path, idx_bytes(np.ascontiguousarray(train.images[:, ::4, ::4])), idx_bytes(train.labels))

    assert refused(folder) == "images holds images of 7 × 7 pixels, but it takes 8 × 8 or more to see anything."


@pytest.mark.parametrize("packed", [True, False])
def test_what_is_cut_off_is_refused(tmp_path: Path, train: Split, packed: bool) -> None:
    images = idx_bytes(train.images)
    images = gzip.compress(images)[:-20] if packed else images[:-1]

    assert refused(pair(tmp_path, images, idx_bytes(train.labels))) == ("images is damaged or cut off: copy it again.")


def test_negative_labels_are_refused(tmp_path: Path, train: Split) -> None:
    labels = train.labels.astype(">i2") - 1

    assert "has the label -1" in refused(pair(tmp_path, idx_bytes(train.images), idx_bytes(labels, 0x0B)))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path, train: Split) -> None:
    folder = pair(tmp_path, idx_bytes(train.images), idx_bytes(train.labels))
    (folder / "labels").chmod(0)

    assert refused(folder) == "labels cannot be read (Permission denied)."


# ------------------------------------------------------------------------------------------------------------- Debian's


@pytest.mark.skipif(not FASHION.is_dir(), reason="Debian's package dataset-fashion-mnist is not installed")
def test_debians_fashion_is_opened() -> None:
    found = opened(FASHION)

    assert [sum(counts) for counts in found.counts.values()] == [50_000, 10_000, 10_000]
    assert found.counts["test"] == (1_000,) * 10
    assert [remark.template[:20] for remark in found.remarks] == ["There are no images "]  # neither turned nor inverted
