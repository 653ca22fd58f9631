"""Arrays in .npz files: Keras' and scikit-learn's are read, and nothing is ever unpickled."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnreg_gui.engine.digits import Split
from tests.files.data_sets.made_sets import (
    all_of,
    npy,
    npy_bytes,
    opened,
    ordered,
    refused,
    said,
    whole,
    write_npz,
    write_zip,
)


def test_scikit_learns_digits_are_read(tmp_path: Path, train: Split) -> None:
    small = np.rint(train.images[:, 2:26, 2:26].reshape(-1, 8, 3, 8, 3).mean(axis=(2, 4)) / 255 * 16)
    path = write_npz(
        tmp_path / "digits.npz",
        data=small.reshape(len(small), -1),
        target=train.labels.astype(np.int64),
        frame=None,
        feature_names=np.array([f"pixel_{place}" for place in range(64)]),
        target_names=np.arange(10),
        images=small,
        DESCR="Optical recognition of handwritten digits",
    )

    found = opened(path)
    assert found.data_set.pixels == 64
    assert "The values from 0 to 16 became shades from 0 to 255." in said(found)
    images = np.concatenate([split.images for split in (found.digits.training, found.digits.test)])
    assert images.max() == 255
    assert "side" not in said(found)  # these digits stand upright


def test_a_set_for_validation_is_kept(tmp_path: Path, train: Split, test: Split) -> None:
    arrays = {
        "train_images": train.images[:100],
        "train_labels": train.labels[:100, None],
        "val_images": train.images[100:130],
        "val_labels": train.labels[100:130, None],
        "test_images": test.images,
        "test_labels": test.labels[:, None],
    }
    found = opened(write_npz(tmp_path / "medmnist.npz", **arrays))

    assert np.array_equal(found.digits.validation.images, train.images[100:130])
    assert np.array_equal(found.digits.training.labels, train.labels[:100])
    assert found.remarks == ()


def test_a_small_training_set_is_known_by_its_name(tmp_path: Path, train: Split, test: Split) -> None:
    arrays = {"x_train": test.images, "y_train": test.labels, "x_test": train.images, "y_test": train.labels}

    assert len(opened(write_npz(tmp_path / "few.npz", **arrays)).digits.test) == len(train)


def test_colours_are_made_grey(tmp_path: Path, train: Split) -> None:
    path = write_npz(tmp_path / "colour.npz", x=np.repeat(train.images[..., None], 3, axis=3), y=train.labels)

    found = opened(path)
    assert "Colours were made grey." in said(found)
    assert np.array_equal(all_of(found.digits)[0], ordered(train)[0])


def test_large_images_are_made_smaller(tmp_path: Path, train: Split) -> None:
    large = np.repeat(np.repeat(train.images, 3, axis=1), 3, axis=2)
    path = write_npz(tmp_path / "large.npz", x_train=large, y_train=train.labels, x_test=large, y_test=train.labels)

    found = opened(path)
    assert found.data_set.shape == (42, 42)
    assert "The images of 84 × 84 pixels were made smaller: 42 × 42." in said(found)


def test_images_of_16_by_16_stay_as_they_are(tmp_path: Path, train: Split) -> None:
    small = train.images[:, 2:26, 2:26].reshape(-1, 8, 3, 8, 3).mean(axis=(2, 4)).repeat(2, axis=1).repeat(2, axis=2)
    small = small.astype(np.uint8)
    path = write_npz(tmp_path / "16.npz", x_train=small, y_train=train.labels, x_test=small, y_test=train.labels)

    found = opened(path)
    assert found.data_set.shape == (16, 16)
    assert np.array_equal(found.digits.test.images, small)


def test_long_names_are_told_apart(tmp_path: Path, train: Split, test: Split) -> None:
    long = "_of_digits" * 7
    arrays = {"x_train": test.images, "y_train": test.labels, "x_test": train.images, "y_test": train.labels}

    found = opened(write_npz(tmp_path / "few.npz", **{name + long: array for name, array in arrays.items()}))
    assert len(found.digits.test) == len(train)


def test_a_long_name_is_cut_in_a_sentence_and_prints(tmp_path: Path, train: Split) -> None:
    name = "x\n" + "_of_digits" * 7
    path = write_npz(tmp_path / "some.npz", y=train.labels, **{name: train.images[:, :7, :7]})
    assert refused(path).startswith(f"…{name[-59:]} holds images of 7 × 7 pixels")
    path = write_npz(tmp_path / "some.npz", y=train.labels, **{name[:40]: train.images.astype(int) - 1})
    assert refused(path).startswith(f"x�{name[2:40]} has the value -1")


# -------------------------------------------------------------------------------------------------------- what is wrong


class Program:
    """What a pickle may do."""

    def __reduce__(self) -> tuple[Any, ...]:
        return pytest.fail, ("it was unpickled",)


def test_a_pickle_is_refused(tmp_path: Path, train: Split) -> None:
    evil = np.empty(3, object)
    evil[:] = [Program()] * 3
    path = write_zip(tmp_path / "evil.npz", {"x.npy": npy_bytes(train.images), "y.npy": npy_bytes(evil)})

    assert refused(path) == "y is pickled, which could be a program: save it as an array of numbers."


@pytest.mark.parametrize(
    ("images", "sentence"),
    [
        (npy("'|u1'", "(60, 28, 28)", bytes(47_039)), "x is damaged or cut off: copy it again."),
        (npy("'|u1'", "(60, 28, 28)", bytes(50_000_000)), "x is damaged or cut off: copy it again."),
        (npy("'|u1'", "(60, 100000, 100000)"), "says that it holds 60 images of 100,000 × 100,000 pixels"),
        (npy("'<f8'", "(59, 28, 28)"), "x holds 59 images but y holds 60 labels: they do not belong together."),
        (npy("'|u1'", "(60, 28, 28)", bytes(47_040), fortran=True), "stored column by column"),
        (npy("'<f8'", "(60, 8, 8)", struct.pack("<d", float("nan")) * 3_840), "has the value nan"),
        (npy("'<f8'", "(60, 8, 8)", struct.pack("<d", float("inf")) * 3_840), "has the value inf"),
        (npy("'<i2'", "(60, 8, 8)", struct.pack("<h", -1) * 3_840), "x has the value -1 where a shade of grey"),
        (npy("'<i2'", "(60, 8, 8)", struct.pack("<h", 256) * 3_840), "x has the value 256 where a shade of grey"),
        (npy("'|u1'", "(60, 7, 7)", bytes(2_940)), "x holds images of 7 × 7 pixels"),
        (npy("'<c16'", "(60, 8, 8)"), "no images"),
        (npy("[('a', '<f8')]", "(60, 8, 8)"), "no images"),
        (npy("'<U3'", "(60, 8, 8)"), "no images"),
        (npy("'|u1'", "(-60, 8, 8)"), "evil.npz is damaged"),
        (npy("'|u1'", "(" * 2_000), "evil.npz is damaged"),
        (npy("'|u1'", "(1j,)"), "evil.npz is damaged"),
        (b"\x93NUMPY\x02\x00\xff\xff\xff\xff", "evil.npz is damaged"),
    ],
)
def test_images_that_are_none_are_refused(tmp_path: Path, images: bytes, sentence: str) -> None:
    labels = npy("'|u1'", "(60,)", bytes(range(10)) * 6)

    assert sentence in refused(write_zip(tmp_path / "evil.npz", {"x.npy": images, "y.npy": labels}))


@pytest.mark.parametrize("label", [-1.0, 0.5, float("nan"), float("inf"), 1e30])
def test_labels_that_are_none_are_refused(tmp_path: Path, train: Split, label: float) -> None:
    labels = train.labels.astype(float)
    labels[7] = label
    said = refused(write_npz(tmp_path / "some.npz", x=train.images, y=labels))

    assert said == f"y has the label {label:g}, but labels must be whole numbers from 0 on."


def test_a_class_that_is_only_measured_is_refused(tmp_path: Path, train: Split, test: Split) -> None:
    arrays = {"x_train": train.images, "y_train": train.labels, "x_test": test.images, "y_test": test.labels + 1}

    assert refused(write_npz(tmp_path / "some.npz", **arrays)).startswith("“10” is only among the images")


def test_a_zip_that_lies_about_what_is_in_it_is_refused(tmp_path: Path, train: Split) -> None:
    images = npy("'|u1'", "(60, 8, 8)", bytes(59 * 64))  # one fewer, which only unpacking shows
    path = write_zip(tmp_path / "evil.npz", {"x.npy": images, "y.npy": npy("'|u1'", "(60,)", bytes(range(10)) * 6)})
    size = struct.pack("<I", len(images))
    assert path.read_bytes().count(size) == 2
    path.write_bytes(path.read_bytes().replace(size, struct.pack("<I", len(images) + 64)))

    assert refused(path) == "x is damaged or cut off: copy it again."


def test_thousands_of_arrays_are_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "many.npz", {f"{place}.npy": b"" for place in range(3_000)})

    assert "more arrays than a data set has" in refused(path)


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    assert "a.docx is no data set that is known here" in refused(write_zip(tmp_path / "a.docx", {"a.xml": b"<a/>"}))


def test_images_and_labels_may_be_called_anything(tmp_path: Path, train: Split, test: Split) -> None:
    path = write_npz(tmp_path / "some.npz", b=train.labels, a=train.images, d=test.images, c=test.labels)

    found = opened(path)
    assert len(found.digits.test) == 60
    assert np.array_equal(whole(found.digits)[0], ordered(train)[0])
