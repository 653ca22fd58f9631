"""Digits: MNIST as published and split, and a sentence for every unreadable file."""

import gzip
import hashlib
import pickle
import re
import struct
import tracemalloc
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import DATASETS, DataSets, Digits, Split, load_mnist, read_split
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.resource_files import resource_path

PUBLISHED = re.findall(
    r"^\| (\S+\.gz) \|.*\| ([0-9a-f]{64}) \|$", resource_path("mnist", "README.md").read_text("utf-8"), re.M
)


# ------------------------------------------------------------------------------------------------------------- MNIST


def test_four_files_are_published() -> None:
    assert len({name for name, _ in PUBLISHED}) == 4


@pytest.mark.parametrize(("name", "sha256"), PUBLISHED)
def test_the_files_are_the_published_ones(name: str, sha256: str) -> None:
    assert hashlib.sha256(resource_path("mnist", name).read_bytes()).hexdigest() == sha256


def test_the_splits_have_the_sizes_of_the_book(digits: Digits) -> None:
    assert [len(split) for split in (digits.training, digits.validation, digits.test)] == [50_000, 10_000, 10_000]
    assert digits.pixels == 784


def test_the_first_digits_are_the_known_ones(digits: Digits) -> None:
    assert digits.training.labels[:5].tolist() == [5, 0, 4, 1, 9]
    assert digits.test.labels[:5].tolist() == [7, 2, 1, 0, 4]


def test_the_validation_images_are_the_last_of_the_training_file(digits: Digits) -> None:
    folder = resource_path("mnist")
    known = read_split(folder / "train-images-idx3-ubyte.gz", folder / "train-labels-idx1-ubyte.gz")
    assert len(known) == 60_000
    assert np.array_equal(digits.validation.images, known.images[50_000:])
    assert np.array_equal(digits.validation.labels, known.labels[50_000:])
    assert np.array_equal(digits.training.images, known.images[:50_000])


