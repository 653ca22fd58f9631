"""Data sets that are not MNIST: one that Debian has, and others made from MNIST: other sizes, other classes."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits, Split, data_set_of

FASHION = Path("/usr/share/datasets/fashion-mnist")  # where Debian's package `dataset-fashion-mnist` puts it
WORDS = ("coat", "ankle boot", "bag", "shirt")
_TRAINING, _MEASURED = 600, 200


@dataclass(frozen=True)
class Other:
    """Digits and what an experiment says of them."""

    data_set: DataSet
    digits: Digits


def sixteen(digits: Digits) -> Other:
    """Return the first of the ten digits on 16 × 16 pixels."""
    return all_on_sixteen(
        Digits(digits.training[:_TRAINING], digits.validation[:_MEASURED], digits.test[:_MEASURED], digits.classes)
    )


def all_on_sixteen(digits: Digits) -> Other:
    """Return the ten digits on 16 × 16 pixels: padded to 32 × 32, then averages of 2 × 2."""
    some = digits.training, digits.validation, digits.test
    made = Digits(*(Split(_halved(split.images), split.labels) for split in some))
    return Other(data_set_of(made, "16 × 16", "/data/sixteen"), made)


def words(digits: Digits) -> Other:
    """Return four classes that are called by words, on 20 × 14 pixels: what is drawn is 0, 1, 2 and 3."""
    splits = []
    for split, count in ((digits.training, _TRAINING), (digits.validation, _MEASURED), (digits.test, _MEASURED)):
        rows = np.flatnonzero(split.labels < len(WORDS))[:count]
        splits.append(Split(np.ascontiguousarray(split.images[rows, 4:24, 7:21]), split.labels[rows], len(WORDS)))
    made = Digits(*splits, WORDS)
    return Other(data_set_of(made, "clothes", "/data/clothes"), made)


def _halved(images: np.ndarray) -> np.ndarray:
    padded = np.pad(images, ((0, 0), (2, 2), (2, 2)))
    return padded.reshape(len(images), 16, 2, 16, 2).mean((2, 4), dtype=np.float32).round().astype(np.uint8)
