"""Blur: no mass is lost, a point becomes a Gaussian, σ = 0 is the image itself."""

import numpy as np
import pytest

from nnreg_gui.engine.blurring import blur, gaussian_matrices, smooth_fields


@pytest.fixture
def images() -> np.ndarray:
    return np.random.default_rng(3).random((6, 11, 8), dtype=np.float32)


@pytest.mark.parametrize("sigma", [0.3, 1.0, 2.5, 10.0])
def test_mass_is_kept_wherever_it_lies(images: np.ndarray, sigma: float) -> None:
    sigmas = np.full(len(images), sigma)

    assert np.allclose(blur(images, sigmas).sum((1, 2)), images.sum((1, 2)), rtol=1e-5)
    corner = np.zeros((1, 28, 28), np.float32)
    corner[0, 0, 0] = 1
    assert blur(corner, np.array([sigma])).sum() == pytest.approx(1, abs=1e-5)


def test_each_image_has_its_own_width(images: np.ndarray) -> None:
    sigmas = np.linspace(0, 3, len(images))
    together = blur(images, sigmas)

    assert np.array_equal(together[0], images[0]), "σ = 0 leaves every bit"
    for number, sigma in enumerate(sigmas):
        assert np.allclose(together[number], blur(images[number : number + 1], np.array([sigma]))[0])
    spread = together.std((1, 2))
    assert np.all(np.diff(spread) < 0), "the wider, the flatter"


def test_a_point_becomes_a_gaussian() -> None:
    point = np.zeros((1, 41, 41), np.float32)
    point[0, 20, 20] = 1
    y, x = np.mgrid[:41, :41] - 20
    gaussian = np.exp(-(x**2 + y**2) / (2 * 2.0**2))

    assert np.allclose(blur(point, np.array([2.0]))[0], gaussian / gaussian.sum(), atol=1e-7)


@pytest.mark.parametrize("size", [5, 28])
def test_the_matrices_are_symmetric_and_keep_mass(size: int) -> None:
    matrices = gaussian_matrices(np.array([0.0, 0.7, 4.0]), size)

    assert np.array_equal(matrices[0], np.eye(size, dtype=np.float32))
    assert np.allclose(matrices, matrices.swapaxes(1, 2))
    assert np.allclose(matrices.sum(2), 1, atol=1e-6)


def test_fields_are_smoothed_like_images(images: np.ndarray) -> None:
    assert np.allclose(smooth_fields(images, 1.5), blur(images, np.full(len(images), 1.5)), atol=1e-6)
