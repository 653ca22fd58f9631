"""What the readers of data sets find, how large it may be, and who waits for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Literal

import numpy as np

Role = Literal["training", "validation", "test"]

MOST_VALUES = 2**26  # pixels that are kept of a split: 85,598 images of 28 × 28
MOST_IMAGES = 1_000_000  # in a file
MOST_PIXELS = 2**29  # in a file, before images are made smaller: 131,072 of 64 × 64
LARGEST_FILE = 2**31  # bytes
SEED = 1  # of all that is drawn here
_LONGEST_NAME = 60  # characters of a name in a sentence


class Remark:
    """A sentence about how a data set was changed on opening it, which the window can say in the user's language.

    ``str(remark)`` is English; ``template`` is the same sentence with ``{names}`` in place of ``values``, as a
    `Problem` has them.
    """

    def __init__(self, template: str, **values: str) -> None:
        self.template, self.values = template, values

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def __repr__(self) -> str:
        return f"Remark({str(self)!r})"


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A split as it was found.

    Attributes:
        images: uint8, (images, height, width), 0…255; not yet known which of them is the background.
        labels: int64, (images,), anything from 0 on.
    """

    images: np.ndarray
    labels: np.ndarray


@dataclass(slots=True, eq=False)
class Found:
    """What a reader has found.

    Attributes:
        parts: the splits; there always is a training split.
        remarks: how they were changed on reading.
        names: of the labels 0, 1, 2 …, if the files tell.
        has_labels: whether the labels stand there, so that the user knows them; those of folders are only their places.
    """

    parts: dict[Role, Part]
    remarks: list[Remark] = field(default_factory=list)
    names: tuple[str, ...] | None = None
    has_labels: bool = True


class StoppedReadingError(Exception):
    """Ends the reading of what nobody waits for any more."""


class Watch:
    """Tells whoever waits how far the reading has come, and ends it when nobody waits any more.

    Args:
        progress: called with the share that is done, 0…1.
        stopped: whether to end.
        begin, end: which part of the whole this is the watch of.
    """

    def __init__(
        self, progress: Callable[[float], None], stopped: Callable[[], bool], begin: float = 0.0, end: float = 1.0
    ) -> None:
        self._progress, self._stopped, self._begin, self._end = progress, stopped, begin, end

    def tell(self, share: float) -> None:
        """Tell how much of this part is done; call it at least a few times a second.

        Raises:
            StoppedReadingError: nobody waits any more.
        """
        if self._stopped():
            raise StoppedReadingError
        self._progress(self._begin + (self._end - self._begin) * min(share, 1.0))

    def part(self, begin: float, end: float) -> "Watch":
        """Return the watch of a part of this part."""
        width = self._end - self._begin
        return Watch(self._progress, self._stopped, self._begin + begin * width, self._begin + end * width)

    def shares(self, sizes: Mapping[Role, int]) -> dict[Role, "Watch"]:
        """Return the watches of this part's parts, one after the other, each as long as its size is large."""
        total = sum(sizes.values())
        ends = [end / total for end in accumulate(sizes.values(), initial=0)]
        return {role: self.part(begin, end) for role, (begin, end) in zip(sizes, pairwise(ends), strict=True)}


def in_sentence(name: str) -> str:
    """Return a name or path as it can stand in a sentence: whatever is in it prints, on one line; its end is kept."""
    line = "".join(sign if sign.isprintable() else "�" for sign in name[-_LONGEST_NAME:])
    return line if len(name) <= _LONGEST_NAME else f"…{line[1:]}"


def chosen_rows(count: int, most: int) -> np.ndarray:
    """Return which of `count` images to take, in their order: all, or `most` of them drawn from the fixed seed."""
    if count <= most:
        return np.arange(count)
    return np.sort(np.random.default_rng(SEED).permutation(count)[:most])


def too_many(taken: int, count: int) -> Remark:
    """Return the sentence about images that were left out."""
    return Remark(
        "There are more images than fit: {taken} of {count} were drawn at random.",
        taken=f"{taken:,}",
        count=f"{count:,}",
    )
