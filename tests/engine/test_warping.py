"""Resampling in one go: exact where pixels only move, and the same as one pixel at a time everywhere."""

import math

import numpy as np
import pytest

from nnreg_gui.engine.augmentation import Drawn, augment, rotate, source_matrices
from nnreg_gui.engine.warping import Warp

KINDS = ("rotation", "shift_x", "shift_y", "zoom", "shear")


@pytest.fixture
def images(random: np.random.Generator) -> np.ndarray:
    """Return images without any symmetry, with ink at every edge."""
    return random.random((7, 9, 6), dtype=np.float32)


@pytest.fixture
def random() -> np.random.Generator:
    return np.random.default_rng(5)


def all_alike(images: np.ndarray, **values: float) -> Drawn:
    """Return the same drawn values for each image."""
    return Drawn(**{name: np.full(len(images), value, np.float32) for name, value in values.items()})


def slowly(image: np.ndarray, displacement: np.ndarray | None = None, **values: float) -> np.ndarray:
    """Warp by the book, one pixel at a time: find where it comes from, and interpolate between its neighbours there.

    Forwards: mirror, zoom, shear, rotate (counter-clockwise, with y pointing down), shift; linear algebra inverts this.
    """
    height, width = image.shape
    theta = math.radians(values.get("rotation", 0))
    turn = np.array([[math.cos(theta), math.sin(theta)], [-math.sin(theta), math.cos(theta)]])
    shear = np.array([[1, values.get("shear", 0)], [0, 1]])
    mirror = np.diag([-1 if values.get("mirror_horizontal") else 1, -1 if values.get("mirror_vertical") else 1])
    backwards = np.linalg.inv(turn @ shear @ ((1 + values.get("zoom", 0)) * mirror))
    middle = np.array([(width - 1) / 2, (height - 1) / 2])
    shift = np.array([values.get("shift_x", 0), values.get("shift_y", 0)])
    result = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            x, y = backwards @ (np.array([column, row]) - middle - shift) + middle
            if displacement is not None:
                x, y = x + displacement[0, row, column], y + displacement[1, row, column]
            left, top = math.floor(x), math.floor(y)
            for i, share_down in ((top, 1 - (y - top)), (top + 1, y - top)):
                for j, share_across in ((left, 1 - (x - left)), (left + 1, x - left)):
                    if 0 <= i < height and 0 <= j < width:
                        result[row, column] += share_down * share_across * image[i, j]
    return result


@pytest.mark.parametrize("quarters", [-2, -1, 0, 1, 2, 3, 4])
def test_quarter_turns_of_a_square_image_only_move_its_pixels(quarters: int, random: np.random.Generator) -> None:
    images = random.random((5, 28, 28), dtype=np.float32)

    assert np.array_equal(rotate(images, 90 * quarters), np.rot90(images, quarters, (1, 2)))


def test_a_half_turn_of_any_image_only_moves_its_pixels(images: np.ndarray) -> None:
    assert np.array_equal(rotate(images, 180), images[:, ::-1, ::-1])
    assert np.array_equal(rotate(images, -180), images[:, ::-1, ::-1])


@pytest.mark.parametrize(("right", "down"), [(0, 0), (1, 0), (0, 2), (3, -1), (-2, -5), (6, 0), (0, 9), (-7, 20)])
def test_a_shift_by_whole_pixels_is_a_slice(images: np.ndarray, right: int, down: int) -> None:
    height, width = images.shape[1:]
    expected = np.zeros_like(images)
    if abs(right) < width and abs(down) < height:
        target = expected[:, max(down, 0) : height + min(down, 0), max(right, 0) : width + min(right, 0)]
        target[:] = images[:, max(-down, 0) : height + min(-down, 0), max(-right, 0) : width + min(-right, 0)]

    assert np.array_equal(augment(images, all_alike(images, shift_x=right, shift_y=down)), expected)


