"""Drawings made to look like MNIST: the same size, thickness and place as its own digits."""

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.handwriting import like_mnist


def _centre(image: np.ndarray) -> tuple[float, float]:
    places = np.arange(28)
    return image.sum(1) @ places / image.sum(), image.sum(0) @ places / image.sum()


def _box(image: np.ndarray) -> tuple[int, int]:
    rows, columns = np.flatnonzero(image.max(1)), np.flatnonzero(image.max(0))
    return int(rows[-1] - rows[0] + 1), int(columns[-1] - columns[0] + 1)


@pytest.mark.parametrize(
    ("rows", "columns"), [((10, 250), (100, 130)), ((200, 215), (5, 290)), ((0, 300), (0, 300)), ((50, 53), (70, 74))]
)
def test_ink_is_fitted_and_its_mass_in_the_middle(rows: tuple[int, int], columns: tuple[int, int]) -> None:
    drawing = np.zeros((300, 300), np.float32)
    drawing[rows[0] : rows[1], columns[0] : columns[1]] = 1
    image = like_mnist(drawing)

    assert image.shape == (28, 28)
    assert image.dtype == np.float32
    assert max(_box(image)) == 20
    assert _centre(image) == pytest.approx((14, 14), abs=0.51)
    assert 0 < image.max() <= 1


def test_ink_far_from_a_heavy_part_makes_the_digit_smaller_but_leaves_it_whole() -> None:
    drawing = np.zeros((220, 220), np.float32)
    drawing[10:200, 100:106] = 1
    drawing[180:210, 60:160] = 1
    image = like_mnist(drawing)

    assert _centre(image) == pytest.approx((14, 14), abs=0.51)
    assert max(_box(image)) < 20
    assert np.flatnonzero(image.max(1))[0] <= 2, "the thin end is still there"


def test_a_lopsided_drawing_is_centred_by_mass_not_by_its_edges() -> None:
    drawing = np.zeros((200, 200), np.float32)
    drawing[20:180, 20:60] = 1
    drawing[160:180, 20:120] = 1
    image = like_mnist(drawing)
    rows, columns = np.flatnonzero(image.max(1)), np.flatnonzero(image.max(0))

    assert _centre(image) == pytest.approx((14, 14), abs=0.51)
    assert (rows[0] + rows[-1]) / 2 < 13
    assert (columns[0] + columns[-1]) / 2 > 15


@pytest.mark.parametrize("row", range(8))
def test_an_enlarged_digit_of_mnist_comes_back_nearly_as_it_was(digits: Digits, row: int) -> None:
    original = digits.validation[row : row + 1].inputs.reshape(28, 28)
    enlarged = np.kron(original, np.ones((10, 10), np.float32))

    assert np.abs(like_mnist(enlarged) - original).mean() < 0.001


def test_nothing_drawn_is_an_empty_picture() -> None:
    assert like_mnist(np.zeros((50, 80), np.float32)).sum() == 0