def test_a_network_sees_float32_from_0_to_1(digits: Digits) -> None:
    split = digits.test[:100]
    assert split.inputs.dtype == split.targets.dtype == np.float32
    assert split.inputs.shape == (100, 784)
    assert (split.inputs.min(), split.inputs.max()) == (0.0, 1.0)
    assert split.inputs[7, 300] == np.float32(split.images[7, 300 // 28, 300 % 28] / 255)
    assert np.array_equal(split.targets.argmax(1), split.labels)
    assert np.array_equal(split.targets.sum(1), np.ones(100))


# ------------------------------------------------------------------------------------------------------- other files


def images_file(folder: Path, sizes: tuple[int, ...] = (3, 8, 8), body: bytes | None = None, magic: int = 2051) -> Path:
    path = folder / "some-images.gz"
    content = struct.pack(f">{1 + len(sizes)}I", magic, *sizes)
    path.write_bytes(gzip.compress(content + (bytes(range(192)) if body is None else body)))
    return path


def labels_file(folder: Path, labels: bytes = b"\0\4\x09", count: int = 3, magic: int = 2049) -> Path:
    path = folder / "some-labels.gz"
    path.write_bytes(gzip.compress(struct.pack(">II", magic, count) + labels))
    return path


def test_images_of_another_size_are_read(tmp_path: Path) -> None:
    split = read_split(images_file(tmp_path), labels_file(tmp_path))
    assert split.images.shape == (3, 8, 8)
    assert split.images[1, 2, 3] == 64 + 2 * 8 + 3
    assert split.labels.tolist() == [0, 4, 9]
    assert Digits(split, split, split).pixels == 64


def test_images_need_not_be_square(tmp_path: Path) -> None:
    split = read_split(images_file(tmp_path, (3, 4, 16)), labels_file(tmp_path))
    assert split.inputs.shape == (3, 64)


def test_a_part_of_a_split_keeps_images_and_labels_together(tmp_path: Path) -> None:
    part = read_split(images_file(tmp_path), labels_file(tmp_path))[1:]
    assert isinstance(part, Split)
    assert (len(part), part.labels.tolist(), part.images[0, 0, 0]) == (2, [4, 9], 64)


def refuse(images: Path, labels: Path, named: Path, *words: str) -> None:
    with pytest.raises(DigitsError) as caught:
        read_split(images, labels)
    sentence = str(caught.value)
    assert named.name in sentence
    assert "\n" not in sentence
    for word in words:
        assert word in sentence


@pytest.mark.parametrize("magic", [2049, 2052, 0, 2**32 - 1])
def test_a_file_of_something_else_is_refused(tmp_path: Path, magic: int) -> None:
    images = images_file(tmp_path, magic=magic)
    refuse(images, labels_file(tmp_path), images, str(magic), "2051")


def test_images_in_place_of_labels_are_refused(tmp_path: Path) -> None:
    labels = labels_file(tmp_path, magic=2051)
    refuse(images_file(tmp_path), labels, labels, "2051", "2049")


@pytest.mark.parametrize("length", [0, 1, 4, 15])
def test_a_header_that_is_cut_off_is_noticed(tmp_path: Path, length: int) -> None:
    images = tmp_path / "short.gz"
    images.write_bytes(gzip.compress(struct.pack(">IIII", 2051, 3, 8, 8)[:length]))
    refuse(images, labels_file(tmp_path), images, "header")


def test_missing_and_surplus_pixels_are_noticed(tmp_path: Path) -> None:
    labels = labels_file(tmp_path)
    for body in (b"", bytes(191), bytes(193), bytes(1_000)):
        images = images_file(tmp_path, body=body)
        refuse(images, labels, images, "192")


def test_missing_and_surplus_labels_are_noticed(tmp_path: Path) -> None:
    images = images_file(tmp_path)
    for body in (b"\1\2", b"\1\2\3\4"):
        labels = labels_file(tmp_path, body)
        refuse(images, labels, labels, "should hold 3")


def test_files_that_do_not_belong_together_are_noticed(tmp_path: Path) -> None:
    images, labels = images_file(tmp_path), labels_file(tmp_path, b"\1\2", count=2)
    refuse(images, labels, images, labels.name, "3 images", "2 labels")


@pytest.mark.parametrize("label", [10, 255])
def test_a_label_above_nine_is_refused(tmp_path: Path, label: int) -> None:
    labels = labels_file(tmp_path, bytes([0, label, 9]))
    refuse(images_file(tmp_path), labels, labels, str(label))


@pytest.mark.parametrize(
    "sizes",
    [(0, 8, 8), (3, 0, 8), (3, 8, 0), (3, 1_025, 8), (2**32 - 1, 8, 8), (2**32 - 1,) * 3, (60_000, 1_024, 1_024)],
)
def test_a_header_with_sizes_that_cannot_be_is_refused_before_anything_is_reserved(
    tmp_path: Path, sizes: tuple[int, ...]
) -> None:
    images = images_file(tmp_path, sizes)
    refuse(images, labels_file(tmp_path), images, "cannot be right")


def test_a_file_that_swells_up_is_unpacked_only_as_far_as_its_header_says(tmp_path: Path) -> None:
    images, labels = images_file(tmp_path, body=bytes(100_000_000)), labels_file(tmp_path)
    tracemalloc.start()
    refuse(images, labels, images, "should hold 192")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


def test_more_images_than_there_can_be_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    images = images_file(tmp_path, (90_000, 28, 28), bytes(90_000 * 784))
    refuse(images, labels_file(tmp_path), images, "90000 × 28 × 28", "cannot be right")


def test_files_within_the_file_are_not_followed(tmp_path: Path) -> None:
    images, labels = images_file(tmp_path), labels_file(tmp_path)
    images.write_bytes(images.read_bytes() + 1_000 * gzip.compress(b""))
    refuse(images, labels, images, "damaged")
    images.write_bytes(1_000 * gzip.compress(b"") + images_file(tmp_path).read_bytes())
    refuse(images, labels, images, "damaged")


def test_zeros_after_the_end_do_not_matter(tmp_path: Path) -> None:
    images = images_file(tmp_path)
    images.write_bytes(images.read_bytes() + bytes(512))

    assert len(read_split(images, labels_file(tmp_path))) == 3


def test_no_labels_at_all_are_refused(tmp_path: Path) -> None:
    labels = labels_file(tmp_path, b"", count=0)
    refuse(images_file(tmp_path), labels, labels, "cannot be right")


@pytest.mark.parametrize("content", [b"not gzip at all", struct.pack(">IIII", 2051, 3, 8, 8) + bytes(192)])
def test_a_file_that_is_not_compressed_is_refused(tmp_path: Path, content: bytes) -> None:
    images = tmp_path / "plain.gz"
    images.write_bytes(content)
    refuse(images, labels_file(tmp_path), images, "not compressed")


def test_a_file_that_is_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    whole, labels, images = images_file(tmp_path).read_bytes(), labels_file(tmp_path), tmp_path / "cut.gz"
    for length in range(len(whole)):
        images.write_bytes(whole[:length])
        refuse(images, labels, images)


def test_a_damaged_byte_is_noticed_anywhere(tmp_path: Path) -> None:
    labels, images = labels_file(tmp_path), tmp_path / "damaged.gz"
    whole = images_file(tmp_path).read_bytes()
    for place in range(len(whole)):
        images.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        if place in range(4, 10):  # the time, the compression level and the system do not matter
            assert read_split(images, labels).images.ravel().tolist() == list(range(192))
        else:
            refuse(images, labels, images)


def test_a_wrong_checksum_is_not_taken_for_another_format(tmp_path: Path) -> None:
    images = images_file(tmp_path, (3, 100, 100), np.random.default_rng(1).bytes(30_000))
    content = bytearray(images.read_bytes())
    content[-6] ^= 1
    images.write_bytes(content)
    refuse(images, labels_file(tmp_path), images, "damaged")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing.gz"
    refuse(missing, labels_file(tmp_path), missing, "cannot be read")
    refuse(images_file(tmp_path), missing, missing, "cannot be read")
    refuse(tmp_path, labels_file(tmp_path), tmp_path, "cannot be read")


def test_a_folder_without_mnist_is_named(tmp_path: Path) -> None:
    with pytest.raises(DigitsError, match=r"train-images-idx3-ubyte\.gz"):
        load_mnist(tmp_path)


def data_set(folder: Path, known: int, side: int = 2) -> Path:
    """Write a data set with this many training and validation images, and three test images, of 2 × 2 pixels."""
    for name, images, pixels in (("train", known, side), ("t10k", 3, 2)):
        header = struct.pack(">4I", 2051, images, pixels, pixels)
        (folder / f"{name}-images-idx3-ubyte.gz").write_bytes(gzip.compress(header + bytes(images * pixels**2)))
        header = struct.pack(">2I", 2049, images)
        (folder / f"{name}-labels-idx1-ubyte.gz").write_bytes(gzip.compress(header + bytes(images)))
    return folder


def test_a_split_may_have_no_image(digits: Digits) -> None:
    none = digits.validation[np.zeros(0, int)]
    assert none.inputs.shape == (0, 784)
    assert none.targets.shape == (0, 10)


def test_inputs_are_made_once_and_cross_no_pipe(digits: Digits) -> None:
    few = digits.validation[:5]
    assert few.inputs is few.inputs
    with pytest.raises(ValueError, match="read-only"):
        few.inputs[0, 0] = 1.0

    sent = pickle.dumps(few)
    assert len(sent) < 5 * 784 + 1_000
    assert np.array_equal(pickle.loads(sent).inputs, few.inputs)


def test_each_data_set_is_read_once_by_its_own_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def read_another(folder: Path) -> Digits:
        read.append(folder)
        return load_mnist(folder)

    monkeypatch.setitem(DATASETS, "another", read_another)
    (tmp_path / "another").mkdir()
    data_set(tmp_path / "another", 10_012)
    data_sets = DataSets(tmp_path)

    another = replace(MNIST, key="another")
    assert len(data_sets[another].training) == 12
    assert data_sets[another] is data_sets[another]
    assert read == [tmp_path / "another"]
    with pytest.raises(DigitsError, match="mnist"):
        data_sets[MNIST]


@pytest.mark.parametrize("known", [1, 9, 10_000, 10_009])
def test_a_data_set_with_too_few_images_says_how_many_it_takes(tmp_path: Path, known: int) -> None:
    with pytest.raises(DigitsError, match=rf"train-images\S+ holds {known:,} images, but it takes 10,010 or more"):
        load_mnist(data_set(tmp_path, known))


def test_a_small_data_set_is_split(tmp_path: Path) -> None:
    digits = load_mnist(data_set(tmp_path, 10_010))
    assert [len(split) for split in (digits.training, digits.validation, digits.test)] == [10, 10_000, 3]


def test_test_images_of_another_size_are_noticed(tmp_path: Path) -> None:
    with pytest.raises(DigitsError, match=r"t10k-images\S+ holds images of another size than train-images"):
        load_mnist(data_set(tmp_path, 10_010, side=3))
