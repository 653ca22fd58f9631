"""Collects images chunk by chunk: some of them if there are too many, smaller ones if they are too large."""

from collections.abc import Mapping

import numpy as np

from nnreg_gui.engine.data_set import LARGEST_SIDE, LEAST_SIDE
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.found import (
    MOST_IMAGES,
    MOST_PIXELS,
    MOST_VALUES,
    Found,
    Part,
    Remark,
    Role,
    chosen_rows,
    too_many,
)

_LARGEST_FOUND = 1_024  # pixels of a side
_CHUNK = 2**21  # values to read at once
_LEVELS = 255


class ImageRows:
    """Room for the images of a file, in the order in which they stand there.

    Whole numbers are kept as bytes, others as float16: that tells 256 levels apart, be they written as 0…255 or 0…1.

    Args:
        name: of the file, for sentences.
        count, height, width: what it says of itself.
        whole: whether the values are whole numbers.

    Attributes:
        rows: which of the images are taken.
        per_chunk: how many images to add at once, at most.

    Raises:
        DigitsError: these are no images that can be taken.
    """

    def __init__(self, name: str, count: int, height: int, width: int, *, whole: bool) -> None:
        check_size(name, count, height, width)
        self._name, self._factor = name, -(-max(height, width) // LARGEST_SIDE)
        small = (-(-height // self._factor), -(-width // self._factor))
        if min(small) < LEAST_SIDE:
            raise too_small(name, height, width)
        self.rows = chosen_rows(count, MOST_VALUES // (small[0] * small[1]))
        self.per_chunk = max(1, _CHUNK // (height * width))
        self._count, self._size = count, (height, width)
        self._images = np.empty((len(self.rows), *small), np.uint8 if whole else np.float16)
        self._seen = self._taken = 0
        self._highest = 0.0

    def add(self, values: np.ndarray) -> None:
        """Add the next images: (images, height, width), any real numbers.

        Raises:
            DigitsError: a value is no shade of grey.
        """
        low, high = float(values.min(initial=0)), float(values.max(initial=0))
        if not (low >= 0 and high <= _LEVELS):  # NaN, too
            raise no_shade(self._name, low if low < 0 else high)
        self._highest = max(self._highest, high)
        end = self._seen + len(values)
        wanted = self.rows[self._taken : np.searchsorted(self.rows, end)] - self._seen
        taken = values if len(wanted) == len(values) else values[wanted]
        self._images[self._taken : self._taken + len(wanted)] = smaller(taken, self._factor)
        self._seen, self._taken = end, self._taken + len(wanted)

    def images(self, remarks: list[Remark]) -> np.ndarray:
        """Return the images as uint8, (images, height, width), 0…255, and remark what was changed."""
        height, width = self._images.shape[1:]
        if self._factor > 1:
            remarks.append(made_smaller(self._size, (height, width)))
        if len(self.rows) < self._count:
            remarks.append(too_many(len(self.rows), self._count))
        return in_levels(self._images, self._highest, remarks)


def put_together(rows: Mapping[Role, ImageRows], labels: Mapping[Role, np.ndarray]) -> Found:
    """Return the collected images of each split with their labels, of all labels there are."""
    remarks: list[Remark] = []
    parts = {role: Part(one.images(remarks), labels[role][one.rows]) for role, one in rows.items()}
    return Found(parts, remarks)


def check_size(name: str, count: int, height: int, width: int) -> None:
    """Check what a file says of its images, before anything is allocated.

    Raises:
        DigitsError: there are none, or too many, or they are too small or too large.
    """
    if min(height, width) < LEAST_SIDE and min(height, width, count) >= 1:
        raise too_small(name, height, width)
    right = 1 <= count <= MOST_IMAGES and LEAST_SIDE <= min(height, width) <= max(height, width) <= _LARGEST_FOUND
    if not right or count * height * width > MOST_PIXELS:
        raise DigitsError(
            "{file} says that it holds {count} images of {height} × {width} pixels: that is nothing to train on here.",
            file=name,
            count=f"{count:,}",
            height=f"{height:,}",
            width=f"{width:,}",
        )


def smaller(images: np.ndarray, factor: int) -> np.ndarray:
    """Return images (images, height, width) with one pixel, the mean, in place of factor × factor of them."""
    if factor == 1:
        return images
    count, height, width = images.shape
    more = (-height % factor, -width % factor)
    padded = np.pad(images, ((0, 0), (0, more[0]), (0, more[1])), mode="edge") if any(more) else images
    blocks = padded.reshape(count, (height + more[0]) // factor, factor, (width + more[1]) // factor, factor)
    means = blocks.mean(axis=(2, 4), dtype=np.float32)
    return np.rint(means) if images.dtype.kind in "ui" else means


def in_levels(images: np.ndarray, highest: float, remarks: list[Remark]) -> np.ndarray:
    """Return images as uint8, 0…255, whose highest value is 1, 16 or 255 – or whatever lies below; remark a change."""
    scale = 1 if highest <= 1 else 16 if highest <= 16 else _LEVELS
    if scale < _LEVELS:
        remarks.append(Remark("The values from 0 to {highest} became shades from 0 to 255.", highest=str(scale)))
    if images.dtype == np.uint8 and scale == _LEVELS:
        return images
    levels = np.empty(images.shape, np.uint8)
    step = max(1, _CHUNK // int(np.prod(images.shape[1:])))
    for begin in range(0, len(images), step):
        levels[begin : begin + step] = np.rint(images[begin : begin + step] * np.float32(_LEVELS / scale))
    return levels


def no_shade(name: str, value: float) -> DigitsError:
    """Return that a value in a file is no shade of grey."""
    return DigitsError(
        "{file} has the value {value} where a shade of grey stands: only 0 to 255 can be one.",
        file=name,
        value=f"{value:g}",
    )


def colour_made_grey() -> Remark:
    """Return the sentence about images in colour."""
    return Remark("Colours were made grey.")


def made_smaller(size: tuple[int, int], small: tuple[int, int]) -> Remark:
    """Return the sentence about images that were too large."""
    return Remark(
        "The images of {height} × {width} pixels were made smaller: {small_height} × {small_width}.",
        height=str(size[0]),
        width=str(size[1]),
        small_height=str(small[0]),
        small_width=str(small[1]),
    )


def too_small(name: str, height: int, width: int) -> DigitsError:
    """Return that images are too small to see anything."""
    return DigitsError(
        "{file} holds images of {height} × {width} pixels, but it takes 8 × 8 or more to see anything.",
        file=name,
        height=str(height),
        width=str(width),
    )