def test_mirroring_is_reading_backwards(images: np.ndarray) -> None:
    every_other = np.arange(len(images)) % 2 == 0
    mirrored = augment(images, Drawn(mirror_horizontal=every_other))
    upside_down = augment(images, Drawn(mirror_vertical=every_other))

    assert np.array_equal(mirrored[every_other], images[every_other, :, ::-1])
    assert np.array_equal(upside_down[every_other], images[every_other, ::-1])
    for changed in (mirrored, upside_down):
        assert np.array_equal(changed[~every_other], images[~every_other])


@pytest.mark.parametrize("kind", KINDS)
def test_zero_leaves_every_bit(images: np.ndarray, kind: str) -> None:
    assert np.array_equal(augment(images, all_alike(images, **{kind: 0.0})), images)


@pytest.mark.parametrize("seed", range(12))
def test_it_equals_one_pixel_at_a_time(seed: int, images: np.ndarray) -> None:
    random = np.random.default_rng(seed)
    limits = {"rotation": 180, "shift_x": 3, "shift_y": 3, "zoom": 0.6, "shear": 1}
    values = {name: random.uniform(-limit, limit, len(images)) for name, limit in limits.items()}
    mirrors = {name: random.random(len(images)) < 0.5 for name in ("mirror_horizontal", "mirror_vertical")}
    elastic = random.normal(0, 1.5, (len(images), 2, *images.shape[1:])).astype(np.float32)
    drawn = {name: value.astype(np.float32) for name, value in values.items()} | mirrors

    changed = augment(images, Drawn(**drawn, elastic=elastic))
    for number, image in enumerate(images):
        own = {name: float(value[number]) for name, value in drawn.items()}
        assert np.allclose(changed[number], slowly(image, elastic[number], **own), atol=3e-5)


@pytest.mark.parametrize("degrees", [7, 33.3, 45, 121])
def test_turning_there_and_back_restores_the_middle(degrees: float) -> None:
    y, x = np.mgrid[:28, :28] - 13.5
    sigma = 3
    blob = np.exp(-((x - 3) ** 2 + (y + 2) ** 2) / (2 * sigma**2)).astype(np.float32)[None]
    restored = rotate(rotate(blob, degrees), -degrees)

    # Linear interpolation between neighbours errs by at most |f″|/8: twice, in two directions each.
    assert np.abs(restored - blob)[0, 8:20, 8:20].max() < 2 * 2 * (1 / sigma**2) / 8
    assert np.abs(rotate(blob, degrees) - blob).max() > 0.05


def test_a_zoom_makes_larger_and_a_positive_shear_leans_the_top_to_the_left() -> None:
    cross = np.zeros((1, 29, 29), np.float32)
    cross[0, 14, 9:20] = cross[0, 9:20, 14] = 1
    larger = augment(cross, all_alike(cross, zoom=0.5))
    smaller = augment(cross, all_alike(cross, zoom=-0.5))
    leaning = augment(cross, all_alike(cross, shear=0.5))[0]

    assert smaller.sum() < cross.sum() < larger.sum()
    assert leaning[10].argmax() == 12
    assert leaning[18].argmax() == 16


def test_more_images_than_a_piece_holds_are_all_changed(random: np.random.Generator) -> None:
    images = random.random((601, 4, 4), dtype=np.float32)

    assert np.array_equal(rotate(images, 90), np.rot90(images, 1, (1, 2)))


def test_the_source_is_left_as_it_was_and_may_be_the_target(images: np.ndarray) -> None:
    before = images.copy()
    drawn = all_alike(images, rotation=20)
    apart = np.empty_like(images)
    matrices = source_matrices(drawn, len(images))
    assert matrices is not None
    warp = Warp(len(images), *images.shape[1:])
    warp(images, matrices, None, apart)
    assert np.array_equal(images, before)

    warp(images, matrices, None, images)
    assert np.array_equal(images, apart)


def test_everything_stays_float32(images: np.ndarray) -> None:
    assert augment(images, all_alike(images, rotation=20, zoom=0.1, blur=1, contrast=0.1)).dtype == np.float32
