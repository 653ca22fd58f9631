"""Differences that may be chance are not called clear."""

import pytest

from nnreg_gui.pages.certainty import clear_difference


@pytest.mark.parametrize(("images", "clear"), [(None, 0.01), (10_000, 0.01), (40_000, 0.01), (2_500, 0.02), (100, 0.1)])
def test_it_takes_more_with_fewer_images(images: int | None, clear: float) -> None:
    assert clear_difference(0.01, images) == pytest.approx(clear)
