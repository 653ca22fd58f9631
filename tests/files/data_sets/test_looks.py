"""Which shade is the background, and which images lie on their side."""

import numpy as np
import pytest

from nnreg_gui.engine.digits import Split
from nnreg_gui.files.data_sets.found import Part, Remark, Role
from nnreg_gui.files.data_sets.looks import upright, with_dark_background

DIGITS = tuple("0123456789")
LETTERS = tuple("ABCDEFGHIJ")


def parts(images: np.ndarray, labels: np.ndarray) -> dict[Role, Part]:
    return {"training": Part(np.ascontiguousarray(images), labels.astype(np.int64))}


def turned(images: np.ndarray, split: Split, names: tuple[str, ...], origin: str = "some") -> bool:
    """Return whether rows and columns are exchanged, and that it is said if so."""
    remarks: list[Remark] = []
    found = upright(parts(images, split.labels), names, origin, remarks)["training"].images
    is_turned = not np.array_equal(found, images)
    assert np.array_equal(found, images.transpose(0, 2, 1) if is_turned else images)
    assert ["rows and columns were exchanged" in str(remark) for remark in remarks] == [True] * is_turned
    return is_turned


def smaller(images: np.ndarray, side: int) -> np.ndarray:
    rows = np.linspace(2, 25, side).astype(int)
    return np.ascontiguousarray(images[:, rows][:, :, rows])


@pytest.mark.parametrize("side", [28, 16, 8])
def test_digits_that_lie_are_turned_and_others_are_not(train: Split, side: int) -> None:
    images = smaller(train.images, side)

    assert turned(np.ascontiguousarray(images.transpose(0, 2, 1)), train, DIGITS)
    assert not turned(images, train, DIGITS)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_digits_that_are_turned_or_mirrored_otherwise_are_left_alone(train: Split, turns: int) -> None:
    images = np.ascontiguousarray(np.rot90(train.images, turns, axes=(1, 2)))

    assert not turned(images, train, DIGITS)
    assert not turned(np.ascontiguousarray(train.images[:, :, ::-1]), train, DIGITS)


def test_what_is_no_digit_is_not_turned_by_its_looks_alone(train: Split) -> None:
    lying = np.ascontiguousarray(train.images.transpose(0, 2, 1))

    assert not turned(lying, train, LETTERS, "letters.npz")
    assert turned(lying, train, LETTERS, "EMNIST/letters.npz")
    assert not turned(train.images, train, LETTERS, "emnist-letters, already upright.npz")


def test_labels_of_something_else_are_not_taken_for_digits(train: Split) -> None:
    noise = np.random.default_rng(1).integers(0, 256, train.images.shape, np.uint8)
    assert not turned(noise, train, DIGITS)
    assert not turned(np.zeros_like(noise), train, DIGITS)


def test_images_that_are_not_square_stay_as_they_are(train: Split) -> None:
    assert not turned(np.ascontiguousarray(train.images[:, :, 4:24]), train, DIGITS)


def test_ink_is_light_afterwards(train: Split) -> None:
    remarks: list[Remark] = []
    found = with_dark_background(parts(255 - train.images, train.labels), remarks)

    assert np.array_equal(found["training"].images, train.images)
    assert "light and dark were exchanged" in str(remarks[0])
    assert with_dark_background(found, remarks) is found
    assert len(remarks) == 1
