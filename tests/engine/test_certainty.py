"""Differences that may be chance are not called clear."""

import numpy as np
import pytest

from nnreg_gui.engine.certainty import added_chance, clear_difference


@pytest.mark.parametrize(("images", "clear"), [(10_000, 0.01), (40_000, 0.01), (2_500, 0.02), (100, 0.1)])
def test_it_takes_more_with_fewer_images(images: int, clear: float) -> None:
    assert clear_difference(0.01, images) == pytest.approx(clear)


def test_chance_is_that_of_drawing_fewer_images() -> None:
    seen = np.random.default_rng(1).binomial([[400], [10_000]], 0.2, (2, 20_000)) / [[400], [10_000]]
    few, many = seen.var(axis=1)

    assert added_chance(np.array([0.2]), 400) == pytest.approx(np.sqrt(few - many), rel=0.02)
    assert not added_chance(np.array([0.0, 0.2, 1.0]), 10_000).any()
    assert not added_chance(np.array([0.2]), 50_000).any()
